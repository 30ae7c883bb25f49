"""The number formats of park.locale, as charts, slides and pages take them: one rounding everywhere."""

from park.locale.numbers import (
    MINUS,
    MISSING,
    MONEY_UNIT,
    MU,
    PER_MU,
    Scale,
    absent,
    by_pieces,
    card,
    full,
    join,
    month_word,
    percent,
    period_word,
    points,
    points_size,
    points_word,
    scale_for,
    short,
    short_month,
    signed_percent,
    unit_word,
)

__all__ = [
    "MINUS", "MISSING", "MONEY_UNIT", "MU", "PER_MU", "Scale", "absent", "by_pieces", "card", "full", "join", "month_word", "percent", "period_word",
    "points", "points_size", "points_word", "scale_for", "short", "short_month", "signed_percent", "unit_word",
]

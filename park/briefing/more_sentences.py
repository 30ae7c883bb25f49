"""Findings of the calendar, the causes, the leading firms and the plans, made by rules like those of sentences.py."""

from __future__ import annotations

import pandas as pd

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import MONEY_UNIT, absent, card, full, month_word, percent
from park.questions.timeline import Timeline

PROJECTS = "个"  # the unit that projects are counted in


def months_alone(rows: pd.DataFrame, month: str) -> str | None:
    """What to say of a month whose own figures are in and whose year to date cannot be made of them; None where there is no such thing.

    rows: of headlines.
    """
    if rows["actual"].notna().any() or not (rows["reason"] == "months_missing").any():
        return None
    return _("{month}: only the month's own figures are in; earlier months are missing for a year to date").format(month=month_word(month))


def calendar(answer: Timeline) -> str:
    """How many projects wait past their planned start, and how long the others took."""
    late = int(answer.frame["late"].sum())
    pieces = [_("{count} projects are past their planned start").format(count=late) if late else _("No project is past its planned start")]
    if answer.days_to_start is not None:
        pieces.append(_("half of those started took at most {days} days from signing").format(days=full(answer.days_to_start)))
    return _("; ").join(pieces)


def causes(rows: pd.DataFrame) -> str:
    """What holds back most projects. rows: of causes, most frequent first."""
    if rows.empty:
        return _("No project of the ledger is waiting to start")
    first = rows.iloc[0]
    name, count = first["reason"] or _("no reason given"), card(first["count"], PROJECTS)
    money = "" if absent(first["investment"]) else _(", {money}").format(money=card(first["investment"], MONEY_UNIT))
    if len(rows) > 1 and (rows["count"] == first["count"]).all():
        return _("{count} reasons hold back {each} each; most money waits for: {name}{money}").format(count=len(rows), each=count, name=name, money=money)
    return _("Most are held back by: {name} ({count}{money})").format(name=name, count=count, money=money)


def leading_firms(rows: pd.DataFrame, indicator: str) -> str:
    """Which share the largest firms hold. rows: of firms, the largest first."""
    words = _("The largest {count} firms make {share} of the park's {name}; first is {firm}")
    return words.format(count=len(rows), share=percent(rows["share_running"].iloc[-1]), name=indicator_name(indicator), firm=rows["firm"].iloc[0])


def plan(row: pd.Series) -> str:
    """How fast a plan wants (or made) something grow. row: of plans, with period."""
    said = _("{period}: {name} is to grow by {rate} a year") if row["measure"] == "target" else _("{period}: {name} grew by {rate} a year")
    who = "·".join(word for word in (part_name(row["cluster"]) if row["cluster"] else "", indicator_name(row["indicator"])) if word)
    return said.format(period=row["period"], name=who, rate=percent(row["compound_growth"]))

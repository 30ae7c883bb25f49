"""A target as a meter: how much of it is done, where the pace stands, and the verdict in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from park.charts import theme
from park.locale import _
from park.locale.numbers import absent, percent, points

from .words import plain


@dataclass(frozen=True, slots=True)
class Meter:
    """One target as a line of a narrow screen. place: its row's position; done, pace: percent of the target (pace None: it has none)."""

    place: int
    label: str
    verdict: str
    tone: str
    done: float
    pace: float | None


def verdict(row: dict, gap: bool = True) -> str:
    """Shape, word and (with `gap`) the distance to the pace in points, in the colour of the status."""
    status = row["status"]
    distance = "" if absent(row["gap"]) or not gap else " " + _("{gap} pts").format(gap=points(row["gap"]))
    return f'<span class="pb-{_tone(status)}">{theme.status_shape(status)} {escape(theme.status_word(status) + distance)}</span>'


def meter(row: dict) -> str:
    """A bar up to the whole target, with the pace as a dashed mark."""
    pace = "" if absent(row["time_progress"]) else f'<b style="left:{min(float(row["time_progress"]), 99.5):.1f}%"></b>'
    return f'<div class="pb-meter" aria-hidden="true"><i style="width:{_width(row["completion"]):.1f}%"></i>{pace}</div>'


def meters(rows: pd.DataFrame) -> tuple[Meter, ...]:
    """Bullets for a narrow screen: label and verdict above each bar. Rows without a completion are left out."""
    return tuple(
        Meter(
            place, row.label, f"{percent(row.completion)} {theme.status_shape(row.status)} {theme.status_word(row.status)}".strip(),
            _tone(row.status), _width(row.completion), None if absent(row.time_progress) else min(float(row.time_progress), 99.5),
        )
        for place, row in enumerate(rows.itertuples()) if not absent(row.completion)
    )


def standings(rows: pd.DataFrame) -> str:
    """How many rows stand where, the worst first: ▼ Behind 17, ◆ Slow 12; "" without any status."""
    there = [(status, int((rows["status"] == status).sum())) for status in reversed(theme.STATUS)]
    return _(", ").join(f"{theme.status_shape(status)} {theme.status_word(status)} {count}" for status, count in there if count)


def lines(key: str, shown: tuple[Meter, ...], clicked: Callable[[object], None] | None) -> None:
    """Draws the meters as buttons, the bar below each; `clicked` gets the place of the one that is pressed."""
    with st.container(key=f"narrow_{key}", gap="xxsmall"):
        st.html(f"<style>{''.join(_bar(key, one) for one in shown)}</style>")
        for one in shown:
            pressed = st.button(
                f"{plain(one.label)} **{plain(one.verdict)}**", key=f"meter_{key}_{one.place}", type="tertiary", width="stretch", disabled=clicked is None)
            if pressed and clicked:
                clicked(one.place)


def _bar(key: str, one: Meter) -> str:
    """The style of one line: how far it is, and where the pace stands."""
    bar = f"linear-gradient(to right, var(--pb-actual) {one.done:.1f}%, var(--pb-rule) 0)"
    if one.pace is not None:
        mark = f"linear-gradient(to right, transparent calc({one.pace:.1f}% - 1px), var(--pb-pace) 0 calc({one.pace:.1f}% + 1px), transparent 0)"
        bar = f"{mark} 0 100% / 100% 11px no-repeat, {bar} 0 calc(100% - 3px) / 100% 5px no-repeat"
    else:
        bar += " 0 calc(100% - 3px) / 100% 5px no-repeat"
    spot = f".st-key-meter_{key}_{one.place} button"
    return f"{spot} {{ background: {bar} }} {spot} strong {{ color: var(--pb-{one.tone}) }}"


def _tone(status: object) -> str:
    return theme.STATUS[status][1] if isinstance(status, str) and status in theme.STATUS else "muted"


def _width(completion: object) -> float:
    return max(0.0, min(float(completion), 100.0))

"""The five headline cards: figure, completion against pace, growth, a line of the last months."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.charts import theme
from park.charts.names import indicator_name
from park.charts.numbers import absent, join, percent, points, scale_for, short, signed_percent
from park.charts.spark import spark, svg_points
from park.locale import _
from park.questions.words import reason_text

from .answers import own_trend
from .state import View, go


def headline_cards(view: View, rows: pd.DataFrame) -> None:
    """One card per headline family; its name opens the targets page of that indicator."""
    with st.container(key="cards"):
        for column, row in zip(st.columns(len(rows), gap="small"), rows.to_dict("records"), strict=True):
            with column, st.container(border=True):
                if st.button(indicator_name(row["indicator"]), key=f"pick_{row['family']}", type="tertiary"):
                    go("pages/targets.py", indicator=row["indicator"])
                values = spark(own_trend(view, row["indicator"]), view.month) if view.month else []
                st.html(card(row, values))


def card(row: dict, values: list[float]) -> str:
    """The body of a card as HTML."""
    scale = scale_for([row["actual"]], row["unit"])
    figure = short(scale.of(row["actual"]))
    unit = "" if absent(row["actual"]) else scale.unit
    points_ = svg_points(values)
    line = f'<svg class="pb-spark" width="96" height="26" aria-hidden="true"><polyline points="{points_}"/></svg>' if points_ else ""
    return (
        f'<div class="pb"><div class="pb-row"><div class="pb-figure">{_figure(figure, unit)}</div>{line}</div>'
        f"{_completion(row)}{_growth(row)}</div>"
    )


def _figure(figure: str, unit: str) -> str:
    if unit and join("1", unit) != f"1{unit}" and not join("1", unit).startswith("1"):
        currency, _space, rest = unit.partition(" ")
        return f"<small>{escape(currency)} </small>{escape(figure)}<small>{escape(rest)}</small>"
    return f"{escape(figure)}<small>{escape(unit)}</small>"


def _completion(row: dict) -> str:
    if absent(row["completion"]):
        reason = reason_text(row.get("reason"), last_month=row.get("last_month")) or _("There is no target for this year.")
        return f'<div class="pb-line pb-muted">{escape(reason)}</div>'
    target = scale_for([row["target"]], row["unit"])
    goal = join(short(target.of(row["target"])), target.unit)
    status, width = row["status"], max(0.0, min(float(row["completion"]), 100.0))
    tone = theme.STATUS[status][1] if status in theme.STATUS else "muted"
    pace = "" if absent(row["time_progress"]) else f'<b style="left:{min(float(row["time_progress"]), 99.5):.1f}%"></b>'
    gap = "" if absent(row["gap"]) else f" {points(row['gap'])}"
    verdict = f'<span class="pb-{tone}">{theme.status_shape(status)} {escape(theme.status_word(status))}{gap}</span>'
    return (
        f'<div class="pb-meter" aria-hidden="true"><i style="width:{width:.1f}%"></i>{pace}</div>'
        f'<div class="pb-line">{escape(_("{share} of {goal}").format(share=percent(row["completion"]), goal=goal))} {verdict}</div>'
    )


def _growth(row: dict) -> str:
    if absent(row["yoy"]):
        return f'<div class="pb-line pb-muted">{escape(_("On last year"))} —</div>'
    note = "" if row["yoy_from"] == "reported" else _(" (computed)")
    return f'<div class="pb-line">{escape(_("On last year"))} {signed_percent(row["yoy"])}<span class="pb-muted">{escape(note)}</span></div>'

"""The five headline cards: figure, completion against pace, growth, a line of the last months."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name
from park.charts.spark import spark, svg_points
from park.locale import _
from park.locale.numbers import absent, join, percent, scale_for, short, signed_percent
from park.locale.numbers import card as card_figure
from park.questions.words import reason_text

from .answers import own_trend
from .meters import meter, verdict
from .state import View, go


def headline_cards(view: View, rows: pd.DataFrame) -> None:
    """One card per headline family; its name opens the targets page of that indicator."""
    with st.container(key="cards"):
        for column, row in zip(st.columns(len(rows), gap="small"), rows.to_dict("records"), strict=True):
            with column, st.container(border=True, height="stretch"):
                if st.button(indicator_name(row["indicator"]), key=f"pick_{row['family']}", type="tertiary"):
                    go("pages/targets.py", indicator=row["indicator"])
                values = spark(own_trend(view, row["indicator"]), view.month) if view.month else []
                st.html(card(row, values, view))


def card(row: dict, values: list[float], view: View) -> str:
    """The body of a card as HTML."""
    scale = scale_for([row["actual"]], row["unit"])
    figure = short(scale.of(row["actual"]))
    unit = "" if absent(row["actual"]) else scale.unit
    return (
        f'<div class="pb"><div class="pb-row"><div class="pb-figure">{_figure(figure, unit)}</div>{_spark(values, view)}</div>'
        f'{_completion(row)}<div class="pb-row pb-foot"><span>{_goal(row)}</span><span>{_growth(row)}</span></div></div>'
    )


def _spark(values: list[float], view: View) -> str:
    """The line as a picture of its own, since a page's HTML may not hold SVG."""
    points_ = svg_points(values)
    if not points_:
        return ""
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="84" height="26"><polyline points="{points_}" fill="none" '
        f'stroke="{view.look.tokens.actual}" stroke-width="1.8" stroke-linejoin="round"/></svg>'
    )
    return f'<img class="pb-spark" alt="" src="data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}">'


def _figure(figure: str, unit: str) -> str:
    if unit and join("1", unit) != f"1{unit}" and not join("1", unit).startswith("1"):
        currency, _space, rest = unit.partition(" ")
        return f"<small>{escape(currency)} </small>{escape(figure)}<small>{escape(rest)}</small>"
    return f"{escape(figure)}<small>{escape(unit)}</small>"


def _completion(row: dict) -> str:
    if absent(row["completion"]):
        reason = reason_text(row.get("reason"), last_month=row.get("last_month")) or _("There is no target for this year.")
        return f'<div class="pb-line pb-muted">{escape(reason)}</div>'
    done = escape(_("Completed {share}").format(share=percent(row["completion"])))
    return f'{meter(row)}<div class="pb-line pb-verdict"><span>{done}</span> {verdict(row)}</div>'


def _goal(row: dict) -> str:
    if absent(row["target"]):
        return ""
    return escape(_("Target {figure}").format(figure=card_figure(row["target"], row["unit"])))


def _growth(row: dict) -> str:
    if absent(row["yoy"]):
        return f'{escape(_("YoY"))} —'
    words = _("YoY") if row["yoy_from"] == "reported" else _("YoY, computed")
    return f"{escape(words)} {signed_percent(row['yoy'])}"

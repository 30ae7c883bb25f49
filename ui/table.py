"""Tables: figures in full, right-aligned, statuses by word and shape; choosing a row leads to its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from park.charts.theme import status_shape, status_word
from park.locale.numbers import absent, full, percent, points, signed_percent

from .data import kept
from .state import View

FORMATS: dict[str, Callable[[object], str]] = {
    "figure": full, "percent": percent, "signed": signed_percent, "points": points,
}

WHOLE = 100  # rows up to which a table is shown whole: a second scroll bar inside the page is hard to use


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name in the frame, heading, kind (text, figure, percent, signed, points, status)."""

    name: str
    heading: str
    kind: str = "text"


def pick(rows: pd.DataFrame, columns: list[Column]) -> pd.DataFrame:
    """The columns under their headings, as a download gives them: figures as numbers, statuses as words."""
    picked = {}
    for column in columns:
        if column.name in rows:
            values = rows[column.name]
            picked[column.heading] = [status_word(v) for v in values] if column.kind == "status" else values.tolist()
    return pd.DataFrame(picked)


def table(rows: pd.DataFrame, columns: list[Column], key: str, chosen: Callable[[pd.Series], None] | None = None, height: int | None = None,
          view: View | tuple | None = None) -> None:
    """Draws the table. chosen gets the row that the reader clicks; view: what the rows follow from, so that they are formatted once."""
    style, config = drawn(view, key, rows, columns) if view else _drawn(rows, columns)
    event = st.dataframe(
        style, key=f"table_{key}", hide_index=True, width="stretch", column_config=config,
        height=height or ("content" if len(rows) <= WHOLE else 460), placeholder="—",
        on_select="rerun" if chosen else "ignore", selection_mode="single-row",
    )
    if not chosen:
        return
    picked = event.selection.rows[0] if event.selection.rows else None
    seen = st.session_state.get(f"_row_{key}")
    st.session_state[f"_row_{key}"] = picked
    if picked is not None and picked != seen:
        chosen(rows.iloc[picked])


@kept
def drawn(_view: View | tuple, _key: str, rows: pd.DataFrame, columns: list[Column]) -> tuple[Styler, dict]:
    """The table of a view, ready to be sent."""
    return _drawn(rows, columns)


def _drawn(rows: pd.DataFrame, columns: list[Column]) -> tuple[Styler, dict]:
    shown = [c for c in columns if c.name in rows and not all(absent(v) for v in rows[c.name])]
    frame = pd.DataFrame({c.heading: [_sortable(v, c) for v in rows[c.name]] for c in shown})
    words = pd.DataFrame({c.heading: [FORMATS.get(c.kind, str)(v) for v in frame[c.heading]] for c in shown}, index=frame.index)
    style, plain = frame.style, {"body": [], "table_styles": [], "cellstyle": []}
    # Streamlit formats every cell again each time it draws a table; these do not change, so it is handed the words
    style._translate = lambda *_how: plain
    frame.astype = lambda *_type: words
    return style, {c.heading: st.column_config.Column(alignment="right" if c.kind in FORMATS else "left") for c in shown}


def _sortable(value: object, column: Column) -> object:
    if column.kind == "status":
        return f"{status_shape(value)} {status_word(value)}".strip() if not absent(value) else "—"
    if column.kind in FORMATS:
        return float("nan") if absent(value) else float(value)
    return "" if absent(value) else str(value)

"""How fresh the figures are."""

from __future__ import annotations

from html import escape

import streamlit as st

from park.locale import _
from park.locale.numbers import month_word
from park.questions.overview import areas

from .data import ask
from .state import View


def freshness(view: View) -> None:
    """The latest month with figures, and what the view shows."""
    rows = ask(areas)
    row = rows[rows["area"] == view.area]
    if row.empty:
        return
    last = month_word(row["last_month"].iloc[0])
    text = _("Figures reach up to {last}; shown is {month}.").format(last=last, month=month_word(view.month))
    st.html(f'<div class="pb pb-small" style="margin-top:.6rem">{escape(text)}</div>')

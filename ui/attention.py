"""What needs attention: one line each, leading to its page."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.charts.theme import status_shape
from park.locale import _

from .state import View, briefing, link
from .words import plain

SHAPES = {"turned": "◆", "parts": "○", "overdue": "▼", "not_reported": "○"}
EVERY = "_every_alert"
PAGES = {"turned": "pages/growth.py", "parts": "pages/targets.py", "overdue": "pages/projects.py"}


def attention_list(view: View, items: pd.DataFrame, limit: int = 7) -> None:
    """How many items need attention, and the worst `limit` of them; a line is a link to the page that shows why, so that the browser's Back returns to this view."""
    title = _("Needs attention ({count})").format(count=len(items)) if len(items) else _("Needs attention")
    st.html(f'<div class="pb"><h3 class="pb-title">{escape(title)}</h3></div>')
    if items.empty:
        st.html(f'<div class="pb pb-line pb-muted">{escape(_("Nothing that needs attention."))}</div>')
    with st.container(key="attention", gap="xxsmall"):
        for place, item in enumerate((items if st.session_state.get(EVERY) else items.head(limit)).itertuples()):
            shape = SHAPES.get(item.kind) or status_shape(item.kind)
            there = link(area=item.area, view="", step="", **({"indicator": item.indicator} if item.indicator else {}))
            with st.container(key=f"alert_{place}"):
                st.page_link(PAGES.get(item.kind, "pages/targets.py"), label=f"{shape} {plain(item.sentence)}", query_params=there)
        if len(items) > limit and briefing():
            st.html(f'<div class="pb pb-small">{escape(_("and {count} more").format(count=len(items) - limit))}</div>')
        elif len(items) > limit:
            words = _("Show fewer") if st.session_state.get(EVERY) else _("Show all {count}").format(count=len(items))
            st.button(words, key="every_alert", type="tertiary", on_click=_turn)


def _turn() -> None:
    st.session_state[EVERY] = not st.session_state.get(EVERY)


"""What the reader has chosen: kept in the URL, so that a link opens the same view on another machine."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from park.charts.theme import Look
from park.locale import LANGUAGES, language, set_language

BRIEF_SCALE = 1.8
GOING = "_going"


@dataclass(frozen=True, slots=True)
class View:
    """One view of the figures. area and month are "" on an empty database; by: area, cluster, firm."""

    area: str = ""
    month: str = ""
    indicator: str = ""
    by: str = "area"
    pace: str = "linear"
    look: Look = Look()

    @property
    def year(self) -> str:
        return self.month[:4]

    def broken_down(self, by: str) -> View:
        """The same view by another kind of part."""
        return replace(self, by=by)

    def about(self, indicator: str) -> View:
        """The same view of another indicator."""
        return replace(self, indicator=indicator)


def remember(key: str, allowed: list[str], default: str, always: bool = False) -> str:
    """The value of a filter: the widget's, else the one kept in this session, else the URL's, else the default.

    Called in app.py on every run before the page, so that codes stand in the URL on every page and survive a page switch.
    The default is left out of the URL unless `always`: a default that moves with the data would not reopen the same view.
    """
    state, own = st.session_state, f"_{key}"
    if own not in state:
        state[own] = st.query_params.get(key, default)
    if key in state:
        state[own] = state[key]
    if state[own] not in allowed:
        state[own] = default
    state[key] = state[own]
    if state[own] == default and not always:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != state[own]:
        st.query_params[key] = state[own]
    return state[own]


def arrive() -> None:
    """Takes over what go() asked for, before any widget of this run is made."""
    for key, value in st.session_state.pop(GOING, {}).items():
        st.session_state[key] = st.session_state[f"_{key}"] = value


def go(page: str | None = None, **chosen: str) -> None:
    """Opens a page (None: this one again) with some filters set."""
    st.session_state[GOING] = chosen
    if page is None:
        st.rerun()
    st.switch_page(page)


def speak() -> str:
    """Sets the language of this run from the session: app.py at its start, and every dialog, which reruns without app.py."""
    chosen = st.session_state.get("_lang", st.query_params.get("lang", ""))
    set_language(chosen if chosen in LANGUAGES else "zh")
    return language()


def look() -> Look:
    """Light or dark as the browser shows it; larger type in the briefing view."""
    mode = "dark" if st.context.theme.type == "dark" else "light"
    return Look(mode, BRIEF_SCALE if briefing() else 1.0)


def briefing() -> bool:
    """Whether the briefing view is on (?view=brief)."""
    return st.session_state.get("view") == "brief"


def keep(view: View) -> None:
    """Hands the view of this run to its page."""
    st.session_state["_view"] = view


def view() -> View:
    """The view that app.py made for this run."""
    return st.session_state["_view"]

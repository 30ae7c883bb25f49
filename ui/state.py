"""What the reader has chosen: kept in the URL, so that a link opens the same view on another machine."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from park.charts.theme import Look
from park.locale import LANGUAGES, language, set_language

BRIEF_SCALE = 1.8
GOING, CHOSEN, WRITTEN = "_going", "_chosen", "_written"
FALLEN = "_fallen_back"
FRAMED, SHOWN, DRAWN = "_framed", "_shown_view", "_chart_drawn"
ALWAYS = ("area", "month")


@dataclass(frozen=True, slots=True)
class View:
    """One view of the figures. area and month are "" on an empty database; by: area, cluster, firm;
    cluster: whose firms are shown, "" for all."""

    area: str = ""
    month: str = ""
    indicator: str = ""
    by: str = "area"
    pace: str = "linear"
    cluster: str = ""
    look: Look = Look()

    @property
    def year(self) -> str:
        return self.month[:4]

    def broken_down(self, by: str) -> View:
        """The same view by another kind of part."""
        return replace(self, by=by)

    def paced(self, pace: str) -> View:
        """The same view against another pace."""
        return replace(self, pace=pace)

    def about(self, indicator: str) -> View:
        """The same view of another indicator."""
        return replace(self, indicator=indicator)


def remember(key: str, allowed: list[str], default: str, always: bool = False) -> str:
    """The value of a filter: what was chosen by hand, else what the URL says anew (a link, the browser's Back), else what this
    session had.

    Called on every run before the page is drawn, so that codes (never translated words) stand in the URL of every page. The
    default is left out of the URL unless `always`: a default that moves with the data would not reopen the same view.
    """
    state, own = st.session_state, f"_{key}"
    asked = st.query_params.get(key, default)
    fallen = state.get(FALLEN, {}).pop(key, None)
    if key in state and own in state and state[key] not in (state[own], fallen):
        state[own] = state[key]
    elif own not in state or asked != state.get(WRITTEN, {}).get(key, default):
        state[own] = asked
    if state[own] not in allowed:
        state[own] = default
    state[key] = state[own]
    state.setdefault(CHOSEN, {})[key] = (state[own], always or state[own] != default)
    return state[own]


def draw(key: str, value: str) -> None:
    """Shows a value in a filter's widget that the page fell back to: that is no choice, so the URL and other pages keep what was chosen."""
    st.session_state[key] = value
    st.session_state.setdefault(FALLEN, {})[key] = value


def arrive() -> None:
    """Takes over what go() asked for, before any widget of this run is made."""
    st.session_state[CHOSEN], st.session_state[DRAWN] = {}, False
    for key, value in st.session_state.pop(GOING, {}).items():
        st.session_state[key] = value


def link(**changes: str) -> dict[str, str]:
    """The URL parameters of this view, with some of them changed."""
    chosen = {key: value for key, (value, written) in st.session_state[CHOSEN].items() if written}
    return {key: value for key, value in (chosen | changes).items() if value}


def settle() -> None:
    """Writes the view into the URL, in one step so that Back undoes one choice. An untouched start page keeps its bare URL."""
    now, wanted = st.query_params.to_dict(), link()
    untouched = not now and all(not written or key in ALWAYS for key, (_value, written) in st.session_state[CHOSEN].items())
    if not untouched and now != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = {} if untouched else wanted


def go(page: object = None, **chosen: str) -> None:
    """Opens a page (its file or st.Page; None: this one again) with some filters set."""
    if page is None:
        st.session_state[GOING] = chosen
        st.rerun()
    st.switch_page(page, query_params=link(**chosen))


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


def first_chart() -> bool:
    """Whether no chart was drawn in this run yet; every chart asks once."""
    drawn = st.session_state.get(DRAWN, False)
    st.session_state[DRAWN] = True
    return not drawn


def keep(view: View) -> None:
    """Hands the view of this run to its page."""
    st.session_state[SHOWN] = view


def seen() -> View:
    """The view of the last run of the page: for dialogs, which rerun without app.py when something in them is pressed."""
    return st.session_state[SHOWN]


def view() -> View:
    """The view that app.py made for this run; every page begins with it.

    A server that has not met st.navigation yet takes pages/ for its own kind of pages and runs a linked page's file alone, without
    app.py: then the whole page is drawn from here.
    """
    if not st.session_state.get(FRAMED):
        from .shell import run  # shell imports this module

        run()
        st.stop()
    return st.session_state[SHOWN]

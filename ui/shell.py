"""One run of the app: language, style, navigation, filters, then the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from park.locale import LANGUAGES, _
from park.questions.overview import areas
from park.store import StoreError

from . import state
from .brief import screen
from .data import ask
from .filters import bar
from .style import style

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("overview", "targets", "growth", "clusters", "projects", "land", "briefing", "upload", "records")


def run() -> None:
    """Draws the whole page of this run."""
    state.arrive()
    state.remember("lang", list(LANGUAGES), "zh")
    state.remember("view", ["", "brief"], "")
    state.speak()
    st.set_page_config(page_title=_("Parkboard"), page_icon=str(ROOT / "static" / "mark.svg"), layout="wide")
    style(state.look(), state.briefing())
    pages = _menu()
    page = st.navigation(pages, position="hidden")
    try:
        known = ask(areas)
    except StoreError as error:
        st.error(str(error))
        return
    if state.briefing() and len(known):
        screen(known)
        return
    state.keep(bar(known, pages))
    st.session_state[state.FRAMED] = True
    try:
        page.run()
    finally:
        st.session_state[state.FRAMED] = False


def _menu() -> list:
    titles = {
        "overview": _("Overview"), "targets": _("Targets"), "growth": _("Growth analysis"), "clusters": _("Clusters"),
        "projects": _("Projects"), "land": _("Land"), "briefing": _("Briefing"), "upload": _("Upload"), "records": _("Records"),
    }
    return [
        st.Page(ROOT / "pages" / f"{name}.py", title=titles[name], url_path=name, default=name == "overview") for name in PAGES
    ]

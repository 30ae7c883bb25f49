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
from .sign_in import kept_out
from .style import style

ROOT = Path(__file__).resolve().parents[1]


def run() -> None:
    """Draws the whole page of this run."""
    state.arrive()
    state.remember("lang", list(LANGUAGES), "zh")
    state.remember("view", ["", "brief"], "")
    state.speak()
    st.set_page_config(page_title=_("Parkboard"), page_icon=str(ROOT / "static" / "mark.svg"), layout="wide")
    style(state.look(), state.briefing())
    groups = _menu()
    page = st.navigation(sum(groups, []), position="hidden")
    try:
        if kept_out():
            return
        known = ask(areas)
    except StoreError as error:
        st.error(str(error))
        return
    if state.briefing() and len(known):
        screen(known)
        return
    state.keep(bar(known, groups, page))
    st.session_state[state.FRAMED] = True
    try:
        page.run()
    finally:
        st.session_state[state.FRAMED] = False


def director_pages() -> dict[str, str]:
    """The pages everybody reads, in the order of the menu: file name without .py -> title."""
    return {
        "overview": _("Overview"), "targets": _("Targets"), "growth": _("Trends"), "clusters": _("Industries"), "projects": _("Projects"),
        "land": _("Land use"), "briefing": _("Briefing"),
    }


def staff_pages() -> dict[str, str]:
    """The pages of those who keep the figures, behind one word of the menu: file name without .py -> title. A new one needs its line here."""
    return {"upload": _("Upload"), "entry": _("Enter by hand"), "texts": _("Plan texts"), "month": _("Month close"), "records": _("Records"), "settings": _("Settings")}


def _menu() -> list[list]:
    """The pages in their two groups."""
    return [
        [st.Page(ROOT / "pages" / f"{name}.py", title=title, url_path=name, default=name == "overview") for name, title in group.items()]
        for group in (director_pages(), staff_pages())
    ]

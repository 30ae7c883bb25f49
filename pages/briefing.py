"""Briefing: choose the slides, put titles into other words, take the files."""

import streamlit as st

from park.locale import _
from ui.briefing import choose, compose_for, outline, take
from ui.empty import nothing_yet
from ui.sections import section
from ui.state import view

now = view()
section(_("Briefing"), _("Slides, note and figures of the area and month above, with their sources."))
if not nothing_yet(now):
    left, right = st.columns([1, 2.2], gap="large")
    with left:
        language, template = choose(now)
    briefing = compose_for(now, language)
    with right:
        chosen = outline(now, briefing, language)
    with left:
        take(chosen, language, template)

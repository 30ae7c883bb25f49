"""Briefing: choose slides and sections, put sentences into other words, take the files."""

import streamlit as st

from park.locale import _
from ui.briefing import choose, compose_for, take
from ui.briefing_edit import outline
from ui.briefing_sets import sets
from ui.briefing_state import Desk
from ui.empty import nothing_yet
from ui.sections import section
from ui.state import view

now = view()
section(_("Briefing"), _("Slides, note and figures of the area and month above, with their sources."))
if not nothing_yet(now):
    left, right = st.columns([1, 2.2], gap="large")
    with left:
        language, template = choose()
    desk = Desk(now.area, language, now.month)
    with left:
        desk.ask_number()
    briefing = compose_for(now, language)
    with right:
        sets(desk, template)
        chosen = outline(desk, briefing)
    with left:
        take(chosen, language, template[1])

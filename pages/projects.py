"""Projects: how far they got, which have not started and why."""

import streamlit as st

from park.locale import _
from park.questions.projects import not_started, projects
from ui import columns
from ui.answers import worded
from ui.data import ask
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import funnel_of, waiting_of
from ui.facts import project_facts
from ui.sections import section
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    answer = ask(projects, area=now.area, month=now.month)
    waiting = worded(ask(not_started, area=now.area, month=now.month))
    left, right = st.columns(2, gap="large")
    with left:
        show(funnel_of(now, answer))
        project_facts(answer)
    with right:
        show(waiting_of(now, waiting))
    if not waiting.empty:
        section(_("Not started"), _("Longest waiting first, counted to the end of the month shown."))
        table(waiting, columns.waiting(), "waiting")

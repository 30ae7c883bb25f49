"""Projects: how far they got, which have not started and why."""

import streamlit as st

from park.locale import _
from park.questions.investment import investment
from park.questions.projects import not_started, projects
from ui import columns
from ui.answers import worded
from ui.data import ask
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import funnel_of, waiting_of
from ui.facts import investment_facts, project_facts
from ui.sections import section
from ui.source import open_project
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
        investment_facts(ask(investment, area=now.area, month=now.month))
    with right:
        show(waiting_of(now, waiting))
    if not waiting.empty:
        section(_("Not started"), _("Longest waiting first, counted to the end of the month shown. Choose a row to see where it stands in the ledger."))
        table(waiting, columns.waiting(), "waiting", chosen=lambda row: open_project(row, now), view=now)

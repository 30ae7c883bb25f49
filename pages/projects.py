"""Projects: how far they got, which have not started and why, and the calendar of all."""

import streamlit as st

from park.locale import _
from park.questions.investment import investment
from park.questions.projects import causes, not_started, projects, standing_projects
from park.questions.timeline import timeline
from ui import columns
from ui.answers import worded
from ui.data import ask
from ui.empty import no_ledger, nothing_yet
from ui.exhibit import show
from ui.exhibits import funnel_of, waiting_of
from ui.facts import investment_facts, project_facts
from ui.project_charts import causes_of, started_of, timeline_of
from ui.sections import section
from ui.source import open_project, open_projects, open_row
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    answer = ask(projects, area=now.area, month=now.month)
    known = ask(standing_projects, area=now.area, month=now.month)
    waiting = worded(ask(not_started, area=now.area, month=now.month))
    left, right = st.columns(2, gap="large") if len(known) else (st.container(), None)
    with left:
        if answer.projects:
            show(funnel_of(now, answer), clicked=lambda stage: open_projects(known[known["stage"] == stage], _("Projects")))
        no_ledger(known)
        project_facts(answer)
        investment_facts(ask(investment, area=now.area, month=now.month))
        if started := started_of(now):
            show(started, clicked=lambda place: open_row(started.rows.iloc[place]))
    if right:
        with right:
            chart = waiting_of(now, waiting)
            show(chart, clicked=lambda place: open_project(chart.rows.iloc[place], now))
    if right and not waiting.empty:
        with right:
            why = causes_of(now, ask(causes, area=now.area, month=now.month))
            show(why, clicked=lambda reason: open_projects(waiting[waiting["reason"] == reason], reason or _("No reason given")))
    if calendar := timeline_of(now, ask(timeline, area=now.area, month=now.month)):
        show(calendar, clicked=lambda place: open_project(calendar.rows.iloc[place], now))
    if not waiting.empty:
        section(_("Not started"), _("Longest waiting first, counted to the end of the month shown. Choose a row to see where it stands in the ledger."))
        table(waiting, columns.waiting(), "waiting", chosen=lambda row: open_project(row, now), view=now)

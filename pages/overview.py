"""Overview: will the year's targets be met, and where does it drag."""

import streamlit as st

from park.briefing.more_sentences import months_alone
from park.briefing.sentences import situation
from park.questions.attention import attention
from ui.answers import all_targets, focused, headline_rows
from ui.attention import attention_list
from ui.cards import headline_cards
from ui.compare import parks_table
from ui.data import ask
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import all_bullets, months_of
from ui.freshness import freshness
from ui.sentence import sentence
from ui.source import open_own, open_row
from ui.state import view

ROWS = 13

now = view()
if not nothing_yet(now):
    headlines, targets = headline_rows(now), all_targets(now)
    sentence(months_alone(headlines, now.month) or situation(headlines, now.month), headlines)
    headline_cards(now, headlines)
    with st.container(key="standing"):
        left, right = st.columns([1.9, 1], gap="medium")
    with left:
        if targets["completion"].notna().any():
            chart = all_bullets(now, targets, limit=ROWS, row_height=28)
            show(chart, clicked=lambda place: open_row(chart.rows.iloc[place]))
        else:
            first = focused(now)
            show(months_of(first), clicked=lambda month: open_own(first, month), origin=lambda: open_own(first))
    with right:
        attention_list(now, ask(attention, now.area, now.month))
        freshness(now)
    parks_table(now)

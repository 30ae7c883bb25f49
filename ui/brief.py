"""The briefing view (?view=brief): one idea per screen, larger type, no menus, next and previous."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.briefing.sentences import situation
from park.catalogue.names import part_name
from park.locale import _
from park.locale.numbers import month_word
from park.questions.attention import attention
from park.questions.clusters import clusters

from .answers import all_targets, headline_rows
from .attention import attention_list
from .cards import headline_cards
from .data import ask
from .exhibit import show
from .exhibits import all_bullets, contribution_of, map_of, months_of, path_of, shares_of
from .filters import view_of
from .sentence import sentence
from .state import View, go, keep, remember, settle


def screen(areas: pd.DataFrame) -> None:
    """Draws the idea that ?step= asks for."""
    now = view_of(areas)
    place = int(remember("step", [str(n) for n in range(1, 31)], "1"))
    settle()
    keep(now)
    if not now.month:
        st.write(_("No figures have been loaded yet"))
        return
    ideas = _ideas(now)
    place = min(place, len(ideas))
    with st.container(key="idea", height="stretch"):
        ideas[place - 1]()
    _steps(now, place, len(ideas))


def _ideas(now: View) -> list:
    headlines = headline_rows(now)
    shown = headlines[headlines["actual"].notna() | headlines["target"].notna()]["indicator"].tolist()
    ideas = [lambda: _situation(now, headlines), lambda: show(all_bullets(now, all_targets(now), limit=9))]
    ideas += [lambda code=code: show(path_of(now.about(code))) for code in shown]
    first = now.about(shown[0]) if shown else now
    ideas += [lambda: show(months_of(first)), lambda: show(contribution_of(first))]
    answer = ask(clusters, indicator=first.indicator, area=now.area, month=now.month)
    if answer.frame["share"].notna().sum() > 1:
        ideas += [lambda: show(shares_of(first, answer)), lambda: show(map_of(first, answer))]
    return [*ideas, lambda: attention_list(now, ask(attention, now.area, now.month), limit=8)]


def _situation(now: View, headlines: pd.DataFrame) -> None:
    sentence(situation(headlines, now.month), headlines)
    headline_cards(now, headlines)


def _steps(now: View, place: int, count: int) -> None:
    with st.container(horizontal=True, key="steps", vertical_alignment="center"):
        if st.button(_("◀ Previous"), key="previous", disabled=place == 1):
            go(step=str(place - 1))
        st.html(f'<div class="pb pb-small">{place} / {count} · {part_name(now.area)} · {month_word(now.month)}</div>', width="content")
        if st.button(_("Next ▶"), key="next", disabled=place == count):
            go(step=str(place + 1))
        if st.button(_("Leave the briefing view"), key="leave", type="tertiary"):
            go(view="", step="")

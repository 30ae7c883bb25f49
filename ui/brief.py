"""The briefing view (?view=brief): one idea per screen, larger type, no menus, next and previous."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.briefing.sentences import situation
from park.catalogue.names import part_name
from park.locale import _
from park.locale.numbers import month_word
from park.questions.attention import attention
from park.questions.clusters import clusters
from park.questions.land import land
from park.questions.projects import projects
from park.questions.timeline import timeline

from .answers import all_targets, clustered, headline_rows, own_row, part_targets, parted, worded, zone_gaps
from .attention import attention_list
from .cards import headline_cards
from .data import ask
from .exhibit import show
from .exhibits import (
    all_bullets,
    contribution_of,
    funnel_of,
    map_of,
    months_of,
    part_bullets,
    path_of,
    shares_of,
    yield_of,
    zone_heat,
)
from .facts import facts, three_facts
from .filters import view_of
from .project_charts import timeline_of
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
    """What each screen shows, in the order of a talk: the situation, all targets, each headline, zones, growth, clusters, projects, land,
    what needs attention. Nothing without figures."""
    headlines = headline_rows(now)
    shown = headlines[headlines["actual"].notna() | headlines["target"].notna()]["indicator"].tolist()
    first = parted(now.about(shown[0]) if shown else now)
    ideas = [lambda: _situation(now, headlines)]
    if all_targets(now)["completion"].notna().any():
        ideas.append(lambda: show(all_bullets(now, all_targets(now), limit=9)))
    ideas += [lambda code=code: _headline(now.about(code)) for code in shown]
    zones = zone_gaps(now)
    if zones["gap"].notna().any():
        ideas.append(lambda: show(zone_heat(now, zones)))
    ideas.append(lambda: show(months_of(first)))
    if len(part_targets(first)):
        ideas.append(lambda: show(contribution_of(first)))
    return [*ideas, *_clusters(now), *_projects(now), *_land(now), lambda: attention_list(now, ask(attention, now.area, now.month), limit=8)]


def _clusters(now: View) -> list:
    now = clustered(now)
    answer = ask(clusters, indicator=now.indicator, area=now.area, month=now.month)
    if answer.frame["share"].notna().sum() < 2:
        return []
    return [lambda: show(shares_of(now, answer)), lambda: show(map_of(now, answer))]


def _projects(now: View) -> list:
    answer, calendar = ask(projects, area=now.area, month=now.month), timeline_of(now, ask(timeline, area=now.area, month=now.month), 10)
    if not answer.projects:
        return []
    return [lambda: show(funnel_of(now, answer)), *([lambda: show(calendar)] if calendar else [])]


def _land(now: View) -> list:
    now = parted(now.about("land_developed"))
    goals, yields = part_targets(now), worded(ask(land, area=now.area, month=now.month, by=now.by))
    ideas = [lambda: show(part_bullets(now, goals))] if goals["completion"].notna().any() else []
    if yields.loc[yields["row_kind"] == "part", "output_per_mu"].notna().any():
        ideas.append(lambda: show(yield_of(now, yields, "output_per_mu")))
    return ideas


def _headline(now: View) -> None:
    """One indicator on its way, with the three figures that matter beside it; without any the chart takes the whole screen."""
    beside = three_facts(own_row(now))
    if not beside:
        show(path_of(now))
        return
    left, right = st.columns([3, 1], gap="large", vertical_alignment="center")
    with left:
        show(path_of(now))
    with right, st.container(key="three"):
        facts(beside)


def _situation(now: View, headlines: pd.DataFrame) -> None:
    sentence(situation(headlines, now.month), headlines)
    headline_cards(now, headlines)


def _steps(now: View, place: int, count: int) -> None:
    """Back and on, by button or by the arrow keys."""
    with st.container(horizontal=True, key="steps", vertical_alignment="center"):
        if st.button(_("◀ Previous"), key="previous", disabled=place == 1, shortcut="Left"):
            go(step=str(place - 1))
        st.html(f'<div class="pb pb-small">{place} / {count} · {escape(part_name(now.area))} · {month_word(now.month)}</div>', width="content")
        if st.button(_("Next ▶"), key="next", disabled=place == count, shortcut="Right"):
            go(step=str(place + 1))
        if st.button(_("Leave the briefing view"), key="leave", type="tertiary", shortcut="Escape"):
            go(view="", step="")

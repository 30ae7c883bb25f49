"""The bar above every page: area, month, language, sign-in; and the filters that single pages add."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import pandas as pd
import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.locale import LANGUAGE_LABELS, LANGUAGES, _, language
from park.locale.numbers import month_word
from park.questions.overview import clusters_of
from park.questions.progress import progress

from . import state
from .data import ask, kept
from .menu import menu
from .sign_in import door
from .state import View


def bar(areas: pd.DataFrame, groups: list[list], page: object) -> View:
    """Draws the bar: brand, pages, area, month, language, sign-in.

    areas: park.questions.areas, empty on an empty database; groups: the director's and the staff's pages; page: the one that is open.
    """
    now = view_of(areas)
    state.settle()
    with st.container(horizontal=True, key="bar", vertical_alignment="center", gap="small"):
        brand = f'<img class="pb-brand" alt="{_("Parkboard")}" src="app/static/brand.{language()}.svg">'
        st.html(f'{brand}<h1 class="pb-unseen">{escape(page.title)}</h1>', width="content")
        menu(*groups, page)
        _area(areas)
        _month(areas, now.area)
        st.segmented_control(
            _("Language"), LANGUAGES, key="lang", format_func=LANGUAGE_LABELS.get, required=True, label_visibility="collapsed",
        )
        if st.button(_("Present"), key="present", type="tertiary", icon=":material/slideshow:", help=_("One idea per screen, for the meeting room")):
            state.go(view="brief", step="1")
        door()
    return now


def view_of(areas: pd.DataFrame) -> View:
    """The view as session and URL have it."""
    names = areas["area"].tolist()
    area = state.remember("area", names, default_area(areas), always=True) if names else ""
    choices = _months(areas, area)
    month = state.remember("month", choices, choices[0], always=True) if choices else ""
    codes = [i.code for i in load_catalogue().indicators.values() if i.comparable]
    indicator = state.remember("indicator", codes, load_catalogue().headlines()[0].code)
    by = state.remember("by", ["area", "cluster", "firm"], "area")  # pages turn to what an area has; a default that moves breaks Back
    pace = state.remember("pace", ["linear", "plan", "seasonal"], "linear")
    cluster = state.remember("cluster", ["", *ask(clusters_of, area)] if names else [""], "")
    return View(area=area, month=month, indicator=indicator, by=by, pace=pace, cluster=cluster, look=state.look())


def _area(areas: pd.DataFrame) -> None:
    names = areas["area"].tolist()
    zones = set(areas.loc[areas["parent"] != "", "area"])
    if len(names) > 1:
        st.selectbox(
            _("Area"), names, key="area", label_visibility="collapsed", width=200,
            format_func=lambda name: f"\u3000{part_name(name)}" if name in zones else part_name(name),
        )
    elif names:
        st.html(f'<div class="pb pb-title">{escape(part_name(names[0]))}</div>', width="content")


def default_area(areas: pd.DataFrame) -> str:
    """The park whose figures reach furthest; the first one where none has figures."""
    parks = areas[(areas["parent"] == "") & areas["last_month"].notna()]
    return parks.sort_values("last_month", ascending=False, kind="stable")["area"].iloc[0] if len(parks) else areas["area"].iloc[0]


def _month(areas: pd.DataFrame, area: str) -> None:
    if choices := _months(areas, area):
        st.selectbox(_("As-of month"), choices, key="month", format_func=month_word, label_visibility="collapsed", width=140)


def _months(areas: pd.DataFrame, area: str) -> list[str]:
    row = areas[areas["area"] == area]
    if row.empty or pd.isna(row["last_month"].iloc[0]):
        return []
    return months_between(row["first_month"].iloc[0], row["last_month"].iloc[0])


@lru_cache(maxsize=200)
def months_between(first: str, last: str) -> list[str]:
    """Every month from `last` back to `first`, YYYY-MM."""
    return [str(p) for p in pd.period_range(first, last, freq="M")][::-1]


def indicator_choice(view: View, codes: list[str]) -> None:
    """The indicator; `codes` are those that have figures or targets here."""
    state.draw("indicator", view.indicator)
    known = list(dict.fromkeys([*codes, view.indicator]))
    order = {code: place for place, code in enumerate(load_catalogue().indicators)}
    st.selectbox(_("Indicator"), sorted(known, key=order.get), key="indicator", format_func=indicator_name, width=300)


def by_choice(view: View) -> None:
    """Zones, clusters or firms: those that the indicator has figures or targets of; nothing to choose from, no choice."""
    words = {"area": _("Zones"), "cluster": _("Clusters"), "firm": _("Firms")}
    there = _kinds(view)
    if len(there) > 1:
        state.draw("by", view.by)
        st.segmented_control(_("Broken down by"), there, key="by", format_func=words.get, required=True)


@kept
def _kinds(view: View) -> list[str]:
    return [by for by in ("area", "cluster", "firm") if len(ask(progress, area=view.area, month=view.month, indicator=view.indicator, by=by))]


def cluster_choice(view: View, names: list[str]) -> None:
    """Whose firms are shown: all, or those of one of the clusters `names`."""
    state.draw("cluster", view.cluster if view.cluster in names else "")
    st.selectbox(
        _("Firms of"), ["", *names], key="cluster", width=300, format_func=lambda name: part_name(name) if name else _("all clusters"))


def pace_choice(view: View, there: list[str]) -> None:
    """What the completion is held against; `there` are those that can be reckoned here. Only one: no choice."""
    words = {"linear": _("Months passed"), "plan": _("Monthly plan"), "seasonal": _("Last year's course")}
    if len(there) > 1:
        state.draw("pace", view.pace)
        st.segmented_control(_("Pace"), there, key="pace", format_func=words.get, required=True)

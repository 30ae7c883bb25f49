"""The bar above every page: area, month, language, sign-in; and the filters that single pages add."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.catalogue import load_catalogue
from park.charts.names import indicator_name, part_name
from park.charts.numbers import month_word
from park.locale import LANGUAGE_LABELS, LANGUAGES, _
from park.questions.progress import progress

from .data import ask
from .sign_in import door
from .state import View, look, remember


def bar(areas: pd.DataFrame) -> View:
    """Draws the bar and returns the view. areas: park.questions.areas; empty on an empty database."""
    with st.container(horizontal=True, key="bar", vertical_alignment="center", gap="small"):
        area, month = _area(areas), _month(areas)
        with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", width="stretch"):
            st.segmented_control(
                _("Language"), LANGUAGES, key="lang", format_func=LANGUAGE_LABELS.get, required=True, label_visibility="collapsed",
            )
            door()
    return View(area=area, month=month, indicator=_remembered_indicator(), by=_by(areas, area), pace=_pace(), look=look())


def hidden_view(areas: pd.DataFrame) -> View:
    """The view without its bar, as the URL and the session have it."""
    area = remember("area", areas["area"].tolist(), default_area(areas), always=True)
    choices = _months(areas, area)
    month = remember("month", choices, choices[0], always=True) if choices else ""
    remember("step", [str(n) for n in range(1, 31)], "1")
    return View(area=area, month=month, indicator=_remembered_indicator(), by=_by(areas, area), pace=_pace(), look=look())


def _area(areas: pd.DataFrame) -> str:
    names = areas["area"].tolist()
    if not names:
        return ""
    chosen = remember("area", names, default_area(areas), always=True)
    if len(names) > 1:
        zones = set(areas.loc[areas["parent"] != "", "area"])
        st.selectbox(
            _("Area"), names, key="area", label_visibility="collapsed", width=260,
            format_func=lambda name: f"　{part_name(name)}" if name in zones else part_name(name),
        )
    else:
        st.html(f'<div class="pb pb-title">{part_name(chosen)}</div>', width="content")
    return chosen


def default_area(areas: pd.DataFrame) -> str:
    """The park whose figures reach furthest; the first one where none has figures."""
    parks = areas[(areas["parent"] == "") & areas["last_month"].notna()]
    return parks.sort_values("last_month", ascending=False, kind="stable")["area"].iloc[0] if len(parks) else areas["area"].iloc[0]


def _month(areas: pd.DataFrame) -> str:
    choices = _months(areas, st.session_state.get("area", ""))
    if not choices:
        return ""
    chosen = remember("month", choices, choices[0], always=True)
    st.selectbox(_("As-of month"), choices, key="month", format_func=month_word, label_visibility="collapsed", width=150)
    return chosen


def _months(areas: pd.DataFrame, area: str) -> list[str]:
    row = areas[areas["area"] == area]
    if row.empty or pd.isna(row["last_month"].iloc[0]):
        return []
    return months_between(row["first_month"].iloc[0], row["last_month"].iloc[0])


def months_between(first: str, last: str) -> list[str]:
    """Every month from `last` back to `first`, YYYY-MM."""
    return [str(p) for p in pd.period_range(first, last, freq="M")][::-1]


def _remembered_indicator() -> str:
    codes = [i.code for i in load_catalogue().indicators.values() if i.comparable]
    return remember("indicator", codes, load_catalogue().headlines()[0].code)


def _by(areas: pd.DataFrame, area: str) -> str:
    has_zones = bool((areas["parent"] == area).any()) if len(areas) else False
    return remember("by", ["area", "cluster", "firm"], "area" if has_zones else "cluster")


def _pace() -> str:
    return remember("pace", ["linear", "plan", "seasonal"], "linear")


def indicator_choice(codes: list[str]) -> None:
    """The indicator; `codes` are those that have figures or targets here."""
    known = list(dict.fromkeys([*codes, st.session_state["indicator"]]))
    order = {code: place for place, code in enumerate(load_catalogue().indicators)}
    st.selectbox(_("Indicator"), sorted(known, key=order.get), key="indicator", format_func=indicator_name, width=300)


def by_choice(view: View) -> None:
    """Zones, clusters or firms: those that the indicator has figures or targets of; nothing to choose from, no choice."""
    words = {"area": _("Zones"), "cluster": _("Clusters"), "firm": _("Firms")}
    there = [by for by in words if len(ask(progress, area=view.area, month=view.month, indicator=view.indicator, by=by))]
    if view.by not in there:
        there = [view.by, *there]
    if len(there) > 1:
        st.segmented_control(_("Broken down by"), there, key="by", format_func=words.get, required=True)


def pace_choice() -> None:
    """What the completion is held against."""
    words = {"linear": _("Months passed"), "plan": _("Monthly plan"), "seasonal": _("Last year's course")}
    st.segmented_control(_("Pace"), list(words), key="pace", format_func=words.get, required=True)

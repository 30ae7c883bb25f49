"""Parts of the page for entry by hand: whose figures of which month, the grids, and what was typed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.locale import _, language
from park.locale.numbers import absent, full, month_word, period_word
from park.questions.entry import to_report
from park.questions.overview import areas
from park.store import Account

from .data import ask
from .difference import figure_of
from .filters import months_between
from .state import view
from .words import plain

SIGNS = ("=", "≥", "≤", "≈")
MONTHS = tuple(f"plan{m}" for m in range(1, 13))
GRID_HEIGHT = 470
AHEAD = 2  # months after the last one with figures that can be chosen


def allowed(known: pd.DataFrame, account: Account) -> list[str]:
    """The parks and zones of park.questions.areas that an account may write to, by name."""
    if account.areas is None:
        return known["area"].tolist()
    own = set(account.areas)
    return known.loc[known["area_id"].isin(own) | known["parent_id"].isin(own), "area"].tolist()


def whose(account: Account) -> tuple[str, str, str]:
    """(park, area, month) chosen on the page; park "" where nothing can be chosen yet."""
    known = ask(areas)
    if known.empty:
        park = st.selectbox(_("Park"), list(load_catalogue().parks), index=None, accept_new_options=True, key="entry_park", format_func=part_name, width=320) or ""
        area, last = park, ""
    else:
        names = allowed(known, account)
        if not names:
            return "", "", ""
        now = view().area
        with st.container(horizontal=True, vertical_alignment="bottom"):
            area = st.selectbox(_("Area"), names, index=names.index(now) if now in names else 0, key=f"entry_area_{now}", format_func=part_name, width=260)
            row = known[known["area"] == area].iloc[0]
            park, last = row["parent"] or area, _last(known, row["parent"] or area)
            return park, area, _month(park, last)
    return park, area, _month(park, last)


def _last(known: pd.DataFrame, park: str) -> str:
    """The park's last month with figures, "" for none."""
    of_park = known.loc[known["area"] == park, "last_month"].iloc[0]
    return "" if absent(of_park) else of_park


def _month(park: str, last: str) -> str:
    """The month to enter: at first the one after the last with figures. What is loaded meanwhile moves nothing under a clerk's hands."""
    first, choices = st.session_state.setdefault(f"_entry_months_{park}", _months(last))
    return st.selectbox(_("Month"), choices, index=choices.index(first), format_func=month_word, key=f"entry_month_{park}", width=180)


def _months(last: str) -> tuple[str, list[str]]:
    newest = pd.Period(last, "M") if last else pd.Period.now("M")
    return str(newest + 1) if last else str(newest), months_between(str(newest - 36), str(newest + AHEAD))


def monthly_grid(area: str, month: str, turn: int) -> pd.DataFrame:
    """The grid of a month's figures: indicator, unit, month, to_date as typed (texts, "" for none). turn: a new number empties it."""
    return _typed(st.data_editor(
        _kept(f"monthly_{area}_{month}_{turn}", lambda: _monthly(area, month)), key=f"monthly_{area}_{month}_{turn}", hide_index=True, num_rows="dynamic",
        width="stretch", height=GRID_HEIGHT, column_config=_monthly_columns(),
    ))


def _monthly(area: str, month: str) -> pd.DataFrame:
    rows = _rows(area, month)
    return pd.DataFrame({
        "indicator": rows["name"], "unit": rows["unit"], "month": "", "to_date": "",
        "stands": [_both(m, y) for m, y in zip(rows["month_value"], rows["ytd_value"], strict=True)],
        "last": [full(v) if not absent(v) else "" for v in rows["last_ytd"]], "target": rows["goal"],
    }).astype(str)


def _monthly_columns() -> dict:
    text = st.column_config.TextColumn
    return {
        "indicator": text(_("Indicator"), width="medium"), "unit": text(_("Unit"), width="small"),
        "month": text(_("Month's figure")), "to_date": text(_("Year to date")),
        "stands": text(_("Stands: month / to date"), disabled=True), "last": text(_("To date a month before"), disabled=True),
        "target": text(_("Target of the year"), disabled=True),
    }


def units_stand(wrong: list[tuple[str, str]]) -> bool:
    """Whether every unit of a grid is one; says which are not (indicator, unit) and what to do."""
    if wrong:
        st.error(plain(_("In the column of units stands what is no unit: {units}. Was the block pasted one column too far left? Nothing was read; press Ctrl+Z in the grid and paste it again.").format(
            units="、".join(f"{indicator} “{unit}”" for indicator, unit in wrong[:5]))))
    return not wrong


def goals_grid(area: str, month: str, turn: int) -> pd.DataFrame:
    """The grid of a year's targets: indicator, unit, sign, value, high, growth, plan1 to plan12 as typed (texts, "" for none)."""
    return _typed(st.data_editor(
        _kept(f"goals_{area}_{month[:4]}_{turn}", lambda: _goals(area, month)), key=f"goals_{area}_{month[:4]}_{turn}", hide_index=True, num_rows="dynamic",
        width="stretch", height=GRID_HEIGHT, column_config=_goal_columns(month),
    ))


def _goals(area: str, month: str) -> pd.DataFrame:
    rows, empty = _rows(area, month), dict.fromkeys(("value", "high", "growth", *MONTHS), "")
    return pd.DataFrame({
        "indicator": rows["name"], "unit": rows["unit"], "stands": rows["goal"],
        "last_year": [full(v) if not absent(v) else "" for v in rows["last_year"]], "sign": "=", **empty,
    }).astype(str)


def _goal_columns(month: str) -> dict:
    text = st.column_config.TextColumn
    return {
        "indicator": text(_("Indicator"), width="medium", pinned=True), "unit": text(_("Unit"), width="small"),
        "stands": text(_("Target that stands"), disabled=True), "last_year": text(_("Result of last year"), disabled=True),
        "sign": st.column_config.SelectboxColumn(_("Sign"), options=list(SIGNS), width="small"),
        "value": text(_("Target")), "high": text(_("Target up to")), "growth": text(_("or growth, %")),
        **{name: text(period_word(f"{month[:4]}-{place:02d}"), width="small", help=_("Cumulative plan")) for place, name in enumerate(MONTHS, start=1)},
    }


def _kept(name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """The grid as it was when this session opened it: one that changed with the store would lose what is being typed."""
    grids = st.session_state.setdefault("_grids", {})
    key = f"{language()}_{name}"
    if key not in grids:
        grids[key] = make()
    return grids[key]


def _rows(area: str, month: str) -> pd.DataFrame:
    known = ask(areas)
    if area in set(known["area"]):
        rows = ask(to_report, area=area, month=month).copy()
    else:
        rows = pd.DataFrame([(h.code, h.unit) for h in load_catalogue().headlines()], columns=["indicator", "unit"])
        rows = rows.assign(**dict.fromkeys(("month_value", "ytd_value", "last_ytd", "last_year", "target", "target_high", "comparator", "growth"), None))
    rows["name"] = [indicator_name(code) for code in rows["indicator"]]
    rows["goal"] = [figure_of(*row) for row in zip(rows["target"], rows["target_high"], rows["comparator"], rows["growth"], strict=True)]
    return rows


def _both(month: object, to_date: object) -> str:
    return "" if absent(month) and absent(to_date) else f"{full(month)} / {full(to_date)}"


def _typed(grid: pd.DataFrame) -> pd.DataFrame:
    """What the grid holds, as texts without blanks around them; indicators by the names that a reader of files knows."""
    grid = grid.map(lambda v: "" if absent(v) or v == "None" else str(v).strip())
    names = {indicator_name(code): indicator.name_zh for code, indicator in load_catalogue().indicators.items()}
    return grid.assign(indicator=[names.get(name, name) for name in grid["indicator"]])

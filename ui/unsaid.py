"""What a file leaves unsaid: its park, and per table zone, month, year and unit. Kept for the session by the file's SHA-256."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import part_name
from park.locale import _
from park.questions.overview import areas
from park.store import Reading, Said

from .data import ask
from .words import plain

LACKS = {"no_month": ("month",), "no_period": ("month", "year"), "no_year": ("month", "year"), "unit_missing": ("unit",)}


@dataclass(frozen=True)
class Unsaid:
    """What a person said of one file: its park, and of its tables by number."""

    park: str = ""
    tables: dict[int, Said] = field(default_factory=dict)


def told(digest: str) -> Unsaid:
    """What was said of a file so far."""
    return st.session_state.get(f"_said_{digest}", Unsaid())


def lacking(reading: Reading) -> dict[int, set[str]]:
    """table -> what is missing there (month, year, unit), from its findings."""
    found: dict[int, set[str]] = {}
    for finding in reading.findings:
        if finding.code in LACKS and finding.table is not None:
            found.setdefault(finding.table, set()).update(LACKS[finding.code])
    return found


def ask_unsaid(reading: Reading, park: str, digest: str, key: str) -> None:
    """The fields for what is missing, opened where nothing can be loaded without them; the file is read again with the answers."""
    missing, now = lacking(reading), told(digest)
    tables = _tables(reading)
    zone_unsaid = len(tables) == 1 and reading.observations.num_rows > 0 and bool(_zones(park)) and not any(reading.observations["area"].unique().to_pylist())
    if not (missing or not park or not reading.park or now.tables or zone_unsaid):
        return
    asked = [number for number in tables if number in missing or zone_unsaid or number in now.tables]
    with st.expander(_("What the file leaves unsaid"), expanded=bool(missing) or not park), st.form(f"unsaid_{key}", border=False):
        named = now.park
        if not reading.park or now.park:
            named = st.selectbox(
                _("Park"), _parks(now.park), index=None if not now.park else 0, format_func=part_name, accept_new_options=True,
                placeholder=_("whose figures these are"), key=f"park_{key}",
            ) or ""
        all_of_them = _of_all(missing, f"{key}_all") if len(missing) > 1 else Said()
        said = {
            number: _with(_of_table(number, tables[number], missing.get(number, set()), now.tables.get(number, Said()), park, f"{key}_{number}"), all_of_them)
            for number in asked
        }
        if st.form_submit_button(_("Read again"), key=f"reread_{key}"):
            st.session_state[f"_said_{digest}"] = Unsaid(named, {number: one for number, one in said.items() if one != Said()})
            st.rerun()


def _tables(reading: Reading) -> dict[int, str]:
    """number -> sheet of the tables of a reading."""
    found = {mark.table: mark.sheet for mark in reading.marks}
    return dict(sorted(found.items()))


def _parks(first: str) -> list[str]:
    known = ask(areas)
    there = known.loc[known["parent"] == "", "area"].tolist() if len(known) else []
    return list(dict.fromkeys([*([first] if first else []), *there, *load_catalogue().parks]))


def _zones(park: str) -> list[str]:
    known = ask(areas)
    return known.loc[known["parent"] == park, "area"].tolist() if len(known) else []


def _of_all(missing: dict[int, set[str]], key: str) -> Said:
    """Month, year and unit for every table that lacks them."""
    lack = set().union(*missing.values())
    st.markdown(_("All tables that lack it"))
    _first, month, year, unit = st.columns(4)
    return Said(
        month=month.text_input(_("Month, as 2013-09"), key=f"month_{key}").strip() if "month" in lack else "",
        year=year.text_input(_("Year, as 2013"), key=f"year_{key}").strip() if "year" in lack else "",
        unit=(unit.selectbox(_("Unit"), _units(), index=None, placeholder=_("the indicator's own"), key=f"unit_{key}") or "") if "unit" in lack else "",
    )


def _with(said: Said, others: Said) -> Said:
    """What is said of a table, and of all where that says nothing."""
    return replace(said, month=said.month or others.month, year=said.year or others.year, unit=said.unit or others.unit)


def _units() -> list[str]:
    """Units that money and land come in: what a figure cannot be read without."""
    return [unit.name for unit in load_catalogue().units.values() if unit.dimension in ("money", "area")]


def _of_table(number: int, sheet: str, missing: set[str], now: Said, park: str, key: str) -> Said:
    """Zone, month, year and unit of one table; what the file says itself is not asked."""
    st.markdown(_("Table {number}, {sheet}").format(number=number, sheet=plain(sheet or "—")))
    zone, month, year, unit = st.columns(4)
    said = Said(area=zone.selectbox(
        _("Zone"), list(dict.fromkeys([*([now.area] if now.area else []), *_zones(park)])), index=0 if now.area else None, format_func=part_name,
        placeholder=_("the park as a whole"), accept_new_options=True, key=f"zone_{key}",
    ) or "")
    if "month" in missing or now.month:
        said = replace(said, month=month.text_input(_("Month, as 2013-09"), value=now.month, key=f"month_{key}").strip())
    if "year" in missing or now.year:
        said = replace(said, year=year.text_input(_("Year, as 2013"), value=now.year, key=f"year_{key}").strip())
    if "unit" in missing or now.unit:
        said = replace(said, unit=unit.selectbox(
            _("Unit"), list(dict.fromkeys([*([now.unit] if now.unit else []), *_units()])), index=0 if now.unit else None, placeholder=_("the indicator's own"),
            accept_new_options=True, key=f"unit_{key}",
        ) or "")
    return said

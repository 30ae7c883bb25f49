"""Where a figure comes from: file, sheet, cell, raw text, batch, who and when; earlier revisions below."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.catalogue.names import TOTAL, UNALLOCATED, indicator_name, part_name
from park.charts.funnel import stage_word
from park.locale import _
from park.locale.numbers import MONEY_UNIT, absent, card, full, unit_word
from park.questions.source import project_source, source

from .data import ask
from .exhibits import unit_of
from .state import View, link, seen, speak, view
from .texts import open_text
from .times import local
from .words import basis_word, measure_word

ALL = "all"  # in place of a month: every period
MOST = 50  # projects listed in one drawer


def open_row(row: pd.Series) -> None:
    """Opens the drawer for a row of progress, growth or clusters (indicator, area, cluster, firm where it has them)."""
    now = view()
    words = {name: row.get(name) or "" for name in ("indicator", "area", "cluster", "firm")}
    open_source(words["indicator"] or now.indicator, words["area"] or now.area, words["cluster"], words["firm"])


def open_part(row: pd.Series, now: View) -> None:
    """Opens the drawer for a row of growth, clusters or land; 未分解 and 合计 lead to the area's own figure."""
    name, kind = row.get("part") or row.get("cluster"), "cluster" if "cluster" in row else now.by
    if row["row_kind"] != "part":
        name = ""
    given = {kind: name} if name else {}
    open_source(now.indicator, given.get("area", now.area), given.get("cluster", ""), given.get("firm", ""))


def open_named(now: View, kind: str, name: str) -> None:
    """Opens the drawer for a part by its name; 未分解 and 合计 lead to the area's own figure."""
    open_part(pd.Series({"part": name, "row_kind": "total" if name in (TOTAL, UNALLOCATED) else "part"}), now.broken_down(kind))


def open_own(now: View, month: str = "") -> None:
    """Opens the drawer for the view's indicator of the area itself, of the view's month or another one."""
    open_source(now.indicator, now.area, month=month)


def open_plan(row: pd.Series, now: View) -> None:
    """Opens the drawer for a figure of a plan: every observation of its key, of all years."""
    open_source(row["indicator"], now.area, row["cluster"] or "", month=ALL)


def open_source(indicator: str, area: str, cluster: str = "", firm: str = "", month: str = "") -> None:
    """Opens the drawer for one figure, of the view's month where no other is given."""
    st.dialog(_("Where this figure comes from"), width="medium", position="right")(_drawer)(indicator, area, cluster, firm, month or view().month)


def open_project(row: pd.Series, now: View) -> None:
    """Opens the drawer for a project of the ledger."""
    st.dialog(_("Where this figure comes from"), width="medium", position="right")(_project)(row["project"], row["firm"] or "", now.area)


def open_projects(rows: pd.DataFrame, title: str) -> None:
    """Opens the drawer with a list of projects (rows of the ledger, or of not_started)."""
    st.dialog(title, width="medium", position="right")(_projects)(rows)


def _projects(rows: pd.DataFrame) -> None:
    speak()
    for row in rows.head(MOST).to_dict("records"):
        dates = [f"{name} {row[key]}" for key, name in _dates().items() if not absent(row.get(key))]
        told = [part_name(row["area"]), row["firm"], "" if absent(row["investment"]) else card(row["investment"], MONEY_UNIT)]
        said = [f"<b>{escape(row['project'])}</b>", escape(" · ".join(word for word in told if word)), escape(" · ".join(dates))]
        if row.get("reason"):
            said.append(escape(_("Reason: {reason}").format(reason=row["reason"])))
        if row.get("responsible"):
            said.append(escape(_("Responsible: {name}").format(name=row["responsible"])))
        _box([line for line in said if line])
    if len(rows) > MOST:
        st.caption(_("and {count} more").format(count=len(rows) - MOST))


def _dates() -> dict[str, str]:
    return {
        "signed": _("Signed"), "planned_start": _("Planned start"), "started": _("Started"), "completed": _("Completed"),
        "in_production": _("In production"),
    }


def _project(project: str, firm: str, area: str) -> None:
    speak()
    st.html(f'<div class="pb"><h3 class="pb-title">{escape(project)}</h3><p class="pb-sub">{escape(firm)}</p></div>')
    for row in ask(project_source, project=project, firm=firm, area=area).to_dict("records"):
        place = " · ".join(str(row[name]) for name in ("file", "sheet", "cell") if not absent(row[name]))
        _box([f"{escape(_('Place'))}: <b>{escape(place)}</b>", f"{escape(_('Stage'))}: {escape(stage_word(row['stage']) or '—')}", _batch(row)])


def _drawer(indicator: str, area: str, cluster: str, firm: str, month: str) -> None:
    speak()
    who = " · ".join(part_name(name) for name in (area, cluster, firm) if name)
    unit = unit_of(indicator)
    st.html(f'<div class="pb"><h3 class="pb-title">{escape(indicator_name(indicator))} · {escape(who)}</h3>'
            f'<p class="pb-sub">{escape(_("unit: {unit}").format(unit=unit_word(unit)))}</p></div>')
    _deeper(indicator, area, cluster, seen().month if month == ALL else month)
    key = {"indicator": indicator, "area": area} | ({"month": month} if month != ALL else {}) | ({"cluster": cluster} if cluster else {}) | ({"firm": firm} if firm else {})
    rows = ask(source, **key)
    standing, earlier = rows[rows["newest"]], rows[~rows["newest"]]
    if standing.empty:
        st.write(_("No cell stands behind this figure: it is derived or not reported."))
    else:
        _list(standing)
    if len(earlier):
        st.html(f'<div class="pb"><h3 class="pb-title">{escape(_("Earlier revisions"))}</h3></div>')
        _list(earlier)


def _deeper(indicator: str, area: str, cluster: str, month: str) -> None:
    """Links that lead from the figure to the pages that explain it."""
    there = {"area": area, "indicator": indicator, "month": month}
    with st.container(horizontal=True, key="deeper", gap="xxsmall"):
        if area != seen().area:
            st.page_link("pages/overview.py", label=part_name(area), icon=":material/location_on:", query_params=link(area=area, month=month))
        st.page_link("pages/targets.py", label=_("Target and pace"), icon=":material/flag:", query_params=link(**there))
        st.page_link("pages/growth.py", label=_("Growth"), icon=":material/trending_up:", query_params=link(**there))
        if cluster:
            st.page_link("pages/clusters.py", label=_("Leading firms"), icon=":material/factory:", query_params=link(**there, cluster=cluster))


def _list(rows: pd.DataFrame) -> None:
    for place_in_list, row in rows.to_dict("index").items():
        span = row["period_end"] if row["period_start"] == row["period_end"] else f"{row['period_start']} – {row['period_end']}"
        sentence = absent(row["sheet"]) and str(row["cell"]).isdigit()
        cell = _("sentence {number}").format(number=row["cell"]) if sentence else row["cell"]
        place = " · ".join(str(part) for part in (row["file"], row["sheet"], cell) if not absent(part))
        lines = [
            f"<b>{escape(full(row['value']))}</b> <span class='pb-muted'>{escape(_basis(row))} {escape(span)}</span>",
            f"{escape(_('Place'))}: <b>{escape(place)}</b>",
            f"{escape(_('As written'))}: {escape(str(row['raw']))}",
            _batch(row),
        ]
        _box(lines)
        if sentence:
            open_text(row["batch"], row["cell"], f"{row['batch']}_{place_in_list}")


def _batch(row: dict) -> str:
    return f"<span class='pb-muted'>{escape(_('Batch'))} {escape(str(row['batch']))} · {escape(str(row['by']))} · {escape(local(row['at']))}</span>"


def _box(lines: list[str]) -> None:
    with st.container(border=True):
        st.html("".join(f'<div class="pb pb-line">{line}</div>' for line in lines))


def _basis(row: dict) -> str:
    measure = "" if row.get("measure") == "actual" else measure_word(row.get("measure"))
    return f"{measure} {basis_word(row['basis'])}".strip()

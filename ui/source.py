"""Where a figure comes from: file, sheet, cell, raw text, batch, who and when; earlier revisions below."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.charts.funnel import stage_word
from park.locale import _
from park.locale.numbers import absent, full, unit_word
from park.questions.source import project_source, source

from .data import ask
from .exhibits import unit_of
from .state import View, speak, view
from .texts import open_text
from .times import local
from .words import basis_word, measure_word


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


def open_source(indicator: str, area: str, cluster: str = "", firm: str = "") -> None:
    """Opens the drawer for one figure of the view's month."""
    st.dialog(_("Where this figure comes from"), width="medium", position="right")(_drawer)(indicator, area, cluster, firm, view().month)


def open_project(row: pd.Series, now: View) -> None:
    """Opens the drawer for a project of the ledger."""
    st.dialog(_("Where this figure comes from"), width="medium", position="right")(_project)(row["project"], row["firm"] or "", now.area)


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
    key = {"indicator": indicator, "area": area, "month": month} | ({"cluster": cluster} if cluster else {}) | ({"firm": firm} if firm else {})
    rows = ask(source, **key)
    standing, earlier = rows[rows["newest"]], rows[~rows["newest"]]
    if standing.empty:
        st.write(_("No cell stands behind this figure: it is derived or not reported."))
    else:
        _list(standing)
    if len(earlier):
        st.html(f'<div class="pb"><h3 class="pb-title">{escape(_("Earlier revisions"))}</h3></div>')
        _list(earlier)


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

"""A row of figures with their names: what a page says beside its chart."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.charts import theme
from park.locale import _
from park.locale.numbers import (
    MISSING,
    MONEY_UNIT,
    PIECES,
    absent,
    by_pieces,
    card,
    percent,
    points_word,
    signed_percent,
)
from park.questions.clusters import ClusterAnswer
from park.questions.projects import ProjectAnswer
from park.questions.words import reason_text


def facts(pairs: list[tuple[str, str]]) -> None:
    """Names and figures side by side; they wrap on a narrow screen."""
    cells = "".join(f"<div><span>{escape(name)}</span><b>{escape(figure)}</b></div>" for name, figure in pairs)
    st.html(f'<div class="pb pb-facts">{cells}</div>')


def target_facts(row: pd.Series | None) -> None:
    """Target, actual, completion, gap, what is needed a month, landing; without a target only what there is, and the reason."""
    if row is None:
        return
    unit = row["unit"]
    landings = _landings(row)
    status = f"{theme.status_shape(row['status'])} {theme.status_word(row['status'])}".strip(" ○") or "—"
    pairs = [
        (_("Actual"), card(row["actual"], unit)), (_("Target"), card(row["target"], unit)),
        (_("Completion"), percent(row["completion"])), (_("Against the pace"), points_word(row["gap"])), (_("Status"), status),
        _needed(row),
        (_("Landing (linear, seasonal)"), " / ".join(landings) or "—"),
        (_("Growth, reported"), signed_percent(row["yoy_reported"])), (_("Growth, computed"), signed_percent(row["yoy_computed"])),
    ]
    facts([(name, figure) for name, figure in pairs if figure != MISSING] if absent(row["target"]) else pairs)
    if reason := reason_text(row["reason"], last_month=row.get("last_month")):
        st.caption(reason)


def three_facts(row: pd.Series | None) -> list[tuple[str, str]]:
    """What a screen says beside a chart: how far, what is needed a month, where it leads; only what is known, at most three."""
    if row is None:
        return []
    landings = _landings(row)
    pairs = [
        (_("Completion"), percent(row["completion"])), _needed(row),
        (_("Landing (linear, seasonal)"), " / ".join(landings) or MISSING),
        (_("Growth, reported"), signed_percent(row["yoy_reported"])), (_("Growth, computed"), signed_percent(row["yoy_computed"])),
    ]
    return [(name, figure) for name, figure in pairs if figure != MISSING][:3]


def _needed(row: pd.Series) -> tuple[str, str]:
    """What is needed a month, as sentences say it: of few pieces what is still lacking in all."""
    needed, unit = row["required_per_month"], row["unit"]
    if not absent(needed) and needed > 0 and not row.get("lower") and by_pieces(unit, needed):
        return _("Still lacking"), card(row["target"] - row["actual"], unit)
    return _("Needed per month"), card(needed, unit)


def _landings(row: pd.Series) -> list[str]:
    """What is expected of the year, by both ways where both are known; pieces are whole."""
    values = [row[name] for name in ("landing_linear", "landing_seasonal") if not absent(row[name])]
    return [card(round(float(value)) if row["unit"] in PIECES else value, row["unit"]) for value in values]


def growth_facts(row: pd.Series | None) -> None:
    """Growth as reported and as computed, side by side."""
    if row is None:
        return
    facts([
        (_("Year to date"), card(row["actual"], row["unit"])), (_("Same period of last year"), card(row.get("base"), row["unit"])),
        (_("Growth, reported"), signed_percent(row["yoy_reported"])), (_("Growth, computed"), signed_percent(row["yoy_computed"])),
    ])


def cluster_facts(answer: ClusterAnswer) -> None:
    """How concentrated the park is."""
    facts([
        (_("Largest cluster (CR1)"), percent(answer.cr1)), (_("Largest three (CR3)"), percent(answer.cr3)),
        (_("Concentration (HHI)"), "—" if absent(answer.hhi) else f"{answer.hhi:,.0f}"),
        (_("Leading clusters' share"), percent(answer.leading_share)),
    ])


def land_facts(idle: pd.Series | None) -> None:
    """Idle land taken back into use, against its target; nothing where there is neither."""
    if idle is not None:
        facts([
            (_("Idle land revitalised"), card(idle["actual"], idle["unit"])), (_("Target"), card(idle["target"], idle["unit"])),
            (_("Completion"), percent(idle["completion"])),
        ])


def investment_facts(rows: pd.DataFrame) -> None:
    """Planned and finished investment, of all projects of the ledger and of the year; what is not known is left out."""
    names = {
        "ledger": (_("Planned investment, all projects"), _("Investment of finished projects")),
        "year": (_("Planned investment of the year"), _("Invested this year")),
    }
    pairs = []
    for row in rows.itertuples():
        pairs += [(name, card(value, MONEY_UNIT)) for name, value in zip(names[row.basis], (row.planned, row.done), strict=True) if not absent(value)]
    if pairs:
        facts(pairs)


def project_facts(answer: ProjectAnswer) -> None:
    """How many projects, and which share started and finished."""
    if not answer.projects:
        return
    facts([
        (_("Projects in all"), f"{answer.projects:,}"), (_("Not started"), f"{answer.not_started:,}"),
        (_("Started rate"), percent(answer.started_rate)), (_("Finished rate"), percent(answer.finished_rate)),
    ])

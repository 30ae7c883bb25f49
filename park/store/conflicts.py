"""Doubts that show only beside what other files said: month against year to date, own year against 上年同期, parts
against total, the target of a text against that of a table.

Found when a batch is committed, after the monthly truth stands; kept with the batch's other findings (DEFINITIONS 3, DESIGN 3).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import duckdb

from park.catalogue import Catalogue
from park.catalogue.names import SUMMING
from park.locale import _, language

from .records import Finding

MOST = 200


def find(cur: duckdb.DuckDBPyConnection, batch_id: str, catalogue: Catalogue) -> list[Finding]:
    """Warnings at the cells of a committed batch; a code already raised at a cell while reading is not raised again."""
    flows = [i.code for i in catalogue.indicators.values() if i.kind == "flow" and i.comparable]
    tolerance = float(catalogue.thresholds.parts_percent) / 100
    rows = cur.execute(_sql(), {"batch": batch_id, "flows": flows, "tolerance": tolerance, "summing": SUMMING}).fetchall()
    raised = set(cur.execute("select code, sheet, cell from finding where batch_id = ?", [batch_id]).fetchall())
    found = [
        Finding(code, "warning", file, sheet, cell, _message(code, catalogue.indicators[indicator].name(language()), year, month, value, other, place), _("Check both files; the figure was loaded as written."))
        for code, file, sheet, cell, indicator, year, month, value, other, place in rows
        if (code, sheet, cell) not in raised
    ]
    return _once(found)[:MOST]


def _once(findings: list[Finding]) -> list[Finding]:
    """One finding for what is said alike of several cells of a sheet, with all of them."""
    cells: dict[tuple[str, str, str], list[str]] = {}
    for finding in findings:
        cells.setdefault((finding.code, finding.sheet, finding.message), []).append(finding.cell)
    firsts = {(f.code, f.sheet, f.message): f for f in reversed(findings)}
    return [replace(firsts[key], cell=" ".join(dict.fromkeys(places))) for key, places in cells.items()]


def _message(code: str, indicator: str, year: int, month: int, value, other, place) -> str:
    text = {
        "month_ytd_conflict": _("{indicator}, {year}-{month:02d}: the month says {value}, but the year to date grew by {other}."),
        "ytd_decreases": _("{indicator}, {year}-{month:02d}: the year to date of {value} is below the month before ({other})."),
        "same_period_differs": _("{indicator}, {year}-{month:02d}: {value} here, but {other} in the other file for the same period."),
        "parts_do_not_sum": _("{indicator}, {year}-{month:02d}: the total is {value}, but the zones add up to {other}."),
        "target_differs": _("{indicator}, {year}: the target is {value} here, but {other} in {file}."),
    }[code]
    return text.format(indicator=indicator, year=year, month=month, value=_plain(value), other=_plain(other), file=place)


def _plain(value) -> str:
    return f"{value.normalize():f}"


@cache
def _sql() -> str:
    return Path(__file__).with_name("sql").joinpath("conflicts.sql").read_text(encoding="utf-8")

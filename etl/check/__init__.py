"""Doubts about what was read: figures that contradict each other, as findings at their cells. Nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence

from etl.recognise.figures import Figures
from park.catalogue import Catalogue
from park.store.records import Finding

from . import cumulative, duplicates, inexact, of_which, parts, rates, unit_slip
from .figures import checked

CHECKS = (inexact, duplicates, parts, of_which, cumulative, unit_slip, rates)


def check_figures(file: str, sheets: Sequence[tuple[str, Figures]], catalogue: Catalogue) -> list[Finding]:
    """The findings on the figures of a file, sheet by sheet as they were read; each names its table.

    Achieved figures that are no one number; two figures of one key; parts and total; 其中; month and year to date; slips of the unit; completion and growth.
    """
    sheets = [(sheet, figures) for sheet, figures in sheets if figures.template]
    if not sheets:
        return []
    work = checked(file, sheets, catalogue)
    if work.db is None:
        return []
    try:
        for check in CHECKS:
            check.find(work)
    finally:
        work.db.close()
    return work.all_findings()

"""The same figure twice with two values."""

from __future__ import annotations

from park.locale import _

from .figures import Checked


def find(work: Checked) -> None:
    """duplicate_conflict: an error at the later cell; a warning where both are 上年同期 figures. base_differs: a warning
    at a 上年同期 figure that its own year reports otherwise. Rounding is no conflict."""
    for again, before, own in work.rows("duplicates"):
        work.add(
            "duplicate_conflict", "error" if own else "warning", again,
            _("{subject} stands twice for the same period: {before} in {place}, {again} here.").format(
                subject=work.subject(again), before=work.raw(before), again=work.raw(again),
                place=work.place(before)),
            _("Keep the right one and take the other out."))
    for figure, own in work.rows("revised"):
        work.add(
            "base_differs", "warning", figure,
            _("{subject} of the year before is {figure} here and {own} in {place}, where its own year reports it.").format(
                subject=work.subject(figure), figure=work.raw(figure), own=work.raw(own), place=work.place(own)),
            _("The figure of its own year is kept; growth may be on a revised base."))

"""The same figure twice with two values."""

from __future__ import annotations

from park.locale import _

from .figures import Checked


def find(work: Checked) -> None:
    """duplicate_conflict: an error at the later cell; a warning where both are 上年同期 figures. Rounding is no conflict."""
    for again, before, own in work.rows("duplicates"):
        work.add(
            "duplicate_conflict", "error" if own else "warning", again,
            _("{subject} stands twice for the same period: {before} in {place}, {again} here.").format(
                subject=work.subject(again), before=work.raw(before), again=work.raw(again),
                place=work.place(before)),
            _("Keep the right one and take the other out."))

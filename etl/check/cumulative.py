"""Months and years to date that do not fit each other."""

from __future__ import annotations

from park.locale import _

from .figures import FOLDER, NET, Checked, amount, listed


def find(work: Checked) -> None:
    """ytd_decreases: a warning at the year to date that is out of line; month_ytd_conflict: at the month and its year to date."""
    work.db.execute((FOLDER / "chain.sql").read_text(encoding="utf-8"))
    odd = set()
    for figure, other in work.rows("ytd_decreases", net=sorted(NET)):
        odd |= {figure, other}
        work.add(
            "ytd_decreases", "warning", figure,
            _("The year to date {raw} does not go with {other} in {place}: it can only grow.").format(
                raw=work.raw(figure), other=work.raw(other), place=work.place(other)),
            _("Correct one of the two."))
    for total, month, months, found, due, before, exceeds in work.rows("months", net=sorted(NET)):
        if odd & {total, before}:
            continue  # follows from the same slip
        _conflict(work, total, month, months, found, due, exceeds)


def _conflict(work: Checked, total: int, month: int, months: int, found: float, due: float, exceeds: bool) -> None:
    if exceeds:
        message = _("The month {month} is more than the year to date {total} in {place}.").format(
            month=work.raw(month), total=work.raw(total), place=work.place(total))
    elif months == 1:
        message = _("The month says {found}, the years to date differ by {due} ({place}).").format(
            found=amount(found), due=amount(due), place=work.place(total))
    else:
        message = _("The months add up to {found}, the years to date differ by {due} ({place}).").format(
            found=amount(found), due=amount(due), place=work.place(total))
    cells = [work.cell(month), work.cell(total)] if work.same_sheet(month, total) else [work.cell(month)]
    work.add("month_ytd_conflict", "warning", month, message, _("Correct the month or the year to date; both are kept as reported."), listed(cells))

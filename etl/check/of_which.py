"""其中 figures that are larger than what they are of."""

from __future__ import annotations

from park.locale import _

from .figures import Checked


def find(work: Checked) -> None:
    """of_which_exceeds: a warning at the 其中 figure."""
    for part, whole in work.rows("of_which"):
        work.add(
            "of_which_exceeds", "warning", part,
            _("{part} is more than {whole} in {place}, of which it is a part.").format(
                part=work.raw(part), whole=work.raw(whole), place=work.place(whole)),
            _("Correct one of the two, or take 其中 off."))

"""What was achieved is one number: a bound or a range says what is meant to be, not what is."""

from __future__ import annotations

import re

from park.locale import _

from .figures import Checked

ROUND = re.compile(r"[\d十百千万亿]\s*(?:余|多)")  # how tables write a round figure: 2000余, 270多万元; 不多于500 is a bound


def find(work: Checked) -> None:
    """inexact_actual: a warning at an actual figure written as a range or with ≥ or ≤; a note at a round one (2000余)."""
    for figure, comparator in work.rows("inexact"):
        rough = comparator != "range" and bool(ROUND.search(work.raw(figure)))
        if comparator == "range":
            message = _("{subject} is what was achieved, and {raw} is a range: the lower bound would count.")
        elif rough:
            message = _("{subject} is what was achieved, and {raw} is a round figure: the number in it counts.")
        else:
            message = _("{subject} is what was achieved, and {raw} is a bound: the number in it would count.")
        work.add(
            "inexact_actual", "note" if rough else "warning", figure,
            message.format(subject=work.subject(figure), raw=work.raw(figure)),
            _("Enter the exact figure; ranges and signs are for targets."))

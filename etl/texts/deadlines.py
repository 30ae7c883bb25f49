"""The rule for a day by which something is to be done, behind its figure: 30个项目在6月底前开工."""

from __future__ import annotations

import re

from . import context
from .frame import Stretch
from .model import Token
from .state import Draft

_DONE = re.compile(r"(?:之前|以前|前)?(?:全部|全面|基本|正式|陆续|先后|顺利|力争|确保|要|必须|能|可|实现|能够)*(?:建成|竣工|完工|投产|投入|开工|动工|交付|达产|完成|启动|开建|落地|到位|投用)")


class DeadlineRules:
    """A target's time that stands behind it."""

    def _until(self, place: int, draft: Draft) -> None:
        """Takes the deadline behind a target, within its clause, as the end of its time; what follows is not of that time."""
        found = self._deadline(place, draft)
        stretch = context.settle(self.reading.frame, self.line.tokens[found].value) if found else None
        if stretch is None or draft.period is None or stretch.year != draft.period.year or stretch.end[1] == 12 or stretch.basis == "span":
            return
        self.line.deadline_at = found
        draft.period, draft.deadline = Stretch("ytd", (stretch.year, 1), stretch.end), True

    def _deadline(self, place: int, draft: Draft) -> int:
        """The place of the deadline's period, 0 for none."""
        tokens, plain = self.line.tokens, self.line.sentence.plain
        if draft.measure != context.TARGET or draft.amount is None:
            return 0
        for at in range(place + 1, len(tokens)):
            token: Token = tokens[at]
            if token.kind == "period":
                return at if _DONE.match(plain, token.end) and token.value.kind not in ("same", "before_last") else 0
            if token.kind in ("comma", "amount") or token.kind == "and" and token.text == "、":
                return 0
        return 0

"""The rules for figures that a text says a second time, with fewer words: read for what they were before, always in doubt."""

from __future__ import annotations

import re

from park.locale import _

from .model import Token
from .state import Draft

_NAME = 4  # characters that the name of a work must share with the words before the first figure
_MERE = re.compile(r"(?:完成|实现|达到|开发|建设|项目|工作|重点|推进|全年|目标|任务)+")


class AgainRules:
    """An amount without a name of its own that stood in the text before."""

    def _said_again(self, place: int, token: Token) -> Draft | None:
        """The figure that an amount repeats; None where nothing says so."""
        return self._counted_again(place, token) or self._named_again(token)

    def _counted_again(self, place: int, token: Token) -> Draft | None:
        """…11个项目正式进入园区。11个项目涉及…: the count of the sentence before, the same noun behind it."""
        tokens, plain = self.line.tokens, self.line.sentence.plain
        if any(t.kind not in ("plain", "noise") for t in tokens[:place]):
            return None
        noun = re.match(r"项目|企业|工程", plain[token.end:])
        near = [d for d in self.reading.drafts[-4:] if d.sentence.number == self.line.sentence.number - 1 and self._same(d, token)]
        return next((d for d in near if noun and noun[0] in d.sentence.plain[d.start - 8 if d.start > 8 else 0:d.end + 60]), None)

    def _named_again(self, token: Token) -> Draft | None:
        """四期工业园工程开发用地面积500亩 … 抓好四期工业园500亩: the same amount behind the same name of a work."""
        words = re.search(r"[\u4e00-\u9fffA-Za-z]+$", self.line.sentence.plain[:token.start])
        name = words[0] if words else ""
        for draft in self.reading.drafts if len(name) >= _NAME else ():
            if not self._same(draft, token) or draft.sentence is self.line.sentence:
                continue
            clause = re.split("[,:]", draft.sentence.plain[:draft.start])[-1]
            longest = next((name[i:] for i in range(len(name) - _NAME + 1) if name[i:] in clause), "")
            if longest and not _MERE.fullmatch(longest):
                return draft
        return None

    def _same(self, draft: Draft, token: Token) -> bool:
        amount = draft.amount
        return amount is not None and (amount.value, amount.high, amount.unit) == (token.value.value, token.value.high, token.value.unit)

    def _draft_again(self, token: Token, first: Draft) -> None:
        draft = self._new(token, first.code, "a figure said again", first.subject, _("it seems to be a figure that the text has said before"))
        self.line.last, self.line.used = [], True
        if draft:
            draft.main = False

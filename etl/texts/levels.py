"""The rules for figures of one indicator that stand together: the level before, from a bound to an aim, a mark and what was reached."""

from __future__ import annotations

import re

from park.locale import _

from . import context
from .model import Token
from .state import Draft

_SHARE_OF = re.compile(r"(?:相当于|接近|达到?|已达|占|为|是|超过?)(?:了)?$")
_SHARE_BEHIND = re.compile(r"的(?:近|约|超)?(?:\d+(?:\.\d+)?(?:%|倍)|[一二两三四五六七八九]成)")


class LevelRules:
    """Each takes an amount and says whether it belonged to the figure before it."""

    def _level_before(self, place: int, token: Token) -> bool:
        """由2015年末的42家增加到97家: the level before is a figure of its own where its year is said."""
        line, frame = self.line, self.reading.frame
        said = next((t.value for t in reversed(line.tokens[:place]) if t.kind == "period"), None)
        near = any(t.kind == "period" for t in line.tokens[max(0, place - 2):place])
        code = line.pending[-1] if line.pending else ""
        dated = said is not None and (said.kind == "founding" or said.period and (said.period.end_year or said.period.year_offset))
        if not (near and code and dated and not line.used and not line.blocked and self.measures.fits(code, token.value)):
            return False
        stretch = context.settle(frame, said)
        if stretch is None or self.reading.unknown_subject:
            return False
        if frame.period and stretch == frame.period:
            stretch = stretch.year_before()  # 由去年的38亿元增加到: before the year that is told about, whenever the text was written
        self.reading.drafts.append(Draft(line.sentence, token.start, token.end, code, token.value, context.ACTUAL, stretch, self.reading.subject,
                                         "the level before", token.value.comparator, main=False,
                                         doubt=_("its time is the founding, whose year is said elsewhere or not at all") if said.kind == "founding" else ""))
        return True

    def _earlier_beside_share(self, place: int, token: Token) -> bool:
        """352亿元,相当于去年全年391亿元的九成: the level that a share is of is a figure of its own time."""
        line, frame = self.line, self.reading.frame
        last = line.last[-1] if line.last else None
        said = line.tokens[place - 1] if place else None
        beside = said and said.kind == "period" and _SHARE_OF.search(line.sentence.plain[:said.start]) and _SHARE_BEHIND.match(line.sentence.plain, token.end)
        if not (last and beside and self.measures.fits(last.code, token.value)):
            return False
        stretch = context.settle(frame, said.value)
        if stretch is None or frame.now and stretch.end > frame.now:
            return False
        frame.period, frame.excursion = line.aside
        self.reading.drafts.append(Draft(line.sentence, token.start, token.end, last.code, token.value, context.ACTUAL, stretch, last.subject,
                                         "an earlier level beside its share", token.value.comparator, main=False))
        return True

    def _widen(self, token: Token) -> bool:
        """确保38亿元,力争42亿元 of one indicator is one range."""
        line = self.line
        low = line.last[-1] if line.last else None
        secured, strived = line.secured or line.clause.secure, line.strived or line.clause.strive
        if not (line.used and low and secured and strived and low.amount and low.amount.high is None and not line.fresh_name):
            return False
        wide = self.measures.widened(low.amount, token.value) or self.measures.widened(token.value, low.amount)
        if wide is None or line.clause.words:
            return False
        low.amount, low.comparator, low.end, low.rule = wide, "range", token.end, "secure and strive"
        line.secured = line.strived = False
        return True

    def _aim_compared_with(self, base: Token, token: Token) -> bool:
        """226亿元,低于年度目标240亿元: an aim of the size of the figure before it; 低于年度目标14亿元 is by how much."""
        last = self.line.last[-1] if self.line.last else None
        if last is None or not last.amount or not re.search(r"(?:年度|全年|年初|既定|预期)\S{0,4}(?:目标|任务|计划|预算)\S{0,2}$", base.text) or not self.measures.fits(last.code, token.value):
            return False
        figure, aim = self.measures.value(last.code, last.amount.value, last.amount.unit), self.measures.value(last.code, token.value.value, token.value.unit)
        return bool(figure and aim and figure <= 2 * aim and aim <= 2 * figure)

    def _exact(self, token: Token) -> bool:
        """突破500家,达到512家: the mark that was passed, then the figure itself; 增长12%,达到28亿元 likewise."""
        line = self.line
        mark = line.last[-1] if line.last else None
        if line.grown and line.used and (line.clause.verb or token.value.comparator == ">=") and not line.clause.words and self.measures.fits(line.grown.code, token.value):
            draft, line.grown = line.grown, None
            draft.growth_at = (draft.start, draft.end)
            draft.amount, draft.comparator, draft.start, draft.end, draft.rule = token.value, token.value.comparator, token.start, token.end, "growth, then figure"
            return True
        if not (line.used and mark and mark.amount and mark.comparator == ">=" and line.clause.verb and not line.clause.words and not line.fresh_name):
            return False
        if token.value.comparator != "=" or token.value.high is not None or not self.measures.fits(mark.code, token.value):
            return False
        passed, reached = (self.measures.value(mark.code, a.value, a.unit) for a in (mark.amount, token.value))
        if reached < passed:
            return False
        mark.amount, mark.comparator, mark.start, mark.end, mark.rule = token.value, "=", token.start, token.end, "a mark passed, then the figure"
        return True

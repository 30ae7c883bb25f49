"""The rules for investment sums without a name of their own: of a firm's project, of one that is only agreed, of works."""

from __future__ import annotations

import re
from dataclasses import dataclass

from park.locale import _

from . import context
from .model import Sentence, Token
from .state import Subject

PROJECTS, WORKS = "project_total_investment", "infrastructure_investment"
INTENDED, OF_A_FIRM = "investment that is intended", "investment of a firm's project"
_SUM = r"(?:达到|达|为|约为|约|共|需|共计|合计|近|超)?$"
_TOTAL = re.compile(rf"(?:总投资|投资总额|投资总规模|总投资规模|投资总量|投资)额?{_SUM}")
_INVESTS = re.compile(rf"(?:拟|计划|意向|协议)?(?:总)?投资(?:总额|额)?{_SUM}")
_FIRMS = re.compile(rf"(?:^|[^产业改造施业])(?:计划|共同|总|概算)*投资(?:总额|额)?{_SUM}")
_THING = re.compile(r"的?[^,。;\d]{2,16}?(?:项目|企业|公司|生产线|工厂|厂)")
_AGREED = re.compile(r"意向|谈判|洽谈|在谈|拟投资|拟建|有意|初步协议|框架协议|草签")
_OF_WORKS = re.compile(r"基础设施|配套(?:设施|建设)|路网|管网|道路|绿化|亮化|供水|供电|污水")
_WHOLE = re.compile(rf"^[^,]{{0,6}}(?:投资总额|总投资额?|共投资|共需投资|计划投资){_SUM}")
_THESE = re.compile(r"(?:这些|上述|以上|这批|该批|此批|这[两二三几]个|上面)[^,。;]{0,6}项目")
_DONE = re.compile(r"[^,。;\d]{0,8}(?:建成|投产|竣工|完工|开工|动工|达产|落地)")


@dataclass(frozen=True, slots=True)
class Sum:
    """An investment sum. measure: what others mean to invest is neither a result nor a target; "" leaves what is in force; undated: it is of no year that the text says."""

    code: str
    rule: str
    doubt: str
    measure: str = ""
    undated: bool = False


class SumRules:
    """Sums of money that no indicator's name stands with."""

    def _sum(self, token: Token) -> Sum | None:
        """What an amount of money without a name is; None where its words do not say. Every one is in doubt."""
        if not self.measures.fits(PROJECTS, token.value):
            return None
        plain = self.line.sentence.plain
        before, behind = plain[:token.start], plain[token.end:]
        if self._of_works(before):
            return Sum(WORKS, "investment in the works named before", _("what it is for stands in the sentence before"))
        if _INVESTS.search(before) and _THING.match(behind) and _AGREED.search(plain):
            return Sum(PROJECTS, INTENDED, _("the investment of one project"), context.FORECAST, undated=True)
        if _FIRMS.search(before[-14:]) and self._somebody(token, before, behind):
            return Sum(PROJECTS, OF_A_FIRM, _("the investment of one project"))
        return None

    def _somebody(self, token: Token, before: str, behind: str) -> bool:
        """公司计划总投资3亿元, 投资1000万元的服装厂: a firm whose project it is."""
        named = any(t.kind == "name" and t.value[0] == "firm" for t in self.line.tokens if t.end <= token.start)
        return bool(self.reading.subject.firm or named or "双方" in before or re.match(r"的[^,、的]{2,12}(?:(?<![处理电水])厂|公司)(?!项目)", behind))

    def _why_no_sum(self, token: Token, reason: str) -> str:
        """What to say of an investment that is nobody's: it is one project's, or that of several of no one year."""
        total = _TOTAL.search(self.line.sentence.plain[:token.start]) and self.measures.fits(PROJECTS, token.value)
        return _("what projects cost in whole, of no one year") if total else reason

    def _of_works(self, before: str) -> bool:
        """…等配套建设。年内投资总额4000万元: the whole investment in the works of the sentence before."""
        return not self.line.sentence.opens and not self.line.pending and bool(_WHOLE.search(before) and _OF_WORKS.search(self.reading.before))

    def _draft_sum(self, token: Token, found: Sum) -> None:
        line = self.line
        subject = Subject() if found.rule == INTENDED else self.reading.subject
        draft = self._new(token, found.code, found.rule, subject, found.doubt)
        line.last = [draft] if draft else []
        if draft:
            draft.main, draft.measure = False, found.measure or draft.measure
            timed = any(t.kind == "period" for t in line.tokens if t.end <= token.start)
            if found.undated or found.rule == OF_A_FIRM and draft.measure == context.TARGET and not timed:
                draft.period = None  # a project's whole investment is of no year

    def _date_intended(self, sentence: Sentence) -> None:
        """…争取这些项目2008年上半年建成投产: when the projects of the same line, agreed on above, are to be there."""
        plain = sentence.plain
        these = _THESE.search(plain)
        last = next((t for t in reversed(self.line.tokens) if t.kind == "period" and _DONE.match(plain, t.end)), None)
        stretch = context.settle(self.reading.frame, last.value) if these and last else None
        for draft in self.reading.drafts if stretch else ():
            if draft.rule == INTENDED and draft.period is None and draft.sentence.line == sentence.line:
                draft.period, draft.deadline = stretch, True

"""The rules for amounts: single figures, lists, targets beside completion, ranges; and the drafts they become."""

from __future__ import annotations

import re

from park.locale import _

from . import context
from .amounts import is_rate
from .classes import figures_are_theirs, is_class
from .levels import LevelRules
from .lists import compared_with, run_of_amounts
from .model import Amount, Token, Unread
from .own_units import is_planned, own_unit_code
from .pairs import PairRules
from .rates import on_rate, on_word_rate
from .state import Clause, Draft, Subject
from .sums import INTENDED
from .told import dated

_STRANGERS = re.compile(r"企业|公司|单位|部门|行业|国有|民营|外资|个体|小微|大户|龙头|户均|人均|其他|其它|平均|季度|某|(?:局|委|乡|镇|村|市|县|省)(?:$|属|级|直)")
_TASK_BEHIND = re.compile(r"的?(?:全年|年度|年初|既定|预期|奋斗)*(?:目标任务|任务|目标|计划|指标)(?:的[\d一二三四五六七八九]|(?=[,。;还差近约]|\d+(?:\.\d+)?(?:个百分点|%)|$))")  # 超额完成全年16个的任务
_GROUND = re.compile(r"的?基础上")
_MERE_COUNT = re.compile(r"[一二两三四五六七八九十](?:个|家|项|条|次|名|份|支|只|起|套|批|处|座)多?")  # 一个, 三家: words, not figures


class FigureRules(PairRules, LevelRules):
    """Amounts and rates as they are met."""

    def _on_rate(self, place: int, token: Token) -> None:
        on_word_rate(self, place, token)

    def _on_amount(self, place: int, token: Token) -> int | None:
        amount: Amount = token.value
        line = self.line
        if amount.value is None:
            self._leave(token, _("the figure is masked"))
            if not is_rate(token.value, token.text):
                line.used, line.last = True, []
            line.clause.growth = None
            return None
        if is_rate(amount, token.text):
            return on_rate(self, place, token)
        if not amount.unit:
            return self._without_unit(place, token)
        return self._measured(place, token)

    def _without_unit(self, place: int, token: Token) -> None:
        line = self.line
        if line.clause.growth is not None and line.clause.base != "other":
            self._leave(token, _("a growth without its percent sign"))
        elif line.pending and not line.used and not line.blocked:
            self._leave(token, _("a number without a unit"))
        line.clause.growth = None

    def _measured(self, place: int, token: Token) -> int | None:
        line, clause = self.line, self.line.clause
        if is_class(line.sentence.plain, token, line.tokens[place - 1].kind if place else ""):
            self._class(token)
            return None
        own = own_unit_code(line.tokens, place, line.sentence.plain, self.reading.subject)
        if own and not (line.pending and not line.used and self.measures.fits(line.pending[-1], token.value)):
            draft = self._new(token, own, "capacity or equipment", self.reading.subject, _("a capacity or equipment: its unit is its own"))
            if draft and is_planned(line.sentence.plain, token.end):
                draft.measure = context.TARGET
            if draft and clause.start_level and not line.fresh_period:
                draft.period = None  # 由原有的3000吨: of an earlier time that is not said
            return None
        if clause.start_level and self._level_before(place, token):
            return None
        before = line.tokens[place - 1] if place else None
        clause.difference |= line.sentence.plain.startswith(("差距", "的差距", "缺口", "的缺口"), token.end)
        if self._earlier_beside_share(place, token):
            return None
        reason = self._no_figure(clause, bool(self._ground(token)))
        if before and before.kind == "base" and self._aim_compared_with(before, token) and self._due(token):
            return None
        if not reason and clause.base == "other" and compared_with(line.tokens, place):
            self._leave(token, _("a level that is compared with"))
            clause.base = None
            return None
        if before and before.kind == "base" and before.text[0] == "超" and place + 1 < len(line.tokens) and line.tokens[place + 1].kind == "amount" and self._due(token):
            clause.difference = True  # 超年度目标45亿元1.9亿元: the target, then by how much
            return None
        if before and before.kind == "base" and before.text[0] in "低高超比较快慢年月平两" and before.value == "other":
            reason = _("a difference, not a level")  # 低于目标13.2亿元
        if reason:
            self._leave(token, reason)
            line.clause.growth = None
            return None
        aim = before is not None and before.kind == "target" and before.text in self.vocabulary.words["target_noun"] and self.reading.frame.measure == context.ACTUAL
        clause.due |= line.used and aim  # 102亿元(目标100亿元)
        behind = line.used and bool(_TASK_BEHIND.match(line.sentence.plain, token.end))
        clause.due |= behind
        if clause.due and self._due(token):
            if behind and line.fresh_period:
                (self.reading.frame.period, self.reading.frame.excursion), line.fresh_period = line.aside, False
            return None
        if token.text in ("一家", "一户") and before and before.kind == "name":
            return None  # 宏远轴承一家产值: no count
        if self._widen(token) or self._exact(token):
            return None
        run = run_of_amounts(line.tokens, place)
        if len(line.periods) > 1 and line.respectively and not line.pending and self.reading.after_semicolon and not line.clause.words and self.measures.fits(self.reading.last_code, token.value):
            line.pending = [self.reading.last_code]  # …1亿元;一、二季度分别为…
        if len(line.periods) > 1 and line.respectively and line.pending and (not line.used or line.fresh_period):
            return self._by_period(place, run)
        parts = max(len(line.names) if not line.used or line.fresh_name or line.listed else 0, len(line.pending))
        if parts > 1 and (len(run) > 1 or line.respectively):
            return self._list(place, run)
        if line.respectively and len(run) > 1 and parts < 2 and line.pending and not line.used and (years := self._years_in_force(len(run))):
            line.periods = years
            return self._by_period(place, run)
        if line.respectively and len(run) > 1 and line.fresh_name and len(line.names) == 1 and (codes := self._codes_of_the_part_before(run)):
            line.pending, line.names = codes, []
            return self._list(place, run)
        if line.respectively and len(run) > 1 and parts < 2 and self._of_the_last_list(len(run)):
            return self._list(place, run)
        if line.respectively and len(run) > 1 and parts < 2 and line.pending and not line.used:
            for at in run:  # 东、西、北三个片区分别…: names that were not understood
                self._leave(line.tokens[at], _("{figures} figures for {names} names").format(figures=len(run), names=parts))
            line.last, line.used = [], True
            return run[-1] - place + 1
        if len(line.names) > 1 and line.fresh_name and not line.respectively:
            self._leave(token, _("one figure for several names together"))
            return None
        if reason := self._of_one_project(token):
            self._leave(token, reason)
            line.last, line.used = [], line.used or bool(line.pending)
            return None
        code, rule, doubt = self._indicator_of(place, token)
        if not code and re.search(r"面积(?:达到|达|为|约为|约|有)?$", line.sentence.plain[:token.start]) and "平方公里" in token.value.unit and not line.pending:
            code, rule, doubt = "park_area", "an area in square kilometres", _("it is not said which area")
        if code:
            self._draft(place, token, code, rule, doubt)
        elif found := self._sum(token):
            self._draft_sum(token, found)
        elif first := self._said_again(place, token):
            self._draft_again(token, first)
        else:
            self._leave(token, self._why_no_sum(token, doubt), self._unknown_name(token))
            if token.value.unit in ("家", "户") and line.unknown and not any(t.kind == "name" for t in line.tokens[:place]) and figures_are_theirs(line.sentence.plain, token.start):
                self.reading.unknown_subject = line.unknown  # 高新技术企业57家,实现产值22亿元
            line.last = []
            line.used |= bool(line.pending) and not line.blocked  # a growth behind it is that of the figure left
        return None

    def _class(self, token: Token) -> None:
        """产值超10亿元的3家: neither a figure nor, behind it, the name of one."""
        line = self.line
        self._leave(token, _("a size class, not a figure"))
        line.pending, line.last, line.unknown, line.blocked = [], [], token.text, token.text
        if figures_are_theirs(line.sentence.plain, token.end):
            self.reading.unknown_subject = token.text

    def _no_figure(self, clause: Clause, ground: bool = False) -> str:
        where = self._outer()
        if self.line.condition:
            return _("a condition, not a result")
        if clause.each:
            return _("a frequency or a figure per head")
        if clause.difference:
            return _("a difference, not a level")
        if clause.growth is not None and not clause.reach:
            return _("a difference, not a level")
        if clause.start_level:
            return _("the level that it started from")
        if clause.share and not ground and not clause.due:
            return _("a share")
        if where:
            return _("a figure of {where}, not of the park").format(where=where)
        return ""

    def _due(self, token: Token) -> bool:
        """年度任务130亿元的74.2%: the target printed beside a completion rate."""
        line = self.line
        code = line.pending[-1] if line.pending else ""
        if not code or line.blocked or not self.measures.fits(code, token.value):
            return False
        period = self.reading.frame.period
        subject = self.reading.subject
        clause_due = next((t.text for t in reversed(line.tokens) if t.kind == "due" and t.end <= token.start), "")
        plan = self.reading.frame.plan
        whole = context.whole_year(period.year) if period else None
        if re.search(r"五年|规划|十.?五", clause_due) and (plan or period and (not self.reading.frame.own_year or period.year <= self.reading.frame.own_year)):
            in_all = bool(period and period.basis == "span") or "五年" in clause_due
            whole = plan and (plan if in_all else context.whole_year(plan.year))  # 规划目标45亿元 beside 2012年31.5亿元: of the plan's last year
        draft = Draft(line.sentence, token.start, token.end, code, token.value, context.TARGET, whole, subject,
                      "target beside completion", token.value.comparator, main=False)
        self.reading.drafts.append(draft)
        line.clause.due = line.respectively  # 全年任务分别为征地540亩、拆迁农户62户
        return True

    def _draft(self, place: int, token: Token, code: str, rule: str, doubt: str) -> None:
        line = self.line
        draft = self._new(token, code, rule, self.reading.subject, doubt)
        restore = line.same_period and line.used and rule == "same indicator, other period"
        line.used, line.fresh_name, line.fresh_period = True, False, False
        whole = line.last[-1].period if line.last else None
        if rule == "same indicator, other period" and not restore and whole and whole.basis in ("year", "ytd") and draft and (draft.measure == context.TARGET or line.of_which):
            line.return_to = line.return_to or whole
        if draft:
            self._until(place, draft)
        if draft and not restore:
            line.last = [draft]
        level = draft is not None and line.same_period and _GROUND.match(line.sentence.plain, token.end) is not None
        if level:  # 在上年3.9亿元的基础上增长8%: the figure itself follows
            line.used, line.last, draft.period = False, [], self.reading.frame.period
        if restore or level:
            draft and setattr(draft, "main", False)
            (self.reading.frame.period, self.reading.frame.excursion), line.same_period = line.aside, False

    def _new(self, token: Token, code: str, rule: str, subject: Subject, doubt: str = "", amount: Amount | None = None) -> Draft | None:
        """A draft of the period and measure in force; None (and listed as unread) where its subject is not the park's."""
        line, frame = self.line, self.reading.frame
        strange = next((w for w in line.clause.words if _STRANGERS.search(w) and not w.endswith("对")), "") if rule not in ("figure, then name", "figure inside its name", INTENDED) else ""
        if strange:
            self.reading.unknown_subject = strange
        if self.reading.unknown_subject:
            self._leave(token, _("a figure of others: {words}").format(words=self.reading.unknown_subject))
            return None
        if subject.firm and self.catalogue.indicators[code].unit == "家":  # …公司的工作人员,以及25家入园企业代表
            subject, doubt = Subject(), doubt or _("a number of firms behind the name of one firm")
        if subject.firm and self.catalogue.indicators[code].group == "land":
            self._leave(token, _("a firm's own land"))
            return None
        odd = [w for w in line.clause.words if len(w) > 1]
        if odd and not doubt and rule != "list":
            doubt = _("words not understood beside it: {words}").format(words="、".join(odd))
        if (self.reading.old_subject and subject == Subject() or self.reading.vague_subject and rule != "list") and not doubt:
            doubt = _("it is not said whether this is still of the part named above")
        if line.stranger and not doubt:  # 某某制药产值…,出口780万美元: perhaps still of the one named before
            doubt = _("words not understood beside it: {words}").format(words=line.stranger)
        if not doubt and re.search(r"(?:[一二三四五六]|\d)期$|(?:园|区)(?:[一二三四五六]|\d)期[^;。]*,[^;。]*$", line.sentence.plain[:token.start]):
            doubt = _("it is of one phase of a work")  # 推动一期6万平方米的标准厂房建成
        doubt = doubt or frame.loose or self._outer_doubt(subject)
        if line.clause.firms_first and not doubt:
            doubt = _("it may be a figure of these firms only")
        aim = re.match(r"的?(?:预期|奋斗|年度|既定)*(?:目标(?![任值])|盘子)", line.sentence.plain[token.end:])
        draft = Draft(line.sentence, token.start, token.end, code, token.value if amount is None else None, context.TARGET if aim else frame.current_measure(), self._period(frame), subject, rule,
                      (amount or token.value).comparator, doubt=doubt)
        draft.dated = dated(frame, draft.period) and not self.reading.since
        if aim and frame.current_measure() != context.TARGET and draft.period and draft.period.basis != "span":
            draft.period = context.whole_year(draft.period.year)
        if code == "land_planned_area" and draft.measure == context.ACTUAL:
            draft.measure, draft.doubt = context.TARGET, draft.doubt or _("a planned area: what a plan sets, not what is there")
        self.reading.drafts.append(draft)
        return draft

    def _period(self, frame: context.Frame) -> context.Stretch | None:
        """A target or forecast of a text that reviews months is one of the year, unless its words say more."""
        period = frame.period
        if frame.excursion == context.FORECAST and period and period == frame.estimated:
            return period
        if frame.excursion in (context.TARGET, context.FORECAST) and period and (frame.this_year or not self.line.fresh_period and period is frame.before):
            return context.whole_year(period.year)
        if frame.excursion in (context.TARGET, context.FORECAST) and period is None and frame.year:
            return context.whole_year(frame.year)
        return period

    def _unknown_name(self, token: Token) -> str:
        """研发经费投入|2.4亿元: the words directly before a figure that may be an indicator of their own; "" for none."""
        line = self.line
        plain = line.sentence.plain[:token.start]
        if not line.unknown or token.text[:1] in "一二三四五六七八九十两":
            return ""
        name = re.search(rf"({re.escape(line.unknown)})(?:{self.vocabulary.pattern('verb', 'plain')}|:)*$", plain)
        written = re.sub(rf"^(?:{self.vocabulary.pattern('plain', 'target', 'verb')})+", "", name[1]) if name else ""
        return written if 3 <= len(written) <= 16 and not re.search(r"[\d*的了]|总投资|投资$", written) else ""

    def _leave(self, token: Token, reason: str, name: str = "") -> None:
        sentence = self.line.sentence
        if _MERE_COUNT.fullmatch(token.text) and not self.line.pending:
            return
        start = sentence.start + sentence.places[token.start]
        raw = sentence.written(token.start, token.end)
        self.reading.unread.append(Unread(sentence.number, start, start + len(raw), raw, reason, name))

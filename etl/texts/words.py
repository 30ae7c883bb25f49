"""The rules for words that change what follows: periods, names, hedges, and the marks of a clause."""

from __future__ import annotations

import re
from dataclasses import replace

from park.locale import _

from . import context
from .classes import figures_are_theirs
from .model import Token
from .name_rules import is_office
from .state import Clause

_SINCE_FOUNDING = re.compile(r"(?:成立|组建|建园|建区|挂牌|设立|运营)$")  # 管委会成立|三年来
_FOUNDED = "成立|设立|创建|始建|建园|获批|批准|批复|挂牌|升格|晋升|认定|更名|组建"

_OF_A_TIME = re.compile(r"的?(?:(?:近|约|超)?\d+(?:\.\d+)?%|(?:近|约|超)?[一二两三四五六七八九]成)(?![^,。;]{0,2}以上)")  # 完成全年的60%
_LEADING = frozenset({"noise", "comma", "plain"})
_TOLD = re.compile(r"[^。;]{0,12}(?:已|同比|累计完成|完成了|实现了)")
_MODAL = frozenset({"要", "将"})
_NO_WILL = re.compile(r"看到|清醒|认识|说|讲|知道|承认|注意|问|感谢|正视|归|报告|汇报|通报|有关|情况|素|点|件")
_DONE = re.compile(r"同比|比上年|比去年|较上年|较去年|已[经完实]")


def _of_an_event(plain: str, token: Token) -> bool:
    """于2004年被收购后, 成立于2006年, 2010年获批: when something happened once."""
    if re.search(rf"(?:{_FOUNDED})于$", plain[:token.start]) or re.match(rf"[^,。;\d]{{0,6}}(?:{_FOUNDED})", plain[token.end:]):
        return True
    return plain[max(0, token.start - 1):token.start] == "于" and bool(re.match(r"[^,。;\d]*后(?:,|$)", plain[token.end:]))


class WordRules:
    """One method per kind of token; each takes the token's place and the token."""

    def _on_comma(self, place: int, token: Token) -> None:
        clause = self.line.clause
        self.line.secured |= clause.secure
        self.line.strived |= clause.strive
        if token.text == "," and self.line.object_of is not None:
            self._subject(self.line.object_of)
            self.line.object_of, self.reading.vague_subject = None, True
        if token.text == "(":
            self.line.outer = (self.line.pending, self.line.used, self.line.last, self.line.pending_at)
            self.line.around = self.reading.subject
            self.line.bracket = (replace(self.reading.frame), len(self.reading.drafts))
        elif token.text == ")" and self.line.outer:
            self.line.pending, self.line.used, self.line.last, self.line.pending_at = self.line.outer
            self.line.outer = None
            headed = place == 2 and self.line.tokens[1].kind == "name"  # 【天元轴承有限公司】产值5亿元: whose the sentence is
            if self.reading.subject != self.line.around and not headed:
                self._subject(self.line.around)  # 新开工30个(东区15个、西区15个),竣工20个: a name in brackets ends with them
            self._leave_bracket(place)
        if clause.words and self.line.pending and not self.line.used:
            self.line.gap = True
        bracketed = token.text == "(" and clause.due and place and self.line.tokens[place - 1].kind == "due"
        self.line.clause = Clause(due=True) if bracketed else Clause()  # 完成年度计划(25个)的52%

    def _leave_bracket(self, place: int) -> None:
        """税收3.3亿元(2021年为3.05亿元),…: the time of a figure told in brackets ends with them, unless they end a heading."""
        (frame, told), line, drafts = self.line.bracket, self.line, self.reading.drafts
        beside = told and drafts[told - 1].sentence is line.sentence or place + 1 < len(line.tokens)
        if beside and len(drafts) > told:
            self.reading.frame.take_back(frame)

    def _on_word(self, place: int, token: Token) -> None:
        line = self.line
        if line.clause.start_level and token.text[-1:] in "到至为" and len(token.text) < 5:
            self._on_reach(place, token)  # 由9.6平方公里拓展到14.2平方公里
            return
        if line.pending and line.pending_at >= 0 and len(token.text) > 1 and token.text in line.tokens[line.pending_at].text:
            return  # 新开工项目40个,一季度开工12个: the name's own word again
        line.clause.words.append(token.text)
        if place + 1 < len(line.tokens) and line.tokens[place + 1].text == ":" and all(t.kind == "noise" for t in line.tokens[:place]) and is_office(token.text):
            self.reading.unknown_subject = token.text  # 招商一局:引进项目30个
        line.unknown = token.text
        if token.text[-1:] in "由从" or token.text in ("由", "从"):
            line.clause.start_level = True
        if line.pending and not line.used:
            line.blocked = token.text

    def _on_other(self, place: int, token: Token) -> None:
        line = self.line
        line.pending, line.last, line.unknown, line.blocked = [], [], token.text, token.text
        if figures_are_theirs(line.sentence.plain, token.start):
            self.reading.unknown_subject = token.text

    def _on_period(self, place: int, token: Token) -> None:
        line, frame = self.line, self.reading.frame
        if place == line.deadline_at:
            return
        if token.value.kind == "this_year" and any(t.kind == "period" for t in line.tokens[:place]) and not any(t.kind == "amount" for t in line.tokens[place:]):
            return  # 1-3月,…,实现今年"开门红": the months named before are what is told
        line.same_period = token.value.kind in ("same", "before_last") or bool(token.value.period and token.value.period.year_offset)
        if line.same_period and frame.before is None:
            frame.before = frame.period
        aside = (frame.period, frame.excursion)
        told = any(d.sentence is line.sentence for d in self.reading.drafts[-1:])
        if not (line.trailing and line.trailing[1] == len(self.reading.drafts)):
            line.trailing = (replace(frame), len(self.reading.drafts)) if told else None
        told = not any(t.kind == "amount" for t in line.tokens) and re.search(r"成立|设立|挂牌|奠基|建园", line.sentence.plain[token.end:])
        if line.clause.start_level or told or _of_an_event(line.sentence.plain, token) or _OF_A_TIME.match(line.sentence.plain, token.end):
            return
        leads = line.sentence.opens and all(t.kind in _LEADING for t in line.tokens[:place])
        context.hear(frame, token.value, leads=leads, told=bool(_TOLD.match(line.sentence.plain, token.end)))
        if token.value.kind == "next" and frame.period and place + 1 < len(line.tokens) and line.tokens[place + 1].kind == "period":
            frame.heard_year = frame.period.year  # 明年|上半年
        if token.value.kind == "years" and _SINCE_FOUNDING.search(line.sentence.plain[:token.start]):
            frame.loose = frame.loose or _("it is not said until when")
        line.fresh_period, line.aside = True, aside
        if place and line.tokens[place - 1].text in ("比", "较") and frame.period and frame.period == aside[0]:
            frame.period = frame.period.year_before()
        if frame.period:
            chained = place > 1 and line.tokens[place - 1].kind == "and" and line.tokens[place - 2].kind == "period"
            line.periods = [*line.periods, frame.period] if chained else [frame.period]

    def _on_target(self, place: int, token: Token) -> None:
        words, clause, tokens = self.vocabulary.words, self.line.clause, self.line.tokens
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        spoken = place and tokens[place - 1].kind == "amount"  # 距全年4亿元|目标还差1亿元
        if token.text in words["target_noun"] and (follower is None or follower.text == "," or spoken):
            return  # 根据工作计划,…: a plan is mentioned, nothing is planned
        clause.secure |= token.text in words["secure"]
        clause.strive |= token.text in words["strive"]
        context.hedge(self.reading.frame, context.TARGET)

    def _on_forecast(self, place: int, token: Token) -> None:
        frame = self.reading.frame
        if frame.period and frame.period.basis in ("ytd", "quarter", "month") and self._timed(place):
            frame.estimated = frame.period
        context.hedge(frame, context.FORECAST)

    def _timed(self, place: int) -> bool:
        """1-6月,税收预计完成3亿元: months stand before the forecast, and no figure between them."""
        tokens = self.line.tokens[:place]
        at = max((i for i, t in enumerate(tokens) if t.kind == "period"), default=-1)
        behind = tokens[at + 1:]
        return at >= 0 and not any(t.kind == "amount" for t in behind) and sum(t.kind == "comma" for t in behind) < 2

    def _on_growth(self, place: int, token: Token) -> None:
        self.line.clause.growth, self.line.clause.growth_start = token.value, token.start

    def _on_base(self, place: int, token: Token) -> None:
        self.line.clause.base = token.value

    def _on_share(self, place: int, token: Token) -> None:
        self.line.clause.share = True

    def _on_difference(self, place: int, token: Token) -> None:
        self.line.clause.difference = True

    def _on_completion(self, place: int, token: Token) -> None:
        self.line.clause.completion = True

    def _on_each(self, place: int, token: Token) -> None:
        self.line.clause.each = True

    def _on_condition(self, place: int, token: Token) -> None:
        self.line.condition = True

    def _on_due(self, place: int, token: Token) -> None:
        self.line.clause.due = True
        if place and self.line.tokens[place - 1].text == "占":
            self.line.clause.share = False  # 占全年目标84亿元的70%: a target and its rate
        tokens, frame = self.line.tokens, self.reading.frame
        behind = next((t for t in tokens[place + 1:] if t.kind in ("comma", "amount")), None)
        bare = behind is None or behind.kind == "comma" and behind.text in (",", ":")
        if frame.measure == context.TARGET and frame.year and token.text.startswith(("全年", "年度")) and bare:
            frame.period = context.whole_year(frame.year)  # 咬定全年目标,…; 全年目标不调整,…: the targets behind it are the year's

    def _on_verb(self, place: int, token: Token) -> None:
        self.line.clause.verb = True
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _on_reach(self, place: int, token: Token) -> None:
        self.line.clause.reach = self.line.clause.verb = True
        clause = self.line.clause
        clause.growth = clause.growth if clause.start_level else None  # 增速由8.2%提高到11.6% is a growth of 11.6%
        clause.difference = clause.start_level = False

    def _on_plain(self, place: int, token: Token) -> None:
        tokens = self.line.tokens
        if token.text == "累计" and self._month_told() and context.cumulate(self.reading.frame):
            self.line.fresh_period = True
        if token.text in _MODAL and self._wills(place, token):
            context.hedge(self.reading.frame, context.TARGET)
        follower = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        seen = re.match(r"[^,;]{0,14}看(?:,|$)", self.line.sentence.plain[token.end:])  # 从1-9月完成情况看
        if token.text in ("由", "从", "由原有") and follower in ("amount", "period", "plain") and not seen:
            self.line.clause.start_level = True
        if token.text == "到":
            self.line.clause.start_level = False
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _month_told(self) -> bool:
        """当月税收3000万元,累计3亿元: a month's own figure stands before in the sentence."""
        last = self.reading.drafts[-1] if self.reading.drafts else None
        return bool(last and last.sentence is self.line.sentence and last.period and last.period.basis == "month")

    def _wills(self, place: int, token: Token) -> bool:
        """今年我们要引进项目60个, 园区将新开工40个: what somebody is to do, not what came of it."""
        tokens, plain = self.line.tokens, self.line.sentence.plain
        before = next((t for t in reversed(tokens[:place]) if t.kind != "plain"), None)
        follower = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        asked = re.search(r"向[^,。;]{1,6}$", plain[:token.start])  # 向园区要发展, 向荒山要用地
        if asked or before and before.kind not in ("period", "park", "name", "comma") or _NO_WILL.match(plain, token.end) or _DONE.search(plain):
            return False
        return token.text == "要" and follower != "comma" or follower in ("verb", "reach", "indicator", "target")

    def _on_respectively(self, place: int, token: Token) -> None:
        self.line.respectively, self.line.listed = True, 0
        self.line.clause.verb |= token.text.endswith(("为", "是"))

    def _on_of_which(self, place: int, token: Token) -> None:
        self.line.of_which = True

    def _on_noise(self, place: int, token: Token) -> None:
        if token.value == "digits that cannot be read":
            self._leave(token, _("the digits are damaged"))
            self.line.used, self.line.last = True, []

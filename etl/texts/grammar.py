"""The grammar: one walk over a sentence's tokens, each kind of token with its rule, each figure with the rule that read it."""

from __future__ import annotations

import re

from park.catalogue import Catalogue
from park.locale import _

from . import context
from .lists import run_of_amounts
from .measures import Measures
from .model import Amount, Sentence, Token, Unread
from .names import heading_of
from .own_units import own_unit_code
from .rates import is_rate, on_rate, on_word_rate
from .state import Clause, Draft, Line, Reading, Subject
from .vocabulary import Vocabulary

_STRANGERS = re.compile(r"企业|公司|单位|部门|局|委|乡|镇|村|市|县|省|行业|国有|民营|外资|个体|小微|大户|龙头|户均|人均|其他|其它|平均|季度|某")
_MERE_COUNT = re.compile(r"[一二两三四五六七八九十](?:个|家|项|条|次|名|份|支|只|起|套|批|处|座)多?")  # 一个, 三家: words, not figures


class Grammar:
    """Reads sentences one after the other into the drafts of a Reading."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, reading: Reading):
        self.catalogue, self.vocabulary, self.reading = catalogue, vocabulary, reading
        self.measures = Measures(catalogue)
        self.line: Line | None = None

    def read(self, sentence: Sentence, tokens: list[Token]) -> None:
        """Takes one sentence."""
        frame = self.reading.frame
        if context.enter_heading(frame, sentence, self.vocabulary):
            self._subject(Subject())
        if sentence.opens:
            context.new_line(frame)
        self._age_subject(sentence)
        self.line = Line(sentence, tokens)
        place = 0
        while place < len(tokens):
            handler = getattr(self, f"_on_{tokens[place].kind}", None)
            place += (handler(place, tokens[place]) if handler else None) or 1
        if self.line.pending:
            self.reading.last_code = self.line.pending[-1]
        if sentence.stops:
            context.full_stop(frame, self.line.of_which)
            self.reading.unknown_subject = ""
            if self.reading.of_which_subject:
                self._subject(Subject())

    def _subject(self, subject: Subject) -> None:
        reading = self.reading
        reading.subject, reading.unknown_subject = subject, ""
        reading.of_which_subject = self.line is not None and self.line.of_which and subject != Subject()
        reading.heading_subject = self.line is not None and subject != Subject() and heading_of(self.line.sentence.plain) is not None and self.line.sentence.opens
        reading.old_subject = reading.colon_subject = False

    def _age_subject(self, sentence: Sentence) -> None:
        """A new line is of the park again unless it names a part; a heading's name holds for its section.

        Where a line began with a name and a colon, the lines below may belong to it too: they are read as the park's, in doubt.
        """
        reading = self.reading
        if sentence.opens and reading.subject != Subject() and not reading.heading_subject:
            reading.subject, reading.old_subject = Subject(), reading.colon_subject

    # --- words that change what follows ------------------------------------------------------------------------------

    def _on_comma(self, place: int, token: Token) -> None:
        clause = self.line.clause
        self.line.secured |= clause.secure
        self.line.strived |= clause.strive
        if token.text == "(":
            self.line.outer = (self.line.pending, self.line.used, self.line.last, self.line.pending_at)
        elif token.text == ")" and self.line.outer:
            self.line.pending, self.line.used, self.line.last, self.line.pending_at = self.line.outer
            self.line.outer = None
        if clause.words and self.line.pending and not self.line.used:
            self.line.gap = True
        self.line.clause = Clause()

    def _on_word(self, place: int, token: Token) -> None:
        line = self.line
        line.clause.words.append(token.text)
        line.unknown = token.text
        if token.text[-1:] in "由从" or token.text in ("由", "从"):
            line.clause.start_level = True
        if line.pending and not line.used:
            line.blocked = token.text

    def _on_other(self, place: int, token: Token) -> None:
        line = self.line
        line.pending, line.last, line.unknown, line.blocked = [], [], token.text, token.text

    def _on_period(self, place: int, token: Token) -> None:
        line, frame = self.line, self.reading.frame
        line.same_period = token.value.kind == "same" or bool(token.value.period and token.value.period.year_offset)
        if line.same_period and frame.before is None:
            frame.before = frame.period
        if line.clause.start_level:
            return
        context.hear(frame, token.value)
        line.fresh_period = True
        if frame.period:
            chained = place > 1 and line.tokens[place - 1].kind == "and" and line.tokens[place - 2].kind == "period"
            line.periods = [*line.periods, frame.period] if chained else [frame.period]

    def _on_name(self, place: int, token: Token) -> None:
        line = self.line
        kind, name = token.value
        before = line.tokens[place - 1] if place else None
        subject = Subject(**{kind: name})
        if before and before.kind == "name" and before.value[0] == "area" and kind == "cluster" and line.names:
            line.names[-1] = Subject(area=line.names[-1].area, cluster=name)
        elif before and before.kind == "and" and place > 1 and line.tokens[place - 2].kind == "name" and line.names:
            line.names.append(subject)
        else:
            line.names = [subject]
        line.fresh_name, line.listed = True, 0
        if self._is_topic(place):
            return
        self._subject(line.names[-1])
        self.reading.colon_subject = place == 0 and line.sentence.opens and len(line.tokens) == 2 and line.tokens[1].text == ":"

    def _is_topic(self, place: int) -> bool:
        """围绕装备制造, 以纺织、锂业为主导产业: the name is spoken of, but no figure is its own."""
        tokens, first = self.line.tokens, place
        if place == 0 and tokens[0].value[0] == "firm":
            return False
        while first > 1 and tokens[first - 1].kind == "and" and tokens[first - 2].kind == "name":
            first -= 2
        before = tokens[first - 1] if first else None
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        spoken = before is not None and (before.kind == "word" or before.text in ("以", "在", "该"))
        if spoken or (follower is not None and follower.kind == "word"):
            self.line.fresh_name, self.line.names = False, []
            return follower is None or follower.kind in ("word", "and", "comma", "plain", "group") or spoken
        return False

    def _on_park(self, place: int, token: Token) -> None:
        self.line.names, self.line.fresh_name = [], False
        self._subject(Subject())

    def _on_outside(self, place: int, token: Token) -> None:
        self.line.clause.outside = token.text

    def _on_target(self, place: int, token: Token) -> None:
        words, clause = self.vocabulary.words, self.line.clause
        clause.secure |= token.text in words["secure"]
        clause.strive |= token.text in words["strive"]
        context.hedge(self.reading.frame, context.TARGET)

    def _on_forecast(self, place: int, token: Token) -> None:
        context.hedge(self.reading.frame, context.FORECAST)

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

    def _on_due(self, place: int, token: Token) -> None:
        self.line.clause.due = True

    def _on_verb(self, place: int, token: Token) -> None:
        self.line.clause.verb = True
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _on_reach(self, place: int, token: Token) -> None:
        self.line.clause.reach = self.line.clause.verb = True
        self.line.clause.growth, self.line.clause.difference, self.line.clause.start_level = None, False, False

    def _on_plain(self, place: int, token: Token) -> None:
        if token.text in ("由", "从", "由原有"):
            self.line.clause.start_level = True
        if token.text == "到":
            self.line.clause.start_level = False
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _on_respectively(self, place: int, token: Token) -> None:
        self.line.respectively, self.line.listed = True, 0

    def _on_of_which(self, place: int, token: Token) -> None:
        self.line.of_which = True

    def _on_noise(self, place: int, token: Token) -> None:
        if token.value == "digits that cannot be read":
            self._leave(token, _("the digits are damaged"))
            self.line.used, self.line.last = True, []

    # --- indicators ---------------------------------------------------------------------------------------------------

    def _on_indicator(self, place: int, token: Token) -> None:
        line, clause = self.line, self.line.clause
        if place == line.consumed:
            return
        before = line.tokens[place - 1] if place else None
        stranger = self._stranger(before)
        if stranger:
            line.pending, line.last, line.unknown, line.blocked = [], [], stranger + token.text, stranger
            return
        if not self._lists_on(place):
            clause.firms_first = self._counts_firms(clause) and not line.last
            line.pending = []
        line.pending.append(token.value)
        line.pending_at, line.used, line.blocked, line.gap, line.listed = place, False, "", False, 0
        line.fresh_period, clause.growth, clause.share = False, None, False
        line.secured = line.strived = False

    def _counts_firms(self, clause: Clause) -> bool:
        """规上企业实现利润: the figure may be that of these firms only."""
        pending = self.line.pending
        return bool(pending) and clause.verb and not self.line.used and self.catalogue.indicators[pending[-1]].unit == "家"

    def _stranger(self, before: Token | None) -> str:
        """The words directly before an indicator's name that make it another indicator; "" for none."""
        if before is None:
            return ""
        if before.kind == "word" and before.text.endswith("等"):
            return ""  # 水、电、路等基础配套工程: kinds of what the name says
        if self._works_of_a_name(before):
            self.line.clause.words.append(before.text)
            return ""
        if before.kind in ("word", "outside", "other"):
            return before.text
        if before.kind == "indicator":
            return before.text
        return self.line.clause.outside if self.line.clause.outside and before.kind != "comma" else ""

    def _works_of_a_name(self, before: Token) -> bool:
        """创业区二期改造工程开发面积: the works of a zone, read as the zone's and put in doubt."""
        line = self.line
        at = line.tokens.index(before)
        while at and line.tokens[at - 1].kind == "noise":
            at -= 1
        return before.kind == "word" and before.text.endswith(("工程", "项目")) and at > 0 and line.tokens[at - 1].kind == "name"

    def _lists_on(self, place: int) -> bool:
        """税收、利润分别…: the indicator continues a list of names that have no figure yet."""
        line = self.line
        if line.used or not line.pending:
            return False
        between = line.tokens[line.pending_at + 1:place]
        return bool(between) and all(t.kind == "and" or (t.kind == "plain" and len(t.text) > 1) for t in between) and any(t.kind == "and" for t in between)

    # --- figures ------------------------------------------------------------------------------------------------------

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
        own = own_unit_code(line.tokens, place, line.sentence.plain, self.reading.subject)
        if own and not (line.pending and not line.used and self.measures.fits(line.pending[-1], token.value)):
            self._new(token, own, "capacity or equipment", self.reading.subject, _("a capacity or equipment: its unit is its own"))
            return None
        reason = self._no_figure(clause)
        if reason:
            self._leave(token, reason)
            line.clause.growth = None
            return None
        if clause.due and self._due(token):
            return None
        if self._widen(token):
            return None
        run = run_of_amounts(line.tokens, place)
        if len(line.periods) > 1 and line.respectively and line.pending and not line.used:
            return self._by_period(place, run)
        parts = max(len(line.names) if not line.used or line.fresh_name or line.listed else 0, len(line.pending))
        if parts > 1 and (len(run) > 1 or line.respectively):
            return self._list(place, run)
        if len(line.names) > 1 and line.fresh_name and not line.respectively:
            self._leave(token, _("one figure for several names together"))
            return None
        code, rule, doubt = self._indicator_of(place, token)
        if not code and self._project_of_a_firm(token):
            code, rule, doubt = "project_total_investment", "investment of a firm's project", _("the investment of one project")
        if code:
            self._draft(place, token, code, rule, doubt)
        else:
            self._leave(token, doubt)
            line.last = []
        return None

    def _no_figure(self, clause: Clause) -> str:
        if clause.each:
            return _("a frequency or a figure per head")
        if clause.difference:
            return _("a difference, not a level")
        if clause.growth is not None and not clause.reach:
            return _("a difference, not a level")
        if clause.start_level:
            return _("the level that it started from")
        if clause.share:
            return _("a share")
        if clause.outside:
            return _("a figure of {where}, not of the park").format(where=clause.outside)
        return ""

    def _due(self, token: Token) -> bool:
        """年度任务130亿元的74.2%: the target printed beside a completion rate."""
        line = self.line
        code = line.pending[-1] if line.pending else ""
        if not code or line.blocked or not self.measures.fits(code, token.value):
            return False
        period = self.reading.frame.period
        subject = self.reading.subject
        draft = Draft(line.sentence, token.start, token.end, code, token.value, context.TARGET, context.whole_year(period.year) if period else None, subject,
                      "target beside completion", token.value.comparator, main=False)
        self.reading.drafts.append(draft)
        line.clause.due = False
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

    def _list(self, place: int, run: list[int]) -> int:
        """东区、西区分别完成产值a、b: names or indicators and figures pair in their order."""
        line = self.line
        by_name = len(line.names) > 1 and (line.listed == 0 or line.fresh_name)
        count = len(line.names) if by_name else len(line.pending)
        tokens = [line.tokens[i] for i in run]
        code = self._list_code() if by_name else ""
        if len(run) != count or (by_name and not code):
            for token in tokens:
                self._leave(token, _("{figures} figures for {names} names").format(figures=len(run), names=count))
            line.last, line.used = [], True
            return run[-1] - place + 1
        line.last = []
        group = []
        for i, token in enumerate(tokens):
            subject = line.names[i] if by_name else self.reading.subject
            draft = self._new(token, code if by_name else line.pending[i], "list", subject)
            if draft:
                group.append(draft)
        line.last, line.used = group, True
        return run[-1] - place + 1

    def _by_period(self, place: int, run: list[int]) -> int:
        """一季度、二季度分别实现税收a、b: periods and figures pair in their order."""
        line = self.line
        tokens = [line.tokens[i] for i in run]
        line.used, line.last = True, []
        for i, token in enumerate(tokens):
            if len(run) != len(line.periods):
                self._leave(token, _("{figures} figures for {names} names").format(figures=len(run), names=len(line.periods)))
                continue
            draft = self._new(token, line.pending[-1], "list of periods", self.reading.subject)
            if draft:
                draft.period = line.periods[i]
        return run[-1] - place + 1

    def _list_code(self) -> str:
        line = self.line
        if line.pending:
            return line.pending[-1] if len(line.pending) == 1 and not line.blocked else ""
        return self.reading.last_code if not line.clause.words and not line.blocked else ""

    def _project_of_a_firm(self, token: Token) -> bool:
        """公司计划总投资3亿元, 投资1000万元的服装厂: the investment of a firm's project."""
        plain = self.line.sentence.plain
        said = re.search(r"(?:^|[^产业改造施业])(?:计划|共同|总|概算)*投资(?:总额|额)?(?:达到|达|为|约)?$", plain[max(0, token.start - 14):token.start])
        named = any(t.kind == "name" and t.value[0] == "firm" for t in self.line.tokens if t.end <= token.start)
        whose = self.reading.subject.firm or named or re.match(r"的[^,、的]{2,12}(?:(?<![处理电水])厂|公司)(?!项目)", plain[token.end:])
        return bool(said and whose) and self.measures.fits("project_total_investment", token.value)

    def _indicator_of(self, place: int, token: Token) -> tuple[str, str, str]:
        """(code, rule, doubt) of an amount; ("", "", reason) where no known indicator stands with it."""
        line = self.line
        before = self._before(token)
        if before[0] and not line.used:
            return before
        behind = self._behind(place, token)
        if behind:
            return behind
        if not line.pending and not line.blocked and not line.clause.words and line.fresh_name and (line.of_which or line.sentence.number > 1):
            code = self.reading.last_code
            if code and line.of_which and self.measures.fits(code, token.value):
                line.pending, line.used = [code], False
                return code, "of which, from the sentence before", ""
        return before

    def _before(self, token: Token) -> tuple[str, str, str]:
        line, clause = self.line, self.line.clause
        if not line.pending:
            return "", "", _("no known indicator ({words})").format(words=line.unknown or "—")
        code = self.measures.by_unit(line.pending[-1], token.value)
        if line.blocked and not line.used:
            if line.gap and clause.verb and not clause.words and self.measures.fits(code, token.value):
                return code, "name, then figure in the next clause", _("words not understood between name and figure: {words}").format(words=line.blocked)
            return "", "", _("words not understood between name and figure: {words}").format(words=line.blocked)
        if not self.measures.fits(code, token.value):
            return "", "", _("the unit {unit} does not fit {indicator}").format(unit=token.value.unit, indicator=self.catalogue.indicators[code].name_zh)
        if line.used:
            return self._again(code)
        return code, "name, then figure", ""

    def _again(self, code: str) -> tuple[str, str, str]:
        """A second figure of one indicator: for another name or another period only."""
        line, clause = self.line, self.line.clause
        if clause.words or line.blocked:
            return "", "", _("no known indicator ({words})").format(words=line.unknown or "—")
        if line.fresh_name:
            return code, "same indicator, next name", ""
        if line.fresh_period:
            return code, "same indicator, other period", ""
        return "", "", _("a second figure without a name of its own")

    def _behind(self, place: int, token: Token) -> tuple[str, str, str] | None:
        """14家规模以上企业: the figure stands before the name."""
        line = self.line
        at = place + 1
        while at < len(line.tokens) and (line.tokens[at].kind in ("plain", "period", "noise") or self._other_measure(token, line.tokens[at])):
            at += 1
        follower = line.tokens[at] if at < len(line.tokens) else None
        if follower is None or follower.kind != "indicator":
            return None
        code = self.measures.by_unit(follower.value, token.value)
        single = token.value.value == 1 and not token.text[0].isdigit()
        if single or not self.measures.fits(code, token.value) or self._has_own_figure(at):
            return None
        for passed in line.tokens[place + 1:at]:
            if passed.kind == "period":
                context.hear(self.reading.frame, passed.value)
        line.pending, line.pending_at, line.blocked, line.consumed = [code], at, "", at
        return code, "figure, then name", ""

    def _other_measure(self, token: Token, following: Token) -> bool:
        """4.2万平方米的六栋标准厂房: two figures of one name, an area and a number."""
        return following.kind == "amount" and bool(token.value.unit) and following.value.unit != token.value.unit and not is_rate(following.value, following.text)

    def _has_own_figure(self, at: int) -> bool:
        for token in self.line.tokens[at + 1:]:
            if token.kind == "amount":
                return not is_rate(token.value, token.text)
            if token.kind not in ("verb", "reach", "plain", "target"):
                return False
        return False

    # --- drafts -------------------------------------------------------------------------------------------------------

    def _draft(self, place: int, token: Token, code: str, rule: str, doubt: str) -> None:
        line = self.line
        draft = self._new(token, code, rule, self.reading.subject, doubt)
        restore = line.same_period and line.used and rule == "same indicator, other period"
        line.used, line.fresh_name, line.fresh_period = True, False, False
        if draft and not restore:
            line.last = [draft]
        if restore:
            draft and setattr(draft, "main", False)
            self.reading.frame.period, line.same_period = self.reading.frame.before, False
            self.reading.frame.excursion = ""

    def _new(self, token: Token, code: str, rule: str, subject: Subject, doubt: str = "", amount: Amount | None = None) -> Draft | None:
        """A draft of the period and measure in force; None (and listed as unread) where its subject is not the park's."""
        line, frame = self.line, self.reading.frame
        strange = next((w for w in line.clause.words if _STRANGERS.search(w)), "") if rule != "figure, then name" else ""
        if strange:
            self.reading.unknown_subject = strange
        if self.reading.unknown_subject:
            self._leave(token, _("a figure of others: {words}").format(words=self.reading.unknown_subject))
            return None
        if subject.firm and self.catalogue.indicators[code].group == "land":
            self._leave(token, _("a firm's own land"))
            return None
        odd = [w for w in line.clause.words if len(w) > 1]
        if odd and not doubt and rule != "list":
            doubt = _("words not understood beside it: {words}").format(words="、".join(odd))
        if self.reading.old_subject and subject == Subject() and not doubt:
            doubt = _("it is not said whether this is still of the part named above")
        if frame.by_date and not doubt:
            doubt = _("its time is only a day named before it")
        if line.clause.firms_first and not doubt:
            doubt = _("it may be a figure of these firms only")
        draft = Draft(line.sentence, token.start, token.end, code, token.value if amount is None else None, frame.current_measure(), self._period(frame), subject, rule,
                      (amount or token.value).comparator, doubt=doubt)
        self.reading.drafts.append(draft)
        return draft

    def _period(self, frame: context.Frame) -> context.Stretch | None:
        """A target or forecast of a text that reviews months is one of the year, unless its words say more."""
        period = frame.period
        if frame.excursion in (context.TARGET, context.FORECAST) and period and not self.line.fresh_period and period is frame.before:
            return context.whole_year(period.year)
        if frame.excursion and period is None and frame.year:
            return context.whole_year(frame.year)
        return period

    def _leave(self, token: Token, reason: str) -> None:
        sentence = self.line.sentence
        if _MERE_COUNT.fullmatch(token.text) and not self.line.pending:
            return
        start = sentence.start + sentence.places[token.start]
        raw = sentence.written(token.start, token.end)
        self.reading.unread.append(Unread(sentence.number, start, start + len(raw), raw, reason))

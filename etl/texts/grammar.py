"""The grammar: one walk over a sentence's tokens, each kind of token with its rule, each figure with the rule that read it."""

from __future__ import annotations

import re

from etl.recognise.periods import YEAR
from park.catalogue import Catalogue

from . import context
from .again import AgainRules
from .anchors import AnchorRules
from .deadlines import DeadlineRules
from .figures import FigureRules
from .frame import FORECAST
from .measures import Measures
from .model import Sentence, Token
from .names import heading_of
from .opening import is_date
from .outer import OuterRules
from .sections import enter_caption, enter_heading, enter_lead, scope_of
from .state import Line, Reading, Subject
from .subjects import SubjectRules
from .sums import SumRules
from .told import counts_since
from .turns import take_turn
from .vocabulary import Vocabulary
from .words import WordRules

_LISTS_BELOW = re.compile(r"(?:指标|数据)[^,。\d]{0,8}如下:?$")
_HEADS_LINES = re.compile(r"(?:指标|情况|数据):?$")


class Grammar(WordRules, SubjectRules, AnchorRules, FigureRules, SumRules, OuterRules, AgainRules, DeadlineRules):
    """Reads sentences one after the other into the drafts of a Reading."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, reading: Reading):
        self.catalogue, self.vocabulary, self.reading = catalogue, vocabulary, reading
        self.measures = Measures(catalogue)
        self.line: Line | None = None

    def read(self, sentence: Sentence, tokens: list[Token]) -> None:
        """Takes one sentence."""
        if sentence.opens and is_date(sentence.plain):
            return
        frame = self.reading.frame
        if enter_heading(frame, sentence, self.vocabulary):
            self._subject(Subject())
        self._end_of_section(sentence)
        if sentence.opens:
            context.new_line(frame)
            enter_caption(frame, sentence)
        enter_lead(frame, sentence, self.vocabulary)
        scope = scope_of(frame, sentence)
        if sentence.number in self.reading.turns:
            take_turn(frame, self.reading.turns[sentence.number])
        if not sentence.opens and tokens and (tokens[0].kind == "name" and self._month_was_aside(sentence) or tokens[0].kind == "indicator" and self._month_beside(sentence)):
            context.whole_again(frame)
        self._age_subject(sentence)
        self.reading.since = counts_since(sentence.plain) or self.reading.since and not sentence.opens
        self.line = Line(sentence, tokens)
        place = 0
        while place < len(tokens):
            handler = getattr(self, f"_on_{tokens[place].kind}", None)
            place += (handler(place, tokens[place]) if handler else None) or 1
        if self.line.pending:
            self.reading.last_code = self.line.pending[-1]
        codes = {d.code for d in self.reading.drafts if d.sentence is sentence and d.main} or {t.value for t in tokens if t.kind == "indicator"}
        self.reading.one_indicator = len(codes) == 1 or not codes and self.reading.one_indicator and not sentence.opens
        self.reading.after_semicolon = not sentence.stops and len(codes) == 1
        self.reading.before, self.reading.runs_on = sentence.plain, not sentence.stops or sentence.plain.endswith((",", "、"))
        self._set_topic(sentence, tokens)
        self._remember_parts(sentence)
        self._date_intended(sentence)
        if self.line.trailing and len(self.reading.drafts) == self.line.trailing[1]:
            frame.take_back(self.line.trailing[0])  # …增长46%,为近五年同期最高: a time behind the figures is not carried on
        if self.line.return_to and frame.period and frame.period.basis != YEAR and frame.period.year == self.line.return_to.year:
            frame.period = self.line.return_to
        if _HEADS_LINES.search(sentence.plain) and sentence.opens and len(sentence.plain) < 17 and not any(t.kind == "amount" for t in tokens) and any(t.kind == "period" for t in tokens):
            frame.main, frame.whole_line = frame.period, None  # 10月当月主要指标: the time of the lines below
        if _LISTS_BELOW.search(sentence.plain) and any(t.kind == "period" for t in tokens):
            frame.estimated = frame.period  # 1至5月各项指标完成情况如下: an estimate below is of these months
        if self.line.of_which:
            context.whole_again(frame)
        if sentence.stops:
            self._return_to_main()
            if frame.excursion and frame.main and any(d.sentence is sentence and d.period == frame.main and d.measure == frame.measure for d in self.reading.drafts[-6:]):
                frame.before = frame.main  # 上半年…。1-11月完成109亿元,预计全年120亿元。: on with the months told last
            elif frame.excursion == FORECAST and frame.period and frame.period == frame.estimated:
                frame.before = frame.estimated
            context.full_stop(frame)
            self.reading.unknown_subject, self.reading.outer_ended = "", bool(self.reading.outer)
        if scope:
            frame.period = frame.main = scope
            frame.excursion, frame.before, frame.whole_line = "", None, None
        if self.reading.of_which_subject:
            self._subject(Subject())
        elif len(self.line.names) > 1 and self.line.fresh_name and self.reading.subject == self.line.names[-1]:
            self._subject(Subject())
            self.reading.vague_subject = True  # 东区、西区运行平稳。税收3亿元: of whom is not said
        elif self.line.object_of is not None:
            self._subject(self.line.object_of)
            self.reading.vague_subject = True
        elif self.line.firm_spoken and self.reading.subject == Subject() and not any(d.sentence is sentence for d in self.reading.drafts[-3:]):
            self.reading.vague_subject = True  # 双方出资组建某某公司。实现税收3亿元

    def _month_was_aside(self, sentence: Sentence) -> bool:
        """…2.46亿元,9月当月2980万元;甲公司…: a month beside the figures of all months, before a semicolon."""
        whole = self.reading.frame.whole_line
        return any(d.sentence.number == sentence.number - 1 and d.period == whole for d in self.reading.drafts[-6:]) if whole else False

    def _return_to_main(self) -> None:
        """税收3亿元;去年全年3.8亿元。: a year told beside the months reported ends with its full stop."""
        frame, drafts = self.reading.frame, self.reading.drafts
        beside = frame.main and frame.period and frame.period.year < frame.main.year and not frame.excursion
        if beside and any(d.period == frame.main for d in drafts[self.reading.told:]):
            frame.period = frame.main
        self.reading.told = len(drafts)

    def _set_topic(self, sentence: Sentence, tokens: list[Token]) -> None:
        """（二）税收。: what the sentences of the line are about that name no indicator."""
        names = [t.value for t in tokens if t.kind == "indicator"]
        shut = next((i for i, t in enumerate(tokens) if t.text == "("), len(tokens)) if tokens and tokens[-1].text in (")", ":") else len(tokens)  # 1.工业总产值(全区18.6亿元,增长20%)
        alone = len(names) == 1 and all(t.kind in ("noise", "indicator", "comma", "plain", "period") for t in tokens[:shut]) and any(t.kind == "indicator" for t in tokens[:shut])
        if sentence.opens and alone:
            self.reading.topic = names[0]
        elif sentence.opens and (names or heading_of(sentence.plain) is not None):
            self.reading.topic = ""

    def _month_beside(self, sentence: Sentence) -> bool:
        """税收3亿元,9月当月3000万元;利润…: the month was a second figure of the indicator before, so the next is of all months again."""
        last = self.reading.drafts[-1] if self.reading.drafts else None
        if last is None or last.sentence.number != sentence.number - 1 or last.period is None or last.period.basis != "month":
            return False
        whole = any(d.code == last.code and d.sentence is last.sentence and d.period == self.reading.frame.whole_line for d in self.reading.drafts[-6:-1])
        return last.rule == "same indicator, other period" or whole

    def _remember_parts(self, sentence: Sentence) -> None:
        """东片15个、西片11个: parts that had a figure each are those that 三个片区 means later."""
        parts: dict[str, list[Subject]] = {}
        for draft in self.reading.drafts:
            if draft.sentence is sentence and draft.subject != Subject() and draft.subject not in parts.setdefault(draft.code, []):
                parts[draft.code].append(draft.subject)
        most = max(parts.values(), key=len, default=[])
        if len(most) > 1:
            self.reading.listed, self.reading.listed_at = tuple(most), sentence.number

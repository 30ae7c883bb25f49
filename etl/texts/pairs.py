"""The rules that pair figures in their order: with names, with indicators, with periods, with the names of the list before."""

from __future__ import annotations

from etl.recognise.periods import SPAN
from park.locale import _

from .frame import Stretch, whole_year
from .lists import bound_alike
from .model import Token


class PairRules:
    """Lists of amounts behind several names; each takes the place of the first amount and the places of all."""

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
        tokens = bound_alike(tokens)
        for i, token in enumerate(tokens):
            subject = line.names[i] if by_name else self.reading.subject
            draft = self._new(token, code if by_name else line.pending[i], "list", subject)
            if draft:
                group.append(draft)
        line.last, line.group, line.used = group, group, True
        if by_name:
            self.reading.listed, self.reading.listed_at = tuple(line.names), line.sentence.number
        return run[-1] - place + 1

    def _of_the_last_list(self, count: int) -> bool:
        """…分别为24.1、17.5和10.8亿元;税收分别为…: as many figures as names in the list just before; the names are taken again."""
        line, reading = self.line, self.reading
        near = line.sentence.number - reading.listed_at <= 1 and len(reading.listed) == count
        if near and (reading.runs_on or not line.sentence.opens) and not line.clause.words and len(line.pending) == 1 and not line.blocked:
            line.names, line.fresh_name, line.listed = list(reading.listed), True, 0
            return True
        return False

    def _codes_of_the_part_before(self, run: list[int]) -> list[str]:
        """东片产值32亿元、税收1.2亿元,西片分别为20亿元、0.8亿元: the indicators of the part named before, if units and number fit."""
        drafts = [d for d in self.reading.drafts if d.sentence is self.line.sentence and d.amount and d.main][-len(run):]
        alike = len(drafts) == len(run) and len({d.subject for d in drafts}) == 1 and drafts[0].subject != self.reading.subject
        fit = alike and all(self.measures.fits(d.code, self.line.tokens[at].value) for d, at in zip(drafts, run, strict=True))
        return [d.code for d in drafts] if fit else []

    def _years_in_force(self, count: int) -> list[Stretch]:
        """2021年至2025年,…依次为: the years of the span in force, if they are as many as the figures."""
        period = self.reading.frame.period
        years = range(period.start[0], period.end[0] + 1) if period and period.basis == SPAN and period.start[1] == 1 and period.end[1] == 12 else ()
        return [whole_year(year) for year in years] if len(years) == count else []

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

    def _on_former(self, place: int, token: Token) -> None:
        """A、B分别为…,前者增长…,后者下降…: the figures at the beginning or end of those told last, and whose they are."""
        line = self.line
        told = [d for d in self.reading.drafts if d.main and d.sentence.line == line.sentence.line and line.sentence.number - d.sentence.number < 2]
        count = max(1, "_一二三四".find(token.text[1].replace("两", "二")))
        whole = line.group if line.group else told[-2:]
        if len(whole) <= count:
            self.reading.unknown_subject = token.text
            return
        group = whole[:count] if token.text[0] == "前" else whole[-count:]
        line.names, line.fresh_name, line.last, line.used = [d.subject for d in group], False, group, True
        line.pending, line.blocked, line.stranger = [group[0].code] if len({d.code for d in group}) == 1 else [], "", ""
        self._subject(group[-1].subject)
        line.fresh_name, line.fresh_period = False, False

    def _list_code(self) -> str:
        line = self.line
        if line.pending:
            return line.pending[-1] if len(line.pending) == 1 and not line.blocked else ""
        return self.reading.last_code if not line.clause.words and not line.blocked else ""

"""The rules that find the name of a figure further off: behind a description, in the sentence before, in what is built; all in doubt but one."""

from __future__ import annotations

import re

from park.locale import _

from .model import Token


class FarAnchorRules:
    """Each gives (code, rule, doubt) for an amount, or None."""

    def _modified(self, place: int, token: Token) -> tuple[str, str, str] | None:
        """已有11个规模大、前景好的项目正式进入园区: words that describe stand between the figure and the name."""
        behind = self.line.tokens[place + 1:]
        at = next((i for i, t in enumerate(behind) if t.kind in ("indicator", "amount")), None)
        if at is None or at == 0 or behind[at].kind != "indicator" or self._has_own_figure(place + 1 + at) or self.line.pending:
            return None
        if not self.line.sentence.plain[token.end:behind[at].start].endswith(("的项目", "的企业", "的工程")) or not self.measures.fits(behind[at].value, token.value):
            return None
        self.line.pending, self.line.blocked, self.line.consumed = [behind[at].value], "", place + 1 + at
        return behind[at].value, "figure, then name behind a description", _("words not understood between figure and name")

    def _works(self, token: Token) -> tuple[str, str, str] | None:
        """…等配套建设。年内投资总额4000万元: the whole investment in the works of the sentence before."""
        line, reading = self.line, self.reading
        plain = line.sentence.plain[:token.start]
        if line.sentence.opens or line.pending or not re.search(r"^[^,]{0,4}投资总额(?:为|达|约|达到)?$", plain) or not re.search(r"基础设施|配套建设|路网|管网", reading.before):
            return None
        code = "infrastructure_investment"
        return (code, "investment in the works named before", _("what it is for stands in the sentence before")) if self.measures.fits(code, token.value) else None

    def _counted_again(self, place: int, token: Token) -> tuple[str, str, str] | None:
        """…11个项目正式进入园区。11个项目涉及…: the count of the sentence before, said again."""
        drafts, plain = self.reading.drafts, self.line.sentence.plain
        last = drafts[-1] if drafts else None
        if place or last is None or last.sentence.number != self.line.sentence.number - 1 or not re.match(r"项目|企业", plain[token.end:]):
            return None
        same = last.amount and last.amount.value == token.value.value and last.amount.unit == token.value.unit and last.amount.high is None
        return (last.code, "a count said again", _("it seems to be the count of the sentence before")) if same else None

    def _ground(self, token: Token) -> tuple[str, str, str] | None:
        """占地11.4万平方米…的标准厂房: the ground that the factories stand on."""
        plain = self.line.sentence.plain
        if not re.search(r"占地(?:面积)?(?:约|达|为)?$", plain[:token.start]) or not re.match(r"[^。;]{0,30}的[^,]{0,4}标准厂房", plain[token.end:]):
            return None
        code = "standard_factory_land_area"
        return (code, "ground of factories", "") if self.measures.fits(code, token.value) else None

    def _project_of_a_firm(self, token: Token) -> bool:
        """公司计划总投资3亿元, 投资1000万元的服装厂: the investment of a firm's project."""
        plain = self.line.sentence.plain
        said = re.search(r"(?:^|[^产业改造施业])(?:计划|共同|总|概算)*投资(?:总额|额)?(?:达到|达|为|约)?$", plain[max(0, token.start - 14):token.start])
        named = any(t.kind == "name" and t.value[0] == "firm" for t in self.line.tokens if t.end <= token.start)
        whose = self.reading.subject.firm or named or "双方" in plain[:token.start] or re.match(r"的[^,、的]{2,12}(?:(?<![处理电水])厂|公司)(?!项目)", plain[token.end:])
        return bool(said and whose) and self.measures.fits("project_total_investment", token.value)

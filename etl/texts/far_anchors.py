"""The rules that find the name of a figure further off: behind a description, in the sentence before, in what is built; all in doubt but one."""

from __future__ import annotations

import re

from park.locale import _

from .model import Token

BY_KIND = re.compile(r"(?:其中,?)?(?:分|按|从)(?:主要|重点)?(?:产业集群|产业链|产业|集群|行业|门类|片区|园区|区域|组团|板块|功能区|分园|企业)(?:来)?看[,:]")  # 分区域看,核心区完成…: what the line before is about


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

    def _ground(self, token: Token) -> tuple[str, str, str] | None:
        """占地11.4万平方米…的标准厂房: the ground that the factories stand on."""
        plain = self.line.sentence.plain
        if not re.search(r"占地(?:面积)?(?:约|达|为)?$", plain[:token.start]) or not re.match(r"[^。;]{0,30}的[^,]{0,4}标准厂房", plain[token.end:]):
            return None
        code = "standard_factory_land_area"
        return (code, "ground of factories", "") if self.measures.fits(code, token.value) else None

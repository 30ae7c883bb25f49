"""The rules for what is not the park's: a county or city that goes on being spoken of, and what a single project costs or is to bring."""

from __future__ import annotations

import re

from park.locale import _

from .model import Token
from .state import Subject

_LEADS = ("comma", "period", "plain", "noise")
_PLACES = ("在", "到", "至", "从", "由", "以", "按", "把", "让", "等", "是", "的")  # 在全市8个园区中: only where it is
_PARKS = r"(?:工业|产业|科技|高新|经济|技术|县域)*(?:园区|开发区|高新区|经开区|集聚区|集中区|园)"
_TITLE = re.compile(rf"(?:全[市省州国]|[我各][市省]|[市省]属)[^,。]{{0,8}}?{_PARKS}")
_WHEN = r"(?:以|之)?后,?(?:[^,。;\d]{0,10},)?(?:每年|预计|年|可|将|能|达|有望|亩均|园区年|企业年|新增)"
_YIELD = re.compile(rf"(?:(?:项目|工程|生产线|厂|企业|公司|[一二三]期)(?:全部|全面|正式|顺利)?(?:建成|竣工|完工|投入运营|投入使用)|投产|达产|达效|满产|全面运营|正式运营|投入运营|投用)(?:达产|达效|投产|运营|使用)*{_WHEN}")
_YIELD_OF_ALL = re.compile(rf"建成(?:运营|使用)*{_WHEN}")  # 建成后可实现产值500亿元: perhaps the park itself
_PART_OF_SUM = re.compile(r"总投资(?:额|达|为|约|近|超过|超)*[\d.]+(?:亿|万)?元?[^。;]{0,12}?,?其中(?!.{0,4}(?:年内|今年|当年|本年|已|累计|完成))[^。;]*$")


class OuterRules:
    """Whether an amount is somebody else's: each method gives the reason to leave it, or to doubt it, "" for none."""

    def _on_outside(self, place: int, token: Token) -> None:
        """全市 at the beginning of a clause is whose figures follow until another is named; elsewhere it is compared with."""
        line = self.line
        line.clause.outside = token.text
        before = line.tokens[place - 1] if place else None
        if before is None or before.kind in _LEADS and before.text not in ("(", ")", *_PLACES) or before.kind == "outside" and line.outer_leads:
            line.outer_leads = token.text
            if token.text[0] in "这一二三四五六七八九十" or token.text[0].isdigit():
                self.reading.outer, self.reading.outer_ended = token.text, False  # 全省10家国家级经开区…: who is spoken of
            line.outer_opens = line.outer_opens or all(t.kind in _LEADS or t.kind == "word" and t.end - t.start < 6 for t in line.tokens[:place])

    def _outer(self) -> str:
        """Of whom a figure is that is the county's or city's: by its own clause, or by the one before in this sentence or before a semicolon."""
        line, reading = self.line, self.reading
        if line.clause.outside:
            reading.outer = line.clause.outside if line.outer_leads == line.clause.outside else reading.outer
            reading.outer_ended = False
            return line.clause.outside
        return reading.outer if reading.outer and not reading.outer_ended else ""

    def _park_again(self) -> None:
        """The park, or a part of it, is named: what the city or county did is told."""
        line = self.line
        if line is None or not line.clause.outside and line.outer is None:
            self.reading.outer = ""
        if line is not None and not line.clause.outside and line.outer is None:
            line.outer_leads, line.outer_opens = "", False

    def _outer_doubt(self, subject: Subject) -> str:
        """Why a figure may be the city's, where neither zone nor firm is named after the city: its sentence, the one before or the title is about it."""
        reading, line = self.reading, self.line
        if subject.firm or subject.area and not reading.outer:
            return ""
        where = reading.outer or line.outer_opens and line.outer_leads or _of_all_parks(reading.frame.title)
        if not where and _YIELD_OF_ALL.search(line.sentence.plain):
            return _("what a project is to bring once it stands")
        return _("it may be of {where}, not of the park").format(where=where) if where else ""

    def _of_one_project(self, token: Token) -> str:
        """项目建成后年利税2亿元, 总投资1000万元,其中固定资产投资800万元: what one project is to bring, and what it costs."""
        before = self.line.sentence.plain[:token.start]
        if _YIELD.search(before):
            return _("what a project is to bring once it stands")
        if token.value.unit.endswith("元") and _PART_OF_SUM.search(before):
            return _("a part of what a project costs")
        return ""


def _of_all_parks(title: str) -> str:
    """全市园区经济保持较快增长, 全省高新区…: the words of a title that is about all the parks of a city, "" for another."""
    match = _TITLE.search(title)
    return match[0] if match else ""

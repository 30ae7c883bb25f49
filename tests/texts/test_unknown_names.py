"""Names beside a plan's numbers that nobody knows: offered to be settled, remembered for the park, offered no more."""

from __future__ import annotations

import pytest

from etl.plan import plan_for
from etl.texts import read_text
from park.store import learned, operator

from . import PLAN

PARK = "云台工业园"
TEXT = PLAN + "税收5亿元，利用外资1500万美元，研发经费投入2.4亿元。总投资20亿元的电池项目落地，每月调度2次，上级文件一式三份。"


def names(store, text: str = TEXT) -> list[str]:
    return [u.written for u in plan_for(store, text.encode(), "plan.txt").unsettled if u.kind == "indicator"]


@pytest.mark.parametrize(("text", "name"), [
    ("利用外资1500万美元。", "利用外资"), ("税收5亿元，研发经费投入2.4亿元。", "研发经费"), ("力争实现社会消费品零售总额12亿元。", "社会消费品零售"),
    ("高新技术产业总产值12亿元。", "高新技术产业总产值"), ("招才引智：150人。", "招才引智"),
])
def test_the_words_before_a_figure_are_its_unknown_name(text, name):
    assert [u.name for u in read_text(PLAN + text, name="text.txt").unread] == [name]


@pytest.mark.parametrize("text", ["总投资20亿元的电池项目落地。", "每月调度2次。", "红线宽24米。", "绿化覆盖率达到40%。", "全县税收18亿元。", "净增规上企业5家。"])
def test_what_is_no_name_of_an_indicator_is_not_asked_for(text):
    assert [u.name for u in read_text(PLAN + text, name="text.txt").unread if u.name] == []


def test_a_name_that_is_settled_is_read_at_the_next_look_and_one_left_out_is_not_asked_for_again(store):
    assert names(store) == ["利用外资", "研发经费"]
    learned.remember(store, PARK, "indicator", "研发经费", "technical_renovation_investment", by=operator("test"))
    learned.remember(store, PARK, "indicator", "利用外资", learned.IGNORED, by=operator("test"))
    plan = plan_for(store, TEXT.encode(), "plan.txt")
    assert [(f.raw, f.indicator, f.doubt) for f in plan.text.figures] == [("5亿元", "tax_revenue", ""), ("2.4亿元", "technical_renovation_investment", "")]
    assert names(store) == []


def test_a_text_of_no_park_asks_all_the_same(store):
    assert names(store, "工作计划\n2024年利用外资1500万美元。") == ["利用外资"]

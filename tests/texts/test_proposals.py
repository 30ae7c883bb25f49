"""What a person makes of the figures of a text, and what the store gets of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.extract import extract
from etl.plan import plan_for
from etl.read.grid import Unreadable
from etl.texts.proposals import confirmed, proposals
from park.questions.texts import KEY, of_batch, standing
from park.store import batches, closing, documents, places
from park.store.documents import Choice
from park.store.rights import operator
from tests.conftest import reading as rows_of

from . import PLAN, read

TEXT = "税收4亿元，增长15%以上；引进项目8-10个。规上企业52家。"
SPOILT = "云台工业园2023年工作计划\n税收3亿元；新建成投产企业2023家。"


def decided(text: str, **choices: Choice):
    """Proposals of a text; choices by the indicator they are about."""
    reading = read(text, PLAN)
    keys = {p.read.indicator: p.key for p in proposals(reading, {})}
    return reading, proposals(reading, {keys[name]: choice for name, choice in choices.items()})


def test_sure_figures_are_ticked_and_doubtful_ones_are_not():
    assert [p.taken for p in proposals(read(SPOILT), {})] == [True, False]


def test_a_correction_changes_the_figure_and_keeps_its_words():
    reading, found = decided(TEXT, tax_revenue=Choice(None, {"value": "42,000", "period_end": "2024-06", "area": "东区"}))
    rows = confirmed(reading, found).observations.to_pylist()
    assert (rows[0]["value"], rows[0]["basis"], rows[0]["area"], rows[0]["raw"]) == (Decimal(42000), "ytd", "东区", "4亿元")
    assert [f.code for f in confirmed(reading, found).findings] == ["corrected"]


def test_what_is_left_out_is_not_loaded_but_on_record():
    reading, found = decided(TEXT, tax_revenue=Choice(False))
    result = confirmed(reading, found)
    assert result.observations["indicator"].to_pylist() == ["projects_introduced", "above_scale_firms"]
    assert [(f.code, f.severity, f.cell) for f in result.findings] == [("left_out", "note", "2")]


@pytest.mark.parametrize(("edits", "problem"), [
    ({"value": "很多"}, "“很多”不是数字。"),
    ({"value": "", "yoy": ""}, "既无数值也无增速。"),
    ({"period_end": "2024"}, "请填写起止时间，如 2024-01。"),
    ({"period_start": "2024-12", "period_end": "2024-01"}, "止期早于起期。"),
    ({"value": "1e30"}, "“1e30”不是数字。"),
    ({"indicator": ""}, "请选择指标。"),
])
def test_what_cannot_be_loaded_says_why_and_is_kept_out(edits, problem):
    reading, found = decided(TEXT, tax_revenue=Choice(True, edits))
    assert found[0].problem == problem
    assert "tax_revenue" not in confirmed(reading, found).observations["indicator"].to_pylist()


def test_two_figures_of_one_key_cannot_both_be_taken():
    reading = read("税收3.5亿元。税收5.3亿元。", PLAN)
    both = proposals(reading, {p.key: Choice(True) for p in proposals(reading, {})})
    assert [bool(p.problem) for p in both] == [True, True]


def test_the_same_text_again_takes_the_place_of_its_batch(store):
    reading, found = decided(TEXT)
    data = (PLAN + TEXT).encode()
    first = documents.confirm(store, confirmed(reading, found), data, by=operator("甲"), area="云台工业园")
    reading, found = decided(TEXT, tax_revenue=Choice(False))
    second = documents.confirm(store, confirmed(reading, found), data, by=operator("乙"), area="云台工业园")
    assert (batches.get(store, first.batch_id).status, second.status, second.observations) == ("undone", "committed", 2)
    assert of_batch(store.cursor(), batch=second.batch_id)[["indicator", "cell"]].values.tolist() == [["projects_introduced", "3"], ["above_scale_firms", "4"]]


def test_a_text_taken_again_changes_everything_or_nothing(store, monkeypatch):
    reading, found = decided(TEXT)
    data, by = (PLAN + TEXT).encode(), operator("甲")
    first = documents.confirm(store, confirmed(reading, found), data, by=by, area="云台工业园")
    before = store.cursor().execute("select * from target order by all").fetchall()
    seen = []

    def cut_off(cur, *_rest):  # the last step before the transaction ends
        seen.extend(cur.execute("select status from batch order by uploaded_at, seq").fetchall())
        raise KeyboardInterrupt

    monkeypatch.setattr("park.store.conflicts.find", cut_off)
    reading, found = decided(TEXT, tax_revenue=Choice(False))
    with pytest.raises(KeyboardInterrupt):
        documents.confirm(store, confirmed(reading, found), data, by=by, area="云台工业园")
    assert sorted(seen) == [("committed",), ("undone",)]  # both within the one transaction
    assert [(b.batch_id, b.status) for b in batches.every(store)] == [(first.batch_id, "committed")]
    assert store.cursor().execute("select * from target order by all").fetchall() == before


def test_a_closed_month_is_held_to_what_the_text_says_with_both_done(store):
    text = "云台工业园2024年上半年经济运行情况\n1-6月，实现税收2亿元。"
    reading, data, by = read(text), text.encode(), operator("甲")
    taken = {p.key: Choice(True) for p in proposals(reading, {})}
    documents.confirm(store, confirmed(reading, proposals(reading, taken)), data, by=by, area="云台工业园")
    assert [f.measure for f in reading.figures] == ["actual"]
    closing.close(store, "云台工业园", "2024-06", by=by)
    again = documents.confirm(store, confirmed(reading, proposals(reading, taken)), data, by=by, area="云台工业园")
    assert again.status == "committed"  # to undo and load one after the other would have been refused
    changed = {key: Choice(True, {"value": "21000"}) for key in taken}
    with pytest.raises(closing.MonthClosed):
        documents.confirm(store, confirmed(reading, proposals(reading, changed)), data, by=by, area="云台工业园")
    assert batches.find_committed(store, again.sha256).batch_id == again.batch_id


def test_zones_merged_into_another_are_that_one_beside_a_text_too(store):
    by, target = operator("甲"), {"measure": "target", "basis": "year", "period_start": "2024-01", "period_end": "2024-12", "indicator": "tax_revenue"}
    old = batches.load(store, rows_of({**target, "area": "东区", "value": 5}, {**target, "area": "西区", "value": 7}), b"one", by=by)
    batches.load(store, rows_of({"area": "东片区", "value": 1, "period_end": "2024-03", "period_start": "2024-01"}), b"two", by=by)
    ids = {name: number for number, name in places.parts(store, 1, "area")}
    places.merge(store, ids["东区"], ids["东片区"], by=by)
    keys = tuple(tuple({**target, "area": area, "cluster": "", "firm": ""}[name] for name in KEY) for area in ("东片区", "东区", "西区"))
    beside = standing(store.cursor(), park="东湖园区", keys=keys)
    assert beside[["number", "value"]].values.tolist() == [[0, 5.0], [1, 5.0], [2, 7.0]]
    assert of_batch(store.cursor(), batch=old.batch_id)["area"].tolist() == ["东片区", "西区"]


def test_a_target_of_a_table_stands_beside_that_of_the_text_and_a_difference_is_a_finding(store):
    table = "云台工业园2024年1-3月主要经济指标\n单位：万元\n指标,年度目标,1-3月累计\n税收,45000,9000\n"
    batches.load(store, extract(table.encode(), "三月.csv"), table.encode(), by=operator("甲"), area="云台工业园")
    reading, found = decided(TEXT)
    key = tuple(getattr(found[0].now, name) for name in KEY)
    rows = standing(store.cursor(), park="云台工业园", keys=(key,))
    assert rows[["from_text", "value", "file"]].values.tolist() == [[False, 45000.0, "三月.csv"]]
    batch = documents.confirm(store, confirmed(reading, found), (PLAN + TEXT).encode(), by=operator("甲"), area="云台工业园")
    differs = [f for f in batches.findings(store, batch.batch_id) if f.code == "target_differs"]
    assert [(f.severity, f.cell) for f in differs] == [("warning", "2")]
    assert "此处目标为 40000，三月.csv" in differs[0].message


def test_the_park_of_a_text_and_what_is_no_text(store):
    plan = plan_for(store, (PLAN + TEXT).encode(), "plan.txt")
    assert (plan.park, len(plan.text.figures), plan.tables) == ("云台工业园", 3, None)
    for data in (b"", b"a,b\n1,2\n"):
        with pytest.raises(Unreadable):
            plan_for(store, data, "plan.txt")

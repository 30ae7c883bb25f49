"""Loaded like anybody's file, the demo says what its figures say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.demo import city, county
from etl.confirmed import confirmed
from etl.demo import demo_files, try_upload
from etl.extract import extract
from park.catalogue import load_catalogue
from park.questions import growth, headlines
from park.store import batches, open_store, operator

WORKBOOKS = [file for file in demo_files() if not file.document]
NAMES = {name: code for code, i in load_catalogue().indicators.items() for name in (i.name_zh, *i.aliases)}
LINES = {"县工业园区": {NAMES[line.name]: line for line in county.lines()}, "工业城": {NAMES[line.name]: line for line in city.lines()}}
CLUSTERS = {NAMES[line.name]: line for line in county.by_cluster()}


@pytest.fixture(scope="module")
def readings():
    return {file.path: extract(file.path, area=file.area) for file in WORKBOOKS}


@pytest.fixture(scope="module")
def demo(tmp_path_factory, readings):
    """A store with the whole demo."""
    with open_store(tmp_path_factory.mktemp("demo") / "park.duckdb") as opened:
        for file in demo_files():
            reading = confirmed(file.path, load_catalogue(), file.title).reading if file.document else readings[file.path]
            batches.load(opened, reading, file.path.read_bytes(), by=operator("test"), area=file.area, simulated=file.simulated)
        yield opened


def expected(park: str, row: dict) -> Decimal | None:
    """The figure that was made up for an observation."""
    line = (CLUSTERS if park == "县工业园区" and row["cluster"] else LINES[park])[row["indicator"]]
    year, month = int(row["period_end"][:4]), int(row["period_end"][5:])
    part = row["cluster"] or row["area"]
    return line.month(year, part, month) if row["basis"] == "month" else line.to_date(year, part, month)


@pytest.mark.parametrize("file", WORKBOOKS, ids=lambda file: file.path.stem)
def test_a_workbook_is_read_as_the_simulated_figures_of_its_park(readings, file):
    reading = readings[file.path]
    assert (reading.park, reading.simulated) == (file.area, True)
    assert [f for f in reading.findings if f.severity == "error"] == []
    rows = [row for row in reading.observations.to_pylist() if row["measure"] == "actual" and not row["firm"]]
    assert [row for row in rows if row["value"] != expected(file.area, row)] == []
    assert rows or reading.projects


def test_the_workbooks_hold_every_figure_that_was_made_up(readings):
    september = next(reading for path, reading in readings.items() if "2013年9月_主要" in path.name)
    own = [row for row in september.observations.to_pylist() if row["measure"] == "actual" and row["role"] == "own"]
    flows, stocks = 10, 2
    assert len(own) == (flows * 2 + stocks) * 4


def test_firms_have_their_cluster_and_land(readings):
    firms = next(reading.firms for reading in readings.values() if reading.firms)
    land = {}
    for firm in firms:
        land[firm.cluster] = land.get(firm.cluster, 0) + firm.land
    assert land == {"纺织": 620, "锂电新材料": 430, "LED应用": 170, "变电设备": 150, "车用微电机": 110}


def test_the_countys_firms_are_its_clusters_and_its_clusters_the_park(demo):
    rows = demo.cursor().execute("""
        select t.firm_id > 0 as firm, t.cluster_id > 0 as cluster, sum(t.ytd_value) from truth t join area a using (area_id)
        where a.name = '县工业园区' and t.indicator = 'industrial_output_value' and t.year = 2013 and t.month = 9 group by all order by all""").fetchall()
    assert rows == [(False, False, 42572), (False, True, 42572), (True, False, 42572)]


def test_projects_that_did_not_start_have_a_reason_and_someone_responsible(readings):
    projects = next(reading.projects for reading in readings.values() if reading.projects)
    waiting = [(p.project, p.reason, p.responsible, p.planned_start) for p in projects if p.stage == "签约"]
    assert waiting == [
        ("电线电缆生产线", "用地指标未落实", "国土局负责人", "2013-06-30"),
        ("石材加工园", "供电线路未接通", "工业小区管委会负责人", "2013-07-31"),
        ("服装加工", "企业资金未到位", "商务局负责人", "2013-08-31"),
        ("汽车配件加工", "施工图纸在审", "城乡规划建设局负责人", "2013-11-30"),
    ]


def test_the_file_to_try_an_upload_with_brings_october():
    reading = extract(try_upload())
    ends = {row["period_end"] for row in reading.observations.to_pylist() if row["role"] == "own" and row["measure"] == "actual"}
    assert (reading.park, reading.simulated, ends) == ("县工业园区", True, {"2013-10"})


def test_the_cards_of_september_2013(demo):
    cards = headlines(demo.cursor(), "县工业园区", "2013-09")
    shown = cards[["indicator", "target", "actual", "status"]].values.tolist()
    assert shown == [
        ["industrial_output_value", 56016, 42572, "ahead"],
        ["tax_revenue", 3000, 1770, "behind"],
        ["infrastructure_investment", 12000, 8460, "slow"],
        ["projects_commissioned", 10, 6, "behind"],
        ["land_developed", 1200, 813, "slow"],
    ]
    assert cards["gap"].tolist() == pytest.approx(cards["completion"] - 75)
    assert cards["simulated"].all()


def test_targets_stay_the_documents_own(demo):
    rows = demo.cursor().execute("select distinct simulated from target").fetchall()
    source = demo.cursor().execute("""
        select o.file, o.raw from observation o join batch b using (batch_id)
        where o.indicator = 'industrial_output_value' and o.measure = 'target' and o.period_end = 201312
        order by b.seq desc limit 1""").fetchone()
    assert rows == [(False,)]
    assert source[0] == "工业委工作思路.txt"
    assert "56016" in source[1]


@pytest.mark.parametrize("indicator", ["industrial_output_value", "tax_revenue", "new_jobs", "land_developed"])
def test_contributions_add_up_to_the_growth_of_the_total(demo, indicator):
    frame = growth(demo.cursor(), indicator=indicator, area="县工业园区", month="2013-09", by="area")
    parts, total = frame.iloc[:-1], frame.iloc[-1]
    assert parts["contribution"].sum() == pytest.approx(total["growth"])
    assert parts["value"].sum() == pytest.approx(total["value"])


def test_the_jobs_that_no_zone_has_are_shown_as_unallocated(demo):
    frame = growth(demo.cursor(), indicator="new_jobs", area="县工业园区", month="2013-09", by="area")
    assert frame.set_index("part").loc["未分解", "value"] == 3

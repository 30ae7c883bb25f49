"""The documents' facts: all of them once, in the catalogue's units, with their words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.confirmed import DOUBTED, MISFILED, MISSED, REPAIRED, SURE, confirmed
from etl.demo import DOCUMENTS, FOLDER, demo_files
from etl.documents import FactError, read_facts
from park.catalogue import load_catalogue
from park.store import batches, operator

COUNTS = {"000": 15, "001": 35, "002-1": 105, "002-2": 13, "002-4": 5, "004": 9}
HEADER = (
    "document,park,zone,cluster,firm,indicator_raw,indicator,period_start,period_end,kind,comparator,value,value_high,unit,"
    "yoy_percent,growth_base,quote,note,role\n"
)


def read(document: str):
    return read_facts(FOLDER / "documents" / f"{document}.csv", load_catalogue())


def facts(document: str, **wanted) -> list[dict]:
    rows = read(document).observations.to_pylist()
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def fact(document: str, **wanted) -> dict:
    """The one fact; what the text says a second time is passed over."""
    found = facts(document, **wanted)
    (row,) = [row for row in found if row["role"] == "own"] if len(found) > 1 else found
    return row


def table(tmp_path, *rows: str):
    path = tmp_path / "900.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(("document", "count"), COUNTS.items())
def test_each_document_gives_its_facts(document, count):
    assert read(document).observations.num_rows == count


def test_the_documents_give_all_182_facts_with_a_number():
    assert sum(read(document).observations.num_rows for document in DOCUMENTS) == 182


def test_nine_in_ten_facts_are_proposed_right_and_none_is_wrong_without_a_doubt():
    results = [confirmed(FOLDER / "documents" / f"{name}.txt", load_catalogue()) for name in DOCUMENTS]
    states = [fact.state for result in results for fact in result.facts]
    counted = {state: states.count(state) for state in (SURE, DOUBTED, REPAIRED, MISSED)}
    assert counted[SURE] + counted[DOUBTED] + counted[REPAIRED] >= 0.9 * 182, counted
    assert [figure.raw for result in results for figure in result.strays if not figure.doubt] == []
    assert [fact.row["raw"] for result in results for fact in result.facts if fact.state == MISFILED] == []
    assert [fact.row["value"] for result in results for fact in result.facts if fact.state == SURE and fact.figure.value != fact.row["value"]] == []


def test_a_confirmed_figure_leads_to_its_sentence_and_its_own_words():
    result = confirmed(FOLDER / "documents" / "000.txt", load_catalogue())
    row = next(row for row in result.reading.observations.to_pylist() if row["indicator"] == "industrial_output_value")
    assert (row["file"], row["raw"], row["value"]) == ("000.txt", "56016萬元", Decimal(56016))
    sentence = result.facts[0].sentence, result.facts[0].row["indicator"]
    assert sentence == (7, "land_developed")
    assert {f.code for f in result.reading.findings} == {"text_doubted"}


def test_each_document_goes_by_the_title_it_gives_itself_wherever_its_figures_are_cited():
    for file in (file for file in demo_files() if file.document):
        reading = confirmed(file.path, load_catalogue(), file.title).reading
        assert {reading.file, *reading.observations["file"].to_pylist()} == {f"{file.title}.txt"}
        assert not file.title[0].isdigit() or file.title.startswith("2023年")


def test_masked_figures_are_never_proposed():
    for name in DOCUMENTS:
        result = confirmed(FOLDER / "documents" / f"{name}.txt", load_catalogue())
        figures = [*(fact.figure for fact in result.facts if fact.figure), *result.strays]
        assert [f.raw for f in figures if "x" in f.raw.lower() or "*" in f.raw] == []


def test_what_a_text_says_twice_has_its_source_and_is_not_counted_twice():
    started = facts("002-4", indicator="firms_not_started")
    assert [(row["value"], row["role"]) for row in started] == [(Decimal(13), "own"), (Decimal(13), "part")]


def test_every_fact_leads_to_its_quoted_words():
    for document in DOCUMENTS:
        rows = read(document).observations.to_pylist()
        assert [row["cell"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert {(row["file"], row["sheet"]) for row in rows} == {(document, "")}
        assert all(row["raw"].strip() for row in rows)


@pytest.mark.parametrize(
    ("indicator", "area", "comparator", "value", "yoy"),
    [
        ("industrial_output_value", "", "=", 56016, 138),
        ("main_business_revenue", "", "=", 50405, 136),
        ("tax_revenue", "", ">=", 3000, 150),
        ("land_developed", "", "=", 1200, None),
        ("land_developed", "工业区", "=", 500, None),
        ("land_developed", "创业区", "=", 500, None),
        ("land_developed", "小松创业区", "=", 200, None),
        ("infrastructure_investment", "", "=", 12000, None),
        ("infrastructure_investment", "工业区", "=", 5000, None),
        ("infrastructure_investment", "创业区", "=", 5000, None),
        ("infrastructure_investment", "小松创业区", "=", 2000, None),
        ("firms_introduced", "", ">=", 18, None),
        ("projects_commissioned", "", ">=", 10, None),
    ],
)
def test_the_county_parks_targets_of_2013(indicator, area, comparator, value, yoy):
    row = fact("000", indicator=indicator, area=area)
    assert (row["measure"], row["basis"], row["period_start"], row["period_end"]) == ("target", "year", "2013-01", "2013-12")
    assert (row["comparator"], row["value"], row["yoy"]) == (comparator, Decimal(value), yoy)


@pytest.mark.parametrize(
    ("document", "indicator", "wanted", "value", "unit"),
    [
        ("002-1", "earthwork_volume", {}, 1_000_000, "立方米"),
        ("002-1", "houses_demolished_area", {}, 100_000, "平方米"),
        ("002-1", "industrial_output_value", {"firm": ""}, 173_000, "万元"),
        ("002-1", "park_area", {}, "1.5", "平方公里"),
        ("002-1", "export_value", {}, 2300, "万美元"),
        ("002-2", "standard_factory_land_area", {}, 114_000, "平方米"),
        ("001", "fiscal_revenue_total", {}, 18_000, "万元"),
        ("001", "standard_factory_area", {"basis": "year"}, 100_000, "平方米"),
    ],
)
def test_values_stand_in_the_indicators_unit(document, indicator, wanted, value, unit):
    row = fact(document, indicator=indicator, **wanted)
    assert (row["value"], row["unit"]) == (Decimal(value), unit)


def test_capacities_keep_their_own_unit_and_value():
    row = facts("002-1", indicator="production_capacity", cluster="车用微电机")[0]
    assert (row["value"], row["unit"], row["role"]) == (Decimal(400), "万套/年", "part")


@pytest.mark.parametrize(
    ("document", "indicator", "wanted", "basis", "start", "end"),
    [
        ("002-1", "above_scale_firms", {"value": Decimal(14)}, "point", "2010-12", "2010-12"),
        ("002-1", "above_scale_firms", {"value": Decimal(2)}, "point", "2005-12", "2005-12"),
        ("002-1", "fixed_asset_investment", {}, "span", "2006-01", "2010-12"),
        ("002-1", "projects_over_100m", {}, "span", "2006-01", "2010-12"),
        ("002-1", "profit_and_tax", {"cluster": "锂电新材料"}, "span", "2011-01", "2015-12"),
        ("002-1", "sales_revenue", {"firm": "天齐锂业"}, "span", "2008-01", "2010-12"),
        ("002-1", "land_acquired", {"measure": "target"}, "span", "", "2012-12"),
        ("002-1", "ipo_funds_raised", {}, "month", "2010-08", "2010-08"),
        ("002-1", "share_price", {}, "point", "2010-08", "2010-08"),
        ("002-1", "market_share", {}, "year", "2010-01", "2010-12"),
        ("002-4", "firms_introduced", {}, "ytd", "2010-01", "2010-03"),
        ("002-4", "firms_not_started", {}, "point", "2010-03", "2010-03"),
        ("001", "tax_revenue", {"comparator": ">="}, "span", "", "2023-12"),
        ("001", "above_scale_output_value", {}, "year", "2023-01", "2023-12"),
        ("001", "standard_factory_area", {"value": Decimal(60000)}, "point", "2023-06", "2023-06"),
        ("002-2", "roads_built", {}, "year", "", ""),
        ("002-2", "projects_entered", {}, "point", "", ""),
        ("002-2", "projects_started", {}, "year", "", ""),
    ],
)
def test_periods_are_as_exact_as_the_document(document, indicator, wanted, basis, start, end):
    row = fact(document, indicator=indicator, **wanted)
    assert (row["basis"], row["period_start"], row["period_end"]) == (basis, start, end)


def test_a_document_whose_year_is_masked_has_no_period():
    assert {(row["period_start"], row["period_end"]) for row in facts("002-2")} == {("", "")}


def test_growth_of_one_plan_over_another_is_no_yoy():
    assert fact("002-1", indicator="fixed_asset_investment")["yoy"] is None
    assert fact("002-1", indicator="profit_and_tax", cluster="", value=Decimal(20000))["yoy"] is None
    assert fact("001", indicator="industrial_output_value")["yoy"] == 20.3


def test_a_target_given_as_growth_only_has_no_value():
    row = fact("001", indicator="energy_per_value_added")
    assert (row["value"], row["yoy"], row["comparator"], row["unit"]) == (None, -5.0, "=", "吨标准煤/万元")


def test_a_range_has_both_bounds():
    row = fact("001", indicator="projects_introduced", comparator="range")
    assert (row["value"], row["value_high"]) == (Decimal(8), Decimal(10))


def test_names_are_the_catalogues_and_firms_stand_in_their_cluster():
    reading = read("002-1")
    assert reading.park == "工业城"
    assert {(f.firm, f.cluster) for f in reading.firms} == {
        ("天齐锂业", "锂电新材料"), ("安浪家纺", "纺织"), ("佐鲁**纺织", "纺织"), ("华纺**公司", "纺织"),
        ("**凯越光电科技股份有限公司", "LED应用"), ("**省晶源电气设备制造有限公司", "变电设备"),
    }  # fmt: skip
    assert {row["area"] for row in facts("001")} == {"", "食安中心", "浏东公路沿线", "大浏高速互通出口"}


def test_a_figure_beside_the_whole_does_not_pass_for_it():
    assert [(row["value"], row["role"]) for row in facts("002-1", indicator="patents")] == [(35, "own"), (5, "part")]
    assert {row["role"] for row in facts("001", indicator="firm_visits")} == {"part"}


def test_no_two_own_figures_of_one_key_and_month_differ():
    for document in DOCUMENTS:
        seen = {}
        for row in facts(document, role="own"):
            if row["basis"] == "span" or not row["period_end"]:
                continue
            key = tuple(row[k] for k in ("area", "cluster", "firm", "indicator", "measure", "basis", "period_start", "period_end"))
            assert seen.setdefault(key, row["value"]) == row["value"], key


def test_all_facts_load_and_the_targets_are_in_the_store(store):
    catalogue = load_catalogue()
    for file in demo_files():
        if file.document:
            batches.load(store, confirmed(file.path, catalogue).reading, file.path.read_bytes(), by=operator("test"))
    count = store.cursor().execute("select count(*) from observation").fetchone()
    target = store.cursor().execute(
        "select value, comparator, simulated from target join area using (area_id) where area.name = '县工业园区' and indicator = 'tax_revenue'"
    ).fetchall()
    assert count == (182,)
    assert target == [(Decimal(3000), ">=", False)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("900,县工业园区,,,,产值,no_such_code,2013,2013,target,=,1,,万元,,,q,,", "no indicator has the code 'no_such_code'"),
        ("900,县工业园区,东区,,,产值,tax_revenue,2013,2013,target,=,1,,万元,,,q,,", "no zone is called '东区'"),
        ("900,县工业园区,,造船,,产值,tax_revenue,2013,2013,target,=,1,,万元,,,q,,", "no cluster is called '造船'"),
        ("900,没有的园区,,,,产值,tax_revenue,2013,2013,target,=,1,,万元,,,q,,", "no park is called '没有的园区'"),
        ("900,县工业园区,,,,产值,tax_revenue,2013,2013,wish,=,1,,万元,,,q,,", "unknown kind or role"),
        ("900,县工业园区,,,,产值,tax_revenue,2013,2013,target,=,很多,,万元,,,q,,", "is not a number: '很多'"),
        ("900,县工业园区,,,,产值,tax_revenue,2013,2013,target,=,1,,桶,,,q,,", "no unit is called '桶'"),
        ("900,县工业园区,,,,产值,tax_revenue,2013,2013,target,=,1,,万美元,,,q,,", "tax_revenue: 万美元 -> 万元"),
    ],
)
def test_a_fact_that_does_not_fit_the_catalogue_is_refused_by_its_number(tmp_path, row, reason):
    with pytest.raises(FactError) as caught:
        read_facts(table(tmp_path, row), load_catalogue())
    assert (caught.value.file, caught.value.number) == ("900", 1)
    assert reason in str(caught.value)

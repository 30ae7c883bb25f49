"""What the store makes of observations that the cases cannot show: revisions within a file, undo, figures that stay out."""

from __future__ import annotations

OUTPUT = "industrial_output_value"


def figures(world, columns="year, month, month_value, month_origin, ytd_value, ytd_origin") -> list[tuple]:
    return world.cur.execute(f"select {columns} from truth order by all").fetchall()


def test_of_one_key_twice_in_a_file_the_one_with_more_digits_stands(world):
    world.load([
        {"indicator": OUTPUT, "period": "2013-03", "value": 56000, "raw": "5.6"},
        {"indicator": OUTPUT, "period": "2013-03", "value": 56016, "raw": "56016"},
        {"indicator": OUTPUT, "period": "2013-03", "value": 56000, "raw": "56000"},
    ])
    assert [float(v) for (v,) in figures(world, "ytd_value")] == [56016]


def test_of_two_as_exact_the_first_in_the_file_stands(world):
    world.load([
        {"indicator": OUTPUT, "period": "2013-03", "value": 511, "raw": "511"},
        {"indicator": OUTPUT, "period": "2013-03", "value": 522, "raw": "522"},
    ])
    assert [float(v) for (v,) in figures(world, "ytd_value")] == [511]


def test_the_later_batch_beats_the_more_exact_one(world):
    world.load([{"indicator": OUTPUT, "period": "2013-03", "value": 56016}])
    world.load([{"indicator": OUTPUT, "period": "2013-03", "value": 57000}])
    assert [float(v) for (v,) in figures(world, "ytd_value")] == [57000]


def test_undo_brings_back_exactly_what_stood_before(world):
    world.load([
        {"indicator": OUTPUT, "period": "2013-03", "value": 100},
        {"indicator": OUTPUT, "period": "2013-12", "measure": "target", "value": 900},
    ], firms=[{"firm": "甲厂", "land": 10}])
    before = [world.cur.execute(f"select * from {table} order by all").fetchall() for table in ("truth", "target", "plan", "firm_state", "coverage")]
    batch = world.load([
        {"indicator": OUTPUT, "period": "2013-03", "value": 111},
        {"indicator": OUTPUT, "period": "2013-05", "value": 190},
        {"indicator": OUTPUT, "period": "2013-12", "measure": "target", "value": 950},
        {"indicator": OUTPUT, "period": "2013-06", "measure": "target", "basis": "ytd", "value": 400},
    ], firms=[{"firm": "甲厂", "land": 12}])
    world.undo(batch)
    after = [world.cur.execute(f"select * from {table} order by all").fetchall() for table in ("truth", "target", "plan", "firm_state", "coverage")]
    assert after == before


def test_figures_in_units_of_each_product_have_no_truth(world):
    world.load([{"indicator": "production_volume", "period": "2013-03", "value": 100}])
    assert figures(world) == []


def test_a_figure_without_a_period_stays_out(world):
    world.load([{"indicator": OUTPUT, "period": "0000-00", "value": 100}])
    assert figures(world) == []


def test_a_figure_beside_its_own_key_stays_out(world):
    world.load([{"indicator": OUTPUT, "period": "2013-03", "value": 100, "role": "part"}])
    assert figures(world) == []


def test_a_span_of_years_is_no_month_of_the_truth_but_a_figure_of_its_plan(world):
    world.load([{"indicator": OUTPUT, "period": "2010-12", "basis": "span", "value": 130000}])
    assert figures(world) == []
    assert world.cur.execute("select first_year, last_year, measure, cast(value as integer) from span").fetchall() == [(2006, 2010, "actual", 130000)]


def test_the_first_quarter_is_the_year_to_march_and_other_quarters_derive_nothing(world):
    world.load([
        {"indicator": OUTPUT, "period": "2013-03", "basis": "quarter", "value": 30},
        {"indicator": OUTPUT, "period": "2013-06", "basis": "quarter", "value": 40},
    ])
    assert [(m, float(y)) for _year, m, _v, _o, y, _p in figures(world)] == [(3, 30.0)]


def test_sums_of_many_firms_are_exact(world):
    world.load([{"indicator": OUTPUT, "firm": f"企业{n}", "period": "2013-03", "value": "0.1"} for n in range(1, 31)])
    assert world.cur.execute("select ytd_value::varchar from truth where firm_id = 0").fetchall() == [("3.000000000",)]


def test_the_origin_of_every_figure_is_kept(world):
    world.load([
        {"indicator": OUTPUT, "period": "2013-01", "basis": "month", "value": 10},
        {"indicator": OUTPUT, "period": "2012-02", "value": 8, "role": "same_period"},
        {"indicator": OUTPUT, "area": "东区", "period": "2012-03", "value": 9},
        {"indicator": OUTPUT, "area": "西区", "period": "2012-03", "value": 1},
    ])
    park = world.park("P")
    rows = world.cur.execute("select year, month, month_origin, ytd_origin from truth where area_id = ? order by all", [park]).fetchall()
    assert rows == [(2012, 2, None, "same_period"), (2012, 3, None, "sum"), (2013, 1, "reported", "derived")]


def test_sums_of_simulated_figures_are_simulated(world):
    world.load([{"indicator": OUTPUT, "area": "东区", "period": "2013-03", "value": 9}], simulated=True)
    assert world.cur.execute("select bool_and(simulated), count(*) from truth").fetchone() == (True, 2)


def test_the_latest_record_of_a_firm_wins_for_each_attribute(world):
    world.load([], firms=[{"firm": "甲厂", "area": "东区", "land": 10}])
    world.load([], firms=[{"firm": "甲厂", "cluster": "纺织", "land": 12}])
    row = world.cur.execute("select area_id, cluster_id, cast(land as integer) from firm_state").fetchone()
    assert row == (world.zone("P", "东区"), world.cluster("P", "纺织"), 12)


def test_a_growth_target_follows_a_revision_of_last_year(world):
    world.load([{"indicator": OUTPUT, "period": "2013-12", "measure": "target", "yoy": 20}])
    world.load([{"indicator": OUTPUT, "period": "2012-12", "value": 100}])
    assert world.cur.execute("select cast(value as integer), origin from target").fetchall() == [(120, "growth")]
    world.load([{"indicator": OUTPUT, "period": "2012-12", "value": 110}])
    assert world.cur.execute("select cast(value as integer) from target").fetchall() == [(132,)]


def test_only_touched_keys_are_rebuilt(world):
    from park.store.truth import rebuild

    world.load([{"indicator": OUTPUT, "period": "2013-03", "value": 100}, {"indicator": "tax_revenue", "period": "2013-03", "value": 7}])
    world.cur.execute("update observation set value = value + 1")
    rebuild(world.cur, [(world.park("P"), OUTPUT, 2013)])
    assert world.cur.execute("select indicator, cast(ytd_value as integer) from truth order by 1").fetchall() == [(OUTPUT, 101), ("tax_revenue", 7)]

"""What must hold whatever the figures: parts and total, months and years to date, parks apart, units."""

from __future__ import annotations

import math
from decimal import Decimal

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from park.questions import growth, progress, trend

from .conftest import World

OUTPUT = "industrial_output_value"
AMOUNTS = st.decimals(min_value=-500, max_value=5000, places=2, allow_nan=False)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def year_of(zone: str, year: int, months: list[Decimal], basis: str) -> list[dict]:
    rows, total = [], Decimal(0)
    for m, value in enumerate(months, 1):
        total += value
        rows.append({"indicator": OUTPUT, "area": zone, "period": f"{year}-{m:02d}", "basis": basis, "value": value if basis == "month" else total})
    return rows


@FEW
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=4), AMOUNTS, AMOUNTS)
def test_parts_and_what_is_not_allocated_equal_the_total(parts, total, base):
    world = World()
    rows = [{"indicator": OUTPUT, "period": "2013-05", "value": total}, {"indicator": OUTPUT, "period": "2012-05", "value": base}]
    for n, (now, last) in enumerate(parts):
        rows += [{"indicator": OUTPUT, "area": f"片区{n}", "period": "2013-05", "value": now},
                 {"indicator": OUTPUT, "area": f"片区{n}", "period": "2012-05", "value": last}]
    world.load(rows)
    frame = growth(world.cur, indicator=OUTPUT, month="2013-05", by="area")
    whole, shown = frame.iloc[-1], frame.iloc[:-1]
    for column in ("value", "base", "contribution", "share", "share_change"):
        if pd.notna(whole[column]):
            size = shown[column].abs().sum() + abs(whole[column])
            assert math.isclose(shown[column].sum(), whole[column], abs_tol=1e-9 * max(size, 1)), column
        else:
            assert shown[column].isna().all()
    if base > 0:
        assert math.isclose(whole["contribution"], whole["growth"], rel_tol=1e-12, abs_tol=1e-12)


@FEW
@given(st.lists(AMOUNTS, min_size=2, max_size=12), st.sampled_from(["month", "ytd"]))
def test_a_month_is_the_difference_of_two_years_to_date(months, basis):
    world = World()
    world.load(year_of("", 2013, months, basis))
    frame = trend(world.cur, indicator=OUTPUT, month=f"2013-{len(months):02d}")
    assert [Decimal(str(v)) for v in frame["value_month"]] == [m.normalize() + 0 for m in months]
    before = frame["value_ytd"].shift(fill_value=0)
    assert ((frame["value_ytd"] - before - frame["value_month"]).abs() < 1e-6).all()


@FEW
@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.lists(AMOUNTS, min_size=1, max_size=6))
def test_another_park_changes_no_answer(ours, theirs):
    world = World()
    world.load(year_of("东区", 2013, ours, "ytd"))
    before = [ask(world.cur) for ask in questions_of("P")]
    world.load(year_of("东区", 2013, theirs, "month"), park="Q")
    for earlier, ask in zip(before, questions_of("P"), strict=True):
        pd.testing.assert_frame_equal(earlier, ask(world.cur))


def questions_of(park: str):
    return (
        lambda cur: progress(cur, area=park, month="2013-06"),
        lambda cur: growth(cur, area=park, indicator=OUTPUT, month="2013-06", by="area"),
        lambda cur: trend(cur, area=park, indicator=OUTPUT, month="2013-06"),
    )


@FEW
@given(st.lists(st.decimals(min_value=0, max_value=50, places=4, allow_nan=False), min_size=1, max_size=6))
def test_a_file_in_a_larger_unit_gives_the_same_answers(in_large):
    """1 亿元 = 10 000 万元: what the reader converts exactly changes nothing here."""
    answers = []
    for rows in (year_of("东区", 2013, [v * 10000 for v in in_large], "month"), year_of("东区", 2013, [(v * 10000).normalize() for v in in_large], "month")):
        world = World()
        world.load(rows)
        answers.append([ask(world.cur) for ask in questions_of("P")])
    for one, other in zip(*answers, strict=True):
        pd.testing.assert_frame_equal(one, other)


@FEW
@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_loading_the_same_figures_again_changes_no_answer(months):
    world = World()
    world.load(year_of("东区", 2013, months, "ytd"))
    before = [ask(world.cur) for ask in questions_of("P")]
    world.load(year_of("东区", 2013, months, "ytd"))
    for earlier, ask in zip(before, questions_of("P"), strict=True):
        pd.testing.assert_frame_equal(earlier, ask(world.cur))

"""Renamed parks, zones, clusters and firms keep their figures, and files with the old name find them."""

from __future__ import annotations

import pytest

from park.questions.base import find_area
from park.questions.source import source
from park.store import Forbidden, StoreError, accounts, batches, learned, operator, places
from tests.conftest import reading

PARK, ROOT = "东湖园区", operator("root")
ROWS = ({"area": "北片", "value": 5}, {"area": "南片", "value": 6}, {"cluster": "纺织", "value": 7}, {"firm": "甲厂", "area": "北片", "value": 3})


@pytest.fixture
def park(store):
    batches.load(store, reading(*ROWS, park=PARK), b"first", by=ROOT)
    return store


def ids(store, kind):
    return {name: id_ for id_, name in places.parts(store, 1, kind)}


def truth(store):
    return sorted(store.cursor().execute("select * from truth").fetchall(), key=str)


@pytest.mark.parametrize(("kind", "old", "new", "row"), [
    ("area", "北片", "滨江片", {"area": "北片", "value": 8}), ("cluster", "纺织", "纺织服装", {"cluster": "纺织", "value": 8}),
    ("firm", "甲厂", "甲集团", {"firm": "甲厂", "value": 8}), ("area", PARK, "东湖高新区", {"value": 9}),
])
def test_a_renamed_part_keeps_its_figures_and_its_old_name_still_means_it(park, kind, old, new, row):
    before, count = truth(park), len(places.parts(park, 1, kind))
    places.rename(park, kind, ids(park, kind)[old], new, by=ROOT)
    assert truth(park) == before
    batches.load(park, reading(row, park=PARK), b"old name", by=ROOT)
    assert len(places.parts(park, 1, kind)) == count
    assert new in ids(park, kind) and old not in ids(park, kind)


def test_questions_understand_the_old_name_and_answer_with_the_new(park):
    places.rename(park, "area", ids(park, "area")["北片"], "滨江片", by=ROOT)
    assert find_area(park.cursor(), "北片").name == "滨江片"
    assert source(park.cursor(), indicator="industrial_output_value", area="北片")["area"].tolist() == ["滨江片"]
    assert ("area", "北片", "滨江片") in learned.names(park, PARK)


def test_a_name_freed_by_a_renaming_may_be_given_to_another_and_then_means_that_one(park):
    north, south = ids(park, "area")["北片"], ids(park, "area")["南片"]
    places.rename(park, "area", north, "滨江片", by=ROOT)
    with pytest.raises(StoreError, match="北片"):
        places.rename(park, "area", south, "北片", by=ROOT)
    places.rename(park, "area", north, "北片", by=ROOT)
    assert [h[1:3] for h in places.history(park, 1)] == [("滨江片", "北片"), ("北片", "滨江片")]


@pytest.mark.parametrize("name", ["", "  ", "南片", "南 片"])
def test_no_name_or_anothers_is_refused(park, name):
    with pytest.raises(StoreError):
        places.rename(park, "area", ids(park, "area")["北片"], name, by=ROOT)


@pytest.mark.parametrize("role", ["viewer", "staff"])
def test_only_an_administrator_renames(park, role):
    accounts.add(park, "li", None, role=role, by=ROOT)
    with pytest.raises(Forbidden):
        places.rename(park, "area", 1, "新名", by=accounts.named(park, "li"))

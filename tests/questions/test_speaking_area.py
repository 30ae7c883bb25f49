"""Which park is meant where none is named."""

from __future__ import annotations

import pytest

from park.questions import QuestionError, speaking_area
from park.store import batches, operator
from tests.conftest import reading


def load(store, park, month):
    batches.load(store, reading({"period_end": month, "value": 1}, park=park), f"{park} {month}".encode(), by=operator("clerk"))


def test_the_only_park_is_meant_whatever_the_month(store):
    load(store, "东湖园区", "2013-08")
    assert speaking_area(store.cursor(), "2013-09").name == "东湖园区"


def test_of_several_parks_the_only_one_that_speaks_of_the_month(store):
    load(store, "东湖园区", "2013-09")
    load(store, "西湖园区", "2013-08")
    assert speaking_area(store.cursor(), "2013-09").name == "东湖园区"
    assert speaking_area(store.cursor(), "2013-08").name == "西湖园区"
    assert speaking_area(store.cursor(), None).name == "东湖园区"


def test_it_must_be_named_where_several_speak_of_the_month(store):
    load(store, "东湖园区", "2013-09")
    load(store, "西湖园区", "2013-09")
    with pytest.raises(QuestionError, match="东湖园区、西湖园区"):
        speaking_area(store.cursor(), "2013-09")

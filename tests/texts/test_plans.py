"""Whole texts of invented parks, each with the table that a careful person would copy out of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl.texts import read_text

from . import plain

FOLDER = Path(__file__).parent / "plans"
COLUMNS = ("cell", "area", "cluster", "firm", "indicator", "measure", "basis", "period_end", "comparator", "value", "value_high", "yoy", "doubt")


def expected(name: str) -> list[tuple[str, ...]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row[column] for column in COLUMNS) for row in csv.DictReader(file))


def found(name: str) -> list[tuple[str, ...]]:
    reading = read_text((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name=name)
    return sorted(
        (str(f.sentence), f.area, f.cluster, f.firm, f.indicator, f.measure, f.basis, f.period_end, f.comparator, plain(f.value), plain(f.value_high),
         "" if f.yoy is None else f"{f.yoy:g}", "yes" if f.doubt else "")
        for f in reading.figures
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_a_text_yields_its_table_and_nothing_else(name):
    assert found(name) == expected(name)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_every_figure_stands_in_its_sentence_with_its_own_words(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    reading = read_text(text, name=name)
    sentences = {s.number: s.text for s in reading.sentences}
    assert [f.raw for f in reading.figures if text[f.start:f.end] != f.raw or f.raw not in sentences[f.sentence]] == []

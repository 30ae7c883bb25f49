"""A sheet on the screen: its cells as texts whatever they hold, its doubts at their cells, merged ranges kept."""

from __future__ import annotations

import pytest

from park.store import Finding, Mark, Picture
from ui.sheet import _doubted, _list, _places, _roles, _sheet, letters, ranges

HOSTILE = '<script>alert("1")</script>=HYPERLINK("x")'


def drawn(rows: list[tuple], doubts=(), marks=(), merges=()) -> str:
    picture = Picture("9月", dict(enumerate(rows)), tuple(merges))
    return _sheet(picture, 0, _roles(picture, marks, None), _doubted(picture, list(doubts)), list(doubts), "s0")


def doubt(cell: str, severity: str = "warning", message: str = "why", sheet: str = "9月") -> Finding:
    return Finding("code", severity, "a.xlsx", sheet, cell, message)


def test_whatever_a_cell_or_a_doubt_holds_is_shown_and_never_obeyed():
    html = drawn([(HOSTILE, "x")], [doubt("A1", message=f'"{HOSTILE}')])
    assert "<script" not in html and 'title="&quot;&lt;script&gt;' in html and "&lt;script&gt;alert" in html
    assert "<script" not in _list([doubt("A1", message=HOSTILE)], {}, "s0")


def test_a_doubt_and_its_cell_lead_to_each_other():
    picture = Picture("9月", {0: ("a", "b"), 4: ("c", "d")})
    found = [doubt("B5 A1:A2"), doubt("C1"), doubt("B5", "error")]
    html = drawn([("a", "b"), ("", ""), ("", ""), ("", ""), ("c", "d")], found)
    assert 'id="s0-0-B5" class="pb-d-error"' in html and 'href="#s0-doubt-0"' in html
    places = _places((picture,), found)
    assert places == {0: "0-B5", 2: "0-B5"}
    assert 'href="#s0-0-B5"' in _list(found, places, "s0") and 'id="s0-doubt-1"' in _list(found, places, "s0")


def test_a_doubt_inside_a_merged_range_stands_at_its_first_cell():
    html = drawn([("t", "", "x"), ("", "", "y")], [doubt("B2")], merges=[(0, 0, 1, 1)])
    assert 'id="s0-0-A1"' in html and 'colspan="2" rowspan="2"' in html and "B2" not in html


def test_figures_are_tinted_only_where_something_was_read():
    picture = Picture("9月", {0: ("1", "2", "")})
    marks = [Mark("9月", "A1:C1", "actual", 1)]
    assert _roles(picture, marks, frozenset({("9月", "B1"), ("9月", "C1")})) == {(0, 1): "actual"}
    assert _roles(picture, [Mark("8月", "A1", "actual", 1)], None) == {}


def test_a_lone_text_runs_over_the_empty_cells_beside_it():
    assert 'colspan="3"' in drawn([("a title", "", ""), ("1", "2", "3")])
    assert "colspan" not in drawn([("a", "", "b"), ("1", "2", "3")])


@pytest.mark.parametrize(("text", "cells"), [("A1", [(0, 0, 0, 0)]), ("AA10:AB11 C3", [(9, 26, 10, 27), (2, 2, 2, 2)]), ("—", []), ("", [])])
def test_addresses_are_understood(text, cells):
    assert list(ranges(text)) == cells


def test_columns_count_on_behind_z():
    assert [letters(c) for c in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]

"""Looking first whether a long table holds anything to doubt changes nothing of what is found."""

from __future__ import annotations

import pytest

from etl.check import figures, suspects
from tests.recognise.sheets import read, sheet

HEAD = ["年月", "片区", "产业", "指标", "单位", "当月值", "累计值", "年度目标"]
YEARS, MONTHS = range(2009, 2013), range(1, 13)
SERIES = [(f"第{zone}片区", f"产业{cluster}", name) for zone in range(3) for cluster in range(3) for name in ("工业总产值", "税收", "利润")]


def table() -> list[list[object]]:
    """A month's value, the year to date and the year's target for each series: sums that are right to the last digit."""
    rows = []
    for place, (zone, cluster, name) in enumerate(SERIES):
        for year in YEARS:
            month_value = round((1000 + 17 * place) * 1.05 ** (year - 2009), 2)
            rows += [
                [f"{year}年{month}月", zone, cluster, name, "万元", month_value, round(month_value * month, 2), round(month_value * 12.5, 2)]
                for month in MONTHS
            ]
    return rows


def found(rows: list[list[object]], monkeypatch, many: int) -> list:
    monkeypatch.setattr(suspects, "MANY", many)
    return [f for f in read(sheet([HEAD, *rows], name="数据")).findings if f.severity != "note"]


def spoiled(change) -> list[list[object]]:
    rows = table()
    assert len(rows) > 1000  # the way of long tables
    change(rows)
    return rows


def falls(rows):
    rows[5][6] = rows[3][6]


def exceeds_its_year(rows):
    rows[12][5] = rows[12][6] * 3


def does_not_add_up(rows):
    rows[100][5] += 90


def slips(rows):
    rows[200][5] *= 10_000


def stands_twice(rows):
    rows.append([*rows[300][:6], rows[300][6] + 500, rows[300][7]])


def has_two_targets(rows):
    rows[400][7] += 1000


def speaks_of_the_whole(rows):
    rows += [[row[0], row[1], "", *row[3:5], row[5] * 2, row[6] * 2, row[7] * 2] for row in rows[:36]]


def is_a_range(rows):
    rows[500][7] = "15000-16000"


def is_a_bound_of_what_was_done(rows):
    rows[500][5] = f"≥{rows[500][5]}"


@pytest.mark.parametrize("change", [
    falls, exceeds_its_year, does_not_add_up, slips, stands_twice, has_two_targets, speaks_of_the_whole, is_a_range,
    is_a_bound_of_what_was_done,
])  # fmt: skip
def test_a_mistake_in_a_long_table_is_found_either_way(change, monkeypatch):
    every = found(spoiled(change), monkeypatch, many=10**9)
    assert every
    assert found(spoiled(change), monkeypatch, many=0) == every


def test_a_long_table_without_a_mistake_needs_no_query(monkeypatch):
    monkeypatch.setattr(suspects, "MANY", 0)
    monkeypatch.setattr(figures.duckdb, "connect", lambda *_args, **_options: pytest.fail("a query was asked"))
    assert found(table(), monkeypatch, many=0) == []

"""Which figures of a long table a check could doubt at all: the rest need no query. It may name too many, never too few."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

MANY = 20_000  # figures from which on looking first is worth its time
FEW_TIMES = 1000 / 12  # unit_slip.sql: paces apart by 1000, and a pace is a figure or a twelfth of it


def suspects(figures: pa.Table, stated: int) -> np.ndarray | None:
    """For each figure, whether a check has to see it; None for all. stated: how many completion rates there are."""
    if len(figures) < MANY or stated or figures["yoy"].null_count < len(figures) or pc.any(figures["of_which"]).as_py() or _totals(figures):
        return None
    series = figures["series"].to_numpy()
    found = np.zeros(int(series.max()) + 1, bool)
    found[series[_told_apart(figures)]] = True
    found |= _far_apart(figures, series, len(found))
    found[_out_of_step(figures, series)] = True
    found[series[~pc.is_in(figures["comparator"], pa.array(["=", "~"])).to_numpy()]] = True
    return found[series]


def _is(column: pa.ChunkedArray, *texts: str) -> np.ndarray:
    """For each text of a column that shares them, whether it is one of these."""
    one = column.chunk(0)
    return pc.is_in(one.dictionary, pa.array(texts)).take(one.indices).fill_null(False).to_numpy(zero_copy_only=False)


def _flag(column: pa.ChunkedArray) -> np.ndarray:
    return column.fill_null(False).to_numpy()


def _totals(figures: pa.Table) -> bool:
    """Whether any figure is of a whole (parts.sql): of no firm, and not of a cluster within a zone."""
    area, cluster, firm = (figures[name].to_numpy() for name in ("area", "cluster", "firm"))
    whole = (firm == 0) & ((area == 0) | (cluster == 0))
    return bool((whole & _flag(figures["comparable"]) & ~_is(figures["kind"], "ratio")).any())


def _told_apart(figures: pa.Table) -> np.ndarray:
    """Places of figures of one key that do not say the same (duplicates.sql, revised.sql)."""
    if not pc.any(figures["spare"]).as_py():
        return np.zeros(0, np.int64)
    order = np.argsort(figures["key"].to_numpy(), kind="stable")
    key, value = figures["key"].to_numpy()[order], figures["v"].to_numpy()[order]
    high = figures["high"].to_numpy()[order]
    width = np.where(np.isnan(high), 0, high - value)
    apart = (key[1:] == key[:-1]) & ((value[1:] != value[:-1]) | (width[1:] != width[:-1]))
    return order[1:][apart]


def _far_apart(figures: pa.Table, series: np.ndarray, count: int) -> np.ndarray:
    """For each series, whether some of its figures are many times others."""
    size = np.abs(figures["v"].to_numpy())
    some = size > 0
    largest, least = np.zeros(count), np.full(count, np.inf)
    np.maximum.at(largest, series[some], size[some])
    np.minimum.at(least, series[some], size[some])
    return largest >= FEW_TIMES * least


def _out_of_step(figures: pa.Table, series: np.ndarray) -> np.ndarray:
    """Series with a year to date that falls, or months that do not make it up (chain.sql, months.sql), rounding allowed for."""
    first, last = (figures[name].fill_null(-1).to_numpy() for name in ("first", "last"))
    counted = (
        _is(figures["kind"], "flow") & _flag(figures["comparable"]) & _is(figures["measure"], "actual")
        & pc.equal(figures["comparator"], "=").to_numpy() & ~figures["spare"].to_numpy()
    )
    to_date = counted & (_is(figures["basis"], "ytd") & (first % 12 == 0) | _is(figures["basis"], "year") & (last % 12 == 11))
    monthly = counted & _is(figures["basis"], "month")
    year, month = np.divmod(last, 12)
    years = int(year.max()) + 1
    codes, group = np.unique(series[to_date] * years + year[to_date], return_inverse=True)
    place = np.searchsorted(codes, series * years + year)
    monthly &= codes.take(place, mode="clip") == series * years + year if len(codes) else False
    total, total_half = _by_month(len(codes), group, month[to_date], figures, to_date)
    single, single_half = _by_month(len(codes), place[monthly], month[monthly], figures, monthly)
    return np.unique(codes[_conflicting(total, total_half, single, single_half)] // years)


def _by_month(rows: int, group: np.ndarray, month: np.ndarray, figures: pa.Table, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Values and rounding of some figures, a row per group and a column per month, nan for none."""
    value, half = np.full((rows, 12), np.nan), np.zeros((rows, 12))
    value[group, month], half[group, month] = figures["v"].to_numpy()[which], figures["half"].to_numpy()[which]
    return value, half


def _conflicting(total: np.ndarray, total_half: np.ndarray, single: np.ndarray, single_half: np.ndarray) -> np.ndarray:
    """For each year of a series, whether a year to date falls or its months do not fit it."""
    rows = len(total)
    odd = (single > total + single_half + total_half).any(axis=1)
    before, before_half, since, since_half, lacking = (np.zeros(rows) for _column in range(5))
    for month in range(12):
        now, there, alone = total[:, month], ~np.isnan(total[:, month]), single[:, month]
        lacking += np.isnan(alone)
        since, since_half = since + np.nan_to_num(alone), since_half + single_half[:, month]
        rounding = since_half + total_half[:, month] + before_half
        odd |= there & (now < before)
        odd |= there & (lacking == 0) & (np.abs(now - before - since) > rounding + 1e-10 * np.abs(now))
        before, before_half = np.where(there, now, before), np.where(there, total_half[:, month], before_half)
        since, since_half, lacking = np.where(there, 0, since), np.where(there, 0, since_half), np.where(there, 0, lacking)
    return odd

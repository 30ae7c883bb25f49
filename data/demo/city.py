"""工业城 in figures by its five clusters, 2010 to 2012. Simulated, except that 2010 ends at what the document gives (002-1)."""

from __future__ import annotations

from random import Random

from .figures import SEED, Line, Series, literal, running, split, spread

CLUSTERS = ("纺织", "锂电新材料", "LED应用", "变电设备", "车用微电机")
# Shares at the beginning of each year; the next year's are where they end. Lithium and LED grow into the textiles' share.
OUTPUT_SHARES = {
    2010: (0.54, 0.26, 0.06, 0.09, 0.05),
    2011: (0.51, 0.28, 0.07, 0.09, 0.05),
    2012: (0.45, 0.33, 0.085, 0.085, 0.05),
    2013: (0.4, 0.37, 0.1, 0.08, 0.05),
}
TAX_SHARES = {
    2010: (0.3, 0.52, 0.05, 0.09, 0.04),
    2011: (0.28, 0.54, 0.05, 0.09, 0.04),
    2012: (0.23, 0.58, 0.07, 0.085, 0.035),
    2013: (0.2, 0.6, 0.08, 0.08, 0.04),
}
# 万元 per year. 2010: 工业总产值 超过17.3亿元 and 利税 2亿元 are the document's.
TOTALS = {
    "工业总产值": {2010: 173000, 2011: 214500, 2012: 251800},
    "销售收入": {2010: 164200, 2011: 203100, 2012: 236400},
    "利税": {2010: 20000, 2011: 25900, 2012: 31700},
    "税收": {2010: 8600, 2011: 10950, 2012: 12480},
}
YEARS = (2010, 2011, 2012)


def lines() -> tuple[Line, ...]:
    """The park's indicators in the order of its monthly table; the tidy table of 2012 has its land too."""
    rng = Random(SEED + 1)
    money = [
        Line(name, "万元", {year: _by_cluster(rng, name, year) for year in YEARS}) for name in TOTALS
    ]
    fixed = Line("固定资产投资", "亿元", {year: {"": spread(rng, total)} for year, total in zip(YEARS, (38600, 45200, 52900), strict=True)})
    return (*money, fixed, *_land())


def _by_cluster(rng: Random, name: str, year: int) -> dict[str, Series]:
    shares = TAX_SHARES if name in ("利税", "税收") else OUTPUT_SHARES
    return split(rng, spread(rng, TOTALS[name][year]), CLUSTERS, shares[year], shares[year + 1])


def _land() -> tuple[Line, ...]:
    opened = literal(*[10] * 11)
    flow = split(Random(SEED + 2), opened, CLUSTERS, (0.2, 0.4, 0.2, 0.1, 0.1), (0.2, 0.4, 0.2, 0.1, 0.1), "0.5")
    start = {"纺织": 760, "锂电新材料": 520, "LED应用": 210, "变电设备": 180, "车用微电机": 140}
    return (
        Line("新开发土地", "亩", {2012: flow}),
        Line("已开发面积", "亩", {2012: running(start, flow)}, stock=True),
    )

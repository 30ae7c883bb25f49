"""县工业园区 in figures, 2012 and January to October 2013. Simulated, against the targets of document 000 for 2013."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from .figures import SEED, Line, Series, added, literal, portions, running, split, spread

ZONES = ("工业区", "创业区", "小松创业区")
CLUSTERS = ("机械", "出口五金工具", "健康食品", "服装", "铝制品")
# Shares of the clusters at the beginning of 2012, of 2013 and at the end: food and tools grow into the machinery's share.
SHARES = {
    "工业总产值": ((0.46, 0.19, 0.13, 0.14, 0.08), (0.42, 0.21, 0.17, 0.12, 0.08), (0.37, 0.23, 0.21, 0.105, 0.085)),
    "税收": ((0.52, 0.17, 0.11, 0.13, 0.07), (0.5, 0.18, 0.14, 0.11, 0.07), (0.38, 0.23, 0.22, 0.1, 0.07)),
    "固定资产投资": ((0.36, 0.22, 0.24, 0.09, 0.09), (0.33, 0.23, 0.27, 0.08, 0.09), (0.29, 0.25, 0.3, 0.07, 0.09)),
}
LAND_SHARES = (0.4, 0.21, 0.16, 0.12, 0.11)


def lines() -> tuple[Line, ...]:
    """The park's indicators in the order of its monthly table."""
    rng = Random(SEED)
    return (*_economy(rng), *_investment(rng), *_projects(), *_land())


def _economy(rng: Random) -> tuple[Line, ...]:
    output = {
        2012: split(rng, literal(2980, 1790, 1850, 1920, 2060, 2080, 2120, 2186, 2120, 2150, 2280),
                    ZONES, (0.69, 0.27, 0.04), (0.675, 0.275, 0.05)),
        2013: split(rng, literal(7150, 4480, 4560, 4730, 5060, 5190, 5480, 5922, 5640),
                    ZONES, (0.66, 0.285, 0.055), (0.625, 0.305, 0.07)),
    }  # fmt: skip
    revenue = {
        2012: split(rng, spread(rng, 21358), ZONES, (0.69, 0.27, 0.04), (0.68, 0.27, 0.05)),
        2013: split(rng, {**spread(rng, 37450, until=9), 10: Decimal(5010)}, ZONES, (0.66, 0.285, 0.055), (0.63, 0.3, 0.07)),
    }
    # Tax stays behind since July: the base of 2012 rises while the industry zone pays less than the year before.
    tax = {
        2012: split(rng, literal(132, 80, 84, 92, 110, 104, 112, 126, 110, 115, 135),
                    ZONES, (0.7, 0.26, 0.04), (0.68, 0.27, 0.05), "0.1"),
        2013: split(rng, literal(331.5, 236.2, 243.8, 261.7, 287.4, 151.6, 135.3, 122.5, 148.9),
                    ZONES, (0.67, 0.285, 0.045), (0.52, 0.4, 0.08), "0.1"),
    }  # fmt: skip
    jobs = {
        2012: split(rng, spread(rng, 640), ZONES, (0.6, 0.33, 0.07), (0.58, 0.34, 0.08)),
        2013: _jobs(rng, {**spread(rng, 792, until=9), 10: Decimal(95)}),
    }
    return (
        Line("工业总产值", "万元", output),
        Line("主营业务收入", "万元", revenue),
        Line("税收", "万元", tax),
        Line("新增就业岗位", "个", jobs),
    )


def _jobs(rng: Random, zones_total: Series) -> dict[str, Series]:
    """In 2013 the zones add up to a little less than the park: the rest works for the park itself and is not split (未分解)."""
    result = split(rng, zones_total, ZONES, (0.6, 0.33, 0.07), (0.55, 0.36, 0.09))
    result[""] = {step: figure + (1 if step % 3 == 0 else 0) for step, figure in zones_total.items()}
    return result


def _investment(rng: Random) -> tuple[Line, ...]:
    fixed = {
        2012: split(rng, spread(rng, 22600), ZONES, (0.55, 0.37, 0.08), (0.52, 0.39, 0.09)),
        2013: split(rng, {**spread(rng, 29600, until=9), 10: Decimal(3380)}, ZONES, (0.52, 0.39, 0.09), (0.5, 0.4, 0.1)),
    }
    infrastructure = {
        2012: added(工业区=spread(rng, 2300), 创业区=spread(rng, 2000), 小松创业区=spread(rng, 500)),
        2013: added(
            工业区={**spread(rng, 3850, until=9), 10: Decimal(420)},
            创业区={**spread(rng, 3720, until=9), 10: Decimal(405)},
            小松创业区={**spread(rng, 890, until=9), 10: Decimal(130)},
        ),
    }
    return (
        Line("固定资产投资", "亿元", fixed),
        Line("基础设施投资", "万元", infrastructure),
    )


def _projects() -> tuple[Line, ...]:
    introduced = {
        2012: added(
            工业区=literal(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
            创业区=literal(0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1),
            小松创业区=literal(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0),
        ),
        2013: added(
            工业区=literal(1, 1, 1, 1, 1, 0, 1, 1, 0),
            创业区=literal(1, 1, 0, 1, 1, 1, 1, 0, 1),
            小松创业区=literal(0, 0, 0, 0, 1, 0, 0, 1, 0),
        ),
    }
    started = {
        2012: added(
            工业区=literal(0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0),
            创业区=literal(0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0),
            小松创业区=literal(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0),
        ),
        2013: added(
            工业区=literal(1, 0, 1, 1, 0, 1, 0, 1, 1),
            创业区=literal(0, 1, 0, 1, 0, 0, 1, 0, 0),
            小松创业区=literal(0, 0, 0, 0, 1, 0, 0, 0, 0),
        ),
    }
    commissioned = {
        2012: added(
            工业区=literal(0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1),
            创业区=literal(0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0),
            小松创业区=literal(*[0] * 11),
        ),
        2013: added(
            工业区=literal(0, 1, 0, 0, 1, 0, 1, 0, 1),
            创业区=literal(0, 0, 1, 0, 1, 0, 0, 1, 0),
            小松创业区=literal(*[0] * 9),
        ),
    }
    above_scale = {
        2012: added(工业区=literal(*[5] * 7, *[6] * 4), 创业区=literal(*[1] * 5, *[2] * 6), 小松创业区=literal(*[0] * 11)),
        2013: added(工业区=literal(*[6] * 4, *[7] * 5), 创业区=literal(*[2] * 6, *[3] * 3), 小松创业区=literal(*[0] * 9)),
    }
    return (
        Line("新承接企业", "户", introduced),
        Line("开工企业数", "家", started),
        Line("竣工投产项目", "个", commissioned),
        Line("规模以上企业数", "家", above_scale, stock=True),
    )


def _land() -> tuple[Line, ...]:
    developed = {
        2012: added(
            工业区=literal(14, 11, 12, 13, 14, 13, 14, 15, 14, 15, 15),
            创业区=literal(10, 8, 9, 9, 10, 10, 11, 11, 10, 11, 11),
            小松创业区=literal(2, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2),
        ),
        # 小松创业区 hangs far behind: not a third of its 200 亩 by September.
        2013: added(
            工业区=literal(60, 38, 42, 45, 52, 50, 55, 58, 40),
            创业区=literal(70, 40, 38, 36, 42, 40, 45, 44, 39),
            小松创业区=literal(10, 5, 6, 8, 6, 8, 7, 8, 12),
        ),
    }
    start = {"工业区": 1650, "创业区": 790, "小松创业区": 240}
    end_2012 = {zone: float(start[zone] + sum(developed[2012][zone].values())) for zone in ZONES}
    total = {2012: running(start, developed[2012]), 2013: running(end_2012, developed[2013])}
    return (
        Line("新开发土地", "亩", developed),
        Line("已开发面积", "亩", total, stock=True),
    )


def by_cluster() -> tuple[Line, ...]:
    """What the clusters have of the park's own figures; they add up to it, and the park itself is left out. September 2013 is the last month."""
    rng, own = Random(SEED + 4), {line.name: line for line in lines()}
    made = [
        Line(name, own[name].unit, {
            year: _without_park(split(rng, _until_september(own[name].years[year][""], year), CLUSTERS, *shares[at:at + 2], "0.1" if name == "税收" else "1"))
            for at, year in enumerate((2012, 2013))})
        for name, shares in SHARES.items()
    ]
    land = own["已开发面积"]
    parts = {year: {step: portions(total, list(LAND_SHARES), Decimal(1)) for step, total in _until_september(land.years[year][""], year).items()} for year in (2012, 2013)}
    stock = {year: {cluster: {step: cut[at] for step, cut in steps.items()} for at, cluster in enumerate(CLUSTERS)} for year, steps in parts.items()}
    return (*made, Line(land.name, land.unit, stock, stock=True))


def _without_park(parts: dict[str, Series]) -> dict[str, Series]:
    return {part: series for part, series in parts.items() if part}


def _until_september(series: Series, year: int) -> Series:
    return {step: figure for step, figure in series.items() if year < 2013 or step <= 9}

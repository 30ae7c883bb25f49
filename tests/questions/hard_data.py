"""A park that is hard on purpose, at random: late and missing parts, revisions, refunds, ranges, growth targets, one series only."""

from __future__ import annotations

import random
from decimal import Decimal

ZONES, CLUSTERS = ("东区", "西区", "南区"), ("纺织", "机械", "食品")
FIRMS = tuple(f"企业{n}" for n in range(1, 8))
FLOWS = ("industrial_output_value", "tax_revenue", "fixed_asset_investment", "land_developed", "hazards_found", "new_jobs")
STOCKS = ("land_developed_total", "firms_in_park", "env_problem_firms")
RATIOS = ("start_rate", "energy_per_value_added", "tax_per_mu")
YEARS = (2011, 2012, 2013)


def month(year: int, m: int) -> str:
    return f"{year}-{m:02d}"


def facts(seed: int) -> tuple[list[list[dict]], dict]:
    """Batches of rows in the order of their commits, and firm -> (zone, cluster, land)."""
    rng = random.Random(seed)
    rows = []
    for code in (*FLOWS, *STOCKS, *RATIOS):
        for year in YEARS:
            for key in _reporting(rng):
                rows += _year_of(rng, key, code, year)
            rows += _targets(rng, code, year)
    rng.shuffle(rows)
    revisions = [_revised(rng, row) for row in rng.sample(rows, len(rows) // 8)]
    batches = [rows[: len(rows) // 2], rows[len(rows) // 2 :], revisions]
    firms = {f: (rng.choice(("", *ZONES)), rng.choice(("", *CLUSTERS)), rng.choice((None, Decimal(0), Decimal("12.5")))) for f in FIRMS}
    return batches, firms


def _reporting(rng: random.Random) -> list[dict]:
    """Who reports an indicator in a year: any mixture of park, zones, clusters, zones' clusters and firms."""
    keys = [{}] if rng.random() < 0.6 else []
    keys += [{"area": z} for z in ZONES if rng.random() < 0.7] if rng.random() < 0.6 else []
    keys += [{"cluster": c} for c in CLUSTERS if rng.random() < 0.8] if rng.random() < 0.6 else []
    keys += [{"area": z, "cluster": c} for z in ZONES for c in CLUSTERS if rng.random() < 0.5] if rng.random() < 0.2 else []
    return keys + ([{"firm": f} for f in FIRMS if rng.random() < 0.7] if rng.random() < 0.5 else [])


def _year_of(rng: random.Random, key: dict, code: str, year: int) -> list[dict]:
    style = rng.choice(("both", "cumulative", "single", "combined", "gaps"))
    scale = Decimal(rng.choice(("1", "0.01", "12.5", "0")))
    total, rows = Decimal(0), []
    for m in range(1, rng.choice((12, 12, 9, 6)) + 1):
        own = Decimal(rng.randint(-20, 100)) * scale
        total += own
        base = {**key, "indicator": code, "period": month(year, m)}
        told = {"yoy": rng.choice((None, None, -3.5, 0.0, 20.0))}
        if code in STOCKS:
            rows += [{**base, **told, "basis": "point", "value": abs(total)}] if rng.random() < 0.5 else []
        elif code in RATIOS:
            rows += [{**base, **told, "basis": rng.choice(("ytd", "point", "month")), "value": abs(own)}] if rng.random() < 0.7 else []
        else:
            rows += _flow_rows(rng, style, base, told, m, own, total)
    return rows


def _flow_rows(rng, style, base, told, m, own, total) -> list[dict]:
    single = {**base, "basis": "month", "value": own}
    wrong = total if rng.random() < 0.97 else total + 5
    cumulative = {**base, **told, "value": None if told["yoy"] is not None and rng.random() < 0.05 else wrong}
    if style == "single":
        return [single]
    if style == "combined":
        return [] if m == 1 else [cumulative] if m == 2 else [rng.choice((single, cumulative))]
    if style == "cumulative":
        return [cumulative]
    if style == "gaps":
        return [row for row in (single, cumulative) if rng.random() < 0.45]
    return [single, cumulative]


def _targets(rng: random.Random, code: str, year: int) -> list[dict]:
    rows = []
    keys = [{}, *({"area": z} for z in ZONES), *({"cluster": c} for c in CLUSTERS), {"firm": FIRMS[0]}, {"area": ZONES[0], "cluster": CLUSTERS[0]}]
    everyone = rng.random() < 0.5
    for key in keys:
        if not (everyone and key) and rng.random() < 0.5:
            continue
        base = {**key, "indicator": code, "period": month(year, 12), "measure": "target"}
        value = Decimal(rng.choice((0, -5, 40, 100, 350, 1200)))
        kind = rng.choice(("plain", "plain", "range", "growth", "ceiling", "floor", "about"))
        if kind == "growth":
            rows.append({**base, "yoy": rng.choice((20.0, -5.0)), "comparator": rng.choice(("=", ">="))})
        elif kind == "range":
            rows.append({**base, "value": value, "high": value + 20, "comparator": "range"})
        else:
            rows.append({**base, "value": value, "comparator": {"ceiling": "<=", "floor": ">=", "about": "~"}.get(kind, "=")})
        if rng.random() < 0.4:
            rows += [{**base, "basis": "ytd", "period": month(year, m), "value": value * m / 12 if rng.random() < 0.9 else 0} for m in (3, 6, 9, 11)]
    return rows


def _revised(rng: random.Random, row: dict) -> dict:
    """A later file's word on the same figure: another value, only another growth, or what last year's column says."""
    way = rng.random()
    if row.get("measure") == "target" or row.get("value") is None or way < 0.6:
        return {**row, "value": None if row.get("value") is None else row["value"] + rng.choice((0, 1, Decimal("0.5")))}
    if way < 0.8:
        return {**row, "value": None, "yoy": 7.5}
    return {**row, "value": row["value"] + 2, "yoy": None, "role": "same_period"}

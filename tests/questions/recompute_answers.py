"""progress, growth, land and clusters recomputed from `Facts`, row by row, as DEFINITIONS.md words them."""

from __future__ import annotations

from decimal import Decimal

from park.catalogue import load_catalogue

from .recompute import PARK, Facts

YIELDS = {"output_per_mu": "industrial_output_value", "tax_per_mu": "tax_revenue", "investment_per_mu": "fixed_asset_investment"}


def ratio(a, b):
    """a in percent of b, as a double; the caller sees to the sign of b."""
    return None if a is None or b is None else float(a) * 100 / float(b)


def growth_of(value, base):
    return None if value is None or base is None or base <= 0 else float(value - base) * 100 / float(base)


def at_least(value, line) -> bool:
    """On the line counts as reached (DEFINITIONS 22)."""
    return round(value, 12) >= float(line)


def progress_row(facts: Facts, key, code: str, year: int, m: int, pace: str = "linear") -> dict | None:
    """One row of progress, None where there is neither target nor figure."""
    indicator = load_catalogue().indicators[code]
    goal = facts.goal(key, code, year)
    growth_told = any(k <= m for _s, k in facts.grown.get((key, code, year), {}))
    if goal is None and not facts.any_figure(key, code, year, m) and not growth_told:
        return None
    comparator, target, high, origin = goal or (None, None, None, None)
    lower = indicator.better == "lower" or comparator == "<="
    actual, base = facts.actual(key, code, year, m), facts.actual(key, code, year - 1, m)
    aim = high if lower and comparator == "range" and high is not None else target
    flow = indicator.kind == "flow"
    row = {
        "target": target, "target_high": high, "comparator": comparator, "target_from": origin, "actual": actual,
        "yoy_reported": facts.reported_growth(key, code, year, m),
        "yoy_computed": None if indicator.kind == "ratio" and indicator.unit == "%" else growth_of(actual, base),
    }
    row["time_progress"] = time_progress(facts, key, code, year, m, pace, aim) if flow else None
    row["completion"] = completion(indicator.kind, lower, actual, aim)
    row["gap"] = None
    if row["completion"] is not None and row["time_progress"] is not None:
        row["gap"] = (row["completion"] - row["time_progress"]) * (-1 if lower else 1)
    row["status"] = status(indicator.kind, lower, m, actual, aim, row["completion"], row["time_progress"])
    row |= ahead_of_year(facts, key, code, year, m, lower, actual, aim, base)
    return row


def time_progress(facts: Facts, key, code, year, m, pace, aim):
    if pace == "linear":
        return m * 100 / 12
    if pace == "plan":
        if not any((key, code, year, k) in facts.plan for k in range(1, 12)) or aim is None or aim <= 0:
            return None
        return ratio(aim if m == 12 else facts.plan.get((key, code, year, m)), aim)
    whole = facts.actual(key, code, year - 1, 12)
    return None if whole is None or whole <= 0 else ratio(facts.actual(key, code, year - 1, m), whole)


def completion(kind, lower, actual, aim):
    if actual is None or aim is None or aim <= 0:
        return None
    if kind == "flow" or not lower:
        return ratio(actual, aim)
    return ratio(aim, actual) if actual > 0 else None


def status(kind, lower, m, actual, aim, done, pace):
    if actual is None or aim is None or aim < 0 or (aim == 0 and not (lower and actual <= 0)):
        return None
    if aim == 0:
        return "done"
    lines = load_catalogue().thresholds
    if kind != "flow":
        if lower and actual <= 0:
            return "done"
        if at_least(done / 100, 1):
            return "done"
        return "on_pace" if at_least(done / 100, lines.on_pace) else "slow" if at_least(done / 100, lines.slow) else "behind"
    if (not lower and actual >= aim) or (lower and m == 12 and actual <= aim):
        return "done"
    if pace is None:
        return None
    if pace <= 0:
        return "on_pace" if actual == 0 else "ahead" if (actual > 0) != lower else "behind"
    if lower and done <= 0:
        return "ahead"
    speed = pace / done if lower else done / pace
    return next((name for name, line in (("ahead", lines.ahead), ("on_pace", lines.on_pace), ("slow", lines.slow)) if at_least(speed, line)), "behind")


def ahead_of_year(facts: Facts, key, code, year, m, lower, actual, aim, base) -> dict:
    """What is needed per month, and where the year would end."""
    kind = load_catalogue().indicators[code].kind
    row = {"required_per_month": None, "landing_linear": None, "landing_seasonal": None}
    if m == 12:
        return row
    if kind != "ratio" and actual is not None and aim is not None:
        way = actual - aim if kind == "stock" and lower else aim - actual
        row["required_per_month"] = float(max(way, Decimal(0))) / (12 - m)
    if kind == "flow" and actual is not None:
        row["landing_linear"] = float(actual) * 12 / m
        whole = facts.actual(key, code, year - 1, 12)
        if base is not None and whole is not None and base > 0 and whole > 0:
            row["landing_seasonal"] = float(actual) * float(whole) / float(base)
    return row


def growth_rows(facts: Facts, total_key, part_keys: dict, code: str, year: int, m: int) -> dict[str, dict]:
    """Part name -> its row; 未分解 and 合计 by these names."""
    indicator = load_catalogue().indicators[code]
    additive, in_percent = indicator.kind != "ratio", indicator.unit == "%"

    def figures(key):
        value, base = facts.actual(key, code, year, m), facts.actual(key, code, year - 1, m)
        told = facts.reported_growth(key, code, year, m)
        change = float(value - base) if in_percent and not additive and value is not None and base is not None else None
        growth = None if in_percent and not additive else growth_of(value, base)
        return {"value": value, "base": base, "growth": growth, "growth_reported": told, "change_points": change,
                "contribution": None, "share": None, "share_change": None}

    total = figures(total_key)
    whole, whole_base = total["value"], total["base"]
    contributes = additive and whole is not None and whole_base is not None and whole_base > 0
    shares = additive and whole is not None and whole > 0
    rows = {}
    for name, key in part_keys.items():
        row = figures(key)
        growth_told = any(k <= m for _s, k in facts.grown.get((key, code, year), {}))
        if not (facts.any_figure(key, code, year, m) or growth_told or row["base"] is not None):
            continue
        if row["value"] is not None:
            base = row["base"] if row["base"] is not None else Decimal(0)
            row["contribution"] = ratio(row["value"] - base, whole_base) if contributes else None
            row["share"] = ratio(row["value"], whole) if shares else None
            row["share_change"] = row["share"] - ratio(base, whole_base) if shares and contributes else None
        rows[name] = row
    if additive and (rest := unallocated(total, rows, contributes, shares)):
        rows = {**rows, "未分解": rest}
    total |= {"contribution": growth_of(whole, whole_base) if contributes else None, "share": 100 if shares else None,
              "share_change": 0 if shares and contributes else None}
    return {**rows, "合计": total}


def unallocated(total: dict, rows: dict, contributes: bool, shares: bool) -> dict | None:
    """The total less the parts shown; None where they add up in value and base (DEFINITIONS 27, 28)."""
    if not rows:
        return None

    def less(column, whole):
        return None if whole is None else whole - sum(r[column] for r in rows.values() if r[column] is not None)

    value, base = less("value", total["value"]), less("base", total["base"])
    if not value and not base:
        return None
    silent = any(r["value"] is None for r in rows.values())
    return {
        "value": value, "base": base, "growth": None if silent else growth_of(value, base), "growth_reported": None, "change_points": None,
        "contribution": less("contribution", growth_of(total["value"], total["base"])) if contributes else None,
        "share": less("share", 100.0) if shares else None,
        "share_change": less("share_change", 0.0) if shares and contributes else None,
    }


def concentration(rows: dict) -> tuple:
    """CR1, CR3, HHI of clusters' rows."""
    shares = sorted((r["share"] for n, r in rows.items() if n not in ("合计", "未分解") and r["share"] is not None), reverse=True)
    if not shares or shares[-1] < 0:
        return None, None, None
    return shares[0], sum(shares[:3]), sum(s * s for s in shares)


def land_row(facts: Facts, key, year: int, m: int) -> dict | None:
    """One row of land; None where there is none of its figures."""
    goal = progress_row(facts, key, "land_developed", year, m)
    known = [progress_row(facts, key, code, year, m) for code in ("land_developed_total", *YIELDS.values())]
    if goal is None and not any(known) and key != PARK:
        return None
    mu = facts.firms[key[2]][2] if key[2] and key[2] in facts.firms else None if key[2] else facts.actual(key, "land_developed_total", year, m)
    row = {"developed": goal and goal["actual"], "target": goal and goal["target"], "completion": goal and goal["completion"]}
    for column, code in YIELDS.items():
        figure = facts.actual(key, code, year, m)
        row[column] = float(figure) / float(mu) if figure is not None and mu is not None and mu > 0 else None
    return row

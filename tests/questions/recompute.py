"""The answers once more, from DEFINITIONS.md alone: loops over plain dictionaries, no SQL, nothing of park.questions.

A key is (zone or "", cluster or "", firm or ""); "" three times is the park. Facts are the rows that `World.load` takes, each
with the number of its batch and its place in it. Values are Decimal; what is not available is None.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from park.catalogue import load_catalogue

PARK = ("", "", "")
TOLERANCE = Decimal("0.001")
MONTHS = range(1, 13)


@dataclass
class Facts:
    """All committed rows of one park, and what is known of its firms: firm -> (zone or "", cluster or "", land or None)."""

    rows: list[dict]
    firms: dict[str, tuple] = field(default_factory=dict)
    zones: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = defaultdict(dict)      # (key, indicator, year) -> {(series, month): value}
        self.grown = defaultdict(dict)      # the same for reported growth
        self.target, self.target_growth, self.plan = {}, {}, {}
        for row in sorted(self.rows, key=standing_order):
            self._take(row)
        self._series: dict = {}

    def _take(self, row: dict) -> None:
        """Later rows overwrite earlier ones; an empty cell overwrites nothing."""
        key = (row.get("area", ""), row.get("cluster", ""), row.get("firm", "")) if not row.get("firm") else ("", "", row["firm"])
        year, month = int(row["period"][:4]), int(row["period"][5:])
        kind = load_catalogue().indicators[row["indicator"]].kind
        basis = row.get("basis", "year" if row.get("measure") == "target" else "ytd")
        basis = "ytd" if basis == "year" or (kind == "stock" and row.get("measure", "actual") == "actual") else basis
        place = (key, row["indicator"], year)
        if row.get("measure", "actual") == "target":
            if month == 12 and row.get("value") is not None:
                self.target[place] = (row.get("comparator", "="), number(row["value"]), number(row.get("high")))
            if month == 12 and row.get("yoy") is not None:
                self.target_growth[place] = (row.get("comparator", "="), row["yoy"])
            if month < 12 and basis == "ytd":
                self.plan[(*place, month)] = number(row["value"])
            return
        if row.get("value") is not None:
            self.known[place][basis, month] = number(row["value"])
        if row.get("yoy") is not None:
            self.grown[place][basis, month] = row["yoy"]

    # the two series of a key, from its own figures only (DEFINITIONS 4, 9)
    def own(self, key, code, year):
        kind = load_catalogue().indicators[code].kind
        told = self.known.get((key, code, year), {})
        month = {m: told.get(("month", m)) for m in MONTHS}
        ytd = {m: told.get(("ytd", m)) for m in MONTHS}
        if kind == "ratio":
            return month, {m: ytd[m] if ytd[m] is not None else told.get(("point", m)) for m in MONTHS}
        if kind == "stock":
            return dict(ytd), ytd
        before = Decimal(0)
        for m in MONTHS:
            if ytd[m] is None and before is not None and month[m] is not None:
                ytd[m] = before + month[m]
            before = ytd[m]
        for m in MONTHS:
            before = Decimal(0) if m == 1 else ytd[m - 1]
            if month[m] is None and ytd[m] is not None and before is not None:
                month[m] = ytd[m] - before
        return month, ytd

    def series(self, key, code, year):
        """Both series with sums of parts standing in (DEFINITIONS 5-7)."""
        if (key, code, year) not in self._series:
            self._series[key, code, year] = self._with_sums(key, code, year)
        return self._series[key, code, year]

    def _with_sums(self, key, code, year):
        month, ytd = self.own(key, code, year)
        kind = load_catalogue().indicators[code].kind
        if kind == "ratio":
            return month, ytd
        parts = [self.series(part, code, year) for part in self.parts(key, code, year)]
        if kind == "stock":
            ytd = add_stocks(ytd, [p[1] for p in parts])
            return dict(ytd), ytd
        by_month, by_ytd = sums_of(parts, 0), sums_of(parts, 1)
        if differ(by_ytd, ytd):
            return month, ytd
        return month if differ(by_month, month) else filled(month, by_month), filled(ytd, by_ytd)

    def has_own(self, key, code, year):
        return bool(self.known.get((key, code, year)))

    def keys(self, code, year):
        return [k for k, c, y in self.known if c == code and y == year]

    def parts(self, key, code, year):
        """The parts that are added up for a total, decided once per indicator and year; a part may itself be a sum of its own."""
        told = self.keys(code, year)
        in_zones = [k for k in told if k[0] and k[1]]
        if key == PARK:
            zones = [k for k in told if k[0] and not k[1]]
            clusters = [k for k in told if not k[0] and k[1]]
            if zones:
                summed = {(k[0], "", "") for k in in_zones} | {(self.firms[k[2]][0], "", "") for k in told if k[2] and self.firms.get(k[2], ("",))[0]}
                return sorted(set(zones) | summed)
            if clusters:
                summed = {("", k[1], "") for k in in_zones} | {("", self.firms[k[2]][1], "") for k in told if k[2] and self.firms.get(k[2], ("", ""))[1]}
                return sorted(set(clusters) | summed)
            return in_zones or [k for k in told if k[2]]
        if key[2] or (key[0] and key[1]):
            return []
        at = 0 if key[0] else 1
        return [k for k in in_zones if k[at] == key[at]] or [k for k in told if k[2] and self.firms.get(k[2], ("", ""))[at] == key[at]]

    def actual(self, key, code, year, m):
        """A of DEFINITIONS 8 and 9."""
        _month, ytd = self.series(key, code, year)
        if load_catalogue().indicators[code].kind == "stock":
            return next((ytd[k] for k in range(m, 0, -1) if ytd[k] is not None), None)
        return ytd[m]

    def full_year(self, key, code, year):
        return self.actual(key, code, year, 12)

    def any_figure(self, key, code, year, upto=12):
        month, ytd = self.series(key, code, year)
        return any(month[m] is not None or ytd[m] is not None for m in range(1, upto + 1))

    def reported_growth(self, key, code, year, m):
        told = self.grown.get((key, code, year), {})
        if load_catalogue().indicators[code].kind == "stock":
            _month, ytd = self.series(key, code, year)
            last = next((k for k in range(m, 0, -1) if ytd[k] is not None or ("ytd", k) in told), None)
            return told.get(("ytd", last))
        return told.get(("ytd", m), told.get(("point", m)))

    def goal(self, key, code, year):
        """(comparator, value, high, from) or None (DEFINITIONS 14, 15)."""
        place = (key, code, year)
        if place in self.target:
            return (*self.target[place], "reported")
        if place in self.target_growth:
            comparator, rate = self.target_growth[place]
            base = self.full_year(key, code, year - 1)
            return comparator, None if base is None else base * (100 + number(rate)) / 100, None, "growth"
        if load_catalogue().indicators[code].kind == "ratio" or key[1] or key[2]:
            return None
        return self._goal_of_parts(key, code, year)

    def _goal_of_parts(self, key, code, year):
        zones = [(z, "", "") for z in self.zones] if key == PARK else []
        clusters = [(key[0], c, "") for c in sorted({k[1] for k, *_rest in (*self.target, *self.target_growth, *self.known)} - {""})]
        clusters += [("", c, "") for _z, c, _l in self.firms.values() if c and key == PARK]
        for level in (zones, dict.fromkeys(clusters)):
            goals = {part: self.goal(part, code, year) for part in level}
            if not any(goals.values()):
                continue
            concerned = [p for p in level if goals[p] or self.any_figure(p, code, year)]
            if any(goals[p] is None or goals[p][1] is None for p in concerned):
                return None
            told = [goals[p] for p in concerned]
            signs = {t[0] for t in told}
            sign = "range" if "range" in signs else signs.pop() if len(signs) == 1 else ">=" if ">=" in signs else "="
            high = sum(t[1] if t[2] is None else t[2] for t in told) if sign == "range" else None
            return sign, sum(t[1] for t in told), high, "sum"
        return None


def number(value) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def standing_order(row: dict):
    """Sorts rows so that the one that stands comes last (DEFINITIONS 1-3, and the same key twice in a file)."""
    digits = len(str(row.get("raw", row.get("value"))).replace(".", "").replace(",", "").replace("-", "").strip("0"))
    return (row.get("role", "own") == "own", row["batch"], digits, -row["ordinal"])


def sums_of(parts: list, n: int) -> dict:
    """One series of a flow: month -> the sum of the parts, where every part due has its figure."""
    sums = {}
    for m in MONTHS:
        due = [p for p in parts if any(s[k] is not None for s in p for k in range(1, m + 1))]
        if due and all(p[n][m] is not None for p in due):
            sums[m] = sum(p[n][m] for p in due)
    return sums


def differ(sums: dict, total: dict) -> bool:
    """Whether parts and total stand side by side in some month and are not the same."""
    return any(abs(sums[m] - total[m]) > TOLERANCE * abs(total[m]) for m in sums if total[m] is not None)


def filled(total: dict, sums: dict) -> dict:
    return {m: sums.get(m) if total[m] is None else total[m] for m in MONTHS}


def add_stocks(total: dict, parts: list) -> dict:
    """A stock: each part's last value, in the months in which some part reports."""
    sums, complete = {}, set()
    for m in MONTHS:
        lasts = [next((p[k] for k in range(m, 0, -1) if p[k] is not None), None) for p in parts]
        if any(p[m] is not None for p in parts):
            sums[m] = sum(v for v in lasts if v is not None)
            if all(p[m] is not None for p, v in zip(parts, lasts, strict=True) if v is not None):
                complete.add(m)
    return total if differ({m: sums[m] for m in complete}, total) else filled(total, sums)

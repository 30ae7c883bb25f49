"""The slides' charts as plain data: which values are drawn, in which unit, how each reads and where it comes from.

A chart with fewer than two marks is no chart: the functions return None, and the slide does without.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from park.catalogue import load_catalogue
from park.charts.names import TOTAL, UNALLOCATED, indicator_name, part_name
from park.charts.numbers import (
    Scale,
    absent,
    percent,
    points,
    scale_for,
    short,
    short_month,
    signed_percent,
)
from park.charts.theme import status_shape
from park.locale import _

from .answers import Answers
from .model import Chart, Origin, Series, unique
from .series import MOST, both_cells, chart_of, part_cells, part_colours_of, series_of, status_colour_of
from .short_names import BESIDE, shortened_names, width

SHORTEST = 8  # wide characters that a part keeps beside its indicator
OWN_COLOUR, LAST = 8, 4  # clusters drawn on their own; rows at the end that stay when those between are left out
FAR_OFF = 1000  # percent of the average month; what needs more lies beyond any bar and stands in the sentences
CLEAR = 12  # points between the first bar and the pace, so that the pace's name meets no figure


def completions(answers: Answers) -> Chart | None:
    """The headline indicators' completion, the slowest first, with the pace as a dashed line."""
    rows = answers.headlines[answers.headlines["completion"].notna()].sort_values("completion", kind="stable")
    names = [f"{status_shape(row.status)} {indicator_name(row.indicator)}" for row in rows.itertuples()]
    cells = [both_cells(answers, row) for row in rows.itertuples()]
    done = series_of(_("Completion"), rows["completion"], percent, origins=cells)
    free = len(rows) > 0 and rows["completion"].iloc[0] < rows["time_progress"].iloc[0] - CLEAR  # the name has room above the first bar
    pace = series_of(_("Time progress"), rows["time_progress"], percent, look="pace", drawn="line", labels="first" if free else "none")
    return chart_of(names, [done, pace], "%")


def path(answers: Answers, row: pd.Series) -> Chart | None:
    """The year to date by month, beside last year's and the way to the target."""
    trend, year = answers.trends[row["indicator"]], int(answers.year)
    this, last = (_months(trend, y, "value_ytd") for y in (year, year - 1))
    if len(this) == 1:
        return _one_month(answers, row)
    goal = None if absent(row["target"]) else float(row["aim"] if not absent(row["aim"]) else row["target"])
    way = {} if goal is None else _months(trend, year, "target_path") | {12: goal}
    months = range(min([*this, *last, 12]), 13) if goal is not None or last else range(min([*this, 12]), max([*this, 1]) + 1)
    scale = scale_for([*this.values(), *last.values(), *way.values()], row["unit"])
    cells, area = answers.origins.actual, answers.area.name
    drawn = [
        _monthly(str(year), this, months, scale, lambda m: cells(row["indicator"], f"{year}-{m:02d}", area), labels="last"),
        _monthly(str(year - 1), last, months, scale, lambda m: cells(row["indicator"], f"{year - 1}-{m:02d}", area), look="last_year", drawn="line", labels="name"),
        _monthly(_("Target"), way, months, scale, lambda _m: answers.origins.target(row["indicator"], str(year), area), look="pace", drawn="line", labels="name"),
    ]
    return chart_of([short_month(m) for m in months], [one for one in drawn if any(v is not None for v in one.values)], scale.unit) if this else None


def _one_month(answers: Answers, row: pd.Series) -> Chart | None:
    """The first month of a year has no way yet: last year's same period, the year to date, what was due of the target by then."""
    cells, key = answers.origins.actual, (row["indicator"], answers.area.name)
    trend = answers.trends[row["indicator"]]
    due = trend.loc[trend["month"] == answers.month, "target_path"]
    meant = (
        (_("Same period of last year"), row["base"], "last_year", cells(key[0], answers.last_year_month, key[1])),
        (_("Year to date"), row["actual"], "actual", cells(key[0], answers.month, key[1])),
        (_("Due by now") if row["kind"] == "flow" else _("Target"), due.iloc[0] if len(due) else None, "target", answers.origins.target(key[0], answers.year, key[1])),
    )
    known = [one for one in meant if not absent(one[1])]
    scale = scale_for([one[1] for one in known], row["unit"])
    bars = series_of(
        indicator_name(row["indicator"]), pd.Series([scale.of(one[1]) for one in known], dtype=float), short,
        colours=tuple(one[2] for one in known), origins=[one[3] for one in known])
    return chart_of([one[0] for one in known], [bars], scale.unit)


def months(answers: Answers) -> Chart | None:
    """Each month's own figure of the main indicator beside the same month of last year; 1-2月 is one pair."""
    trend, year = answers.trends.get(answers.main), int(answers.year)
    if trend is None:
        return None
    this, last = (_own_months(trend, y) for y in (year, year - 1))
    joined = any(1 not in own and 2 in own for own in (this, last) if own)
    if joined:
        this, last = (_first_two_joined(trend, y, own) for y, own in ((year, this), (year - 1, last)))
    slots = sorted(this)
    unit = load_catalogue().indicators[answers.main].unit
    scale = scale_for([*this.values(), *(last.get(m) for m in slots)], unit)
    names = [_("Jan-Feb") if m == 2 and joined else short_month(m) for m in slots]
    cells, area = answers.origins.of_month, answers.area.name
    pair = [
        _monthly(str(y), values, slots, scale, lambda m, y=y: cells(answers.main, f"{y}-{m:02d}", area), look=look, labels=labels)
        for y, values, look, labels in ((year - 1, last, "last_year", "all" if len(slots) < 6 else "none"), (year, this, "actual", "all"))
    ]
    return chart_of(names, [one for one in pair if any(v is not None for v in one.values)], scale.unit)


def contributions(answers: Answers) -> Chart | None:
    """What each part adds to the growth of the main indicator, in points; what is not allocated is hatched."""
    rows = answers.contributions
    rows = rows[(rows["part"] != TOTAL) & rows["contribution"].notna()]
    return _parts(answers, rows, "contribution", points, _("percentage points"), part_cells(answers, answers.main, growth=True))


def _clusters(answers: Answers) -> pd.Series:
    frame = answers.clusters.frame
    return frame.loc[frame["row_kind"] == "part", "cluster"]


def cluster_shares(answers: Answers) -> Chart | None:
    """Each cluster's share now and a year ago; of many clusters the largest, the others together, and what is not allocated."""
    rows = answers.clusters.frame
    rows = rows[(rows["cluster"] != TOTAL) & rows["share"].notna()].assign(before=rows["share"] - rows["share_change"])
    parts, cells = rows[rows["row_kind"] == "part"], part_cells(answers, "industrial_output_value", growth=True, by="cluster")
    drawn = [(("★ " if row.leading is True else "") + part_name(row.cluster), row.share, row.before, row.cluster, cells(row.cluster)) for row in parts.head(OWN_COLOUR).itertuples()]
    others = parts.iloc[OWN_COLOUR:]
    if len(others):
        found = unique(o for name in others["cluster"] for o in cells(name))
        drawn.append((_("{count} others").format(count=len(others)), others["share"].sum(), others["before"].sum(skipna=False), UNALLOCATED, found))
    drawn += [(part_name(row.cluster), row.share, row.before, row.cluster, cells(row.cluster)) for row in rows[rows["cluster"] == UNALLOCATED].itertuples()]
    names, shares, before, parts, origins = zip(*drawn, strict=True) if drawn else ((), (), (), (), ())
    hatched = tuple(name == part_name(UNALLOCATED) for name in names)
    now = series_of(answers.year, pd.Series(shares, dtype=float), percent, colours=part_colours_of(pd.Series(parts, dtype=str), _clusters(answers)), hatched=hatched, origins=list(origins))
    last = series_of(str(int(answers.year) - 1), pd.Series(before, dtype=float), percent, look="last_year", origins=list(origins))
    return chart_of(list(names), [now, last] if any(v is not None for v in last.values) else [now], "%", level=True)


def ends(rows: pd.DataFrame) -> pd.DataFrame:
    """Of many rows in their order the first and the last, so that neither who leads nor who comes last is left out."""
    return rows if len(rows) <= MOST else pd.concat([rows.head(MOST - LAST), rows.tail(LAST)])


def cluster_growth(answers: Answers) -> Chart | None:
    """Each cluster's growth on a year earlier, the fastest first; of many the fastest and the slowest."""
    rows = answers.clusters.frame[(answers.clusters.frame["row_kind"] == "part") & answers.clusters.frame["growth"].notna()]
    rows = ends(rows.sort_values("growth", ascending=False, kind="stable"))
    cells = part_cells(answers, "industrial_output_value", growth=True, by="cluster")
    bars = series_of(_("Growth"), rows["growth"], signed_percent, colours=part_colours_of(rows["cluster"], _clusters(answers)), origins=[cells(part) for part in rows["cluster"]])
    return chart_of([part_name(part) for part in rows["cluster"]], [bars], "%", level=True)


def zone_gaps(answers: Answers) -> Chart | None:
    """Where zones stand against the pace, the furthest behind first; without zones' targets nothing."""
    rows = answers.zones[answers.zones["gap"].notna()].sort_values("gap", kind="stable").head(MOST)
    names = _barred(rows, answers)
    gap = series_of(
        _("Against pace"), rows["gap"], points, colours=tuple(status_colour_of(s) for s in rows["status"]),
        origins=[both_cells(answers, row) for row in rows.itertuples()],
    )
    return chart_of(names, [gap], _("percentage points"), level=True, cut=False)


def zone_values(answers: Answers) -> Chart | None:
    """Each zone's year to date of the main indicator, the largest first."""
    rows = answers.zones[(answers.zones["indicator"] == answers.main) & answers.zones["actual"].notna()]
    rows = ends(rows.sort_values("actual", ascending=False, kind="stable"))
    scale = scale_for([*rows["actual"]], load_catalogue().indicators[answers.main].unit)
    cells = part_cells(answers, answers.main, by="area")
    bars = series_of(indicator_name(answers.main), rows["actual"].map(scale.of), short, colours=part_colours_of(rows["area"]), origins=[cells(part) for part in rows["area"]])
    return chart_of([part_name(part) for part in rows["area"]], [bars], scale.unit, level=True)


def needed(answers: Answers, rows: pd.DataFrame) -> Chart | None:
    """What lagging targets need a month, as a percentage of what a month brought so far; the most demanding first."""
    so_far = rows["actual"] / int(answers.month[5:])
    effort = (rows["required_per_month"] * 100 / so_far).where(so_far > 0).rename("effort")
    effort = effort.where(effort <= FAR_OFF)
    rows = rows.assign(effort=effort)[effort.notna()].sort_values("effort", ascending=False, kind="stable").head(MOST)
    bars = series_of(
        _("needed a month, of the average so far"), rows["effort"], percent, colours=tuple(status_colour_of(s) for s in rows["status"]),
        origins=[both_cells(answers, row) for row in rows.itertuples()],
    )
    return chart_of(_barred(rows, answers), [bars], "%", level=True, cut=False)


def growth_rates(answers: Answers) -> Chart | None:
    """Growth on a year earlier of the headline indicators, the fastest first."""
    rows = answers.headlines[answers.headlines["yoy"].notna()].sort_values("yoy", ascending=False, kind="stable")
    bars = series_of(_("Growth"), rows["yoy"], signed_percent, origins=[_growth_cells(answers, row) for row in rows.itertuples()])
    return chart_of([indicator_name(code) for code in rows["indicator"]], [bars], "%")


def _barred(rows: pd.DataFrame, answers: Answers) -> list[str]:
    """Status, part and indicator beside a bar; a long part is cut, not the indicator."""
    parts = [part_name(row.cluster or ("" if row.area == answers.area.name else row.area)) for row in rows.itertuples()]
    about = [indicator_name(code) for code in rows["indicator"]]
    room = BESIDE - 2 - max(width(name) for name in about) if about else BESIDE
    known = list(dict.fromkeys(parts))
    short_parts = dict(zip(known, shortened_names(known, max(room, SHORTEST)), strict=True))
    return [
        f"{status_shape(row.status)} " + "·".join(word for word in (short_parts[part], name) if word)
        for row, part, name in zip(rows.itertuples(), parts, about, strict=True)
    ]


def _monthly(name: str, values: dict[int, float], slots, scale: Scale, cells: Callable, **more) -> Series:
    drawn = pd.Series([scale.of(values.get(m)) for m in slots], dtype=float)
    return series_of(name, drawn, short, origins=[cells(m) if m in values else () for m in slots], **more)


def _months(trend: pd.DataFrame, year: int, column: str) -> dict[int, float]:
    """Month number -> value of one year; months without a figure are left out."""
    rows = trend[trend["month"].str.startswith(str(year)) & trend[column].notna()]
    return {int(m[5:]): float(v) for m, v in zip(rows["month"], rows[column], strict=True)}


def _own_months(trend: pd.DataFrame, year: int) -> dict[int, float]:
    """The months' own figures; January and February published together stand as February."""
    own, to_date = _months(trend, year, "value_month"), _months(trend, year, "value_ytd")
    return own if 1 in own or 2 not in to_date else own | {2: to_date[2]}


def _first_two_joined(trend: pd.DataFrame, year: int, own: dict[int, float]) -> dict[int, float]:
    """The same with January and February as one, so that like stands beside like."""
    rest = {m: v for m, v in own.items() if m > 2}
    to_date = _months(trend, year, "value_ytd")
    return {2: to_date[2]} | rest if 2 in to_date else rest


def _parts(answers: Answers, rows: pd.DataFrame, column: str, words: Callable, unit: str, cells: Callable) -> Chart | None:
    rows = ends(rows.sort_values(column, ascending=False, kind="stable"))
    bars = series_of(
        indicator_name(answers.main), rows[column], words, colours=part_colours_of(rows["part"]),
        hatched=tuple(part == UNALLOCATED for part in rows["part"]), origins=[cells(part) for part in rows["part"]],
    )
    return chart_of([part_name(part) for part in rows["part"]], [bars], unit, level=True)


def _growth_cells(answers: Answers, row) -> tuple[Origin, ...]:
    find = answers.origins.last if row.kind == "stock" else answers.origins.actual
    before = () if row.yoy_from == "reported" else find(row.indicator, answers.last_year_month, row.area)
    return find(row.indicator, answers.month, row.area) + before

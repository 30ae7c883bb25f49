"""The questions as commands, with the columns of the contract and those that follow them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

import duckdb

from park import questions as ask
from park.locale import _
from park.questions.firms import COLUMNS as FIRMS
from park.questions.growth import COLUMNS as GROWTH
from park.questions.investment import COLUMNS as INVESTMENT
from park.questions.land import COLUMNS as LAND
from park.questions.progress import COLUMNS as PROGRESS
from park.questions.progress import PACES
from park.questions.scorecard import COLUMNS as SCORECARD
from park.questions.scorecard import MORE as MORE_OF_SCORECARD
from park.questions.source import COLUMNS as SOURCE
from park.questions.timeline import SEGMENT_COLUMNS as SEGMENTS
from park.questions.trend import COLUMNS as TREND
from park.store.database import open_store

from . import output

PARTS = ("area", "cluster", "firm")
CLUSTERS = (*ask.CLUSTER_COLUMNS, "base", "growth_reported", "status", "quadrant", "reason")
NOT_STARTED = ("project", "firm", "area", "reason", "responsible", "planned_start", "days_waiting", "due", "signed", "investment", "cluster", "timing")
PLANS = ("cluster", "indicator", "measure", "first_year", "last_year", "comparator", "value", "value_high", "base", "base_of", "base_year", "compound_growth")
MORE_OF_SOURCE = ("measure", "comparator", "value_high", "unit", "yoy", "role", "area", "cluster", "firm", "newest", "simulated")
MORE_OF_TREND = ("yoy_month_reported", "yoy_ytd_reported", "on_last_month", "month_origin", "ytd_origin", "simulated")

Run = Callable[[duckdb.DuckDBPyConnection, argparse.Namespace], None]


def add_parser(commands) -> None:
    """Adds areas, indicators, progress, growth, trend, clusters, projects, land, firms, plans, scorecard and source."""
    _command(commands, "areas", _areas, _("parks and zones with their months"))
    _command(commands, "indicators", None, _("what is measured")).set_defaults(run=_indicators)
    progress = _command(commands, "progress", _progress, _("targets, completion and pace"))
    progress.add_argument("--indicator", metavar="CODE")
    progress.add_argument("--by", choices=PARTS)
    progress.add_argument("--pace", choices=PACES, default="linear")
    growth = _command(commands, "growth", _growth, _("growth on last year and contributions to it"))
    growth.add_argument("--indicator", metavar="CODE", required=True)
    growth.add_argument("--by", choices=PARTS)
    trend = _command(commands, "trend", _trend, _("months and years to date of one figure"))
    trend.add_argument("--indicator", metavar="CODE", required=True)
    clusters = _command(commands, "clusters", _clusters, _("industry clusters and their concentration"))
    clusters.add_argument("--indicator", metavar="CODE", default="industrial_output_value")
    projects = _command(commands, "projects", _projects, _("projects by stage"))
    kinds = projects.add_mutually_exclusive_group()
    kinds.add_argument("--not-started", action="store_true", help=_("those not begun, with reason and days waiting"))
    kinds.add_argument("--due", action="store_true", help=_("those not begun that were to start by the month: due or late"))
    kinds.add_argument("--investment", action="store_true", help=_("planned against done investment"))
    kinds.add_argument("--causes", action="store_true", help=_("why those not begun have not begun"))
    kinds.add_argument("--calendar", action="store_true", help=_("each project's stretches of waiting, being late, being built"))
    land = _command(commands, "land", _land, _("land developed, and output, tax and investment per mu"))
    land.add_argument("--by", choices=PARTS)
    firms = _command(commands, "firms", _firms, _("leading firms, of all clusters or of one"))
    firms.add_argument("--indicator", metavar="CODE", default="industrial_output_value")
    firms.add_argument("--cluster", metavar="NAME")
    _command(commands, "plans", _plans, _("targets and results of plans over several years"))
    _command(commands, "scorecard", _scorecard, _("economic and work goals with weights and scores"))
    source = _command(commands, "source", _source, _("file, sheet and cell behind a figure"))
    source.add_argument("--indicator", metavar="CODE", required=True)
    for command in (trend, source):
        command.add_argument("--cluster", metavar="NAME")
        command.add_argument("--firm", metavar="NAME")


def _command(commands, name: str, run: Run | None, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--db", metavar="PATH", help=_("the database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    command.add_argument("--format", choices=output.FORMATS, help=_("default: table on a terminal, csv otherwise"))
    command.add_argument("--area", metavar="NAME", help=_("park or zone (default: the park when there is one)"))
    command.add_argument("--month", metavar="YYYY-MM", help=_("as-of month (default: the latest with data)"))
    command.set_defaults(run=lambda given: _with_store(run, given))
    return command


def _with_store(run: Run, given: argparse.Namespace) -> int:
    with open_store(given.db, read_only=True) as store:
        run(store.cursor(), given)
    return 0


def _write(frame, columns, given: argparse.Namespace) -> None:
    if frame.empty:
        print(_("There is no figure to answer with."), file=sys.stderr)
    output.write(frame, columns, given.format)


def _place(cur: duckdb.DuckDBPyConnection, given: argparse.Namespace) -> dict:
    """Area and month to ask for; a default month is told on standard error."""
    area = _area(cur, given)
    month = given.month
    if month is None and (month := ask.latest_month(cur, area)):
        print(_("As of {month}.").format(month=month), file=sys.stderr)
    return {"area": area, "month": month}


def _area(cur: duckdb.DuckDBPyConnection, given: argparse.Namespace) -> ask.Area:
    """The area asked for; of several parks the only one that speaks of the month, told on standard error."""
    if given.area:
        return ask.find_area(cur, given.area)
    area = ask.speaking_area(cur, given.month)
    if (ask.areas(cur)["kind"] == "park").sum() > 1:
        print(_("{area} (choose another with --area NAME).").format(area=area.name), file=sys.stderr)
    return area


def _areas(cur, given) -> None:
    frame = ask.areas(cur)
    if given.area:
        found = ask.find_area(cur, given.area)
        frame = frame[(frame["area_id"] == found.area_id) | (frame["parent_id"] == found.area_id)]
    _write(frame, ("area", "parent", "kind", "first_month", "last_month", "simulated"), given)


def _indicators(given) -> int:
    frame = ask.indicators()
    output.write(frame, list(frame.columns), given.format)
    return 0


def _progress(cur, given) -> None:
    frame = ask.progress(cur, **_place(cur, given), indicator=given.indicator, by=given.by, pace=given.pace)
    _write(frame, PROGRESS, given)


def _growth(cur, given) -> None:
    _write(ask.growth(cur, **_place(cur, given), indicator=given.indicator, by=given.by), GROWTH, given)


def _trend(cur, given) -> None:
    frame = ask.trend(cur, **_place(cur, given), indicator=given.indicator, cluster=given.cluster, firm=given.firm)
    _write(frame, (*TREND, *MORE_OF_TREND), given)


def _clusters(cur, given) -> None:
    answer = ask.clusters(cur, **_place(cur, given), indicator=given.indicator)
    _write(answer.frame, CLUSTERS, given)
    figures = {"CR1": answer.cr1, "CR3": answer.cr3, "HHI": answer.hhi, "leading_share": answer.leading_share}
    for name, value in figures.items():
        print(name, "—" if value is None else value, file=sys.stderr)


def _projects(cur, given) -> None:
    place = {"area": _area(cur, given), "month": given.month}
    answer = ask.projects(cur, **place)
    if given.month is None and answer.month:
        print(_("As of {month}.").format(month=answer.month), file=sys.stderr)
    if given.not_started or given.due:
        waiting = ask.not_started(cur, **place)
        _write(waiting[waiting["timing"].isin(["due", "late"])] if given.due else waiting, NOT_STARTED, given)
        return
    if given.investment:
        _write(ask.investment(cur, **place), INVESTMENT, given)
        return
    if given.causes:
        _write(ask.causes(cur, **place), ("reason", "count", "investment"), given)
        return
    if given.calendar:
        calendar = ask.timeline(cur, **place)
        _write(calendar.segments, SEGMENTS, given)
        for name, days in (("days_to_start", calendar.days_to_start), ("days_to_build", calendar.days_to_build)):
            print(name, "—" if days is None else days, file=sys.stderr)
        return
    _write(answer.frame, ("stage", "count", "investment", "reached", "known_from"), given)
    for name, rate in (("started_rate", answer.started_rate), ("finished_rate", answer.finished_rate)):
        print(name, "—" if rate is None else rate, file=sys.stderr)


def _land(cur, given) -> None:
    _write(ask.land(cur, **_place(cur, given), by=given.by), (*LAND, "land", "status", "gap", "reason", "meets_threshold"), given)


def _firms(cur, given) -> None:
    frame = ask.firms(cur, **_place(cur, given), indicator=given.indicator, cluster=given.cluster)
    _write(frame, FIRMS, given)


def _plans(cur, given) -> None:
    _write(ask.plans(cur, area=_area(cur, given)), PLANS, given)


def _scorecard(cur, given) -> None:
    _write(ask.scorecard(cur, **_place(cur, given)), (*SCORECARD, *MORE_OF_SCORECARD), given)


def _source(cur, given) -> None:
    where = _area(cur, given)
    frame = ask.source(cur, indicator=given.indicator, area=where, cluster=given.cluster, firm=given.firm, month=given.month)
    _write(frame, (*SOURCE, *MORE_OF_SOURCE), given)

"""The charts of the pages, each with its finding and its figures. One function per chart: answer -> Exhibit."""

from __future__ import annotations

import pandas as pd

from park.briefing import sentences
from park.catalogue import load_catalogue
from park.catalogue.names import TOTAL, indicator_name
from park.charts import theme
from park.charts.bullets import bullets
from park.charts.contribution import contribution
from park.charts.funnel import funnel
from park.charts.growth_map import growth_map
from park.charts.heat import heat
from park.charts.months import months
from park.charts.path import path
from park.charts.ranking import ranking
from park.charts.rates import rates
from park.charts.shares import shares
from park.locale import _
from park.locale.numbers import PER_MU
from park.questions.clusters import ClusterAnswer
from park.questions.growth import growth
from park.questions.projects import ProjectAnswer

from . import columns
from .answers import own_row, own_trend, simulated_area, worded
from .captions import caption
from .data import ask, kept
from .exhibit import Exhibit
from .meters import meters, standings
from .state import View
from .table import pick

COLUMNS, LINES = 3, 12  # indicators side by side that a phone has room for; zone targets it shows in their place, the slowest first


def entry_line(column: str, month: str) -> float | None:
    """The catalogue's entry line for a year's yield per 亩, of which m/12 counts to date; None where none is set."""
    line = load_catalogue().thresholds.land_entry.declared().get(column)
    return None if line is None else float(line) * int(month[5:]) / 12


def unit_of(code: str) -> str:
    """The canonical unit of an indicator, "" for an unknown code."""
    known = load_catalogue().indicators.get(code)
    return known.unit if known else ""


def simulated(rows: pd.DataFrame | pd.Series | None) -> bool:
    """Whether any of the figures rests on simulated data."""
    if rows is None or "simulated" not in rows:
        return False
    values = rows["simulated"]
    return bool(values) if isinstance(rows, pd.Series) else bool((values == True).any())  # noqa: E712 (holds None too)


@kept
def all_bullets(view: View, rows: pd.DataFrame, limit: int | None = None, row_height: int = 30) -> Exhibit:
    """Targets against the pace, the slowest first; `limit` leaves out the best."""
    known = rows[rows["completion"].notna()]
    drawn = known.head(limit) if limit else rows
    about = _("Completion of the year's targets, slowest first") + (f" · {standings(known)}" if known["status"].notna().any() else "")
    if len(drawn) < len(known):
        about += _("; shown are the first {shown}").format(shown=len(drawn))
    words = caption(view, sentences.targets(rows), about=about, simulated=simulated(rows))
    figure = bullets(drawn, words, view.look, row_height)
    return Exhibit("bullets", words, figure, pick(rows, columns.progress(view, rows)), drawn, meters(drawn))


@kept
def path_of(view: View) -> Exhibit:
    """The view's indicator on its way to the year's target."""
    row, rows = own_row(view), own_trend(view)
    unit = unit_of(view.indicator)
    title = sentences.target(row, indicator_name(view.indicator), view.month)
    words = caption(view, title, simulated=simulated(rows))
    return Exhibit("path", words, path(rows, row, view.month, words, view.look), pick(rows, columns.trend(unit)), rows)


@kept
def part_bullets(view: View, rows: pd.DataFrame, key: str = "parts") -> Exhibit:
    """The view's indicator by part."""
    if rows["completion"].isna().all() and rows["actual"].notna().any():
        return part_values(view, rows, key)
    finding = _("{name}: {finding}").format(name=indicator_name(view.indicator), finding=sentences.targets(rows))
    words = caption(view, finding, simulated=simulated(rows))
    return Exhibit(key, words, bullets(rows, words, view.look), pick(rows, columns.progress(view, rows)), rows, meters(rows))


def part_values(view: View, rows: pd.DataFrame, key: str) -> Exhibit:
    """The view's indicator by part where the parts have no targets of their own."""
    named, unit = rows.assign(part=rows["label"]), unit_of(view.indicator)
    named = named.sort_values("actual", ascending=False, kind="stable", na_position="last").head(12).reset_index(drop=True)
    title = sentences.ranking(named, "actual", indicator_name(view.indicator), unit)
    words = caption(view, title, about=_("{name} by part; the parts have no targets").format(name=indicator_name(view.indicator)), simulated=simulated(rows))
    return Exhibit(key, words, ranking(named, "actual", unit, words, view.look, why=words.title), pick(rows, columns.progress(view, rows)), named)


@kept
def zone_heat(view: View, rows: pd.DataFrame) -> Exhibit:
    """Zones by indicators, the gap to the pace in each cell."""
    names = {code: indicator_name(code) for code in load_catalogue().indicators}
    words = caption(view, sentences.heat(rows), about=_("Gap to the pace by zone, in percentage points"), simulated=simulated(rows))
    narrow = sorted(meters(rows), key=lambda one: one.done / (one.pace or 100.0))[:LINES] if rows["indicator"].nunique() > COLUMNS else []
    return Exhibit("heat", words, heat(rows, names, words, view.look), pick(rows, columns.progress(view, rows)), rows, tuple(narrow))


@kept
def months_of(view: View) -> Exhibit:
    """The view's indicator month by month beside last year."""
    rows, unit = own_trend(view), unit_of(view.indicator)
    title = sentences.month(rows, indicator_name(view.indicator), unit, view.month)
    words = caption(view, title, simulated=simulated(rows))
    return Exhibit("months", words, months(rows, unit, view.month, words, view.look), pick(rows, columns.trend(unit)), rows)


@kept
def rates_of(view: View) -> Exhibit:
    """Growth of the year to date over the months."""
    rows, row = own_trend(view), own_row(view)
    title = sentences.growth(rows, None if row is None else row["yoy_reported"], indicator_name(view.indicator), view.month)
    about = _("{name}, growth of the year to date").format(name=indicator_name(view.indicator))
    words = caption(view, title, about=about, unit="%", simulated=simulated(rows))
    return Exhibit("rates", words, rates(rows, view.month, words, view.look), pick(rows, columns.trend(unit_of(view.indicator))), rows)


@kept
def contribution_of(view: View) -> Exhibit:
    """Who pulls and who drags, by the view's kind of part."""
    rows = worded(ask(growth, indicator=view.indicator, area=view.area, month=view.month, by=view.by))
    about = _("{name}, contribution to growth").format(name=indicator_name(view.indicator))
    words = caption(view, sentences.contribution(rows), about=about, simulated=simulated(own_trend(view)))
    return Exhibit("contribution", words, contribution(rows, words, view.look), pick(rows, columns.growth(unit_of(view.indicator))), rows)


@kept
def shares_of(view: View, answer: ClusterAnswer) -> Exhibit:
    """What the park is made of, cluster by cluster."""
    rows = answer.frame[answer.frame["cluster"] != TOTAL]
    colours = theme.part_colours(rows["cluster"].tolist(), load_catalogue(), view.look)
    said = _("{name}, share of each cluster (grey tick: a year earlier; in brackets: change in points)") if rows["share_change"].notna().any() else (
        _("{name}, share of each cluster"))
    about = said.format(name=indicator_name(view.indicator))
    words = caption(view, sentences.shares(rows, answer.cr3), about=about, simulated=simulated(own_trend(view)))
    return Exhibit("shares", words, shares(rows, colours, words, view.look), pick(worded(answer.frame), columns.clusters(unit_of(view.indicator))), rows)


@kept
def map_of(view: View, answer: ClusterAnswer) -> Exhibit:
    """Clusters by share and growth."""
    rows, whole = answer.frame[answer.frame["cluster"] != TOTAL], answer.frame[answer.frame["cluster"] == TOTAL]
    colours = theme.part_colours(rows["cluster"].tolist(), load_catalogue(), view.look)
    rate = None if whole.empty or whole["growth"].isna().all() else float(whole["growth"].iloc[0])
    about = _("{name}, share and growth of each cluster").format(name=indicator_name(view.indicator))
    words = caption(view, sentences.growth_map(rows), about=about, simulated=simulated(own_trend(view)))
    figure = growth_map(rows, rate, colours, words, view.look)
    return Exhibit("map", words, figure, pick(worded(answer.frame), columns.clusters(unit_of(view.indicator))), rows)


@kept
def funnel_of(view: View, answer: ProjectAnswer) -> Exhibit:
    """Projects by the stage where they stand."""
    words = caption(view, sentences.projects(answer.frame), about=_("Projects by stage, count and investment"), simulated=simulated_area(view))
    return Exhibit("funnel", words, funnel(answer.frame, words, view.look), pick(answer.frame, columns.stages()), answer.frame)


@kept
def waiting_of(view: View, rows: pd.DataFrame) -> Exhibit:
    """Projects that have not started, by the days they wait."""
    words = caption(view, sentences.waiting(rows), about=_("Projects not started, days waiting"), simulated=simulated_area(view))
    named = rows.assign(part=rows["project"], days=rows["days_waiting"].astype("Float64").astype(float)).head(12)
    return Exhibit("waiting", words, ranking(named, "days", _("days"), words, view.look, why=words.title), pick(rows, columns.waiting()), rows)


@kept
def yield_of(view: View, rows: pd.DataFrame, column: str) -> Exhibit:
    """One figure per 亩, part by part."""
    names = {"output_per_mu": _("Output per mu"), "tax_per_mu": _("Tax per mu"), "investment_per_mu": _("Investment per mu")}
    words = caption(view, sentences.ranking(rows, column, names[column], PER_MU), about=names[column], simulated=simulated_area(view))
    return Exhibit(column, words, ranking(rows, column, PER_MU, words, view.look, entry_line(column, view.month)), pick(rows, columns.land()), rows)

"""Several years side by side, always of the same months, so that like stands beside like."""

from __future__ import annotations

import pandas as pd

from park.briefing.words import change
from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.charts import theme
from park.charts.composition import composition
from park.charts.years import years
from park.locale import _
from park.locale.numbers import card, period_word
from park.questions.clusters import ClusterAnswer
from park.questions.trend import trend

from . import columns
from .answers import own_trend
from .captions import caption
from .data import ask, kept
from .exhibit import Exhibit
from .exhibits import simulated, unit_of
from .state import View
from .table import pick


def same_months(rows: pd.DataFrame, month: str) -> pd.DataFrame:
    """Of a trend, the year to date in the as-of month of every year: year, value, growth."""
    rows = rows[rows["month"].str.endswith(month[4:]) & rows["value_ytd"].notna()]
    return pd.DataFrame({"year": rows["month"].str[:4], "value": rows["value_ytd"], "growth": rows["yoy_ytd"]}).reset_index(drop=True)


def full_years(rows: pd.DataFrame) -> int:
    """For how many years the trend reaches December."""
    return int((rows["month"].str.endswith("-12") & rows["value_ytd"].notna()).sum())


def _between(rows: pd.DataFrame, unit: str) -> str:
    """The last year's figure against the first one's; without a rate where the first is not above zero or there is only one year."""
    first, last = rows.iloc[0], rows.iloc[-1]
    words = {"last": card(last["value"], unit), "year": last["year"], "first": card(first["value"], unit), "before": first["year"]}
    if len(rows) < 2:
        return _("{last} in {year}").format(**words)
    if first["value"] <= 0:
        return _("{last} in {year}, {first} in {before}").format(**words)
    return _("{last} in {year}, {change} from {first} in {before}").format(change=change((last["value"] / first["value"] - 1) * 100), **words)


@kept
def years_of(view: View) -> Exhibit | None:
    """The view's indicator in the same months of every year; None where fewer than two full years are known."""
    course = own_trend(view)
    rows, unit = same_months(course, view.month), unit_of(view.indicator)
    if full_years(course) < 2 or len(rows) < 2:
        return None
    title = _("{name} {period}: {course}").format(name=indicator_name(view.indicator), period=period_word(view.month), course=_between(rows, unit))
    words = caption(view, title, about=_("{name}, the same months of every year").format(name=indicator_name(view.indicator)), simulated=simulated(course))
    return Exhibit("years", words, years(rows, unit, words, view.look), pick(rows, columns.years(unit)), rows)


@kept
def composition_of(view: View, answer: ClusterAnswer) -> Exhibit | None:
    """Clusters in the same months of every year; None where fewer than two years are known."""
    names = answer.frame.loc[answer.frame["row_kind"] == "part", "cluster"].tolist()
    courses = {name: ask(trend, indicator=view.indicator, area=view.area, cluster=name, month=view.month) for name in names}
    frames = [same_months(course, view.month).assign(cluster=name) for name, course in courses.items()]
    rows = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
    if rows.empty or rows["year"].nunique() < 2:
        return None
    unit, largest = unit_of(view.indicator), rows[rows["cluster"] == names[0]]
    title = _("{cluster} is the largest: {course}").format(cluster=part_name(names[0]), course=_between(largest, unit))
    colours = theme.part_colours(names, load_catalogue(), view.look)
    about = _("{name} by cluster, the same months of every year").format(name=indicator_name(view.indicator))
    words = caption(view, title, about=about, simulated=any(simulated(course) for course in courses.values()))
    table = rows.assign(cluster_word=[part_name(name) for name in rows["cluster"]])
    return Exhibit("composition", words, composition(rows, unit, colours, words, view.look), pick(table, columns.years(unit)), rows)

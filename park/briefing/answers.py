"""Everything a briefing asks of the store, asked once, and its figures with their cells."""

from __future__ import annotations

from dataclasses import dataclass, field

import duckdb
import pandas as pd

from park import questions as ask
from park.catalogue import load_catalogue
from park.charts.names import indicator_name, part_name
from park.charts.numbers import absent, by_pieces, period_word, unit_word
from park.locale import _, language
from park.questions import Area, ClusterAnswer, ProjectAnswer, QuestionError

from .model import Figure
from .origins import Origins
from .words import spoken


@dataclass(frozen=True)
class Answers:
    """The answers of one area and month. `by` says whether its parts are zones or clusters (None: it has none).

    earlier: later months have figures too. headlines, targets, parts: rows of progress with `label`; main: the code whose growth and parts are told.
    """

    area: Area
    month: str
    origins: Origins
    headlines: pd.DataFrame
    own: pd.DataFrame
    zones: pd.DataFrame
    clusters_progress: pd.DataFrame
    main: str
    by: str | None
    trends: dict[str, pd.DataFrame]
    contributions: pd.DataFrame
    clusters: ClusterAnswer
    projects: ProjectAnswer
    waiting: pd.DataFrame
    causes: pd.DataFrame
    land: pd.DataFrame
    attention: pd.DataFrame
    simulated: bool = field(default=False)
    earlier: bool = field(default=False)

    @property
    def year(self) -> str:
        return self.month[:4]

    @property
    def last_year_month(self) -> str:
        return f"{int(self.year) - 1}{self.month[4:]}"

    @property
    def period(self) -> str:
        """1-9月, Jan-Sep."""
        return period_word(self.month)

    @property
    def dated_period(self) -> str:
        """2013年1-9月, Jan-Sep 2013."""
        return f"{self.year}年{self.period}" if language() == "zh" else f"{self.period} {self.year}"

    @property
    def name(self) -> str:
        return part_name(self.area.name)

    def subtitle(self, about: str, unit: str = "") -> str:
        """indicator · area · period · unit."""
        words = [about, self.name, self.dated_period, _("unit: {unit}").format(unit=unit_word(unit)) if unit else ""]
        return " · ".join(word for word in words if word)

    def row(self, indicator: str, area: str = "", cluster: str = "") -> pd.Series | None:
        """The progress row of a key, None where it has none."""
        rows = self.own if not area and not cluster else self.clusters_progress if cluster else self.zones
        found = rows[(rows["indicator"] == indicator) & (rows["cluster"] == cluster)]
        if area:
            found = found[found["area"] == area]
        return None if found.empty else found.iloc[0]


def gather(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None, month: str | None = None) -> Answers:
    """Asks everything. Raises QuestionError for an unknown area or month, or where nothing has been loaded."""
    where = choose_area(cur, area, month)
    when = month or ask.latest_month(cur, where)
    if when is None:
        raise QuestionError(_("{area} has no figures yet.").format(area=where.name), _("Load a file with `python -m etl load FILE`."))
    place = {"area": where, "month": when}
    headlines = ask.headlines(cur, where, when)
    headlines = _labelled(headlines[headlines["actual"].notna() | headlines["target_from"].notna()], where)
    own = _labelled(ask.progress(cur, **place), where)
    zones = _labelled(ask.progress(cur, **place, by="area"), where)
    clusters_progress = _labelled(ask.progress(cur, **place, by="cluster"), where)
    main = _main(headlines)
    by = "area" if _has(zones, main) else "cluster" if _has(clusters_progress, main) else None
    frame = ask.areas(cur)
    simulated = frame.loc[frame["area_id"] == where.area_id, "simulated"]
    codes = unique_codes(own, zones, clusters_progress, headlines)
    return Answers(
        area=where, month=when, origins=Origins(cur, where, when, codes), headlines=headlines, own=own, zones=zones,
        clusters_progress=clusters_progress, main=main, by=by,
        trends={code: ask.trend(cur, **place, indicator=code) for code in headlines["indicator"]},
        contributions=ask.growth(cur, **place, indicator=main, by=by), clusters=ask.clusters(cur, **place),
        projects=ask.projects(cur, **place), waiting=ask.not_started(cur, **place), causes=ask.causes(cur, **place),
        land=_land(cur, place), attention=ask.attention(cur, where, when),
        simulated=bool(simulated.any()), earlier=when < (ask.latest_month(cur, where) or when),
    )


def choose_area(cur: duckdb.DuckDBPyConnection, area: str | Area | None, month: str | None) -> Area:
    """The area of that name; without a name the only park, or the only one with figures in the month asked for."""
    if area or not month:
        return ask.find_area(cur, area)
    parks = ask.areas(cur)
    parks = parks[(parks["parent_id"] == 0) & (parks["first_month"] <= month) & (parks["last_month"] >= month)]
    return ask.find_area(cur, parks["area"].iloc[0] if len(parks) == 1 else None)


def unique_codes(*frames: pd.DataFrame) -> list[str]:
    return sorted({code for frame in frames for code in frame["indicator"]})


def _main(headlines: pd.DataFrame) -> str:
    """The indicator whose growth and parts are told: the first headline with a figure."""
    known = headlines[headlines["actual"].notna()]
    return known["indicator"].iloc[0] if len(known) else load_catalogue().headlines()[0].code


def _has(rows: pd.DataFrame, indicator: str) -> bool:
    return bool(rows.loc[rows["indicator"] == indicator, "actual"].notna().any())


def _land(cur: duckdb.DuckDBPyConnection, place: dict) -> pd.DataFrame:
    """By zones where any is known by zone, else by clusters."""
    by_zone = ask.land(cur, **place, by="area")
    parts = by_zone[by_zone["row_kind"] == "part"]
    known = parts[["developed", "output_per_mu", "tax_per_mu", "investment_per_mu"]].notna().any().any()
    return by_zone if known else ask.land(cur, **place, by="cluster")


def _labelled(rows: pd.DataFrame, area: Area) -> pd.DataFrame:
    """The rows with columns `label` and `spoken`: the indicator and the part where the row is one, for a chart and for a sentence."""
    parts = [row.cluster or ("" if row.area == area.name else row.area) for row in rows.itertuples()]
    names = list(rows["indicator"])
    labels = ["·".join(word for word in (part_name(part), indicator_name(code)) if word) for part, code in zip(parts, names, strict=True)]
    return rows.assign(label=labels, spoken=[spoken(code, part) for part, code in zip(parts, names, strict=True)])


def row_figures(answers: Answers, row: pd.Series | None) -> dict[str, Figure]:
    """The figures of a progress row that are available, by column; growth is the reported one, else the computed one."""
    if row is None:
        return {}
    area = row["area"] if isinstance(row["area"], str) else answers.area.name
    key = {"indicator": row["indicator"], "area": area, "cluster": row["cluster"] or ""}
    cells = answers.origins.last if row["kind"] == "stock" else answers.origins.actual
    actual = cells(month=answers.month, **key)
    target = answers.origins.target(year=answers.year, **key)
    base = cells(month=answers.last_year_month, **key)
    growth, words = (("yoy_reported", _("reported growth")), ("yoy_computed", _("growth on a year earlier")))[int(absent(row["yoy_reported"]))]
    meant = (
        ("actual", _("year to date"), row["unit"], "card", actual), ("target", _("target of the year"), row["unit"], "card", target),
        ("target_high", _("upper target"), row["unit"], "card", target),
        ("completion", _("completion"), "%", "percent", actual + target), ("gap", _("against pace"), _("points"), "points", actual + target),
        ("time_progress", _("time progress"), "%", "percent", target),
        ("required_per_month", _("needed per month"), row["unit"], "card", actual + target),
        ("landing_linear", _("expected for the year"), row["unit"], "card", actual),
        ("landing_seasonal", _("expected for the year, seasonal"), row["unit"], "card", actual + base),
        ("base", _("same period of last year"), row["unit"], "card", base),
        (growth, words, "%", "growth", actual + (base if growth == "yoy_computed" else ())),
    )
    label = row.get("label") or indicator_name(row["indicator"])
    made = {name: Figure(f"{label} {what}", float(row[name]), unit, form, cells) for name, what, unit, form, cells in meant if not absent(row[name])}
    if "required_per_month" in made and by_pieces(row["unit"], row["required_per_month"]):
        left = round(float(row["required_per_month"]) * (12 - int(answers.month[5:])), 6)
        made["remaining"] = Figure(_("{label} still to be done").format(label=label), left, row["unit"], "card", actual + target)
    if growth in made:
        made["growth"] = made.pop(growth)
    return made

"""Answers as the pages show them: rows with a label, targets with the slowest first."""

from __future__ import annotations

import pandas as pd

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import unit_word
from park.questions.headlines import headlines
from park.questions.overview import areas
from park.questions.progress import progress
from park.questions.trend import trend
from park.questions.words import reason_text

from .data import ask, kept
from .state import View


@kept
def headline_rows(view: View) -> pd.DataFrame:
    """The five headline families with a column `label`."""
    return labelled(ask(headlines, view.area, view.month), view)


@kept
def all_targets(view: View) -> pd.DataFrame:
    """Every target with a figure, of the area and of its parts, the slowest first."""
    frames = [ask(progress, area=view.area, month=view.month, by=by, pace=view.pace) for by in (None, "area", "cluster")]
    return worst_first(labelled(pd.concat(frames, ignore_index=True), view))


@kept
def part_targets(view: View) -> pd.DataFrame:
    """The view's indicator by its parts, slowest first; parts without a target last."""
    rows = ask(progress, area=view.area, month=view.month, indicator=view.indicator, by=view.by, pace=view.pace)
    return worst_first(labelled(rows, view, indicator=False))


@kept
def parted(view: View) -> View:
    """The view by a kind of part that its indicator has; unchanged where there is none at all."""
    kinds = [view.by, *(k for k in ("area", "cluster", "firm") if k != view.by)]
    for by in kinds:
        if len(ask(progress, area=view.area, month=view.month, indicator=view.indicator, by=by)):
            return view.broken_down(by)
    return view


@kept
def focused(view: View) -> View:
    """The view of an indicator that the area has: the one asked for, else the first headline with figures, else any; by a kind of
    part that it has."""
    there = all_targets(view)["indicator"].tolist()
    if view.indicator not in there:
        shown = headline_rows(view)
        shown = shown.loc[shown["actual"].notna(), "indicator"].tolist()
        view = view.about(next(iter((*shown, *there)), view.indicator))
    return parted(view)


@kept
def clustered(view: View) -> View:
    """The view of an indicator that clusters have figures of: the one asked for, else the first of the headlines, else any; unchanged
    where no cluster has any."""
    rows = ask(progress, area=view.area, month=view.month, by="cluster")
    there = rows.loc[rows["actual"].notna(), "indicator"].tolist()
    headline = headline_rows(view)["indicator"].tolist()
    return view if view.indicator in there or not there else view.about(next((code for code in headline if code in there), there[0]))


@kept
def zone_gaps(view: View) -> pd.DataFrame:
    """Every indicator of every zone against the view's pace, with labels; empty without zones."""
    return labelled(ask(progress, area=view.area, month=view.month, by="area", pace=view.pace), view)


@kept
def paces(view: View) -> list[str]:
    """The paces that the view's indicator can be held against: a target of the year, and for a plan uploaded months, for
    last year's course its months."""
    there = ["linear"]
    for pace in ("plan", "seasonal"):
        rows = [ask(progress, area=view.area, month=view.month, indicator=view.indicator, by=by, pace=pace) for by in (None, view.by)]
        if any((frame["time_progress"].notna() & frame["target"].notna()).any() for frame in rows):
            there.append(pace)
    return there


def simulated_area(view: View) -> bool:
    """Whether the area's figures rest on simulated data."""
    rows = ask(areas)
    return bool((rows.loc[rows["area"] == view.area, "simulated"] == True).any())  # noqa: E712 (may hold None)


def own_row(view: View) -> pd.Series | None:
    """The progress of the view's indicator for the area itself, None where it has neither figure nor target."""
    rows = ask(progress, area=view.area, month=view.month, indicator=view.indicator, pace=view.pace)
    return None if rows.empty else rows.iloc[0]


def own_trend(view: View, indicator: str = "") -> pd.DataFrame:
    """The trend of the view's indicator (or another one) for the area itself."""
    return ask(trend, indicator=indicator or view.indicator, area=view.area, month=view.month)


def labelled(rows: pd.DataFrame, view: View, indicator: bool = True) -> pd.DataFrame:
    """The rows with a column `label`: indicator, and the part where the row is one."""
    labels = []
    for row in rows.itertuples():
        part = part_name(row.firm or row.cluster or ("" if row.area == view.area else row.area))
        words = [indicator_name(row.indicator) if indicator else "", part]
        labels.append("·".join(w for w in words if w) or part_name(row.area))
    return worded(rows.assign(label=labels, name=[indicator_name(code) for code in rows["indicator"]]))


def worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with columns of words for a table: area, cluster, part, unit and reason in the language in use."""
    words = {f"{c}_word": [part_name(v) if isinstance(v, str) else "" for v in rows[c]] for c in ("area", "cluster", "part") if c in rows}
    if "unit" in rows:
        words["unit_word"] = [unit_word(u) for u in rows["unit"]]
    if "timing" in rows:
        kinds = {"due": _("Due this month"), "late": _("Late"), "later": _("Later")}
        words["timing_word"] = [kinds.get(code, "") for code in rows["timing"]]
    if "meets_threshold" in rows:
        words["threshold_word"] = [_("Reached") if met is True else _("Missed") if met is False else "" for met in rows["meets_threshold"]]
    if "leading" in rows:
        words["leading_word"] = ["★" if leading is True else "" for leading in rows["leading"]]
    if "reason" in rows and "project" not in rows:  # a project's reason is a text of the ledger, not a code
        last = rows["last_month"] if "last_month" in rows else [None] * len(rows)
        words["reason_word"] = [reason_text(code, last_month=m) for code, m in zip(rows["reason"], last, strict=True)]
    return rows.assign(**words)


def worst_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Ordered by completion against the pace (against the whole target where there is no pace)."""
    pace = rows["time_progress"].where(rows["time_progress"] > 0, 100.0)
    return rows.assign(rate=rows["completion"] / pace).sort_values("rate", kind="stable", na_position="last").reset_index(drop=True)

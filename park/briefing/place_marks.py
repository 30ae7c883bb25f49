"""The charts of projects and land as plain data; marks.py has the others."""

from __future__ import annotations

import pandas as pd

from park.charts.funnel import stage_word
from park.charts.names import indicator_name, part_name
from park.charts.numbers import MU, PER_MU, percent, scale_for, short
from park.locale import _
from park.questions.projects import TOTALS

from .answers import Answers
from .model import Chart, Figure, Origin
from .series import MOST, chart_of, count_text, part_colours_of, series_of
from .short_names import BESIDE, NARROW, shortened_names, width

FEW = 6  # columns whose names and targets stand side by side


def stages(answers: Answers) -> Chart | None:
    """How many projects stand at each stage; of reported totals, how many got there."""
    figures = stage_figures(answers)
    counts = series_of(_("Number of projects"), pd.Series([f.value for f in figures.values()], dtype=float), count_text, origins=[f.origins for f in figures.values()])
    return chart_of([stage_word(stage) for stage in figures], [counts], _("projects")) if answers.projects.projects else None


def stage_figures(answers: Answers) -> dict[str, Figure]:
    """stage -> how many projects, as far as known, with the ledger's rows or the reported totals' cells."""
    rows = answers.projects.frame[answers.projects.frame["count"].notna()]
    known = {}
    for row in rows.itertuples():
        cells = answers.origins.project() if row.known_from == "ledger" else _reported_stage(answers, row.stage, float(row.count))
        known[row.stage] = Figure(_("projects: {stage}").format(stage=stage_word(row.stage)), float(row.count), _("projects"), "count", cells)
    return known


def _reported_stage(answers: Answers, stage: str, count: float) -> tuple[Origin, ...]:
    """The cells of the reported total that a stage's count is."""
    codes = (code for family in TOTALS for code in family.get(stage, ()))
    rows = ((code, answers.row(code)) for code in codes)
    same = (code for code, row in rows if row is not None and row["actual"] == count)
    return next((found for code in same if (found := answers.origins.last(code, answers.month, answers.area.name))), ())


def waiting(answers: Answers) -> Chart | None:
    """How many days each project waits that has not started, the longest first."""
    rows = answers.waiting[(answers.waiting["days_waiting"] > 0).fillna(False)].head(MOST)
    days = rows["days_waiting"].astype(float)
    colours = tuple("brick" if due else "actual" for due in rows["due"])
    bars = series_of(_("Days waiting"), days, count_text, colours=colours, origins=[answers.origins.project(name) for name in rows["project"]])
    whole = [f"{row.project}（{row.reason}）" if row.reason else row.project for row in rows.itertuples()]
    projects, reasons = (shortened_names(list(rows[column].fillna("")), BESIDE // 2 - 1) for column in ("project", "reason"))
    halves = [f"{project}（{reason}）" if reason else project for project, reason in zip(projects, reasons, strict=True)]
    return chart_of([name if width(name) <= BESIDE else half for name, half in zip(whole, halves, strict=True)], [bars], _("days"), level=True)


def land_targets(answers: Answers) -> Chart | None:
    """Land developed by part beside its target; of many parts, or parts with long names, how much of its target each reached."""
    rows = answers.land[(answers.land["row_kind"] == "part") & answers.land["developed"].notna()]
    if len(rows) > FEW or rows["part"].map(part_name).map(width).max() > NARROW:
        return _land_completion(answers, rows)
    scale = scale_for([*rows["developed"], *rows["target"]], MU)
    cells = [land_cells(answers, row, "land_developed") for row in rows.itertuples()]
    goals = [land_goals(answers, row) for row in rows.itertuples()]
    done = series_of(_("Developed"), rows["developed"].map(scale.of), short, origins=cells)
    goal = series_of(_("Target"), rows["target"].map(scale.of), short, look="target", drawn="line", origins=goals)
    return chart_of([part_name(p) for p in rows["part"]], [done, goal] if any(v is not None for v in goal.values) else [done], scale.unit)


def _land_completion(answers: Answers, rows: pd.DataFrame) -> Chart | None:
    """The parts' share of their land targets, the slowest first; without targets the land developed, the most first."""
    if rows["completion"].notna().sum() < 2:
        rows = rows.sort_values("developed", ascending=False, kind="stable").head(MOST)
        scale = scale_for([*rows["developed"]], MU)
        bars = series_of(_("Developed"), rows["developed"].map(scale.of), short, origins=[land_cells(answers, row, "land_developed") for row in rows.itertuples()])
        return chart_of([part_name(p) for p in rows["part"]], [bars], scale.unit, level=True)
    rows = rows[rows["completion"].notna()].sort_values("completion", kind="stable").head(MOST)
    cells = [land_cells(answers, row, "land_developed") + land_goals(answers, row) for row in rows.itertuples()]
    bars = series_of(_("Share of the land target"), rows["completion"], percent, origins=cells)
    return chart_of([part_name(p) for p in rows["part"]], [bars], "%", level=True)


def yields(answers: Answers, column: str, indicator: str) -> Chart | None:
    """One figure per 亩 by part, the highest first."""
    rows = answers.land[(answers.land["row_kind"] == "part") & answers.land[column].notna()]
    rows = rows.sort_values(column, ascending=False, kind="stable").head(MOST)
    scale = scale_for([*rows[column]], PER_MU)
    cells = [(*land_cells(answers, row, indicator), *land_cells(answers, row, "land_developed_total")) for row in rows.itertuples()]
    bars = series_of(indicator_name(indicator), rows[column].map(scale.of), short, colours=part_colours_of(rows["part"]), origins=cells)
    return chart_of([part_name(p) for p in rows["part"]], [bars], scale.unit, level=True)


def _land_key(answers: Answers, row) -> dict[str, str]:
    if row.row_kind == "total":
        return {"area": answers.area.name}
    return {"area": answers.area.name, "cluster": row.part} if row.cluster_id else {"area": row.part}


def land_cells(answers: Answers, row, indicator: str) -> tuple[Origin, ...]:
    return answers.origins.last(indicator, answers.month, **_land_key(answers, row))


def land_goals(answers: Answers, row) -> tuple[Origin, ...]:
    return answers.origins.target("land_developed", answers.year, **_land_key(answers, row))

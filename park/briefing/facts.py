"""The facts beside a chart: one figure in large type each, with the words that say what it is."""

from __future__ import annotations

import pandas as pd

from park.charts.numbers import absent, month_word, short_month
from park.locale import _

from . import sentences, wording
from .answers import Answers, row_figures
from .model import Fact, Figure, say, unique
from .words import comma, inline

FIRST_LANDING = 3  # before March one or two months say little of a year


def actual_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact:
    """The year to date, with its growth where there is one."""
    figures = row_figures(answers, row)
    words = _("{name}, {period}").format(name=row["spoken"], period=answers.period) if named else _span(answers, row)
    if figures["actual"].value == 0 and "base" in figures and figures["base"].value > 0:
        words += comma() + _("{base} a year earlier").format(base=figures["base"].text)
        return Fact(figures["actual"], say(words, figures["base"]))
    if "growth" in figures:
        words += comma() + _("{change} on a year earlier").format(change=wording.change(figures["growth"].value, figures["growth"]))
    return Fact(figures["actual"], say(words, figures.get("growth")))


def _span(answers: Answers, row: pd.Series) -> str:
    """What a figure's time is called under it: January alone, the whole year, else the year to date; of a stock the month's end."""
    if row["kind"] != "flow":
        return _("as of the end of {month}").format(month=month_word(answers.month))
    if answers.month[5:] == "01":
        return _("{month} alone").format(month=short_month(1))
    return _("for the {period}").format(period=answers.period) if answers.month[5:] == "12" else _("{period}, year to date").format(period=answers.period)


def completion_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact | None:
    """Completion with its distance to the pace; without a target the growth's base."""
    figures = row_figures(answers, row)
    if "completion" not in figures:
        return Fact(figures["growth"], say(_("Growth; a year earlier it was {base}").format(base=figures["base"].text), figures["base"])) if {"growth", "base"} <= set(figures) else None
    words = _("of the {name} target of {target}") if named else _("of the year's target of {target}")
    text = words.format(name=inline(row["spoken"]), target=wording.goal(row, figures))
    if figures["completion"].value < sentences.NOTHING:
        return None  # the figure itself says it
    if "gap" in figures and row["status"] != "done":
        side = _("{gap} points ahead of pace") if figures["gap"].value >= 0 else _("{gap} points behind pace")
        if answers.month[5:] == "12" and figures["gap"].value < 0:
            side = _("{gap} points short of it")
        text += comma() + side.format(gap=figures["gap"].digits)
    return Fact(figures["completion"], say(text, figures["target"], figures.get("target_high"), figures.get("gap")))


def need_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact | None:
    """What each remaining month must bring; None where nothing is needed any more."""
    figures = row_figures(answers, row)
    if "required_per_month" not in figures or row["lower"] or figures["required_per_month"].value <= 0:
        return None
    if "remaining" in figures:
        words = _("still to be done for the {name} target").format(name=inline(row["spoken"])) if named else _("still to be done for the year's target")
        return Fact(figures["remaining"], say(words))
    so_far = wording.average(answers, row)
    text = _("a month needed for {name}").format(name=inline(row["spoken"])) if named else _("a month needed to reach the target")
    if so_far is not None and so_far.value > 0:
        text += _(", {average} a month so far").format(average=so_far.text)
    return Fact(figures["required_per_month"], say(text, so_far))


def excess_fact(answers: Answers, row: pd.Series) -> Fact | None:
    """By how much the target is exceeded; None where it is not."""
    figures = row_figures(answers, row)
    if row["lower"] or "completion" not in figures or figures["completion"].value < sentences.EXCEEDED:
        return None
    actual, target = figures["actual"], figures["target"]
    name = _("{label} beyond its target").format(label=row["label"])
    return Fact(Figure(name, actual.value - target.value, actual.unit, "card", unique(actual.origins + target.origins)), say(_("more than the year's target")))


def landing_fact(answers: Answers, row: pd.Series) -> Fact | None:
    figures = row_figures(answers, row)
    if "landing_linear" not in figures or not absent(row["target"]) or int(answers.month[5:]) < FIRST_LANDING:
        return None
    text, seasonal = _("expected for the year at an even pace"), figures.get("landing_seasonal")
    if seasonal is not None:
        text += _(", {figure} by last year's course").format(figure=seasonal.text)
    return Fact(figures["landing_linear"], say(text, seasonal))

"""The slides of a briefing, each with its finding, its chart and its facts. A question without an answer gives no slide."""

from __future__ import annotations

import pandas as pd

from park.charts.names import indicator_name
from park.charts.numbers import absent, unit_word
from park.locale import _

from . import marks, sentences, wording
from .alerts import lagging
from .answers import Answers, row_figures
from .model import Fact, Figure, Sentence, Slide, Table, say, unique
from .part_slides import contribution, growth, growth_map, land, projects, shares, waiting, yields, zones

FIRST_LANDING = 3  # before March one or two months say little of a year
JUDGED = ("done", "ahead", "on_pace", "slow", "behind")


def slides(answers: Answers, alerts: tuple[Sentence, ...]) -> tuple[Slide, ...]:
    """Every slide behind the cover, in the order of a meeting."""
    made = [
        situation(answers), *(headline(answers, row) for _n, row in answers.headlines.iterrows()), zones(answers), growth(answers), contribution(answers),
        shares(answers), growth_map(answers), projects(answers), waiting(answers), land(answers), yields(answers),
        attention(answers, alerts), appendix(answers),
    ]
    return tuple(slide for slide in made if slide is not None)


def subtitle(answers: Answers, about: str, unit: str = "") -> str:
    """indicator · area · period · unit."""
    words = [about, answers.name, answers.dated_period, _("unit: {unit}").format(unit=unit_word(unit)) if unit else ""]
    return " · ".join(word for word in words if word)


def situation(answers: Answers) -> Slide | None:
    """All headline indicators at once."""
    known = answers.headlines[answers.headlines["actual"].notna()]
    if known.empty:
        return None
    chart = marks.completions(answers) or marks.growth_rates(answers)
    about = _("Completion of the headline indicators") if known["completion"].notna().any() else _("Headline indicators")
    return Slide("situation", _("Situation"), situation_sentence(answers), subtitle(answers, about, "%" if chart else ""), chart, _situation_facts(answers, known), simulated=answers.simulated)


def situation_sentence(answers: Answers) -> Sentence:
    """The overview's one sentence with its figures."""
    rows = answers.headlines
    if not rows["status"].isin(JUDGED).any() and rows["yoy"].notna().any():
        return _growing(answers, rows[rows["yoy"].notna()])
    judged = rows[rows["status"].isin(JUDGED)]
    cells = unique(o for _n, row in judged.iterrows() for f in row_figures(answers, row).values() for o in f.origins)
    good = int((~judged["status"].isin(["slow", "behind"])).sum())
    counts = [Figure(name, float(n), "", "count", cells) for name, n in ((_("headline targets judged"), len(judged)), (_("headline targets on pace or ahead"), good))]
    figures = [f for _n, row in rows.iterrows() for f in row_figures(answers, row).values()]
    return say(sentences.situation(rows, answers.month), *figures, *counts)


def _growing(answers: Answers, rows: pd.DataFrame) -> Sentence:
    """Without targets: how many headline indicators grew on a year earlier."""
    cells = unique(o for _n, row in rows.iterrows() for f in row_figures(answers, row).values() for o in f.origins)
    counts = {"count": len(rows), "up": int((rows["yoy"] >= wording.FLAT).sum()), "down": int((rows["yoy"] <= -wording.FLAT).sum())}
    if counts["down"] == 0:
        words = _("{period}: {up} of {count} headline indicators grew on a year earlier")
    else:
        words = _("{period}: of {count} headline indicators {up} grew on a year earlier and {down} fell")
    names = {"count": _("headline indicators with a growth"), "up": _("headline indicators that grew"), "down": _("headline indicators that fell")}
    figures = [Figure(names[key], float(n), "", "count", cells) for key, n in counts.items()]
    return say(words.format(period=answers.period, **counts) if counts["down"] else words.format(period=answers.period, up=counts["up"], count=counts["count"]), *figures)


def _situation_facts(answers: Answers, known: pd.DataFrame) -> tuple[Fact, ...]:
    """The first headline, then the slowest; without targets the first three."""
    judged = known[known["gap"].notna()].sort_values("gap", kind="stable")
    if judged.empty:
        return tuple(actual_fact(answers, row, named=True) for _n, row in known.head(3).iterrows())
    worst = judged.iloc[0]
    facts = [actual_fact(answers, known.iloc[0], named=True), completion_fact(answers, worst, named=True), need_fact(answers, worst, named=True)]
    return tuple(fact for fact in facts if fact is not None)


def headline(answers: Answers, row: pd.Series) -> Slide | None:
    """One headline indicator: how it stands, its way through the year, what it needs."""
    if absent(row["actual"]):
        return None
    name, figures = indicator_name(row["indicator"]), row_figures(answers, row)
    title = _headline_title(answers, row, figures)
    facts = [actual_fact(answers, row), completion_fact(answers, row), need_fact(answers, row) or _landing_fact(answers, row)]
    chart = marks.path(answers, row)
    about = _("{name}, year to date").format(name=name)
    return Slide(row["indicator"], name, title, subtitle(answers, about, chart.unit if chart else ""), chart, tuple(f for f in facts if f), simulated=bool(row["simulated"]))


def _headline_title(answers: Answers, row: pd.Series, figures: dict[str, Figure]) -> Sentence:
    """How it stands against its target; without one how it grew."""
    if "completion" in figures or "growth" not in figures:
        return say(sentences.target(row, row["label"], answers.month), *figures.values())
    change = wording.change(figures["growth"].value, figures["growth"])
    text = _("{period}: {name} {figure}, {change} on a year earlier").format(period=answers.period, name=row["label"], figure=figures["actual"].text, change=change)
    return say(text, figures["actual"], figures["growth"])


def actual_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact:
    """The year to date, with its growth where there is one."""
    figures = row_figures(answers, row)
    words = _("{name}, {period}").format(name=row["label"], period=answers.period) if named else _("{period}, year to date").format(period=answers.period)
    if "growth" in figures:
        words += _(", ") + _("{change} on a year earlier").format(change=wording.change(figures["growth"].value, figures["growth"]))
    return Fact(figures["actual"], say(words, figures.get("growth")))


def completion_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact | None:
    """Completion with its distance to the pace; without a target the growth's base."""
    figures = row_figures(answers, row)
    if "completion" not in figures:
        return Fact(figures["growth"], say(_("Growth; a year earlier it was {base}").format(base=figures["base"].text), figures["base"])) if {"growth", "base"} <= set(figures) else None
    words = _("{name}, of the target of {target}") if named else _("of the year's target of {target}")
    text = words.format(name=row["label"], target=figures["target"].text)
    if "gap" in figures:
        side = _("{gap} points ahead of pace") if figures["gap"].value >= 0 else _("{gap} points behind pace")
        text += _(", ") + side.format(gap=figures["gap"].digits)
    return Fact(figures["completion"], say(text, figures["target"], figures.get("gap")))


def need_fact(answers: Answers, row: pd.Series, *, named: bool = False) -> Fact | None:
    """What each remaining month must bring; None where nothing is needed any more."""
    figures = row_figures(answers, row)
    if "required_per_month" not in figures or row["lower"] or figures["required_per_month"].value <= 0:
        return None
    so_far = wording.average(answers, row)
    text = _("{name}, needed a month").format(name=row["label"]) if named else _("needed a month for the target")
    if so_far is not None:
        text += _(", {average} a month so far").format(average=so_far.text)
    return Fact(figures["required_per_month"], say(text, so_far))


def _landing_fact(answers: Answers, row: pd.Series) -> Fact | None:
    figures = row_figures(answers, row)
    if "landing_linear" not in figures or not absent(row["target"]) or int(answers.month[5:]) < FIRST_LANDING:
        return None
    text, seasonal = _("expected for the year at an even pace"), figures.get("landing_seasonal")
    if seasonal is not None:
        text += _(", {figure} by last year's course").format(figure=seasonal.text)
    return Fact(figures["landing_linear"], say(text, seasonal))


def attention(answers: Answers, alerts: tuple[Sentence, ...]) -> Slide | None:
    """What lags, what is silent, what waits, and how much more the lagging targets need."""
    if not alerts:
        return None
    rows = lagging(answers)
    cells = unique(o for sentence in alerts for o in sentence.origins)
    count = Figure(_("items that need attention"), float(len(alerts)), "", "count", cells)
    if rows.empty:
        title = say(_("{count} items need attention").format(count=count.text), count)
    else:
        worst = row_figures(answers, rows.iloc[0])
        need = worst["required_per_month"]
        title = say(_("{count} items need attention; {label} is furthest behind and needs {needed} a month").format(count=count.text, label=rows["label"].iloc[0], needed=need.text), count, need)
    chart = marks.needed(answers, rows)
    about = _("Needed a month, of the average month so far") if chart else _("Needs attention")
    return Slide("attention", _("Attention"), title, subtitle(answers, about, "%" if chart else ""), chart, lines=alerts[:6 if chart else 8], simulated=answers.simulated)


def appendix(answers: Answers) -> Slide | None:
    """The headline indicators as a table with the cells they come from."""
    table = headline_table(answers)
    if not table.rows:
        return None
    cells = unique(o for figure in table.figures for o in figure.origins)
    count = Figure(_("indicators of the table"), float(len(table.rows)), "", "count", cells)
    title = say(_("Sources: where the figures of {count} indicators stand").format(count=count.text), count)
    return Slide("sources", _("Sources"), title, subtitle(answers, _("Headline indicators")), table=table, simulated=answers.simulated)


def headline_table(answers: Answers) -> Table:
    """Indicator, year to date, target, completion, against pace, growth and the cell of the year to date."""
    header = (_("Indicator"), _("Year to date"), _("Year's target"), _("Completion"), _("Against pace"), _("Growth"), _("Source"))
    rows = []
    for _n, row in answers.headlines.iterrows():
        figures = row_figures(answers, row)
        cells = figures["actual"].origins if "actual" in figures else figures["target"].origins if "target" in figures else ()
        numbers = [figures.get(name) for name in ("actual", "target", "completion", "gap", "growth")]
        rows.append((row["label"], *numbers, "\n".join(str(cell) for cell in cells[:2])))
    return Table(header, tuple(rows))

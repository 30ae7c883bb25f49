"""The slides of a briefing, each with its finding, its chart and its facts. A question without an answer gives no slide."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import pandas as pd

from park.charts.names import indicator_name
from park.charts.numbers import absent
from park.locale import _

from . import marks, sentences, wording
from .alerts import lagging
from .answers import Answers, row_figures
from .facts import actual_fact, completion_fact, excess_fact, landing_fact, need_fact
from .model import Fact, Figure, Sentence, Slide, Table, say, unique
from .part_slides import contribution, growth, growth_map, land, projects, shares, waiting, yields, zones
from .words import inline, joined, numeral, opening

ROWS = 10  # of a table on one slide, at the most
JUDGED = ("done", "ahead", "on_pace", "slow", "behind")


def slides(answers: Answers, alerts: tuple[Sentence, ...]) -> tuple[Slide, ...]:
    """Every slide behind the cover, in the order of a meeting."""
    made = [
        situation(answers), *(headline(answers, row) for _n, row in answers.headlines.iterrows()), zones(answers), growth(answers), contribution(answers),
        shares(answers), growth_map(answers), projects(answers), waiting(answers), land(answers), yields(answers),
        attention(answers, alerts), *appendix(answers),
    ]
    return tuple(slide for slide in made if slide is not None)


def situation(answers: Answers) -> Slide | None:
    """All headline indicators at once."""
    known = answers.headlines[answers.headlines["actual"].notna()]
    chart = marks.completions(answers) or marks.growth_rates(answers)
    if known.empty or (chart is None and len(known) == 1 and headline(answers, known.iloc[0]) is not None):
        return None  # the slide of the one indicator says it
    about = _("Completion of the headline indicators") if known["completion"].notna().any() else _("Headline indicators")
    if chart and chart.series[-1].look == "pace" and chart.series[-1].labels == "none":
        about += _(" (dashed: time progress {pace})").format(pace=chart.series[-1].texts[0] + "%")
    return Slide(
        "situation", _("Situation"), situation_sentence(answers), answers.subtitle(about, "%" if chart else ""), chart,
        _situation_facts(answers, known), simulated=answers.simulated,
    )


def situation_sentence(answers: Answers) -> Sentence:
    """The overview's one sentence with its figures."""
    rows = answers.headlines
    grown, known = rows[rows["yoy"].notna()], rows[rows["actual"].notna()]
    if not rows["status"].isin(JUDGED).any() and len(known):
        if len(grown) > 1:
            return _growing(answers, grown)
        return _listed(answers, known.head(3)) if grown.empty or len(known) > 1 else _headline_title(answers, known.iloc[0], row_figures(answers, known.iloc[0]))
    judged = rows[rows["status"].isin(JUDGED)]
    cells = unique(o for _n, row in judged.iterrows() for f in row_figures(answers, row).values() for o in f.origins)
    done = judged["status"] == "done"
    good = int((done if answers.month[5:] == "12" else ~judged["status"].isin(["slow", "behind"])).sum())
    counts = [Figure(name, float(n), "", "count", cells) for name, n in ((_("headline targets judged"), len(judged)), (_("headline targets on pace or ahead"), good))]
    figures = [f for _n, row in rows.iterrows() for f in row_figures(answers, row).values()]
    return say(sentences.situation(rows, answers.month), *figures, *counts)


def _listed(answers: Answers, rows: pd.DataFrame) -> Sentence:
    """Without targets and without last year: the first figures themselves."""
    figures = [(row["label"], row_figures(answers, row)["actual"]) for _n, row in rows.iterrows()]
    listed = joined(_("{name} {figure}").format(name=label, figure=figure.text) for label, figure in figures)
    return say(_("{period}: {figures}").format(period=opening(answers.period), figures=listed), *(figure for _label, figure in figures))


def _growing(answers: Answers, rows: pd.DataFrame) -> Sentence:
    """Without targets: how many headline indicators grew on a year earlier."""
    cells = unique(o for _n, row in rows.iterrows() for f in row_figures(answers, row).values() for o in f.origins)
    counts = {"count": len(rows), "up": int((rows["yoy"] >= wording.FLAT).sum()), "down": int((rows["yoy"] <= -wording.FLAT).sum())}
    if counts["up"] == counts["count"]:
        words = _("{period}: both headline indicators grew on a year earlier") if len(rows) == 2 else _("{period}: all {count} headline indicators grew on a year earlier")
    elif counts["down"] == counts["count"]:
        words = _("{period}: both headline indicators fell on a year earlier") if len(rows) == 2 else _("{period}: all {count} headline indicators fell on a year earlier")
    elif counts["down"] == 0:
        words = _("{period}: {up} of {count} headline indicators grew on a year earlier")
    else:
        words = _("{period}: of {count} headline indicators {up} grew on a year earlier and {down} fell")
    names = {"count": _("headline indicators with a growth"), "up": _("headline indicators that grew"), "down": _("headline indicators that fell")}
    figures = [Figure(names[key], float(n), "", "count", cells) for key, n in counts.items()]
    row = rows.iloc[0]
    first = row_figures(answers, row)["growth"]
    text = words.format(period=opening(answers.period), **{key: numeral(n) for key, n in counts.items()})
    text += _("; {name} {change}").format(name=inline(row["label"]), change=wording.change(first.value, first))
    return say(text, *figures, first)


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
    facts = [actual_fact(answers, row), completion_fact(answers, row), need_fact(answers, row) or excess_fact(answers, row) or landing_fact(answers, row)]
    facts = tuple(fact for fact in facts if fact is not None)
    chart = marks.path(answers, row)
    if chart is None and len(facts) < 2:
        return None  # its one figure stands on the situation's slide
    about = _("{name}, year to date").format(name=name)
    return Slide(row["indicator"], name, title, answers.subtitle(about, chart.unit if chart else ""), chart, facts, simulated=bool(row["simulated"]))


def _headline_title(answers: Answers, row: pd.Series, figures: dict[str, Figure]) -> Sentence:
    """How it stands against its target; without one how it grew."""
    if "completion" in figures or "growth" not in figures:
        return say(sentences.target(row, row["spoken"], answers.month), *figures.values())
    change = wording.change(figures["growth"].value, figures["growth"])
    text = _("{period}: {name} {figure}, {change} on a year earlier").format(period=opening(answers.period), name=inline(row["spoken"]), figure=figures["actual"].text, change=change)
    return say(text, figures["actual"], figures["growth"])


def attention(answers: Answers, alerts: tuple[Sentence, ...]) -> Slide | None:
    """What lags, what is silent, what waits, and how much more the lagging targets need."""
    if not alerts:
        return None
    rows = lagging(answers)
    if len(alerts) == 1:
        return _one_alert(answers, alerts[0])
    cells = unique(o for sentence in alerts for o in sentence.origins)
    count = Figure(_("items that need attention"), float(len(alerts)), "", "count", cells)
    if rows.empty:
        title = say(_("{count} items need attention").format(count=count.text), count)
    else:
        worst = row_figures(answers, rows.iloc[0])
        need, words = worst["required_per_month"], _("{count} items need attention; {label} is furthest behind and needs {needed} a month")
        if "remaining" in worst:
            need, words = worst["remaining"], _("{count} items need attention; {label} is furthest behind and lacks {needed}")
        title = say(words.format(count=count.text, label=inline(rows["spoken"].iloc[0]), needed=need.text), count, need)
    chart = marks.needed(answers, rows)
    about = _("Needed a month, of the average month so far") if chart else _("Needs attention")
    most = 6 if chart else 8
    lines = alerts[:most] + ((Sentence(others_in_note(), key="attention/others"),) if len(alerts) > most else ())
    return Slide("attention", _("Attention"), title, answers.subtitle(about, "%" if chart else ""), chart, lines=lines, simulated=answers.simulated)


def others_in_note() -> str:
    """What stands below the items that have room on a slide."""
    return _("The other items stand in the note")


def _one_alert(answers: Answers, alert: Sentence) -> Slide:
    """The only item that needs attention is itself the finding; its figures stand below."""
    figures = {figure.digits: figure for figure in reversed(alert.figures)}
    facts = tuple(Fact(figure, Sentence(_named(figure))) for figure in reversed(figures.values()))[:3]
    title = replace(alert, text=_("Needs attention: {item}").format(item=alert.text))
    return Slide("attention", _("Attention"), title, answers.subtitle(_("Needs attention")), facts=facts, lines=() if facts else (alert,), simulated=answers.simulated)


def _named(figure: Figure) -> str:
    """A figure's name, with the unit where its text has none."""
    return _("{name} ({unit})").format(name=figure.name, unit=figure.unit) if figure.form == "points" else figure.name


def appendix(answers: Answers) -> tuple[Slide, ...]:
    """Every indicator of the area as a table with the cells it comes from, on as many slides as it needs."""
    table = indicator_table(answers)
    cells = unique(o for figure in table.figures for o in figure.origins)
    count = Figure(_("indicators of the table"), float(len(table.rows)), "", "count", cells)
    words = _("Sources: where the figures of {count} indicator stand") if len(table.rows) == 1 else _("Sources: where the figures of {count} indicators stand")
    title = say(words.format(count=count.text), count)
    each = ceil(len(table.rows) / ceil(len(table.rows) / ROWS)) if table.rows else 1
    pages = [table.rows[n : n + each] for n in range(0, len(table.rows), each)]
    return tuple(
        Slide(
            f"sources{n}", _("Sources") if len(pages) == 1 else f"{_('Sources')} {n + 1}", title, answers.subtitle(_("All indicators")),
            table=Table(table.header, rows), simulated=answers.simulated,
        )
        for n, rows in enumerate(pages)
    )


def indicator_table(answers: Answers) -> Table:
    """Indicator, year to date, target, completion, against pace, growth and the cell of the year to date; those without any figure are left out."""
    header = (_("Indicator"), _("Year to date"), _("Year's target"), _("Completion"), _("Against pace"), _("Growth"), _("Source"))
    rows = []
    for _n, row in answers.own.iterrows():
        figures = row_figures(answers, row)
        numbers = [figures.get(name) for name in ("actual", "target", "completion", "gap", "growth")]
        cells = next((figure.origins for figure in numbers if figure is not None), ())
        if any(numbers):
            rows.append((row["label"], *numbers, "\n".join(str(cell) for cell in cells[:2])))
    return Table(header, tuple(rows)).filled

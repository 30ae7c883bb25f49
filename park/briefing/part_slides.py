"""The slides about parts: zones, growth, contribution, clusters, projects, land."""

from __future__ import annotations

import pandas as pd

from park.charts.names import TOTAL, UNALLOCATED, indicator_name, part_name
from park.charts.numbers import PER_MU, absent, month_word, short_month
from park.locale import _
from park.questions.land import YIELDS

from . import marks, place_marks, sentences, wording
from .answers import Answers, row_figures
from .facts import actual_fact
from .model import Fact, Figure, Sentence, Slide, Table, say, unique
from .words import comma, inline


def zones(answers: Answers) -> Slide | None:
    """Where zones stand against their targets; without zone targets how much each brings."""
    known = answers.zones[answers.zones["actual"].notna()]
    if known.empty:
        return None
    facts = tuple(actual_fact(answers, row, named=True) for _n, row in known[known["indicator"] == answers.main].head(3).iterrows())
    judged = answers.zones[answers.zones["status"].isin(["done", "ahead", "on_pace", "slow", "behind"])]
    chart = marks.zone_gaps(answers)
    if chart is None:
        return _zone_values(answers, facts)
    figures = [f for _n, row in judged.iterrows() for f in row_figures(answers, row).values()]
    cells = unique(o for f in figures for o in f.origins)
    bad = int(judged["status"].isin(["slow", "behind"]).sum())
    counts = [Figure(name, float(n), "", "count", cells) for name, n in ((_("zone targets"), len(judged)), (_("zone targets that lag"), bad))]
    title = say(sentences.heat(judged.assign(label=judged["spoken"].map(inline))), *figures, *counts)
    return Slide("zones", _("Zones"), title, answers.subtitle(_("Zones against the pace"), chart.unit), chart, facts, simulated=answers.simulated)


def _zone_values(answers: Answers, facts: tuple[Fact, ...]) -> Slide | None:
    """Without zone targets: what each zone brings of the main indicator."""
    chart, name = marks.zone_values(answers), indicator_name(answers.main)
    if chart is None:
        return None
    rows = answers.zones[(answers.zones["indicator"] == answers.main) & answers.zones["actual"].notna()]
    figures = [row_figures(answers, row)["actual"] for _n, row in rows.iterrows()]
    title = say(sentences.ranking(rows.assign(part=rows["area"]), "actual", name, rows["unit"].iloc[0]), *figures)
    return Slide(
        "zones", _("Zones"), title,
        answers.subtitle(_("{name} by zone").format(name=name), chart.unit), chart, facts, simulated=answers.simulated,
    )


def growth(answers: Answers) -> Slide | None:
    """The main indicator's growth over the months."""
    row, trend = answers.row(answers.main), answers.trends.get(answers.main)
    if row is None or trend is None or absent(row["actual"]):
        return None
    figures = row_figures(answers, row)
    if "growth" not in figures:
        return None
    name = indicator_name(answers.main)
    step = _step(answers, trend, name)
    title = say(sentences.growth(trend, row["yoy_reported"], name, answers.month), figures["growth"], step)
    words = Sentence(_("Growth of the year to date"))
    if "base" in figures:
        words = say(_("Growth of the year to date; a year earlier {base}").format(base=figures["base"].text), figures["base"])
    facts = [Fact(figures["growth"], words)]
    facts += [_month_fact(answers, trend, row), _turn_fact(answers, trend)]
    facts = tuple(fact for fact in facts if fact is not None)
    chart = marks.months(answers)
    if len(facts) < 2 and chart is None or chart is not None and len(chart.categories) < 2:
        return None  # the headline's slide says it
    return Slide(
        "growth", _("Growth"), title, answers.subtitle(_("{name} by month").format(name=name), chart.unit if chart else ""), chart, facts, simulated=bool(row["simulated"]),
    )


def _step(answers: Answers, trend: pd.DataFrame, name: str) -> Figure | None:
    """How many points the growth of the year to date gained or lost since the month before that has one."""
    known = trend[trend["yoy_ytd"].notna() & (trend["month"] >= f"{answers.year}-01") & (trend["month"] <= answers.month)]
    if len(known) < 2 or known["month"].iloc[-1] != answers.month:
        return None
    change = float(known["yoy_ytd"].iloc[-1]) - float(known["yoy_ytd"].iloc[-2])
    cells = [o for m in known["month"].iloc[-2:] for year in (int(m[:4]), int(m[:4]) - 1) for o in answers.origins.actual(answers.main, f"{year}{m[4:]}", answers.area.name)]
    return Figure(_("{name} change of growth").format(name=name), change, _("points"), "points", unique(cells))


def _month_fact(answers: Answers, trend: pd.DataFrame, row: pd.Series) -> Fact | None:
    last = trend[trend["month"] == answers.month]
    if last.empty or absent(last["value_month"].iloc[0]):
        return None
    cells = answers.origins.of_month(answers.main, answers.month, answers.area.name)
    month = short_month(int(answers.month[5:]))
    figure = Figure(_("{label} in {month}").format(label=row["label"], month=month_word(answers.month)), float(last["value_month"].iloc[0]), row["unit"], "card", cells)
    rate, words = last["yoy_month"].iloc[0], _("{month} alone").format(month=month)
    if absent(rate):
        return Fact(figure, Sentence(words))
    base = answers.origins.of_month(answers.main, answers.last_year_month, answers.area.name)
    growth = Figure(_("{label} growth in {month}").format(label=row["label"], month=month_word(answers.month)), float(rate), "%", "growth", cells + base)
    words += comma() + _("{change} on a year earlier").format(change=wording.change(growth.value, growth))
    return Fact(figure, say(words, growth))


def _turn_fact(answers: Answers, trend: pd.DataFrame) -> Fact | None:
    """The month on the month before."""
    last = trend[trend["month"] == answers.month]
    if last.empty or absent(last["on_last_month"].iloc[0]):
        return None
    before = f"{answers.month[:5]}{int(answers.month[5:]) - 1:02d}"
    cells = answers.origins.of_month(answers.main, answers.month, answers.area.name) + answers.origins.of_month(answers.main, before, answers.area.name)
    figure = Figure(_("{name} on the month before").format(name=indicator_name(answers.main)), float(last["on_last_month"].iloc[0]), "%", "growth", unique(cells))
    return Fact(figure, Sentence(_("{month} on the month before").format(month=short_month(int(answers.month[5:])))))


def contribution(answers: Answers) -> Slide | None:
    """Who pulls and who drags."""
    figures = wording.contribution_figures(answers)
    chart = marks.contributions(answers)
    if chart is None or (TOTAL, "growth") not in figures:
        return None
    rows = answers.contributions
    parts = rows[~rows["part"].isin([TOTAL, UNALLOCATED]) & rows["contribution"].notna()].sort_values("contribution", ascending=False, kind="stable")
    shown = [TOTAL, *parts["part"].head(2)] if len(parts) < 3 else [parts["part"].iloc[0], parts["part"].iloc[1], parts["part"].iloc[-1]]
    facts = tuple(Fact(figures[part, "growth"], _pull(figures, part)) for part in shown if (part, "growth") in figures)
    about = _("{name}, contribution to growth").format(name=indicator_name(answers.main))
    return Slide(
        "contribution", _("Contribution"), wording.pull(answers),
        answers.subtitle(about, chart.unit), chart, facts, simulated=answers.simulated,
    )


def _pull(figures: dict, part: str) -> Sentence:
    if (part, "contribution") not in figures or part == TOTAL or abs(figures[part, "contribution"].value) < wording.FLAT:
        return Sentence(_("{name}, growth").format(name=part_name(part)))
    figure = figures[part, "contribution"]
    words = _("growth of {name}, taking away {points} points") if figure.value <= -wording.FLAT else _("growth of {name}, adding {points} points")
    return say(words.format(name=part_name(part), points=figure.digits), figure)


def shares(answers: Answers) -> Slide | None:
    """What the area is made of, cluster by cluster."""
    chart = marks.cluster_shares(answers)
    if chart is None:
        return None
    answer, cells = answers.clusters, unique(o for one in chart.series[0].origins for o in one)
    rows = answer.frame[answer.frame["cluster"] != TOTAL]
    parts = rows[rows["row_kind"] == "part"]
    largest = parts.sort_values("share", ascending=False, kind="stable").iloc[0]
    facts = [] if answer.cr1 is None else [_largest(answer.cr1, largest["share_change"], cells)]
    if answer.cr3 is not None and len(parts) > 3:
        facts.append(_share(answer.cr3, _("share of the largest three clusters"), cells))
    if answer.leading_share is not None and answer.leading_share != answer.cr1:
        facts.append(_share(answer.leading_share, _("share of the leading clusters (★)"), cells))
    rest = rows.loc[rows["cluster"] == UNALLOCATED, "share"].dropna()
    unallocated = [Figure(_("share that is not allocated"), float(value), "%", "percent", cells) for value in rest]
    title = say(sentences.shares(rows, answer.cr3), *(fact.figure for fact in facts), Figure(_("share of the largest cluster"), float(largest["share"]), "%", "percent", cells), *unallocated)
    about = _("{name}, share of each cluster").format(name=indicator_name("industrial_output_value"))
    return Slide("clusters", _("Clusters"), title, answers.subtitle(about, chart.unit), chart, tuple(facts), simulated=answers.simulated)


def _share(value: float, words: str, cells) -> Fact:
    return Fact(Figure(words, value, "%", "percent", cells), Sentence(words))


def _largest(value: float, change: object, cells) -> Fact:
    """The largest cluster's share, and how it moved in a year."""
    fact = _share(value, _("share of the largest cluster"), cells)
    if absent(change) or abs(float(change)) < wording.FLAT:
        return fact
    moved = Figure(_("change of the largest cluster's share"), float(change), _("points"), "points", cells)
    words = _("{share}, {points} points more than a year earlier") if moved.value > 0 else _("{share}, {points} points less than a year earlier")
    return Fact(fact.figure, say(words.format(share=fact.words.text, points=moved.digits), moved))


def growth_map(answers: Answers) -> Slide | None:
    """Which cluster grows and which shrinks."""
    rows = answers.clusters.frame[(answers.clusters.frame["row_kind"] == "part") & answers.clusters.frame["growth"].notna()].sort_values("growth", ascending=False, kind="stable")
    chart = marks.cluster_growth(answers)
    if chart is None:
        return None
    shown = marks.ends(rows)["cluster"]
    cells = dict(zip(shown, chart.series[0].origins, strict=True))
    figures = [Figure(_("{name} growth").format(name=part_name(row.cluster)), float(row.growth), "%", "growth", cells.get(row.cluster, ())) for row in rows.itertuples()]
    values = [Figure(_("{name} value").format(name=part_name(row.cluster)), float(row.value), "万元", "card", cells.get(row.cluster, ())) for row in rows.itertuples()]
    title = say(sentences.growth_map(rows), *figures)
    chosen = [0, len(figures) - 1] if len(figures) < 3 else [0, 1, len(figures) - 1]
    facts = tuple(Fact(figures[n], say(_("{name}, {value}").format(name=part_name(rows["cluster"].iloc[n]), value=values[n].text), values[n])) for n in chosen)
    about = _("{name}, growth of each cluster").format(name=indicator_name("industrial_output_value"))
    return Slide("cluster_growth", _("Growth by cluster"), title, answers.subtitle(about, chart.unit), chart, facts, simulated=answers.simulated)


def projects(answers: Answers) -> Slide | None:
    """How far the projects got: by the ledger, else the totals as reported."""
    answer, chart = answers.projects, place_marks.stages(answers)
    if chart is None:
        return None
    counts = place_marks.stage_figures(answers)
    ledger = (answer.frame["known_from"] == "ledger").all()
    cells = unique(o for figure in counts.values() for o in figure.origins)
    rates = [(answer.started_rate, _("of all projects have started")), (answer.finished_rate, _("of all projects are completed"))]
    figures = [Figure(words, value, "%", "percent", cells) for value, words in rates if value is not None]
    if ledger:
        total = Figure(_("projects in the ledger"), float(answer.projects), _("projects"), "count", cells)
        first = [Fact(total, Sentence(_("project in the ledger") if total.value == 1 else _("projects in the ledger")))]
    else:
        total, first = None, [Fact(figure, Sentence(figure.name)) for figure in counts.values()][:2]
    facts = (*first, *(Fact(f, Sentence(f.name)) for f in figures))
    title = say(sentences.projects(answer.frame), total, *counts.values())
    about = _("Projects by stage")
    if ledger and answers.earlier:  # the ledger is today's
        about = _("Projects by stage, by the ledger's dates; without a date as last reported") if answer.undated else _("Projects by stage, by the ledger's dates")
    return Slide("projects", _("Projects"), title, answers.subtitle(about, chart.unit), chart, facts, simulated=answers.simulated)


def waiting(answers: Answers) -> Slide | None:
    """What has not started, and why."""
    rows, chart = answers.waiting, place_marks.waiting(answers)
    if rows.empty:
        return None
    cells = answers.origins.project(*rows["project"])
    count = Figure(_("projects not started"), float(len(rows)), _("projects"), "count", cells)
    days = [
        Figure(_("{project} days waiting").format(project=row.project), float(row.days_waiting), _("days"), "count", answers.origins.project(row.project))
        for row in rows.itertuples() if not absent(row.days_waiting)
    ]
    due = Figure(_("projects overdue"), float(rows["due"].sum()), _("projects"), "count", cells)
    facts = [Fact(count, Sentence(_("project not started") if count.value == 1 else _("projects not started")))]
    if due.value:
        facts.append(Fact(due, Sentence(_("of them past their planned start"))))
    if rows["investment"].notna().any():
        money = Figure(_("investment of projects not started"), float(rows["investment"].sum()), "万元", "card", cells)
        facts.append(Fact(money, Sentence(_("investment that waits with them"))))
    title = say(sentences.waiting(rows), count, *days)
    about, table = (_("Days waiting, with the reason"), None) if chart else (_("Projects not started"), waiting_table(answers))
    return Slide(
        "waiting", _("Not started"), title,
        answers.subtitle(about, chart.unit if chart else ""), chart, tuple(facts) if chart else (), table=table, simulated=answers.simulated,
    )


def waiting_table(answers: Answers) -> Table:
    """Where no bars can be drawn: the projects themselves, with what is known of them."""
    header = (_("Project"), _("Investment"), _("Planned start"), _("Responsible"), _("Reason"))
    rows = []
    for row in answers.waiting.head(marks.MOST).itertuples():
        money = None if absent(row.investment) else Figure(_("{project} investment").format(project=row.project), float(row.investment), "万元", "card", answers.origins.project(row.project))
        planned = None if absent(row.planned_start) else month_word(row.planned_start[:7])
        rows.append((row.project, money, planned, row.responsible or None, row.reason or None))
    return Table(header, tuple(rows)).filled


def land(answers: Answers) -> Slide | None:
    """Land developed against its target, part by part."""
    total = answers.land[answers.land["row_kind"] == "total"]
    chart = place_marks.land_targets(answers)
    row = answers.row("land_developed")
    if chart is None or total.empty or absent(total["developed"].iloc[0]) or row is None:
        return None
    figures = row_figures(answers, row)
    rows = answers.land[answers.land["row_kind"] == "part"]
    rows = rows.sort_values("completion", kind="stable") if chart.unit == "%" else rows  # in the order of the chart
    parts = [f for r in rows.itertuples() for f in land_part(answers, r)]
    facts = [Fact(f, Sentence(f.name)) for f in parts][:3] or [actual_fact(answers, row)]
    return Slide(
        "land", _("Land"), say(sentences.land(answers.land), *figures.values()),
        answers.subtitle(_("Land target completed, by part") if chart.unit == "%" else _("Land developed, by part"), chart.unit), chart, tuple(facts), simulated=answers.simulated,
    )


def land_part(answers: Answers, row) -> list[Figure]:
    """A part's share of its land target, [] without a target."""
    if absent(row.completion):
        return []
    cells = place_marks.land_cells(answers, row, "land_developed") + place_marks.land_goals(answers, row)
    return [Figure(_("of the land target of {part}").format(part=part_name(row.part)), float(row.completion), "%", "percent", cells)]


def yields(answers: Answers) -> Slide | None:
    """What each 亩 yields: output by part, the whole's output, tax and investment."""
    chart = place_marks.yields(answers, "output_per_mu", YIELDS["output_per_mu"])
    if chart is None:
        return None
    names = {"output_per_mu": _("Output per mu"), "tax_per_mu": _("Tax per mu"), "investment_per_mu": _("Investment per mu")}
    whole = next(answers.land[answers.land["row_kind"] == "total"].itertuples())
    facts = []
    for column, name in names.items():
        if not absent(getattr(whole, column)):
            cells = place_marks.land_cells(answers, whole, YIELDS[column]) + place_marks.land_cells(answers, whole, "land_developed_total")
            figure = Figure(f"{answers.name} {name}", float(getattr(whole, column)), PER_MU, "card", cells)
            facts.append(Fact(figure, Sentence(_("{name}, {area} as a whole").format(name=name, area=answers.name))))
    parts = answers.land[(answers.land["row_kind"] == "part") & answers.land["output_per_mu"].notna()].sort_values("output_per_mu", ascending=False)
    stated = [
        Figure(f"{part_name(row.part)} {names['output_per_mu']}", float(row.output_per_mu), PER_MU, "card", cells)
        for row, cells in zip(parts.itertuples(), chart.series[0].origins, strict=False)
    ]
    title = say(sentences.ranking(answers.land, "output_per_mu", names["output_per_mu"], PER_MU), *stated)
    return Slide("per_mu", _("Per mu"), title, answers.subtitle(names["output_per_mu"], chart.unit), chart, tuple(facts), simulated=answers.simulated)

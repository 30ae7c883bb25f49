"""A whole briefing of one area and month: slides, the note's sections, the table behind them."""

from __future__ import annotations

import calendar
from dataclasses import replace

import duckdb

from park.charts.numbers import month_word
from park.locale import _, language
from park.questions import Area

from . import part_wording, wording
from .alerts import alerts, lagging
from .answers import Answers, gather
from .model import PERIOD, Briefing, Paragraphs, Sentence, Slide
from .printable import printable
from .slides import indicator_table, situation_sentence, slides

ALERTS, STEPS, OVERDUE = 20, 5, 5  # at most in the note


def compose(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None, month: str | None = None) -> Briefing:
    """Everything asked and worded, in the language in use. Raises QuestionError where there is nothing to brief on."""
    answers = gather(cur, area, month)
    said = alerts(cur, answers)
    made = tuple(_keyed(slide) for slide in slides(answers, said))
    table = indicator_table(answers)
    return printable(Briefing(
        area=answers.name, month=answers.month, title=_("{area}: briefing on the economy").format(area=answers.name), dateline=_dateline(answers.month),
        source_line=_("Source: tables reported by {area}; as of {month}").format(area=answers.name, month=month_word(answers.month)),
        slides=made, sections=_sections(answers, made, said), table=table if table.rows else None, simulated=answers.simulated,
        headline=replace(situation_sentence(answers), key="situation"),
    ))


def _keyed(slide: Slide) -> Slide:
    """Its title under the slide's own key, its facts under what their figures are called, whatever the month."""
    facts = tuple(replace(fact, words=replace(fact.words, key=f"{slide.key}/{PERIOD.sub('', fact.figure.name)}")) for fact in slide.facts)
    return replace(slide, title=replace(slide.title, key=slide.key), facts=facts)


def _dateline(month: str) -> str:
    """The last day that the figures reach: 2013年9月30日, 30 Sep 2013."""
    year, number = int(month[:4]), int(month[5:])
    day = calendar.monthrange(year, number)[1]
    return f"{month_word(month)}{day}日" if language() == "zh" else f"{day} {month_word(month)}"


def _sections(answers: Answers, made: tuple[Slide, ...], said: tuple[Sentence, ...]) -> tuple[Paragraphs, ...]:
    """The note's sections in the customary order; one without a sentence is left out."""
    by_key = {slide.key: slide for slide in made}
    sections = (
        ("headlines", _("Headline indicators"), [*wording.headlines(answers), _turn(answers)]),
        ("zones", _("Zone by zone"), wording.zones(answers)),
        ("growth", _("Growth and contribution"), _said(by_key, "growth") + [wording.part_growth(answers)]),
        ("clusters", _("Clusters of industry"), [part_wording.clusters(by_key.get("clusters")), part_wording.cluster_growth(answers, by_key.get("cluster_growth"))]),
        ("projects", _("Progress of projects"), _said(by_key, "projects", "waiting")),
        ("land", _("Land and yield per mu"), [*_said(by_key, "land"), *([part_wording.land(answers)] if "land" in by_key else []), *_said(by_key, "per_mu")]),
        ("attention", _("What needs attention"), list(said[:ALERTS])),
        ("steps", _("Next steps"), _next_steps(answers)),
    )
    kept = ((key, heading, tuple(s for s in sentences if s.text)) for key, heading, sentences in sections)
    return tuple(Paragraphs(key, heading, sentences) for key, heading, sentences in kept if sentences)


def _said(by_key: dict[str, Slide], *keys: str) -> list[Sentence]:
    return [by_key[key].title for key in keys if key in by_key]


def _turn(answers: Answers) -> Sentence:
    trend = answers.trends.get(answers.main)
    return Sentence("") if trend is None else replace(wording.turn(answers, trend, answers.main), key=f"turn/{answers.main}")


def _next_steps(answers: Answers) -> list[Sentence]:
    """What lagging targets need a month, then the projects that are overdue with who answers for them."""
    rows = lagging(answers)
    due = answers.waiting[answers.waiting["due"]].head(OVERDUE)
    return wording.needs(answers, rows.head(STEPS)) + [_start(row, n % 2 == 1) for n, row in enumerate(due.itertuples())]


def _start(row, turned: bool) -> Sentence:
    """What holds a project back is to be settled; every second time in other words."""
    if turned and row.reason:
        text = _("{project}: start soon, once \"{reason}\" is settled").format(project=row.project, reason=row.reason)
    else:
        text = _("{project}: settle \"{reason}\" and start").format(project=row.project, reason=row.reason) if row.reason else _("{project}: start without delay").format(project=row.project)
    return Sentence(text + (_(" (responsible: {name})").format(name=row.responsible) if row.responsible else ""), key=f"start/{row.project}")

"""Sentences of the note about clusters and land, where a slide's short title leaves out what the chart beside it says."""

from __future__ import annotations

from dataclasses import replace

from park.charts.names import indicator_name, part_name
from park.charts.numbers import absent
from park.locale import _

from .answers import Answers
from .model import Sentence, Slide, say
from .part_slides import land_part
from .wording import FEW, change
from .words import inline, joined

LEAST = 3  # parts named of many


def clusters(slide: Slide | None) -> Sentence:
    """The slide's finding with what it is measured by; "" without the slide."""
    if slide is None:
        return Sentence("")
    text = _("By {name}: {finding}").format(name=inline(indicator_name("industrial_output_value")), finding=slide.title.text)
    return replace(slide.title, text=text, key="note/clusters")


def cluster_growth(answers: Answers, slide: Slide | None) -> Sentence:
    """Who grows fastest and who slowest, in words; "" without the slide."""
    if slide is None:
        return Sentence("")
    first, last = slide.facts[0].figure, slide.facts[-1].figure
    if first.text == last.text:
        return replace(slide.title, key="note/cluster_growth")
    rows = answers.clusters.frame[(answers.clusters.frame["row_kind"] == "part") & answers.clusters.frame["growth"].notna()]
    names = [part_name(name) for name in rows.sort_values("growth", ascending=False, kind="stable")["cluster"]]
    falls = last.value < 0
    words = _("{first} grew fastest, {up} on a year earlier; {last} fell most, {down}") if falls else _("{first} grew fastest, {up} on a year earlier; {last} slowest, {down}")
    if first.value <= 0:
        words = _("{first} held best, {up} on a year earlier; {last} fell most, {down}")
    text = words.format(first=names[0], up=change(first.value, first), last=names[-1], down=change(last.value, last))
    return say(text, first, last, key="note/cluster_growth")


def land(answers: Answers) -> Sentence:
    """Every part's share of its land target, the furthest first; of many parts those that are furthest from it; "" of fewer than two."""
    rows = answers.land[(answers.land["row_kind"] == "part")].sort_values("completion", ascending=False, kind="stable")
    known = [row for row in rows.itertuples() if not absent(row.completion)]
    if len(known) < 2:
        return Sentence("")
    words = _("By part, of the land targets: {parts}")
    if len(known) > FEW:
        words, known = _("Furthest from their land targets: {parts}"), known[: -LEAST - 1 : -1]
    figures = [figure for row in known for figure in land_part(answers, row)]
    parts = [_("{name} {figure}").format(name=part_name(row.part), figure=figure.text) for row, figure in zip(known, figures, strict=True)]
    return say(words.format(parts=joined(parts)), *figures, key="note/land")

"""The double assessment 双考核: both halves with their goals, weights and scores."""

from __future__ import annotations

from park.catalogue import load_assessment
from park.catalogue.names import TOTAL, indicator_name, part_name
from park.locale import _, language
from park.locale.numbers import absent, full
from park.questions.scorecard import scorecard
from park.questions.words import reason_text

from . import columns
from .answers import worded
from .data import ask
from .sections import section
from .source import open_row
from .state import View
from .table import table


def scorecard_table(view: View) -> None:
    """Goals that count, the sum of each half and of both; nothing where no goal has a target and a figure."""
    rows = ask(scorecard, area=view.area, month=view.month)
    if not (rows["row_kind"] == "goal").any() or rows["score"].notna().sum() == 0:
        return
    halves = {half.code: half.name(language()) for half in load_assessment()} | {TOTAL: part_name(TOTAL)}
    rows = worded(rows.assign(
        half_word=[halves[code] for code in rows["half"]],
        name=[part_name(TOTAL) if code == TOTAL else indicator_name(code) for code in rows["indicator"]],
    ))
    sums = [f"{halves[row.half]} {full(row.score)}" for row in rows[rows["row_kind"] != "goal"].itertuples() if not absent(row.score)]
    whole = rows.iloc[-1]
    note = reason_text(whole["reason"]) if absent(whole["score"]) else ""
    section(_("Double assessment"), " · ".join(text for text in (*sums, note) if text))
    goals = rows[(rows["row_kind"] != "goal") | rows["weight"].notna()].reset_index(drop=True)
    table(goals, columns.scores(), "scores", chosen=lambda row: open_row(row) if row["row_kind"] == "goal" else None, view=view)

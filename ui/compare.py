"""Several parks side by side: how far each is with the headline targets."""

from __future__ import annotations

import pandas as pd

from park.catalogue.names import indicator_name, part_name
from park.charts.theme import status_shape, status_word
from park.locale import _
from park.locale.numbers import absent, card, percent
from park.questions.headlines import headlines
from park.questions.overview import areas

from .data import ask, kept
from .sections import section
from .state import View, go
from .table import Column, table


def parks_table(view: View) -> None:
    """One row per park with figures of the view's month; nothing where there is only one such park."""
    rows, headings = parks_side_by_side(view)
    if len(rows) < 2:
        return
    section(_("All parks"), _("Completion of the year's target; where there is none, the figure alone. Choose a row to open its park."))
    table(rows, headings, "parks", chosen=lambda row: go(area=row["area"]), view=view)


@kept
def parks_side_by_side(view: View) -> tuple[pd.DataFrame, list[Column]]:
    """One row per park with figures of the view's month, a column for each headline family."""
    known = ask(areas)
    there = known[(known["parent"] == "") & (known["first_month"] <= view.month) & (known["last_month"] >= view.month)]["area"].tolist()
    cards = {park: ask(headlines, park, view.month) for park in there}
    rows = pd.DataFrame([
        {"area": park, "park": part_name(park), **{row["family"]: _standing(row) for row in frame.to_dict("records")}} for park, frame in cards.items()
    ])
    families = cards[there[0]]["family"].tolist() if there else []
    return rows, [Column("park", _("Park")), *(Column(code, indicator_name(code)) for code in families)]


def _standing(row: dict) -> str:
    """One headline of one park: completion and status, else its figure; another indicator of the family is named."""
    if absent(row["actual"]):
        return "—"
    said = card(row["actual"], row["unit"]) if absent(row["completion"]) else (
        f"{percent(row['completion'])} {status_shape(row['status'])}{status_word(row['status'])}")
    return said if row["indicator"] == row["family"] else f"{said} · {indicator_name(row['indicator'])}"

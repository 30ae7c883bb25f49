"""Plans over several years (十一五, 十二五): what was aimed at, what came of it."""

from __future__ import annotations

import pandas as pd

from park.briefing import more_sentences
from park.catalogue.names import indicator_name
from park.charts.plan_growth import plan_growth
from park.locale import _
from park.questions.overview import plans

from . import columns
from .answers import worded
from .captions import caption
from .data import ask, kept
from .exhibit import Exhibit
from .exhibits import unit_of
from .sections import section
from .state import View
from .table import pick, table
from .words import measure_word

LINES = 12  # plans on one chart


def plan_table(view: View) -> None:
    """The plan periods of the area as a table, the latest first; nothing where there is none."""
    rows = plan_rows(view)
    if len(rows):
        section(_("Plan periods"), _("Targets and results of plans over several years."))
        table(rows, columns.plans(), "plans", view=view)


@kept
def plan_rows(view: View) -> pd.DataFrame:
    """The figures of plans, the latest period first, with words for a table."""
    rows = ask(plans, area=view.area)
    rows = rows.sort_values(["first_year", "measure"], ascending=[False, False], kind="stable")
    return worded(rows.assign(
        name=[indicator_name(code) for code in rows["indicator"]],
        unit=[unit_of(code) for code in rows["indicator"]],
        measure_word=[measure_word(code) for code in rows["measure"]],
        period=[f"{first}–{last}" for first, last in zip(rows["first_year"], rows["last_year"], strict=True)],
    )).reset_index(drop=True)


@kept
def plans_of(view: View) -> Exhibit | None:
    """How fast each plan wants (or made) the area grow: the view's indicator where a plan names it, else whatever plans name; the latest
    period's fastest first. None where no plan has a base."""
    rows = plan_rows(view)
    rows = rows[rows["compound_growth"].notna()]
    own = rows[rows["indicator"] == view.indicator]
    rows = (own if len(own) else rows).sort_values(["first_year", "compound_growth"], ascending=[False, False], kind="stable")
    rows = rows.head(LINES).reset_index(drop=True)
    if rows.empty:
        return None
    first, one_period = rows.iloc[0], rows["period"].nunique() == 1
    named = zip(rows["period"], rows["cluster_word"], rows["name"], strict=True)
    rows = rows.assign(label=[
        " ".join(word for word in ("" if one_period else period, cluster, "" if len(own) and cluster else name) if word) for period, cluster, name in named
    ])
    words = caption(view, more_sentences.plan(first), about=_("Compound growth a year, plan by plan"), unit="%", simulated=bool((rows["simulated"] == True).any()))  # noqa: E712
    return Exhibit("plans", words, plan_growth(rows, words, view.look), pick(rows, columns.plans()), rows)

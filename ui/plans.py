"""Plans over several years (十一五, 十二五): what was aimed at, what came of it."""

from __future__ import annotations

from park.catalogue.names import indicator_name
from park.locale import _
from park.questions.overview import plans

from . import columns
from .answers import worded
from .data import ask
from .exhibits import unit_of
from .sections import section
from .state import View
from .table import table
from .words import measure_word


def plan_table(view: View) -> None:
    """The plan periods of the area as a table, the latest first; nothing where there is none."""
    rows = ask(plans, area=view.area)
    if rows.empty:
        return
    rows = rows.sort_values(["first_year", "measure"], ascending=[False, False], kind="stable")
    rows = worded(rows.assign(
        name=[indicator_name(code) for code in rows["indicator"]],
        unit=[unit_of(code) for code in rows["indicator"]],
        measure_word=[measure_word(code) for code in rows["measure"]],
        period=[f"{first}–{last}" for first, last in zip(rows["first_year"], rows["last_year"], strict=True)],
    ))
    section(_("Plan periods"), _("Targets and results of plans over several years."))
    table(rows, columns.plans(), "plans", view=view)

"""The charts of the projects page: the calendar, the causes, firms started against target."""

from __future__ import annotations

import pandas as pd

from park.briefing import more_sentences, sentences
from park.catalogue.names import indicator_name
from park.charts.bullets import bullets
from park.charts.causes import causes as draw_causes
from park.charts.timeline import timeline as draw_timeline
from park.locale import _
from park.locale.numbers import absent
from park.questions.progress import progress
from park.questions.timeline import Timeline

from . import columns
from .answers import headline_rows, labelled, simulated_area, worst_first
from .captions import caption
from .data import ask, kept
from .exhibit import Exhibit
from .meters import meters
from .state import View
from .table import pick

LINES = 20  # projects on one calendar: more cannot be read from a distance
FAMILY = "firms_started"


@kept
def timeline_of(view: View, answer: Timeline, limit: int = LINES) -> Exhibit | None:
    """The projects on the calendar, those that wait first, at most `limit`; None where no project has a date."""
    if answer.frame.empty:
        return None
    rows = answer.frame.head(limit).reset_index(drop=True)
    about = _("Projects on the calendar (grey: waiting; hatched: past the planned start; blue: under construction; pale: completed; ◆ in production)")
    if len(answer.frame) > limit:
        about += _(", the first {shown} of {count}").format(shown=limit, count=len(answer.frame))
    words = caption(view, more_sentences.calendar(answer), about=about, simulated=simulated_area(view))
    drawn = answer.segments.merge(rows[["project", "firm"]], on=["project", "firm"])
    figure = draw_timeline(rows, drawn, answer.day, words, view.look)
    return Exhibit("timeline", words, figure, pick(answer.frame, columns.calendar()), rows)


@kept
def causes_of(view: View, rows: pd.DataFrame) -> Exhibit:
    """Why projects have not started."""
    words = caption(view, more_sentences.causes(rows), about=_("Projects not started, by reason"), simulated=simulated_area(view))
    return Exhibit("causes", words, draw_causes(rows.head(8), words, view.look), pick(rows, columns.causes()), rows)


@kept
def started_of(view: View) -> Exhibit | None:
    """Firms (or projects) started against the year's target, of the area and of its parts; None where there is no target."""
    row = headline_rows(view).set_index("family").loc[FAMILY]
    if absent(row["completion"]):
        return None
    code = row["indicator"]
    frames = [ask(progress, area=view.area, month=view.month, indicator=code, by=by) for by in (None, "area", "cluster")]
    rows = worst_first(labelled(pd.concat(frames, ignore_index=True), view, indicator=False))
    words = caption(
        view, sentences.target(row, indicator_name(code), view.month), about=_("{name} against the year's target").format(name=indicator_name(code)),
        simulated=bool(row["simulated"]),
    )
    return Exhibit("started", words, bullets(rows, words, view.look), pick(rows, columns.progress(view, rows)), rows, meters(rows))

"""Parts of the month page: what each area has reported and owes, the list to send, closing and reopening, what changed afterwards."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.charts.theme import Caption
from park.locale import _
from park.locale.numbers import full, month_word
from park.store import Account, closing

from .data import the_store
from .export import as_xlsx
from .intake import act
from .state import View
from .table import Column, table
from .times import local
from .words import basis_word, plain

SHAPES = {"received": ("✓", "teal"), "computed": ("Σ", "bluegrey"), "staged": ("◇", "bluegrey"), "doubt": ("◆", "amber"), "missing": ("▼", "brick")}


def state_word(state: str) -> str:
    """A state of a figure in words."""
    return {"received": _("received"), "computed": _("computed"), "staged": _("not loaded yet"), "doubt": _("in doubt"), "missing": _("missing")}[state]


def summary(rows: pd.DataFrame, view: View) -> str:
    """One sentence: how far the month is, and what is not zero of what is missing, waits or is in doubt."""
    counts = rows["state"].value_counts()
    there, every = int(sum(counts.get(s, 0) for s in ("received", "computed", "doubt"))), len(rows)
    if there == every:
        said = _("{month}: all figures owed are there ({all})")
    else:
        said = _("{month}: {there} of {all} figures owed are there") if there else _("{month}: none of the figures owed is there yet ({all})")
    rest = {"missing": _("{count} missing"), "staged": _("{count} read but not loaded"), "doubt": _("{count} in doubt")}
    if not there:
        del rest["missing"]
    said = said.format(month=month_word(view.month), there=there, all=every)
    for state, words in rest.items():
        if counts.get(state, 0):
            said = _("{said}; {more}").format(said=said, more=words.format(count=int(counts[state])))
    return said


def matrix(rows: pd.DataFrame) -> None:
    """Areas across, indicators down; each state by shape and word, its doubt on hover."""
    areas, codes = list(dict.fromkeys(rows["area"])), list(dict.fromkeys(rows["indicator"]))
    cells = {(row.area, row.indicator): _cell(row) for row in rows.itertuples()}
    heads = "".join(f"<th>{escape(part_name(area))}</th>" for area in areas)
    lines = "".join(
        f"<tr><td>{escape(indicator_name(code))}</td>" + "".join(cells.get((area, code), "<td></td>") for area in areas) + "</tr>" for code in codes)
    st.html(
        f'<div style="overflow-x:auto"><table class="pb pb-table"><thead><tr><th>{escape(_("Indicator"))}</th>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>")


def _cell(row) -> str:
    shape, tone = SHAPES[row.state]
    doubt = row.message if isinstance(row.message, str) else ""
    place = " ".join(p for p in (row.file, row.sheet, row.cell) if isinstance(p, str) and p)
    title = escape("\n".join(p for p in (doubt, place) if p), quote=True)
    return f'<td title="{title}"><span class="pb-{tone}" style="white-space:nowrap">{shape} {escape(state_word(row.state))}</span></td>'


def owed_text(rows: pd.DataFrame, view: View) -> str:
    """What to send to those who owe figures: one line per area; "" when nothing is owed."""
    owing = rows[rows["state"].isin(["missing", "doubt"])]
    if owing.empty:
        return ""
    lines = [_("Figures of {month} still needed, {area}:").format(month=month_word(view.month), area=part_name(view.area))]
    for area, part in owing.groupby("area", sort=False):
        for state in ("missing", "doubt"):
            names = [_named(row) for row in part[part["state"] == state].itertuples()]
            if names:
                lines.append(_("{area}: {state}: {names}").format(area=part_name(area), state=state_word(state), names=_(", ").join(names)))
    return "\n".join(lines)


def _named(row) -> str:
    """The indicator, with what is doubted."""
    name = indicator_name(row.indicator)
    return _("{name} ({doubt})").format(name=name, doubt=row.message) if isinstance(row.message, str) else name


def owed_list(rows: pd.DataFrame, view: View) -> None:
    """The list as text to copy and as a workbook."""
    text = owed_text(rows, view)
    if not text:
        st.success(_("Nothing is owed: every figure is there and none is in doubt."))
        return
    st.code(text, language=None, wrap_lines=True)
    owing = rows[rows["state"].isin(["missing", "doubt"])]
    frame = pd.DataFrame({
        _("Area"): [part_name(a) for a in owing["area"]], _("Indicator"): [indicator_name(c) for c in owing["indicator"]],
        _("State"): [state_word(s) for s in owing["state"]], _("Doubt"): owing["message"].fillna("").tolist(),
        _("File"): owing["file"].fillna("").tolist(), _("Cell"): [" ".join(x for x in pair if isinstance(x, str)) for pair in zip(owing["sheet"], owing["cell"], strict=True)],
    })
    caption = Caption(_("Figures of {month} still needed").format(month=month_word(view.month)), part_name(view.area), "")
    st.download_button(
        _("List as XLSX"), data=lambda: as_xlsx(frame, caption), file_name=f"{part_name(view.area)}_{view.month}.xlsx", key="owed_xlsx", on_click="ignore")


def lock(view: View, park: str, account: Account | None) -> None:
    """Whether the month is closed, by whom; closing for staff of the park, reopening for administrators."""
    past = closing.history(the_store(), park, view.month)
    closed = bool(past) and past[0][0]
    with st.container(key="lock", border=True, horizontal=True, vertical_alignment="center"):
        st.html(f'<div class="pb pb-line">{_story(past, view)}</div>', width="stretch")
        if account is None or not account.may_write or (closed and not account.is_admin):
            return
        with st.popover(_("Reopen the month") if closed else _("Close the month"), key="lock_open"):
            st.write(_("Its figures may be changed again, and every change shows as a revision.") if closed
                     else _("Its figures stay as they are. Files that repeat them unchanged still load; a changed figure is refused."))
            note = st.text_input(_("Reason") if closed else _("Remark"), key="lock_note", placeholder=_("stands in the records"))
            if st.button(_("Reopen {month}").format(month=month_word(view.month)) if closed else _("Close {month}").format(month=month_word(view.month)), key="lock_do", type="primary"):
                change = closing.reopen if closed else closing.close
                act(lambda: change(the_store(), park, view.month, by=account, note=note), _("The month is open again.") if closed else _("The month is closed."))


def _story(past: list[tuple], view: View) -> str:
    if not past:
        return escape(_("{month} is open: figures may still be loaded and corrected.").format(month=month_word(view.month)))
    words = {True: _("closed by {name}, {when}"), False: _("reopened by {name}, {when}")}
    lines = [words[is_closed].format(name=by, when=local(at)) + (f": {note}" if note else "") for is_closed, by, at, note in past]
    state = _("{month} is closed").format(month=month_word(view.month)) if past[0][0] else _("{month} is open again").format(month=month_word(view.month))
    return f'<b>{"■" if past[0][0] else "□"} {escape(state)}</b><br>' + "<br>".join(f'<span class="pb-small">{escape(line)}</span>' for line in lines)


def revised(rows: pd.DataFrame) -> None:
    """Figures that changed after the month was first closed."""
    shown = pd.DataFrame({
        "area": [part_name(a) for a in rows["area"]], "part": [part_name(f or c) if f or c else "" for f, c in zip(rows["firm"], rows["cluster"], strict=True)],
        "name": [indicator_name(c) for c in rows["indicator"]], "basis": [basis_word(b) for b in rows["basis"]],
        "change": [f"{full(old)} → {full(new)}" for old, new in zip(rows["old"], rows["new"], strict=True)], "unit": rows["unit"],
        "by": rows["by"], "at": [local(at) for at in rows["at"]], "file": rows["file"], "cell": rows["cell"],
    })
    table(shown, [
        Column("area", _("Area")), Column("part", _("Part")), Column("name", _("Indicator")), Column("basis", _("Basis")), Column("change", _("Before → after")),
        Column("unit", _("Unit")), Column("by", _("By")), Column("at", _("When")), Column("file", _("File")), Column("cell", _("Cell")),
    ], "revised")


def park_of(view: View, known: pd.DataFrame) -> str:
    """The park of the area shown. known: park.questions.areas."""
    parent = known.loc[known["area"] == view.area, "parent"]
    return parent.iloc[0] or view.area if len(parent) else plain(view.area)

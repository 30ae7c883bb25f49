"""The history of one figure, and of all that anybody did."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.charts.theme import Caption
from park.locale import _
from park.locale.numbers import month_word
from park.questions.figure_history import figure_history
from park.questions.overview import areas
from park.store import audit

from .data import ask, the_store
from .difference import figure_of
from .export import as_csv, as_xlsx
from .filters import months_between
from .state import View
from .table import Column, table
from .times import local
from .words import basis_word, measure_word

MOST_LINES = 2000


def batch_word(status: str) -> str:
    """A batch's state in words."""
    return {"staged": _("staged"), "committed": _("committed"), "undone": _("undone"), "discarded": _("set aside")}.get(status, status)


def one_figure(now: View) -> None:
    """Chooses indicator, area, month and measure, and shows every value that a file ever gave."""
    known = ask(areas)
    if known.empty:
        st.info(_("Nothing has been loaded yet."))
        return
    codes = [i.code for i in load_catalogue().indicators.values() if i.comparable]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(_("Indicator"), codes, index=codes.index(now.indicator), format_func=indicator_name, key="history_indicator", width=280)
        names = known["area"].tolist()
        area = st.selectbox(_("Area"), names, index=names.index(now.area), format_func=part_name, key="history_area", width=240)
        first = known["first_month"].dropna().min()
        newest = max(known["last_month"].dropna().max(), now.month) if now.month else ""
        months = months_between(first, newest) if newest else []
        month = st.selectbox(_("Month"), months, index=months.index(now.month) if now.month in months else 0, format_func=month_word, key="history_month", width=160)
        measure = st.segmented_control(_("Measure"), ["actual", "target"], format_func=measure_word, key="history_measure", default="actual", required=True)
    if not month:
        st.info(_("Nothing has been loaded yet."))
        return
    rows = ask(figure_history, indicator=code, area=area, month=month, measure=measure)
    if rows.empty:
        st.info(_("No file ever gave this figure; where one is shown it follows from others."))
        return
    table(_worded(rows), [
        Column("state", _("State")), Column("figure", _("Figure"), "text"), Column("unit", _("Unit")), Column("basis_word", _("Basis")),
        Column("raw", _("As written")), Column("file", _("File")), Column("place", _("Cell")), Column("by", _("By")), Column("when", _("When")),
        Column("batch", _("Batch")), Column("undone", _("Undone by")),
    ], "history")


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    shown = rows.copy()
    shown["state"] = ["✓ " + _("stands") if stands else batch_word(status) for stands, status in zip(rows["stands"], rows["status"], strict=True)]
    shown["figure"] = [figure_of(*row) for row in zip(rows["value"], rows["value_high"], rows["comparator"], rows["yoy"], strict=True)]
    shown["basis_word"] = [basis_word(code) for code in rows["basis"]]
    shown["place"] = [" ".join(p for p in pair if p) for pair in zip(rows["sheet"], rows["cell"], strict=True)]
    shown["when"] = [local(at) for at in rows["at"]]
    shown["undone"] = [f"{by} {local(at)}" if isinstance(by, str) else "" for by, at in zip(rows["undone_by"], rows["undone_at"], strict=True)]
    return shown


def action_word(action: str) -> str:
    """What somebody did, in words; a refused action says so; an unknown one is its own word."""
    words = {
        "stage": _("read in"), "commit": _("loaded"), "undo": _("undone"), "redo": _("redone"), "discard": _("set aside"), "replace": _("loaded in the place of another"), "learn": _("settled a name"),
        "sign_in": _("signed in"), "sign_out": _("signed out"), "close_month": _("closed a month"), "reopen_month": _("reopened a month"),
        "account_add": _("made an account"), "account_remove": _("removed an account"), "account_password": _("set a password"),
        "account_change": _("changed an account's rights"), "setting": _("changed a setting"), "thresholds": _("changed a threshold"), "rename": _("renamed a place"),
        "merge": _("merged a zone"), "part": _("took a merging back"), "describe": _("said what is known of a part"), "token_add": _("made a token"),
        "token": _("a token that is not known"), "token_remove": _("took a token back"), "briefing_keep": _("kept a briefing set"), "briefing_drop": _("dropped a briefing set"),
    }
    bare = action.removesuffix("_refused")
    return _("refused: {action}").format(action=words.get(bare, bare)) if bare != action else words.get(action, action)


def audit_view() -> None:
    """Every write, sign-in and refusal, the latest first, searchable and as files."""
    frame = pd.DataFrame(audit.lines(the_store()), columns=list(audit.COLUMNS))
    frame["at"] = [local(at) for at in frame["at"]]
    frame["way"] = [_("command on the server") if way else "" for way in frame["way"]]
    frame["action"] = [action_word(action) for action in frame["action"]]
    wanted = st.text_input(_("Search"), key="audit_search", placeholder=_("a name, an action, a file"), width=320).strip()
    if wanted:
        hit = frame.apply(lambda column: column.astype(str).str.contains(wanted, case=False, regex=False)).any(axis=1)
        frame = frame[hit]
    heads = {"at": _("When"), "by": _("Who"), "way": _("Way"), "action": _("Action"), "subject": _("What"), "detail": _("Detail")}
    table(frame.head(MOST_LINES), [Column(name, word) for name, word in heads.items()], "audit", height=480)
    st.caption(_("{shown} of {count} lines").format(shown=min(len(frame), MOST_LINES), count=len(frame)))
    out = frame.rename(columns=heads)
    with st.container(horizontal=True):
        st.download_button(_("Audit as CSV"), data=lambda: as_csv(out), file_name="audit.csv", mime="text/csv", on_click="ignore", key="audit_csv")
        st.download_button(_("Audit as XLSX"), data=lambda: as_xlsx(out, Caption(_("Audit"), "", "")), file_name="audit.xlsx", on_click="ignore", key="audit_xlsx")

"""Records: what was loaded, by whom, with which doubts; the original files; undo and redo; the history of any figure; who did what."""

from functools import partial

import streamlit as st

from etl.pictures import pictures
from etl.returned import returned, returned_name
from park.charts.names import part_name
from park.locale import _
from ui.history import audit_view, one_figure
from ui.ledger import batch_in_full, batch_list
from ui.sections import section
from ui.sign_in import staff
from ui.state import view


def back(original: bytes, name: str, findings: list):
    """The name and the maker of the workbook for whoever must mend it."""
    return returned_name(name), partial(returned, original, name, findings)


now = view()
kinds = {"batches": _("Batches"), "figure": _("History of a figure")} | ({"audit": _("Audit")} if staff() else {})
kind = st.segmented_control(_("Records"), list(kinds), key="records_kind", format_func=kinds.get, default="batches", required=True, label_visibility="collapsed")
if kind == "audit":
    section(_("Audit"), _("Every write, sign-in and refusal, the latest first."))
    audit_view()
elif kind == "figure":
    section(_("History of a figure"), _("Every value that a file ever gave, also by batches that no longer count."))
    one_figure(now)
else:
    section(_("Batches"), _("One row per uploaded file, newest first. Choose a row to see its findings and its original."))
    batch = batch_list()
    if batch is not None:
        section(batch.file_name, part_name(batch.park))
        batch_in_full(batch, pictures, back)

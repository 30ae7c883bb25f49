"""Parts of the records page: the list of batches and one batch in full."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.catalogue.names import part_name
from park.locale import _
from park.store import Batch, StoreError, batches

from .data import the_store
from .intake import findings_table, redo_button, undo_button
from .sign_in import staff
from .table import Column, table
from .times import local


def batch_list() -> Batch | None:
    """Every batch, newest first; the one that the reader chose, else the newest; None where there is none."""
    found = batches.every(the_store())
    if not found:
        st.info(_("Nothing has been loaded yet."))
        return None
    words = {"staged": _("staged"), "committed": _("committed"), "undone": _("undone")}
    rows = pd.DataFrame([
        {
            "file": b.file_name, "park": part_name(b.park), "status": words[b.status], "figures": b.observations, "projects": b.projects,
            "errors": b.errors, "warnings": b.warnings, "notes": b.notes, "simulated": "✓" if b.simulated else "",
            "by": b.uploaded_by, "at": local(b.uploaded_at), "batch": b.batch_id,
        }
        for b in found
    ])
    table(rows, [
        Column("file", _("File")), Column("park", _("Park")), Column("status", _("State")), Column("figures", _("Figures"), "figure"),
        Column("projects", _("Projects"), "figure"), Column("errors", _("Errors"), "figure"), Column("warnings", _("Warnings"), "figure"),
        Column("notes", _("Notes"), "figure"), Column("simulated", _("Simulated")), Column("by", _("By")), Column("at", _("When")),
        Column("batch", _("Batch")),
    ], "batches", chosen=_keep, height=330 if len(rows) > 8 else None)
    wanted = st.session_state.get("_batch")
    return next((b for b in found if b.batch_id == wanted), found[0])


def _keep(row: pd.Series) -> None:
    st.session_state["_batch"] = row["batch"]


def batch_in_full(batch: Batch) -> None:
    """One batch: who and when, its original file, its findings; undo and redo for staff."""
    account = staff()
    st.html(f'<div class="pb pb-small">{_story(batch)}</div>')
    with st.container(horizontal=True):
        try:
            original = batches.original(the_store(), batch.batch_id)
            st.download_button(_("Original file"), data=original, file_name=batch.file_name, mime="application/octet-stream", on_click="ignore")
        except StoreError as error:
            st.warning(str(error))
        if account and batch.status == "committed":
            undo_button(batch, account)
        if account and batch.status == "undone":
            redo_button(batch, account)
    findings_table(batches.findings(the_store(), batch.batch_id), "findings")


def _story(batch: Batch) -> str:
    lines = [_("Uploaded by {name}, {when}").format(name=batch.uploaded_by, when=local(batch.uploaded_at))]
    if batch.undone_at:
        lines.append(_("Undone by {name}, {when}").format(name=batch.undone_by, when=local(batch.undone_at)))
    lines.append(f"SHA-256 {batch.sha256[:16]}…")
    return " · ".join(line.replace("<", "&lt;") for line in lines)

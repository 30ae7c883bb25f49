"""Parts of the records page: the list of batches and one batch in full."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pandas as pd
import streamlit as st

from park.catalogue.names import part_name
from park.locale import _
from park.store import Account, Batch, StoreError, batches, difference

from .data import the_store
from .difference import difference_table
from .intake import act, findings_table, redo_button, return_button, undo_button
from .sections import section
from .sheet import sheet_and_findings
from .sign_in import staff
from .table import Column, table
from .times import local
from .words import plain


def batch_list() -> Batch | None:
    """Every batch, newest first; the one that the reader chose, else the newest; None where there is none."""
    found = batches.every(the_store())
    if not found:
        st.info(_("Nothing has been loaded yet."))
        return None
    words = {"staged": _("staged"), "committed": _("committed"), "undone": _("undone"), "discarded": _("set aside")}
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


def batch_in_full(batch: Batch, picture: Callable, back: Callable) -> None:
    """One batch: who and when, its original file and the way back, undo and redo for staff; its doubts on the sheet, and what it changed.

    picture: (original, name, findings) -> the file's sheets; back: (original, name, findings) -> (name, workbook for whoever must mend it).
    """
    account, found = staff(), batches.findings(the_store(), batch.batch_id)
    st.html(f'<div class="pb pb-small">{_story(batch)}</div>')
    original = _original(batch)
    decision = batch.file_name.endswith(".json")  # of an administrator, not a table
    sheets = picture(original, batch.file_name, found) if original is not None and not decision else ()
    with st.container(horizontal=True, key="batch_actions"):
        if original is not None:
            st.download_button(_("Original file"), data=original, file_name=batch.file_name, mime="application/octet-stream", on_click="ignore")
            if found and account and sheets:  # a running text has no cells to comment
                name, make = back(original, batch.file_name, found)
                return_button((make, name), "batch")
        if account:
            decide(batch, account)
    with st.container(key="batch_sheet"):
        sheet_and_findings(sheets, (), found, None, "b")
    section(_("What it changed"), _("Beside what stood without it, the largest jumps first."))
    difference_table(difference_of(batch), batch.batch_id, batch.batch_id)


def _original(batch: Batch) -> bytes | None:
    """The kept file; None, with a sentence, where it is gone."""
    try:
        return batches.original(the_store(), batch.batch_id)
    except StoreError as error:
        st.warning(plain(str(error)))
        return None


def decide(batch: Batch, account: Account) -> None:
    """What can be done with a batch: load or set aside what waits, undo what counts, let what was undone count again."""
    if batch.status == "staged":
        if st.button(_("Load into the database"), key=f"load_{batch.batch_id}", type="primary"):
            act(lambda: batches.commit(the_store(), batch.batch_id, by=account), _("Loaded {count} figures").format(count=batch.observations))
        if st.button(_("Set aside"), key=f"aside_{batch.batch_id}"):
            act(lambda: batches.discard(the_store(), batch.batch_id, by=account), _("Set aside: it waits no longer."))
    if batch.status == "committed":
        undo_button(batch, account)
    if batch.status == "undone":
        redo_button(batch, account)


def difference_of(batch: Batch) -> pd.DataFrame:
    """park.store.difference of a batch, kept until the store changes."""
    return _difference(str(the_store().path), the_store().version(), batch.batch_id)


@st.cache_data(show_spinner=False, max_entries=50)
def _difference(_path: str, version: int, batch_id: str) -> pd.DataFrame:
    return difference.of_batch(the_store(), batch_id)


def waiting(account: Account) -> None:
    """What was read but not loaded, by a watched folder or a visit that broke off: what it would change, and the decision."""
    found = batches.waiting(the_store())
    if not found:
        return
    section(_("{count} files wait to be loaded").format(count=len(found)), _("They were read, by the watched folder or in a visit that broke off, and count for nothing yet."))
    for batch in found:
        with st.container(border=True, key=f"waiting_{batch.batch_id}"):
            said = _("{file}: {rows} figures read, {errors} errors, {warnings} warnings").format(
                file=batch.file_name, rows=batch.observations, errors=batch.errors, warnings=batch.warnings)
            st.markdown(f"**{plain(said)}** · {plain(batch.uploaded_by)} · {local(batch.uploaded_at)}")
            with st.expander(_("Doubts and comparison")):
                findings_table(batches.findings(the_store(), batch.batch_id), f"waiting_{batch.batch_id}")
                difference_table(difference_of(batch), f"waiting_{batch.batch_id}", batch.batch_id)
            with st.container(horizontal=True):
                decide(batch, account)


def _story(batch: Batch) -> str:
    lines = [_("Uploaded by {name}, {when}").format(name=batch.uploaded_by, when=local(batch.uploaded_at))]
    if batch.undone_at:
        words = _("Set aside by {name}, {when}") if batch.status == "discarded" else _("Undone by {name}, {when}")
        lines.append(words.format(name=batch.undone_by, when=local(batch.undone_at)))
    lines.append(f"SHA-256 {batch.sha256[:16]}…")
    return escape(" · ".join(lines))

"""Parts of the desk: one file from what was read to what counts, and the way back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.store import CONTRACT_COLUMNS, Account, Batch, Finding, Reading, Refused, StoreError, batches

from .data import the_store
from .difference import difference_table
from .news import front_of, note, tell
from .sections import section
from .settle import settle_names
from .sheet import sheet_and_findings
from .table import Column, table
from .times import local
from .unsaid import ask_unsaid, told
from .words import basis_word, measure_word, plain

LARGEST = 20 * 1024 * 1024
MANY = 20_000  # figures from which a sheet's tints no longer ask which cells were read


def standing_batch(data: bytes) -> Batch | None:
    """The committed batch of this very file, None when it is new."""
    return batches.find_committed(the_store(), digest_of(data))


def digest_of(data: bytes) -> str:
    """The file's SHA-256."""
    return hashlib.sha256(data).hexdigest()


def already(batch: Batch, account: Account) -> None:
    """Says that the file stands and what it changed, and offers to undo it."""
    st.success(
        _("Loaded: {file}, {count} figures of {park}, batch {batch}, {when}.").format(
            file=plain(batch.file_name), count=batch.observations, park=plain(part_name(batch.park)), batch=batch.batch_id, when=local(batch.committed_at)
        )
    )
    tell(batch)
    undo_button(batch, account)
    if found := batches.findings(the_store(), batch.batch_id):
        with st.expander(_("{count} findings").format(count=len(found))):
            findings_table(found, f"said_{batch.batch_id}")


def undo_button(batch: Batch, account: Account) -> None:
    """Undoes a committed batch; nothing is deleted."""
    if st.button(_("Undo this batch"), key=f"undo_{batch.batch_id}"):
        act(lambda: batches.undo(the_store(), batch.batch_id, by=account), _("Undone: the figures that stood before are back."))


def redo_button(batch: Batch, account: Account) -> None:
    """Lets an undone batch count again."""
    if st.button(_("Let it count again"), key=f"redo_{batch.batch_id}"):
        act(lambda: batches.redo(the_store(), batch.batch_id, by=account), _("The batch counts again."))


def in_short(reading: Reading) -> str:
    """One line about a reading: how much was read, how many doubts."""
    rows, errors = reading.observations.num_rows, sum(f.severity == "error" for f in reading.findings)
    said = _("{file}: {rows} figures read, {errors} errors, {warnings} warnings").format(
        file=reading.file, rows=rows, errors=errors, warnings=sum(f.severity == "warning" for f in reading.findings)
    )
    return said + (_(", {count} projects").format(count=len(reading.projects)) if reading.projects else "")


def offer(laid, data: bytes, account: Account, key: str, back: tuple[Callable[[], bytes], str] | None = None, entry: str = "", titled: bool = True) -> None:
    """A file on the desk: what is unsaid, names to settle, the sheet with its doubts, what it would change, and what to do with it.

    laid: etl.desk's. back: the workbook for whoever must mend it, and its name. entry: the grid that it was typed into, "" for a file.
    titled: whether its name and counts stand above.
    """
    reading: Reading = laid.reading
    if titled:
        st.markdown(f"**{plain(in_short(reading))}**")
    if not entry:
        ask_unsaid(reading, laid.park, digest_of(data), key)
    settle_names(laid.unsettled, laid.park, account, key)
    doubts = [*reading.findings, *laid.difference.findings]
    with st.container(key=f"sheet_{key}"):
        sheet_and_findings(laid.pictures, reading.marks, doubts, cells_read(reading), f"s{key}")
    if not laid.pictures:
        observations_table(reading, f"read_{key}")
    if not (reading.observations.num_rows or reading.firms or reading.projects):
        st.error(_("{file}: no figures were recognised, nothing can be loaded.").format(file=plain(reading.file)))
    else:
        section(_("Compared with what stands"), _("The largest jumps first; ◆ is twice or half of what was to be expected. Missing: the file of the month before had it."))
        difference_table(laid.difference.rows, key)
        if reading.projects:
            st.caption(_("{count} projects are not compared one by one: the newest ledger line of each counts.").format(count=len(reading.projects)))
        with st.container(horizontal=True, key=f"actions_{key}"):
            commit_buttons(laid, data, account, key, entry)
            return_button(back if doubts else None, key)
        return
    return_button(back if doubts else None, key)


def return_button(back: tuple[Callable[[], bytes], str] | None, key: str) -> None:
    """The same workbook with comments at the doubts, to be sent back; nothing without doubts."""
    if back is None:
        return
    st.download_button(
        _("Workbook to send back"), data=back[0], file_name=back[1], on_click="ignore", key=f"back_{key}",
        help=_("The same workbook with colour and comments at the doubtful cells and a sheet of findings, for whoever must mend it."),
    )


def cells_read(reading: Reading) -> frozenset[tuple[str, str]] | None:
    """(sheet, cell) of the figures of a reading; None where there are too many to matter."""
    if reading.observations.num_rows > MANY:
        return None
    return frozenset(zip(reading.observations["sheet"].to_pylist(), reading.observations["cell"].to_pylist(), strict=True))


def doubtful(reading: Reading) -> set[int]:
    """Tables with a warning that an error does not keep out already."""
    return {f.table for f in reading.findings if f.severity == "warning" and f.table is not None} - (reading.held_back() or set())


def commit_buttons(laid, data: bytes, account: Account, key: str, entry: str = "") -> None:
    """Load all, or without the tables in doubt."""
    reading, doubts = laid.reading, doubtful(laid.reading)
    tables = {t for t in reading.observations["table"].unique().to_pylist()}
    refusal = laid.difference.refusal
    if refusal:
        st.error(plain(refusal))
    elif reading.held_back():
        st.caption(_("A table with an error is left out until it is settled in the file."))
    if st.button(_("Load into the database"), key=f"commit_{key}", type="primary", disabled=bool(refusal)):
        commit(laid, reading, data, account, entry=entry)
    if not refusal and doubts and tables - doubts and st.button(_("Load without the tables in doubt"), key=f"commit_sure_{key}"):
        commit(laid, reading.without(doubts), data, account, entry=entry)


def commit(laid, reading: Reading, data: bytes, account: Account, again: bool = True, entry: str = "") -> Batch | None:
    """Lets a reading of a file on the desk count, and keeps what it changed on the overview; says in one sentence why it cannot."""
    before = front_of(laid.park)
    area = laid.park if entry else told(digest_of(data)).park
    try:
        batch = batches.load(the_store(), reading, data, by=account, area=area)
    except (Refused, StoreError) as error:
        st.error(plain(str(error)))
        findings = [f for f in getattr(error, "findings", ()) if f not in reading.findings]
        if findings:
            findings_table(findings, f"refused_{digest_of(data)[:8]}")
        return None
    note(batch, before, front_of(batch.park), laid.difference.rows)
    st.toast(_("Loaded {count} figures").format(count=batch.observations))
    if entry:
        st.session_state[f"_entered_{entry}"] = (batch.batch_id, entered(entry)[1] + 1)
    if again:
        st.rerun()
    return batch


def entered(entry: str) -> tuple[Batch | None, int]:
    """The batch that was last made of a grid in this session while it stands, and how many were."""
    batch_id, turn = st.session_state.get(f"_entered_{entry}", ("", 0))
    batch = batches.get(the_store(), batch_id) if batch_id else None
    return batch if batch and batch.status == "committed" else None, turn


def observations_table(reading: Reading, key: str) -> None:
    """What was read, as it will be loaded."""
    rows = reading.observations.select(CONTRACT_COLUMNS).to_pandas()
    if rows.empty:
        st.info(_("No figures were recognised."))
        return
    rows["name"] = [indicator_name(code) for code in rows["indicator"]]
    rows["measure"] = [measure_word(code) for code in rows["measure"]]
    rows["basis"] = [basis_word(code) for code in rows["basis"]]
    table(rows, [
        Column("cell", _("Cell")), Column("sheet", _("Sheet")), Column("area", _("Area")), Column("cluster", _("Cluster")),
        Column("firm", _("Firm")), Column("name", _("Indicator")), Column("measure", _("Measure")), Column("basis", _("Basis")),
        Column("period_start", _("From")), Column("period_end", _("To")), Column("value", _("Figure"), "figure"),
        Column("unit", _("Unit")), Column("yoy", _("Growth, reported"), "signed"), Column("raw", _("As written")),
    ], key, height=380)


def findings_table(findings: list[Finding], key: str) -> None:
    """Doubts by cell, errors first."""
    with st.container(key=f"findings_{key}"):
        sheet_and_findings((), (), findings, None, f"f{key}")


def act(change: Callable[[], object], said: str) -> None:
    """Does a change of the store and says so, or says in one sentence why not."""
    try:
        change()
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.toast(said)
    st.rerun()

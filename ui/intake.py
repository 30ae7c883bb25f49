"""Parts of the upload page: what was read beside what is doubted, and letting it count."""

from __future__ import annotations

import hashlib
from html import escape

import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.store import CONTRACT_COLUMNS, Account, Batch, Finding, Reading, Refused, StoreError, batches

from .data import the_store
from .state import link
from .table import Column, table
from .times import local
from .words import basis_word, measure_word, plain

LARGEST = 20 * 1024 * 1024


def unsaid() -> tuple[str, str, str]:
    """Fields for what a file itself leaves unsaid: area, month, year."""
    with st.container(horizontal=True):
        area = st.text_input(_("Park or zone"), key="unsaid_area", placeholder=_("if the file does not say"), width=260)
        month = st.text_input(_("Month, as 2013-09"), key="unsaid_month", placeholder=_("if the file does not say"), width=200)
        year = st.text_input(_("Year"), key="unsaid_year", placeholder=_("if the file does not say"), width=200)
    return area.strip(), month.strip(), year.strip()


def standing_batch(data: bytes) -> Batch | None:
    """The committed batch of this very file, None when it is new."""
    return batches.find_committed(the_store(), hashlib.sha256(data).hexdigest())


def already(batch: Batch, account: Account) -> None:
    """Says that the file stands, and offers to undo it."""
    st.success(
        _("Loaded: {file}, {count} figures of {park}, batch {batch}, {when}.").format(
            file=plain(batch.file_name), count=batch.observations, park=plain(part_name(batch.park)), batch=batch.batch_id, when=local(batch.committed_at)
        )
    )
    with st.container(horizontal=True):
        undo_button(batch, account)
        st.page_link("pages/overview.py", label=_("See it on the overview"), query_params=link(area=batch.park, month=""))
    findings_table(batches.findings(the_store(), batch.batch_id), f"said_{batch.batch_id}")


def undo_button(batch: Batch, account: Account) -> None:
    """Undoes a committed batch; nothing is deleted."""
    if st.button(_("Undo this batch"), key=f"undo_{batch.batch_id}"):
        act(lambda: batches.undo(the_store(), batch.batch_id, by=account), _("Undone: the figures that stood before are back."))


def redo_button(batch: Batch, account: Account) -> None:
    """Lets an undone batch count again."""
    if st.button(_("Let it count again"), key=f"redo_{batch.batch_id}"):
        act(lambda: batches.redo(the_store(), batch.batch_id, by=account), _("The batch counts again."))


def offer(reading: Reading, data: bytes, area: str, account: Account, key: str) -> None:
    """What was read beside the findings, and the button that lets it count."""
    if not (reading.observations.num_rows or reading.firms or reading.projects):
        st.error(_("{file}: no figures were recognised, nothing can be loaded.").format(file=plain(reading.file)))
        if reading.findings:
            findings_table(list(reading.findings), f"doubt_{key}")
        return
    rows, errors = reading.observations.num_rows, [f for f in reading.findings if f.severity == "error"]
    st.write(
        _("{file}: {rows} figures read, {errors} errors, {warnings} warnings").format(
            file=plain(reading.file), rows=rows, errors=len(errors), warnings=sum(f.severity == "warning" for f in reading.findings)
        )
    )
    left, right = st.columns([1.3, 1], gap="medium")
    with left:
        observations_table(reading, f"read_{key}")
    with right:
        findings_table(list(reading.findings), f"doubt_{key}")
    if errors:
        st.warning(_("A table with an error is left out until it is settled in the file."))
    if st.button(_("Load into the database"), key=f"commit_{key}", type="primary"):
        try:
            batch = batches.load(the_store(), reading, data, by=account, area=area)
        except Refused as refused:
            st.error(plain(str(refused)))
            findings_table(list(refused.findings), f"refused_{key}")
        except StoreError as error:
            st.error(plain(str(error)))
        else:
            st.toast(_("Loaded {count} figures").format(count=batch.observations))
            st.rerun()


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
    if not findings:
        st.info(_("No doubts were found."))
        return
    words = {"error": _("▼ error"), "warning": _("◆ warning"), "note": _("○ note")}
    tones = {"error": "brick", "warning": "amber", "note": "muted"}
    order = list(words)
    with st.container(key=f"findings_{key}", height=380 if len(findings) > 6 else "content", border=False):
        rows = "".join(
            f'<tr><td class="pb-{tones[f.severity]}">{escape(words[f.severity])}</td>'
            f"<td>{escape(' '.join(p for p in (f.sheet, f.cell) if p))}</td>"
            f'<td>{escape(f.message)} <span class="pb-muted">{escape(f.suggestion)}</span></td></tr>'
            for f in sorted(findings, key=lambda f: order.index(f.severity))
        )
        heads = "".join(f"<th>{escape(head)}</th>" for head in (_("Kind"), _("Cell"), _("What, and what to do")))
        st.html(f'<table class="pb pb-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')


def act(change, said: str) -> None:
    """Does a change of the store and says so, or says in one sentence why not."""
    try:
        change()
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.toast(said)
    st.rerun()

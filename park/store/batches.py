"""Batches: a file's reading is staged, committed (or discarded), undone, redone. Nothing is ever deleted; undo only marks.

The original file is kept before anything else is done. A commit and its monthly truth are one transaction.
"""

from __future__ import annotations

import uuid
from pathlib import Path

import duckdb

from park.catalogue import Catalogue, load_catalogue
from park.locale import _

from . import audit, clashes, closing, conflicts, files, merging, rights, staging, truth
from .batch import COLUMNS, AlreadyLoaded, Batch, Refused
from .database import Store, StoreError, now
from .entities import Entities
from .records import Finding, Reading
from .rights import Account


def stage(
    store: Store, reading: Reading, data: bytes, *, by: Account, area: str = "", simulated: bool = False,
    catalogue: Catalogue | None = None,
) -> Batch:
    """Keeps the file and stores its reading without letting it count yet.

    Tables that an error keeps out are left out; the findings are kept. Raises AlreadyLoaded for a file that stands already, Refused when an error concerns the
    whole file, when every table is kept out, or when the park is not known; Forbidden when it speaks of an area that is not the
    account's.
    """
    rights.expect_staff(store, by, "stage", reading.file)
    sha256 = files.keep(store.files, data)
    standing = find_committed(store, sha256)
    if standing:
        raise AlreadyLoaded(standing)
    with rights.acting(store, by, "stage", reading.file) as cur:
        batch_id = _put_in(cur, store, reading, sha256, len(data), by, area, simulated, catalogue or load_catalogue())
    return get(store, batch_id)


def _put_in(
    cur: duckdb.DuckDBPyConnection, store: Store, reading: Reading, sha256: str, size: int, by: Account, area: str, simulated: bool, catalogue: Catalogue,
) -> str:
    """The staged batch of a reading, inside the caller's transaction; its id."""
    loadable = staging.without_doubtful_tables(reading)
    park_id, extra = staging.resolve_park(Entities(cur, catalogue), reading, area)
    if park_id is not None and loadable is not None:
        loadable, clashing = clashes.less(store, cur, Entities(cur, catalogue), park_id, loadable)
        extra = [*extra, *clashing]
    found = (*reading.findings, *extra)
    if park_id is None:
        raise Refused(_("The file was not loaded: its park is not known."), found)
    if loadable is None:
        raise Refused(_("The file was not loaded: errors must be settled first."), found)
    batch_id = uuid.uuid4().hex[:12]
    counts = staging.insert(cur, Entities(cur, catalogue), batch_id, park_id, loadable, found)
    severities = [f.severity for f in found]
    cur.execute(
        f"insert into batch ({COLUMNS}) values (?, 0, 'staged', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null)",
        [
            batch_id, park_id, reading.file, sha256, size, simulated or reading.simulated, *counts,
            severities.count("error"), severities.count("warning"), severities.count("note"), by.name, now(),
        ],
    )
    rights.expect_batch(cur, by, batch_id)
    audit.record(cur, by, "stage", batch_id, reading.file)
    return batch_id


def commit(store: Store, batch_id: str, *, by: Account) -> Batch:
    """Lets a staged batch count and rebuilds the monthly truth it touches, in one transaction. Raises StoreError if it is not staged."""
    with rights.acting(store, by, "commit", batch_id) as cur:
        batch = _expect(cur, batch_id, "staged")
        rights.expect_batch(cur, by, batch_id)
        if standing := find_committed(store, batch.sha256, cur):
            raise AlreadyLoaded(standing)
        _count(cur, batch, by)
    return get(store, batch_id)


def _count(cur: duckdb.DuckDBPyConnection, batch: Batch, by: Account, *, instead_of: Batch | None = None) -> None:
    """Lets a staged batch count, with its monthly truth and its doubts; instead_of: a committed one that stops counting with it."""
    if instead_of:
        _mark_undone(cur, instead_of, by)
    cur.execute(
        "update batch set status = 'committed', committed_at = ?, seq = (select max(seq) + 1 from batch) where batch_id = ?",
        [now(), batch.batch_id],
    )
    _rebuild(cur, batch.batch_id, *([instead_of.batch_id] if instead_of else []))
    doubts = conflicts.find(cur, batch.batch_id, load_catalogue())
    staging.insert_findings(cur, batch.batch_id, doubts)
    cur.execute("update batch set warnings = warnings + ? where batch_id = ?", [len(doubts), batch.batch_id])
    audit.record(cur, by, "commit", batch.batch_id, batch.file_name)


def replace(store: Store, batch_id: str, reading: Reading, data: bytes, *, by: Account, area: str = "") -> Batch:
    """Loads a reading in the place of a committed batch: one stops counting and the other begins in one transaction, or nothing changes.

    A closed month is held to what it says with both done. Raises what `load` and `undo` raise.
    """
    rights.expect_staff(store, by, "replace", batch_id)
    sha256 = files.keep(store.files, data)
    with rights.acting(store, by, "replace", batch_id) as cur:
        former = _expect(cur, batch_id, "committed")
        rights.expect_batch(cur, by, batch_id)
        merging.expect_unused(store, cur, batch_id)
        new = _put_in(cur, store, reading, sha256, len(data), by, area, False, load_catalogue())
        _count(cur, _expect(cur, new, "staged"), by, instead_of=former)
    return get(store, new)


def undo(store: Store, batch_id: str, *, by: Account) -> Batch:
    """Marks a committed batch as undone and brings back exactly the figures that stood without it."""
    with rights.acting(store, by, "undo", batch_id) as cur:
        batch = _expect(cur, batch_id, "committed")
        rights.expect_batch(cur, by, batch_id)
        if batch.file_name.endswith(".json") and merging.of_document(store, batch.sha256):
            raise StoreError(_("This batch says which figures count since two zones are merged; it is undone by taking them apart on the settings page."))
        merging.expect_unused(store, cur, batch_id)
        _mark_undone(cur, batch, by)
        _rebuild(cur, batch_id)
    return get(store, batch_id)


def _mark_undone(cur: duckdb.DuckDBPyConnection, batch: Batch, by: Account) -> None:
    cur.execute("update batch set status = 'undone', undone_by = ?, undone_at = ? where batch_id = ?", [by.name, now(), batch.batch_id])
    audit.record(cur, by, "undo", batch.batch_id, batch.file_name)


def redo(store: Store, batch_id: str, *, by: Account) -> Batch:
    """Lets an undone batch count again, in the place it had. Raises AlreadyLoaded if the file was loaded again meanwhile."""
    with rights.acting(store, by, "redo", batch_id) as cur:
        batch = _expect(cur, batch_id, "undone")
        rights.expect_batch(cur, by, batch_id)
        if standing := find_committed(store, batch.sha256, cur):
            raise AlreadyLoaded(standing)
        merging.expect_unused(store, cur, batch_id)
        cur.execute("update batch set status = 'committed', undone_by = null, undone_at = null where batch_id = ?", [batch_id])
        _rebuild(cur, batch_id)
        audit.record(cur, by, "redo", batch_id, batch.file_name)
    return get(store, batch_id)


def _rebuild(cur: duckdb.DuckDBPyConnection, *batch_ids: str) -> None:
    """The monthly truth anew; raises MonthClosed, which rolls everything back, when a closed month would change."""
    keys = list(dict.fromkeys(key for batch_id in batch_ids for key in touched(cur, batch_id)))
    with closing.guarded(cur, keys):
        truth.rebuild(cur, keys)


def touched(cur: duckdb.DuckDBPyConnection, batch_id: str) -> list[tuple[int, str, int]]:
    """(park, indicator, year) that a batch speaks of; for firms it describes, everything those firms report.

    A firm's zone, cluster or land changes sums that its figures are part of, whatever year they are of.
    """
    sql = Path(__file__).with_name("sql").joinpath("touched.sql").read_text(encoding="utf-8")
    return cur.execute(sql, {"batch": batch_id}).fetchall()


def load(
    store: Store, reading: Reading, data: bytes, *, by: Account, area: str = "", simulated: bool = False,
    catalogue: Catalogue | None = None,
) -> Batch:
    """Stages and commits in one go; what may not be committed is discarded, so that it does not wait for anybody."""
    staged = stage(store, reading, data, by=by, area=area, simulated=simulated, catalogue=catalogue)
    try:
        return commit(store, staged.batch_id, by=by)
    except StoreError:
        with store.write() as cur:  # the refusal stands in the audit already
            _discard(cur, staged.batch_id, by)
        raise


def load_within(cur: duckdb.DuckDBPyConnection, store: Store, reading: Reading, data: bytes, *, by: Account) -> str:
    """Stages and commits inside the caller's transaction, in which `by` acts already; the batch's id. Raises what `load` raises."""
    batch_id = _put_in(cur, store, reading, files.keep(store.files, data), len(data), by, "", False, load_catalogue())
    _count(cur, _expect(cur, batch_id, "staged"), by)
    return batch_id


def undo_within(cur: duckdb.DuckDBPyConnection, batch_id: str, *, by: Account) -> None:
    """Marks a committed batch as undone inside the caller's transaction, which rebuilds the monthly truth itself."""
    _mark_undone(cur, _expect(cur, batch_id, "committed"), by)


def discard(store: Store, batch_id: str, *, by: Account) -> Batch:
    """Sets a staged batch aside: it waits no longer and never counts; its file and figures stay in the records."""
    with rights.acting(store, by, "discard", batch_id) as cur:
        _expect(cur, batch_id, "staged")
        rights.expect_batch(cur, by, batch_id)
        _discard(cur, batch_id, by)
        audit.record(cur, by, "discard", batch_id)
    return get(store, batch_id)


def _discard(cur: duckdb.DuckDBPyConnection, batch_id: str, by: Account) -> None:
    cur.execute("update batch set status = 'discarded', undone_by = ?, undone_at = ? where batch_id = ?", [by.name, now(), batch_id])


def waiting(store: Store) -> list[Batch]:
    """The staged batches, which a person has to commit or discard, the oldest first; not those whose file stands already."""
    standing = "select sha256 from batch where status = 'committed'"
    return _select(store.cursor(), f"where status = 'staged' and sha256 not in ({standing}) order by uploaded_at, batch_id", [])


def get(store: Store, batch_id: str) -> Batch:
    """One batch by its id, or by a beginning of it that is unambiguous. Raises StoreError when there is none."""
    found = _select(store.cursor(), "where starts_with(batch_id, ?)", [batch_id]) if batch_id else []
    if len(found) != 1:
        raise StoreError(_("There is no batch {batch}. `python -m etl batches` lists them.").format(batch=batch_id))
    return found[0]


def every(store: Store) -> list[Batch]:
    """All batches, newest upload first."""
    return _select(store.cursor(), "order by uploaded_at desc, seq desc, batch_id", [])


def find_committed(store: Store, sha256: str, cur: duckdb.DuckDBPyConnection | None = None) -> Batch | None:
    """The committed batch of this very file, None when there is none."""
    found = _select(cur or store.cursor(), "where sha256 = ? and status = 'committed'", [sha256])
    return found[0] if found else None


def find_staged(store: Store, sha256: str) -> Batch | None:
    """The batch of this very file that waits to be committed, None when there is none."""
    found = _select(store.cursor(), "where sha256 = ? and status = 'staged' order by uploaded_at desc", [sha256])
    return found[0] if found else None


def findings(store: Store, batch_id: str) -> list[Finding]:
    """What was doubted in a batch, errors first."""
    rows = store.cursor().execute(
        "select code, severity, file, sheet, cell, message, suggestion from finding where batch_id = ? "
        "order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, rowid",
        [batch_id],
    ).fetchall()
    return [Finding(*row) for row in rows]


def original(store: Store, batch_id: str) -> bytes:
    """The file as it was received. Raises StoreError when it is no longer beside the database."""
    batch = get(store, batch_id)
    try:
        return files.content(store.files, batch.sha256)
    except FileNotFoundError:
        raise StoreError(_("The original file of batch {batch} is no longer beside the database.").format(batch=batch_id)) from None


def _select(cur: duckdb.DuckDBPyConnection, where: str, values: list) -> list[Batch]:
    rows = cur.execute(
        f"select {COLUMNS}, (select max(a.name) from area a where a.area_id = batch.park_id) from batch {where}", values
    ).fetchall()
    return [Batch(*row) for row in rows]


def _expect(cur: duckdb.DuckDBPyConnection, batch_id: str, status: str) -> Batch:
    found = _select(cur, "where batch_id = ?", [batch_id])
    if not found:
        raise StoreError(_("There is no batch {batch}. `python -m etl batches` lists them.").format(batch=batch_id))
    if found[0].status != status:
        states = {"staged": _("staged"), "committed": _("committed"), "undone": _("undone"), "discarded": _("set aside")}
        raise StoreError(_("Batch {batch} is {state}, so this cannot be done.").format(batch=batch_id, state=states[found[0].status]))
    return found[0]

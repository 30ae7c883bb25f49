"""Opens the DuckDB file: one writer, many readers; a store version number that caches go by."""

from __future__ import annotations

import contextlib
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import duckdb

from park.catalogue.load import decide
from park.locale import _

SCHEMA = Path(__file__).with_name("schema.sql")
SCHEMA_VERSION = "1"
MOST_REMEMBERED = 1000
T = TypeVar("T")
TABLES = set(re.findall(r"create table if not exists (\w+)", SCHEMA.read_text(encoding="utf-8")))
DEFAULT = Path(__file__).resolve().parents[2] / "data" / "park.duckdb"
# no extension is ever fetched: offices are offline
CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class StoreError(RuntimeError):
    """Something about the database that a person must settle; the message is one sentence in the language in use."""


class Refusal(StoreError):
    """Something asked for is not done, and the audit notes that it was asked for."""


class StoreBusy(StoreError):
    """Another process holds the database."""


class StoreMissing(StoreError):
    """There is no database at the path."""


def database_path(given: str | os.PathLike | None = None) -> Path:
    """The database to use: the given path, else $PARKBOARD_DATABASE, else data/park.duckdb."""
    return Path(given or os.environ.get("PARKBOARD_DATABASE") or DEFAULT)


def now() -> datetime:
    """Current time in UTC without zone: what the tables' timestamps hold."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Store:
    """An open database. Reads take a cursor each; writes go one at a time through `write()`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool, lender: Store | None = None):
        self._connection, self.path, self.read_only, self._lender = connection, path, read_only, lender
        self._root: Store = lender._root if lender else self  # what a lent store writes, the lender knows at once
        self._writing = lender._writing if lender else threading.RLock()
        self._version: int | None = None
        self._writes = 0
        self._kept: dict[object, tuple[int, float, object]] = {}

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own for one thread's reads."""
        return self._connection.cursor()

    def version(self) -> int:
        """Grows by one with every write: the key of caches. Asked of the file once after each write, since no other program can write to it."""
        known = self._root._version
        if known is None:
            with self._writing:
                known = self._root._version = int(self.cursor().execute("select value from meta where key = 'version'").fetchone()[0])
        return known

    @contextlib.contextmanager
    def write(self, *, silent: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction: all of it or nothing. Raises StoreError on a database opened for reading.

        silent: for what changes no figure (audit, sessions), so that the pages' caches stand.
        """
        if self.read_only:
            raise StoreError(_("This database was opened for reading only."))
        with self._writing:
            cursor = self._connection.cursor()
            cursor.begin()
            try:
                yield cursor
                if not silent:
                    cursor.execute("update meta set value = cast(cast(value as bigint) + 1 as varchar) where key = 'version'")
                cursor.commit()
                self._root._version = None
                self._root._writes += 1
            except BaseException:
                with contextlib.suppress(duckdb.Error):
                    cursor.rollback()
                raise
            finally:
                cursor.close()

    @contextlib.contextmanager
    def given_up(self, *, waits: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        """A transaction of which nothing stays. waits: others' writes wait for it, as they must where it deletes what they may delete too."""
        if self.read_only:
            raise StoreError(_("This database was opened for reading only."))
        with self._writing if waits else contextlib.nullcontext(), self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            finally:
                with contextlib.suppress(duckdb.Error):
                    cursor.rollback()

    def remembered(self, key: object, make: Callable[[], T], seconds: float) -> T:
        """What make() answered, until anything is written (silently too) or the seconds are over: for what every run of a page asks."""
        kept = self._root._kept.get(key)
        if kept and kept[0] == self._root._writes and time.monotonic() < kept[1]:
            return kept[2]
        if len(self._root._kept) > MOST_REMEMBERED:
            self._root._kept.clear()
        writes, answer = self._root._writes, make()
        self._root._kept[key] = writes, time.monotonic() + seconds, answer
        return answer

    @property
    def files(self) -> Path:
        """Where received files are kept, beside the database."""
        return self.path.parent / "files"

    def hold(self) -> Store:
        """Lets every `open_store` of this process share this store, as the app does with the commands handed over to it."""
        HELD[self.path.resolve()] = self
        return self

    def lend(self, read_only: bool) -> Store:
        """The same store for another caller, whose closing leaves it open; writers of both wait for each other."""
        return Store(self._connection, self.path, read_only, self)

    def close(self) -> None:
        if self._lender is None:
            if HELD.get(self.path.resolve()) is self:
                del HELD[self.path.resolve()]
            self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


HELD: dict[Path, Store] = {}  # stores that this process holds for as long as it runs


def open_store(path: str | os.PathLike | None = None, *, read_only: bool = False) -> Store:
    """Opens the database, making it when it is not there and may be written.

    Raises StoreBusy when another process holds it, StoreMissing when it is to be read and is not there, StoreError when the
    file is no database of ours.
    """
    file = database_path(path)
    if held := HELD.get(file.resolve()):
        return held.lend(read_only)
    if read_only and not file.exists():
        raise StoreMissing(
            _("There is no database at {path}. Load a file with `python -m etl load FILE`, or the demo with `python -m etl demo`.").format(path=file)
        )
    from . import settings  # which knows this module

    file.parent.mkdir(parents=True, exist_ok=True)
    connection = _connect(file, read_only)
    store = Store(connection, file, read_only)
    try:
        current = _prepare(store)
        if current:
            decide(settings.thresholds(store))
    except BaseException:
        connection.close()
        raise
    if not current:  # made by an earlier Parkboard that had fewer tables: they are added by opening it for writing
        connection.close()
        open_store(file).close()
        return open_store(file, read_only=True)
    return store


def _connect(file: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(file), read_only=read_only, config=CONFIG)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise StoreBusy(
                _("The database {path} is in use by another program (perhaps the running app). Close that program, or use another database with --db, and try again.").format(path=file)
            ) from None
        raise StoreError(_("{path} is not a Parkboard database, or it is damaged.").format(path=file)) from None
    except duckdb.Error:
        raise StoreError(_("{path} is not a Parkboard database, or it is damaged.").format(path=file)) from None


def _prepare(store: Store) -> bool:
    """Makes what is missing; False where something is missing in a database opened for reading."""
    cursor = store.cursor()
    tables = {name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()}
    if not store.read_only:
        cursor.begin()
        cursor.execute(SCHEMA.read_text(encoding="utf-8"))
        if "meta" not in tables:
            cursor.execute("insert into meta values ('version', '0'), ('schema', ?)", [SCHEMA_VERSION])
        cursor.commit()
    elif "meta" not in tables:
        raise StoreError(_("{path} is not a Parkboard database, or it is damaged.").format(path=store.path))
    found = cursor.execute("select value from meta where key = 'schema'").fetchone()
    if found is None or found[0] != SCHEMA_VERSION:
        raise StoreError(
            _("The database {path} was made by another version of Parkboard (schema {found}, this one needs {needed}).").format(
                path=store.path, found=found and found[0], needed=SCHEMA_VERSION
            )
        )
    return not store.read_only or tables >= TABLES

"""Database and received files copied together, each file verified by its SHA-256 and each table by its count."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from park.locale import _

from . import files
from .database import Store, StoreError, database_path, open_store

NAME = "park.duckdb"


def backup(store: Store, folder: Path) -> int:
    """Copies the open store into an empty or new folder; returns the number of files kept with it.

    Raises StoreError when the folder is not empty or the copy does not verify.
    """
    _expect_empty(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with store.write() as cur:
        source = cur.execute("select current_database()").fetchone()[0]
        counts = _counts(cur)
    cur = store.cursor()
    quoted = str(folder / NAME).replace("'", "''")
    cur.execute(f"attach '{quoted}' as safe")
    try:
        cur.execute(f'copy from database "{source}" to safe')
    finally:
        cur.execute("detach safe")
    copied = _copy_files(store.files, folder / "files")
    with open_store(folder / NAME, read_only=True) as copy:
        found = _counts(copy.cursor())
    if any(found.get(table, 0) < count for table, count in counts.items()):
        raise StoreError(_("The backup in {folder} does not match the database; make it again.").format(folder=folder))
    return copied


def restore(folder: Path, db: str | os.PathLike | None) -> tuple[Path, int]:
    """Brings a backup to the database's place, which must be free; returns that place and the number of files.

    Raises StoreError when there is no backup in the folder, the place is taken, or a file is damaged.
    """
    target = database_path(db)
    if not (folder / NAME).exists():
        raise StoreError(_("There is no backup in {folder}.").format(folder=folder))
    if target.exists():
        raise StoreError(_("There is already a database at {path}; move it away first, nothing is overwritten.").format(path=target))
    with open_store(folder / NAME, read_only=True):
        pass
    target.parent.mkdir(parents=True, exist_ok=True)
    copied = _copy_files(folder / "files", target.parent / "files")
    shutil.copy2(folder / NAME, target)
    return target, copied


def _expect_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(_("{folder} is not an empty folder; a backup goes into a new or empty one.").format(folder=folder))


def _counts(cur) -> dict[str, int]:
    tables = [name for (name,) in cur.execute("select table_name from duckdb_tables() where database_name = current_database()").fetchall()]
    return {table: cur.execute(f'select count(*) from "{table}"').fetchone()[0] for table in tables}


def _copy_files(source: Path, target: Path) -> int:
    count = 0
    for path in sorted(source.iterdir()) if source.exists() else ():
        if path.name.startswith("."):
            continue
        data = path.read_bytes()
        if files.digest(data) != path.name:
            raise StoreError(_("The kept file {name} is damaged: its content does not fit its name.").format(name=path.name))
        files.keep(target, data)
        count += 1
    return count

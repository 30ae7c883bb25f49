"""Database, received files and kept briefing sets copied together, each file verified by its SHA-256 and each table by its count."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path

from park.locale import _

from . import files
from .database import Store, StoreError, database_path, open_store

NAME = "park.duckdb"


def backup(store: Store, folder: Path) -> int:
    """Copies the open store into an empty or new folder; returns the number of received files kept with it.

    Raises StoreError when the folder is not empty or the copy does not verify.
    """
    _expect_empty(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with store.write() as cur:
        source = cur.execute("select current_database()").fetchone()[0]
        counts = _counts(cur)
    cur = store.cursor()
    quoted, safe = str(folder / NAME).replace("'", "''"), f"safe_{uuid.uuid4().hex}"  # two backups at once do not meet
    cur.execute(f"attach '{quoted}' as {safe}")
    try:
        cur.execute(f'copy from database "{source}" to {safe}')
    finally:
        cur.execute(f"detach {safe}")
    copied = _copy_files(store.files, folder / "files")
    _copy_sets(_sets(store.path.parent), folder / files.BRIEFINGS)
    with open_store(folder / NAME, read_only=True) as copy:
        found = _counts(copy.cursor())
    if any(found.get(table, 0) < count for table, count in counts.items()):
        raise StoreError(_("The backup in {folder} does not match the database; make it again.").format(folder=folder))
    return copied


def restore(folder: Path, db: str | os.PathLike | None) -> tuple[Path, int]:
    """Brings a backup to the database's place, which must be free; returns that place and the number of received files.

    Raises StoreError when there is no backup in the folder, the place is taken, another kept set has the same name, or a file is damaged.
    """
    target = database_path(db)
    if not (folder / NAME).exists():
        raise StoreError(_("There is no backup in {folder}.").format(folder=folder))
    if target.exists():
        raise StoreError(_("There is already a database at {path}; move it away first, nothing is overwritten.").format(path=target))
    with open_store(folder / NAME, read_only=True) as copy:
        counts = _counts(copy.cursor())
    sets = _sets(folder)
    _expect_none_other(sets, target.parent / files.BRIEFINGS)
    target.parent.mkdir(parents=True, exist_ok=True)
    copied = _copy_files(folder / "files", target.parent / "files")
    _copy_sets(sets, target.parent / files.BRIEFINGS)
    shutil.copy2(folder / NAME, target)
    with open_store(target, read_only=True) as restored:
        if _counts(restored.cursor()) != counts:
            raise StoreError(_("The restored database at {path} does not match the backup; move it away and try again.").format(path=target))
    return target, copied


def _expect_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(_("{folder} is not an empty folder; a backup goes into a new or empty one.").format(folder=folder))


def _sets(folder: Path) -> dict[str, bytes]:
    """File name -> content of the kept sets beside a database."""
    return {path.name: path.read_bytes() for path in sorted((folder / files.BRIEFINGS).glob("*.json"))}


def _expect_none_other(sets: dict[str, bytes], folder: Path) -> None:
    if any((folder / name).exists() and (folder / name).read_bytes() != content for name, content in sets.items()):
        raise StoreError(_("There are other kept sets in {folder}; move them away first, nothing is overwritten.").format(folder=folder))


def _copy_sets(sets: dict[str, bytes], folder: Path) -> None:
    for name, content in sets.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


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

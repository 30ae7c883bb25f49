"""`python -m etl backup DIR` and `python -m etl restore DIR`: database and received files together, verified."""

from __future__ import annotations

import argparse
from pathlib import Path

from park.locale import _
from park.store import backup, open_store

from .common import add_database, say


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    for name, what, run in (
        ("backup", _("copy database and files into an empty folder, and verify the copy"), run_backup),
        ("restore", _("bring a backup back to an empty place"), run_restore),
    ):
        parser = subparsers.add_parser(name, help=what)
        parser.add_argument("folder", metavar="DIR", type=Path)
        add_database(parser)
        parser.set_defaults(run=run)


def run_backup(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db) as store:
        count = backup.backup(store, arguments.cwd / arguments.folder)
    say(_("Backed up to {folder}: the database and {count} files, verified.").format(folder=arguments.folder, count=count))
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    path, count = backup.restore(arguments.cwd / arguments.folder, arguments.db)
    say(_("Restored to {path}: the database and {count} files, verified.").format(path=path, count=count))
    return 0

"""`python -m etl batches`, `commit BATCH`, `undo BATCH`, `redo BATCH`."""

from __future__ import annotations

import argparse
import csv
import sys

from park.locale import _
from park.store import batches, open_store

from .common import actor, add_by, add_database, say

COLUMNS = (
    "batch", "status", "park", "file", "observations", "firms", "projects", "errors", "warnings", "notes", "simulated",
    "by", "at", "committed_at", "undone_by", "undone_at",
)


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    listing = subparsers.add_parser("batches", help=_("list the batches, newest first, as CSV"))
    add_database(listing)
    listing.set_defaults(run=run_list)
    for name, what, run in (("commit", _("let a staged batch count"), run_commit), ("undo", _("take a batch back"), run_undo), ("redo", _("let an undone batch count again"), run_redo)):
        parser = subparsers.add_parser(name, help=what)
        parser.add_argument("batch", metavar="BATCH")
        add_by(parser)
        add_database(parser)
        parser.set_defaults(run=run)


def run_list(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db, read_only=True) as store:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(COLUMNS)
        for b in batches.every(store):
            out.writerow(
                [
                    b.batch_id, b.status, b.park, b.file_name, b.observations, b.firms, b.projects, b.errors, b.warnings, b.notes,
                    b.simulated, b.uploaded_by, b.uploaded_at, b.committed_at or "", b.undone_by or "", b.undone_at or "",
                ]
            )
    return 0


def run_commit(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db) as store:
        batch = batches.commit(store, batches.get(store, arguments.batch).batch_id, by=actor(arguments))
        say(_("Batch {batch} ({file}) counts now.").format(batch=batch.batch_id, file=batch.file_name))
    return 0


def run_undo(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db) as store:
        batch = batches.undo(store, batches.get(store, arguments.batch).batch_id, by=actor(arguments))
        say(_("Batch {batch} ({file}) is undone; the figures that stood before it stand again.").format(batch=batch.batch_id, file=batch.file_name))
    return 0


def run_redo(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db) as store:
        batch = batches.redo(store, batches.get(store, arguments.batch).batch_id, by=actor(arguments))
        say(_("Batch {batch} ({file}) counts again.").format(batch=batch.batch_id, file=batch.file_name))
    return 0

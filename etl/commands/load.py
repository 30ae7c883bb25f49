"""`python -m etl load FILE…`: extract, check and commit; `stage`: without the commit."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from etl.intake import read_for
from etl.read.grid import Unreadable
from park.locale import _
from park.store import AlreadyLoaded, Batch, Forbidden, Refusal, Refused, Store, batches, files, open_store

from .common import actor, add_by, add_database, add_unsaid, say, say_findings


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    for name, what, run in (
        ("load", _("extract, check and commit files"), run_load),
        ("stage", _("extract and check files; a person commits them on the page of records or with `commit`"), run_stage),
    ):
        parser = subparsers.add_parser(name, help=what)
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        add_unsaid(parser)
        add_by(parser)
        add_database(parser)
        parser.set_defaults(run=run)


def run_load(arguments: argparse.Namespace) -> int:
    """Loads each file by itself; the worst exit status of them is the command's."""
    with open_store(arguments.db) as store:
        return max(load_file(store, path, arguments, batches.load) for path in arguments.files)


def run_stage(arguments: argparse.Namespace) -> int:
    """Stages each file by itself; nothing counts before somebody commits it."""
    with open_store(arguments.db) as store:
        return max(load_file(store, path, arguments, batches.stage) for path in arguments.files)


def load_file(store: Store, path: Path, arguments: argparse.Namespace, take: Callable[..., Batch]) -> int:
    """0 loaded or standing already, 1 kept out by an error (wholly or in part), 2 unreadable or refused. take: batches.load or .stage."""
    try:
        data = (arguments.cwd / path).read_bytes()
        if take is batches.stage and (waiting := batches.find_staged(store, files.digest(data))):
            say(_("{file}: this very file waits as batch {batch} already; nothing was changed.").format(file=path.name, batch=waiting.batch_id))
            return 0
        reading = read_for(store, data, path.name, area=arguments.area, month=arguments.month, year=arguments.year)
        batch = take(store, reading, data, by=actor(arguments), area=arguments.area)
    except OSError as error:
        say(_("{file} cannot be opened: {reason}").format(file=path, reason=error.strerror))
        return 2
    except Unreadable as error:
        say(f"{path.name}: {error.message} {error.suggestion}".rstrip())
        return 2
    except AlreadyLoaded as error:
        say(f"{path.name}: {error}")
        return 0
    except Refused as error:
        say_findings(error.findings)
        say(f"{path.name}: {error}")
        return 1
    except Refusal as error:
        if arguments.account and isinstance(error, Forbidden):
            raise
        say(f"{path.name}: {error}")
        return 2
    say_findings(reading.findings, notes=False)
    print(
        _("{file}: batch {batch}, {park}: {observations} observations, {firms} firms, {projects} projects; {errors} errors, {warnings} warnings, {notes} notes").format(
            file=path.name, batch=batch.batch_id, park=batch.park, observations=batch.observations, firms=batch.firms,
            projects=batch.projects, errors=batch.errors, warnings=batch.warnings, notes=batch.notes,
        )
    )
    return 1 if batch.errors else 0

"""`python -m etl demo`: loads the demo parks through the same way as anybody's file."""

from __future__ import annotations

import argparse

from etl.confirmed import confirmed
from etl.demo import DemoFile, demo_files
from etl.extract import extract
from park.catalogue import load_catalogue
from park.locale import _
from park.store import AlreadyLoaded, Refused, batches, open_store, operator

from .common import add_database, say, say_findings

BY = operator("demo")


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("demo", help=_("load the demo parks"))
    add_database(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 loaded, or standing already; 1 when a file was kept out."""
    loaded, refused = [], 0
    with open_store(arguments.db) as store:
        for file in demo_files():
            try:
                loaded.append(_load(store, file))
            except AlreadyLoaded:
                continue
            except Refused as error:
                say_findings(error.findings)
                refused += 1
    if loaded:
        say(_("Demo loaded: {batches} batches, {observations} observations.").format(batches=len(loaded), observations=sum(b.observations for b in loaded)))
    elif not refused:
        say(_("The demo stands already; nothing was changed."))
    return 1 if refused else 0


def _load(store, file: DemoFile):
    data = file.path.read_bytes()
    if file.document:
        reading = confirmed(file.path, load_catalogue(), file.title).reading
    else:
        reading = extract(data, file.path.name, area=file.area)
    return batches.load(store, reading, data, by=BY, area=file.area, simulated=file.simulated)

"""`python -m etl learn`: settles what a written name means for a park, lists or takes back what was settled."""

from __future__ import annotations

import argparse
import csv
import sys

from park.catalogue import load_catalogue
from park.locale import _
from park.store import StoreError, learned, open_store
from park.store.entities import Entities

from .common import actor, add_by, add_database, say


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("learn", help=_("settle what a name in files means for a park; without a name, list what is settled"))
    parser.add_argument("kind", choices=learned.KINDS, nargs="?", help=_("what the name is of"))
    parser.add_argument("written", nargs="?", metavar="WRITTEN", help=_("the name as files write it"))
    parser.add_argument("meaning", nargs="?", default="", metavar="MEANING", help=_("code of the indicator, name of the zone or cluster; nothing takes it back"))
    parser.add_argument("--area", metavar="PARK", required=True, help=_("the park it holds for"))
    add_by(parser)
    add_database(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    with open_store(arguments.db) as store:
        if arguments.written:
            learned.remember(store, arguments.area, arguments.kind, arguments.written, arguments.meaning, by=actor(arguments))
            say(_("Settled for {park}: {written}.").format(park=arguments.area, written=arguments.written))
            return 0
        park_id = Entities(store.cursor(), load_catalogue()).find_park(arguments.area)
        if park_id is None:
            raise StoreError(_("No park is called {name}.").format(name=arguments.area))
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(("kind", "written", "meaning"))
        out.writerows(learned.settled(store, park_id))
    return 0

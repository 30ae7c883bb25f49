"""`python -m park setting KEY [VALUE]`: what holds for the whole installation."""

from __future__ import annotations

import argparse

from park.locale import _
from park.store import open_store, operator, settings


def add_parser(commands) -> None:
    """Adds setting."""
    text = _("settings of the installation: viewing open or signed_in")
    command = commands.add_parser("setting", help=text, description=text)
    command.add_argument("key", choices=list(settings.CHOICES))
    command.add_argument("value", nargs="?", metavar="VALUE", help=_("leave out to read it"))
    command.add_argument("--db", metavar="PATH", help=_("the database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Prints the setting as it stands now, after the change if one is asked for."""
    with open_store(given.db) as store:
        if given.value is not None:
            settings.put(store, given.key, given.value, by=operator(given.user))
        print(settings.get(store, given.key))
    return 0

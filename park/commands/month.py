"""`python -m park month`, `close`, `reopen` and `audit`."""

from __future__ import annotations

import argparse
import sys

import pandas as pd

from park import questions as ask
from park.locale import _
from park.store import audit, closing, open_store, operator

from . import output

STATE = ("area", "indicator", "state", "message", "file", "sheet", "cell", "batch")


def add_parser(commands) -> None:
    """Adds month, close, reopen and audit."""
    month = _command(commands, "month", _month, _("what each area has reported for a month and what it owes"))
    month.add_argument("--month", metavar="YYYY-MM", help=_("as-of month (default: the latest with data)"))
    month.add_argument("--area", metavar="NAME", help=_("park or zone (default: the park when there is one)"))
    for name, run, text in (("close", _close, _("close a month: its figures stay as they are")), ("reopen", _reopen, _("open a closed month again"))):
        command = _command(commands, name, run, text)
        command.add_argument("--month", metavar="YYYY-MM", required=True)
        command.add_argument("--area", metavar="NAME", help=_("park (default: the only one)"))
        command.add_argument("--note", metavar="TEXT", default="", required=name == "reopen", help=_("stands in the records"))
    _command(commands, "audit", _audit, _("every write, sign-in and refusal, the latest first"))


def _command(commands, name: str, run, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--db", metavar="PATH", help=_("the database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    if name in ("month", "audit"):
        command.add_argument("--format", choices=output.FORMATS, help=_("default: table on a terminal, csv otherwise"))
    command.set_defaults(run=run)
    return command


def _month(given: argparse.Namespace) -> int:
    with open_store(given.db, read_only=True) as store:
        cur = store.cursor()
        area = ask.find_area(cur, given.area) if given.area else ask.speaking_area(cur, given.month)
        month = given.month or ask.latest_month(cur, area)
        if month is None:
            raise ask.QuestionError(_("{area} has no figures yet.").format(area=area.name))
        output.write(ask.month_state(cur, month=month, area=area), STATE, given.format)
    return 0


def _close(given: argparse.Namespace) -> int:
    with open_store(given.db) as store:
        park = ask.find_area(store.cursor(), given.area).name
        closing.close(store, park, given.month, by=operator(given.user), note=given.note)
    print(_("{month} of {park} is closed.").format(month=given.month, park=park), file=sys.stderr)
    return 0


def _reopen(given: argparse.Namespace) -> int:
    with open_store(given.db) as store:
        park = ask.find_area(store.cursor(), given.area).name
        closing.reopen(store, park, given.month, by=operator(given.user), note=given.note)
    print(_("{month} of {park} is open again.").format(month=given.month, park=park), file=sys.stderr)
    return 0


def _audit(given: argparse.Namespace) -> int:
    with open_store(given.db, read_only=True) as store:
        output.write(pd.DataFrame(audit.lines(store), columns=audit.COLUMNS), audit.COLUMNS, given.format)
    return 0

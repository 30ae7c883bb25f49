"""Arguments and messages that several commands share."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable

from park.locale import _
from park.store import Account, Finding, operator


def add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--db", metavar="PATH", help=_("database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))


def add_by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="WHO", default="", help=_("who does this (default: the signed-in user of this machine)"))


def add_unsaid(parser: argparse.ArgumentParser) -> None:
    """--area, --month and --year: what the file itself leaves unsaid."""
    parser.add_argument("--area", metavar="NAME", default="", help=_("park or zone, where the file does not say it"))
    parser.add_argument("--month", metavar="YYYY-MM", default="", type=_month, help=_("month, where the file does not say it"))
    parser.add_argument("--year", metavar="YYYY", default="", type=_year, help=_("year, where the file does not say it"))


def actor(arguments: argparse.Namespace) -> Account:
    """Who acts: the account that a token stands for; else the operator of this machine, under the name given with --by."""
    return arguments.account or operator(getattr(arguments, "by", "") or arguments.user)


def say(text: str) -> None:
    """A message to standard error."""
    print(text, file=sys.stderr)


def say_findings(findings: Iterable[Finding], *, notes: bool = True) -> None:
    """Findings one a line: severity, address, what, what to do."""
    words = {"error": _("error"), "warning": _("warning"), "note": _("note")}
    for f in findings:
        if notes or f.severity != "note":
            place = " ".join(part for part in (f.file, f.sheet, f.cell) if part)
            say(f"{words.get(f.severity, f.severity)} [{f.code}] {place}: {f.message} {f.suggestion}".rstrip())


def _month(text: str) -> str:
    if text and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError(_("{text} is not a month; write it as 2013-09").format(text=text))
    return text


def _year(text: str) -> str:
    if text and not re.fullmatch(r"(19|20)\d\d", text):
        raise argparse.ArgumentTypeError(_("{text} is not a year; write it as 2013").format(text=text))
    return text

"""`python -m park account add|list|password|remove NAME`."""

from __future__ import annotations

import argparse
import getpass
import sys

from park.locale import _
from park.store import StoreError, accounts, open_store, operator


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("account", help=_("accounts of staff"))
    parser.add_argument("action", choices=("add", "list", "password", "remove"))
    parser.add_argument("name", metavar="NAME", nargs="?", default="")
    parser.add_argument("--role", choices=accounts.ROLES, default="staff", help=_("what the account may do (default: staff)"))
    parser.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    parser.add_argument("--db", metavar="PATH", help=_("database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 done; 2 with a sentence when the name is missing, taken or unknown, or the passwords differ."""
    by = operator(getpass.getuser())
    with open_store(arguments.db) as store:
        if arguments.action == "list":
            for name, role, made in accounts.every(store):
                print(f"{name},{role},{made:%Y-%m-%d}")
            return 0
        if not arguments.name:
            raise StoreError(_("An account needs a name."))
        if arguments.action == "remove":
            accounts.remove(store, arguments.name, by=by)
        elif arguments.action == "password":
            accounts.change_password(store, arguments.name, _ask(arguments), by=by)
        else:
            accounts.add(store, arguments.name, _ask(arguments), role=arguments.role, by=by)
    print(_("Done: {name}.").format(name=arguments.name), file=sys.stderr)
    return 0


def _ask(arguments: argparse.Namespace) -> str:
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_("Password: "))
    if first != getpass.getpass(_("Once more: ")):
        raise StoreError(_("The two passwords differ; nothing was changed."))
    return first

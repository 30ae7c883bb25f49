"""`python -m park account add|list|role|password|remove NAME` and `token|tokens|revoke`."""

from __future__ import annotations

import argparse
import getpass
import sys

from park.locale import _
from park.questions import find_area
from park.store import Store, StoreError, accounts, open_store, operator, sessions

ACTIONS = ("add", "list", "role", "password", "remove", "token", "tokens", "revoke")


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("account", help=_("accounts of staff, and tokens of scripts"))
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help=_("the account (revoke: the token's number)"))
    parser.add_argument("--role", choices=accounts.ROLES, default="staff", help=_("what the account may do (default: staff)"))
    parser.add_argument("--area", metavar="NAME", action="append", default=[], help=_("park or zone that a staff account is limited to; may be given several times"))
    parser.add_argument("--no-password", action="store_true", help=_("for whoever signs in with OpenID Connect; NAME is the e-mail address"))
    parser.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    parser.add_argument("--db", metavar="PATH", help=_("database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 done; 2 with a sentence when the name is missing, taken or unknown, or the passwords differ."""
    if arguments.action not in ("list", "tokens") and not arguments.name:
        raise StoreError(_("An account needs a name."))
    if arguments.action == "password" or (arguments.action == "add" and not arguments.no_password):
        # asked here, before the command is handed over to a running app
        arguments.answers.setdefault("password", _ask(arguments) if "password" not in arguments.answers else "")
    with open_store(arguments.db) as store:
        return _do(store, arguments)


def _do(store: Store, arguments: argparse.Namespace) -> int:
    by, name, password = operator(arguments.user), arguments.name, arguments.answers.get("password")
    areas = tuple(find_area(store.cursor(), area).area_id for area in arguments.area)
    match arguments.action:
        case "list":
            for known, role, made in accounts.every(store):
                print(f"{known},{role},{made:%Y-%m-%d},{' '.join(accounts.area_names(store, known))}")
            return 0
        case "tokens":
            for token_id, owner, made_by, made in sessions.tokens(store):
                print(f"{token_id},{owner},{made_by},{made:%Y-%m-%d}")
            return 0
        case "token":
            print(sessions.make_token(store, name, by=by))
        case "revoke":
            sessions.revoke(store, name, by=by)
        case "remove":
            accounts.remove(store, name, by=by)
        case "role":
            accounts.change(store, name, role=arguments.role, areas=areas, by=by)
        case "password":
            accounts.change_password(store, name, password, by=by)
        case "add":
            accounts.add(store, name, password, role=arguments.role, areas=areas, by=by)
    print(_("Done: {name}.").format(name=name), file=sys.stderr)
    return 0


def _ask(arguments: argparse.Namespace) -> str:
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_("Password: "))
    if first != getpass.getpass(_("Once more: ")):
        raise StoreError(_("The two passwords differ; nothing was changed."))
    return first

"""Beside a running app: the app holds the database, so commands hand themselves over to it and never open a second writer.

The app writes PATH.app beside its database: its own address and a secret, readable by its user alone. Whoever can read that file
could read the database itself; so the app does for them what the command would have done.
"""

from __future__ import annotations

import argparse
import atexit
import getpass
import json
import os
import ssl
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from park.locale import _, language

from .database import StoreBusy, StoreError, database_path

COMMAND = "/api/command"


@dataclass(frozen=True, slots=True)
class App:
    """A running app: its address on this machine and its secret."""

    address: str
    secret: str


def file_of(database: Path) -> Path:
    """The file in which the app that holds a database says where it is."""
    return database.with_name(f"{database.name}.app")


def announce(database: Path, app: App) -> None:
    """Says where the app is; taken back when the process ends. Replaces what an app that was killed left behind."""
    path = file_of(database)
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"address": app.address, "secret": app.secret}, file)
    os.replace(half, path)
    atexit.register(_withdraw, path, app)


def _withdraw(path: Path, app: App) -> None:
    if _read(path) == app:
        path.unlink(missing_ok=True)


def _read(path: Path) -> App | None:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        return App(given["address"], given["secret"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def prepared(arguments: argparse.Namespace, given: dict) -> argparse.Namespace:
    """A command's arguments with what every command may ask: user, account (of a token, else None), cwd, answers."""
    for key, value in ({"user": _user(), "account": None, "cwd": Path(), "answers": {}} | given).items():
        setattr(arguments, key, value)
    return arguments


def hand_over(program: str, argv: Sequence[str], arguments: argparse.Namespace, busy: StoreBusy) -> int:
    """Lets the app that holds the database run a command; prints what it said and returns its status.

    Raises busy where the holder is no app, or none that this user may speak to; StoreError where the app ended meanwhile.
    """
    app = _read(file_of(database_path(arguments.db)))
    if app is None:
        raise busy
    order = {
        "program": program, "argv": list(argv), "cwd": os.getcwd(), "language": language(), "user": _user(),
        "terminal": sys.stdout.isatty(), "answers": getattr(arguments, "answers", {}),
    }
    answer = _ask(app, order, busy)
    for stream, text in answer["said"]:
        (sys.stdout if stream == "out" else sys.stderr).write(text)
    return int(answer["status"])


def _ask(app: App, order: dict, busy: StoreBusy) -> dict:
    request = urllib.request.Request(
        app.address + COMMAND, json.dumps(order).encode(), {"Authorization": f"Bearer {app.secret}", "Content-Type": "application/json"})
    # the app's own machine: no proxy, and a certificate is not what tells it apart, its secret is
    ways = [urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ssl._create_unverified_context())]
    try:
        with urllib.request.build_opener(*ways).open(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        raise busy from None
    except urllib.error.URLError:
        raise busy from None
    except OSError:
        raise StoreError(_("The running app ended before the command was done; look at `python -m etl batches` for what was done.")) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"

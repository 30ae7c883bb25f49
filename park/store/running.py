"""Beside a running app: the app holds the database, so commands hand themselves over to it and never open a second writer.

The app writes PATH.app beside its database: its own address and a secret, readable by its user alone. Whoever can read that file
could read the database itself; so the app does for them what the command would have done.
"""

from __future__ import annotations

import argparse
import atexit
import getpass
import hashlib
import hmac
import http.client
import json
import os
import secrets
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
PATIENCE = 10  # seconds in which an app says that it is there; the command itself may take as long as it takes


@dataclass(frozen=True, slots=True)
class App:
    """A running app: its address on this machine, its secret, its process (0 where it is not said)."""

    address: str
    secret: str
    pid: int = 0


ANNOUNCED: dict[Path, App] = {}  # by this process


def file_of(database: Path) -> Path:
    """The file in which the app that holds a database says where it is."""
    return database.with_name(f"{database.name}.app")


def announce(database: Path, app: App) -> None:
    """Says where the app is, until `withdraw` or the process's end. Replaces what an app that was killed left behind."""
    path = file_of(database)
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"address": app.address, "secret": app.secret, "pid": app.pid}, file)
    os.replace(half, path)
    if not ANNOUNCED:
        atexit.register(withdraw)
    ANNOUNCED[path] = app


def withdraw() -> None:
    """Takes back what this process announced: at its end, also when it is told to end (SIGTERM)."""
    for path, app in list(ANNOUNCED.items()):
        if _read(path) == app:
            path.unlink(missing_ok=True)


def proof(secret: str, challenge: str) -> str:
    """What only a process that knows the secret can answer to a challenge."""
    return hmac.new(secret.encode(), challenge.encode(), hashlib.sha256).hexdigest()


def _read(path: Path) -> App | None:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        return App(given["address"], given["secret"], int(given.get("pid", 0)))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def prepared(arguments: argparse.Namespace, given: dict) -> argparse.Namespace:
    """A command's arguments with what every command may ask: user, account (of a token, else None), cwd, answers."""
    for key, value in ({"user": _user(), "account": None, "cwd": Path(), "answers": {}} | given).items():
        setattr(arguments, key, value)
    return arguments


def hand_over(program: str, argv: Sequence[str], arguments: argparse.Namespace, busy: StoreBusy) -> int:
    """Lets the app that holds the database run a command; prints what it said and returns its status.

    Raises busy where the holder is no app, or none that this user may speak to; StoreError where the app ended meanwhile. What a killed app
    left behind is seen through: its process is gone, or whoever has its port now does not know its secret, which is never sent to find out.
    """
    app = _read(file_of(database_path(arguments.db)))
    if app is None or not _is_there(app):
        raise busy
    order = {
        "program": program, "argv": list(argv), "cwd": os.getcwd(), "language": language(), "user": _user(),
        "terminal": sys.stdout.isatty(), "answers": getattr(arguments, "answers", {}),
    }
    answer = _ask(app, order, busy)
    for stream, text in answer["said"]:
        (sys.stdout if stream == "out" else sys.stderr).write(text)
    return int(answer["status"])


def _is_there(app: App) -> bool:
    if app.pid and os.name != "nt":  # on Windows asking for a process would end it
        try:
            os.kill(app.pid, 0)
        except ProcessLookupError:
            return False
        except OSError:
            pass  # another user's
    challenge = secrets.token_urlsafe(16)
    try:
        with _opener().open(f"{app.address}{COMMAND}?challenge={challenge}", timeout=PATIENCE) as answer:
            said = answer.read(1000)
    except (OSError, http.client.HTTPException, ValueError):
        return False
    return hmac.compare_digest(said, proof(app.secret, challenge).encode())


def _opener() -> urllib.request.OpenerDirector:
    # the app's own machine: no proxy, and a certificate is not what tells it apart, its secret is
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ssl._create_unverified_context()))


def _ask(app: App, order: dict, busy: StoreBusy) -> dict:
    request = urllib.request.Request(
        app.address + COMMAND, json.dumps(order).encode(), {"Authorization": f"Bearer {app.secret}", "Content-Type": "application/json"})
    try:
        with _opener().open(request) as answer:
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

"""Commands beside the running app: handed over on this machine, and figures and writes for scripts under /api/.

The commands are given to the app by app.py (`park` and `etl`, as `python -m` runs them), so that both ways say the same.
"""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from park.locale import LANGUAGES, _, set_language
from park.store import Account, Forbidden, Store, StoreError, rights, running, settings

from .access import of_token, signed_in
from .data import the_store
from .export import DANGEROUS

Main = Callable[..., int]
SECRET = secrets.token_urlsafe(32)
QUESTIONS = ("areas", "indicators", "progress", "growth", "trend", "clusters", "projects", "land", "scorecard", "source", "month")
FILTERS = ("month", "area", "indicator", "by", "pace", "cluster", "firm")
SWITCHES = ("not_started", "due", "investment")
WRITES = ("load", "stage", "commit", "undo", "redo")
LARGEST = 20 * 2**20  # bytes of a file, as .streamlit/config.toml has it
HERE = {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
_said: ContextVar[Transcript | None] = ContextVar("said", default=None)
_switching = threading.Lock()


@dataclass
class Transcript:
    """What one command said, in its order: (out or err, text)."""

    terminal: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)

    def of(self, stream: str) -> str:
        return "".join(text for name, text in self.said if name == stream)


class Stream(io.TextIOBase):
    """Standard output or error of this process, save for a command that runs for somebody: its words go to its transcript."""

    def __init__(self, name: str, own):
        self.name, self.own = name, own

    def write(self, text: str) -> int:
        transcript = _said.get()
        if transcript is None:
            return self.own.write(text)
        transcript.said.append((self.name, text))
        return len(text)

    def flush(self) -> None:
        if _said.get() is None:
            self.own.flush()

    def isatty(self) -> bool:
        transcript = _said.get()
        return self.own.isatty() if transcript is None else transcript.terminal

    def close(self) -> None:
        """Like any closing of a borrowed stream: nothing."""

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def buffer(self):
        return self.own.buffer


def run(main: Main, argv: list[str], *, terminal: bool = False, **given: object) -> tuple[int, Transcript]:
    """Runs a command in this thread; its status and what it said."""
    with _switching:
        if not isinstance(sys.stdout, Stream):
            sys.stdout, sys.stderr = Stream("out", sys.stdout), Stream("err", sys.stderr)
    transcript = Transcript(terminal)
    token = _said.set(transcript)
    try:
        return main(argv, db=str(the_store().path), **given), transcript
    except SystemExit as stopped:
        return int(stopped.code or 0), transcript
    finally:
        _said.reset(token)


def announce(store: Store) -> None:
    """Says beside the database where this app is, once it holds it."""
    port, address = st.get_option("server.port"), st.get_option("server.address") or "127.0.0.1"
    host = "127.0.0.1" if address in ("0.0.0.0", "::", "localhost") else address
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    HERE.add(host)
    running.announce(store.hold().path, running.App(f"{scheme}://{host}:{port}{'/' + base if base else ''}", SECRET, os.getpid()))


def command(mains: dict[str, Main]):
    """The route of commands handed over by this machine's own user; a GET proves that this app is the one that announced itself."""

    async def answer(request: Request) -> Response:
        given = request.headers.get("authorization", "")
        local = request.client is not None and request.client.host in HERE and "x-forwarded-for" not in request.headers
        if local and request.method == "GET":
            return PlainTextResponse(running.proof(SECRET, request.query_params.get("challenge", "")[:100]))
        if not local or not secrets.compare_digest(given.encode(), f"Bearer {SECRET}".encode()):
            return JSONResponse({"error": "forbidden"}, status_code=403)
        order = json.loads(await request.body())
        return await run_in_threadpool(_obey, mains[order["program"]], order)

    return answer


def _obey(main: Main, order: dict) -> Response:
    set_language(order["language"])
    status, transcript = run(
        main, order["argv"], terminal=order["terminal"], user=order["user"], cwd=Path(order["cwd"]), answers=dict(order["answers"]))
    return JSONResponse({"status": status, "said": transcript.said})


def figures(park: Main):
    """GET /api/QUESTION?month=…&area=…&format=csv|json: the columns of `python -m park QUESTION`, with the rights of the pages."""

    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_figures, park, request)

    return answer


def _figures(park: Main, request: Request) -> Response:
    _speak(request)
    try:
        if not settings.may_look(the_store(), signed_in(request)):
            return _no(401, _("The figures are shown to signed-in people only."))
    except StoreError as error:
        return _no(503, str(error))
    question, asked = request.path_params["name"], dict(request.query_params)
    form = asked.pop("format", "csv")
    if question not in QUESTIONS or form not in ("csv", "json"):
        return _no(404, _("There is /api/{names} in the formats csv and json.").format(names=", /api/".join(QUESTIONS)))
    asked.pop("lang", None)
    if unknown := sorted(set(asked) - {*FILTERS, *SWITCHES}):
        return _no(400, _("{names} cannot be asked for; there is {known}.").format(names=", ".join(unknown), known=", ".join((*FILTERS, *SWITCHES, "format"))))
    argv = [question, "--format", form]
    argv += [f"--{key.replace('_', '-')}" if key in SWITCHES else f"--{key}={value}" for key, value in asked.items()]
    status, transcript = run(park, argv)
    if status:
        return _no(400, transcript.of("err").strip().splitlines()[-1] if transcript.of("err").strip() else _("This cannot be asked."))
    if form == "json":
        return Response(transcript.of("out"), media_type="application/json")
    return Response(_harmless(transcript.of("out")), media_type="text/csv; charset=utf-8")


def _harmless(text: str) -> str:
    """CSV in which a text that a spreadsheet would run as a formula has an apostrophe in front; numbers stand as they are."""
    if not any(f"{mark}{sign}" in text for mark in (",", '"', "\n") for sign in DANGEROUS if sign != "\n"):
        return text
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([[f"'{cell}" if len(cell) > 1 and cell.startswith(DANGEROUS) and not _is_number(cell) else cell for cell in row] for row in csv.reader(io.StringIO(text))])
    return out.getvalue()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def writes(etl: Main):
    """POST /api/load?name=FILE (the file as body), /api/stage, and /api/commit, /api/undo, /api/redo?batch=…; with a token only."""

    async def answer(request: Request) -> Response:
        _speak(request)
        if "authorization" not in request.headers:
            return _no(401, _("Writing needs a token: `python -m park account token NAME` makes one."))
        account = await run_in_threadpool(of_token, request)
        if account is None:
            return _no(401, _("This token is not known; `python -m park account tokens` lists those that stand."))
        if request.path_params["name"] not in WRITES:
            return _no(404, _("There is /api/{names} to write with.").format(names=", /api/".join(WRITES)))
        try:
            await run_in_threadpool(rights.expect_staff, the_store(), account, request.path_params["name"], _name(request))
        except Forbidden as refused:
            return _no(403, str(refused))
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                return _no(413, _("{file} is larger than {limit} MB and was not read.").format(file=_name(request), limit=LARGEST // 2**20))
        try:
            return await run_in_threadpool(_write, etl, request, account, body)
        except Forbidden as refused:
            return _no(403, str(refused))

    return answer


def _write(etl: Main, request: Request, account: Account, body: bytes) -> Response:
    _speak(request)
    what, asked = request.path_params["name"], request.query_params
    if what in ("commit", "undo", "redo"):
        status, transcript = run(etl, [what, "--", asked.get("batch", "")], account=account)
    else:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / _name(request)).write_bytes(body)
            said = [f"--{key}={asked[key]}" for key in ("area", "month", "year") if asked.get(key)]
            status, transcript = run(etl, [what, *said, "--", _name(request)], account=account, cwd=Path(folder))
    return JSONResponse({"status": status, "said": transcript.of("out").strip(), "doubts": transcript.of("err").strip().splitlines()},
                        status_code={0: 200, 1: 422}.get(status, 400))


def _name(request: Request) -> str:
    """The file's own name for the records; never a path."""
    given = "".join(ch for ch in request.query_params.get("name", "") if ch.isprintable() and ch not in '/\\:*?"<>|')
    return given.strip(". ")[-120:] or "upload"


def _speak(request: Request) -> None:
    asked = request.query_params.get("lang", "")
    set_language(asked if asked in LANGUAGES else "zh")


def _no(status: int, sentence: str) -> Response:
    headers = {"www-authenticate": 'Basic realm="Parkboard", charset="UTF-8"'} if status == 401 else {}
    return JSONResponse({"error": sentence}, status_code=status, headers=headers)

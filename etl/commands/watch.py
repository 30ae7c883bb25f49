"""`python -m etl watch DIR`: stages what is dropped into a shared folder and says what it doubts. A person commits it."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from etl.read.limits import FILE_BYTES
from park.locale import _

from .common import add_by, add_database, add_unsaid, say

SEEN = ".seen.json"  # in it: what was taken, so that a new start does not take it again
FOLDER = "findings"  # beside the dropped files: one text per file with what was said of it
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".lock")


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("watch", help=_("stage the files that are dropped into a folder; a person commits them"))
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--every", metavar="SECONDS", type=float, default=5.0, help=_("pause between two looks (default: 5); a file is read when two looks find it alike"))
    parser.add_argument("--once", action="store_true", help=_("look twice, stage what is there and end: for cron"))
    add_unsaid(parser)
    add_by(parser)
    add_database(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 when stopped (or, with --once, all staged); with --once the worst exit status of the files; 2 when there is no such folder."""
    if not arguments.folder.is_dir():
        say(_("There is no folder {folder}.").format(folder=arguments.folder))
        return 2
    watch = Watch(arguments.folder, lambda path: _stage(path, arguments))
    if not arguments.once:
        say(_("Watching {folder}; Ctrl+C stops it.").format(folder=arguments.folder))
    try:
        watch.look()
        while True:
            time.sleep(arguments.every)
            status = watch.look()
            if arguments.once:
                return status
    except KeyboardInterrupt:
        return 0


class Watch:
    """A folder and what was seen in it. take: stages one file and returns its status and what was said."""

    def __init__(self, folder: Path, take: Callable[[Path], tuple[int, str]]):
        self.folder, self.take = folder, take
        self.seen: dict[str, tuple[int, int]] = {}
        self.done = self._remembered()

    def look(self) -> int:
        """Takes every file that is as the last look found it and was not taken in this state; the worst status."""
        worst, now = 0, dict(self._files())
        for name, state in now.items():
            if self.seen.get(name) == state != self.done.get(name):
                self.done[name] = state
                worst = max(worst, self._report(name, *self._taken(name, state[0])))
        self.seen = now
        return worst

    def _remembered(self) -> dict[str, tuple[int, int]]:
        try:
            known = json.loads((self.folder / FOLDER / SEEN).read_text(encoding="utf-8"))
            return {name: (int(size), int(changed)) for name, (size, changed) in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _files(self):
        """(name, (size, time)) of the finished files; a link leads elsewhere and is left alone."""
        for path in sorted(self.folder.iterdir()):
            if path.name.startswith((".", "~$")) or path.suffix.lower() in UNFINISHED or path.is_symlink() or not path.is_file():
                continue
            with contextlib.suppress(OSError):
                found = path.stat()
                yield path.name, (found.st_size, found.st_mtime_ns)

    def _taken(self, name: str, size: int) -> tuple[int, str]:
        if size > FILE_BYTES:
            return 2, _("{file} is larger than {limit} MB and was not read.").format(file=name, limit=FILE_BYTES // 2**20)
        return self.take(self.folder / name)

    def _report(self, name: str, status: int, said: str) -> int:
        (self.folder / FOLDER).mkdir(exist_ok=True)
        (self.folder / FOLDER / SEEN).write_text(json.dumps(self.done, ensure_ascii=False), encoding="utf-8")
        (self.folder / FOLDER / f"{name}.txt").write_text(said.rstrip() + "\n", encoding="utf-8-sig", newline="\r\n")
        return status


def _stage(path: Path, arguments: argparse.Namespace) -> tuple[int, str]:
    """Stages one file as `python -m etl stage` does, beside a running app too; echoes what is said."""
    from etl.__main__ import main  # which knows this command

    words = ["stage", str(path.absolute())]
    for flag in ("area", "month", "year", "by", "db"):
        words += [f"--{flag}={getattr(arguments, flag)}"] if getattr(arguments, flag) else []
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        status = main(words)
    said = out.getvalue() + err.getvalue()
    print(said.rstrip(), file=sys.stderr, flush=True)
    return status, said

"""`python -m park …`: asks the store. Exit status 0 fine, 2 wrong usage, nothing to answer from, or the database is in use."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

from park import commands
from park.locale import _
from park.questions import QuestionError
from park.store import running
from park.store.database import StoreBusy, StoreError


def parser() -> argparse.ArgumentParser:
    """Every module of park/commands with `add_parser` brings its commands."""
    top = argparse.ArgumentParser(prog="python -m park", description=_("Asks the park's figures."))
    subparsers = top.add_subparsers(metavar=_("COMMAND"), required=True)
    for module in sorted(m.name for m in pkgutil.iter_modules(commands.__path__)):
        add = getattr(importlib.import_module(f"park.commands.{module}"), "add_parser", None)
        if add is not None:
            add(subparsers)
    return top


def main(argv: list[str] | None = None, **given: object) -> int:
    """Runs one command; its status. given: see etl.__main__.main."""
    argv = sys.argv[1:] if argv is None else argv
    arguments = running.prepared(parser().parse_args(argv), given)
    try:
        try:
            return arguments.run(arguments) or 0
        except StoreBusy as busy:
            return running.hand_over("park", argv, arguments, busy)
    except (QuestionError, StoreError) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    sys.exit(main())

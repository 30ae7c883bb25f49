"""`python -m etl …`: spreadsheets and documents in (CONTRACT.md)."""

from __future__ import annotations

import argparse
import sys
from importlib.abc import MetaPathFinder

from etl.commands import batches, demo, extract, learn, load, safekeeping, template, watch
from park.locale import _
from park.store import Forbidden, StoreBusy, StoreError, running

COMMANDS = (extract, load, learn, batches, template, safekeeping, watch, demo)


def parser() -> argparse.ArgumentParser:
    """Every command of COMMANDS."""
    top = argparse.ArgumentParser(prog="python -m etl", description=_("Read spreadsheets and documents into the store."))
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(subparsers)
    return top


def main(argv: list[str] | None = None, **given: object) -> int:
    """Runs one command. Exit status: 0 fine, 1 findings of severity error, 2 wrong usage, unreadable file or database in use.

    given: what the app knows of a command that it runs for somebody (park.store.running): user, account, cwd, answers.
    Where the app holds the database, the command hands itself over to it. Raises Forbidden for an account that the app runs it for.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    argv = sys.argv[1:] if argv is None else argv
    arguments = running.prepared(parser().parse_args(argv), given)
    try:
        try:
            return arguments.run(arguments)
        except StoreBusy as busy:
            return running.hand_over("etl", argv, arguments, busy)
    except StoreError as error:
        if arguments.account and isinstance(error, Forbidden):
            raise  # whoever runs it for an account answers that
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


class _WithoutPandas(MetaPathFinder):
    """Keeps pyarrow from loading pandas (0.2 s), which it does only to see that a list is none of pandas' own."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


if __name__ == "__main__":
    if sys.argv[1:2] == ["extract"]:
        sys.meta_path.insert(0, _WithoutPandas())
    sys.exit(main())

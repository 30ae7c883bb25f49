"""`python -m etl …`: spreadsheets and documents in (CONTRACT.md)."""

from __future__ import annotations

import argparse
import sys

from etl.commands import batches, demo, extract, learn, load, safekeeping, template
from park.locale import _
from park.store import StoreError

COMMANDS = (extract, load, learn, batches, template, safekeeping, demo)


def main(argv: list[str] | None = None) -> int:
    """Runs one command. Exit status: 0 fine, 1 findings of severity error, 2 wrong usage, unreadable file or database in use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(prog="python -m etl", description=_("Read spreadsheets and documents into the store."))
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(subparsers)
    arguments = parser.parse_args(argv)
    try:
        return arguments.run(arguments)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    sys.exit(main())

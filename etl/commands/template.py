"""`python -m etl template OUT.xlsx`: the tidy template to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from park.locale import _

from .common import say


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("template", help=_("write the tidy template workbook"))
    parser.add_argument("out", metavar="OUT.xlsx", type=Path)
    parser.add_argument("--area", metavar="NAME", default=None, help=_("park whose zones the drop-downs list"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from etl.template import write_template  # openpyxl costs every other command 0.1 s otherwise

    try:
        write_template(arguments.out, area=arguments.area)
    except OSError as error:
        say(_("{file} cannot be written: {reason}").format(file=arguments.out, reason=error.strerror))
        return 2
    say(_("Template written to {file}.").format(file=arguments.out))
    return 0

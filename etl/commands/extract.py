"""`python -m etl extract FILE…`: what files say, as CSV on standard output, without loading."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from etl.extract import extract
from etl.read.grid import Unreadable
from park.locale import _
from park.store.records import CONTRACT_COLUMNS, Reading

from .common import add_unsaid, say, say_findings

LINES_AT_ONCE = 200_000
FREE_TEXTS = frozenset({"file", "sheet", "area", "cluster", "firm", "raw", "doubt"})  # the others are codes and numbers
FINDING_COLUMNS = ("code", "severity", "file", "sheet", "cell", "message", "suggestion")
FIRM_COLUMNS = ("firm", "area", "cluster", "land", "above_scale", "file", "sheet", "cell")
PROJECT_COLUMNS = (
    "project", "firm", "area", "cluster", "investment", "stage", "signed", "started", "completed", "in_production",
    "planned_start", "reason", "responsible", "file", "sheet", "cell",
)


def add_parser(subparsers: argparse._SubParsersAction) -> None:
    parser = subparsers.add_parser("extract", help=_("print what files say, without loading"))
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    add_unsaid(parser)
    parser.add_argument("--findings", metavar="OUT.csv", type=Path, help=_("write the findings there"))
    parser.add_argument("--firms", metavar="OUT.csv", type=Path, help=_("write the firms there"))
    parser.add_argument("--projects", metavar="OUT.csv", type=Path, help=_("write the projects there"))
    parser.add_argument("--explain", action="store_true", help=_("say on standard error how each table was understood"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 fine, 1 findings of severity error, 2 a file that cannot be read or an output that cannot be written."""
    status, readings = 0, []
    out = sys.stdout.buffer
    for path in arguments.files:
        reading = _read(path, arguments)
        if reading is None:
            status = 2
            continue
        readings.append(reading)
        if arguments.explain:
            for line in reading.trace:
                say(line)
        say_findings(reading.findings, notes=arguments.explain)
        if any(f.severity == "error" for f in reading.findings):
            status = max(status, 1)
    columns = _columns(readings)
    out.write((",".join(columns) + "\n").encode())
    for reading in readings:
        write_observations(reading.observations, out, columns)
    out.flush()
    try:
        _write_sides(arguments, readings)
    except OSError as error:
        say(_("{file} cannot be written: {reason}").format(file=error.filename, reason=error.strerror))
        return 2
    return status


def _read(path: Path, arguments: argparse.Namespace) -> Reading | None:
    try:
        return extract(path, area=arguments.area, month=arguments.month, year=arguments.year)
    except OSError as error:
        say(_("{file} cannot be opened: {reason}").format(file=path, reason=error.strerror))
    except Unreadable as error:
        say(f"{path.name}: {error.message} {error.suggestion}".rstrip())
    return None


def _columns(readings: list[Reading]) -> list[str]:
    """The contract's columns, and `doubt` where a text is among the files."""
    prose = any("doubt" in reading.observations.column_names for reading in readings)
    return [*CONTRACT_COLUMNS, *(["doubt"] if prose else [])]


def write_observations(table: pa.Table, out: BinaryIO, names: Sequence[str] = CONTRACT_COLUMNS) -> None:
    """The named columns as CSV lines without a header: figures plain, empty for not available."""
    columns = [_texts(table[name] if name in table.column_names else pa.chunked_array([[""] * table.num_rows], pa.string()), name in FREE_TEXTS) for name in names]
    lines = pc.binary_join_element_wise(*columns, ",")
    for start in range(0, len(lines), LINES_AT_ONCE):
        some = lines.slice(start, LINES_AT_ONCE).combine_chunks()
        whole = pa.ListArray.from_arrays(pa.array([0, len(some)], pa.int32()), some)
        out.write(pc.binary_join(whole, "\n")[0].as_buffer())
        out.write(b"\n")


def _texts(column: pa.ChunkedArray, free: bool) -> pa.ChunkedArray:
    """A column as it is written: numbers as digits, texts in quotes where they need them."""
    if pa.types.is_decimal(column.type):
        return pc.fill_null(_digits(column), "")
    if pa.types.is_floating(column.type):
        return pc.fill_null(pc.cast(column, pa.string()), "")
    if not (free and _marked(column)):
        return pc.fill_null(column, "")
    needs = pc.match_substring_regex(column, '[",\r\n]')
    escaped = pc.replace_substring(column, '"', '""')
    quoted = pc.binary_join_element_wise(pa.scalar('"'), escaped, pa.scalar('"'), pa.scalar(""))
    return pc.fill_null(pc.if_else(needs, quoted, column), "")


def _marked(column: pa.ChunkedArray) -> bool:
    """Whether a quote, comma or line break stands anywhere in a column's memory; then each text is looked at."""
    memory = [buffer.to_pybytes() for chunk in column.chunks for buffer in chunk.buffers()[2:] if buffer is not None]
    return any(mark in part for part in memory for mark in (b'"', b",", b"\r", b"\n"))


def _digits(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Decimals as plain digits. Arrow writes 0 and very small values with an exponent, which the loop below undoes."""
    text = pc.cast(column, pa.string())
    small = pc.fill_null(pc.match_substring(text, "E"), False)
    text = pc.ascii_rtrim(pc.ascii_rtrim(text, characters="0"), characters=".")
    if not pc.any(small).as_py():
        return text
    plain = [format(v.normalize(), "f") for v in pc.filter(column, small).to_pylist()]
    return pc.replace_with_mask(text.combine_chunks(), small.combine_chunks(), pa.array(plain, pa.string()))


def _write_sides(arguments: argparse.Namespace, readings: list[Reading]) -> None:
    if arguments.findings:
        _write(arguments.findings, FINDING_COLUMNS, (f for r in readings for f in r.findings))
    if arguments.firms:
        _write(arguments.firms, FIRM_COLUMNS, (f for r in readings for f in r.firms))
    if arguments.projects:
        _write(arguments.projects, PROJECT_COLUMNS, (p for r in readings for p in r.projects))


def _write(path: Path, columns: tuple[str, ...], records: Iterable[object]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows([_plain(getattr(record, name)) for name in columns] for record in records)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return format(value.normalize(), "f") if hasattr(value, "normalize") else text

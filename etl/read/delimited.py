"""Text files: the encoding guessed, then a table by its separator, or plain lines."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from etl.read import container, limits, refusals
from etl.read.grid import Sheet

SEPARATORS = (",", "\t", ";", "|", "，")
# Lines looked at when the separator is guessed.
_SAMPLE_LINES = 200
# Bytes looked at when it is told whether the content is text at all.
_SAMPLE_BYTES = 65_536


def read_text(data: bytes) -> tuple[str, list[Sheet]]:
    """A text as ("csv", one sheet of fields) or ("text", one sheet of lines); empty lines count as rows.

    Every value is a str or None; numbers stay as written. Raises Unreadable (not text, too large).
    """
    if len(data) > limits.TEXT_BYTES:
        raise refusals.too_many_bytes()
    text = decode(data)
    if max(map(text.count, SEPARATORS)) + text.count("\n") > limits.DENSE_CELLS:
        raise refusals.too_many_cells()
    separator = _separator(text)
    if not separator:
        return "text", [Sheet("", [[line] if line.strip() else [] for line in _lines(text)])]
    rows: list[list[object]] = []
    for number, fields in _records(text, separator):
        # A field with line breaks takes several lines; the cell after it still stands at its own line.
        rows.extend([] for _line in range(len(rows), number))
        values = [field if field.strip() else None for field in fields]
        rows.append(values if any(value is not None for value in values) else [])
    return "csv", [Sheet("", rows)]


def decode(data: bytes) -> str:
    """Text of unknown encoding: a byte order mark, UTF-8, UTF-16 without mark, GB18030, in this order.

    Raises Unreadable when the bytes are no text.
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    sample = data[:_SAMPLE_BYTES]
    nulls = sample.count(0)
    if nulls:
        return _decode_utf16(data, sample, nulls)
    if sum(sample.count(byte) for byte in b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11") > len(sample) / 100:
        raise container.refusal("")
    for name in ("utf-8", "gb18030"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return _decode_damaged(data)


def _decode_utf16(data: bytes, sample: bytes, nulls: int) -> str:
    """UTF-16 without mark: digits, separators and line ends have a null byte, all on the same side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if nulls < len(sample) / 20 or min(even, odd) > max(even, odd) / 20:
        raise container.refusal("")
    try:
        return data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError as error:
        raise container.refusal("") from error


def _decode_damaged(data: bytes) -> str:
    """Text with a few broken bytes (a file cut in the middle of a character), in the encoding that breaks least."""
    tries = [data.decode(name, "replace") for name in ("utf-8", "gb18030")]
    best = min(tries, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") > max(2, len(best) / 200):
        raise container.refusal("")
    return best


def _separator(text: str) -> str:
    """The separator of a table in text; "" for prose.

    A table has the same number of fields, two or more, in most of the lines that are split at all, or splits every line.
    """
    best, best_score = "", 0.0
    sample = "\n".join(text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])
    for separator in SEPARATORS:
        widths = [len(fields) for _number, fields in _records(sample, separator) if any(f.strip() for f in fields)]
        split = [width for width in widths if width > 1]
        if len(split) < 2 and not (len(split) == 1 and len(widths) == 1):
            continue
        width, lines = Counter(split).most_common(1)[0]
        if separator in ",，" and _reads_as_prose(sample, separator):
            continue
        alike = lines / len(split) >= 0.4 and lines / len(widths) >= 0.3
        ragged = separator != "，" and len(split) >= 0.9 * len(widths)
        score = lines / len(widths) * min(width, 10) ** 0.5
        if (alike or ragged) and score > best_score:
            best, best_score = separator, score
    return best


def _reads_as_prose(sample: str, separator: str) -> bool:
    """Whether commas part clauses, not fields: long lines that end their sentences."""
    lines = [line for line in sample.split("\n") if line.count(separator)]
    endings = sum(line.rstrip().endswith(("。", "！", "？", "；", ".", "!", "?")) for line in lines)
    return endings >= max(1, len(lines) / 2)


def _lines(text: str) -> list[str]:
    """Lines at line ends only; str.splitlines would also part them at form feeds and the like."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def _records(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Each record with the zero-based number of the line where it begins; a quote left open ends with its line."""
    if separator == "\t" and text.count('"') % 2:
        return [(number, line.split("\t")) for number, line in enumerate(_lines(text))]
    records, began = [], 0
    lines = io.StringIO(text, newline=None)
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=False)
    try:
        for fields in reader:
            records.append((began, fields))
            began = reader.line_num
    except csv.Error:
        # A field beyond the csv module's size: a quote that is never closed.
        return [(number, line.split(separator)) for number, line in enumerate(_lines(text))]
    if any(len(field) > 5_000 and "\n" in field for _number, fields in records for field in fields):
        return [(number, line.split(separator)) for number, line in enumerate(_lines(text))]
    return records

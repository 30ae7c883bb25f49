"""Binary workbooks written byte by byte: .xls records in an OLE file ([MS-XLS], [MS-CFB]) and .xlsb parts ([MS-XLSB])."""

from __future__ import annotations

import struct
from itertools import accumulate

from .packages import zipped

SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BOF_BOOK, BOF_SHEET = (struct.pack("<HHHHHHII", 0x809, 16, 0x600, kind, 0, 0, 0, 0) for kind in (5, 0x10))
EOF = struct.pack("<HH", 0x0A, 0)


def record(number: int, content: bytes) -> bytes:
    """A record of an .xls."""
    return struct.pack("<HH", number, len(content)) + content


def number(row: int, col: int, value: float = 1.0) -> bytes:
    """A cell of an .xls."""
    return record(0x203, struct.pack("<HHHd", row, col, 0, value))


def xls(sheets: list[bytes], *, shared: bytes = b"", starts: list[int] | None = None) -> bytes:
    """An .xls of the sheets' records. shared: records of the workbook itself. starts: for each sheet named, which of `sheets` it begins at, or
    where in the first one's records (sheet named n times over one stream)."""
    names = len(starts) if starts is not None else len(sheets)
    head = len(BOF_BOOK) + len(shared) + names * (4 + 8 + 6) + len(EOF)
    bodies = [BOF_SHEET + body + EOF for body in sheets]
    places = [*accumulate((len(body) for body in bodies[:-1]), initial=head)]
    if starts is not None:
        places = [head + offset for offset in starts]
    listed = b"".join(record(0x85, struct.pack("<IHBB", place, 0, 6, 0) + f"S{i:05d}".encode()) for i, place in enumerate(places))
    return ole(BOF_BOOK + shared + listed + EOF + b"".join(bodies))


def ole(body: bytes) -> bytes:
    """An OLE file whose one stream is the workbook."""
    body = body.ljust(max(4096, -(-len(body) // SECTOR) * SECTOR), b"\0")
    count = len(body) // SECTOR
    tables = 1
    while tables * (SECTOR // 4) < count + 1 + tables:
        tables += 1
    assert tables <= 109, "a larger file needs more than the header's list"
    chain = [*range(1, count), _END, _END, *[_TABLE] * tables]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, count, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *[count + 1 + i for i in range(tables)], *[_FREE] * (109 - tables))
    return header + body + _entry("Root Entry", 5, _END, 0, 1) + _entry("Workbook", 2, 0, len(body), _FREE) + bytes(SECTOR - 256) + table


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return text.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(text), kind, 1, _FREE, _FREE, child, start, size)


_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(number: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = len(content), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + content


def row(at: int) -> bytes:
    """The beginning of a row of an .xlsb."""
    return part(0, struct.pack("<IIHBBBI", at, 0, 300, 0, 0, 0, 0))


def real(col: int, value: float = 1.0) -> bytes:
    """A cell of an .xlsb."""
    return part(5, struct.pack("<IId", col, 0, value))


def xlsb(sheets: list[bytes], *, shared: bytes = b"", names: int | None = None) -> bytes:
    """An .xlsb of the sheets' rows; names: so many sheets over the first one's part. shared: the part of shared texts."""
    listed = range(names if names is not None else len(sheets))
    bundle = b"".join(part(156, struct.pack("<II", 0, i + 1) + _text(f"rId{1 if names is not None else i + 1}") + _text(f"S{i}")) for i in listed)
    links = "".join(f'<Relationship Id="rId{i + 1}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i + 1}.bin"/>' for i in range(len(sheets)))
    links += f'<Relationship Id="rS" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.bin"/>' if shared else ""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": part(131) + part(143) + bundle + part(144) + part(132),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
    }
    if shared:
        parts["xl/sharedStrings.bin"] = shared
    for i, rows in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{i}.bin"] = part(129) + part(148, struct.pack("<IIII", 0, 1048575, 0, 16383)) + part(145) + rows + part(146) + part(130)
    return zipped(parts)


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")

"""One stream out of an OLE compound file, the container of .xls and .et ([MS-CFB]); enough to look at its records."""

from __future__ import annotations

import struct

from etl.read import refusals

_END = 0xFFFFFFFA  # this and everything above marks the end of a chain
_ENTRY = 128


def stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """The first stream of one of the names; b"" when there is none. Raises Unreadable (damaged)."""
    try:
        return _stream(data, {name.lower() for name in names})
    except (struct.error, IndexError, ValueError) as error:
        raise refusals.damaged() from error


def _stream(data: bytes, names: set[str]) -> bytes:
    sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if sector_shift not in (9, 12) or mini_shift != 6:
        raise ValueError("sector size")
    size = 1 << sector_shift
    first_directory, cutoff, first_mini = struct.unpack_from("<I4xII", data, 48)
    table = _allocation_table(data, size)
    directory = _chain(data, table, first_directory, size)
    if len(directory) < _ENTRY:
        raise ValueError("no directory")
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    found = next((entry for entry in entries if entry[66] == 2 and _name(entry) in names), None)
    if found is None:
        return b""
    start, length = struct.unpack_from("<II", found, 116)
    if length >= cutoff:
        return _chain(data, table, start, size)[:length]
    root = struct.unpack_from("<I", entries[0], 116)[0]
    small_table = _numbers(_chain(data, table, first_mini, size))
    return _chain(_chain(data, table, root, size), small_table, start, 64, first_offset=0)[:length]


def _allocation_table(data: bytes, size: int) -> tuple[int, ...]:
    """The next sector of every sector."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _END]
    following, seen = struct.unpack_from("<I", data, 68)[0], set()
    while following < _END and following not in seen:
        seen.add(following)
        *more, following = _numbers(data[(following + 1) * size : (following + 2) * size])
        sectors += [number for number in more if number < _END]
    return _numbers(b"".join(data[(number + 1) * size : (number + 2) * size] for number in sectors))


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _chain(data: bytes, table: tuple[int, ...], sector: int, size: int, first_offset: int = 1) -> bytes:
    """The bytes of a chain of sectors; ends where the chain turns in a circle or the file breaks off."""
    pieces, seen = [], set()
    while sector < _END and sector not in seen and sector < len(table):
        seen.add(sector)
        pieces.append(data[(sector + first_offset) * size : (sector + first_offset + 1) * size])
        sector = table[sector]
    return b"".join(pieces)


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").lower()

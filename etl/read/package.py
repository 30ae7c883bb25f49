"""A zipped workbook, opened with care: sizes are checked before anything is unpacked, and enforced while unpacking."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from etl.read import limits, refusals

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError, KeyError)


class Package:
    """The parts of a zip by name. Raises Unreadable (unpacks_too_large, damaged, too_large, password)."""

    def __init__(self, data: bytes):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise refusals.damaged() from error
        parts = self._zip.infolist()
        if len(parts) > limits.PART_COUNT:
            raise refusals.bomb()
        for part in parts:
            _check(part)
        if sum(part.file_size for part in parts) > limits.PACKAGE_BYTES:
            raise refusals.bomb()
        # Some writers use backslashes or other cases than their own relations do.
        self._names = {part.filename.replace("\\", "/").lower().lstrip("/"): part for part in parts}
        if len(self._names) != len(parts):  # two parts of one name: which one counts is anybody's guess
            raise refusals.damaged()

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower().lstrip("/") in self._names

    def read(self, name: str) -> bytes:
        """A part unpacked; b"" when it is not there. Raises Unreadable when it is broken or not as long as declared."""
        part = self._names.get(name.lower().lstrip("/"))
        if part is None:
            return b""
        try:
            return self._zip.read(part)
        except _BROKEN as error:
            raise refusals.damaged() from error

    def markup(self, name: str) -> bytes:
        """A part that is XML in UTF-8, free of entity declarations."""
        text = self.read(name)
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = text.decode("utf-16", "replace").encode()
        if b"\0" in text[:200]:
            raise refusals.damaged()
        if b"<!ENTITY" in text or b"<!DOCTYPE" in text[:4096]:
            raise refusals.entities()
        return text

    def tree(self, name: str) -> etree._Element | None:
        """A small XML part as a tree; None when missing. Raises Unreadable (damaged)."""
        text = self.markup(name)
        if not text:
            return None
        if len(text) > limits.TREE_BYTES:
            raise refusals.too_many_bytes()
        return parse(text)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (last word of the type, target part)."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for node in root if root is not None else ():
            target = node.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[node.get("Id") or ""] = ((node.get("Type") or "").rsplit("/", 1)[-1], path)
        return found


def parse(text: bytes) -> etree._Element:
    """XML as a tree, without entities, network or external files. Raises Unreadable (damaged)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=False)
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged() from error


def _check(part: zipfile.ZipInfo) -> None:
    """Refuses a part that declares too much, shrinks too well, or is encrypted."""
    if part.flag_bits & 0x1:
        raise refusals.password()
    ratio = part.file_size / max(part.compress_size, 1)
    if part.file_size > limits.PART_BYTES or (part.file_size > limits.RATIO_FROM_BYTES and ratio > limits.RATIO):
        raise refusals.bomb()

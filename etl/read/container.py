"""What a file is, by its content alone."""

from __future__ import annotations

import io
import zipfile

from etl.read import refusals
from etl.read.grid import Unreadable
from park.locale import _

OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
# Records without the OLE container around them: Excel 2 to 4, and streams cut out of newer files.
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_FIRST_BYTES = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "riff"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3", "database"),
)
# What a name's ending promises, as the kinds of content that keep the promise.
SUFFIXES = {
    ".xlsx": {"xlsx"}, ".xlsm": {"xlsx"}, ".xltx": {"xlsx"}, ".xls": {"xls"}, ".xlt": {"xls"}, ".et": {"xls", "xlsx"},
    ".xlsb": {"xlsb"}, ".ods": {"ods"}, ".csv": {"csv", "text"}, ".txt": {"csv", "text"}, ".tsv": {"csv", "text"},
    ".html": {"html"}, ".htm": {"html"}, ".xml": {"xml"},
}  # fmt: skip


def kind_of(data: bytes) -> str:
    """The kind of content: xlsx, xls, xlsb, ods, html, xml, text, or the name of something that is no spreadsheet.

    "text" is any text, tables as CSV included. "encrypted" is a workbook with a password, "" bytes of no known kind.
    """
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _kind_of_zip(data)
    if data.startswith(OLE_MAGIC):
        return _kind_of_ole(data)
    if data.startswith(_OLD_EXCEL):
        return "old_excel"
    for first, kind in _FIRST_BYTES:
        if data.startswith(first) and (kind != "bmp" or data[6:10] == b"\0\0\0\0"):
            return kind
    return _kind_of_text(data)


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return "broken_zip"
    for name in names:
        if name.endswith("workbook.bin"):
            return "xlsb"
        if name.endswith("/workbook.xml") or name == "workbook.xml":
            return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    if "content.xml" in names:
        return _kind_of_opendocument(data)
    if "[content_types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "zip"


def _kind_of_opendocument(data: bytes) -> str:
    start = data[:200]
    if b"opendocument.text" in start:
        return "odt"
    if b"opendocument.presentation" in start:
        return "odp"
    return "ods"


def _kind_of_ole(data: bytes) -> str:
    if _WORKBOOK in data:
        return "xls"
    if _ENCRYPTED in data:
        return "encrypted"
    for name, kind in (("WordDocument", "doc"), ("PowerPoint Document", "ppt")):
        if name.encode("utf-16-le") in data:
            return kind
    return "xls"  # Excel 5 calls its stream Book, too short a word to look for


def _kind_of_text(data: bytes) -> str:
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in head[:400] and b"\0\0\0" not in head[:400]):
        head = head.replace(b"\0", b"")
    low = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in low and low.startswith(b"<?") and b"<html" not in low:
        return "xml"
    if low.startswith(b"mime-version:") or (b"multipart/related" in low[:2000] and b"content-type:" in low[:2000]):
        return "mht"
    if low.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<div")):
        return "html"
    if low.startswith(b"<") and (b"<html" in low or b"<table" in low):
        return "html"
    if low.startswith(b"<?xml"):
        return "other_xml"
    return "text"


def refusal(kind: str) -> Unreadable:
    """The sentence for a kind of content that holds no table."""
    if kind == "encrypted":
        return refusals.password()
    if kind == "broken_zip":
        return refusals.damaged()
    if kind == "old_excel":
        return refusals.old_format()
    return refusals.not_a_table(_name_of(kind))


def _name_of(kind: str) -> str:
    names = {
        "pdf": _("a PDF document"),
        "png": _("a picture"),
        "jpeg": _("a picture"),
        "gif": _("a picture"),
        "bmp": _("a picture"),
        "riff": _("a sound, film or picture"),
        "rar": _("a compressed archive"),
        "7z": _("a compressed archive"),
        "gzip": _("a compressed archive"),
        "zip": _("a compressed archive"),
        "program": _("a program"),
        "rtf": _("a text document (RTF)"),
        "database": _("a database"),
        "docx": _("a Word document"),
        "doc": _("a Word document"),
        "odt": _("a text document"),
        "pptx": _("a presentation"),
        "ppt": _("a presentation"),
        "odp": _("a presentation"),
        "mht": _("a web archive (MHT)"),
        "other_xml": _("XML of another kind"),
    }
    return names.get(kind, _("data of an unknown kind"))

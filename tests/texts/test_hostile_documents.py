"""Word and PDF files that would take the server down are refused with a sentence, and the process goes on."""

from __future__ import annotations

import zlib

import pytest

from etl.read.grid import Unreadable
from etl.texts.documents import read_document
from tests.read.packages import zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
LINKS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def word(body: str, head: str = "") -> bytes:
    return zipped({
        "[Content_Types].xml": TYPES, "_rels/.rels": LINKS,
        "word/document.xml": f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    })  # fmt: skip


def pdf(content: bytes, filters: bytes) -> bytes:
    """A page whose content is packed; no table of places, which readers mend."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter %s>>stream\n" % (len(content), filters) + content + b"\nendstream",
    ]  # fmt: skip
    body = b"%PDF-1.5\n" + b"".join(b"%d 0 obj\n" % i + o + b"\nendobj\n" for i, o in enumerate(objects, 1))
    return body + b"trailer\n<</Root 1 0 R/Size 5>>\n%%EOF"


def packed_blanks(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1024**2) for _part in range(megabytes)) + packer.flush()


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_document(data)
    assert caught.value.message.endswith("。")
    return caught.value.code


def test_a_pdf_packed_twice_is_refused():
    assert refused(pdf(zlib.compress(packed_blanks(400), 9), b"[/FlateDecode/FlateDecode]")) in ("damaged", "too_large", "pdf_without_text")


def test_word_parts_that_unpack_to_gigabytes_or_declare_entities_are_refused():
    assert refused(word("<w:p/>" * 5_000_000)) == "unpacks_too_large"
    assert refused(word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", '<!DOCTYPE a [<!ENTITY b "c">]>')) == "xml_entities"


def test_a_word_table_whose_cell_spans_a_hundred_million_columns_is_refused():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>'
    table = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" + f"<w:tr>{cell}</w:tr>" * 2 + "</w:tbl>"
    assert refused(word(table)) == "too_large"


def test_a_plain_word_document_is_read_through_the_child():
    document = read_document(word("<w:p><w:r><w:t>2013年工业总产值完成一百亿元。</w:t></w:r></w:p>"))
    assert document.text == "2013年工业总产值完成一百亿元。"

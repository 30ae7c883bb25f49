"""Text out of real files: Word with a table, a page, PDF with and without text, plain text in other encodings."""

from __future__ import annotations

import io

import docx
import pytest

from etl.extract import extract
from etl.read.grid import Unreadable
from etl.texts import is_prose
from etl.texts.documents import read_document, unwrapped

TEXT = "云台工业园2024年工作计划\n全年实现税收3亿元，增长8%；规上企业达到52家。"


def word(*, table: bool = False) -> bytes:
    """A Word file with two paragraphs and, if asked for, a table of two indicators."""
    document = docx.Document()
    for line in TEXT.split("\n"):
        document.add_paragraph(line)
    if table:
        document.add_paragraph("2024年主要目标表")
        cells = [["指标名称", "单位", "2024年目标"], ["固定资产投资", "万元", "226000"], ["新开发土地", "亩", "900"]]
        grid = document.add_table(len(cells), 3)
        for r, values in enumerate(cells):
            for c, value in enumerate(values):
                grid.cell(r, c).text = value
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(text: str) -> bytes:
    """A PDF of one page; its text layer holds the text (none for "")."""
    chars = sorted(set(text.replace("\n", "")))
    codes = {char: index + 1 for index, char in enumerate(chars)}
    cmap = "begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    cmap += f"{len(chars)} beginbfchar\n" + "".join(f"<{codes[c]:04x}> <{ord(c):04x}>\n" for c in chars) + "endbfchar\nendcmap"
    shown = "".join(f"1 0 0 1 50 {700 - 20 * i} Tm <{''.join(f'{codes[c]:04x}' for c in line)}> Tj\n" for i, line in enumerate(text.split("\n")) if line)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(f"BT /F1 12 Tf\n{shown}ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
        stream(cmap),
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF").encode("latin-1")


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def table_of(data: bytes, name: str) -> list[tuple]:
    reading = extract(data, name)
    names = ("sheet", "cell", "indicator", "measure", "period_end", "value")
    return [tuple(str(row[n]).removesuffix(".000000000") for n in names) for row in reading.observations.to_pylist()]


FIGURES = [("", "2", "tax_revenue", "target", "2024-12", "30000"), ("", "3", "above_scale_firms", "target", "2024-12", "52")]


def test_a_word_file_is_read_by_its_sentences():
    assert table_of(word(), "plan.docx") == FIGURES


def test_a_table_in_a_word_file_goes_through_the_table_reader():
    found = table_of(word(table=True), "plan.docx")
    assert found[:2] == FIGURES
    assert [row[2:] for row in found[2:]] == [("fixed_asset_investment", "target", "2024-12", "226000"), ("land_developed", "target", "2024-12", "900")]
    assert {row[0] for row in found[2:]} == {"表1"}


def test_a_page_is_read_by_its_paragraphs():
    page = "<html><head><title>x</title></head><body><p>云台工业园2024年工作计划</p><p>为抓好全年各项任务落实，结合园区实际，现制定本年度工作计划如下，请遵照执行。全年实现税收3亿元。</p></body></html>"
    assert [row[2:] for row in table_of(page.encode(), "plan.html")] == [("tax_revenue", "target", "2024-12", "30000")]


def test_a_page_that_is_a_table_stays_with_the_table_reader():
    assert read_document("<table><tr><td>指标</td><td>税收</td></tr><tr><td>1</td><td>2</td></tr></table>".encode()) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_any_encoding(encoding):
    assert table_of(TEXT.encode(encoding), "plan.txt") == FIGURES


def test_a_text_file_that_is_a_table_stays_with_the_table_reader():
    assert not is_prose("指标\t单位\t9月\n税收\t万元\t3000\n征地\t亩\t80\n")
    assert is_prose(TEXT)


def test_a_pdf_with_a_text_layer_is_read():
    assert table_of(pdf(TEXT), "plan.pdf") == FIGURES


def test_a_pdf_of_pictures_is_refused_with_a_sentence():
    with pytest.raises(Unreadable) as refusal:
        extract(pdf(""), "scan.pdf")
    assert (refusal.value.code, refusal.value.message) == ("pdf_without_text", "该 PDF 是扫描图片，没有文字层，无法读取。")


def test_a_damaged_word_file_is_refused():
    with pytest.raises(Unreadable):
        extract(word()[:2000], "plan.docx")


def test_lines_broken_by_a_page_are_joined_and_headings_are_not():
    text = "全年实现税收三亿元，增长百分之八，规\n上企业达到五十二家。\n二、工作措施\n抓好落实。"
    assert unwrapped(text) == "全年实现税收三亿元，增长百分之八，规上企业达到五十二家。\n二、工作措施\n抓好落实。"

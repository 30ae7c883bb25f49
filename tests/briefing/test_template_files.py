"""What a unit uploads as its template: every form that PowerPoint saves is filled, whatever cannot be is refused in a sentence."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Inches

from park.__main__ import main
from park.briefing import files
from park.briefing.deck import deck

from . import templates
from .conftest import charts_of, shapes_of, violations

FILLED = {
    "potx": lambda: templates.saved_as("template"), "ppsx": lambda: templates.saved_as("slideshow"), "narrow potx": lambda: templates.saved_as("template", templates.narrow()),
    "blank alone": templates.blank_alone,
}


def note() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


REFUSED = {
    "empty": (b"", "另存为 .pptx"), "text": ("季度汇报".encode(), "另存为 .pptx"), "note": (note(), "另存为 .pptx"), "damaged": (templates.damaged(), "另存为 .pptx"),
    "cut off": (templates.band()[:20_000], "另存为 .pptx"), "without layouts": (templates.without_layouts(), "没有可用的版式"),
    "macros": (templates.saved_as("presentation.macroEnabled"), "含有宏"),
}


SWOLLEN = {
    "one part of nothing": lambda: templates.swollen("ppt/media/big.bin", bytes(1 << 20), 60),
    "much markup": lambda: templates.swollen("ppt/slides/big.xml", b"".join(b"<a>%x</a>" % hash((n, "x")) for n in range(50_000)), 40),
    "markup under another name": lambda: templates.swollen("ppt/big.bin", b"<a/>" + b"".join(b"<a>%d</a>" % n for n in range(10_000)), 450),
}


@pytest.mark.parametrize("name", SWOLLEN)
def test_a_template_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked(name, monkeypatch):
    data = SWOLLEN[name]()
    monkeypatch.setattr("zipfile.ZipFile.read", lambda *_given: pytest.fail("it was unpacked"))
    assert "远超模板所需" in files.template_problem(io.BytesIO(data))


def test_a_template_with_large_pictures_is_filled():
    out = io.BytesIO(templates.band())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/media/film.mp4", random.Random(1).randbytes(30 << 20))
    assert files.template_problem(out) == ""


@pytest.mark.parametrize("name", FILLED)
def test_a_template_a_show_and_a_deck_without_titles_are_filled_and_hold_to_the_schema(written, tmp_path, name):
    briefing = written("county").briefing
    path = tmp_path / "filled.pptx"
    path.write_bytes(deck(briefing, io.BytesIO(FILLED[name]())))
    made = Presentation(str(path))
    assert len(made.slides) == len(briefing.slides) + 1
    assert len(charts_of(made)) == sum(slide.chart is not None for slide in briefing.slides)
    for slide, said in zip(list(made.slides)[1:], briefing.slides, strict=True):
        assert any(frame.text and frame.text in said.title.text for frame in shapes_of(slide))
        assert all(shape.left >= 0 and shape.left + shape.width <= made.slide_width and shape.top + shape.height <= made.slide_height for shape in slide.shapes)
    assert violations(path) == []


def test_a_narrow_template_stays_narrow(written):
    made = Presentation(io.BytesIO(deck(written("county").briefing, io.BytesIO(FILLED["narrow potx"]()))))
    assert made.slide_width == Inches(10)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_filled_is_refused_with_the_reason_and_what_to_do(stores, tmp_path, capsys, name):
    data, words = REFUSED[name]
    assert words in files.template_problem(io.BytesIO(data))
    path = tmp_path / "unit.pptx"
    path.write_bytes(data)
    assert main(["brief", "--db", str(stores("one_month")), "--out", str(tmp_path / "out"), "--template", str(path)]) == 2
    said = capsys.readouterr().err
    assert words in said and "unit.pptx 不能用作模板" in said and "Traceback" not in said
    assert not (tmp_path / "out").exists()

"""`python -m park brief`: four files, the park of the month, a sentence and status 2 for what cannot be done."""

from __future__ import annotations

import shutil

import pytest
from docx import Document
from pptx import Presentation

from park.__main__ import main
from park.briefing.choices import Choices, Edit, save
from park.store import batches, open_store, operator
from tests.conftest import reading

FILES = ["briefing.docx", "briefing.pptx", "figures.xlsx", "sentences.txt"]


def run(store, folder, *more: str) -> int:
    return main(["brief", "--db", str(store), "--out", str(folder), *more])


def test_four_files_are_written_and_named_and_each_sentence_stands_on_a_line_with_its_cells(stores, tmp_path, capsys):
    folder = tmp_path / "new" / "folder"
    assert run(stores("one_month"), folder) == 0
    assert sorted(path.name for path in folder.iterdir()) == FILES
    out, err = capsys.readouterr()
    assert [line.rpartition("/")[2] for line in sorted(out.splitlines())] == FILES
    assert err == "东湖园区，截至 2013-01。\n"
    lines = (folder / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert "1月，东湖园区实现工业总产值4310万元\tfile.xlsx · Sheet1 · B2" in lines


def test_the_language_can_be_chosen(stores, tmp_path):
    run(stores("one_month"), tmp_path, "--lang", "en")
    assert "CNY 43.1 m" in (tmp_path / "sentences.txt").read_text(encoding="utf-8")


def test_of_several_parks_the_only_one_with_figures_in_the_month_is_meant(tmp_path, capsys):
    with open_store(tmp_path / "park.duckdb") as store:
        for number, (park, month) in enumerate((("东湖园区", "2013-09"), ("西湖园区", "2012-09"))):
            batches.load(store, reading({"value": 5, "period_start": f"{month[:4]}-01", "period_end": month}, park=park), f"{number}".encode(), by=operator("tester"))
    assert run(tmp_path / "park.duckdb", tmp_path / "out", "--month", "2012-09") == 0
    assert capsys.readouterr().err == "西湖园区，截至 2012-09。\n"
    assert run(tmp_path / "park.duckdb", tmp_path / "out") == 2


def test_a_kept_set_is_written_with_its_slides_sentences_and_language(stores, tmp_path, capsys):
    path = shutil.copy(stores("county"), tmp_path / "park.duckdb")
    with open_store(path) as store:
        save(store, Choices("例会", ("land", "situation"), "en", (Edit("land", "", "Land is behind"),)), by=operator("tester"))
    assert run(path, tmp_path / "out", "--set", "例会") == 0
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(tmp_path / "out" / "briefing.pptx")).slides]
    assert titles[0].startswith("County Industrial Park") and titles[1] == "Land is behind" and len(titles) == 3
    assert run(path, tmp_path / "other", "--set", "周会") == 2
    assert "例会" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "words"),
    [(("--area", "无此园区"), "没有名为“无此园区”的园区或片区"), (("--month", "9月"), "不是月份"), (("--month", "2001-03"), "没有2001-03的数据"), (("--template", __file__), "不是可读取的 PowerPoint 文件")],
)
def test_what_cannot_be_done_is_said_in_a_sentence(stores, tmp_path, capsys, more, words):
    assert run(stores("one_month"), tmp_path / "out", *more) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_said(stores, tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    assert run(stores("one_month"), tmp_path / "file") == 2
    assert "无法写入" in capsys.readouterr().err


def test_the_issue_number_can_be_given_and_a_wrong_one_is_refused_in_a_sentence(stores, tmp_path, capsys):
    assert run(stores("one_month"), tmp_path, "--number", "37") == 0
    assert "2013年第37期" in [p.text for p in Document(str(tmp_path / "briefing.docx")).paragraphs]
    with pytest.raises(SystemExit) as wrong:
        run(stores("one_month"), tmp_path, "--number", "0")
    assert wrong.value.code == 2 and "“0”不是期号" in capsys.readouterr().err

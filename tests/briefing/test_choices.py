"""A writer's choices: slides in their order, titles in other words, kept under a name and taken up a month later."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from park.briefing import compose, files
from park.briefing.choices import Choices, Edit, apply, around, editable, idle, moved, remove, save, saved, unknown
from park.briefing.model import numbers
from park.store import Account, Forbidden, accounts, open_store, operator
from park.store.files import BRIEFINGS

WRITER = operator("writer")


def slide_of(briefing, key):
    return next(slide for slide in briefing.slides if slide.key == key)


def test_slides_come_as_chosen_and_unknown_ones_are_passed_over(written):
    chosen = apply(written("county").briefing, Choices("", ("land", "situation", "gone")))
    assert [slide.key for slide in chosen.slides] == ["land", "situation"]


def test_without_a_choice_every_slide_stays(written):
    briefing = written("county").briefing
    assert apply(briefing, Choices("")) == briefing


def test_an_edited_title_stands_on_slide_cover_and_note_and_keeps_its_sources(written):
    briefing = written("county").briefing
    before = slide_of(briefing, "situation").title.text
    chosen = apply(briefing, Choices("", edits=(Edit("situation", before, "开工企业数还差9家"),)))
    title = slide_of(chosen, "situation").title
    assert title.text == chosen.headline.text == "开工企业数还差9家"
    assert title.origins


def test_a_sentence_is_stale_once_its_numbers_have_moved_but_not_with_the_period_alone(written):
    title = slide_of(written("county").briefing, "tax_revenue").title
    edit = Edit(title.key, title.text, "税收偏慢")
    assert not moved(title, edit)
    assert not moved(replace(title, text=title.text.replace("1-9月", "1-10月")), edit)
    assert moved(replace(title, text=title.text.replace("59.0", "66.2")), edit)
    assert moved(replace(title, text=title.text.replace("落后", "快于")), edit)


def test_a_number_that_no_figure_near_the_sentence_states_is_named(written):
    slide = slide_of(written("county").briefing, "tax_revenue")
    assert unknown(slide.title, Edit("", "", "税收完成59.0%,差41.3个百分点"), around(slide)) == ["41.3"]


def test_every_sentence_of_slides_and_note_has_a_key_and_none_stands_for_two(written):
    said: dict[str, set[str]] = {}
    for sentence in editable(written("county").briefing):
        assert sentence.key, sentence.text
        said.setdefault(sentence.key, set()).add(sentence.text)
    assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}


def test_keys_are_the_same_from_month_to_month_so_that_an_edit_is_kept(stores, written):
    september = written("county").briefing
    with open_store(stores("county"), read_only=True) as store:
        august = compose.compose(store.cursor(), month="2013-08")
    assert (august.month, september.month) == ("2013-08", "2013-09")
    known = [{s.key for s in editable(briefing) if not s.key.startswith(("turn", "lag/", "overdue/", "start/", "need/"))} for briefing in (august, september)]
    assert known[0] == known[1]


def test_a_fact_and_a_paragraph_in_other_words_stand_in_every_file_and_are_marked_there(written):
    briefing = written("county").briefing
    fact = slide_of(briefing, "tax_revenue").facts[0].words
    paragraph = next(s for part in briefing.sections for s in part.sentences if s.key == "progress/tax_revenue")
    edits = (Edit(fact.key, fact.text, "入库税收，为历年同期最低"), Edit(paragraph.key, paragraph.text, "税收入库1770万元，进度偏慢"))
    made = files.make(apply(briefing, Choices("", edits=edits)))
    rows = [[cell.value for cell in row] for row in load_workbook(io.BytesIO(made[files.FIGURES])).worksheets[-1].iter_rows()]
    marked = {row[0]: row for row in rows if row[2] not in (None, "")}
    assert marked["税收入库1770万元，进度偏慢"][1:] == ["2013年报表.xlsx · 9月 · D64", paragraph.text]
    assert marked["入库税收1770万元，为历年同期最低"][2] == fact.text
    lines = [line.split("\t") for line in made[files.SENTENCES].decode().splitlines()]
    assert ["税收入库1770万元，进度偏慢", "2013年报表.xlsx · 9月 · D64", f"手工修改；按数据应为：{paragraph.text}"] in lines
    slide = next(s for s in Presentation(io.BytesIO(made[files.DECK])).slides if s.shapes.title.text_frame.text.startswith("1-9月税收"))
    assert any(shape.has_text_frame and shape.text_frame.text == "入库税收，为历年同期最低" for shape in slide.shapes)
    assert "手工修改" in slide.notes_slide.notes_text_frame.text
    assert any(p.text == "税收入库1770万元，进度偏慢。" for p in Document(io.BytesIO(made[files.NOTE])).paragraphs)


def test_an_edit_of_what_is_not_said_this_month_is_told_as_idle(written):
    briefing = written("county").briefing
    edits = (Edit("situation", "旧", "新"), Edit("turn/gone", "旧", "新"))
    assert [edit.key for edit in idle(briefing, edits)] == ["turn/gone"]


def test_sections_of_the_note_come_as_chosen(written):
    chosen = apply(written("county").briefing, Choices("", sections=("steps", "headlines", "gone")))
    assert [part.key for part in chosen.sections] == ["steps", "headlines"]


def test_an_empty_edit_leaves_the_rules_own_words(written):
    briefing = written("county").briefing
    assert apply(briefing, Choices("", edits=(Edit("situation", "旧", "  "),))) == briefing
    assert numbers(briefing.headline.text)


def test_a_kept_set_comes_back_as_it_was_and_a_broken_file_is_passed_over(store, tmp_path):
    folder = tmp_path / "briefings"
    assert saved(folder) == []
    kept = Choices("../../月度例会", ("land", "zones"), "en", (Edit("land", "旧", "新"),))
    save(store, kept, by=WRITER)
    save(store, replace(kept, slides=("land",)), by=WRITER)
    (folder / "broken.json").write_text("{")
    assert saved(folder) == [replace(kept, slides=("land",))]
    assert [path.parent for path in tmp_path.rglob("*.json")] == [folder, folder]
    remove(store, kept.name, by=WRITER)
    remove(store, kept.name, by=WRITER)
    assert saved(folder) == []


def test_only_staff_keeps_and_drops_sets_below_the_page_too(store, tmp_path):
    accounts.add(store, "li", None, role="viewer", by=WRITER)
    save(store, Choices("例会"), by=WRITER)
    for by in (accounts.named(store, "li"), Account("nobody", "admin")):
        with pytest.raises(Forbidden):
            save(store, Choices("周会"), by=by)
        with pytest.raises(Forbidden):
            remove(store, "例会", by=by)
    assert [one.name for one in saved(tmp_path / "briefings")] == ["例会"]


def test_a_set_keeps_its_template_byte_for_byte_and_an_older_set_has_none(store, tmp_path):
    folder = tmp_path / "briefings"
    save(store, Choices("例会", template_name="本单位.pptx", template=b"PK\x00\xff"), by=WRITER)
    assert saved(folder)[0].template == b"PK\x00\xff"
    (folder / "old.json").write_text('{"name": "旧", "slides": ["land"], "language": "zh", "edits": []}', encoding="utf-8")
    assert Choices("旧", ("land",)) in saved(folder)


def test_a_kept_issue_number_holds_for_its_own_month_alone(written, store):
    briefing = written("county").briefing
    save(store, Choices("例会", number=37, month=briefing.month), by=WRITER)
    (kept,) = saved(store.path.parent / BRIEFINGS)
    assert apply(briefing, kept).issue == 37
    assert apply(replace(briefing, month="2013-10"), kept).issue == 10
    assert apply(briefing, Choices("")).issue == 9

"""A writer's choices: slides in their order, titles in other words, kept under a name and taken up a month later."""

from __future__ import annotations

from dataclasses import replace

from park.briefing.choices import Choices, Edit, apply, moved, save, saved, unknown
from park.briefing.model import Sentence


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
    chosen = apply(briefing, Choices("", edits=(Edit("situation", before, "开工企业数需月均完成3家"),)))
    title = slide_of(chosen, "situation").title
    assert title.text == chosen.headline.text == "开工企业数需月均完成3家"
    assert title.origins


def test_a_title_is_stale_once_its_numbers_have_moved(written):
    slide = slide_of(written("county").briefing, "tax_revenue")
    edit = Edit(slide.key, slide.title.text, "税收偏慢")
    assert not moved(slide, edit)
    assert moved(replace(slide, title=Sentence(slide.title.text.replace("59.0", "66.2"))), edit)


def test_a_number_that_no_figure_of_the_slide_states_is_named(written):
    slide = slide_of(written("county").briefing, "tax_revenue")
    assert unknown(slide, Edit(slide.key, "", "税收完成59.0%,差41.3个百分点")) == ["41.3"]


def test_a_kept_set_comes_back_as_it_was_and_a_broken_file_is_passed_over(tmp_path):
    folder = tmp_path / "briefings"
    assert saved(folder) == []
    kept = Choices("../../月度例会", ("land", "zones"), "en", (Edit("land", "旧", "新"),))
    save(folder, kept)
    save(folder, replace(kept, slides=("land",)))
    (folder / "broken.json").write_text("{")
    assert saved(folder) == [replace(kept, slides=("land",))]
    assert [path.parent for path in tmp_path.rglob("*.json")] == [folder, folder]

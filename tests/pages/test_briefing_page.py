"""The briefing page: slides and sections to choose, sentences to put into other words, files to take."""

import io

import pytest
from pptx import Presentation

from park.briefing import pictures
from park.briefing.choices import Choices, Edit, save, saved
from park.store import open_store, operator
from park.store.files import BRIEFINGS

from .test_pages import html, opened


def words(at, key: str):
    """Opens the fields of a slide and returns them."""
    next(t for t in at.toggle if t.key.endswith(f"_{key}")).set_value(True).run()
    assert not at.exception
    return [field for field in at.text_area if f"_{key}" in field.key]


def shown(at, view: str):
    next(group for group in at.get("button_group") if group.key == "briefing_view").set_value(view).run()
    assert not at.exception
    return at


@pytest.fixture
def copied(database, tmp_path, monkeypatch):
    """A full store in a folder of its own, so that sets can be kept beside it."""
    path = tmp_path / "park.duckdb"
    path.write_bytes(database("full").read_bytes())
    monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
    return tmp_path / BRIEFINGS


@pytest.mark.parametrize("browser_found", [True, False])
def test_the_page_shows_every_slide_as_it_will_be_and_offers_every_file(database, monkeypatch, browser_found):
    monkeypatch.setattr(pictures, "available", lambda: browser_found)
    database("full")
    at = opened("briefing")
    assert not at.exception
    page = html(at)
    assert page.count('class="pb-slide"') == len(at.multiselect[0].value) > 8
    assert page.count("data:image/svg+xml") >= 8
    assert [button.proto.label for button in at.get("download_button")] == [
        "全部下载（ZIP）", "幻灯片（PPTX）", "文稿（DOCX）", "数据表（XLSX）", "文字（TXT）",
    ]
    assert ("生成图片" in [button.label for button in at.button]) is browser_found
    assert any("点相机图标" in caption.value for caption in at.caption) is not browser_found
    assert any("须在运行看板的计算机上装有" in caption.value for caption in at.caption) is not browser_found


@pytest.mark.skipif(not pictures.available(), reason="Chromium is not installed")
def test_pictures_are_drawn_on_demand_and_drawn_anew_once_a_sentence_has_changed(database):
    database("full")
    at = opened("briefing")
    at.multiselect[0].set_value(["land", "situation"]).run()
    at.button(key="briefing_draw").click().run(timeout=90)
    assert not at.exception and not at.error
    assert "图片（PNG，打包 ZIP）" in [button.proto.label for button in at.get("download_button")]
    assert any("已生成2张图片" in caption.value for caption in at.caption)
    words(at, "land")[0].set_value("土地开发偏慢").run()
    assert "图片（PNG，打包 ZIP）" not in [button.proto.label for button in at.get("download_button")]
    assert "briefing_draw" in [button.key for button in at.button]


def test_title_and_facts_of_a_slide_can_be_put_into_other_words_and_taken_back(database):
    database("full")
    at = opened("briefing")
    title, fact, *_rest = words(at, "industrial_output_value")
    made = fact.value
    fact.set_value("总量迈上新台阶").run()
    title = next(field for field in at.text_area if field.key == title.key)
    title.set_value("园区完成987.6%").run()
    assert not at.exception
    assert "总量迈上新台阶" in html(at) and "园区完成987.6%" in html(at) and "已改" in html(at)
    assert any("987.6" in warning.value for warning in at.warning)
    for button in [b for b in at.button if b.key.startswith("back_")]:
        at.button(key=button.key).click().run()
    assert "总量迈上新台阶" not in html(at) and made in html(at) and "已改" not in html(at)
    assert not at.warning


def test_a_paragraph_of_the_note_can_be_put_into_other_words_and_stands_so_on_the_slide_that_shares_it(database):
    database("full")
    at = shown(opened("briefing"), "note")
    field = next(f for f in at.text_area if f.key.endswith("_growth"))
    field.set_value("产值增速保持平稳").run()
    assert not at.exception
    assert "产值增速保持平稳" in html(shown(at, "slides"))


def test_slides_can_be_left_out_and_sections_too(database):
    database("full")
    at = opened("briefing")
    at.multiselect[0].set_value(["land", "situation"]).run()
    assert html(at).count('class="pb-slide"') == 2
    shown(at, "note")
    at.multiselect[0].set_value(["steps"]).run()
    assert {field.key.split("_", 4)[4].partition("/")[0] for field in at.text_area} <= {"need", "start"}
    assert at.text_area
    assert html(shown(at, "slides")).count('class="pb-slide"') == 2


def test_a_slide_moves_a_place_and_keeps_it_in_another_month(database):
    database("full")
    at = opened("briefing", month="2013-09")
    before = list(at.multiselect[0].value)
    at.button(key=next(b.key for b in at.button if b.key.endswith(f"_{before[2]}_-1"))).click().run()
    assert not at.exception
    moved = [before[0], before[2], before[1], *before[3:]]
    assert at.multiselect[0].value == moved
    at.query_params["month"] = "2013-08"
    at.run()
    assert at.multiselect[0].value[:3] == moved[:3]


def test_the_files_can_be_in_another_language_than_the_page(database):
    database("full")
    at = opened("briefing")
    next(group for group in at.get("button_group") if group.key == "briefing_language").set_value("en").run()
    assert not at.exception
    assert "Jan-Sep" in html(at)


def test_an_area_without_a_month_says_so_instead(database):
    database("empty")
    at = opened("briefing")
    assert not at.exception
    assert not at.get("download_button")


def test_a_sentence_in_other_words_is_kept_in_another_month_and_warned_of_until_it_is_confirmed(database):
    database("full")
    at = opened("briefing", month="2013-09")
    words(at, "industrial_output_value")[0].set_value("产值总体平稳").run()
    at.query_params["month"] = "2013-08"
    at.run()
    assert not at.exception
    assert "产值总体平稳" in html(at) and "1-8月" in html(at) and "1-9月" not in html(at)
    assert any("按现有数据应为" in warning.value for warning in at.warning)
    at.button(key=next(b.key for b in at.button if b.key.startswith("right_"))).click().run()
    assert "产值总体平稳" in html(at) and not at.warning


def test_a_kept_set_is_taken_up_with_slides_sections_sentences_and_template(copied):
    made = io.BytesIO()
    Presentation().save(made)
    given = Choices("例会", ("land", "gone", "zones"), "zh", (Edit("land", "旧", "土地开发偏慢"), Edit("turn/gone", "旧句", "新句")), ("steps",), "本单位.pptx", made.getvalue())
    with open_store() as store:
        save(store, given, by=operator("writer"))
    at = opened("briefing")
    at.selectbox(key="briefing_set").set_value("例会").run()
    at.button(key="briefing_take_up").click().run()
    assert not at.exception
    assert at.multiselect[0].value == ["land", "zones"]
    assert "土地开发偏慢" in html(at)
    assert any("新句" in info.value for info in at.info)
    assert any("本单位.pptx" in caption.value for caption in at.caption)
    at.button(key="briefing_no_template").click().run()
    assert not any("本单位.pptx" in caption.value for caption in at.caption)
    assert shown(at, "note").multiselect[0].value == ["steps"]
    assert "briefing_keep" not in [button.key for button in at.button]


def test_staff_keep_a_set_under_a_name_and_drop_it_again(copied, monkeypatch):
    from ui import briefing_sets

    monkeypatch.setattr(briefing_sets, "staff", lambda: operator("writer"))
    at = opened("briefing")
    words(at, "land")[0].set_value("土地开发偏慢").run()
    at.multiselect[0].set_value(["land", "situation"]).run()
    at.text_input(key="briefing_set_name").set_value("月度例会").run()
    at.button(key="briefing_keep").click().run()
    assert not at.exception
    kept = saved(copied)
    assert [(one.name, one.slides, [edit.text for edit in one.edits]) for one in kept] == [("月度例会", ("land", "situation"), ["土地开发偏慢"])]
    at.selectbox(key="briefing_set").set_value("月度例会").run()
    at.button(key="briefing_drop").click().run()
    assert not at.exception
    assert saved(copied) == []


def test_the_issue_number_is_kept_with_the_choices(database):
    database("full")
    at = opened("briefing")
    number = at.number_input[0]
    assert (number.label, number.value, number.placeholder) == ("期号", None, "9")
    number.set_value(37).run()
    assert not at.exception and at.number_input[0].value == 37
    assert 37 in at.session_state["_briefing_number"].values()

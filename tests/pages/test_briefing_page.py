"""The briefing page: slides to choose, titles to put into other words, files to take."""

import pytest

from park.briefing import pictures
from park.briefing.choices import Choices, Edit, save
from park.store.files import BRIEFINGS

from .test_pages import html, opened


def titles(at) -> list[str]:
    return [field.value for field in at.text_input if field.key and field.key.startswith("title_")]


@pytest.mark.parametrize("browser_found", [True, False])
def test_the_page_lists_the_slides_with_their_findings_and_offers_every_file(database, monkeypatch, browser_found):
    monkeypatch.setattr(pictures, "available", lambda: browser_found)
    database("full")
    at = opened("briefing")
    assert not at.exception
    assert len(titles(at)) == len(at.multiselect[0].value) > 8
    assert all(titles(at))
    assert [button.proto.label for button in at.get("download_button")] == [
        "全部下载（ZIP）", "幻灯片（PPTX）", "文稿（DOCX）", "数据表（XLSX）", "文字（TXT）", *(["图片（PNG，打包 ZIP）"] if browser_found else []),
    ]
    assert any("点相机图标" in caption.value for caption in at.caption) is not browser_found
    assert any("须在运行看板的计算机上装有" in caption.value for caption in at.caption) is not browser_found


def test_an_edited_title_is_marked_and_a_number_without_a_figure_is_named(database):
    database("full")
    at = opened("briefing")
    field = next(f for f in at.text_input if f.key.startswith("title_"))
    field.set_value("园区完成987.6%").run()
    assert not at.exception
    assert any("987.6" in warning.value for warning in at.warning)
    at.run()
    assert "已改" in html(at)


def test_slides_can_be_left_out(database):
    database("full")
    at = opened("briefing")
    at.multiselect[0].set_value(["land", "situation"]).run()
    assert len(titles(at)) == 2


def test_the_files_can_be_in_another_language_than_the_page(database):
    database("full")
    at = opened("briefing")
    at.get("button_group")[-1].set_value("en").run()
    assert not at.exception
    assert any("Jan-Sep" in title for title in titles(at))


def test_an_area_without_a_month_says_so_instead(database):
    database("empty")
    at = opened("briefing")
    assert not at.exception
    assert not at.get("download_button")


def test_a_title_in_other_words_is_kept_in_another_month_and_warned_of(database):
    database("full")
    at = opened("briefing", month="2013-09")
    field = next(f for f in at.text_input if f.key.endswith("industrial_output_value"))
    field.set_value("产值总体平稳").run()
    at.query_params["month"] = "2013-08"
    at.run()
    assert not at.exception
    others = [title for title in titles(at) if title != "产值总体平稳"]
    assert len(others) == len(titles(at)) - 1
    assert any("1-8月" in title for title in others) and not any("1-9月" in title for title in others)
    assert any("按现有数据应为" in warning.value for warning in at.warning)


def test_a_kept_set_is_taken_up_with_its_slides_and_titles(database, tmp_path, monkeypatch):
    path = database("full")
    copied = tmp_path / "park.duckdb"
    copied.write_bytes(path.read_bytes())
    monkeypatch.setenv("PARKBOARD_DATABASE", str(copied))
    save(tmp_path / BRIEFINGS, Choices("例会", ("land", "gone", "zones"), "zh", (Edit("land", "旧", "土地开发偏慢"),)))
    at = opened("briefing")
    at.selectbox(key="briefing_set").set_value("例会").run()
    at.button(key="briefing_take_up").click().run()
    assert not at.exception
    assert at.multiselect[0].value == ["land", "zones"]
    assert titles(at)[0] == "土地开发偏慢"
    assert "briefing_keep" not in [button.key for button in at.button]

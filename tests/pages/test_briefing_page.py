"""The briefing page: slides to choose, titles to put into other words, files to take."""

from .test_pages import html, opened


def titles(at) -> list[str]:
    return [field.value for field in at.text_input if field.key and field.key.startswith("title_")]


def test_the_page_lists_the_slides_with_their_findings_and_offers_every_file(database):
    database("full")
    at = opened("briefing")
    assert not at.exception
    assert len(titles(at)) == len(at.multiselect[0].value) > 8
    assert all(titles(at))
    assert [button.proto.label for button in at.get("download_button")] == [
        "全部下载（ZIP）", "幻灯片（PPTX）", "文稿（DOCX）", "数据表（XLSX）", "文字（TXT）",
    ]


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

"""A watched folder: finished files are staged once, with their findings beside them; nothing counts before a person commits."""

from __future__ import annotations

import os
import shutil

import openpyxl
import pytest

from etl.__main__ import main
from etl.commands.watch import Watch
from park.store import batches, open_store


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(tmp_path / "db" / "park.duckdb"))
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def table(path, value=1500, park="东湖工业园区"):
    book = openpyxl.Workbook()
    for row in ([f"{park}2013年1-10月主要经济指标完成情况表"], ["指标", "单位", "1-10月累计"], ["税收", "万元", value], ["全口径库税", "万元", 7]):
        book.active.append(row)
    book.save(path)
    return path


def look(folder, *more) -> int:
    return main(["watch", str(folder), "--once", "--every", "0.05", *more])


def standing():
    with open_store() as store:
        return [(b.file_name, b.status) for b in batches.every(store)]


def test_a_dropped_file_is_staged_and_its_findings_stand_beside_it(folder):
    table(folder / "十月.xlsx")
    assert look(folder, "--by", "共享文件夹") == 0
    assert standing() == [("十月.xlsx", "staged")]
    assert "全口径库税" in (folder / "findings" / "十月.xlsx.txt").read_text(encoding="utf-8-sig")
    with open_store() as store:
        assert store.cursor().execute("select count(*) from truth").fetchone() == (0,)
        assert batches.every(store)[0].uploaded_by == "共享文件夹"


def test_a_new_start_takes_nothing_twice_but_a_changed_file_again(folder):
    table(folder / "十月.xlsx")
    look(folder)
    look(folder)
    assert len(standing()) == 1
    table(folder / "十月.xlsx", 1501)
    os.utime(folder / "十月.xlsx", (2e9, 2e9))
    look(folder)
    assert len(standing()) == 2


def test_the_same_content_under_another_name_waits_already(folder, capsys):
    table(folder / "十月.xlsx")
    look(folder)
    shutil.copy(folder / "十月.xlsx", folder / "十月（副本）.xlsx")
    assert look(folder) == 0
    assert len(standing()) == 1
    assert "十月（副本）.xlsx" in capsys.readouterr().err


def test_a_staged_file_counts_once_a_person_commits_it(folder):
    table(folder / "十月.xlsx")
    look(folder)
    with open_store() as store:
        batch = batches.every(store)[0].batch_id
    assert main(["commit", batch]) == 0
    assert standing() == [("十月.xlsx", "committed")]


def test_a_file_still_being_written_is_left_until_it_rests(tmp_path):
    taken = []
    watch = Watch(tmp_path, lambda path: (taken.append(path.read_bytes()), (0, ""))[1])
    path = tmp_path / "big.xlsx"
    for size in (1, 2, 3):
        path.write_bytes(b"x" * size)
        watch.look()
    assert taken == []
    watch.look()
    watch.look()
    assert taken == [b"xxx"]


def test_half_files_locks_hidden_files_folders_and_links_are_left_alone(tmp_path):
    taken = []
    watch = Watch(tmp_path, lambda path: (taken.append(path.name), (0, ""))[1])
    for name in ("~$十月.xlsx", ".hidden.xlsx", "x.xlsx.part", "x.crdownload", "good.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "good.xlsx")
    watch.look()
    watch.look()
    assert taken == ["good.xlsx"]


def test_what_cannot_be_read_is_said_beside_it_and_the_watch_goes_on(folder):
    (folder / "照片.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    table(folder / "十月.xlsx")
    assert look(folder) == 2
    assert standing() == [("十月.xlsx", "staged")]
    assert "图片" in (folder / "findings" / "照片.xlsx.txt").read_text(encoding="utf-8-sig")


def test_no_folder_is_a_sentence(tmp_path, capsys):
    assert main(["watch", str(tmp_path / "nirgends")]) == 2
    assert "nirgends" in capsys.readouterr().err

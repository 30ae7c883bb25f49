"""`python -m etl …` as a person runs it: real files, a real database, exit statuses and sentences."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import openpyxl
import pytest

from etl.__main__ import main
from park.store import batches, open_store


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs one command on a database of its own; returns exit status, standard output and standard error."""
    monkeypatch.setenv("PARKBOARD_DATABASE", str(tmp_path / "db" / "park.duckdb"))

    def command(*words):
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.fixture
def monthly(tmp_path):
    """A small monthly table of a park of its own."""

    def make(name="九月.xlsx", output=39943, park="东湖工业园区"):
        book = openpyxl.Workbook()
        sheet = book.active
        rows = [
            [f"{park}2013年1-9月主要经济指标完成情况表"],
            ["指标名称", "单位", "全年目标", "本月", "1-9月累计", "上年同期", "同比增长%"],
            ["工业总产值", "万元", 56016, 5290, output, 16986, round((output / 16986 - 1) * 100, 1)],
            ["税收", "万元", "3000以上", 272.8, 2050.9, 864.5, 137.2],
        ]
        for row in rows:
            sheet.append(row)
        sheet.merge_cells("A1:G1")
        book.save(tmp_path / name)
        return tmp_path / name

    return make


def listed(run):
    return list(csv.DictReader(io.StringIO(run("batches")[1])))


def test_load_prints_the_batch_and_its_counts_and_batches_lists_it(run, monthly):
    status, out, _err = run("load", monthly(), "--by", "统计员")
    (batch,) = listed(run)
    assert status == 0
    assert batch["batch"] in out
    assert (batch["park"], batch["file"], batch["observations"], batch["by"], batch["status"]) == ("东湖工业园区", "九月.xlsx", "8", "统计员", "committed")


def test_the_same_file_twice_says_so_and_changes_nothing(run, monthly):
    path = monthly()
    run("load", path)
    status, _out, err = run("load", path)
    assert (status, len(listed(run))) == (0, 1)
    assert "已于" in err


def test_undo_takes_a_batch_back_and_redo_lets_it_count_again(run, monthly):
    run("load", monthly())
    batch = listed(run)[0]["batch"]
    assert run("undo", batch)[0] == 0
    assert listed(run)[0]["status"] == "undone"
    assert run("redo", batch[:6])[0] == 0
    assert listed(run)[0]["status"] == "committed"


def test_undo_of_an_unknown_batch_is_a_sentence(run, monthly):
    run("load", monthly())
    status, _out, err = run("undo", "no-such-batch")
    assert status == 2
    assert "no-such-batch" in err


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("空.xlsx", b"", "空"),
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "图片"),
        ("加密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480, "密码"),
        ("乱码.xlsx", bytes(range(256)) * 8, ""),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_changes_nothing(run, tmp_path, name, content, word):
    (tmp_path / name).write_bytes(content)
    status, out, err = run("load", tmp_path / name)
    assert (status, out) == (2, "")
    assert err.startswith(name)
    assert word in err
    assert len(err.strip().splitlines()) == 1
    assert listed(run) == []


def test_an_old_workbook_under_a_new_name_is_read_by_its_content(run, monthly, tmp_path):
    wrong = tmp_path / "九月.csv"
    wrong.write_bytes(monthly().read_bytes())
    status, _out, _err = run("load", wrong)
    assert (status, listed(run)[0]["observations"]) == (0, "8")


def test_a_missing_file_is_a_sentence(run, tmp_path):
    status, _out, err = run("load", tmp_path / "nirgends.xlsx")
    assert status == 2
    assert "nirgends.xlsx" in err


def test_an_error_keeps_the_table_out_and_the_exit_status_says_so(run, tmp_path, monthly):
    path = monthly()
    book = openpyxl.load_workbook(path)
    book.active["D3"] = "#REF!"
    book.active["D3"].data_type = "e"
    book.save(path)
    status, _out, err = run("load", path)
    assert status == 1
    assert "D3" in err
    assert listed(run) == []


def test_extract_prints_the_contracts_columns_and_loads_nothing(run, monthly, tmp_path):
    status, out, _err = run("extract", monthly(), "--findings", tmp_path / "findings.csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert list(rows[0]) == ["file", "sheet", "cell", "area", "cluster", "firm", "indicator", "measure", "basis", "period_start", "period_end", "comparator", "value", "value_high", "unit", "yoy", "raw"]
    assert len(rows) == 8
    assert (tmp_path / "findings.csv").read_text(encoding="utf-8-sig").startswith("code,severity,file,sheet,cell,message,suggestion")
    assert not (tmp_path / "db" / "park.duckdb").exists()


def test_while_another_process_holds_the_database_load_says_who_must_let_go(run, monthly, tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", "from park.store import open_store\ns = open_store()\nprint('held', flush=True)\ninput()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    try:
        assert holder.stdout.readline() == "held\n"
        status, out, err = run("load", monthly())
    finally:
        holder.communicate("\n")
    assert (status, out) == (2, "")
    assert "正被另一程序使用" in err


def test_backup_and_restore_by_command(run, monthly, tmp_path):
    run("load", monthly())
    assert run("backup", tmp_path / "safe")[0] == 0
    status, _out, _err = run("restore", tmp_path / "safe", "--db", tmp_path / "other" / "park.duckdb")
    assert status == 0
    with open_store(tmp_path / "other" / "park.duckdb") as store:
        (batch,) = batches.every(store)
        assert batches.original(store, batch.batch_id) == (tmp_path / "九月.xlsx").read_bytes()


def test_the_template_is_written_and_reads_back_without_a_figure(run, tmp_path):
    assert run("template", tmp_path / "模板.xlsx")[0] == 0
    status, out, _err = run("extract", tmp_path / "模板.xlsx")
    assert (status, len(out.splitlines())) == (0, 1)


def test_a_month_that_is_none_is_wrong_usage(run, monthly):
    with pytest.raises(SystemExit) as stopped:
        run("load", monthly(), "--month", "2013-13")
    assert stopped.value.code == 2

"""`python -m park …` as people and scripts run it: columns, formats, messages, exit status."""

from __future__ import annotations

import csv
import io
import json

import pytest

from park.__main__ import main

from .conftest import World

COLUMNS = {
    "areas": "area,parent,kind,first_month,last_month,simulated",
    "indicators": "indicator,name_zh,name_en,unit,kind,better,group,headline",
    "progress": "area,cluster,firm,indicator,unit,target,comparator,actual,completion,time_progress,gap,status,required_per_month,"
                "landing_linear,landing_seasonal,yoy_reported,yoy_computed,target_high,target_from,reason",
    "growth --indicator tax_revenue": "part,value,base,growth,contribution,share,share_change,growth_reported",
    "trend --indicator tax_revenue": "month,value_month,value_ytd,yoy_month,yoy_ytd,target_path",
    "clusters": "cluster,leading,value,share,share_change,growth,contribution,target,completion",
    "projects": "stage,count,investment",
    "projects --not-started": "project,firm,area,reason,responsible,planned_start,days_waiting",
    "projects --due": "project,firm,area,reason,responsible,planned_start,days_waiting",
    "projects --investment": "basis,planned,done,completion,reason",
    "scorecard": "half,indicator,unit,target,actual,completion,time_progress,weight,score",
    "land": "part,developed,target,completion,output_per_mu,tax_per_mu,investment_per_mu",
    "source --indicator tax_revenue": "value,basis,period_start,period_end,batch,file,sheet,cell,raw,by,at",
}


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A database on disk with one park of two zones and a cluster."""
    path = tmp_path / "park.duckdb"
    world = World(path)
    world.cur.execute("insert into meta values ('version', '1'), ('schema', '1')")
    world.load([
        {"indicator": "tax_revenue", "period": "2013-09", "value": "9184.123456789"},
        {"indicator": "tax_revenue", "measure": "target", "period": "2013-12", "value": 10000},
        {"indicator": "tax_revenue", "area": "东区", "period": "2013-09", "value": 184},
        {"indicator": "industrial_output_value", "cluster": "纺织", "period": "2013-09", "value": "0.00001"},
    ], projects=[{"project": "一号", "stage": "签约", "planned_start": "2013-06"}])
    world.cur.close()
    monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
    return path


def run(capsys, text: str) -> tuple[int, str, str]:
    status = main(text.split())
    out = capsys.readouterr()
    return status, out.out, out.err


@pytest.mark.parametrize("command", COLUMNS)
def test_columns_are_the_contracts_and_more_may_follow(database, capsys, command):
    status, out, _err = run(capsys, command)
    assert status == 0
    assert f"{out.splitlines()[0]},".startswith(f"{COLUMNS[command]},")


def test_csv_is_exact_plain_and_empty_where_not_available(database, capsys):
    _status, out, err = run(capsys, "progress --indicator tax_revenue")
    row = next(csv.DictReader(io.StringIO(out)))
    assert (row["area"], row["actual"], row["target"], row["time_progress"], row["yoy_reported"]) == ("P", "9184.123456789", "10000", "75", "")
    assert "2013-09" in err


def test_small_numbers_have_no_exponent(database, capsys):
    _status, out, _err = run(capsys, "growth --indicator industrial_output_value --by cluster")
    assert out.splitlines()[1].startswith("纺织,0.00001,")


def test_json_has_null_where_not_available(database, capsys):
    _status, out, _err = run(capsys, "progress --indicator tax_revenue --format json")
    assert json.loads(out)[0]["yoy_reported"] is None


def test_a_table_lines_up_chinese_names_and_leaves_empty_columns_out(database, capsys):
    _status, out, _err = run(capsys, "growth --indicator tax_revenue --by area --format table")
    assert "growth" not in out.splitlines()[0] and "9,184.12" in out
    assert out.splitlines()[-1].startswith("合计")


def test_due_and_late_projects_are_listed_alone(database, capsys):
    rows = list(csv.DictReader(io.StringIO(run(capsys, "projects --due --month 2013-09")[1])))
    assert [(r["project"], r["timing"]) for r in rows] == [("一号", "late")]
    rows = list(csv.DictReader(io.StringIO(run(capsys, "projects --due --month 2013-06")[1])))
    assert [(r["project"], r["timing"]) for r in rows] == [("一号", "due")]
    assert len(run(capsys, "projects --due --month 2013-05")[1].splitlines()) == 1


def test_concentration_is_told_on_standard_error(database, capsys):
    _status, _out, err = run(capsys, "clusters")
    assert {line.split()[0] for line in err.splitlines()[1:]} == {"CR1", "CR3", "HHI", "leading_share"}


def test_a_month_that_is_given_is_not_told_again(database, capsys):
    assert run(capsys, "progress --month 2013-09")[2] == ""


@pytest.mark.parametrize("command", [
    "progress --area 无此园区", "growth --indicator nothing", "progress --month 201309", "progress --month 九月", "trend --indicator tax_revenue --cluster 无",
])
def test_wrong_names_are_refused_with_a_sentence(database, capsys, command):
    status, out, err = run(capsys, command)
    assert (status, out) == (2, "") and "。" in err


def test_an_unknown_option_is_wrong_usage(database):
    with pytest.raises(SystemExit) as left:
        main(["progress", "--by", "street"])
    assert left.value.code == 2


def test_no_database_is_said_in_a_sentence(tmp_path, capsys):
    status, _out, err = run(capsys, f"progress --db {tmp_path / 'none.duckdb'}")
    assert status == 2 and "none.duckdb" in err


def test_nothing_to_answer_with_is_said_and_gives_the_header_alone(database, capsys):
    status, out, err = run(capsys, "progress --month 2031-01")
    assert status == 0 and len(out.splitlines()) == 1 and "没有可用的数据" in err

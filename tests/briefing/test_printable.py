"""Control characters in names do not keep a file from being written; clean values stay the very same."""

from __future__ import annotations

from park.briefing import compose, files
from park.briefing.model import Fact, Figure, Sentence
from park.briefing.printable import printable
from park.store import ProjectRecord, open_store
from tests.conftest import reading

from .worlds import load

BAD = "坏\x07名\x0b<b>&\""


def test_texts_of_records_and_tuples_lose_control_characters_and_numbers_stay():
    fact = Fact(Figure("a\x00b", 1.0, "%", "percent"), Sentence("c\x1fd"))
    assert printable((fact, True, 0.0)) == (Fact(Figure("ab", 1.0, "%", "percent"), Sentence("cd")), True, 0.0)
    assert isinstance(printable((True, 1.0))[1], float)


def test_what_is_clean_stays_the_same_object():
    fact = Fact(Figure("a", 1.0, "%"), Sentence("b"))
    assert printable(fact) is fact


def test_files_are_written_for_names_with_control_characters(tmp_path):
    rows = [{"area": f"{BAD}{n}", "value": n, "period_end": "2013-03", "file": BAD, "sheet": BAD} for n in (1, 2)]
    project = ProjectRecord(project=BAD, stage="签约", signed="2013-01-02", planned_start="2013-02", reason=BAD, responsible=BAD, file=BAD, sheet="s", cell="A1")
    path = load(tmp_path / "park.duckdb", reading(*rows, park=BAD, projects=(project,)))
    with open_store(path, read_only=True) as store:
        made = files.make(compose.compose(store.cursor()))
    assert all(len(content) > 200 for content in made.values())
    assert "坏名" in made[files.SENTENCES].decode()

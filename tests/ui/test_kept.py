"""What is drawn once is shown again only for the same view and the same figures."""

import pandas as pd
import pytest

from tests.pages.conftest import fill
from ui.data import OPENED, kept

DRAWN = []


@kept
def drawing(view: str, rows: pd.DataFrame, limit: int | None = None) -> list:
    """Stands for any exhibit."""
    DRAWN.append(view)
    return rows["actual"].tolist()[:limit]


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    path = tmp_path / "park.duckdb"
    fill(path, "empty")
    monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
    DRAWN.clear()
    yield DRAWN
    OPENED.pop(str(path)).close()


def test_other_rows_of_the_same_view_are_drawn_anew(drawn):
    zones, clusters = pd.DataFrame({"actual": [1.0, 2.0]}), pd.DataFrame({"actual": [3.0, 2.0]})
    assert drawing("2013-09", zones) == [1, 2]
    assert drawing("2013-09", clusters) == [3, 2]
    assert drawing("2013-09", zones, 1) == [1]
    assert drawing("2013-09", zones, limit=1) == [1]


def test_the_same_rows_are_drawn_once(drawn):
    for _time in range(3):
        drawing("2013-09", pd.DataFrame({"actual": [1.0, None], "area": ["东片区", "西片区"]}))
    assert drawn == ["2013-09"]

"""Words of a chart keep off its lines, its circles and each other."""

import pandas as pd

from park.charts import spots
from park.charts.growth_map import growth_map
from park.charts.path import path
from park.charts.spots import Board, Spot, around
from park.charts.theme import Caption, Look
from tests.charts import frames

LOOK, WORDS = Look(), Caption("结论")


def placed(fig, board: Board) -> list[tuple[str, Spot]]:
    """The annotations of a figure that stand at a place of the axes, as texts on a board."""
    return [
        (a.text, Spot(a.x, a.y, a.xanchor, a.yanchor, a.xshift or 0, a.yshift or 0))
        for a in fig.layout.annotations if a.xref != "paper" and a.yref != "paper" and a.text
    ]


def clashes(texts: list[tuple[str, Spot]], board: Board) -> list[tuple[str, str]]:
    boxes = [(text, board._box(text, spot, width)) for width in spots.WIDTHS for text, spot in texts]
    half = len(texts)
    return [(one[0], other[0]) for n in range(0, len(boxes), half) for i, one in enumerate(boxes[n:n + half]) for other in boxes[n:n + half][i + 1:] if spots._meet(one[1], other[1])]


def test_a_text_moves_off_a_line_that_would_strike_it():
    board = Board((0, 10), (0, 10))
    free = board.place("年度目标 56", around(5, 5, 6), LOOK)
    assert (free["xanchor"], free["yanchor"]) == ("left", "middle")
    board = Board((0, 10), (0, 10))
    board.line([(0, 5), (10, 5)])
    moved = board.place("年度目标 56", around(5, 5, 6), LOOK)
    assert moved["yanchor"] == "bottom" and moved["yshift"] == 6


def test_two_texts_of_one_place_stand_apart():
    board = Board((0, 10), (0, 10))
    first, second = (board.place("名称", around(5, 5, 6), LOOK) for _n in range(2))
    assert first != second


def test_the_path_names_every_line_clear_of_the_others_also_behind_pace():
    row = frames.progress().iloc[0].copy()
    row["target"], row["landing_linear"], row["landing_seasonal"] = 60000.0, 46000.0, 49000.0
    trend = frames.trend()
    for factor in (0.75, 1.0, 1.25):
        later = trend["month"].str.startswith("2013")
        rows = trend.assign(value_ytd=trend["value_ytd"].where(~later, trend["value_ytd"] * factor))
        fig = path(rows, row, "2013-09", WORDS, LOOK)
        board = Board(tuple(fig.layout.xaxis.range), tuple(fig.layout.yaxis.range))
        texts = placed(fig, board)
        assert {"2012", "序时"} <= {text for text, _spot in texts}
        assert clashes(texts, board) == []


def test_clusters_of_one_growth_keep_their_names_apart():
    names = ["纺织", "锂电新材料", "变电设备", "农产品精深加工", "生物医药"]
    rows = pd.DataFrame({"cluster": names, "value": [50.0, 40, 30, 20, 10], "share": [33.3, 26.7, 20, 13.3, 6.7], "growth": [10.0] * 5})
    fig = growth_map(rows, 10.0, {}, WORDS, LOOK)
    board = Board(tuple(fig.layout.xaxis.range), tuple(fig.layout.yaxis.range))
    texts = placed(fig, board)
    assert set(names) <= {text for text, _spot in texts}
    assert clashes(texts, board) == []

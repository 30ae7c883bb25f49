"""A walk over all pages: every number that they show, in texts, tables and charts, is a number of a command (`python -m park …`), to the digit shown."""

from __future__ import annotations

import base64
import csv
import html as entities
import io
import re
import shutil

import numpy as np
import pytest

from park.__main__ import main
from park.locale import set_language
from park.locale.numbers import full, percent, points, short
from park.store import open_store

from .test_pages import figures, html, opened

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALES = (1.0, 1e4, 1e2, 1e3, 1e5, 0.1)  # 万元 as 亿元, as CNY m, bn, thousand; 亩 as thousand
DAY = 86_400_000  # how Plotly measures a day
SMALL = {str(n) for n in range(13)}  # counts of things, months, ranks
SHOWN = "industrial_output_value"
PARKS = {"县工业园区": "2013-09", "工业城": "2012-12"}


class Commands:
    """The answers of commands as the texts and figures that a page may make of them."""

    def __init__(self, path, capsys):
        self.path, self.capsys, self.texts, self.values = path, capsys, set(SMALL), {0.0, 100.0}

    def ask(self, *words: str) -> list[dict]:
        """Runs a command and takes every number of its answer; the answer's rows."""
        assert main([*words, "--db", str(self.path), "--format", "csv"]) == 0, words
        said = self.capsys.readouterr()
        rows = list(csv.DictReader(io.StringIO(said.out)))
        for text in [cell for row in rows for cell in row.values()] + said.err.split():
            self.take(text)
        return rows

    def take(self, text: str | None) -> None:
        try:
            self.know(float(text))
        except (TypeError, ValueError):
            self.texts |= set(digits(text or ""))

    def know(self, value: float) -> None:
        """The ways in which the pages write a figure, in every unit."""
        self.values.add(value)
        for scale in SCALES:
            scaled = value / scale
            self.texts |= {token for form in (full, short, percent, points) for token in digits(form(scaled))}

    def holds(self, value: float) -> bool:
        """Whether a mark of a chart lies where a figure of the commands says."""
        known = np.fromiter(self.values, float)
        return any(np.isclose(known / scale, value, rtol=1e-6, atol=1e-9).any() for scale in SCALES)


def digits(text: str) -> list[str]:
    return [token.replace(",", "") for token in NUMBER.findall(text)]


def everything(commands: Commands, area: str, month: str) -> None:
    """Asks all that the six pages show of an area in a month; what a sentence works out of two figures is worked out here too."""
    place, by_parts = ("--area", area, "--month", month), (("--by", "area"), ("--by", "cluster"))
    for by in ((), *by_parts, ("--by", "firm")):
        commands.ask("progress", *place, *by, "--pace", "seasonal")
        commands.ask("land", *place, *by)
    of_area = commands.ask("progress", *place)
    for rows in (of_area, *(commands.ask("progress", *place, *by) for by in by_parts)):
        for code in {row["indicator"] for row in rows}:  # "the zones add up to"
            commands.know(sum(float(row["actual"] or 0) for row in rows if row["indicator"] == code))
        for row in rows:
            if row["target_high"] and row["target"]:  # the tick of a range's upper bound
                commands.know(float(row["target_high"]) / float(row["target"]) * 100)
    for row in of_area:
        commands.ask("growth", *place, "--indicator", row["indicator"])
        course(commands, place, month, row["indicator"])
    for by in (*by_parts, ("--by", "firm")):
        commands.ask("growth", *place, "--indicator", SHOWN, *by)
    for row in commands.ask("clusters", *place, "--indicator", SHOWN):
        if row["share"] and row["share_change"]:  # the tick of last year's share
            commands.know(float(row["share"]) - float(row["share_change"]))
        if row["cluster"] not in ("合计", "未分解"):
            commands.ask("trend", *place, "--indicator", SHOWN, "--cluster", row["cluster"])
    for kind in ((), ("--not-started",), ("--investment",), ("--causes",), ("--calendar",)):
        rows = commands.ask("projects", *place, *kind)
        commands.know(sum(int(row.get("count") or 0) for row in rows))
        for row in rows:
            if row.get("days"):
                commands.know(float(row["days"]) * DAY)
    for asked in (("scorecard", *place), ("firms", *place), ("plans", "--area", area), ("areas",)):
        commands.ask(*asked)
    for other in PARKS:  # the parks side by side
        commands.ask("progress", "--area", other, "--month", month)


def course(commands: Commands, place: tuple, month: str, code: str) -> None:
    """An indicator's months, and by how much its growth differs from the months before."""
    rates = [float(row["yoy_ytd"]) for row in commands.ask("trend", *place, "--indicator", code) if row["yoy_ytd"] and row["month"][:4] == month[:4]]
    for before in rates[:-1]:
        commands.know(rates[-1] - before)


def bare(body: str) -> str:
    """The text that a reader sees of HTML."""
    body = re.sub(r"<style>.*?</style>|<script>.*?</script>", " ", body, flags=re.S)
    return entities.unescape(re.sub(r"<[^>]*>", " ", body))


def said(at) -> str:
    """All texts of a page: HTML, buttons, captions, tables as they are shown, and the words inside charts."""
    parts = [bare(html(at)), *(button.label for button in at.button), *(one.value for one in [*at.caption, *at.markdown, *at.subheader])]
    for table in at.dataframe:
        shown = table.proto.arrow_data if hasattr(table.proto, "arrow_data") else table.proto
        parts += [str(cell) for column in arrow(shown.styler.display_values) for cell in column]
    for figure in figures(at):
        parts += [bare(one["text"]) for one in figure["layout"].get("annotations", ())]
        parts.append(bare(figure["layout"]["title"]["text"]))
        for trace in figure["data"]:
            parts += [bare(one) for one in flat(trace.get("hovertext", ())) + flat(trace.get("text", ())) if isinstance(one, str)]
    return "\n".join(parts)


def arrow(data: bytes) -> list[list]:
    import pyarrow as pa

    if not data:
        return []
    return [column.to_pylist() for column in pa.ipc.open_stream(data).read_all().columns]


def flat(given) -> list:
    if isinstance(given, str):
        return [given]
    return [one for line in given for one in (line if isinstance(line, list) else [line])]


def marks(figure: dict) -> list[float]:
    """Where the bars and points of a chart lie along its value axes; places on a category axis are no figures."""
    found = []
    for trace in figure["data"]:
        if trace.get("orientation") == "h" or trace["type"] == "heatmap":
            axes = ("z",) if trace["type"] == "heatmap" else ("x",)
        else:
            axes = ("y",) if trace["type"] == "bar" else ("x", "y")
        for axis in axes:
            values = trace.get(axis, ())
            if isinstance(values, dict):
                values = np.frombuffer(base64.b64decode(values["bdata"]), values["dtype"]).ravel().tolist()
            found += [float(one) for one in flat(values) if isinstance(one, int | float) and one == one]
    return found


def unknown(commands: Commands, at) -> list[str]:
    """What the page shows and no command says."""
    text = re.sub(r"20\d\d[–-]20\d\d|\d{4}-\d{2}(-\d{2})?|(19|20)\d\d", " ", said(at))  # years and days
    wrong = sorted({token for token in digits(text) if token not in commands.texts})
    for figure in figures(at):
        wrong += [f"mark {value}" for value in marks(figure) if not float(value).is_integer() and not commands.holds(value)]
    return wrong


@pytest.fixture
def commands(database, tmp_path, capsys):
    """The commands' answers from a copy of the demo, which the app may have open."""
    path = database("demo")
    shutil.copy(path, tmp_path / "copy.duckdb")
    with open_store(tmp_path / "copy.duckdb", read_only=True) as store:
        store.hold()  # opened once for all commands
        yield Commands(store.path, capsys)


@pytest.mark.parametrize("area", PARKS)
def test_every_number_of_every_page_is_a_command_s(commands, area):
    month = PARKS[area]
    set_language("zh")
    everything(commands, area, month)
    wrong = {}
    for lang in ("zh", "en"):
        for page in ("overview", "targets", "growth", "clusters", "projects", "land"):
            at = opened(page, area=area, month=month, lang=lang)
            assert not at.exception
            assert len(digits(said(at))) > 20 or (page, area) in {("clusters", "县工业园区"), ("projects", "工业城"), ("land", "工业城")}
            if found := unknown(commands, at):
                wrong[page, lang] = found
    assert wrong == {}


def test_the_walk_finds_what_no_command_says(commands):
    at = opened("overview", area="县工业园区", month="2013-09")
    found = unknown(commands, at)
    assert "1770" in found and any(one.startswith("mark ") for one in found)

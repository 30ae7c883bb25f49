"""Every figure stands in its own cell: tables, cards and rows of figures of all pages beside the commands' rows, key by key and column by column.

A right figure in a wrong cell is as wrong as a wrong figure; test_every_number.py looks at everything else that a page says.
"""

from __future__ import annotations

import html as entities
import re
import shutil

import pytest

from park.catalogue.names import indicator_name
from park.charts.theme import status_shape, status_word
from park.locale import _, set_language
from park.locale.numbers import card, percent, points, scale_for, short, signed_percent
from park.store import open_store

from .cells import SHOWN, TABLES, Answers, facts, family
from .test_every_number import arrow, bare
from .test_pages import html, opened

VIEWS = [  # area, month, language, further choices: the demo's two parks and a zone, by both kinds of part and against both paces
    ("县工业园区", "2013-09", "zh", {}),
    ("县工业园区", "2013-08", "zh", {"by": "cluster", "pace": "seasonal"}),
    ("工业城", "2012-12", "zh", {}),
    ("创业区", "2013-09", "en", {}),
]
FACT = re.compile(r"<div><span>(.*?)</span><b>(.*?)</b></div>")
TEXTS = ("Note", "Leading", "Entry line", "Due or late", "Measure")  # words, held by other tests


def shown(table) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of a table as the reader sees them."""
    columns = arrow(table.proto.arrow_data.styler.display_values if hasattr(table.proto, "arrow_data") else table.proto.styler.display_values)
    return list(table.value.columns), [list(row) for row in zip(*columns, strict=True)]


def misplaced(name: str, table, answers: Answers) -> list[str]:
    """The cells of a table that are not what the command says of this row and column."""
    key, expected = TABLES[name](answers)
    headings, rows = shown(table)
    known = {_(text) for text in TEXTS} | {_(text) for text in key}
    place = [headings.index(_(text)) if _(text) in headings else None for text in key]
    wrong, found = [], set()
    for row in rows:
        one = tuple("" if at is None else row[at] for at in place)
        found.add(one)
        if one not in expected:
            wrong.append(f"{name}: row {one} is no row of the command")
            continue
        wrong += [f"{name}: {one} {heading}: {text}, not {expected[one].get(heading)}" for heading, text in zip(headings, row, strict=True)
                  if heading not in known and text != expected[one].get(heading)]
    missing = {heading for line in expected.values() for heading, text in line.items() if text not in ("—", "")} - set(headings)
    return wrong + [f"{name}: no row {one}" for one in expected.keys() - found] + [f"{name}: no column {heading}" for heading in missing]


def cards_apart(at, answers: Answers) -> list[str]:
    """The headline cards that do not say the figures of the command for the indicator they name."""
    bodies = [e.proto.body for e in at.get("html") if "pb-figure" in e.proto.body and "<style>" not in e.proto.body]
    buttons = [b for b in at.button if b.key and b.key.startswith("pick_")]
    assert len(bodies) == len(buttons) == 5
    wrong = []
    for body, button, (_code, row) in zip(bodies, buttons, family(answers, answers.area).items(), strict=True):
        growth = row["yoy_reported"] or row["yoy_computed"]
        scale = scale_for([row["actual"]], row.get("unit", ""))
        told = {
            "name": (button.label, indicator_name(row["indicator"])),
            "actual": (digits_of(re.search(r'class="pb-figure">(.*?)</div>', body)[1]), short(scale.of(row["actual"])) if row["actual"] else "—"),
            "completion": (first(r"<div class=\"pb-line pb-verdict\"><span>(.*?)</span>", body), _("Completed {share}").format(share=percent(row["completion"])) if row["completion"] else ""),
            "gap": (first(r'<span class="pb-\w+">(.*?)</span>', body.partition("pb-verdict")[2]), " ".join([
                f"{status_shape(row['status'])} {status_word(row['status'])}", *([_("{gap} pts").format(gap=points(row["gap"]))] if row["gap"] else [])]) if row["completion"] else ""),
            "target": (first(r'pb-foot"><span>(.*?)</span>', body), _("Target {figure}").format(figure=card(row["target"], row["unit"])) if row["target"] else ""),
            "growth": (first(r"([+−]?[\d.,]+%|—)</span></div></div>$", body), signed_percent(growth)),
        }
        wrong += [f"card {row['indicator']} {what}: {said}, not {right}" for what, (said, right) in told.items() if said != right]
    return wrong


def first(pattern: str, body: str) -> str:
    found = re.search(pattern, body)
    return entities.unescape(found[1]) if found else ""


def digits_of(figure: str) -> str:
    return bare(re.sub(r"<small>.*?</small>", "", figure)).strip()


def facts_apart(page: str, at, answers: Answers) -> list[str]:
    expected = facts(page, answers)
    told = [(entities.unescape(name), entities.unescape(figure)) for name, figure in FACT.findall(html(at))]
    return [f"{name}: {figure}, not {expected[name]}" for name, figure in told if name in expected and figure != expected[name]]


def apart(page: str, answers: Answers) -> list[str]:
    """Every cell of a page that differs from the commands."""
    at = opened(page, area=answers.area, month=answers.month, indicator=SHOWN, **answers.choices)
    assert not at.exception
    wrong = facts_apart(page, at, answers) + (cards_apart(at, answers) if page == "overview" else [])
    for table in at.dataframe:
        name = table.proto.id.rpartition("-table_")[2] or "plans"  # the one table whose rows lead nowhere, so that it has no name of its own
        wrong += misplaced(name, table, answers)
    return wrong


@pytest.fixture
def asked(database, tmp_path, capsys):
    """The commands' answers of a view, from a copy of the demo, which the app may have open."""
    path = tmp_path / "copy.duckdb"
    shutil.copy(database("demo"), path)
    with open_store(path, read_only=True) as store:
        store.hold()  # opened once for all commands
        yield lambda area, month, lang, **choices: Answers(path, capsys, area, month, {"lang": lang, **choices})


@pytest.mark.parametrize(("area", "month", "lang", "choices"), VIEWS, ids=["park", "by cluster, seasonal", "city", "zone, in English"])
def test_every_cell_of_every_page_is_the_command_s(asked, area, month, lang, choices):
    answers = asked(area, month, lang, **choices)
    set_language(lang)
    assert {page: wrong for page in ("overview", "targets", "growth", "clusters", "projects", "land") if (wrong := apart(page, answers))} == {}

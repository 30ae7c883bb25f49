"""Briefings written once for all tests: a park with everything, one by clusters, one month alone, names like formulas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from park.briefing import compose, files
from park.briefing.model import Briefing
from park.locale import set_language
from park.store import open_store

from . import awkward_worlds, hard_worlds, worlds

STORES = {"county": worlds.county_store, "city": worlds.city_store, "one_month": worlds.one_month_store, "hostile": worlds.hostile_store} | {
    "many_zones": hard_worlds.many_zones_store, "falling": hard_worlds.falling_store, "huge": hard_worlds.huge_store,
    "no_last_year": hard_worlds.no_last_year_store, "year_end": hard_worlds.year_end_store,
} | {
    "clusters": awkward_worlds.clusters_store, "exceeded": awkward_worlds.exceeded_store, "strange": awkward_worlds.strange_store,
    "mixed_units": awkward_worlds.mixed_units_store, "january": awkward_worlds.january_store, "bare_zones": awkward_worlds.bare_zones_store,
}
HARD = [
    ("many_zones", "zh"), ("many_zones", "en"), ("falling", "zh"), ("huge", "en"), ("no_last_year", "zh"), ("year_end", "zh"), ("year_end", "en"),
    ("clusters", "zh"), ("exceeded", "zh"), ("strange", "zh"), ("strange", "en"), ("mixed_units", "zh"), ("january", "zh"), ("january", "en"), ("bare_zones", "en"),
]


@dataclass(frozen=True)
class Written:
    """A briefing and the folder of its four files, each opened once for all tests, which only look at it."""

    briefing: Briefing
    folder: Path

    @cached_property
    def deck(self):
        return Presentation(str(self.folder / files.DECK))

    @cached_property
    def note(self):
        return Document(str(self.folder / files.NOTE))

    @cached_property
    def book(self):
        return load_workbook(self.folder / files.FIGURES)

    @cached_property
    def lines(self) -> list[list[str]]:
        text = (self.folder / files.SENTENCES).read_text(encoding="utf-8")
        return [line.split("\t") for line in text.splitlines()]


@pytest.fixture(scope="session")
def stores(tmp_path_factory):
    """name -> path of its store, made when first asked for."""
    made: dict[str, Path] = {}

    def store(name: str) -> Path:
        if name not in made:
            made[name] = STORES[name](tmp_path_factory.mktemp(name) / "park.duckdb")
        return made[name]

    return store


@pytest.fixture(scope="session")
def written(stores, tmp_path_factory):
    """(store, language) -> its briefing, written when first asked for."""
    made: dict[tuple[str, str], Written] = {}

    def write(name: str, code: str = "zh") -> Written:
        set_language(code)
        if (name, code) not in made:
            with open_store(stores(name), read_only=True) as store:
                briefing = compose.compose(store.cursor())
            folder = tmp_path_factory.mktemp(f"{name}_{code}")
            files.write(briefing, folder)
            made[name, code] = Written(briefing, folder)
        return made[name, code]

    return write


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def violations(path) -> list[str]:
    """What in a file does not hold to the Office schema."""
    return [f"{error.part_uri} {error.path}: {error.description}" for error in _validator().validate(path).errors]


def shapes_of(slide):
    """Every shape with text: boxes, placeholders, table cells."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        elif shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def charts_of(deck) -> list:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]

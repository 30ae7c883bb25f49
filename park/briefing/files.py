"""The four files of a briefing, in a folder: slides, note, figures, sentences."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from park.locale import _

from .deck import deck
from .model import Briefing, Sentence
from .note import note
from .origins import place_words
from .template import TemplateError, open_template
from .workbook import workbook

DECK, NOTE, FIGURES, SENTENCES = "briefing.pptx", "briefing.docx", "figures.xlsx", "sentences.txt"


def make(briefing: Briefing, template: str | BinaryIO | None = None) -> dict[str, bytes]:
    """name -> content of the four files, in the language in use."""
    return {
        DECK: deck(briefing, template), NOTE: note(briefing), FIGURES: workbook(briefing), SENTENCES: sentences_text(briefing).encode("utf-8"),
    }


def template_problem(file: str | BinaryIO) -> str:
    """Why a file cannot be filled as the unit's own slides, and what to do; "" where it can."""
    try:
        open_template(file)
    except TemplateError as error:
        return str(error)
    return ""


def write(briefing: Briefing, folder: Path, template: str | BinaryIO | None = None) -> list[Path]:
    """Writes the files, replacing those that stand there; returns their paths. Nothing is written if one cannot be made."""
    return put(make(briefing, template), folder)


def put(made: dict[str, bytes], folder: Path) -> list[Path]:
    """Writes contents under their names into a folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def sentences_text(briefing: Briefing) -> str:
    """One sentence per line, a tab, its places; of a sentence edited by hand a further tab and what the rules say in its place."""
    return "".join("\t".join(_one_line(part) for part in _parts(sentence)) + "\n" for sentence in briefing.sentences)


def _parts(sentence: Sentence) -> list[str]:
    edited = [_("Edited by hand; the rules say: {text}").format(text=sentence.made)] if sentence.made else []
    return [sentence.text, place_words(sentence.origins, limit=20), *edited]


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""What a briefing writer chose: slides and sections in their order, sentences put into other words, the template. Kept under a name for the next month."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from park.store import Account, Store, audit, rights
from park.store.files import BRIEFINGS

from .model import PERIOD, Briefing, Fact, Figure, Paragraphs, Sentence, Slide, numbers, say


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence put into other words. key: which sentence; before: what the rules said then; text: what stands instead."""

    key: str
    before: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """One named set. slides, sections: keys in their order, () for all; language zh or en; template: the unit's own deck ("" name: none).

    number: the issue, 0 for the month's own; it holds for the briefing of `month` alone, so that a kept set gives no later month an old number
    ("" month: for any)."""

    name: str
    slides: tuple[str, ...] = ()
    language: str = "zh"
    edits: tuple[Edit, ...] = ()
    sections: tuple[str, ...] = ()
    template_name: str = ""
    template: bytes = b""
    number: int = 0
    month: str = ""


def apply(briefing: Briefing, choices: Choices) -> Briefing:
    """The briefing with the chosen slides and sections in the chosen order, and edited sentences wherever they stand."""
    edits = {edit.key: edit for edit in choices.edits if edit.text.strip()}
    slides = {slide.key: _slide(slide, edits) for slide in briefing.slides}
    sections = {part.key: _section(part, edits) for part in briefing.sections}
    situation = next((slide for slide in briefing.slides if slide.key == briefing.headline.key), None)
    headline = _edited(briefing.headline, edits, around(situation) if situation else briefing.headline.figures)
    return replace(
        briefing, headline=headline, number=choices.number if choices.month in ("", briefing.month) else 0, slides=tuple(slides[key] for key in _order(choices.slides, slides)),
        sections=tuple(sections[key] for key in _order(choices.sections, sections)))


def _order(chosen: tuple[str, ...], known: dict) -> list[str]:
    return [key for key in chosen if key in known] or list(known)


def _slide(slide: Slide, edits: dict[str, Edit]) -> Slide:
    near = around(slide)
    facts = tuple(Fact(fact.figure, _edited(fact.words, edits, near)) for fact in slide.facts)
    return replace(slide, title=_edited(slide.title, edits, near), facts=facts, lines=tuple(_edited(line, edits, near) for line in slide.lines))


def _section(part: Paragraphs, edits: dict[str, Edit]) -> Paragraphs:
    near = around(part)
    return replace(part, sentences=tuple(_edited(sentence, edits, near) for sentence in part.sentences))


def _edited(sentence: Sentence, edits: dict[str, Edit], near: tuple[Figure, ...]) -> Sentence:
    edit = edits.get(sentence.key)
    if edit is None or edit.text == sentence.text:
        return sentence
    return replace(say(edit.text.strip(), *sentence.figures, *near), key=sentence.key, made=sentence.text)


def around(whole: Slide | Paragraphs) -> tuple[Figure, ...]:
    """The figures of a slide or a section, which a sentence of it may state when it is put into other words."""
    said = whole.sentences if isinstance(whole, Paragraphs) else (whole.title, *whole.lines, *(fact.sentence for fact in whole.facts))
    return tuple(figure for sentence in said for figure in sentence.figures)


def editable(briefing: Briefing) -> Iterator[Sentence]:
    """Every sentence that can be put into other words; one that stands in two places comes twice."""
    yield briefing.headline
    for slide in briefing.slides:
        yield from (slide.title, *(fact.words for fact in slide.facts), *slide.lines)
    for part in briefing.sections:
        yield from part.sentences


def moved(sentence: Sentence, edit: Edit) -> bool:
    """Whether the rules say something else now than when the sentence was edited; another period alone is nothing else."""
    return PERIOD.sub("", sentence.text) != PERIOD.sub("", edit.before)


def unknown(sentence: Sentence, edit: Edit, near: tuple[Figure, ...]) -> list[str]:
    """Numbers of an edited sentence that no figure near it states, nor the rules' own sentence."""
    own = set(numbers(sentence.text))
    return [number for number in say(edit.text, *sentence.figures, *near).unexplained if number not in own]


def idle(briefing: Briefing, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Edits of sentences that the briefing does not have: this month nothing is said of what they are about."""
    known = {sentence.key for sentence in editable(briefing)}
    return tuple(edit for edit in edits if edit.key not in known)


def save(store: Store, choices: Choices, *, by: Account) -> None:
    """Keeps a set under its name beside the database, whole or not at all; one of the same name is replaced. Raises Forbidden unless by is staff."""
    rights.expect_staff(store, by, "briefing_keep", choices.name)
    folder = store.path.parent / BRIEFINGS
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, choices.name)
    half = path.with_suffix(".tmp")
    given = asdict(choices) | {"template": base64.b64encode(choices.template).decode()}
    half.write_text(json.dumps(given, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(half, path)
    audit.note(store, by, "briefing_keep", choices.name)


def remove(store: Store, name: str, *, by: Account) -> None:
    """Takes a kept set away; one that is not there is no error. Raises Forbidden unless by is staff."""
    rights.expect_staff(store, by, "briefing_drop", name)
    _path(store.path.parent / BRIEFINGS, name).unlink(missing_ok=True)
    audit.note(store, by, "briefing_drop", name)


def saved(folder: Path) -> list[Choices]:
    """The kept sets by name; a file that cannot be read is passed over."""
    found = [_read(path) for path in sorted(folder.glob("*.json"))] if folder.is_dir() else []
    return sorted((one for one in found if one is not None), key=lambda one: one.name)


def _read(path: Path) -> Choices | None:
    """A kept set; one of before sections, templates and issues were kept has none."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        edits = tuple(Edit(**edit) for edit in given["edits"])
        template = base64.b64decode(given.get("template", ""), validate=True)
        return Choices(
            str(given["name"]), tuple(given["slides"]), given["language"], edits, tuple(given.get("sections", ())), str(given.get("template_name", "")), template,
            int(given.get("number", 0)), str(given.get("month", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(folder: Path, name: str) -> Path:
    """A name as a file name: its digest, so that no name leads out of the folder."""
    return folder / f"{hashlib.sha256(name.encode()).hexdigest()[:20]}.json"

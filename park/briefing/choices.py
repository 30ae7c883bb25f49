"""What a briefing writer chose: which slides in which order, and titles put into other words. Kept under a name for the next month."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from .model import Briefing, Sentence, Slide, numbers, say


@dataclass(frozen=True, slots=True)
class Edit:
    """A title put into other words. key: the slide; before: what the rules said then; text: what stands instead."""

    key: str
    before: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """One named set. slides: keys in their order, () for all; language zh or en."""

    name: str
    slides: tuple[str, ...] = ()
    language: str = "zh"
    edits: tuple[Edit, ...] = ()


def apply(briefing: Briefing, choices: Choices) -> Briefing:
    """The briefing with the chosen slides in the chosen order, and edited titles in slides and note alike."""
    edits = {edit.key: edit for edit in choices.edits}
    retitled = {slide.title: _edited(slide, edits[slide.key]) for slide in briefing.slides if slide.key in edits}
    slides = {slide.key: replace(slide, title=retitled.get(slide.title, slide.title)) for slide in briefing.slides}
    order = [key for key in choices.slides if key in slides] or list(slides)
    sections = tuple(replace(part, sentences=tuple(retitled.get(s, s) for s in part.sentences)) for part in briefing.sections)
    headline = retitled.get(briefing.headline, briefing.headline)
    return replace(briefing, slides=tuple(slides[key] for key in order), sections=sections, headline=headline)


def _edited(slide: Slide, edit: Edit) -> Sentence:
    return say(edit.text, *slide.title.figures, *(fact.figure for fact in slide.facts))


def moved(slide: Slide, edit: Edit) -> bool:
    """Whether the numbers of the rules' own title have changed since it was edited."""
    return numbers(slide.title.text) != numbers(edit.before)


def unknown(slide: Slide, edit: Edit) -> list[str]:
    """Numbers of an edited title that no figure of the slide states."""
    return _edited(slide, edit).unexplained


def save(folder: Path, choices: Choices) -> None:
    """Keeps a set under its name, whole or not at all; one of the same name is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, choices.name)
    half = path.with_suffix(".tmp")
    half.write_text(json.dumps(asdict(choices), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(half, path)


def saved(folder: Path) -> list[Choices]:
    """The kept sets by name; a file that cannot be read is passed over."""
    found = [_read(path) for path in sorted(folder.glob("*.json"))] if folder.is_dir() else []
    return sorted((one for one in found if one is not None), key=lambda one: one.name)


def _read(path: Path) -> Choices | None:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        edits = tuple(Edit(**edit) for edit in given["edits"])
        return Choices(str(given["name"]), tuple(given["slides"]), given["language"], edits)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(folder: Path, name: str) -> Path:
    """A name as a file name: its digest, so that no name leads out of the folder."""
    return folder / f"{hashlib.sha256(name.encode()).hexdigest()[:20]}.json"

"""A text with every read figure marked where it stands, and its proposals as rows: a click on either shows the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from .state import look

HERE = Path(__file__).parent
PROOF = st.components.v2.component(
    "parkboard_proof", html='<div class="proof"></div>',
    css=HERE.joinpath("proof.css").read_text(encoding="utf-8"), js=HERE.joinpath("proof.js").read_text(encoding="utf-8"),
)
COLOURS = ("text", "muted", "rule", "card", "actual", "target", "amber", "brick", "teal")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text. key: which proposal it belongs to, "" for none; classes: how it looks; sign: a word behind it; title: on hover."""

    start: int
    end: int
    key: str
    classes: str
    sign: str = ""
    title: str = ""


def marked_text(lines: Iterable[tuple[str, int, str]], marks: list[Mark], key: str, at: str, height: int, focus: str, picked: Callable[[str], None] | None) -> None:
    """Draws a text. lines: (number shown, place in the whole text, words); at: the chosen key; focus: the number of a line to show."""
    data = {"lines": [{"number": number, "focus": bool(focus) and number == focus, "pieces": pieces(words, start, marks)} for number, start, words in lines],
            "focus": focus}
    _draw(key, data, at, height, picked)


def proposal_rows(rows: list[dict], key: str, at: str, height: int, open_: bool, picked: Callable[[str], None], ticked: Callable[[str, bool], None]) -> None:
    """Draws the rows: dicts of key, class, taken, label, name, figure, small, beside, differs, doubt. open_: ticks may be changed."""
    _draw(key, {"rows": rows, "open": open_}, at, height, picked, ticked)


def pieces(words: str, start: int, marks: list[Mark]) -> list[dict]:
    """A line cut at its marks; a mark inside another is left out."""
    found, place = [], 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        first, last = mark.start - start, min(mark.end - start, len(words))
        if first < place or first >= len(words):
            continue
        found += [{"text": words[place:first]}, {"text": words[first:last], "key": mark.key, "class": mark.classes, "sign": mark.sign, "title": mark.title}]
        place = last
    return [piece for piece in [*found, {"text": words[place:]}] if piece["text"]]


def _draw(key: str, data: dict, at: str, height: int, picked: Callable[[str], None] | None, ticked: Callable[[str, bool], None] | None = None) -> None:
    tokens = look().tokens

    def on_picked() -> None:
        if picked and st.session_state[key].picked:
            picked(st.session_state[key].picked)

    def on_ticked() -> None:
        if ticked and st.session_state[key].ticked:
            ticked(st.session_state[key].ticked["key"], st.session_state[key].ticked["taken"])

    PROOF(
        key=key, data={**data, "at": at, "height": height, "colours": {name: getattr(tokens, name) for name in COLOURS}},
        on_picked_change=on_picked, on_ticked_change=on_ticked,
    )

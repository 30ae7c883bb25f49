"""Words in two languages. Source texts are English; park/locale/zh/*.po hold the Chinese. Chinese is the default.

The .po files are read as they are (Babel), so there is nothing to compile; every *.po file of a language adds to it.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("zh", "en")
LANGUAGE_LABELS = {"zh": "中", "en": "EN"}  # each in its own language, as a switch shows them
_language: ContextVar[str] = ContextVar("language", default="")


def language() -> str:
    """The language in use: set_language's, else $PARKBOARD_LANGUAGE, else zh."""
    asked = _language.get() or os.environ.get("PARKBOARD_LANGUAGE", "zh")
    return asked if asked in LANGUAGES else "zh"


def set_language(code: str) -> None:
    """Sets the language of this context (a page's run, a command)."""
    _language.set(code if code in LANGUAGES else "zh")


@lru_cache(maxsize=2)
def catalogue(code: str) -> dict[str, str]:
    """Source text -> translation for a language; empty for the source language."""
    words: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / code).glob("*.po")):
        with path.open("rb") as file:
            words.update({m.id: m.string for m in read_po(file) if m.id and m.string and isinstance(m.id, str)})
    return words


def _(text: str) -> str:
    """The text in the language in use; the source text where no translation stands."""
    return catalogue(language()).get(text, text)

"""Frozen records of a text as it is read: sentences, tokens, figures, and what was left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sentence:
    """A numbered piece of the text. text: as written; start: its place in the whole text; line: the number of its line.

    plain: the form that is understood (half-width, simplified, no pinyin, no blanks); places[i]: where plain[i] stands in
    text. opens: it begins a line; sign: what it was cut at.
    """

    number: int
    text: str
    start: int
    line: int
    opens: bool
    sign: str
    plain: str
    places: tuple[int, ...]

    @property
    def stops(self) -> bool:
        """It ends with 。！ or its line, so that hedges such as 预计 end with it."""
        return self.sign not in "；;"

    def written(self, start: int, end: int) -> str:
        """The words of plain[start:end] as the text writes them."""
        if start >= end:
            return ""
        return self.text[self.places[start]:self.places[end - 1] + 1]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what belongs to it. value None: masked. unit as written (simplified), "" for none; damaged: a reason
    why the digits cannot be trusted, "" for none."""

    value: Decimal | None
    high: Decimal | None = None
    comparator: str = "="
    unit: str = ""
    damaged: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence's plain form. kind: see tokens.py; value: what it means, by kind."""

    kind: str
    start: int
    end: int
    text: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Likely:
    """What a spoilt figure may have been: words (8-10个), value and value_high in the canonical unit. For a person to say."""

    words: str
    value: Decimal | None
    value_high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation proposed from a sentence; value and value_high in the canonical unit, None for none.

    start, end: place of `raw` in the whole text; growth_start, growth_end: that of its growth where it stands apart, else 0; likely: what spoilt
    digits may have been; rule: the rule that read it; doubt: why a person should look, "" for none.
    """

    sentence: int
    start: int
    end: int
    raw: str
    indicator: str
    measure: str
    basis: str
    period_start: str
    period_end: str
    comparator: str
    value: Decimal | None
    value_high: Decimal | None
    unit: str
    yoy: float | None = None
    area: str = ""
    cluster: str = ""
    firm: str = ""
    rule: str = ""
    doubt: str = ""
    growth_start: int = 0
    growth_end: int = 0
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that gave no figure: its place in the whole text, its words, the reason, and the name beside it that nobody knows, "" for none."""

    sentence: int
    start: int
    end: int
    raw: str
    reason: str
    name: str = ""

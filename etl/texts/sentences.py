"""A text cut into numbered sentences, each with the plain form in which it is understood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from etl.recognise.text import clean, simplified

from .model import Sentence

_CUT = re.compile(r"[。；;！!\n\r\u2028\u2029\x0b\x0c]")
_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
# 業(yè): a converter put the reading behind a character that it turned back. Without a tone mark only short syllables count.
_PINYIN = re.compile(rf"(?<=[\u3400-\u9fff])[(（](?:[a-zêńň]*[{_MARKED}][a-z{_MARKED}]*|(?:me|men|de|le|zi|ge|ma|ne|ba))[)）]")
_BREAKS = "\n\r\u2028\u2029\x0b\x0c"
_LONG = 60  # characters from which on a line without a stop is one that a page broke
_HEADING = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、是.]|第[一二三四五六七八九十]+[章节篇部条])")
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_BLANK = re.compile(r"[\s\u3000\xa0]")
_MEANS = "+±×÷<>=~|○□"  # signs that say something, or stand for a masked name, at the beginning of a sentence too
_COMPAT = re.compile(r"[\u2100-\u214f\u3200-\u33ff]")  # ℃, ㎡, ㈠: letters in one sign
_PICTURE = re.compile(r"[0-9]?\ufe0f?\u20e3|[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")
_FULL = re.compile(r"[０-９]")


def cut(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text (rule of samples: cut at 。；！ and line breaks; blank pieces do not count), numbered from 1."""
    found: list[Sentence] = []
    start, line, opens = 0, 1, True
    for match in [*_CUT.finditer(text), None]:
        end = match.start() if match else len(text)
        sign = match[0] if match else "\n"
        piece = text[start:end]
        if piece.strip(" \t\u3000\xa0\ufeff"):
            plain, places = _plain(piece)
            found.append(Sentence(len(found) + 1, piece, start, line, opens, sign, plain, places))
            opens = False
        if sign in _BREAKS:
            line, opens = line + (sign != "\r"), not (match and found and _goes_on(piece, text[end:]))
            if not opens:
                found[-1] = replace(found[-1], sign=";")
        start = end + 1
    return tuple(found)


def _goes_on(piece: str, rest: str) -> bool:
    """A line that was broken in the middle of a sentence: long, without a stop, and followed by no heading and no indent."""
    line, follower = piece.rstrip(), rest.lstrip("\r\n")
    return len(line) >= _LONG and bool(re.search(r"[\u4e00-\u9fff，,、]$", line)) and bool(re.match(r"[\u4e00-\u9fff，,、。；;]", follower)) and not _HEADING.match(follower)


def _plain(piece: str) -> tuple[str, tuple[int, ...]]:
    dropped = {i for match in _PINYIN.finditer(piece) for i in range(*match.span())}
    dropped |= {i for i, char in enumerate(piece) if _BLANK.match(char) and not _keeps_apart(piece, i)}
    dropped |= _ornaments(piece)
    kept = [i for i in range(len(piece)) if i not in dropped]
    simple = simplified("".join(piece[i] for i in kept))
    if len(simple) != len(kept):
        simple = "".join(simplified(piece[i])[:1] or piece[i] for i in kept)
    chars: list[str] = []
    places: list[int] = []
    for place, char in zip(kept, simple, strict=True):
        folded = _folded(char, piece, place)
        chars.append(folded)
        places += [place] * len(folded)
    return re.sub(r"[壹贰叁肆伍陆柒捌玖拾佰仟]{2,}(?=[万亿元整])", lambda m: m[0].translate(_FINANCIAL), "".join(chars)), tuple(places)


def _ornaments(piece: str) -> set[int]:
    """Places of what only decorates: any symbol before the first word of a sentence, and pictures (🚩, ✅, 1️⃣) anywhere."""
    lead = 0
    while lead < len(piece) and (_BLANK.match(piece[lead]) or unicodedata.category(piece[lead]) in ("So", "Sm") and piece[lead] not in _MEANS and not _COMPAT.match(piece[lead])):
        lead += 1
    return {*range(lead), *(i for match in _PICTURE.finditer(piece) for i in range(*match.span()))}


def _folded(char: str, piece: str, place: int) -> str:
    """One character in half-width form. A full-width comma between half-width digits never groups thousands."""
    if char == "，" and not (place and _FULL.match(piece[place - 1])):
        return "，" if piece[place - 1:place].isdigit() and piece[place + 1:place + 2].isdigit() else ","
    return " " if _BLANK.match(char) else clean(char) or unicodedata.normalize("NFKC", char)


def _keeps_apart(piece: str, place: int) -> bool:
    before, behind = piece[:place].rstrip(), piece[place:].lstrip()
    return before[-1:].isdigit() and behind[:1].isdigit()

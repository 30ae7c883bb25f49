"""Normal forms of texts: for matching (clean, key) and for names that are kept (squeeze)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# NFKC already turns full-width letters, digits and punctuation into half-width ones; these it leaves as they are.
_UNIFIED = str.maketrans({
    **dict.fromkeys("‐‑‒–—―−﹣─━ー", "-"),
    **dict.fromkeys("〜∼～", "~"),
    **dict.fromkeys("【〔［〖﹝", "("),
    **dict.fromkeys("】〕］〗﹞", ")"),
    **dict.fromkeys("“”„‟「」『』〝〞＂", '"'),
    **dict.fromkeys("‘’‛", "'"),
    **dict.fromkeys("∶︰", ":"),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", None),
})
_CIRCLED = {chr(0x2460 + place): f"({place + 1})" for place in range(20)}
_KEEP_WHOLE = str.maketrans({"…": "\ue000", "㎡": "平方米", "㎞": "公里", **_CIRCLED})
_BLANKS = re.compile(r"[\s\u3000\u200b-\u200f\u2060\ufeff\u00ad]+")
_INNER_BLANKS = re.compile(r"(?<!\d)\s+|\s+(?!\d)")

_CHINESE = "一二三四五六七八九十"
_NUMBERING = re.compile(
    rf"^(?:[{_CHINESE}]{{1,3}}[、.,:]|\([{_CHINESE}]{{1,3}}\)[、.]?|第[{_CHINESE}]{{1,3}}[、:]"
    r"|\d{1,2}(?:\.\d{1,2})*[、.)](?!\d)|\d{1,2}(?:\.\d{1,2})*\s+(?=[\u4e00-\u9fff])(?![万亿千百元个户家亩年月])|\d{1,2}(?:\.\d{1,2})+(?=[\u4e00-\u9fff])(?![万亿千百元个户家亩年月])"
    r"|\d{1,2}[、.](?=\d+[万亿千]?元)|\(\d{1,2}\)[、.]?|[、,.:;*]+)"
)
# A number run on to a name (3固定资产投资), where what follows is no unit, date or word of size.
_LONE_NUMBER = re.compile(r"^\d{1,2}(?=[\u4e00-\u9fff]{2})(?![万亿千百十元个户家亩年月日号季度至到期次项批类级大条强倍分成栋座小周届])")
_OF_WHICH = re.compile(r"^(?:(?:在)?(?:其中|总计中)[:、,;]?|#+|\*+)")
_SCALE = re.compile(r"规上(?=工业|企业|服务业|商贸|园区|$)|规模(?!以上|以下|数|化)(?=工业|企业|服务业)")
_TRANSLATED = re.compile(r"(.*[\u4e00-\u9fff%)）】])\s*(?:[\s/|]\s*|[(（])(?=[A-Za-z][^\u4e00-\u9fff]*[A-Za-z]{3})[A-Za-z0-9 \n,.'’&()（）/%:-]+", re.S)
_TIDY = (("帐", "账"), ("成份", "成分"))


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """The text in half-width forms with unified dashes, brackets and quotes, outer blanks off; inner blanks stay."""
    folded = unicodedata.normalize("NFKC", text.translate(_KEEP_WHOLE)).replace("\ue000", "…")
    return folded.translate(_UNIFIED).strip(" \t\r\n\u3000\xa0")


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """clean() without inner blanks and line breaks, except a blank that keeps two digits apart (表1 2013年)."""
    return _INNER_BLANKS.sub("", clean(text))


@lru_cache(maxsize=65536)
def squeeze(name: str) -> str:
    """A name as it is kept: every blank and line break out, brackets and the rest as written."""
    return _BLANKS.sub("", name)


@lru_cache(maxsize=65536)
def simplified(text: str) -> str:
    """Traditional characters turned into simplified ones."""
    try:
        text.encode("gb2312")  # holds simplified characters only, so most texts never need the converter
    except UnicodeEncodeError:
        return _converter().convert(text)
    return text


@lru_cache(maxsize=1)
def _converter():
    import opencc  # loads its dictionaries on import: only files with such characters pay for it

    return opencc.OpenCC("t2s")


def without_translation(text: str) -> str:
    """A Chinese text without the English that repeats it (税收 Tax Revenue, 单位/Unit)."""
    match = _TRANSLATED.fullmatch(text.strip())
    return match[1] if match else text


def strip_number(text: str) -> str:
    """A cleaned text without one leading 一、 (一) 1. ①."""
    return _NUMBERING.sub("", text).lstrip()


def strip_numbering(text: str) -> str:
    """A cleaned text without its leading 一、 (一) 1. ① and 其中: # 总计中:, in any order and number."""
    while True:
        shorter = _OF_WHICH.sub("", strip_number(text)).lstrip()
        if shorter == text or not shorter:
            return text
        text = shorter


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form under which names are compared: simplified, compact, no numbering, no 其中, 规上 and 规模 as 规模以上.

    Brackets and their contents stay (names.py decides which notes may go).
    """
    text = strip_numbering(compact(strip_numbering(simplified(clean(name)))))
    text = _LONE_NUMBER.sub("", text)
    text = _SCALE.sub("规模以上", text).rstrip(":;,、。.*").replace('"', "").lower()
    for written, meant in _TIDY:
        text = text.replace(written, meant)
    return text

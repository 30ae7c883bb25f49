"""Number format codes: which ones say something about a value, and dates behind them."""

from __future__ import annotations

import datetime as dt
import re

# ECMA-376 part 1, 18.8.30: the built-in formats that say more than digits; 27-36 and 50-58 as Chinese Excel shows them.
BUILTIN = {
    2: "0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_QUIET = re.compile(r"(?:General|G/通用格式|[#0?.,\-+()\s;@*_\\/$¥￥Ee]|_.|\\[\s\-().])*", re.IGNORECASE)
_TWO_PLACES = re.compile(r"0\.00(?:_[ )]|;|$)")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')


def telling(code: str) -> bool:
    """Whether a format says something of its value: percent, date, or words such as 0"户". Digits, grouping and colours do not,
    but for two places: 2009.1 shown as 2009.10 is October.
    """
    return is_two_places(code) or not _QUIET.fullmatch(_BRACKETS.sub("", code))


def is_two_places(code: str) -> bool:
    """Whether a format shows two places and nothing else; it matters for a year and month typed as a number only."""
    return _TWO_PLACES.match(code) is not None


def is_year_month(value: object) -> bool:
    """Whether a number may be a year and month (2009.1)."""
    return type(value) is float and 1980 < value < 2060 and value != int(value)


def is_date(code: str) -> bool:
    """Whether a format shows a date or a time of day (not an elapsed time)."""
    first = _LITERAL.sub("", _BRACKETS.sub("", code.split(";")[0])).lower()
    if "[" in first or "general" in first or "通用" in first or "0" in first.replace("ss.0", "") or "#" in first:
        return False
    return any(letter in first for letter in "ydm") or ("h" in first and "s" in first) or "h:m" in first


def code_of(number: int, custom: dict[int, str]) -> str:
    """The format code of a number format id; "" where it says nothing of the value."""
    code = custom.get(number) or BUILTIN.get(number, "")
    return code if code and telling(code) else ""


def to_date(serial: float, since_1904: bool = False) -> object:
    """A spreadsheet's day number as date (whole days), datetime or time (below one); the number itself out of range."""
    if not 0 <= serial < 2_958_466:
        return serial
    moment = round(serial * 86_400)
    days, seconds = divmod(moment, 86_400)
    if days == 0 and seconds and not since_1904:
        return (dt.datetime.min + dt.timedelta(seconds=seconds)).time()
    if since_1904:
        start = dt.datetime(1904, 1, 1)
    else:
        # Day 60 is the 29 February 1900 that never was; days before it count from a day later.
        start = dt.datetime(1899, 12, 30) if days >= 60 else dt.datetime(1899, 12, 31)
    try:
        when = start + dt.timedelta(days=days, seconds=seconds)
    except OverflowError:
        return serial
    return when if seconds else when.date()

"""Chinese numerals: 十二, 一千二百, 两万五千, 一亿二千万, 〇."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_DIGITS |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}


def chinese_number(text: str) -> Decimal | None:
    """The whole number that a Chinese numeral names; None for anything else (also for 百 or 万 without a digit before)."""
    if not text or text[0] in "百佰千仟万亿" or any(c not in _DIGITS and c not in _SMALL and c not in _LARGE for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return Decimal("".join(str(_DIGITS[c]) for c in text)) if len(text) == 1 or "〇" in text or "零" in text else None
    total, section, digit = 0, 0, 0
    last = 10**12
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            if digit == 0 and not (char in "十拾" and section == 0):
                return None
            section, digit, last = section + (digit or 1) * _SMALL[char], 0, _SMALL[char]
        else:
            total = (total + section + digit) * _LARGE[char] if char == "亿" else total + (section + digit) * _LARGE[char]
            section, digit, last = 0, 0, _LARGE[char]
    if digit and last > 10 and text[-2] not in "零〇":
        digit *= last // 10  # 一千二 is 1200, 三万五 is 35000
    return Decimal(total + section + digit)

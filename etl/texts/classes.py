"""Size classes and conditions: 产值超10亿元的3家, 年产值2亿元以上的企业可申请: the amount says which firms or projects, and is no figure."""

from __future__ import annotations

import re

from .amounts import is_rate
from .model import Token

_NOUN = r"(?:企业|项目|公司|大户|单位|商户|厂家|工程|客商|主体)"
_KIND = r"(?:工业|规上|规模以上|龙头|骨干|重点|重大|大型|大|产业|制造业?|高新技术|科技|外资|民营|纳税|成长型|先进|上市|新|亿元|单体|招商|优质|技改|工业投资)*"
_BOUND = r"(?:以上|以下|及以上|以内)?"
_COUNT = r"(?:\d+|[一二两三四五六七八九十]+)(?:家|户)"
_CLASS = (
    re.compile(rf"{_BOUND}的[^,。;:\d的、]{{0,8}}?{_NOUN}"),  # 2亿元以上的(规上)企业
    re.compile(rf"{_BOUND}{_KIND}{_NOUN}"),  # 5亿元企业8家
    re.compile(rf"{_BOUND}的?(?:也|还|就)?(?:共?有|达到?|为|是|仅|只有)?{_COUNT}"),  # 超10亿元的3家
    re.compile(rf"{_BOUND}(?:或者?|且|并且?|和|及|、|,且|,或者?)[^,。;]{{0,16}}?{_BOUND}的[^,。;\d的]{{0,8}}?{_NOUN}"),  # 2亿元以上或者用工500人以上的企业
)
_SIZES = re.compile(r"(?:元|亿|万|亩|公顷|里|米|人|吨)$")
_THEIRS = re.compile(r"(?:企业|公司|大户|户|家)[^,。;]{0,8},(?:共|合计|累计|分别|预计|全年|已)*(?:实现|完成|缴纳|上缴|贡献|创造)")


def is_class(text: str, token: Token, before: str) -> bool:
    """True for an amount that says the size of firms or projects. before: the kind of what stands before it."""
    amount = token.value
    if amount.value is None or is_rate(amount, token.text) or not _SIZES.search(amount.unit) or before in ("target", "completion", "due"):
        return False
    bounded = amount.comparator in (">=", "<=") or token.text.startswith(("超", "过"))
    behind = text[token.end:]
    if not bounded and text[:token.start].endswith(("投资", "总投资", "投资额", "投资约", "投资达")) and before != "indicator":
        return False  # 投资1000万元的服装厂: one project, not a class of them
    return any(pattern.match(behind) and (bounded or pattern is _CLASS[0] or behind.startswith("的")) for pattern in _CLASS)


def figures_are_theirs(text: str, start: int) -> bool:
    """产值亿元以上企业12家,实现产值40亿元: what follows such a class may be of these firms alone."""
    return bool(_THEIRS.search(text[start:start + 40]))

"""Lists of figures: 41.3亿元、35.6亿元和19.5亿元."""

from __future__ import annotations

from dataclasses import replace

from .amounts import is_rate
from .model import Token


def run_of_amounts(tokens: list[Token], place: int, rates: bool = False) -> list[int]:
    """Places of the amounts that follow each other from a place on, linked by 、和及 or a comma alone."""
    run = [place]
    while True:
        link, following = run[-1] + 1, run[-1] + 2
        if following >= len(tokens) or tokens[link].kind not in ("and", "comma") or tokens[following].kind != "amount":
            return run
        if is_rate(tokens[following].value, tokens[following].text) != rates or tokens[following].value.value is None:
            return run
        run.append(following)


def bound_alike(tokens: list[Token]) -> list[Token]:
    """分别不低于3.2亿元、2.4亿元: the bound before a list holds for each."""
    first = tokens[0].value
    if first.comparator not in (">=", "<=") or tokens[0].text[0].isdigit() or tokens[0].text.endswith(("上", "下", "内")):
        return tokens
    return [tokens[0], *(replace(t, value=replace(t.value, comparator=first.comparator)) if t.value.comparator == "=" else t for t in tokens[1:])]


def compared_with(tokens: list[Token], place: int) -> bool:
    """True for the amount of 比年初的52家: what something is compared with."""
    at = place - 1 - (tokens[place - 1].text == "的") if place else -1
    return at >= 0 and tokens[at].kind == "base" and tokens[at].text[0] in "比较与"

"""Percentages, multiples and tenths: growth on the row of its value, growth alone, ratios; completion and shares are none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from park.locale import _

from .amounts import is_rate, percent
from .lists import run_of_amounts
from .model import Amount, Token

if TYPE_CHECKING:
    from .grammar import Grammar

_FLIPPED = {">=": "<=", "<=": ">="}
_FAR = Decimal("0.6")  # percentage points that a printed completion rate may be off


def on_rate(grammar: Grammar, place: int, token: Token) -> int | None:
    """A percentage in its clause."""
    line, clause = grammar.line, grammar.line.clause
    sign = clause.growth
    if clause.start_level:
        grammar._leave(token, _("the level that it started from"))
        return None
    if sign is None and _signed(line.tokens, place):
        sign = 1
    if sign is None:
        _no_growth(grammar, token)
        return None
    if len(line.last) > 1 and (mixed := _mixed(line.tokens, place, sign, len(line.last))):
        return _grow_each(grammar, mixed, place)
    run = [line.tokens[i] for i in run_of_amounts(line.tokens, place, rates=True)]
    return _grow(grammar, run, sign, run_length=2 * len(run) - 1)


def _mixed(tokens: list[Token], place: int, sign: int, count: int) -> list[tuple[int, int]]:
    """分别增长5%和下降2%: (place, sign) of each rate where their signs differ; [] where they do not, or are not as many."""
    found = [(place, sign)]
    while place + 2 < len(tokens) and tokens[place + 1].kind in ("and", "comma"):
        turn = tokens[place + 2]
        at = place + 3 if turn.kind == "growth" else place + 2
        if turn.kind == "rate" and turn.value is not None:  # 和持平
            found.append((at, 1))
            place = at
            continue
        if at >= len(tokens) or tokens[at].kind != "amount" or not is_rate(tokens[at].value, tokens[at].text) or tokens[at].value.value is None:
            break
        sign = turn.value if turn.kind == "growth" else sign
        found.append((at, sign))
        place = at
    apart = len({s for _at, s in found}) > 1 or any(tokens[at].kind == "rate" for at, _s in found)
    return found if len(found) == count and apart else []


def _grow_each(grammar: Grammar, rates: list[tuple[int, int]], place: int) -> int:
    line = grammar.line
    reason = _not_on_a_year_earlier(grammar)
    for draft, (at, sign) in zip(line.last, rates, strict=True):
        if reason or draft.yoy is not None:
            grammar._leave(line.tokens[at], reason or _("a growth of nothing that was read"))
        else:
            _put(grammar, draft, line.tokens[at], sign)
    line.clause.growth = None
    return rates[-1][0] - place + 1


def _signed(tokens: list[Token], place: int) -> bool:
    """同比+5.2%, 同比-3%: the sign says it where no word does."""
    before = tokens[place - 1] if place else None
    return tokens[place].text[0] in "+-" and before is not None and before.kind in ("base", "comma")


def on_word_rate(grammar: Grammar, place: int, token: Token) -> None:
    """翻一番, 持平."""
    if token.value is None:
        grammar._leave(token, _("a growth that is only about right"))
        return
    _grow(grammar, [token], 1, run_length=1)


def _grow(grammar: Grammar, run: list[Token], sign: int, run_length: int) -> int:
    line, clause = grammar.line, grammar.line.clause
    reason = _not_on_a_year_earlier(grammar)
    clause.growth = None
    if reason:
        for token in run:
            grammar._leave(token, reason)
        return run_length
    if len(run) == 1 and not line.used and (draft := _named_again(grammar)):
        _put(grammar, draft, run[0], sign)
        line.used, line.last = True, []
        return run_length
    if len(run) == 1 and line.used and (line.fresh_name and len(line.names) == 1 or line.fresh_period):
        _grow_named(grammar, run[0], sign)
        return run_length
    rows = _rows(grammar, len(run))
    if line.used and rows:
        for draft, token in zip(rows, run, strict=True):
            _put(grammar, draft, token, sign)
    elif not line.used and line.pending and not line.blocked:
        _growth_alone(grammar, run, sign)
    else:
        for token in run:
            grammar._leave(token, _("a growth of nothing that was read"))
    return run_length


def _named_again(grammar: Grammar):
    """规上工业总产值13.7亿元、税收0.71亿元,其中总产值增长14.2%: the growth of a figure of this sentence, named by the end of its name."""
    line = grammar.line
    if not line.of_which or not line.pending or line.blocked:
        return None
    name = line.tokens[line.pending_at].text
    for draft in reversed(grammar.reading.drafts):
        if draft.sentence is not line.sentence:
            return None
        names = (n for n, code in grammar.vocabulary.indicators.items() if code == draft.code)
        if draft.yoy is None and draft.amount and draft.subject == grammar.reading.subject and any(n.endswith(name) for n in names):
            return draft
    return None


def _grow_named(grammar: Grammar, token: Token, sign: int) -> None:
    """A、B产值依次为…,其中A增长14%: the growth of the figure that has this name or time, in this sentence; without one, growth alone."""
    line, reading = grammar.line, grammar.reading
    period = reading.frame.period
    code = line.pending[-1] if line.pending else reading.last_code
    for draft in reading.drafts:
        if draft.sentence is line.sentence and draft.code == code and draft.subject == reading.subject and draft.period == period and draft.yoy is None and draft.amount:
            _put(grammar, draft, token, sign)
            line.fresh_name = line.fresh_period = False
            return
    if not code or line.blocked:
        grammar._leave(token, _("a growth of nothing that was read"))
        return
    line.pending = [code]
    _growth_alone(grammar, [token], sign)


def _rows(grammar: Grammar, count: int) -> list:
    """The rows that so many rates belong to: the last list, or behind 分别 the last figures of the sentence."""
    line = grammar.line
    rows = line.last
    if count > 1 and len(rows) < count and line.respectively:
        rows = [d for d in grammar.reading.drafts if d.sentence is line.sentence and d.main][-count:] if line.last else []
    return rows if len(rows) == count and all(d.yoy is None for d in rows) else []


def _not_on_a_year_earlier(grammar: Grammar) -> str:
    clause = grammar.line.clause
    base = clause.base
    period = grammar.reading.frame.period
    if base == "other" or (isinstance(base, int) and not (period and base == period.year - 1)):
        return _("a growth on something else than the year before")
    if clause.share or clause.outside:
        return _("a share")
    if not grammar.line.used and (where := grammar._outer()):
        return _("a figure of {where}, not of the park").format(where=where)
    if clause.due or clause.completion:
        return _("a completion rate")
    if any(len(w) > 1 for w in clause.words):
        return _("words not understood beside it: {words}").format(words="、".join(clause.words))
    if period and period.basis == "span" and period.start[0] != period.end[0]:
        return _("a growth on something else than the year before")
    return ""


def _put(grammar: Grammar, draft, token: Token, sign: int) -> None:
    amount: Amount = token.value
    if amount.high is not None:
        grammar._leave(token, _("a range of growth"))
        return
    draft.yoy = float(percent(amount) * sign)
    if draft.sentence is grammar.line.sentence:
        draft.growth_at = (token.start, token.end)


def _growth_alone(grammar: Grammar, run: list[Token], sign: int) -> None:
    """规上工业增加值增长9.5%以上: a row without value; several names and 分别: one each."""
    line = grammar.line
    several = max(len(line.names) if line.fresh_name else 0, len(line.pending))
    if several > 1 and several != len(run) or several <= 1 and len(run) != 1:
        for token in run:
            grammar._leave(token, _("{figures} figures for {names} names").format(figures=len(run), names=several))
        return
    group = []
    for i, token in enumerate(run):
        amount: Amount = token.value
        code = line.pending[i] if len(line.pending) > 1 else line.pending[-1]
        if amount.high is not None or grammar.catalogue.indicators[code].kind == "ratio" and grammar.catalogue.indicators[code].unit == "%":
            grammar._leave(token, _("a range of growth"))
            continue
        subject = line.names[i] if len(line.pending) == 1 and several > 1 else grammar.reading.subject
        draft = grammar._new(token, code, "growth alone", subject, amount=amount)
        if draft:
            draft.yoy = float(percent(amount) * sign)
            draft.comparator = amount.comparator if sign > 0 else _FLIPPED.get(amount.comparator, amount.comparator)
            draft.start = line.clause.growth_start if line.clause.growth_start < token.start and i == 0 else token.start
            group.append(draft)
    line.used, line.last, line.fresh_name, line.fresh_period = True, [], False, False
    line.grown = group[0] if len(group) == 1 else None
    for draft in group:
        draft.main = False


def _no_growth(grammar: Grammar, token: Token) -> None:
    """A percentage that no word calls a growth: completion, share, or the value of a ratio."""
    line, clause = grammar.line, grammar.line.clause
    beside = grammar.reading.drafts[-1] if grammar.reading.drafts else None
    if beside and beside.rule == "target beside completion" and beside.sentence is line.sentence and not clause.share:
        _check(grammar, beside, token)
        grammar._leave(token, _("a completion rate"))
        return
    if clause.due or clause.completion:
        grammar._leave(token, _("a completion rate"))
        return
    place = line.tokens.index(token)
    follower = next((t for t in line.tokens[place + 1:] if t.kind != "plain"), None)
    if follower and follower.kind == "indicator" and token.value.unit == grammar.catalogue.indicators[follower.value].unit and not clause.share:
        draft = grammar._new(token, follower.value, "ratio, then name", grammar.reading.subject)
        line.used, line.last, line.pending, line.consumed = True, [draft] if draft else [], [follower.value], line.tokens.index(follower)
        return
    if clause.share:
        grammar._leave(token, _("a share"))
        return
    code = line.pending[-1] if line.pending else ""
    if code and not line.used and not line.blocked and grammar.catalogue.indicators[code].unit == "%":
        draft = grammar._new(token, code, "name, then ratio", grammar.reading.subject)
        line.used, line.last = True, [draft] if draft else []
        return
    if line.blocked and line.pending:
        line.pending = []  # 规上企业亏损面达14.2%: the name's own figure
    grammar._leave(token, _("a percentage of nothing that is known"))


def _check(grammar: Grammar, target, token: Token) -> None:
    """A printed rate that does not follow from actual and target puts both in doubt."""
    actual = next((d for d in reversed(grammar.reading.drafts[:-1]) if d.code == target.code and d.amount and d.sentence is target.sentence), None)
    if actual is None or token.value.high is not None:
        return
    values = [grammar.measures.value(d.code, d.amount.value, d.amount.unit) for d in (actual, target)]
    if not all(values) or actual.amount.high is not None:
        return
    if abs(values[0] / values[1] * 100 - percent(token.value)) > _FAR:
        for draft in (actual, target):
            draft.doubt = draft.doubt or _("the completion rate printed beside it does not follow from the two figures")

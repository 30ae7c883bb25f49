"""The fields of one proposal: what was read, and what a person makes of it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name
from park.locale import _
from park.locale.numbers import unit_word

from .texts import choices, decide, look_at
from .words import measure_word, plain

AGAIN = "_plan_again"  # grows with every reset, so that the fields begin anew
COMPARATORS = ("=", ">=", "<=", "~")


def card(p: Any, found: tuple, sentences: tuple, open_: bool) -> None:
    """One proposal in its sentence with its fields, and the way to the one before and behind it."""
    place = found.index(p)
    with st.container(border=True, key="proposal"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f'<div class="pb pb-line"><b>{escape(_("Figure {number} of {count}").format(number=place + 1, count=len(found)))}</b> '
                    f'<span class="pb-muted">{escape(_("sentence {number}").format(number=p.read.sentence))}</span></div>', width="stretch")
            if open_:
                _buttons(p)
            st.button("‹", key="proposal_back", help=_("the one before"), disabled=place == 0, on_click=look_at, args=(found[place - 1].key,))
            st.button("›", key="proposal_on", help=_("the next one"), disabled=place == len(found) - 1, on_click=look_at, args=(found[(place + 1) % len(found)].key,))
        st.html(_quote(p, sentences[p.read.sentence - 1]))
        for text in (p.problem, p.read.doubt):
            if text:
                st.warning(plain(text))
        if open_:
            _likely(p)
            _fields(p)


def _quote(p: Any, sentence: Any) -> str:
    """The sentence with the words of the figure in bold."""
    first = p.read.start - sentence.start
    before, words, behind = sentence.text[:first], sentence.text[first:first + len(p.read.raw)], sentence.text[first + len(p.read.raw):]
    return f'<div class="pb pb-line">{escape(before.lstrip())}<b>{escape(words)}</b>{escape(behind)}</div>'


def _likely(p: Any) -> None:
    """What spoilt digits may have been, for one press."""
    found = p.read.likely
    if found and found.value is not None and (found.value, found.value_high) != (p.now.value, p.now.value_high):
        st.button(_("It was {words}").format(words=found.words), key="proposal_likely", on_click=_take_likely, args=(p.key, found))


def _take_likely(key: str, found: Any) -> None:
    decide(key, True, value=_shown(found.value), value_high=_shown(found.value_high))
    st.session_state[AGAIN] = st.session_state.get(AGAIN, 0) + 1


def _fields(p: Any) -> None:
    again = st.session_state.get(AGAIN, 0)

    def typed(name: str) -> Callable[[], None]:
        return lambda: _keep(p, name, st.session_state[f"field_{name}_{p.key}_{again}"])

    def text(column: Any, name: str, label: str, value: object, **more: object) -> None:
        column.text_input(label, value=_shown(value), key=f"field_{name}_{p.key}_{again}", on_change=typed(name), **more)

    def choice(column: Any, name: str, label: str, options: list[str], value: str, words: Callable[[str], str]) -> None:
        column.selectbox(label, options, index=options.index(value) if value in options else None, format_func=words,
                         key=f"field_{name}_{p.key}_{again}", on_change=typed(name))

    now = p.now
    first, second = st.columns([2, 1])
    choice(first, "indicator", _("Indicator"), list(load_catalogue().indicators), now.indicator, indicator_name)
    choice(second, "measure", _("Measure"), ["target", "actual", "forecast"], now.measure, measure_word)
    one, two, three, four = st.columns(4)
    text(one, "value", _("Figure ({unit})").format(unit=unit_word(now.unit)) if now.unit else _("Figure"), now.value)
    if now.value_high is None:
        choice(two, "comparator", _("Bound"), list(COMPARATORS), now.comparator, _bound)
    else:
        text(two, "value_high", _("up to"), now.value_high)
    text(three, "period_start", _("From"), now.period_start, placeholder="2024-01")
    text(four, "period_end", _("To"), now.period_end, placeholder="2024-12")
    five, six, seven, eight = st.columns(4)
    text(five, "area", _("Zone"), now.area, placeholder=_("the park"))
    text(six, "cluster", _("Cluster"), now.cluster)
    text(seven, "firm", _("Firm"), now.firm)
    text(eight, "yoy", _("Growth (%)"), now.yoy)


def _bound(sign: str) -> str:
    return {"=": _("exactly"), ">=": _("at least"), "<=": _("at most"), "~": _("about")}[sign]


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return format(value.normalize(), "f") if hasattr(value, "normalize") else str(value)


def _keep(p: Any, name: str, typed: str | None) -> None:
    """Keeps what was typed, and takes the figure: whoever corrects it has looked at it."""
    decide(p.key, True, **{name: typed or ""})
    look_at(p.key)


def _buttons(p: Any) -> None:
    st.button(_("As it was read"), key="proposal_again", type="tertiary", on_click=_reset, args=(p.key,), disabled=not p.corrected and not p.problem)
    if p.taken:
        st.button(_("Leave it out"), key="proposal_out", on_click=decide, args=(p.key, False))
    else:
        st.button(_("Take it over"), key="proposal_in", type="primary", on_click=decide, args=(p.key, True))


def _reset(key: str) -> None:
    choices().pop(key, None)
    st.session_state[AGAIN] = st.session_state.get(AGAIN, 0) + 1

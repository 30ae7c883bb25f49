"""Slides and note as they will be: which and in which order, and every sentence to put into other words."""

from __future__ import annotations

from html import escape

import streamlit as st

from park.briefing import choices as kept
from park.briefing.model import Briefing, Figure, Paragraphs, Sentence, Slide
from park.locale import _

from .briefing_state import Desk
from .slide import SHEET, slide_html
from .words import plain


def outline(desk: Desk, briefing: Briefing) -> Briefing:
    """The slides or the note of the briefing to choose from and to edit; returns the briefing as chosen."""
    views = {"slides": _("Slides"), "note": _("The note")}
    shown = st.segmented_control(_("What to show"), list(views), default="slides", key="briefing_view", format_func=views.get, required=True, label_visibility="collapsed")
    if shown == "note":
        _note(desk, briefing)
    else:
        _slides(desk, briefing)
    _idle(desk, briefing)
    return kept.apply(briefing, desk.choices())


def _slides(desk: Desk, briefing: Briefing) -> None:
    slides = {slide.key: slide for slide in briefing.slides}
    picked = desk.pick("slides", {key: slide.name for key, slide in slides.items()}, _("Slides, in the order of choosing"))
    chosen = {slide.key: slide for slide in kept.apply(briefing, desk.choices()).slides}
    st.html(SHEET)
    order = picked or list(slides)
    for number, key in enumerate(order, start=2):  # the cover is the first
        with st.container(key=f"slide_{number}", gap="xsmall"):
            _slide(desk, briefing, slides[key], chosen[key], number, order)


def _slide(desk: Desk, briefing: Briefing, made: Slide, shown: Slide, number: int, order: list[str]) -> None:
    """One slide as it will be, its place, and its words to edit when asked for. made: in the rules' own words."""
    said = [(_("Title"), made.title), *((fact.figure.text, fact.words) for fact in made.facts), *((str(n), line) for n, line in enumerate(made.lines, start=1))]
    mark = f' · <b class="pb-amber">{escape(_("edited"))}</b>' if any(s.key in desk.edits for _label, s in said) else ""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f'<div class="pb pb-small">{number} · {escape(made.name)}{mark}</div>', width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content", gap="small"):
            _places(desk, "slides", order, made.key)
            editing = st.toggle(_("Edit the words"), key=f"words_{desk.place}_{made.key}")
    st.html(slide_html(shown, briefing, number))
    for label, sentence in said:
        if editing:
            _field(desk, label, sentence, kept.around(made))
        else:
            _warn(desk, sentence, kept.around(made))


def _note(desk: Desk, briefing: Briefing) -> None:
    """The note's head, its sections and their paragraphs, each to edit in its place."""
    sections = {part.key: part for part in briefing.sections}
    picked = desk.pick("sections", {key: part.heading for key, part in sections.items()}, _("Sections, in the order of choosing"))
    st.html(f'<div class="pb"><h3 class="pb-title">{escape(briefing.title)}</h3><p class="pb-sub">{escape(briefing.area)} · {escape(briefing.dateline)}</p></div>')
    order = picked or list(sections)
    for part in (sections[key] for key in order):
        _section(desk, part, order)


def _places(desk: Desk, kind: str, order: list[str], key: str) -> None:
    """A place earlier, a place later; the first has none before it, the last none behind."""
    for sign, step, words in (("↑", -1, _("A place earlier")), ("↓", 1, _("A place later"))):
        off = not 0 <= order.index(key) + step < len(order)
        st.button(sign, key=f"move_{desk.place}_{kind}_{key}_{step}", help=words, type="tertiary", disabled=off, on_click=desk.move, args=(kind, order, key, step))


def _section(desk: Desk, part: Paragraphs, order: list[str]) -> None:
    with st.container(key=f"section_{part.key}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'<div class="pb pb-line"><b>{escape(part.heading)}</b></div>', width="content")
            with st.container(horizontal=True, width="content", gap="small"):
                _places(desk, "sections", order, part.key)
        for number, sentence in enumerate(part.sentences, start=1):
            _field(desk, _("Paragraph {number}").format(number=number), sentence, kept.around(part), bare=True)


def _field(desk: Desk, label: str, sentence: Sentence, near: tuple[Figure, ...], bare: bool = False) -> None:
    """A sentence to put into other words; one that was is marked, warned of, and can be taken back. bare: its label is shown only then."""
    key, edit = desk.field(sentence), desk.edits.get(sentence.key)
    st.session_state.setdefault(key, edit.text if edit else sentence.text)
    text = f"{plain(label)} · {_('edited')}" if edit else plain(label)
    st.text_area(text, key=key, height="content", label_visibility="collapsed" if bare and not edit else "visible", on_change=desk.edit, args=(sentence,))
    if edit:
        _warn(desk, sentence, near)
        st.button(_("Back to the rules' words"), key=f"back_{key}", type="tertiary", on_click=desk.take_back, args=(sentence.key,))


def _warn(desk: Desk, sentence: Sentence, near: tuple[Figure, ...]) -> None:
    edit = desk.edits.get(sentence.key)
    if edit is None:
        return
    if kept.moved(sentence, edit):
        st.warning(_("The figures have changed since \"{edited}\" was written. The rules now say: {text}").format(edited=plain(edit.text), text=plain(sentence.text)))
        st.button(_("It is still right"), key=f"right_{desk.field(sentence)}", type="tertiary", on_click=desk.confirm, args=(sentence,))
    if numbers := kept.unknown(sentence, edit, near):
        st.warning(_("No figure beside \"{edited}\" says {numbers}.").format(edited=plain(edit.text), numbers=", ".join(numbers)))


def _idle(desk: Desk, briefing: Briefing) -> None:
    """Edits of what is not said this month: kept, told, and to be dropped."""
    for edit in kept.idle(briefing, tuple(desk.edits.values())):
        st.info(_("Not used, since this briefing says nothing of it: \"{edited}\" (before: {text})").format(edited=plain(edit.text), text=plain(edit.before)))
        st.button(_("Drop the edit"), key=f"drop_{desk.place}_{edit.key}", type="tertiary", on_click=desk.take_back, args=(edit.key,))

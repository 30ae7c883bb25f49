"""The parts of the briefing page: language and template, the slides with their titles, the files to take."""

from __future__ import annotations

import io
import zipfile
from html import escape

import streamlit as st

from park.briefing import choices as kept
from park.briefing import compose, files, pictures
from park.briefing.choices import Choices, Edit
from park.briefing.model import Briefing, Slide
from park.locale import LANGUAGE_LABELS, LANGUAGES, _, language, set_language
from park.store.files import BRIEFINGS

from .data import ask, the_store
from .sign_in import staff
from .sketch import sketch
from .state import View, look, speak
from .words import plain

KINDS = {
    files.DECK: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    files.NOTE: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    files.FIGURES: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files.SENTENCES: "text/plain",
}
EDITS = "_briefing_edits"
UPLOADER = '.st-key-briefing_template [data-testid="stFileUploaderDropzoneInstructions"]'


def choose(view: View) -> tuple[str, bytes | None]:
    """Language of the files and the unit's own template, None without one."""
    code = st.segmented_control(
        _("Language of the files"), LANGUAGES, default=language(), key="briefing_language", format_func=LANGUAGE_LABELS.get, required=True)
    st.html(f"<style>{UPLOADER}::after {{ content: '.pptx' }}</style>")
    given = st.file_uploader(_("The unit's own template (.pptx)"), type="pptx", key="briefing_template")
    return code, _template(given)


def _template(given) -> bytes | None:
    """The template's bytes; one that cannot be read is named and left aside."""
    if given is None:
        return None
    data = given.getvalue()
    if files.is_deck(io.BytesIO(data)):
        return data
    st.error(_("{file} is no PowerPoint file that can be read; our own slides are used.").format(file=plain(given.name)))
    return None


def compose_for(view: View, code: str) -> Briefing:
    """The briefing of the view in a language, kept until the store changes."""
    set_language(code)
    try:
        with st.spinner(_("Writing the briefing …")):
            return ask(compose.compose, view.area, view.month)
    finally:
        speak()


def outline(view: View, briefing: Briefing, code: str) -> Briefing:
    """The slides to choose from, in the order chosen, each with its title to put into other words; the briefing as chosen."""
    names = {slide.key: slide.name for slide in briefing.slides}
    place = f"{view.area}_{code}"
    _sets(place, code, list(names))
    key = f"briefing_slides_{place}"
    st.session_state[key] = [one for one in st.session_state.get(key, names) if one in names]
    picked = st.multiselect(
        _("Slides, in the order of choosing"), list(names), key=key, format_func=names.get,
        help=_("Take slides out and put them back to change their order."))
    edits = st.session_state.setdefault(EDITS, {}).setdefault(place, {})
    slides = {slide.key: slide for slide in briefing.slides}
    for number, chosen in enumerate(picked, start=2):
        _slide(number, slides[chosen], edits, f"title_{place}_{view.month}_{chosen}")
    return kept.apply(briefing, Choices("", tuple(picked), code, tuple(edits.values())))


def _slide(number: int, slide: Slide, edits: dict[str, Edit], key: str) -> None:
    """One slide as it will be: its title, which can be edited, its chart in small, its facts. key: of the title's field, one per month."""
    with st.container(border=True, key=f"slide_{number}"):
        edit = edits.get(slide.key)
        mark = f' · <b class="pb-amber">{escape(_("edited"))}</b>' if edit else ""
        st.html(f'<div class="pb pb-small">{number} · {escape(slide.name)} · {escape(_("chart") if slide.chart else _("table") if slide.table else _("text"))}{mark}</div>')
        st.session_state.setdefault(key, edit.text if edit else slide.title.text)
        text = st.text_input(_("Title"), key=key, label_visibility="collapsed")
        if text.strip() and text != slide.title.text:
            before = edit.before if edit else slide.title.text
            edits[slide.key] = edit = Edit(slide.key, before, text.strip())
            _warn(slide, edit)
        else:
            edits.pop(slide.key, None)
        said = [f"<b>{escape(fact.figure.text)}</b> {escape(fact.words.text)}" for fact in slide.facts] + [escape(line.text) for line in slide.lines[:6]]
        if slide.chart or said:
            picture = f'<img src="{sketch(slide.chart, look())}" alt="{escape(slide.subtitle)}" style="flex:1 1 18rem;max-width:34rem;min-width:0">' if slide.chart else ""
            words = "".join(f'<p style="margin:.1rem 0 .5rem">{one}</p>' for one in said)
            st.html(f'<div class="pb pb-line" style="display:flex;flex-wrap:wrap;gap:.4rem 1.2rem">{picture}<div style="flex:1 1 14rem">{words}</div></div>')


def _warn(slide: Slide, edit: Edit) -> None:
    if kept.moved(slide, edit):
        st.warning(_("The figures have changed since this title was edited. The rules now say: {text}").format(text=plain(slide.title.text)))
    if numbers := kept.unknown(slide, edit):
        st.warning(_("No figure of this slide says {numbers}.").format(numbers=", ".join(numbers)))


def _sets(place: str, code: str, keys: list[str]) -> None:
    """Kept sets to take up again, and the present one to keep; keeping needs a staff account."""
    folder = the_store().path.parent / BRIEFINGS
    known = {one.name: one for one in kept.saved(folder)}
    with st.popover(_("Kept sets")):
        name = st.selectbox(_("Take up"), list(known), index=None, key="briefing_set") if known else None
        if name and st.button(_("Take up again"), key="briefing_take_up"):
            st.session_state[f"briefing_slides_{place}"] = [key for key in known[name].slides if key in keys] or keys
            st.session_state.setdefault(EDITS, {})[place] = {edit.key: edit for edit in known[name].edits if edit.key in keys}
            for field in [one for one in st.session_state if str(one).startswith(f"title_{place}_")]:
                del st.session_state[field]
            st.rerun()
        if staff() is None:
            st.caption(_("To keep a set, sign in with a staff account."))
            return
        new = st.text_input(_("Keep as"), key="briefing_set_name", max_chars=60)
        if new.strip() and st.button(_("Keep"), key="briefing_keep"):
            edits = tuple(st.session_state.get(EDITS, {}).get(place, {}).values())
            kept.save(folder, Choices(new.strip(), tuple(st.session_state.get(f"briefing_slides_{place}", keys)), code, edits))
            st.rerun()


def take(briefing: Briefing, code: str, template: bytes | None) -> None:
    """The files one by one, or all at once; each is made when it is asked for."""
    names = {files.DECK: _("Slides (PPTX)"), files.NOTE: _("Note (DOCX)"), files.FIGURES: _("Figures (XLSX)"), files.SENTENCES: _("Sentences (TXT)")}
    st.download_button(
        _("All files (ZIP)"), data=lambda: _zip(_made(briefing, code, template) | _pictures(briefing, code)), file_name=f"briefing_{briefing.month}.zip", mime="application/zip",
        type="primary", on_click="ignore", key="briefing_all")
    for name, label in names.items():
        stem, _dot, ending = name.rpartition(".")
        st.download_button(
            label, data=lambda name=name: _made(briefing, code, template)[name], file_name=f"{stem}_{briefing.month}.{ending}", mime=KINDS[name],
            on_click="ignore", key=f"briefing_{stem}_{ending}")
    if pictures.available():
        st.download_button(
            _("Pictures (ZIP of PNG)"), data=lambda: _zip(_drawn(briefing, code)), file_name=f"pictures_{briefing.month}.zip", mime="application/zip",
            on_click="ignore", key="briefing_pictures")
        st.caption(_("The pictures are 1920 x 1080; drawing them takes some seconds."))
        return
    st.caption(_("Pictures: the camera on each chart of the other pages saves it as PNG, as wide as a slide."))
    st.caption(pictures.how())


def _made(briefing: Briefing, code: str, template: bytes | None) -> dict[str, bytes]:
    set_language(code)
    return files.make(briefing, io.BytesIO(template) if template else None)


def _pictures(briefing: Briefing, code: str) -> dict[str, bytes]:
    """The pictures for the ZIP of all files, in their folder; none without a browser, which the page has said."""
    if not pictures.available():
        return {}
    return {f"{pictures.FOLDER}/{name}": content for name, content in _drawn(briefing, code).items()}


def _drawn(briefing: Briefing, code: str) -> dict[str, bytes]:
    """The pictures; where the browser fails, a text in their place that says so."""
    set_language(code)
    try:
        return pictures.pictures(briefing)
    except pictures.PicturesError as error:
        return {"pictures.txt": str(error).encode()}


def _zip(made: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return out.getvalue()

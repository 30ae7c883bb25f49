"""The parts of the briefing page: language and template, the briefing itself, the files to take."""

from __future__ import annotations

import io
import zipfile

import streamlit as st

from park.briefing import compose, files, pictures
from park.briefing.model import Briefing
from park.briefing.template import ENDINGS
from park.locale import LANGUAGE_LABELS, LANGUAGES, _, language, set_language

from .briefing_state import TEMPLATE
from .data import ask
from .state import View, speak
from .words import plain

KINDS = {
    files.DECK: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    files.NOTE: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    files.FIGURES: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files.SENTENCES: "text/plain",
}
DRAWN = "_briefing_drawn"
UPLOADER = '.st-key-briefing_template [data-testid="stFileUploaderDropzoneInstructions"]'


def choose() -> tuple[str, tuple[str, bytes]]:
    """Language of the files and the unit's own template: its name and bytes, ("", b"") without one."""
    st.session_state.setdefault("briefing_language", language())
    code = st.segmented_control(_("Language of the files"), LANGUAGES, key="briefing_language", format_func=LANGUAGE_LABELS.get, required=True)
    st.html(f"<style>{UPLOADER}::after {{ content: '.pptx .potx' }}</style>")
    given = st.file_uploader(_("The unit's own template (.pptx, .potx)"), type=list(ENDINGS), key="briefing_template")
    if given is not None:
        return code, _template(given)
    name, data = st.session_state.get(TEMPLATE, ("", b""))
    if data:
        st.caption(_("Template of the set: {file}").format(file=plain(name)))
        st.button(_("Without this template"), key="briefing_no_template", type="tertiary", on_click=st.session_state.pop, args=(TEMPLATE,))
    return code, (name, data)


def _template(given) -> tuple[str, bytes]:
    """The template's name and bytes; one that cannot be filled is named with the reason and left aside."""
    data = given.getvalue()
    problem = files.template_problem(io.BytesIO(data))
    if not problem:
        return given.name, data
    st.error(_("{file} cannot be used: {problem}. Our own slides are used instead.").format(file=plain(given.name), problem=problem))
    return "", b""


def compose_for(view: View, code: str) -> Briefing:
    """The briefing of the view in a language, kept until the store changes."""
    set_language(code)
    try:
        with st.spinner(_("Writing the briefing …")):
            return ask(compose.compose, view.area, view.month)
    finally:
        speak()


def take(briefing: Briefing, code: str, template: bytes) -> None:
    """The files one by one, or all at once; each is made when it is asked for."""
    names = {files.DECK: _("Slides (PPTX)"), files.NOTE: _("Note (DOCX)"), files.FIGURES: _("Figures (XLSX)"), files.SENTENCES: _("Sentences (TXT)")}
    whole, drawn = st.container(), {}
    for name, label in names.items():
        stem, _dot, ending = name.rpartition(".")
        st.download_button(
            label, data=lambda name=name: _made(briefing, code, template)[name], file_name=f"{stem}_{briefing.month}.{ending}", mime=KINDS[name],
            on_click="ignore", key=f"briefing_{stem}_{ending}")
    if pictures.available():
        drawn = _drawn(briefing, code)
    else:
        st.caption(_("Pictures: the camera on each chart of the other pages saves it as PNG, as wide as a slide."))
        st.caption(pictures.how())
    within = {f"{pictures.FOLDER}/{name}": content for name, content in drawn.items()}
    whole.download_button(
        _("All files (ZIP)"), data=lambda: _zip(_made(briefing, code, template) | within), file_name=f"briefing_{briefing.month}.zip", mime="application/zip",
        type="primary", on_click="ignore", key="briefing_all")


def _made(briefing: Briefing, code: str, template: bytes) -> dict[str, bytes]:
    set_language(code)
    return files.make(briefing, io.BytesIO(template) if template else None)


def _drawn(briefing: Briefing, code: str) -> dict[str, bytes]:
    """The pictures of this very briefing, once they have been drawn: drawing takes some seconds and shows how far it is."""
    of, known = (briefing, code), st.session_state.get(DRAWN)
    if known is None or known[0] != of:
        if st.button(_("Draw the pictures"), key="briefing_draw", help=_("One PNG of 1920 x 1080 per chart; it takes some seconds.")) and (made := _draw(briefing, code)):
            known = st.session_state[DRAWN] = (of, made)
            st.rerun()
        return {}
    st.download_button(
        _("Pictures (ZIP of PNG)"), data=lambda: _zip(known[1]), file_name=f"pictures_{briefing.month}.zip", mime="application/zip", on_click="ignore", key="briefing_pictures")
    st.caption(_("{count} pictures drawn; they are in the ZIP of all files too.").format(count=len(known[1])))
    return known[1]


def _draw(briefing: Briefing, code: str) -> dict[str, bytes]:
    """Draws the pictures with a bar that fills; where the browser fails, its reason instead."""
    words = _("Drawing picture {number} of {count} …")
    bar = st.progress(0.0)
    set_language(code)
    try:
        return pictures.pictures(briefing, lambda done, count: bar.progress(done / count, words.format(number=min(done + 1, count), count=count)))
    except pictures.PicturesError as error:
        st.error(plain(str(error)))
        return {}
    finally:
        bar.empty()
        speak()


def _zip(made: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return out.getvalue()

"""Parts of the page for running text: taking it in, its marks and proposals side by side, correcting one, letting them count."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import full, signed_percent, unit_word
from park.questions.overview import areas
from park.store import Account, Batch, Reading, Refused, StoreError, batches, documents
from park.store.documents import Choice

from .data import ask, the_store
from .intake import LARGEST, findings_table
from .proof import Mark, marked_text, proposal_rows
from .settle import settle_names
from .sign_in import ask_who
from .words import measure_word, plain

TEXT, CHOICES, AT = "_plan_text", "_plan_choices", "_plan_at"  # what is being read; what was decided; the figure looked at
SENTENCE = "_plan_sentence"
HEIGHT, ROWS = 660, 300


def put(name: str, data: bytes, sentence: str = "") -> None:
    """Makes a document the one that the page shows; sentence: the number of the one to look at."""
    st.session_state[TEXT], st.session_state[SENTENCE] = (name, data), sentence
    st.session_state[CHOICES], st.session_state[AT] = {}, ""


def is_text(reading: Reading) -> bool:
    """Whether a file was read as running text: its figures carry a doubt or none."""
    return "doubt" in reading.observations.column_names


def lead_to_text(name: str, data: bytes, key: str) -> None:
    """Says that a file is running text, and opens it on the page where its figures stand in their sentences."""
    st.info(_("This is running text: its figures are confirmed one by one, each in its sentence."))
    if st.button(_("Open it in Plan texts"), key=f"text_{key}", type="primary"):
        put(name, data)
        st.switch_page("pages/texts.py")


def open_text(batch: str, sentence: str, key: str) -> None:
    """A button that opens the original of a batch at one of its sentences."""
    if not st.button(_("Open the text at this sentence"), key=f"sentence_{key}", type="tertiary"):
        return
    try:
        put(batches.get(the_store(), batch).file_name, batches.original(the_store(), batch), sentence)
    except StoreError as error:
        st.error(plain(str(error)))
    else:
        st.switch_page("pages/texts.py")


def the_text(account: Account | None) -> tuple[str, bytes] | None:
    """Name and bytes of the text to show: one that stands already, else what staff paste or choose now; None while there is none."""
    if standing := st.session_state.get(TEXT):
        return standing
    if account is None:
        st.info(_("Looking is free; to read a text, sign in with a staff account."))
        if st.button(_("Sign in to read a text"), key="text_sign_in", type="primary"):
            ask_who()
        return None
    left, right = st.columns(2, gap="large")
    with left:
        pasted = st.text_area(_("Paste the text"), key="text_paste", height=260, placeholder=_("A yearly plan, target sheet, review or bulletin, with its title"))
        if st.button(_("Read the text"), key="text_read", type="primary"):
            if pasted.strip():
                put(f"{_title(pasted)}.txt", pasted.encode("utf-8"))
                st.rerun()
            st.error(_("There is no text yet: paste one, or choose a file."))
    with right:
        words = _("Word, text, HTML or PDF, up to {limit} MB").format(limit=LARGEST // 2**20)
        st.html(f"<style>.st-key-text_file [data-testid='stFileUploaderDropzoneInstructions']::after {{ content: '{words}' !important }}</style>")
        file = st.file_uploader(_("or choose a document (.docx, .txt, .html, .pdf with text)"), key="text_file")
        if file is not None:
            return _received(file.name, file.getvalue())
    return None


def said(name: str) -> tuple[str, str, str]:
    """The document's name, fields for what it leaves unsaid (park, month, year), and the way to another text."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="text_said"):
        st.html(f'<div class="pb pb-title">{escape(name)}</div>', width="stretch")
        parks = sorted(ask(areas).query("parent == ''")["area"])
        unsaid = _("if the text does not say")
        area = st.selectbox(_("Park"), parks, index=None, key="text_area", accept_new_options=True, placeholder=unsaid, format_func=part_name, width=210)
        year = st.text_input(_("Year"), key="text_year", placeholder=unsaid, width=190)
        month = st.text_input(_("Month, as 2013-09"), key="text_month", placeholder=unsaid, width=190)
        if st.button(_("Another text"), key="text_away"):
            for key in (TEXT, CHOICES, AT, SENTENCE):
                st.session_state.pop(key, None)
            st.rerun()
    return (area or "").strip(), month.strip(), year.strip()


def _received(name: str, data: bytes) -> None:
    if len(data) > LARGEST:
        st.error(_("{file} is larger than {limit} MB and was not read.").format(file=plain(name), limit=LARGEST // 2**20))
        return
    put(name, data)
    st.rerun()


def _title(text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", first)[:40].strip() or _("pasted text")


def forget() -> None:
    """Takes the text away, for one that cannot be read; the choosers are back at the next run."""
    st.session_state.pop(TEXT, None)


def choices() -> dict[str, Choice]:
    """What was decided so far, by the key of a proposal."""
    return st.session_state.setdefault(CHOICES, {})


def decide(key: str, taken: bool | None = None, **edits: str) -> None:
    """Keeps a decision about a proposal: that it is taken or left out, or what was typed over its fields."""
    now = choices().get(key, Choice())
    choices()[key] = Choice(now.taken if taken is None else taken, {**now.edits, **edits})


def look_at(key: str) -> None:
    """Shows a proposal: its mark, its row and its fields."""
    st.session_state[AT] = key


def looked_at(found: tuple) -> Any:
    """The proposal that is looked at: the one picked, else that of the sentence asked for, a doubtful one, the first; None without any."""
    wanted = st.session_state.get(AT)
    sentence = st.session_state.get(SENTENCE)
    ways = (lambda p: p.key == wanted, lambda p: str(p.read.sentence) == sentence and p.taken, lambda p: p.read.doubt, lambda p: True)
    return next((p for way in ways for p in found if way(p)), None)


def text_panel(reading: Any, found: tuple, at: Any) -> None:
    """The text: tints by measure, doubts by a word and an outline, unread numbers dotted; below it the legend."""
    marks = [m for p in found for m in _marks(p)]
    marks += [Mark(u.start, u.end, "", "unread", title=_("not read: {reason}").format(reason=u.reason)) for u in reading.unread]
    ends = {s: s for s in "。；;！!"}
    lines = [(str(s.number), s.start, s.text + ends.get(s.sign, "")) for s in reading.sentences]
    marked_text(lines, marks, "proof_text", at.key if at else "", HEIGHT, st.session_state.get(SENTENCE, ""), look_at)
    st.html(f'<div class="pb pb-small">{escape(_("Dark: target. Blue: actual. Pale and dashed: forecast. Outlined with a word: doubtful. Without tint: left out. Dotted: a number that was not read."))}</div>')


def _marks(p: Any) -> list[Mark]:
    classes = " ".join([p.now.measure, *(["doubtful"] if p.read.doubt or p.problem else []), *([] if p.taken else ["out"])])
    title = f"{indicator_name(p.now.indicator)} · {measure_word(p.now.measure)} · {span(p.now)}"
    sign = _("doubtful") if p.read.doubt or p.problem else ""
    marks = [Mark(p.read.start, p.read.end, p.key, classes, sign, title)]
    if p.read.growth_end:
        marks.append(Mark(p.read.growth_start, p.read.growth_end, p.key, classes, "", _("its growth on a year earlier")))
    return marks


def span(figure: Any) -> str:
    """The time of a figure: 2024, 2024-01 – 2024-09, 2024-09."""
    if not figure.period_end:
        return "—"
    if figure.basis == "year":
        return figure.period_end[:4]
    return figure.period_end if figure.period_start in ("", figure.period_end) else f"{figure.period_start} – {figure.period_end}"


def amount(figure: Any) -> str:
    """A figure in full with its comparator and unit; a growth alone with its sign."""
    signs = {">=": "≥ ", "<=": "≤ ", "~": "≈ "}
    if figure.value is None:
        return f"{signs.get(figure.comparator, '')}{signed_percent(figure.yoy)}"
    high = f"–{full(figure.value_high)}" if figure.value_high is not None else ""
    return f"{signs.get(figure.comparator, '')}{full(figure.value)}{high} {unit_word(figure.unit)}".strip()


def tick_buttons(found: tuple) -> None:
    """Ticks for all at once: the sure ones, all that can be loaded, none."""
    def ticked(which: Callable[[Any], bool]) -> None:
        for p in found:
            decide(p.key, which(p))

    with st.container(horizontal=True, key="ticks"):
        st.button(_("Tick the sure ones"), key="tick_sure", on_click=ticked, args=(lambda p: not p.read.doubt and not p.problem,))
        st.button(_("Tick all"), key="tick_all", on_click=ticked, args=(lambda p: not p.problem,))
        st.button(_("Tick none"), key="tick_none", on_click=ticked, args=(lambda p: False,))


def rows_panel(found: tuple, at: Any, beside: dict[int, list[dict]], open_: bool) -> None:
    """The proposals as rows with their ticks, beside what the store has of the same."""
    proposal_rows([_row(number, p, beside.get(number, [])) for number, p in enumerate(found)], "proof_rows", at.key if at else "", ROWS, open_,
                  look_at, lambda key, taken: (decide(key, taken=taken), look_at(key)))


def _row(number: int, p: Any, standing: list[dict]) -> dict:
    now = p.now
    whose = " · ".join(part for part in (now.area, now.cluster, now.firm) if part)
    growth = _("growth {rate}").format(rate=signed_percent(now.yoy)) if now.yoy is not None and now.value is not None else ""
    words = [_("sentence {number}").format(number=now.sentence), measure_word(now.measure), span(now), growth, _("corrected") if p.corrected else ""]
    said, differs = compared(now, standing)
    return {
        "key": p.key, "taken": p.taken, "class": f"{now.measure}{'' if p.taken else ' out'}", "label": _("take over"),
        "name": indicator_name(now.indicator) + (f" · {whose}" if whose else ""), "figure": amount(now),
        "small": " · ".join(w for w in words if w), "beside": said, "differs": differs,
        "doubt": " ".join(f"◆ {text}" for text in (p.problem, p.read.doubt) if text),
    }


def compared(figure: Any, standing: list[dict]) -> tuple[str, bool]:
    """(what the store has of the same key, whether it differs): the latest text and the latest table."""
    said, differs = [], False
    for row in standing:
        same = _same(figure, row)
        differs |= not same
        place = " ".join(str(part) for part in (row["file"], row["sheet"], _("sentence {number}").format(number=row["cell"]) if row["from_text"] else row["cell"]) if part)
        other = _("the same stands in {place}") if same else "≠ " + _("{place} says {value}")
        said.append(other.format(place=place, value=full(row["value"]) + (f"–{full(row['value_high'])}" if row["value_high"] == row["value_high"] and row["value_high"] is not None else "")))
    return "; ".join(said), differs


def _same(figure: Any, row: dict) -> bool:
    high = None if row["value_high"] is None or pd.isna(row["value_high"]) else row["value_high"]
    pairs = ((figure.value, row["value"]), (figure.value_high, high))
    return all((a is None) == (b is None) and (a is None or abs(float(a) - float(b)) <= 1e-6 * max(1.0, abs(float(b)))) for a, b in pairs)


def unread_list(unread: tuple) -> None:
    """The numbers that gave no figure, each with the reason."""
    if not unread:
        return
    with st.expander(_("{count} numbers were not read, each with its reason").format(count=len(unread))):
        st.dataframe(
            pd.DataFrame({_("Sentence"): [u.sentence for u in unread], _("As written"): [u.raw for u in unread], _("Reason"): [u.reason for u in unread]}),
            hide_index=True, width="stretch", height="content" if len(unread) < 12 else 420,
        )


def settle(unsettled: tuple, park: str, account: Account) -> None:
    """The names beside numbers that nobody knows, to be settled for the park as for its tables; without a park, a word where to say it."""
    if unsettled and not park:
        st.caption(_("{count} names beside numbers are not known. Choose the park above to say what they mean.").format(count=len(unsettled)))
    settle_names(unsettled, park, account, "text")


def gone_list(rows: pd.DataFrame, file: str) -> None:
    """Figures that an earlier version of the document gave, and this one does not."""
    if rows.empty:
        return
    with st.expander(_("{count} figures of the earlier {file} are not in this text").format(count=len(rows), file=plain(file)), expanded=True):
        st.dataframe(
            pd.DataFrame({
                _("Sentence"): rows["cell"].tolist(), _("Indicator"): [indicator_name(code) for code in rows["indicator"]], _("Measure"): [measure_word(m) for m in rows["measure"]],
                _("To"): rows["period_end"].tolist(), _("Figure"): rows["value"].tolist(), _("As written"): rows["raw"].tolist(),
            }),
            hide_index=True, width="stretch",
        )


def load_button(count: int, standing: Batch | None, confirm: Callable[[], Any], data: bytes, area: str, account: Account) -> None:
    """Lets the ticked figures count, in place of what the same text had loaded before."""
    label = _("Load the {count} ticked figures in its place") if standing else _("Load the {count} ticked figures")
    if not st.button(label.format(count=count), key="text_load", type="primary", disabled=not count):
        return
    try:
        batch = documents.confirm(the_store(), confirm(), data, by=account, area=area)
    except Refused as refused:
        st.error(plain(str(refused)))
        findings_table(list(refused.findings), "text_refused")
    except StoreError as error:
        st.error(plain(str(error)))
    else:
        st.session_state[CHOICES] = {}
        st.toast(_("Loaded {count} figures").format(count=batch.observations))
        st.rerun()

"""What a writer has chosen for a briefing, kept over the months and pages of a session, per area and language."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from park.briefing.choices import Choices, Edit
from park.briefing.model import Sentence
from park.locale import _

EDITS, ORDER, TEMPLATE, NUMBER = "_briefing_edits", "_briefing_order", "_briefing_template", "_briefing_number"


@dataclass(frozen=True)
class Desk:
    """The choices for one area in one language. month: what the fields are of, since their words change with it."""

    area: str
    code: str
    month: str

    @property
    def place(self) -> str:
        return f"{self.area}_{self.code}"

    @property
    def edits(self) -> dict[str, Edit]:
        """key of the sentence -> its edit."""
        return st.session_state.setdefault(EDITS, {}).setdefault(self.place, {})

    def choices(self, name: str = "", template: tuple[str, bytes] = ("", b"")) -> Choices:
        return Choices(
            name, self._order("slides"), self.code, tuple(self.edits.values()), self._order("sections"), *template, number=self.number, month=self.month)

    @property
    def number(self) -> int:
        """The issue given for this area and month, 0 for the month's own."""
        return st.session_state.setdefault(NUMBER, {}).get((self.area, self.month), 0)

    def ask_number(self) -> None:
        """Asks for the issue of the year; empty means the month's."""
        key = f"briefing_number_{self.area}_{self.month}"
        st.session_state.setdefault(key, self.number or None)
        given = st.number_input(
            _("Issue number"), min_value=1, max_value=9999, step=1, key=key, placeholder=str(int(self.month[5:])), help=_("Empty: the number of the month."))
        st.session_state.setdefault(NUMBER, {})[self.area, self.month] = given or 0

    def pick(self, kind: str, names: dict[str, str], label: str) -> list[str]:
        """Asks which slides or sections, and in which order; what this month does not have keeps its place for another."""
        key, known = f"briefing_{kind}_{self.place}", self._order(kind) or tuple(names)
        st.session_state[key] = [one for one in st.session_state.get(key, known) if one in names]
        picked = st.multiselect(label, list(names), key=key, format_func=names.get, wrap=True, help=_("Take one out and put it back to change the order. With none chosen, all are taken."))
        absent = [one for one in known if one not in names]
        st.session_state.setdefault(ORDER, {})[kind, self.place] = () if picked == list(names) else (*picked, *absent)
        return picked

    def move(self, kind: str, picked: list[str], key: str, step: int) -> None:
        """One slide or section a place earlier (-1) or later (1)."""
        order, at = list(picked), picked.index(key)
        order.insert(at + step, order.pop(at))
        st.session_state[f"briefing_{kind}_{self.place}"] = order

    def _order(self, kind: str) -> tuple[str, ...]:
        return st.session_state.setdefault(ORDER, {}).get((kind, self.place), ())

    def field(self, sentence: Sentence) -> str:
        """The key of a sentence's field."""
        return f"text_{self.place}_{self.month}_{sentence.key}"

    def edit(self, sentence: Sentence) -> None:
        """Takes over what was written; the rules' own words, or none, are no edit."""
        text = " ".join(st.session_state[self.field(sentence)].split())
        if not text or text == sentence.text:
            self.take_back(sentence.key)
        else:
            self.edits[sentence.key] = Edit(sentence.key, sentence.text, text)

    def confirm(self, sentence: Sentence) -> None:
        """An edit that is still right though the rules say something else now."""
        self.edits[sentence.key] = Edit(sentence.key, sentence.text, self.edits[sentence.key].text)

    def take_back(self, key: str) -> None:
        """The rules' own words again, in every month."""
        self.edits.pop(key, None)
        self._forget(f"_{key}")

    def take_up(self, given: Choices) -> None:
        """A kept set in place of what was chosen here."""
        st.session_state.setdefault(EDITS, {})[self.place] = {edit.key: edit for edit in given.edits}
        for kind, chosen in (("slides", given.slides), ("sections", given.sections)):
            st.session_state.setdefault(ORDER, {})[kind, self.place] = chosen
            st.session_state.pop(f"briefing_{kind}_{self.place}", None)
        if given.number and given.month in ("", self.month):
            st.session_state.setdefault(NUMBER, {})[self.area, self.month] = given.number
            st.session_state.pop(f"briefing_number_{self.area}_{self.month}", None)
        st.session_state[TEMPLATE] = (given.template_name, given.template)
        st.session_state["briefing_language"] = given.language
        self._forget("")

    def _forget(self, ending: str) -> None:
        """Empties the fields whose keys end so, to be filled anew."""
        for field in [one for one in st.session_state if str(one).startswith(f"text_{self.place}_") and str(one).endswith(ending)]:
            del st.session_state[field]

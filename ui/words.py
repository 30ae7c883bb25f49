"""Codes of observations as people say them; texts of files made harmless for Markdown."""

from __future__ import annotations

from park.locale import _


def basis_word(code: str) -> str:
    """month, quarter, ytd, year, point, span in words."""
    words = {
        "month": _("month"), "quarter": _("quarter"), "ytd": _("year to date"), "year": _("year"), "point": _("end of period"),
        "span": _("several years"),
    }
    return words.get(code, code)


def measure_word(code: str | None) -> str:
    """actual, target, forecast in words."""
    return {"actual": _("actual"), "target": _("target"), "forecast": _("forecast")}.get(code or "", code or "")


def plain(text: str) -> str:
    """A text out of a file for a place where Streamlit reads Markdown: its signs are shown, never obeyed."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]()<>#$~|!:" else ch for ch in text)

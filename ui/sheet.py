"""A sheet as it looks, its cells tinted by what they were taken for, every doubt at its cell and in a list beside it.

Cells and doubts link to each other by plain anchors: choosing a doubt brings its cell into view and rings it, and the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

import streamlit as st

from park.charts.theme import Look
from park.locale import _
from park.store import Finding, Mark, Picture

from .state import look

SEVERITIES = ("error", "warning", "note")
SIGNS = {"error": "▼", "warning": "◆", "note": "○"}
TONES = {"error": "brick", "warning": "amber", "note": "muted"}
MOST_MARKED = 400  # cells that one doubt marks
_RANGE = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")
# role -> place in the theme's colours of parts; head and skipped have none
HUES = {"indicator": 0, "name": 5, "period": 2, "unit": 3, "target": 7, "actual": 5, "growth": 4, "rate": 4}
STRENGTH = {"indicator": "38", "name": "24", "period": "30", "unit": "34", "target": "30", "actual": "16", "growth": "22", "rate": "14"}


def severity_word(severity: str) -> str:
    """error, warning, note with their signs."""
    return {"error": _("▼ error"), "warning": _("◆ warning"), "note": _("○ note")}[severity]


def sheet_and_findings(
    pictures: Iterable[Picture], marks: Iterable[Mark], findings: list[Finding], read: frozenset[tuple[str, str]] | None, key: str
) -> None:
    """The sheets with their marks, and beside them the doubts. read: (sheet, cell) of the figures, None for all that stand there."""
    doubts = sorted(findings, key=lambda f: SEVERITIES.index(f.severity))
    pictures = tuple(pictures)
    if not pictures:
        st.html(_list(doubts, {}, key))
        return
    left, right = st.columns([1.75, 1], gap="medium")
    cells = {picture.sheet: _doubted(picture, doubts) for picture in pictures}
    with left:
        st.html(_styles(look()) + legend(marks) + '<div class="pb-sheets">' + "".join(
            _sheet(picture, place, _roles(picture, marks, read), cells[picture.sheet], doubts, key) for place, picture in enumerate(pictures)
        ) + "</div>")
    with right:
        st.html(_list(doubts, _places(pictures, doubts), key))


def legend(marks: Iterable[Mark]) -> str:
    """The tints in use, in words."""
    words = {
        "head": _("heading"), "indicator": _("indicator"), "name": _("name"), "period": _("period"), "unit": _("unit"), "target": _("target"),
        "actual": _("figure read"), "growth": _("growth"), "rate": _("checked only"), "skipped": _("not read"),
    }
    used = {mark.role for mark in marks}
    chips = "".join(f'<span><i class="pb-r-{role}">&nbsp;</i>{escape(word)}</span>' for role, word in words.items() if role in used)
    return f'<div class="pb pb-legend">{chips}</div>'


# --- one sheet ---------------------------------------------------------------------------------------------------------

def _sheet(picture: Picture, place: int, roles: Mapping, doubted: Mapping[tuple[int, int], list[int]], doubts: list[Finding], key: str) -> str:
    covered, spans = _merged(picture)
    width = max((len(row) for row in picture.rows.values()), default=0)
    heads = "".join(f"<th>{letters(c)}</th>" for c in range(width))
    lines, last = [], -1
    for r, row in picture.rows.items():
        if r > last + 1:
            lines.append(f'<tr class="pb-gap"><th>…</th><td colspan="{width}"></td></tr>')
        last = r
        only = _spilling(row)
        if only is not None and (r, only) not in spans and not any((r, c) in covered for c in range(width)):
            spans[r, only] = f' colspan="{width - only}"'  # a lone text runs over the empty cells beside it, as in a spreadsheet
            covered |= {(r, c) for c in range(only + 1, width)}
        cells = "".join(
            _cell(text, (r, c), picture, roles.get((r, c), ""), spans.get((r, c), ""), doubted.get((r, c), []), doubts, f"{key}-{place}", key)
            for c, text in enumerate(row) if (r, c) not in covered
        )
        lines.append(f"<tr><th>{r + 1}</th>{cells}</tr>")
    rest = _left_out(picture)
    name = f'<div class="pb-sheet-name">{escape(picture.sheet)}</div>' if picture.sheet else ""
    return f'{name}<table class="pb pb-grid"><thead><tr><th></th>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table>{rest}'


def _spilling(row: tuple[str, ...]) -> int | None:
    """The column of the only text of a row, None where there is none or several."""
    filled = [c for c, text in enumerate(row) if text]
    return filled[0] if len(filled) == 1 else None


def _cell(
    text: str, at: tuple[int, int], picture: Picture, role: str, span: str, found: list[int], doubts: list[Finding], prefix: str, key: str
) -> str:
    worst = min((SEVERITIES.index(doubts[i].severity) for i in found), default=None)
    classes = [f"pb-r-{role}"] if role else []
    if at in picture.numbers:
        classes.append("pb-n")
    if worst is None:
        return f'<td class="{" ".join(classes)}"{span}>{escape(text)}</td>' if classes else f"<td{span}>{escape(text)}</td>"
    severity = SEVERITIES[worst]
    tip = escape("\n".join(doubts[i].message for i in found[:4]), quote=True)
    sign = f'<a class="pb-{TONES[severity]}" href="#{key}-doubt-{found[0]}" title="{tip}">{SIGNS[severity]}</a>'
    return f'<td id="{prefix}-{letters(at[1])}{at[0] + 1}" class="{" ".join([*classes, f"pb-d-{severity}"])}" title="{tip}"{span}>{escape(text)} {sign}</td>'


def _left_out(picture: Picture) -> str:
    rows, columns = picture.left_out
    said = []
    if rows:
        said.append(_("{count} rows are not shown").format(count=rows))
    if columns:
        said.append(_("{count} columns are not shown").format(count=columns))
    return f'<div class="pb pb-small">{escape("; ".join(said))}</div>' if said else ""


def _merged(picture: Picture) -> tuple[set[tuple[int, int]], dict[tuple[int, int], str]]:
    """(cells that a merged range covers, first cell -> its attributes), within the rows of the picture."""
    covered, spans = set(), {}
    for top, left, bottom, right in picture.merges:
        width = len(picture.rows[top])
        rows = [r for r in picture.rows if top <= r <= bottom]
        columns = range(left, min(right, width - 1) + 1)
        if rows[-1] - top + 1 != len(rows):
            rows = [top]
        covered |= {(r, c) for r in rows for c in columns if (r, c) != (top, left)}
        spans[top, left] = f' colspan="{len(columns)}" rowspan="{len(rows)}"'
    return covered, spans


# --- addresses ---------------------------------------------------------------------------------------------------------

def letters(column: int) -> str:
    """The letters of a zero-based column."""
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def ranges(addresses: str) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, bottom, right), zero-based, of A1 addresses and ranges in a text."""
    for first, row, last, end in _RANGE.findall(addresses):
        yield int(row) - 1, _number(first), int(end or row) - 1, _number(last or first)


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _within(picture: Picture, addresses: str) -> Iterator[tuple[int, int]]:
    """The cells of addresses that the picture shows."""
    for top, left, bottom, right in ranges(addresses):
        if top == bottom:
            rows = (top,) if top in picture.rows else ()
        else:
            rows = tuple(r for r in picture.rows if top <= r <= bottom)
        for r in rows:
            for c in range(left, min(right, len(picture.rows[r]) - 1) + 1):
                yield r, c


def _roles(picture: Picture, marks: Iterable[Mark], read: frozenset[tuple[str, str]] | None) -> dict[tuple[int, int], str]:
    """What each shown cell was taken for; of several marks the first. Figures only where something was read."""
    roles: dict[tuple[int, int], str] = {}
    for mark in marks:
        if mark.sheet != picture.sheet:
            continue
        for r, c in _within(picture, mark.cells):
            figure = mark.role in ("actual", "target")
            if figure and (not picture.rows[r][c] or (read is not None and (picture.sheet, f"{letters(c)}{r + 1}") not in read)):
                continue
            if picture.rows[r][c] or mark.role in ("head", "indicator", "name"):
                roles.setdefault((r, c), mark.role)
    return roles


def _doubted(picture: Picture, doubts: list[Finding]) -> dict[tuple[int, int], list[int]]:
    """cell -> numbers of its doubts. A doubt in a cell that a merged range covers stands at the range's first cell."""
    first = {}
    for top, left, bottom, right in picture.merges:
        if (bottom - top + 1) * (right - left + 1) <= 5000:
            first.update({(r, c): (top, left) for r in range(top, bottom + 1) for c in range(left, right + 1)})
    found: dict[tuple[int, int], list[int]] = {}
    for number, doubt in enumerate(doubts):
        if doubt.sheet == picture.sheet and doubt.cell:
            for count, cell in enumerate(_within(picture, doubt.cell)):
                if count >= MOST_MARKED:
                    break
                numbers = found.setdefault(first.get(cell, cell), [])
                if number not in numbers:
                    numbers.append(number)
    return found


def _places(pictures: tuple[Picture, ...], doubts: list[Finding]) -> dict[int, str]:
    """number of a doubt -> the end of the anchor of its first cell."""
    places = {}
    for place, picture in enumerate(pictures):
        for (r, c), numbers in _doubted(picture, doubts).items():
            for number in numbers:
                places.setdefault(number, f"{place}-{letters(c)}{r + 1}")
    return places


# --- the list beside it ------------------------------------------------------------------------------------------------

def _list(doubts: list[Finding], places: Mapping[int, str], key: str) -> str:
    if not doubts:
        return f'<div class="pb pb-line pb-teal">✓ {escape(_("No doubts were found."))}</div>'
    rows = []
    for number, doubt in enumerate(doubts):
        where = " ".join(part for part in (doubt.sheet, doubt.cell if len(doubt.cell) < 24 else f"{doubt.cell.split(' ')[0]} …") if part)
        cell = f'<a href="#{key}-{places[number]}">{escape(where)}</a>' if number in places else escape(where or "—")
        rows.append(
            f'<li id="{key}-doubt-{number}"><b class="pb-{TONES[doubt.severity]}">{escape(severity_word(doubt.severity))}</b> {cell}'
            f'<div>{escape(doubt.message)} <span class="pb-muted">{escape(doubt.suggestion)}</span></div></li>'
        )
    return f'<ul class="pb pb-doubts">{"".join(rows)}</ul>'


def _styles(now: Look) -> str:
    t = now.tokens
    tints = "".join(f".pb-r-{role} {{ background: {t.parts[HUES[role]]}{STRENGTH[role]}; }}" for role in HUES)
    return f"""<style>
.pb-sheets {{ overflow: auto; max-height: 470px; border: 1px solid {t.rule}; border-radius: 6px; }}
.pb-sheet-name {{ position: sticky; left: 0; padding: .3rem .5rem; font-size: 12px; color: {t.muted}; }}
.pb-grid {{ border-collapse: collapse; width: max-content; font-size: 12px; line-height: 1.4; }}
.pb-grid td, .pb-grid th {{ border: 1px solid {t.rule}; padding: .15rem .4rem; white-space: pre-line; vertical-align: middle; }}
.pb-grid td {{ max-width: 15rem; min-width: 2.2rem; overflow-wrap: anywhere; scroll-margin: 80px; }}
.pb-grid th {{ font-weight: 400; color: {t.muted}; text-align: center; background: {t.paper}; font-size: 11px; }}
.pb-grid thead th {{ position: sticky; top: 0; z-index: 1; }} .pb-grid tbody th {{ position: sticky; left: 0; }}
.pb-n {{ text-align: right; white-space: nowrap !important; }}
.pb-gap td {{ color: {t.muted}; text-align: left; }}
.pb-r-head {{ background: {t.rule}88; }} .pb-r-skipped {{ color: {t.muted}; }} {tints}
.pb-d-error {{ box-shadow: inset 0 0 0 2px {t.brick}; }} .pb-d-warning {{ box-shadow: inset 0 0 0 2px {t.amber}; }}
.pb-grid a, .pb-doubts a {{ text-decoration: none; }} .pb-doubts a {{ color: {t.actual}; border-bottom: 1px dotted {t.actual}; }}
.pb-grid td:target {{ outline: 3px solid {t.actual}; outline-offset: -1px; }} .pb-doubts li:target {{ background: {t.soft}; }}
.pb-doubts {{ list-style: none; margin: 0 !important; padding: 0 !important; max-height: 500px; overflow: auto; font-size: 13px; line-height: 1.5; }}
.pb-doubts li {{ border-bottom: 1px solid {t.rule}; padding: .3rem .2rem; margin: 0; }}
.pb-doubts b {{ font-weight: 400; }} .pb-doubts div {{ overflow-wrap: anywhere; }}
.pb-legend {{ display: flex; flex-wrap: wrap; gap: .1rem .8rem; font-size: 12px; color: {t.muted}; margin-bottom: .3rem; }}
.pb-legend i {{ display: inline-block; width: 1.1em; margin-right: .3em; border: 1px solid {t.rule}; font-style: normal; }}
</style>"""

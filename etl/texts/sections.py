"""Sections: what a heading, or a paragraph that turns to what is to be done, says about measure and time."""

from __future__ import annotations

import re

from etl.recognise.periods import SPAN

from .frame import ACTUAL, TARGET, Frame, Stretch, first_period, whole_year
from .model import Sentence
from .names import heading_of
from .times import Time, times_in
from .vocabulary import Vocabulary


def heading_measure(heading: str, vocabulary: Vocabulary) -> str:
    """target or actual where the words of a heading say it, else ""; the later word decides."""
    head = re.split(r"[。;]", heading)[0][:24]
    places = {TARGET: [head.rfind(w) for w in vocabulary.words["heading_target"] if w in head],
              ACTUAL: [head.rfind(w) for w in vocabulary.words["heading_actual"] if w in head]}
    if places[TARGET] and places[ACTUAL]:
        return TARGET if max(places[TARGET]) > max(places[ACTUAL]) else ACTUAL
    return TARGET if places[TARGET] else ACTUAL if places[ACTUAL] else ""


def enter_heading(frame: Frame, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Lets a numbered heading (一、 or (一)) set measure and year of its section; True where it is a heading of first rank."""
    heading = heading_of(sentence.plain) if sentence.opens else None
    if heading is None:
        return False
    first = not sentence.plain.startswith("(")
    measure = heading_measure(heading, vocabulary)
    times = [t for _s, (_e, t) in sorted(times_in(heading[:24]).items())]
    year = _heading_year(frame, times)
    if not measure and year and frame.own_year and frame.own_measure == TARGET and year < frame.own_year:
        measure = ACTUAL  # 一、去年工作, in a plan
    if not first and not year:
        return False
    if first:
        frame.measure = measure or (frame.measure if frame.mixed else frame.own_measure)
        inferred = frame.measure == ACTUAL and not frame.dated
        back = not (year or frame.mixed or inferred)  # 2025年1-4月… under one heading: 4月末 under the next is of 2025 too
        frame.year = year or (frame.own_year if back else frame.year)
    elif measure:
        frame.measure, frame.year = measure, year
    span = next((t.period for t in times if t.period and t.period.basis == SPAN and t.period.start_year != t.period.end_year), None)
    if span:
        frame.period = Stretch(SPAN, (span.start_year, span.start_month), (span.end_year, span.end_month))
    elif year or frame.measure == TARGET:
        frame.period = whole_year(frame.year) if frame.year else None
        if frame.measure == TARGET and frame.own_measure == ACTUAL and not year and frame.mixed:
            frame.period = None
    elif first and frame.measure == ACTUAL:
        frame.period = frame.main or frame.period or first_period(frame, None)
    frame.excursion, frame.before, frame.heard_year, frame.led_from = "", None, None, None
    frame.unsaid &= not measure
    if first or year:
        frame.main = frame.period
    return first


def enter_lead(frame: Frame, sentence: Sentence, vocabulary: Vocabulary) -> None:
    """会议要求,…: a paragraph that turns to what is to be done; a list goes on with it, another paragraph ends it."""
    if not sentence.opens or heading_of(sentence.plain) is not None:
        return
    begins = sentence.plain.startswith
    goes_on = re.match(r"[一二三四五六七八九十]是|\(?\d{1,2}[).、]", sentence.plain)
    if frame.led_from and not goes_on:
        (frame.measure, frame.period, frame.main), frame.led_from = frame.led_from, None
    if begins(vocabulary.words["heading_lead_target"]) and frame.measure == ACTUAL:
        frame.led_from = (frame.measure, frame.period, frame.main)
        frame.measure, frame.period = TARGET, whole_year(frame.year) if frame.year else None
        frame.main = frame.period


def _heading_year(frame: Frame, times: list[Time]) -> int | None:
    for time in times:
        if time.kind == "next" and frame.own_year:
            return frame.own_year + 1
        period = time.period
        if period and period.end_year:
            return period.end_year
        if period and period.year_offset and frame.own_year:
            return frame.own_year + period.year_offset
    return None

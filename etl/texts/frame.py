"""What a text says about all its figures: kind of text, year, section, and the period and measure in force."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.recognise.periods import YEAR, YTD, Period

ACTUAL, TARGET, FORECAST = "actual", "target", "forecast"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A settled period: basis, first and last month as (year, month). None months never occur; an unknown one has no Stretch."""

    basis: str
    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def year(self) -> int:
        return self.end[0]

    def year_before(self) -> Stretch:
        return Stretch(self.basis, (self.start[0] - 1, self.start[1]), (self.end[0] - 1, self.end[1]))


def whole_year(year: int) -> Stretch:
    return Stretch(YEAR, (year, 1), (year, 12))


@dataclass
class Frame:
    """The document that is being read, and its section. measure "" while neither title nor section says it.

    year, month: what 今年 and a month without a year refer to; issued: (year, month) of the date of issue; annual: it speaks
    of a whole year; year_doubt: the year is inferred. period: carried from the nearest words before, None for none;
    before: what it was when a hedge or another year began; whole_line: what it was when a single month began;
    heard_year: the year named last in this line; main: the period that the section is about;
    plan: the years of the plan named last; founded: the year in which the park was founded, if the text says one; this_year: the period in force was said as 今年, which for a target is the whole year; horizon: the later year that targets were set for last;
    dated: the title, or somebody outside, says the year; standing: the excursion began with 目前;
    unsaid: neither title nor section says the measure; led_from: measure, period and main before a paragraph that turned to what is to be done;
    years_planned: the years of the plan that the title names;
    spoken: the year that 今年 means where a speech tells of another (先说去年);
    tells: how far a text of unsaid kind tells what was done ("all", its "months", "");
    onward: measure, year and main before a line that began with a year to come;
    now: the last month that the text can know; by_time: the excursion is a target only because its time had not ended; outlook: the section is about how things will go;
    estimated: months whose own figures are estimates (1-6月预计完成…), no forecast of the year;
    loose: why the period in force is not sure; last_is_own: 去年 is the year reviewed, because the text was written after it.
    """

    title: str = ""
    measure: str = ""
    year: int | None = None
    month: int | None = None
    issued: tuple[int, int] | None = None
    annual: bool = True
    mixed: bool = False
    year_doubt: bool = False
    own_measure: str = ""
    own_year: int | None = None
    period: Stretch | None = None
    excursion: str = ""
    before: Stretch | None = None
    whole_line: Stretch | None = None
    heard_year: int | None = None
    main: Stretch | None = None
    loose: str = ""
    last_is_own: bool = False
    plan: Stretch | None = None
    founded: int | None = None
    this_year: bool = False
    horizon: int | None = None
    dated: bool = False
    standing: bool = False
    unsaid: bool = False
    led_from: tuple | None = None
    years_planned: Stretch | None = None
    spoken: int | None = None
    now: tuple[int, int] | None = None
    by_time: bool = False
    outlook: bool = False
    estimated: Stretch | None = None
    tells: str = ""
    onward: tuple | None = None

    def current_measure(self) -> str:
        return self.excursion or self.measure

    def take_back(self, before: Frame) -> None:
        """Everything as it was before: a copy made then."""
        self.__dict__.update(before.__dict__)


def first_period(frame: Frame, said: Period | None) -> Stretch | None:
    """The period of a document or section before its words name one: the year of a plan or yearly review, the months of a bulletin."""
    if frame.year is None:
        return None
    if frame.own_measure == TARGET or (frame.own_measure == ACTUAL and frame.annual and frame.month is None and not re.search(r"汇报", frame.title)):
        return whole_year(frame.year)
    if frame.month:
        return Stretch(YTD if frame.month < 12 else YEAR, (frame.year, 1), (frame.year, frame.month))
    return None

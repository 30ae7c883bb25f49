"""Sections: what a heading, or a paragraph that turns to what is to be done, says about measure and time."""

from __future__ import annotations

import re

from etl.recognise.periods import SPAN

from .clock import heading_to_come
from .context import settle
from .frame import ACTUAL, TARGET, Frame, Stretch, first_period, whole_year
from .model import Sentence
from .names import caption_of, heading_of
from .times import Time, times_in
from .vocabulary import Vocabulary

_AIM = re.compile(r"(?:^|(?:主要|预期|工作|发展|奋斗|总体|指标|全年|年度|具体|20\d\d年|季度|半年|月))(?:目标|目标任务)$|打算$|(?:工作|发展)(?:安排|思路|计划|要点|部署|设想)$|(?:20\d\d年|季度|半年|月).{0,6}(?:安排|思路|计划|要点|怎么[干办抓])$")
_TOLD = re.compile(r"(?:情况|回顾|总结|成效|成绩|小结|怎么样|怎样)$")
_ASKED = re.compile(r"(?:问|提问|记者问?|主持人|网友):(?P<words>.*)")
_ASKED_AHEAD = re.compile(r"明年|来年|新的?一年|下半年|下一?步|下一?阶段|接下来|今后|打算|目标(?!.{0,4}(?:完成|实现|达))")
_PAST = re.compile(r"(?:发展|现实|工作)?基础$|现状|回顾|回首|^(?:去年|上年)|^20\d\d年.*(?:完成情况|工作情况|总结)")
_AHEAD = re.compile(r"^(?:新的?一年|新年度|下一?步|下一?阶段|接下来|明年|来年|今后|下半年|后[一二三四]个月)(?!.*(?:情况|完成|回顾)$)")
_ONWARD = re.compile(r"(?:下一?步|下一?阶段|接下来),")
_OUTLOOK = re.compile(r"预测|预计|预判|研判|展望|预估|走势|趋势")
_BRACKETED = re.compile(r"\((?P<words>[^()]{2,16})\)$")
_FIGURES = re.compile(r"\d(?:\.\d+)?(?:亿|万|家|户|个(?!月)|亩|%)")
_SCOPE_LENGTH = 26  # characters of a line that may say of which time the lines below it are
_MET = re.compile(r"(?:任务|目标|计划|指标)[^,。;:]{0,6}?(?:过半|完成|实现|达成|落实|兑现|超额)")


def heading_measure(heading: str, vocabulary: Vocabulary) -> str:
    """target or actual where the words of a heading say it, else ""; the later word decides."""
    head = re.split(r"[。;]", heading)[0][:24]
    if re.search(r"怎么[干办抓做]\??$", head):
        return TARGET
    if _MET.search(head) and not re.search(r"确保|力争|要求|措施|举措|打算|安排|下一?步|下半年", head):
        return ACTUAL  # 一、时间过半,任务过半
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
    frame.outlook = bool(_OUTLOOK.search(heading))
    measure = heading_measure(heading, vocabulary)
    ahead = _FIGURES.split(heading, maxsplit=1)[0][:24]  # (二)税收3.3亿元(2021年为3.05亿元): a time behind a figure is not the section's
    times = [t for _s, (_e, t) in sorted(times_in(ahead).items())]
    year = _heading_year(frame, times)
    if not measure and year and frame.own_year and frame.own_measure == TARGET and year < frame.own_year:
        measure = ACTUAL  # 一、去年工作, in a plan
    if not measure and frame.own_measure == ACTUAL and not frame.outlook and heading_to_come(frame, heading, year):
        measure = TARGET
    if not first and not year:
        return False
    frame.spoken = None
    if frame.onward:
        (frame.measure, frame.year, frame.main), frame.onward = frame.onward, None
    if first:
        frame.measure = measure or (frame.measure if frame.mixed else frame.own_measure)
        inferred = frame.measure == ACTUAL and not frame.dated
        back = not (year or frame.mixed or inferred)  # 2025年1-4月… under one heading: 4月末 under the next is of 2025 too
        frame.year = year or (frame.own_year if back else frame.year)
        if measure == TARGET and not year and _AHEAD.match(heading) and frame.own_measure == ACTUAL and not frame.mixed:
            frame.year = _year_of_caption(frame, measure, heading)
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
        kept = None if frame.loose and frame.period and frame.period.basis == SPAN else frame.period  # a title's 十三五以来 has no end
        frame.period = frame.main or kept or first_period(frame, None)
    frame.excursion, frame.before, frame.heard_year, frame.led_from = "", None, None, None
    frame.unsaid &= not measure
    if first or year:
        frame.main = frame.period
    return first


def scope_of(frame: Frame, sentence: Sentence) -> Stretch | None:
    """三、分片任务(四季度当季), 主要指标(1-10月), 一、9月情况: the time that a line alone gives to the lines below it; None where it gives none."""
    plain = sentence.plain.rstrip(":")
    if not sentence.opens or sentence.number == 1 or sentence.sign in "。；;！!" or len(plain) > _SCOPE_LENGTH or _FIGURES.search(plain):
        return None
    bracket, heading = _BRACKETED.search(plain), heading_of(plain)
    if bracket is None and heading is None:
        return None
    said = [t for _s, (_e, t) in sorted(times_in(bracket["words"] if bracket else heading).items()) if t.kind not in ("date", "day", "days")]
    settled = [stretch for t in said if (stretch := settle(frame, t)) is not None]
    return settled[-1] if len(settled) == len(said) > 0 and (bracket or settled[-1].basis in ("quarter", "month")) else None


def enter_caption(frame: Frame, sentence: Sentence) -> None:
    """A line alone above what is to be done (明年怎么干, 下步要求:), or above what was done (去年工作回顾): in force until the next that says more."""
    asked = _ASKED.match(sentence.plain) if sentence.opens else None
    caption = asked["words"] if asked else caption_of(sentence, item=True)
    if not caption or sentence.number == 1 or not frame.own_measure:
        return
    frame.outlook = bool(_OUTLOOK.search(caption))
    past, ahead = _PAST.search(caption), _AHEAD.search(caption) or asked and _ASKED_AHEAD.search(caption)
    ahead = ahead or not past and not frame.outlook and frame.own_measure == ACTUAL and heading_to_come(frame, caption, None) and not _TOLD.search(caption)
    measure = TARGET if ahead else ACTUAL if asked or past and frame.own_measure == TARGET else _measure_of_caption(caption)
    told = frame.measure == TARGET and frame.own_measure == TARGET  # a plan turns back only where its words leave no doubt
    if not measure or caption.startswith(("展望", "预测", "研判")) or measure == frame.measure == ACTUAL or told and not past:
        return
    year = _heading_year(frame, [t for _s, (_e, t) in sorted(times_in(caption).items())])
    if measure == TARGET and frame.measure == TARGET and not year:
        return
    frame.measure, frame.year = measure, year or _year_of_caption(frame, measure, caption)
    frame.period = whole_year(frame.year) if frame.year and (measure == TARGET or year) else first_period(frame, None) if frame.own_measure == ACTUAL else None
    parts = [s for _s, (_e, t) in sorted(times_in(caption).items()) if (s := settle(frame, t)) and s.basis in ("quarter", "month")]
    frame.period = frame.main = parts[0] if parts and measure == TARGET else frame.period
    frame.excursion, frame.before, frame.heard_year, frame.led_from, frame.whole_line = "", None, None, None, None
    frame.unsaid = False


def _measure_of_caption(caption: str) -> str:
    """As heading_measure, for lines that may be about anything (目标任务完成, 重点任务推进): only what the line ends with counts."""
    ends = caption.rstrip("\"”?!")
    return TARGET if _AIM.search(ends) else ACTUAL if _TOLD.search(ends) else ""


def _year_of_caption(frame: Frame, measure: str, caption: str) -> int | None:
    """The year of a section whose heading names none: what a review of a whole year turns to is the next; what a plan turns back to is the one before."""
    if not frame.own_year or measure == frame.own_measure:
        return frame.own_year
    if measure == ACTUAL:
        return (frame.years_planned.start[0] if frame.years_planned else frame.own_year) - 1
    whole = frame.annual and frame.month is None and not (frame.issued and frame.issued[0] == frame.own_year and frame.issued[1] < 11) and not frame.unsaid
    return frame.own_year + (whole and "半年" not in caption)


def enter_lead(frame: Frame, sentence: Sentence, vocabulary: Vocabulary) -> None:
    """会议要求,…: a paragraph that turns to what is to be done; a list goes on with it, another paragraph ends it."""
    if not sentence.opens and _ONWARD.match(sentence.plain) and frame.measure == ACTUAL:
        frame.led_from = frame.led_from or (frame.measure, frame.period, frame.main)
        frame.measure, frame.period = TARGET, whole_year(frame.year) if frame.year else None
        frame.main = frame.period  # …14个。下一步,…: to the end of the paragraph
    if not sentence.opens or heading_of(sentence.plain) is not None or caption_of(sentence) is not None and _AHEAD.match(caption_of(sentence)):
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
        if time.kind == "this_year" and frame.own_measure == ACTUAL and frame.issued and frame.own_year and frame.issued[0] == frame.own_year + 1:
            return frame.issued[0]  # 二、今年目标, in a report on the year before its issue
        if time.kind == "this_year" and frame.own_year:
            return frame.own_year
        if period and period.end_year:
            return period.end_year
        if period and period.year_offset and frame.own_year:
            return frame.own_year + period.year_offset
    return None

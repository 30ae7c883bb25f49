"""A text's frame from its title, its date of issue and, where these say no year, from what it tells about."""

from __future__ import annotations

import re

from etl.recognise.periods import SPAN, YEAR, scan

from .clock import written_at
from .frame import ACTUAL, TARGET, Frame, Stretch, first_period
from .model import Sentence
from .names import heading_of
from .sections import heading_measure
from .times import plan_years, times_in
from .vocabulary import Vocabulary

_PART = re.compile(r"^第[一二三四五六七八九十]+篇[:：]?")
_KIND = re.compile(r"(?:总结|计划|规划|要点|方案|报告|汇报|简报|通报)(?:\(.*\))?$")
_SECTION = re.compile(r"^(?![暨和及与(])(?:(?:19|20)\d\d年)?.{0,6}(?:回顾|基础|现状|目标|打算|安排|完成情况)$")  # a line above the first section, not of the title
_TITLE_LENGTH, _TITLE_LINES = 48, 9
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)(?:年(?=\d{1,2}月)|[./-])(?P<m>\d{1,2})[月./-]\d{1,2}日?(?!月)")
_AHEAD = re.compile(r"目标|力争|预期|确保|冲刺|到(?:19|20)\d\d年|预计(?:19|20)\d\d年|计划")
_MET = re.compile(r"(?:完成|占)(?:全年|年度|年初)?(?:下达|确定)?的?(?:目标任务|目标|任务|计划)(?:数|的|[\d.]+%)|(?:圆满|超额|顺利|全面|较好)?(?:地)?(?:完成|实现)了?[^,。;\d]{0,8}(?:目标|任务)")  # what came of an aim, told behind it
_MONTH_LINE = re.compile(r"\(?(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月\)?")
_TOLD = re.compile(r"同比|同期|环比|当月|月末|以来|截至|进度|[比较](?:上年|去年)")
_PLANNED = re.compile(r"力争|确保|目标|打算|计划|预期|争取|保底|不低于|不少于|要完成|要实现|明年|来年|下一?步|今后")
_FIVE_YEARS = re.compile(r"第十([一二三四五])个五年")  # 第十四个五年规划纲要
_FOUNDING = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。;\d]{0,16}?(?:成立|挂牌|设立|建园|建区|获批|奠基)|"
                       r"(?:成立|设立|始建|创建|挂牌)于(?P<year2>(?:19|20)\d\d)年")
_CHINESE_DATE = re.compile(r"(?P<y>[二][〇零○][〇零○一二三四五六七八九]{2})年(?P<m>十[一二]?|[一二三四五六七八九])月[一二三四五六七八九十]+日")


def parts(sentences: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """The documents of a collection (第一篇: …, 第二篇: …); a plain text is one part."""
    starts = [i for i, s in enumerate(sentences) if s.opens and _PART.match(s.plain)]
    cuts = [0, *[i for i in starts if i], len(sentences)]
    return [sentences[a:b] for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def title_of(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """The sentences of the title: short lines at the beginning, before the first heading or running text."""
    found: list[Sentence] = []
    for sentence, follower in zip(sentences, [*sentences[1:], None], strict=False):
        alone = sentence.opens and (sentence.sign not in "。；;！!" or not found and sentence.sign in "！!") and (follower is None or follower.opens)
        if not alone or heading_of(sentence.plain) or len(sentence.plain) > _TITLE_LENGTH or len(found) >= _TITLE_LINES or sentence.plain.endswith((",", ":")):
            break
        if _SECTION.search(sentence.plain) and any(_KIND.search(line.plain) for line in found):
            break
        if re.search(r"\d(?:\.\d+)?(?:亿|万|家|户|个(?!月)|亩|%)", sentence.plain):
            break
        found.append(sentence)
    return found


def open_frame(sentences: tuple[Sentence, ...], vocabulary: Vocabulary, year: str, month: str) -> Frame:
    """The frame of a document from its title, dates and headings; year and month as given from outside ("" for unsaid)."""
    lines = title_of(sentences)
    titles = [line.plain for line in lines if not is_date(line.plain)]
    titles = [_FIVE_YEARS.sub(r"十\1五", line) for line in titles]
    title = " ".join(titles)
    frame = Frame(title=title, issued=_issued(lines, sentences))
    frame.own_measure, frame.mixed = _title_measure(title, vocabulary)
    frame.annual = not any(word in title for word in vocabulary.words["heading_within_year"]) and not re.search(r"\d月|半年|季度|年中", _DATE.sub("", title))
    said = [t.period for line in titles for _s, (_e, t) in sorted(times_in(line).items()) if t.period and t.kind != "date"]
    if re.search(r"五\"?以来", title):
        said = [p for p in said if p.basis != SPAN]
    if re.search(r"(?:19|20)\d\d年以来", title):
        said = [p for p in said if not (p.end_year and f"{p.end_year}年以来" in title)]
    plain_years = [p.end_year for p in said if p.end_year and p.start_year == p.end_year]
    frame.year = next(iter(plain_years), None) or next((p.end_year for p in said if p.end_year), None) or _year_in(" ".join(line.plain for line in lines if not _DATE.search(line.plain) and not is_date(line.plain)))
    open_month = next((p for p in said if p.end_month and p.basis not in (YEAR, SPAN)), None)
    frame.month = open_month.end_month if open_month else None
    if month:
        frame.year, frame.month = int(month[:4]), int(month[5:])
    if year:
        frame.year = int(year)
    frame.dated = frame.year is not None
    if frame.year is None:
        _year_of_body(frame, sentences, vocabulary)
    frame.own_year = frame.year
    frame.last_is_own = frame.mixed and not _says_this_year(sentences, vocabulary)
    frame.measure = frame.own_measure
    frame.period = frame.main = first_period(frame, open_month)
    plan = next((p for p in said if p.basis == SPAN and p.end_year and p.start_year and p.end_year - p.start_year == 4), None)
    frame.plan = Stretch(SPAN, (plan.start_year, 1), (plan.end_year, 12)) if plan else _named_plan(title)
    named = re.search(r"十([一二三四五六])五", title)  # “十四五”规划, which is no time of its own
    several = next((p for p in said if p.basis == SPAN and p.end_year and p.start_year and p.end_year > p.start_year), None)
    frame.years_planned = Stretch(SPAN, (several.start_year, 1), (several.end_year, 12)) if several and frame.own_measure == TARGET and not frame.mixed else None
    if named and frame.years_planned is None and frame.own_measure == TARGET and not frame.mixed:
        frame.years_planned = _five_years(named[1])
    frame.founded = _founded(sentences, vocabulary)
    if not frame.own_measure:
        frame.own_measure = frame.measure = ACTUAL
        frame.unsaid = True
        if _sets_targets(sentences):
            frame.own_measure = frame.measure = TARGET
    frame.now = written_at(frame)
    frame.tells = _tells(sentences)
    return frame


def _named_plan(title: str) -> Stretch | None:
    """The five years of the plan that a title speaks about: "十二五"规划纲要中期评估."""
    named = re.search(r"十([一二三四五六]?)五\"?.{0,14}(?:规划|纲要|计划)", title)
    return _five_years(named[1]) if named else None


def _five_years(digit: str) -> Stretch:
    first, last = plan_years(digit)
    return Stretch(SPAN, (first, 1), (last, 12))


def _founded(sentences: tuple[Sentence, ...], vocabulary: Vocabulary) -> int | None:
    """The one year in which a text says that its park was founded (2005年9月正式挂牌成立); None for none or several."""
    years: set[str] = set()
    for sentence in sentences:
        for match in _FOUNDING.finditer(sentence.plain):
            near = sentence.plain[max(0, match.start() - 20):match.end() + 12]
            if any(word in near for word in vocabulary.words["park"]):
                years.add(match["year"] or match["year2"])
    return int(years.pop()) if len(years) == 1 else None


def _sets_targets(sentences: tuple[Sentence, ...]) -> bool:
    """A text whose title says nothing and that speaks of bounds and aims alone, never of how something went."""
    plain = "".join(s.plain for s in sentences)
    told = re.search(r"同比|环比|同期|比上年|较上年|当月|年末|截至|累计完成|目前|去年|以来", plain)
    return not told and len(re.findall(r"力争|确保|保底|不低于|不少于|以内|不超过|目标|责任单位", plain)) > 2


def _tells(sentences: tuple[Sentence, ...]) -> str:
    """How far a text of unsaid kind tells what was done: "all" of it, its "months" (it plans too), or "" for neither."""
    plain = "".join(s.plain for s in sentences)
    told, planned = len(_TOLD.findall(plain)), len(_PLANNED.findall(plain))
    return "" if told < 3 else "months" if planned else "all"


def _says_this_year(sentences: tuple[Sentence, ...], vocabulary: Vocabulary) -> bool:
    """True where the review part of a text calls its year 今年: then 去年 is the year before it."""
    for sentence in sentences:
        heading = heading_of(sentence.plain) if sentence.opens else None
        if heading and heading_measure(heading, vocabulary) == TARGET:
            return False
        if re.search(r"今年|本年", sentence.plain):
            return True
    return False


def is_date(plain: str) -> bool:
    """A line that holds nothing but a date: the date of issue, which is no period."""
    return bool(re.fullmatch(r"(?:[\u4e00-\u9fff]{0,4}(?:时间|日期):?)?\(?(?:\d{4}[年./-]\d{1,2}(?:[月./-]\d{1,2}日?|月))\)?(?:\d{1,2}[:时]\d\d(?:[:分](?:\d\d秒?)?)?)?|[〇零一二三四五六七八九十年月日]+", plain.replace(" ", "")))


def _issued(lines: list[Sentence], sentences: tuple[Sentence, ...]) -> tuple[int, int] | None:
    """The date of issue: in the title's lines, in one of the first lines after them, or alone on the last line."""
    head = next((i for i, s in enumerate(sentences) if i and s.opens), 1)
    dated = [s.plain for s in sentences[head:head + 3] if s.opens and re.match(r"\(?(?:时间:|日期:|发布时间:|发布日期:)?\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?!.*[,。;\d]\d*(?:亿|万|家|个))", s.plain)]
    dated += [s.plain for s in sentences[:6] if s.opens and len(s.plain) < 40 and re.search(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?:\d{1,2}:\d\d(?::\d\d)?)?$", s.plain)]
    near = [s.plain for s in sentences[:len(lines) + 1]] + dated + [s.plain for s in sentences[-1:] if len(s.plain) < 30]
    for text in near:
        if len(text) > 60:
            continue
        match = _DATE.search(text) or _MONTH_LINE.fullmatch(text)
        if match and 1 <= int(match["m"]) <= 12:
            return int(match["y"]), int(match["m"])
        match = _CHINESE_DATE.search(text)
        if match:
            found = [f for f in scan(text[:match.end()]) if f.kind == "day"]
            digits = "".join(str("〇一二三四五六七八九".index(c)) if c in "〇一二三四五六七八九" else "0" for c in match["y"])
            months = {"十": 10, "十一": 11, "十二": 12}
            return (int(digits), months.get(match["m"]) or "一二三四五六七八九".index(match["m"]) + 1) if found or digits.isdigit() else None
    return None


def _title_measure(title: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    """(measure that the title promises, it promises both a review and a plan)."""
    actual = [title.rfind(w) for w in vocabulary.words["heading_title_actual"] if w in title]
    target = [title.rfind(w) for w in vocabulary.words["heading_title_target"] if w in title]
    if actual and target:
        both = re.search(r"总结|回顾|完成情况|成就|成效", title) and re.search(r"计划|安排|打算|思路|要点|目标", title)
        joined = max(actual) < max(target) and re.search(r"[及和与暨、]", title[min(a for a in actual if a >= 0):max(target)])
        if both or joined:
            return ACTUAL, True
        return (ACTUAL, False) if max(actual) > max(target) else (TARGET, False)
    if actual:
        return ACTUAL, False
    return (TARGET, False) if target else ("", False)


def _year_in(text: str) -> int | None:
    match = re.search(r"(?<!\d)((?:19|20)\d\d)年(?!以来)", text) or re.search(r"(?<![\d.])(20\d\d)(?![\d.%亿万个家户年])", text)
    return int(match[1]) if match else None


def _year_of_body(frame: Frame, sentences: tuple[Sentence, ...], vocabulary: Vocabulary) -> None:
    """A title without a year: the one year its own sections speak of; else the year before the one planned, or of issue."""
    own, planned, review_end, first, whole = set(), set(), None, None, True
    measure = frame.own_measure
    for sentence in sentences:
        heading = heading_of(sentence.plain)
        said = [t for _s, (_e, t) in times_in(sentence.plain).items() if t.period and t.period.end_year]
        if heading and sentence.opens:
            measure = heading_measure(heading, vocabulary) or measure
            spans = [t.period for t in said if t.period.basis == SPAN]
            if spans and measure == ACTUAL:
                review_end = spans[0].end_year
        ahead = frame.own_measure != TARGET and _AHEAD.search(_MET.sub("", sentence.plain))
        opening = None if ahead else times_in(sentence.plain).get(0)
        if opening and opening[1].period and opening[1].kind not in ("day", "five", "days", "date"):
            first = first or opening[1].period.end_year
        years = {t.period.end_year for t in said if t.kind not in ("day", "five", "days")}
        whole &= all(t.period.basis in (YEAR, SPAN) for t in said)
        (planned if ahead or measure == TARGET and frame.own_measure != TARGET else own).update(years)
    past = frame.own_measure == ACTUAL and frame.annual and frame.issued and frame.issued[1] <= 3
    past_only = own and not frame.issued and frame.own_measure != TARGET
    if review_end:
        frame.year = review_end
    elif past and not own - {frame.issued[0]} and any(re.search(r"过去一年|一年来|去年|全年|年末", s.plain) for s in sentences):
        frame.year = frame.issued[0] - 1  # written at the beginning of the year after the one reviewed
    elif frame.issued and not frame.own_measure and own and max(own) <= frame.issued[0] and any("今年" in s.plain for s in sentences):
        frame.year = frame.issued[0]  # a report of the press: 今年 is the year in which it was written
    elif past_only and _later_than(max(own), sentences):
        frame.year, frame.year_doubt = max(own) + 1, True  # 2024年,…316亿元。今年1-5月…: the year after those told about
    elif len(own) == 1:
        frame.year = own.pop()
        frame.year_doubt = whole and any(re.search(r"今年|本年", s.plain) for s in sentences)  # 2023年税收…。今年1-8月…
    elif frame.own_measure == ACTUAL and frame.issued and frame.annual and (before := [y for y in own if y < frame.issued[0] + (frame.issued[1] > 3)]):
        frame.year = max(before)
    elif first and frame.own_measure == ACTUAL:
        frame.year = first
        frame.year_doubt = any(re.search(r"今年|去年|本年", s.plain) for s in sentences)
    elif not own and len(planned) == 1 and frame.own_measure == ACTUAL:
        frame.year, frame.year_doubt = planned.pop() - 1, True
    elif not own and len(planned) == 1 and not frame.own_measure:
        frame.year, frame.year_doubt = planned.pop(), True  # 今年上半年…, 2009年全年目标任务: this year, most likely
    elif own and frame.own_measure != TARGET and not frame.issued:
        frame.year, frame.year_doubt = max(own), True
    elif frame.issued and not own:
        frame.year = frame.issued[0]
        frame.year_doubt = frame.own_measure == TARGET


def _later_than(year: int, sentences: tuple[Sentence, ...]) -> bool:
    """True where a text says 今年 with months of its own and never in one sentence with the last year that it names."""
    this = [s.plain for s in sentences if re.search(r"今年(?:前?[一二三四五六七八九十\d]|上半年|以来)", s.plain)]
    since = any(f"{year}年以来" in s.plain for s in sentences)
    return bool(this) and not since and not any(str(year) in plain for plain in this)

"""Where a text without headings (a speech, minutes, a report of the press) turns from what was to what is to be, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .context import settle
from .frame import ACTUAL, TARGET, Frame, whole_year
from .model import Sentence
from .names import heading_of
from .times import times_in

_LAST = r"去年|上一?年(?!同期)|(?:刚刚?)?过去的?(?:这)?一年"
_YEAR = r"(?:(?:刚刚?)?过去的)?(?:19|20)\d\d年"
_WHO = rf"(?P<who>{_LAST}|{_YEAR}|今年|本年度?|新的?一年|明年|来年|下一?步|下阶段)"
_CALL = r"^(?:(?:同志们|各位同志|各位代表|各位)[,:]?)?"
_ORDER = r"(?:首先|先|再|后|最后|下面|接下来|接着|现在|然后|其次|第[一二三四五](?:点|个方面|件事)?|[一二三四五]是?)?,?(?:请?让?我们?)?(?:来|就|要|想|把|再)?"
_SPOKEN = re.compile(rf"{_CALL}{_ORDER}(?:一起)?(?:简要)?(?:地)?(?P<verb>说|讲|谈|看|聊|算|回顾|回首|回望|回眸|盘点|总结|通报|展望|部署|安排|布置|明确)(?:一)?(?:说|讲|谈|看|聊|算|下)?(?:的是)?(?:一下)?{_WHO}(?P<rest>.*)")
_LOOKS_BACK = re.compile(rf"{_CALL}(?:{_ORDER}(?:把|将))?(?P<who>{_LAST}|{_YEAR})(?:的?(?:工作|成绩|账|家底|情况|成绩单)|怎么样|干得怎么样|是(?:极)?不平凡的|很?不平凡|,?回头看)[^\d]*$")
_PAST_TOPIC = r"家底|成绩单?|账|战果|收成|收获|过去|成效|变化"
_NEXT_TOPIC = r"任务|目标|打算|要求|安排|部署|盘子|干法|下一?步|办法|怎么[干办抓做]"
_TOPIC = re.compile(rf"{_CALL}{_ORDER}(?:一起)?(?:说|讲|谈|看|聊|算|摆|晒|提|亮|盘点?)(?:一)?(?:说|讲|谈|看|聊|算|摆|晒|提|亮|盘)?(?:的是)?(?:一下)?(?:一下)?(?:(?P<past>{_PAST_TOPIC})|(?P<next>{_NEXT_TOPIC}))[^\d,:]{{0,10}}[?,:]?$")
_HOW = re.compile(rf"{_CALL}(?P<who>今年|本年度?|新的?一年|明年|来年|下半年|下一?步|下阶段|{_YEAR})[^\d]{{0,6}}(?:怎么|咋|如何|干什么|干啥|拼什么|怎样)[干办抓做拼]?[^\d,]{{0,4}}\??$")
_SPEECH = re.compile(r"^(?:同志们|各位)|讲话|发言|致辞|讲稿")
_AIM = r"盘子|仗|担子|考卷|答卷|目标|打算|任务|安排|思路|蓝图|预期|考虑|计划|指标|账本|重点|活"
_SET = re.compile(rf"(?:(?:^|^[^\d,:]{{1,12}}[,:])(?P<who>今年|本年度?|新的?一年|明年|来年|{_YEAR})|^(?:全年|年度))(?:全区|全园|园区|开发区|高新区|我们|咱们|区里|党工委|管委会|经济社会发展|经济|发展|工作|主要|总体|预期|奋斗|初步|怎么干|,|的)*(?:{_AIM})(?P<rest>.*)$")
_FIXED = re.compile(r"^[^,\d]{0,8}(?:目标|蓝图|盘子|任务书?|方向|路线图|航向|冲锋号|号角)[^,\d]{0,6}(?:锚定|明确|定|敲定|确定|划定|绘就|绘出|清晰|在前|吹响|下达|铺展|铺开|亮明|不变|不松|更高|既定|在肩)[^\d]*$")
_NOT_SET = re.compile(r"完成|实现(?!的)|达成|过半|进度|落空|落后|顺利|超额|偏低|有差距|兑现")
_DONE = re.compile(rf"(?:{_AIM}|的|已经?|都|均|顺利|超额|圆满|全部|如期|基本|提前|进展|推进)*(?:完成|实现(?!的|[^,]{{0,8}}总?产值)|达成|过半|进度|落空|落后|兑现|顺利|良好|\d+(?:\.\d+)?[亿万][^,]{{0,4}}的)")
_TOLD = re.compile(r"(?<!\d)\d{1,2}月(?!\d{1,2}日|底前|前)|上半年|季度|以来|截至|当月|同比")
_PLANNED = re.compile(rf"{_AIM}|要|力争|确保|争取|拟|将|达到")


@dataclass(frozen=True, slots=True)
class Turn:
    """measure: what follows is, "" for unsure; who: the words for its year, "" for the text's own; lasting: until the next turn or
    heading, else to the end of its paragraph."""

    measure: str
    who: str
    lasting: bool


def find_turns(sentences: tuple[Sentence, ...]) -> dict[int, Turn]:
    """The turns of a document by the number of their sentence; each opens a line that is no numbered heading."""
    found: dict[int, Turn] = {}
    speech = any(_SPEECH.search(s.plain) for s in sentences[:6]) or any(s.opens and _SPOKEN.match(s.plain) for s in sentences)
    for place, sentence in enumerate(sentences):
        if sentence.opens and place and heading_of(sentence.plain) is None:
            turn = _turn(sentence.plain, _onward(sentences, place))
            if turn:
                found[sentence.number] = replace(turn, lasting=turn.lasting and (speech or turn.measure == ACTUAL))
        elif place and sentences[place - 1].number in found and (turn := _aims(sentence.plain)):
            found[sentence.number] = turn  # 下面说今年。今年的盘子已经定了:…
    return found


def take_turn(frame: Frame, turn: Turn) -> None:
    """Lets a turn set measure, year and period of what follows; a year before the text's own leaves 今年 and 去年 what they were."""
    year = _year_of(frame, turn)
    if frame.led_from:
        (frame.measure, frame.period, frame.main), frame.led_from = frame.led_from, None
    if year is None and turn.who:
        return
    written = frame.spoken or frame.year
    if not turn.lasting:
        if frame.measure == TARGET:
            return
        frame.led_from = (frame.measure, frame.period, frame.main)
    frame.excursion, frame.before, frame.heard_year, frame.whole_line, frame.loose = "", None, None, None, ""
    frame.measure = turn.measure or frame.measure
    year = year or written
    if turn.lasting and year:
        frame.spoken = written if turn.measure == ACTUAL and written and year < written else None
        frame.year = year
        frame.unsaid &= turn.measure != ACTUAL
    if year and turn.measure:
        frame.period = frame.main = whole_year(year)


def _year_of(frame: Frame, turn: Turn) -> int | None:
    """The year that the words of a turn mean here; None where they name none or it is not known."""
    if re.search(r"过去的?(?:这)?一年", turn.who):
        return settled.year if (settled := settle(frame, times_in("去年")[0][1])) else None
    if re.match(r"新的?一年|下", turn.who):
        return frame.spoken or frame.year
    for _start, (_end, time) in sorted(times_in(turn.who).items()):
        stretch = settle(frame, time)
        return stretch.year if stretch else None
    return None


def _turn(plain: str, onward: str) -> Turn | None:
    head = re.sub(r"^\d{1,2}[.、]?(?=[\u4e00-\u9fff])(?![年月日亿万个家户亩季])", "", plain).partition("?")[0]
    if topic := _TOPIC.match(head):
        return Turn(ACTUAL if topic["past"] else TARGET, "", True)
    if asked := _HOW.match(head):
        return Turn(TARGET, asked["who"], True)
    spoken = _SPOKEN.match(plain)
    if spoken:
        past = re.fullmatch(rf"{_LAST}", spoken["who"]) or re.search(r"回|盘点|总结|过去", spoken["verb"] + spoken["who"])
        return Turn(ACTUAL if past else TARGET if re.match(rf"的(?:{_AIM})", spoken["rest"]) else _measure_ahead(spoken["rest"] + onward), spoken["who"], True)
    back = _LOOKS_BACK.match(plain)
    if back and not _PLANNED.search(plain[back.end("who"):]):
        return Turn(ACTUAL, back["who"], True)
    if aims := _aims(plain):
        return aims
    if _FIXED.match(plain) and not _NOT_SET.search(plain):
        return Turn(TARGET, "", False)
    return None


def _aims(plain: str) -> Turn | None:
    aims = _SET.match(plain)
    return Turn(TARGET, aims["who"] or "", bool(aims["who"])) if aims and not _DONE.match(aims["rest"]) else None


def _measure_ahead(text: str) -> str:
    """Whether the words after 下面说今年 tell or plan; "" where they do both or neither."""
    told, planned = bool(_TOLD.search(text)), bool(_PLANNED.search(text))
    return TARGET if planned and not told else ACTUAL if told and not planned else ""


def _onward(sentences: tuple[Sentence, ...], place: int) -> str:
    """The words behind a sentence up to the figures that follow first."""
    words = ""
    for sentence in sentences[place + 1:place + 4]:
        words += re.split(r"(?<=亿元|万元)", sentence.plain)[0] + "。"
        if re.search(r"\d(?:亿|万|个|家|户|亩|%)", sentence.plain):
            break
    return words

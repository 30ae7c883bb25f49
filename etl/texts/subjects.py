"""The rules for whose figures follow: parts of the park by name or by 该产业, firms that speak, the park again, others."""

from __future__ import annotations

import re

from .finder import count_of
from .model import Sentence, Token
from .names import caption_of, heading_of
from .state import Subject

_HELPED = ("协助", "帮助", "支持", "配合", "指导", "助力", "推动", "督促")
_BROUGHT = ("引进", "签约", "设立")
_DONE = ("完成", "推进", "启动", "实施", "抓好")
_NEAR = 2  # sentences that 该公司 reaches back
_OFFICES = ("委", "局", "办", "室", "部", "区", "园", "政府", "中心", "科", "处", "会")
_OF_A_FIRM = re.compile(r"董事|总经理|总裁|厂长|车间|老总|创始人|企业|公司|生产")


_TURNS_TO = re.compile(r"(?:反观|再看|看看|先看|至于|说到|谈到|讲到|先说|再说|对于|相比之下|与之相比|而|其次是|首先是|第[一二三四五]是|的是|其次|紧随其后的是)$")  # 反观临港板块,…: of whom the sentence goes on to speak
_COUNTED_KINDS = {"cluster": "产业|集群|行业|链", "firm": "企业|公司", "area": "片|区|园|组团|板块|街道|地"}
_ENDS_A_TOPIC = re.compile(r"[园区]|方面|上|中|内|以来|期间|为主|等|时")


def _rank(sentence: Sentence) -> int:
    """1 for a heading 一、, 2 for (一), 3 for a line alone without a number, 0 for no heading."""
    if sentence.opens and heading_of(sentence.plain) is not None:
        return 2 if sentence.plain.startswith("(") else 1
    return 3 if caption_of(sentence) is not None else 0


class SubjectRules:
    """One method per kind of token that names somebody; each takes the token's place and the token."""

    def _on_name(self, place: int, token: Token) -> None:
        line = self.line
        kind, name = token.value
        if line.sentence.plain[:token.start].endswith("被"):
            return  # 2004年被某某集团收购: who did it is not who is spoken of
        before = line.tokens[place - 1] if place else None
        subject = Subject(**{kind: name})
        if before and before.kind == "name" and before.value[0] == "area" and kind == "cluster" and line.names:
            line.names[-1] = Subject(area=line.names[-1].area, cluster=name)
        elif before and before.kind == "and" and place > 1 and line.tokens[place - 2].kind == "name" and line.names:
            line.names.append(subject)
        else:
            line.names, line.before_names = [subject], self.reading.subject
        line.fresh_name, line.listed, line.stranger = True, 0, ""
        if line.names[-1] != Subject():
            self._remember(kind, line.names[-1])
        subject = line.names[-1]
        if self._is_topic(place):
            line.firm_spoken |= kind == "firm"
            return
        around = self.reading.subject
        self._subject(subject)
        if self._is_object(place):
            line.object_of = around
        self.reading.colon_subject = place == 0 and line.sentence.opens and len(line.tokens) == 2 and line.tokens[1].text == ":"

    def _on_park(self, place: int, token: Token) -> None:
        if place > 1 and self.line.tokens[place - 1].kind == "noise" and self.line.tokens[place - 2].kind == "name":
            return  # 工业区四期工业园工程: a phase of a zone's works
        if self.line.sentence.plain[:token.start].endswith(("拉动", "下拉", "拉低", "拉高", "占")):
            return  # 下拉全园1.4个百分点: what it means to the park, not a figure of the park
        if token.text in ("区内", "园内", "园区内") and self.reading.subject != Subject() and self.line.sentence.plain[token.end:token.end + 1] not in ",:":
            self.reading.vague_subject = True  # 光电产业增长较快,区内骨干企业…: where they are, not whose the figures behind are
            return
        again = self.line.fresh_name and place > 0 and self.line.tokens[place - 1].kind == "park" or self.line.used and bool(self.line.pending) and self.reading.subject != Subject()
        self.line.names, self.line.fresh_name, self.line.stranger = [], again, ""  # 东区6个,西区5个,全区合计11个
        self._park_again()
        before = self.line.tokens[place - 1] if place else None
        if token.text.startswith(("产业园", "工业园")) and before and before.kind == "word" and self.reading.subject != Subject():
            self.reading.vague_subject = True  # 锂电材料产业:…打造百亿锂|产业园区: one of the part that is spoken of, or the park
            return
        if self.line.outer_code and not self.line.pending and not self.line.clause.outside:
            self.line.pending, self.line.pending_at, self.line.used, self.line.blocked = [self.line.outer_code], place, False, ""  # 全县税收12亿元,其中园区3亿元
        self._subject(Subject())

    def _remember(self, kind: str, subject: Subject) -> None:
        self.reading.named[kind] = subject
        self.reading.named_at[kind] = self.line.sentence.number if self.line else 0

    def _near(self, kind: str, distance: int = _NEAR) -> Subject | None:
        """The subject of a kind that was named last, if that was not many sentences before."""
        subject, at = self.reading.named.get(kind), self.reading.named_at.get(kind, 0)
        return subject if subject and self.line.sentence.number - at <= distance else None

    def _on_again(self, place: int, token: Token) -> None:
        """该产业, 该公司: the part that was named last; where none was, it is somebody who is not known."""
        kind = "firm" if token.text.endswith(("企业", "公司", "厂", "厂里")) else "cluster" if "产业" in token.text or token.text.endswith("集群") else "area"
        tokens = self.line.tokens
        before, follower = tokens[place - 1].kind if place else "", tokens[place + 1].kind if place + 1 < len(tokens) else ""
        bare = token.text == "公司"
        if bare and (before in ("word", "name", "and", "amount") or follower not in ("period", "indicator", "verb", "plain", "forecast", "target", "reach")):
            return
        if subject := self._near(kind):
            self._subject(subject)
        elif kind == "area" and "area" not in self.reading.named:
            self._on_park(place, token)  # 该区, in a text that tells of no zone
        else:
            self.reading.unknown_subject = token.text

    def _on_others(self, place: int, token: Token) -> None:
        """其他行业: parts without a name; what follows is theirs."""
        self.line.names, self.line.fresh_name = [], False
        self.reading.unknown_subject = token.text

    def _on_speaker(self, place: int, token: Token) -> None:
        """X负责人说: the figures of what follows are X's; of a firm named just before, or of somebody who is not known."""
        before = self.line.tokens[place - 1] if place else None
        if before and before.kind == "name":
            return
        office = before is not None and (before.kind in ("park", "outside") or before.kind == "word" and before.text.endswith(_OFFICES))
        if office:
            self._subject(Subject())
        elif subject := self._near("firm"):
            self._subject(subject)
        elif _OF_A_FIRM.search(token.text):
            self.reading.unknown_subject = token.text

    def _on_group(self, place: int, token: Token) -> None:
        """四大产业…依次为: as many names as were listed last."""
        line = self.line
        count = re.search(r"[一二两三四五六七八九十]|\d+", token.text)
        listed = count and self._parts_told(token.text, count_of(count[0])) or self.reading.listed
        if count and len(listed) > 1 and count_of(count[0]) == len(listed) and not line.names:
            line.names, line.fresh_name, line.listed = list(listed), True, 0
        elif not line.names and re.search(r"产业|集群|行业", token.text) and not re.match(r"[^,]*(?:分别|依次)", line.sentence.plain[token.end:]):
            self.reading.unknown_subject = token.text  # 三大主导产业产值增长31.9%: of these together

    def _parts_told(self, words: str, count: int) -> tuple[Subject, ...]:
        """The parts of the kind that 三大集群 counts, if the line before that named any named as many of them."""
        kind = next((kind for kind, pattern in _COUNTED_KINDS.items() if re.search(pattern, words)), "")
        lines: dict[int, list[Subject]] = {}
        for draft in self.reading.drafts if kind else ():
            subject = Subject(**{kind: getattr(draft.subject, kind)})
            told = lines.setdefault(draft.sentence.line, [])
            if subject != Subject() and subject not in told:
                told.append(subject)
        last = next((told for line, told in sorted(lines.items(), reverse=True) if len(told) > 1), [])
        return tuple(last) if len(last) == count else ()

    def _is_topic(self, place: int) -> bool:
        """围绕装备制造, 以纺织、锂业为主导产业: the name is spoken of, but no figure is its own."""
        tokens, first = self.line.tokens, place
        if tokens[place].value[0] == "firm" and all(t.kind == "noise" for t in tokens[:place]):
            return False
        while first > 1 and tokens[first - 1].kind == "and" and tokens[first - 2].kind == "name":
            first -= 2
        before = tokens[first - 1] if first else None
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        helped = before is not None and before.kind == "word" and before.text.endswith(_HELPED)
        if before is not None and _TURNS_TO.search(self.line.sentence.plain[:tokens[first].start]) and first == place:
            self.line.clause.words = [w for w in self.line.clause.words if w != before.text]
            return False
        if helped and self.line.clause.words[-1:] == [before.text] and before.text in _HELPED:
            self.line.clause.words.pop()
        spoken = before is not None and (before.kind == "word" and not helped or before.text in ("以", "在", "该"))
        alone = first == place and (before is None or before.kind in ("comma", "period", "noise", "park") and before.text not in "()")
        if alone and follower is not None and follower.kind == "word" and not _ENDS_A_TOPIC.match(follower.text):
            self.line.fresh_name, self.line.names = False, []
            return False  # 生物医药产业势头强劲,1-5月产值31亿元: of whom the sentence speaks
        if before is not None and before.kind == "word" and not helped and follower is not None and follower.kind in ("verb", "indicator", "amount", "respectively", "reach"):
            self.line.clause.words.append(before.text + tokens[first].text)  # 肉|制品: perhaps another name, so in doubt
            return False
        if spoken or (follower is not None and follower.kind == "word"):
            self.line.fresh_name, self.line.names = False, []
            other = self.reading.subject not in (Subject(), Subject(**{tokens[place].value[0]: tokens[place].value[1]}))
            self.reading.vague_subject |= other and first == place  # 东区税收3亿元,围绕西区…: of whom the rest is, is not said
            if first != place:  # 东区、西区|成为…: the first of them is spoken of like the last
                self._subject(self.line.before_names)
                self.reading.vague_subject = not spoken
            return follower is None or follower.kind in ("word", "and", "comma", "plain", "group") or spoken
        return False

    def _is_object(self, place: int) -> bool:
        """协助东区引进项目20个, 完成东区500亩征地: what is done for a name, or what the name belongs to, is no figure of what follows the comma."""
        tokens = self.line.tokens
        before, follower = (tokens[at] if 0 <= at < len(tokens) else None for at in (place - 1, place + 1))
        if before is None or len(self.line.names) > 1:
            return False
        return before.text.endswith((*_HELPED, *_BROUGHT)) or before.text.endswith(_DONE) and follower is not None and follower.kind == "amount"

    def _subject(self, subject: Subject) -> None:
        reading = self.reading
        reading.vague_subject = False
        reading.subject, reading.unknown_subject = subject, ""
        if subject.area and not (self.line and self.line.of_which) or subject.firm:
            self._park_again()  # 全市…,其中北片: a part of the city's, as its industries are
        for kind in ("area", "cluster", "firm"):
            if getattr(subject, kind):
                self._remember(kind, subject)
        reading.of_which_subject = self.line is not None and self.line.of_which and subject != Subject()
        reading.heading_subject = _rank(self.line.sentence) if self.line is not None and subject != Subject() else 0
        reading.old_subject = reading.colon_subject = False

    def _end_of_section(self, sentence: Sentence) -> None:
        """(一)东片 … (二)西片 … (三)保障: another heading of the rank that named a part ends with its section."""
        rank = _rank(sentence)
        if rank and rank <= self.reading.heading_subject:
            self._subject(Subject())

    def _age_subject(self, sentence: Sentence) -> None:
        """A new line is of the park again unless it names a part; a heading's name holds for its section.

        Where a line began with a name and a colon, the lines below may belong to it too: they are read as the park's, in doubt.
        """
        reading = self.reading
        reading.vague_subject &= not sentence.opens
        reading.outer = "" if sentence.opens else reading.outer
        if re.match(r"[一二三四五六七八九十]是(?!\d)", sentence.plain) and not reading.heading_subject:
            reading.subject = Subject()  # 二是…: another matter, of the park again
        if sentence.opens and reading.subject != Subject() and not reading.heading_subject:
            reading.subject, reading.old_subject = Subject(), reading.colon_subject

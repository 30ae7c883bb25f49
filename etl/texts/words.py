"""The rules for words that change what follows: periods, names, hedges, and the marks of a clause."""

from __future__ import annotations

import re

from park.locale import _

from . import context
from .finder import count_of
from .model import Sentence, Token
from .names import heading_of
from .state import Clause, Subject

_FOUNDED = "成立|设立|创建|始建|建园|获批|批准|批复|挂牌|升格|晋升|认定|更名|组建"


def _of_an_event(plain: str, token: Token) -> bool:
    """于2004年被收购后, 成立于2006年, 2010年获批: when something happened once."""
    if re.search(rf"(?:{_FOUNDED})于$", plain[:token.start]) or re.match(rf"[^,。;\d]{{0,6}}(?:{_FOUNDED})", plain[token.end:]):
        return True
    return plain[max(0, token.start - 1):token.start] == "于" and bool(re.match(r"[^,。;\d]*后(?:,|$)", plain[token.end:]))


class WordRules:
    """One method per kind of token; each takes the token's place and the token."""

    def _on_comma(self, place: int, token: Token) -> None:
        clause = self.line.clause
        self.line.secured |= clause.secure
        self.line.strived |= clause.strive
        if token.text == "(":
            self.line.outer = (self.line.pending, self.line.used, self.line.last, self.line.pending_at)
            self.line.around = self.reading.subject
        elif token.text == ")" and self.line.outer:
            self.line.pending, self.line.used, self.line.last, self.line.pending_at = self.line.outer
            self.line.outer = None
            if self.reading.subject != self.line.around:
                self._subject(self.line.around)  # 新开工30个(东区15个、西区15个),竣工20个: a name in brackets ends with them
        if clause.words and self.line.pending and not self.line.used:
            self.line.gap = True
        bracketed = token.text == "(" and clause.due and place and self.line.tokens[place - 1].kind == "due"
        self.line.clause = Clause(due=True) if bracketed else Clause()  # 完成年度计划(25个)的52%

    def _on_word(self, place: int, token: Token) -> None:
        line = self.line
        line.clause.words.append(token.text)
        line.unknown = token.text
        if token.text[-1:] in "由从" or token.text in ("由", "从"):
            line.clause.start_level = True
        if line.pending and not line.used:
            line.blocked = token.text

    def _on_other(self, place: int, token: Token) -> None:
        line = self.line
        line.pending, line.last, line.unknown, line.blocked = [], [], token.text, token.text

    def _on_period(self, place: int, token: Token) -> None:
        line, frame = self.line, self.reading.frame
        line.same_period = token.value.kind in ("same", "before_last") or bool(token.value.period and token.value.period.year_offset)
        if line.same_period and frame.before is None:
            frame.before = frame.period
        if line.clause.start_level or _of_an_event(line.sentence.plain, token):
            return
        context.hear(frame, token.value)
        line.fresh_period = True
        if frame.period:
            chained = place > 1 and line.tokens[place - 1].kind == "and" and line.tokens[place - 2].kind == "period"
            line.periods = [*line.periods, frame.period] if chained else [frame.period]

    def _on_name(self, place: int, token: Token) -> None:
        line = self.line
        kind, name = token.value
        before = line.tokens[place - 1] if place else None
        subject = Subject(**{kind: name})
        if before and before.kind == "name" and before.value[0] == "area" and kind == "cluster" and line.names:
            line.names[-1] = Subject(area=line.names[-1].area, cluster=name)
        elif before and before.kind == "and" and place > 1 and line.tokens[place - 2].kind == "name" and line.names:
            line.names.append(subject)
        else:
            line.names = [subject]
        line.fresh_name, line.listed, line.stranger = True, 0, ""
        if line.names[-1] != Subject():
            self.reading.named[kind] = line.names[-1]
        if self._is_topic(place):
            return
        self._subject(line.names[-1])
        self.reading.colon_subject = place == 0 and line.sentence.opens and len(line.tokens) == 2 and line.tokens[1].text == ":"

    def _on_park(self, place: int, token: Token) -> None:
        if place > 1 and self.line.tokens[place - 1].kind == "noise" and self.line.tokens[place - 2].kind == "name":
            return  # 工业区四期工业园工程: a phase of a zone's works
        if self.line.sentence.plain[:token.start].endswith(("拉动", "下拉", "拉低", "拉高", "占")):
            return  # 下拉全园1.4个百分点: what it means to the park, not a figure of the park
        self.line.names, self.line.fresh_name, self.line.stranger = [], False, ""
        self._subject(Subject())

    def _on_outside(self, place: int, token: Token) -> None:
        self.line.clause.outside = token.text

    def _on_target(self, place: int, token: Token) -> None:
        words, clause, tokens = self.vocabulary.words, self.line.clause, self.line.tokens
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.text in words["target_noun"] and (follower is None or follower.text == ","):
            return  # 根据工作计划,…: a plan is mentioned, nothing is planned
        clause.secure |= token.text in words["secure"]
        clause.strive |= token.text in words["strive"]
        context.hedge(self.reading.frame, context.TARGET)

    def _on_forecast(self, place: int, token: Token) -> None:
        context.hedge(self.reading.frame, context.FORECAST)

    def _on_growth(self, place: int, token: Token) -> None:
        self.line.clause.growth, self.line.clause.growth_start = token.value, token.start

    def _on_base(self, place: int, token: Token) -> None:
        self.line.clause.base = token.value

    def _on_share(self, place: int, token: Token) -> None:
        self.line.clause.share = True

    def _on_difference(self, place: int, token: Token) -> None:
        self.line.clause.difference = True

    def _on_completion(self, place: int, token: Token) -> None:
        self.line.clause.completion = True

    def _on_each(self, place: int, token: Token) -> None:
        self.line.clause.each = True

    def _on_condition(self, place: int, token: Token) -> None:
        self.line.condition = True

    def _on_again(self, place: int, token: Token) -> None:
        """该产业, 该公司: the part that was named last."""
        kind = "firm" if token.text.endswith(("企业", "公司", "厂")) else "cluster" if "产业" in token.text or token.text.endswith("集群") else "area"
        if subject := self.reading.named.get(kind):
            self._subject(subject)

    def _on_group(self, place: int, token: Token) -> None:
        """四大产业…依次为: as many names as were listed last."""
        listed, line = self.reading.listed, self.line
        count = re.search(r"[一二两三四五六七八九十]|\d+", token.text)
        if count and len(listed) > 1 and count_of(count[0]) == len(listed) and not line.names:
            line.names, line.fresh_name, line.listed = list(listed), True, 0

    def _on_due(self, place: int, token: Token) -> None:
        self.line.clause.due = True
        tokens, frame = self.line.tokens, self.reading.frame
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        if frame.measure == context.TARGET and frame.year and token.text.startswith(("全年", "年度")) and (follower is None or follower.kind == "comma" and follower.text == ","):
            frame.period = context.whole_year(frame.year)  # 咬定全年目标,…: the targets behind it are the year's

    def _on_verb(self, place: int, token: Token) -> None:
        self.line.clause.verb = True
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _on_reach(self, place: int, token: Token) -> None:
        self.line.clause.reach = self.line.clause.verb = True
        clause = self.line.clause
        clause.growth = clause.growth if clause.start_level else None  # 增速由8.2%提高到11.6% is a growth of 11.6%
        clause.difference = clause.start_level = False

    def _on_plain(self, place: int, token: Token) -> None:
        tokens = self.line.tokens
        follower = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        seen = re.match(r"[^,;]{0,14}看(?:,|$)", self.line.sentence.plain[token.end:])  # 从1-9月完成情况看
        if token.text in ("由", "从", "由原有") and follower in ("amount", "period", "plain") and not seen:
            self.line.clause.start_level = True
        if token.text == "到":
            self.line.clause.start_level = False
        if token.text in self.vocabulary.words["standing"]:
            context.stand(self.reading.frame)

    def _on_respectively(self, place: int, token: Token) -> None:
        self.line.respectively, self.line.listed = True, 0

    def _on_of_which(self, place: int, token: Token) -> None:
        self.line.of_which = True

    def _on_noise(self, place: int, token: Token) -> None:
        if token.value == "digits that cannot be read":
            self._leave(token, _("the digits are damaged"))
            self.line.used, self.line.last = True, []

    def _is_topic(self, place: int) -> bool:
        """围绕装备制造, 以纺织、锂业为主导产业: the name is spoken of, but no figure is its own."""
        tokens, first = self.line.tokens, place
        if tokens[place].value[0] == "firm" and all(t.kind == "noise" for t in tokens[:place]):
            return False
        while first > 1 and tokens[first - 1].kind == "and" and tokens[first - 2].kind == "name":
            first -= 2
        before = tokens[first - 1] if first else None
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        spoken = before is not None and (before.kind == "word" or before.text in ("以", "在", "该"))
        if before is not None and before.kind == "word" and follower is not None and follower.kind in ("verb", "indicator", "amount", "respectively", "reach"):
            self.line.clause.words.append(before.text + tokens[first].text)  # 肉|制品: perhaps another name, so in doubt
            return False
        if spoken or (follower is not None and follower.kind == "word"):
            self.line.fresh_name, self.line.names = False, []
            return follower is None or follower.kind in ("word", "and", "comma", "plain", "group") or spoken
        return False

    def _subject(self, subject: Subject) -> None:
        reading = self.reading
        reading.subject, reading.unknown_subject = subject, ""
        for kind in ("area", "cluster", "firm"):
            if getattr(subject, kind):
                reading.named[kind] = subject
        reading.of_which_subject = self.line is not None and self.line.of_which and subject != Subject()
        reading.heading_subject = self.line is not None and subject != Subject() and heading_of(self.line.sentence.plain) is not None and self.line.sentence.opens
        reading.old_subject = reading.colon_subject = False

    def _age_subject(self, sentence: Sentence) -> None:
        """A new line is of the park again unless it names a part; a heading's name holds for its section.

        Where a line began with a name and a colon, the lines below may belong to it too: they are read as the park's, in doubt.
        """
        reading = self.reading
        if sentence.opens and reading.subject != Subject() and not reading.heading_subject:
            reading.subject, reading.old_subject = Subject(), reading.colon_subject

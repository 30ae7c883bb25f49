"""The rules that tie a figure to the name of an indicator: names before it, names behind it, names that are others."""

from __future__ import annotations

import re

from park.locale import _

from . import context
from .amounts import is_rate
from .far_anchors import BY_KIND, FarAnchorRules
from .model import Token
from .name_rules import may_be_somebody
from .state import Clause

_LEFT_UNDONE = re.compile(r"(?:已|均|都|仍|还|至今|因|由于)*(?:未|没有?|不能|无法|滞后|停滞|超过|逾期|延期|迟迟|受阻|尽快|尽早|早日|抓紧|及早)")  # 2个签约项目仍未动工: some of them

_ALREADY = re.compile(r",(?:截至|到)?(?:目前|至今|现在)?(?:实际|已经?|现已|累计已|已累计)(?:完成|实现|引进|到位|达到|开工|新开工|投产|落实|盘活)了?$")


class AnchorRules(FarAnchorRules):
    """Indicators as they are met, and the indicator of an amount."""

    def _on_indicator(self, place: int, token: Token) -> None:
        line, clause = self.line, self.line.clause
        if place == line.consumed:
            return
        before = line.tokens[place - 1] if place else None
        if self._is_denominator(place):
            return
        stranger = self._stranger(before)
        ratio = self.catalogue.indicators[token.value]
        if token.text.startswith(("园区", "全区", "全园")) and (before is None or before.kind != "name"):
            self._on_park(place, token)  # 园区企业拥有专利35项: the park is said by the name
        if stranger and self.reading.subject.firm and ratio.unit == "%" and before.kind == "word":
            stranger = ""  # 碳酸锂国内市场占有率: a firm's ratio for one of its products, in doubt because of the word
        if stranger:
            line.outer_code = token.value if clause.outside and clause.outside == stranger else ""
            line.pending, line.last, line.unknown, line.blocked = [], [], stranger + token.text, stranger
            line.stranger = stranger if before.kind == "word" and len(stranger) > 3 else ""
            if before.kind == "word" and self._begins_sentence(place - 1) and may_be_somebody(before.text, self.vocabulary.words):
                self.reading.unknown_subject = before.text  # 华域智家产值…,税收1亿元: somebody's whom nobody knows
            return
        if line.return_to and not line.fresh_period:
            self.reading.frame.period = line.return_to  # 新开工项目40个,一季度12个;竣工投产项目30个: of the year again
        code = self._of_these_firms(token)
        shared = "" if code else self._shared_ending(place, token)
        if shared:
            line.pending = [shared]
        elif code or not self._lists_on(place):
            clause.firms_first = not code and self._counts_firms(clause) and not line.last
            line.pending = []
        line.pending.append(code or token.value)
        line.pending_at, line.used, line.blocked, line.gap, line.listed = place, False, "", False, 0
        line.fresh_period, clause.growth, clause.share = False, None, False
        line.grown = None

    def _begins_sentence(self, place: int) -> bool:
        """True for the first word of a sentence, behind a number, a time or an opening word."""
        return all(t.kind in ("noise", "period", "comma", "of_which", "plain") for t in self.line.tokens[:place])

    def _is_denominator(self, place: int) -> bool:
        """占全部工业总产值的90.1%: what a share is of, no name for the figures that follow."""
        tokens = self.line.tokens
        while place and tokens[place - 1].kind in ("plain", "park", "outside", "period", "name"):
            place -= 1
        return bool(place) and tokens[place - 1].kind == "share" and tokens[place - 1].text in ("占", "贡献")

    def _counts_firms(self, clause: Clause) -> bool:
        """规上企业实现利润: the figure may be that of these firms only."""
        pending = self.line.pending
        return bool(pending) and (clause.verb or bool(self.line.blocked)) and not self.line.used and self.catalogue.indicators[pending[-1]].unit == "家"

    def _of_these_firms(self, token: Token) -> str:
        """规模以上工业企业完成总产值, 57家规上企业完成产值: the output of these firms, an indicator of its own; "" where the catalogue has none."""
        line = self.line
        if not (line.pending and line.pending[-1] == "above_scale_firms" and line.clause.verb and not line.blocked):
            return ""
        if line.used and any(t.kind == "comma" for t in line.tokens[line.pending_at:line.tokens.index(token)]):
            return ""
        names = (f"{start}{token.text}" for start in ("规上工业", "规上", "规模以上工业"))
        return next((code for name in names if (code := self.vocabulary.indicators.get(name))), "")

    def _stranger(self, before: Token | None) -> str:
        """The words directly before an indicator's name that make it another indicator; "" for none."""
        if before is None:
            return ""
        if before.kind == "word" and before.text.endswith("等"):
            return ""  # 水、电、路等基础配套工程: kinds of what the name says
        if self._works_of_a_name(before):
            return ""
        if before.kind == "word" and before.text in ("其", "而其", "它", "他们"):
            self.line.clause.words = self.line.clause.words[:-1]
            return ""  # 其税收达4100万元: of the one spoken of
        if before.kind in ("word", "outside", "other"):
            return before.text
        if before.kind == "indicator":
            return before.text
        return self.line.clause.outside if self.line.clause.outside and before.kind != "comma" else ""

    def _works_of_a_name(self, before: Token) -> bool:
        """创业区二期改造工程开发面积: the works of a zone, read as the zone's and put in doubt."""
        line = self.line
        at = line.tokens.index(before)
        while at and line.tokens[at - 1].kind in ("noise", "park"):
            at -= 1
        return before.kind == "word" and before.text.endswith(("工程", "项目")) and at > 0 and line.tokens[at - 1].kind == "name"

    def _shared_ending(self, place: int, token: Token) -> str:
        """新开工、竣工投产项目: the code of the first half, whose ending stands with the second only; "" for none."""
        line = self.line
        ending = next((e for e in ("项目", "企业", "土地") if token.text.endswith(e)), "")
        if not ending or place < 2 or line.tokens[place - 1].kind != "and" or line.used:
            return ""
        plain, stop = line.sentence.plain, line.tokens[place - 1].start
        for start in range(max(0, stop - 8), stop - 1):
            code = self.vocabulary.indicators.get(plain[start:stop] + ending)
            if code and not (start and plain[start - 1].isalnum() and self._inside_word(start)):
                line.clause.words = [w for w in line.clause.words if w not in plain[start:stop]]
                return code
        return ""

    def _inside_word(self, start: int) -> bool:
        """True for a place in the middle of an unknown word."""
        return any(t.kind == "word" and t.start < start < t.end for t in self.line.tokens)

    def _lists_on(self, place: int) -> bool:
        """税收、利润分别…: the indicator continues a list of names that have no figure yet."""
        line = self.line
        if line.used or not line.pending:
            return False
        between = line.tokens[line.pending_at + 1:place]
        return bool(between) and all(t.kind == "and" or (t.kind == "plain" and len(t.text) > 1) for t in between) and any(t.kind == "and" for t in between)

    def _indicator_of(self, place: int, token: Token) -> tuple[str, str, str]:
        """(code, rule, doubt) of an amount; ("", "", reason) where no known indicator stands with it."""
        line = self.line
        before = self._before(token)
        if before[0] and not line.used:
            return before
        behind = self._inside(token) or self._behind(place, token)
        if behind:
            return behind
        if other := self._shared_beginning(place, token) or self._modified(place, token) or self._ground(token):
            return other
        if topic := self._of_the_topic(token):
            line.pending, line.used = [topic], False
            return topic, "indicator that the line begins with", ""
        if self._goes_on(token):
            line.pending, line.used = [self.reading.last_code], False
            return self.reading.last_code, "other period, from the clause before", ""
        if not line.pending and not line.blocked and not line.clause.words and line.fresh_name and (line.of_which or line.sentence.number > 1):
            code = self.reading.last_code
            near = line.of_which or self.reading.after_semicolon or self.reading.one_indicator and BY_KIND.match(line.sentence.plain) or self.reading.one_indicator and not line.sentence.opens
            if code and near and self.measures.fits(code, token.value):
                line.pending, line.used = [code], False
                return code, "of which, from the sentence before", ""
        return before

    def _of_the_topic(self, token: Token) -> str:
        """（二）税收。全区全年不低于12.6亿元: park, zone, time and verb alone go on with what the line is about; "" for none."""
        line, topic = self.line, self.reading.topic
        if not topic or line.pending or line.blocked or line.clause.words or not self.measures.fits(topic, token.value):
            return ""
        bare = all(t.kind in ("period", "verb", "plain", "reach", "of_which", "park", "name", "target", "forecast", "comma") for t in line.tokens if t.end <= token.start)
        return topic if bare else ""

    def _goes_on(self, token: Token) -> bool:
        """…88.6亿元;9月份完成10.3亿元: behind a semicolon a period and a verb alone go on with the same indicator."""
        line, reading = self.line, self.reading
        before = [t for t in line.tokens if t.end <= token.start]
        bare = all(t.kind in ("period", "verb", "plain", "reach", "of_which", "forecast", "target") or t.kind == "comma" and line.of_which for t in before)
        if bare and any(t.text == "累计" for t in before) and not line.fresh_period and reading.after_semicolon:
            line.fresh_period = context.cumulate(reading.frame)
        near = reading.after_semicolon or reading.one_indicator and not line.sentence.opens
        return bool(bare and line.fresh_period and reading.last_code and near) and self.measures.fits(reading.last_code, token.value)

    def _before(self, token: Token) -> tuple[str, str, str]:
        line, clause = self.line, self.line.clause
        if line.pending and self._beside_target(token):
            clause.words, line.blocked = [], ""
            return line.pending[-1], "actual beside its target", ""
        if not line.pending:
            return "", "", _("no known indicator ({words})").format(words=line.unknown or "—")
        code = self.measures.by_unit(line.pending[-1], token.value)
        if line.blocked and not line.used and self.measures.fits(code, token.value) and self._part_by_part(token):
            clause.words, line.blocked = [], ""
            return code, "indicator, then part by part", ""
        if line.blocked and not line.used:
            behind = line.tokens[line.tokens.index(token) + 1:][:1]
            ends = not behind or behind[0].kind in ("comma", "and", "base", "growth", "period")
            if line.gap and ends and clause.verb and not clause.words and self.measures.fits(code, token.value):
                return code, "name, then figure in the next clause", _("words not understood between name and figure: {words}").format(words=line.blocked)
            return "", "", _("words not understood between name and figure: {words}").format(words=line.blocked)
        if not self.measures.fits(code, token.value):
            return "", "", _("the unit {unit} does not fit {indicator}").format(unit=token.value.unit, indicator=self.catalogue.indicators[code].name_zh)
        if line.used:
            return self._again(code)
        return code, "name, then figure", ""

    def _part_by_part(self, token: Token) -> bool:
        """税收完成情况:东区2亿元,西区1亿元: of what the sentence speaks, then parts with nothing but a figure each."""
        tokens, at = self.line.tokens, self.line.tokens.index(token)
        pairs = [i for i in range(self.line.pending_at, len(tokens) - 1) if tokens[i].kind == "name" and tokens[i + 1].kind == "amount" and not is_rate(tokens[i + 1].value, tokens[i + 1].text)]
        return len(pairs) > 1 and pairs[0] == at - 1 and all(tokens[i - 1].kind in ("comma", "and", "of_which") for i in pairs) and not self.line.clause.words

    def _beside_target(self, token: Token) -> bool:
        """目标值2.4亿元,实际值2.52亿元: the actual figure of the same name."""
        said = re.search(r"实际(?:完成)?值(?:为|:)?$", self.line.sentence.plain[:token.start])
        last, frame = self.reading.drafts[-1] if self.reading.drafts else None, self.reading.frame
        done = re.search(r",(?:(?:截至|到)?目前|至今|截至现在)?(?:实际|已经?|现已|累计已?|已累计)?(?:完成|实现|引进|到位|达到|开工|新开工|投产)了?$|,实际$", self.line.sentence.plain[:token.start]) and frame.measure == context.ACTUAL
        if done and last and last.sentence is self.line.sentence and last.measure == frame.excursion == context.TARGET and last.rule in ("name, then figure", "target beside completion") and last.code == self.line.pending[-1] \
                and self.measures.fits(last.code, token.value):
            frame.excursion, frame.period = "", frame.before or frame.period
            return True  # 税收目标3亿元,实际完成3.2亿元
        aim = last and last.sentence is self.line.sentence and last.measure == context.TARGET == frame.measure and last.code == self.line.pending[-1] and frame.excursion in ("", context.ACTUAL)
        if aim and _ALREADY.search(self.line.sentence.plain[:token.start]) and self.measures.fits(last.code, token.value):
            context.tell_so_far(frame)
            return True  # 今年目标引进项目50个,目前已引进12个
        return bool(said and last and last.rule == "target beside completion" and last.sentence is self.line.sentence
                    and self.measures.fits(self.line.pending[-1], token.value))

    def _again(self, code: str) -> tuple[str, str, str]:
        """A second figure of one indicator: for another name or another period only."""
        line, clause = self.line, self.line.clause
        if clause.words or line.blocked:
            return "", "", _("no known indicator ({words})").format(words=line.unknown or "—")
        if line.fresh_name:
            return code, "same indicator, next name", ""
        if line.fresh_period:
            return code, "same indicator, other period", ""
        last = line.last[-1] if line.last else None
        if last and last.code == code and last.measure == context.FORECAST and (clause.strive or clause.secure):
            self.reading.frame.excursion = context.TARGET
            return code, "forecast, then target", ""  # 预计完成4.1亿元,力争4.2亿元
        return "", "", _("a second figure without a name of its own")

    def _behind(self, place: int, token: Token) -> tuple[str, str, str] | None:
        """14家规模以上企业: the figure stands before the name."""
        line = self.line
        at = place + 1
        while at < len(line.tokens) and (line.tokens[at].kind in ("plain", "period", "noise") or self._other_measure(token, line.tokens[at])):
            at += 1
        follower = line.tokens[at] if at < len(line.tokens) else None
        if follower is None or follower.kind != "indicator":
            return None
        code = self.measures.by_unit(follower.value, token.value)
        single = token.value.value == 1 and not token.text[0].isdigit()
        if single or _LEFT_UNDONE.match(line.sentence.plain, follower.end) or not self.measures.fits(code, token.value) or self._has_own_figure(at):
            return None
        for passed in line.tokens[place + 1:at]:
            if passed.kind == "period":
                context.hear(self.reading.frame, passed.value)
        line.pending, line.pending_at, line.blocked, line.consumed = [code], at, "", at
        return code, "figure, then name", ""

    def _inside(self, token: Token) -> tuple[str, str, str] | None:
        """未开工的13家企业: the figure stands inside the name."""
        line = self.line
        plain = line.sentence.plain
        noun = re.match(r"企业|项目", plain[token.end:])
        if not noun or self.vocabulary.indicator_pattern.match(plain, token.end):
            return None
        for start in range(max(0, token.start - 9), token.start - 2):
            code = self.vocabulary.indicators.get(plain[start:token.start] + noun[0])
            if code and self.measures.fits(code, token.value):
                line.clause.words = [w for w in line.clause.words if plain[start:token.start] not in w]
                line.pending, line.blocked = [code], ""
                return code, "figure inside its name", ""
        return None

    def _shared_beginning(self, place: int, token: Token) -> tuple[str, str, str] | None:
        """拆迁农户900户、房屋10万平方米, 新开工项目30个、竣工投产25个: names that share their beginning or their end."""
        line = self.line
        word = line.tokens[place - 1] if place > 1 else None
        if word is None or word.kind != "word" or line.tokens[place - 2].kind != "and":
            return None
        first = next((t.text for t in reversed(line.tokens[:place - 1]) if t.kind == "indicator"), "")
        endings = [word.text + end for end in ("项目", "企业", "土地") if first.endswith(end)]
        for name in (*(first[:length] + word.text for length in (2, 3, 4) if len(first) > length), *endings):
            code = self.vocabulary.indicators.get(name)
            if code and self.measures.fits(code, token.value):
                line.clause.words = [w for w in line.clause.words if w != word.text]
                line.pending, line.blocked = [code], ""
                return code, "names that share a part", ""
        return None

    def _other_measure(self, token: Token, following: Token) -> bool:
        """4.2万平方米的六栋标准厂房: two figures of one name, an area and a number."""
        return following.kind == "amount" and bool(token.value.unit) and following.value.unit != token.value.unit and not is_rate(following.value, following.text)

    def _has_own_figure(self, at: int) -> bool:
        for token in self.line.tokens[at + 1:]:
            if token.kind == "amount":
                return not is_rate(token.value, token.text)
            if token.kind not in ("verb", "reach", "plain", "target"):
                return False
        return False

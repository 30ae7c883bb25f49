"""A sentence as tokens. Kinds and their values:

period (Found of recognise, or a word of prose: see times.py) · name (kind, name) · park · outside · indicator (code) · other (a noun
of figures that the catalogue does not have, such as a size class) · amount (Amount) · rate (growth said in one word: 翻一番, 持平) ·
growth (+1 or -1) · base ("last" or "other": what a growth is measured against) · due (年度任务) · difference · share · completion ·
each (每月) · verb · reach · target · forecast · of_which · respectively · plain · group (三大产业) · again (该产业) · former (前者, 后两者) · speaker (负责人说) · others (其他行业) · condition (标准为) · and · comma · stop · noise (reason) ·
word (anything unknown).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .amounts import amount_at, is_rate
from .firm_names import APPOSED, SPEAKER
from .model import Amount, Token
from .names import Known
from .times import times_in
from .vocabulary import Vocabulary, alternation

_CN = "一二三四五六七八九十"
_NOISE = (
    ("a dash or a bullet", r"[-~]{2,}|^[-·•●○■□◆◇★☆▲►▶*#>]+(?![\d.]*(?:亿|万|个|家|%))"),
    ("a list number", rf"^(?:[{_CN}]{{1,3}}[、.,]|\([{_CN}\d]{{1,3}}\)[、.]?|\d{{1,2}}[.、)](?!\d)|[①-⑳][、.]?|第[{_CN}\d]{{1,3}}[章节篇部][分]?[:、]?)"),
    ("a list number", rf"(?<![{_CN}])[{_CN}]是(?=[^\d])"),
    ("a number of a document", r"\(?\(?(?:19|20)\d\d\)?\)\d+号?|[\((]\d{4}[\))]\d*号?|\d+号(?:文件?)?"),
    ("a telephone number", r"\d{3,4}-\d{6,8}(?!\d)|(?<![\d.])1\d{10}(?!\d)"),
    ("a time of day or a length of time", r"\d{1,2}:\d\d(?::\d\d)?(?:-\d{1,2}:\d\d)?|(?:\d+|[一二两三四五六七八九十]+)(?:-\d+)?个?(?:小时|分钟|工作日|多?天|周年|周|岁|时(?=前|至|到|起)|刻钟|昼夜)(?:以内|内|左右)?"),
    ("a rank or an ordinal", rf"第\s?(?:\d+|[{_CN}百]+)(?:位|名|条|批|次|期|届|款|项|个|号|标段|家|方阵)?|(?:前|列|居)(?:\d+|[{_CN}]+)(?:名|位|强)|(?<![\d.])\d+强(?!度)"),
    ("parts together", rf"(?:[{_CN}两]|\d)(?:个|大|条)(?:片区|园区|产业链|产业|板块|组团|集群)(?:中|里|看)(?=,)"),
    ("a cause", r"(?:主要)?(?:受|因|由于|得益于)[^,。;\d]{1,18}?(?:影响|带动|拉动|推动|支撑|制约|拖累|冲击|作用)(?=[,同增下上产有比较]|实现|完成)|(?:主要)?(?:因|由于|受)[^,。;\d]{2,12}?(?=同比|比上年|较上年|比去年|较去年|下降|增长|减少|回落|下滑|减产)"),
    ("percentage points", r"[\d.]+(?:-[\d.]+)?个?百分点|[一二两三四五六七八九十]+(?:点[一二三四五六七八九])?个百分点"),
    ("a voltage, width, speed or other size of a thing", r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?:千伏|万伏|kv|kV|KV|伏|毫米|厘米|mm|米宽|千瓦|兆瓦|公里/小时|迈|度(?!以)|℃|层|车道|分(?!别)|吨/日|立方米/日|级(?!以))|(?<=宽)\d+(?:\.\d+)?米"),
    ("a slogan", r"(?:突破|跨越|迈上|越过|跨上|站上|跨过|迈过|冲过|冲上|登上|跃上)?[\d.]*[十百千万]?亿元?(?:大关|台阶|关口|门槛)|(?:超|过)?[十百千万]?亿(?:级|元级|元?产业|元?集群|元?企业|元?园区|斤)"),
    ("a count of parts", rf"(?:[{_CN}两]|\d{{1,2}})(?:条主线|条战线|件实事|项工作|方面|个方面|种|步走|手抓|员|通一平|点一线|横|纵)"),
    ("a phase of a work", rf"(?:第?[{_CN}]|\d)期(?!间|末|以上)"),
    ("an order of a list", r"(?:由|从)(?:[高多大]到[低少小]|[低少小]到[高多大])(?:的?顺序)?(?:排列|排序|排名)?"),
    ("electricity", r"[\d.]+(?:亿|万)?(?:千瓦时|千瓦小时|度电|度)"),
)
_SIZE = re.compile(
    r"(?:(?:总|年|协议|固定资产)?(?:投资|产值|税收|纳税|销售收入|主营业务收入|营业收入|营收|税金|入库税收)(?:额|总额)?)?(?:在|超过|超|过|达到|达)?"
    r"(?:(?:\d+(?:\.\d+)?|[一二两三五十百千]+)?(?:千万|百万|万|亿)元)(?:及?以上|以下|级)?(?:的)?(?:固定资产投资|技改|投资|新|重大|重点|工业|产业|技改|制造业|规模|龙头|骨干|大)*(?:项目|企业|工程|纳税大户|大户|户)"
    r"|超(?:\d+|[十百千])?(?:千万|亿)元?(?:项目|企业|户)")
_SIZE_ALONE = re.compile(r"(?:(?:总?投资|计划投资)(?:额|总额)?)?(?:超过|超|过)?(?:亿|5000万|五千万)元(?:及?以上)?的?(?:共?有|达到?|共|项目数)?(?=\d+个(?!百))")
_BASE_LAST = r"(?:同比|比上年同期|较上年同期|比去年同期|较去年同期|比上年|较上年|比去年|较去年|与上年同期|与去年同期|与上年|与去年|同上年|同去年|较同期|比同期|按可比价格?计算|按可比口径计算|按?可比口径|按?同口径|按?可比价格?|同比口径)(?:相比)?[,]?"
_BASE_OTHER = (
    r"超(?:全年|年度|年初)?(?:预期)?(?:目标|任务|计划|预算)(?=[\d.]+(?:亿|万|个|家|户))|环比|年均|月均|平均每年|两年平均|比上月|较上月|比上季度?|较上季度?|比年初|较年初|比上年末|较上年末|比上年底|较上年底|比去年底|较去年底|比去年末|较去年末|比计划|较计划|比目标"
    r"|(?:低于|高于|快于|慢于|欠|滞后于?|落后于?|较|比|超过?(?!.{0,8}[\d.]+[亿万]))(?:年初|全年|年度)?(?:确定的?)?(?:预期目标|目标任务|目标|计划|预期|任务|时序进度|序时进度|时间进度)"
    r"|[比较](?:前年|\"?十[一二三四五]?五?\"?(?:期间|末|初|时期)?|[五三十]年前|建园初期)(?:末|底)?|高于|快于|低于|高出|领先|超过?(?=全市|全省|全县|时间进度|序时)|[高低快慢]于全[市省县]"
)
_BASE_YEAR = re.compile(r"[比较与](?P<year>(?:19|20)\d\d)年(?P<end>同期|末|底)?(?:相比)?")
_DUE = (
    r"(?:(?:年度|全年|年初|本年度|五年|五年规划|规划期?|\"?十[一二三四五]?五\"?(?:规划)?|年|全市下达|市里?下达的?|县里?下达的?|市定|县定|上级下达的?|责任书)(?:确定的?|下达的?|既定的?|制定的?|预期|责任|考核|确保)?(?:目标任务|任务目标|目标计划|计划任务|任务|目标|计划|预算|指标)(?:数|值|总额)?(?!责任|书|是|要|与|和|(?:(?<=计划)|(?<=目标))(?:完成(?!率|情况|数|进度|比)|实现|达到|引进|新|安排|投入|建成)))"
    r"|(?:今年|本年)(?:目标任务|任务|目标|计划)数?(?=\d)|目标任务数?|目标值|任务数|计划数|预期目标值|目标任务为|(?:完成|占|为|达|超)(?:年度?|全年)?(?:任务|目标|计划|预算)(?:数|的)?"
)
_RATE = {"翻番": 100, "翻一番": 100, "翻了一番": 100, "翻1番": 100, "实现翻番": 100, "翻两番": 300, "翻二番": 300, "翻了两番": 300, "翻三番": 700, "持平": 0, "基本持平": 0, "零增长": 0, "增长近一倍": None}
_EACH = r"(?:各|每一?个?)(?:片区|园区|组团|板块|功能区|分园|管理处|办事处|街道|乡镇|产业链|部门|科室)(?!内|对|要|[^,。;:\d]{0,12}(?:分别|依次|合计|共|累计|总计|完成情况))|每?(?:百|千|万|亿)元(?=产值|总产值|税收|增加值|工业|利润|销售|主营|投资)|每(?:个|半|两|十)?(?:年|月|季度?|周|天|旬|日|户|家|人|亩|个|名|次|批|天)"
_AGAINST = re.compile(r"(?:大约|约|就)?(?:是|为|相当于|达到?|接近|超过?)(?:了)?")
_MULTIPLE = re.compile(r"(?:同期|时期|期间|末|底|水平|总量|实绩)*的?(?:近|约|超)?[\d.一二两三四五六七八九十]+(?:点[\d一二三四五六七八九])?(?:多|余)?(?:倍|成[一二三四五六七八九半]?|%)(?:左右|以上|多)?")
_RANGE_START = re.compile(r"[由从]$")
_COMPARED = re.compile(r"较|比|低于|高于|快于|慢于|(?:与|同)(?=[^,。;]{2,12}?(?:相比|相当|持平))")


def _compiled(vocabulary: Vocabulary) -> tuple[tuple[str, object, re.Pattern], ...]:
    """(kind, value, pattern) in the order of trial, for what stands between periods, names, indicators and numbers."""
    w = vocabulary.pattern
    number_next = rf"(?=\d|[{_CN}百千两]|[xX*#]{{2}}|[约近超逾])"
    counts = rf"(?:等?(?:\d{{1,2}}|[{_CN}两])(?:大|个|条|家|户)?(?:主导|支柱|重点|特色|优势|新兴|骨干)?|等(?:大)?(?:主导|支柱|重点|特色|优势|新兴|骨干)?)"
    rules = (
        ("plain", None, r"由[负降跌亏减慢弱]转[正升涨盈增快强]|扭亏为盈|扭亏增盈|止跌(?:回升|企稳|转升|反弹)|企稳回升|转负为正|(?:增长|增速|增幅|降幅)最[快慢大小高低]|(?:实现|保持)?(?:两位数|较快|快速|平稳|恢复性)增长(?=[,;。]|$)"),
        ("reach", None, rf"(?:{w('reach')})(?:现有)?"),
        ("respectively", None, rf"(?:{w('respectively')})[为是]?"),
        ("difference", None, w("difference")),
        ("growth", 1, rf"(?:{w('up')})(?!到|至|值|了?[百千万]?级|点|极|势头|空间|动力|性|潜力|最快|方式)"),
        ("growth", -1, rf"(?:{w('down')})(?!到|至|税|费|速度)"),
        ("completion", None, w("completion")),
        ("share", None, w("share")),
        ("forecast", None, w("forecast")),
        ("target", None, rf"{w('target')}|[保争冲](?=\d)|(?:规划|纲要)(?:提出|确定|要求|设定|期末)?(?=到?(?:19|20)\d\d[年至到-]|达到|到)"),
        ("group", None, rf"{counts}(?:{w('group')})(?=分别|依次|实现|完成|产值|合计|占比|占|的|,|$|各|{vocabulary.indicator_pattern.pattern})|等(?:{_CN[0]}|[{_CN}两]|\d+)(?:家|户|个)(?:重点|骨干|龙头)?(?:企业|公司)|各(?:{w('group')})(?=[^,。;:\d]{{0,12}}(?:分别|依次))"),
        ("park", None, w("park")),
        ("outside", None, rf"{w('outside')}"),
        ("condition", None, w("condition")),
        ("of_which", None, w("of_which")),
        ("others", None, r"其[他余它](?:各)?(?:\d+[个家户])?(?:行业|产业链|产业|片区|企业|园区|公司|县区|地区)"),
        ("speaker", None, rf"{SPEAKER}[^,。;:\"]{{0,6}}?(?:说|介绍|告诉记者|告诉笔者|表示|透露|坦言|称|算了一笔账)"),
        ("again", None, r"我们?公司|本公司|公司|我厂|本厂|厂里|(?:该|此|这一|这个)(?:产业集群|产业链|产业|集群|片区|功能区|园区|开发区|高新区|经开区|工业园区?|产业园区?|区|企业|公司|厂|园|片)(?!域|内企业)"),
        ("former", None, r"[前后](?:[一两二三四])?者"),
        ("verb", None, rf"(?:{alternation(v for v in vocabulary.words['verb'] if len(v) > 1)})了?"),
        ("verb", None, rf"(?:{alternation(v for v in vocabulary.words['verb'] if len(v) == 1)})(?:了)?{number_next}"),
        ("plain", None, w("plain")),
    )
    return tuple((kind, value, re.compile(pattern)) for kind, value, pattern in rules)


_OTHER_PARKS = re.compile(rf"这?(?:\d+|[{_CN}]+)(?:个|家)(?:国家级?|省级|市级|省定|省属)(?:经济|技术|高新|产业|工业)*(?:开发区|经开区|高新区|园区|集聚区|集中区)(?!评|考核|中)")  # 49个国家级开发区
_FIRST = tuple((reason, re.compile(pattern)) for reason, pattern in _NOISE)
_BASES = (("last", re.compile(_BASE_LAST)), ("other", re.compile(_BASE_OTHER)))
_DUES, _EACHES, _RATES = re.compile(_DUE), re.compile(_EACH), re.compile(rf"(?:{alternation(_RATE)})")
_SIGNS = {**dict.fromkeys(",:()\"'，<>《》?", "comma"), **dict.fromkeys("、", "and"), "和": "and", "及": "and", "与": "and", "/": "and"}
_DAMAGED = re.compile(r"[A-Za-z]*\d[\dA-Za-z]*(?:[.,][\dA-Za-z]+)*")


class Tokeniser:
    """Cuts plain forms into tokens with the words of a vocabulary and the names that a text introduces."""

    def __init__(self, vocabulary: Vocabulary, known: Known):
        self.vocabulary, self.known = vocabulary, known
        self._rules = _compiled(vocabulary)
        self._group = re.compile(rf"(?<!\d)(?:\d|[{_CN}两])(?:大|个)(?:主导|支柱|重点|特色|优势|新兴)?(?:产业|片区|集群|园区|板块|组团|产业链)(?=[^,。;]{{0,16}}(?:分别|依次))")

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a plain form, from left to right, without gaps."""
        found: list[Token] = []
        times = times_in(text)
        place, word = 0, 0
        while place < len(text):
            token = self._at(text, place, times)
            if token is None:
                place += 1
                continue
            if word < place:
                found.append(Token("word", word, place, text[word:place]))
            found.append(token)
            place = word = token.end
        if word < len(text):
            found.append(Token("word", word, len(text), text[word:]))
        return _share_units(_grown(found))

    def _at(self, text: str, place: int, times: dict) -> Token | None:
        noise, name = self._noise(text, place, times), self._names(text, place)
        if noise and name and name.end > noise.end:
            return name  # 一期片: a zone, no phase of a work
        if noise and place in times and (times[place][0] > noise.end or noise.value == "a list number" and times[place][1].kind == "quarter"):
            noise = None  # 第三季度: no ordinal
        if token := noise or name or self._bases(text, place, times):
            return token
        if place in times:
            end, value = times[place]
            return Token("period", place, end, text[place:end], value)
        return self._parts(text, place) or self._measured(text, place) or self._word(text, place)

    def _noise(self, text: str, place: int, times: dict) -> Token | None:
        for reason, pattern in _FIRST:
            match = pattern.match(text, place)
            if match and match.end() > place and not self._longer_indicator(text, place, match.end()):
                return Token("noise", place, match.end(), match[0], reason)
        if match := self._multiple(text, place, times):
            return match
        match = _SIZE_ALONE.match(text, place)
        if match and not self.vocabulary.indicator_pattern.match(text, place):
            return Token("indicator", place, match.end(), match[0], "projects_over_50m" if "5000" in match[0] or "五千" in match[0] else "projects_over_100m")
        match = _SIZE.match(text, place)
        if match:
            whole = self.vocabulary.indicator_pattern.match(text, place)
            if not whole or whole.end() < match.end():
                code = self.vocabulary.indicators.get(match[0].replace("的", ""))
                return Token("indicator" if code else "other", place, match.end(), match[0], code)
        return None

    def _multiple(self, text: str, place: int, times: dict) -> Token | None:
        """是2020年的1.9倍, 相当于去年全年的八成: against another time, no figure and no growth."""
        lead = _AGAINST.match(text, place)
        end = lead.end() if lead else 0
        while end in times:
            end = times[end][0]
        share = _MULTIPLE.match(text, end) if lead and end > lead.end() else None
        return Token("noise", place, share.end(), text[place:share.end()], "a multiple of an earlier year") if share else None

    def _longer_indicator(self, text: str, place: int, end: int) -> bool:
        """亿元以上项目, 110kv变电站: the name of an indicator begins like a slogan or a size."""
        match = self.vocabulary.indicator_pattern.match(text, place)
        return match is not None and match.end() > end

    def _names(self, text: str, place: int) -> Token | None:
        apposed = APPOSED.match(text, place)
        firm = self.known.match(text, apposed.end()) if apposed else None
        if firm and firm[1][0] == "firm":
            return Token("name", place, firm[0], text[place:firm[0]], firm[1])  # 龙头企业华芯半导体
        match = self.known.match(text, place)
        return Token("park" if match[1][0] == "park" else "name", place, match[0], text[place:match[0]], match[1]) if match else None

    def _compared(self, text: str, place: int, end: int, value: str, times: dict) -> Token:
        """较1-8月, 比去年全年: the time that something is compared with is no time of a figure."""
        while end in times:
            stop, time = times[end]
            if not (value == "last" and time.period and time.period.basis in ("ytd", "month", "quarter")):
                value = "other"
            end = stop
        return Token("base", place, end, text[place:end], value)

    def _bases(self, text: str, place: int, times: dict) -> Token | None:
        match = _BASE_YEAR.match(text, place)
        if match and match.end() not in times:
            return Token("base", place, match.end(), match[0], "other" if match["end"] in ("末", "底") else int(match["year"]))
        if text[place] in "比较" and place + 1 in times and self._is_level(text, times[place + 1][0]):
            return Token("plain", place, place + 1, text[place])  # 比去年同期19.4亿元增长: a figure of that time
        for value, pattern in _BASES:
            match = pattern.match(text, place)
            if match and not amount_at(text, place):
                return self._compared(text, place, match.end(), value, times)
        match = _COMPARED.match(text, place)
        if match and match.end() in times:
            return self._compared(text, place, match.end(), "other", times)
        match = _DUES.match(text, place)
        if match and not self.vocabulary.indicator_pattern.match(text, place):
            return Token("due", place, match.end(), match[0])
        match = None if self.vocabulary.indicator_pattern.match(text, place) else _EACHES.match(text, place)
        return Token("each", place, match.end(), match[0]) if match else None

    def _is_level(self, text: str, place: int) -> bool:
        """An amount with a unit, no rate, perhaps behind 的."""
        start = place + (text[place:place + 1] == "的")
        amount = amount_at(text, start)
        return bool(amount and amount[1].value is not None and amount[1].unit and not is_rate(amount[1], text[start:amount[0]]))

    def _measured(self, text: str, place: int) -> Token | None:
        match = self.vocabulary.indicator_pattern.match(text, place)
        longer = self.vocabulary.indicator_pattern.match(text, place + 2) if match and match[0].startswith("园区") else None
        if longer and longer.end() > match.end():
            return Token("park", place, place + 2, "园区")
        if match:
            return Token("indicator", place, match.end(), match[0], self.vocabulary.indicators[match[0]])
        match = _RATES.match(text, place)
        if match:
            rate = _RATE[match[0]]
            return Token("rate", place, match.end(), match[0], None if rate is None else Amount(Decimal(rate), unit="%"))
        amount = amount_at(text, place)
        if amount:
            end, value = amount
            if not (value.unit == "" and value.value is not None and not text[place].isdigit() and text[place] not in "+-不超突约近逾"):
                return Token("amount", place, end, text[place:end], value)
        if text[place].isdigit():
            match = _DAMAGED.match(text, place)
            return Token("noise", place, match.end(), match[0], "digits that cannot be read")
        return None

    def _parts(self, text: str, place: int) -> Token | None:
        """三个片区, 四大产业: parts together, no count of anything; 49个国家级开发区: others."""
        counted = text[place] in f"{_CN}两这" or text[place].isdigit()
        if counted and (others := _OTHER_PARKS.match(text, place)):
            return Token("outside", place, others.end(), others[0])
        match = self._group.match(text, place) if counted else None
        return Token("group", place, match.end(), match[0]) if match else None

    def _word(self, text: str, place: int) -> Token | None:
        for kind, value, pattern in self._rules:
            match = pattern.match(text, place)
            if match and match.end() > place:
                return Token(kind, place, match.end(), match[0], value)
        kind = _SIGNS.get(text[place])
        return Token(kind, place, place + 1, text[place]) if kind else None


def _grown(tokens: list[Token]) -> list[Token]:
    """A single plain character, or a short verb, behind an unknown word belongs to that word (恒|达, 优惠政策|的)."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before and before.kind == "word" and (token.kind == "word" or _swallowed(token)):
            found[-1] = Token("word", before.start, token.end, before.text + token.text)
        else:
            found.append(token)
    return found


def _swallowed(token: Token) -> bool:
    return token.kind in ("plain", "and") and len(token.text) == 1 and token.text != "、" and token.text != "/"


def _share_units(tokens: list[Token]) -> list[Token]:
    """In a list the unit may stand at its end only: 44.1、30.7和21.6亿元 are all 亿元."""
    shared = list(tokens)
    for i in range(len(shared) - 3, -1, -1):
        a, link, b = shared[i:i + 3]
        if a.kind == b.kind == "amount" and (link.kind in ("and", "comma") and link.text in "、和及与," or link.text in ("争", "冲")) and not a.value.unit and a.value.value is not None and b.value.unit:
            shared[i] = replace(a, value=replace(a.value, unit=b.value.unit))
    return shared


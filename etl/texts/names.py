"""Names that a text introduces: its park, zones, clusters and firms. Names of the catalogue and learned ones come first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from park.catalogue import Catalogue

from .finder import Finder
from .firm_names import bounded
from .model import Sentence
from .siblings import Siblings
from .vocabulary import Vocabulary, alternation, plain

_TRADE = "经开|经济|工业|产业|科技|技术|高新技术|高新|集中|集聚|开发|化工|物流|装备|示范|创新|合作|循环|现代|综合|食品|智能|制造"
_PARK_NAME = re.compile(rf"[\u4e00-\u9fff*xX]{{0,14}}?(?:(?:{_TRADE})+(?:园区|新区|新城|园|区|城|基地)|园区|新区|新城)")
_SENTENCE = re.compile(r"[了的]|[有是在]了?第|第[一二三四五六七八九十]个|^(?:全[市省县州]|[我各])|成为|建成|打造|再添|迎来")
_PARK_TAIL = re.compile(rf"(?:(?:{_TRADE})+(?:园区|新区|新城|园|区|城|基地)|园区|新区|新城)$")
_PARK_KINDS = ("产业新城", "工业新城", "产业新区", "新城", "新区", "产业城", "科技城", "集聚区", "集中区", "示范区", "产业园区", "工业园区", "产业园", "工业园", "科技园", "物流园", "高新区", "经开区", "开发区", "工业城", "化工园")
_FIRMS_LEAD = re.compile(r"(?:从|在)?(?:重点|骨干|龙头|主要|规上|工业|纳税)+企业(?:中|里|方面|看)")
_SHORT = 12  # characters of a heading that names the kind of its section's parts (二、分行业看)
_FIRMS_CAPTION = re.compile(r"^(?:看|晒|数|说|聊)企业|(?:重点|骨干|龙头|主要)企业|^企业(?:方面|运行|生产|情况|发展|看)*$|^[园全本]区企业(?:情况|运行)?$")
_MARKS = re.compile(r"^(?:[-·•●○■□◆◇★☆▲►▶*#>【\[<(]+)|[】\]>)]+$")
_COUNTED = re.compile(r"^0?\d(?=[\u4e00-\u9fff]{2})(?![年月日亿万个家户亩季周天大])")  # 04看企业,谁最靓?
_ITEM = re.compile(r"^\(?\d{1,2}[.、)](?=\D)")  # 4.关于明年的打算
_CAPTION = 19  # characters of a line that may be a heading without a number
_NO_CAPTION = re.compile(r"[,;:。]|\d(?!\d{0,3}年)|[\d一二两三四五六七八九十](?:亿|万|个百分点|家|户|亩|项目)|^(?:单位|注|附|抄送|联系人|电话|主任|书记|同志们)")
_ABOUT_FIRMS = re.compile(r"(?:重点|骨干|龙头|主要|规上|亿元)企业|一企一[档策]")

_LOOKS_AT = re.compile(r"^(?:\d{1,2}[.、]?)?(?:[看观访]|走进|聚焦|关注)")
_TELLS = "方面|情况|运行|表现|发展|扫描|动态|之窗|聚焦|风采|动向|速递|快讯|一线|巡礼|经营|亮点|看点|点击|速览|对比|进展|目标|任务|指标|完成|分解|排名|生产|经济|主要|篇"
_SECTION = re.compile(
    rf"^(?:[看观访]|走进|聚焦|关注|各|分|按|从|主要|重点|骨干|龙头|特色|优势|主导|支柱|[两二三四五六七八九]个?大?)*(?:(?P<firm>企业)|(?P<area>片区|组团|板块|功能区|分园|区域|区块)|(?P<cluster>产业链|产业集群|产业|行业|集群))(?:{_TELLS})*(?:看)?(?:$|[,?:])")


class Known:
    """The names known in a text: plain name -> (kind, name as written). kind: park, area, cluster, firm."""

    def __init__(self, names: dict[str, tuple[str, str]]):
        self._names = {name: meaning for name, meaning in names.items() if len(name) > 1}
        self._pattern = re.compile(alternation(self._names)) if self._names else None

    def match(self, text: str, place: int) -> tuple[int, tuple[str, str]] | None:
        """(end, (kind, name)) of the name that begins at a place, with 产业, 片区 and the like behind it passed over."""
        match = self._pattern.match(text, place) if self._pattern else None
        if not match:
            return None
        meaning = self._names[match[0]]
        end = match.end()
        if meaning[0] == "cluster":
            behind = re.match(r"材料产业|产业集群|产业链|产业|集群|链(?!条)|行业|板块|业(?=[:,])", text[end:])
            end += behind.end() if behind else 0
        elif meaning[0] == "area" and match[0].endswith("片") and text[end:end + 1] == "区":
            end += 1  # 东城片, further on 东城片区
        return end, meaning


def names_in(sentences: tuple[Sentence, ...], title: str, catalogue: Catalogue, vocabulary: Vocabulary,
             learned: Iterable[tuple[str, str, str]] = ()) -> tuple[Known, str]:
    """(names known in this text, the park that its title names or "")."""
    names = _declared(catalogue, "\n".join(s.plain for s in sentences))
    names.update({plain(written): (kind, meaning) for kind, written, meaning in learned if kind in ("area", "cluster", "firm")})
    titled = park_in(title)
    park = titled or _park_of_body(sentences)
    names.update({own: ("park", park) for own in _own_words(park) | (set() if titled else set(_PARK_KINDS))})
    finder = Finder(vocabulary, names)
    names.update(finder.heads([words for s in sentences[1:] if (words := _head(s))]))
    kind = section = ""
    line_of_firms = False
    in_firms = about_firms = bool(_ABOUT_FIRMS.search(title))
    for sentence in sentences:
        if sentence.opens and heading_of(sentence.plain) is not None and (not about_firms or re.match(r"[一二三四五六七八九十]{1,2}、", sentence.plain)):
            in_firms = bool(re.search(r"^.{0,4}(?:重点|骨干|龙头|规上)?企业(?:运行|生产|情况|方面|发展)?", heading_of(sentence.plain) or "") and "重点" in sentence.plain[:8] or
                            re.search(r"(?:重点|骨干|龙头|主要)企业", (heading_of(sentence.plain) or "")[:14]))
        elif caption := caption_of(sentence):
            in_firms = about_firms or bool(_FIRMS_CAPTION.search(caption))
        about = _section_kind(sentence)
        if about is not None:
            in_firms |= about == "firm"
        if sentence.opens:
            line_of_firms = bool(_FIRMS_LEAD.match(sentence.plain))
        heading = sentence.opens and heading_of(sentence.plain) is not None
        section = "" if heading or about is not None or caption_of(sentence) else section
        kind, of_kind = finder.by_kind(sentence.plain, section if sentence.opens else kind, heading and len(sentence.plain) < _SHORT)
        section = kind if heading and len(sentence.plain) < _SHORT else section
        section = about if about in ("area", "cluster") else section
        found = {**finder.found(sentence.plain, in_firms or line_of_firms), **of_kind, **(finder.of_heading(heading_of(sentence.plain)) if heading else {})}
        names.update({name: (kind, _as_written(sentence, meaning)) for name, (kind, meaning) in found.items() if name not in names or names[name][0] != kind})
    by_place = Siblings(finder, vocabulary.indicator_pattern.pattern).found(sentences, names)
    names.update({name: (kind, _in_text(sentences, name)) for name, (kind, _name) in by_place.items()})
    return Known(names), park


def _section_kind(sentence: Sentence) -> str | None:
    """Of what kind the parts are that a section goes through (板块扫描, 企业之窗, 03 看片区,谁领跑?): area, cluster, firm, "" for a section of another matter; None for no heading."""
    words = heading_of(sentence.plain) if sentence.opens else None
    if words is None:
        words = caption_of(sentence) or (sentence.opens and _LOOKS_AT.match(sentence.plain) and _LOOKS_AT.sub("看", sentence.plain))
    if not words or re.search(r"\d", words):
        return None
    match = _SECTION.match(words)
    return next(kind for kind in ("firm", "area", "cluster") if match[kind]) if match else ""


def _in_text(sentences: tuple[Sentence, ...], name: str) -> str:
    return next((_as_written(sentence, name) for sentence in sentences if name in sentence.plain), name)


def _as_written(sentence: Sentence, name: str) -> str:
    """A name in the characters of its text, without the pinyin that a converter left between them."""
    at = sentence.plain.find(name)
    return "".join(sentence.text[place] for place in sentence.places[at:at + len(name)]) if at >= 0 else name


def park_in(title: str) -> str:
    """The park that a plain title names (青岚工业园区2024年工作计划), "" for none or a name that is only a kind."""
    match = _PARK_NAME.search(re.sub(r"(?:19|20)\d\d年(?:度)?|^(?:上|下)半年|\d+-\d+月|^在|关于|有关|中共|中国共产党|^(?:加快|推进|推动|加强|深化)", "", title))
    name = match[0] if match else ""
    if _SENTENCE.search(name):
        return ""  # 某市有了第二个…产业园: what happened, no name
    own = re.sub(r"(?:经开|经济|工业|产业|科技|技术|高新|集中|集聚|开发|化工|园区|园|区|城|新|县|市|镇)+$", "", name)
    return name if len(own) > 1 or re.search(r"[*xX]", own) else ""


def _park_of_body(sentences: tuple[Sentence, ...]) -> str:
    """The one park that clauses of a text begin with, twice or more, where its title names none; "" for none or several."""
    clauses = [clause for s in sentences for clause in re.split("[,:;|]", bounded(s.plain))]
    found = Counter(match[0] for clause in clauses if (match := _PARK_NAME.match(clause)) and park_in(match[0]) == match[0])
    often = [name for name, count in found.items() if count > 1 and name.endswith(("园区", *_PARK_KINDS))]
    return often[0] if len(often) == 1 else ""


def _own_words(park: str) -> set[str]:
    """What a text calls its park: 青龙产业新区 is also 产业新区, 新区 and 青龙新区; a park without a name by any word for parks."""
    if not park:
        return set(_PARK_KINDS)
    match = _PARK_TAIL.search(park)
    own, tail = (park[:match.start()], match[0]) if match else (park, "")
    kinds = {kind for kind in _PARK_KINDS if park.endswith(kind)}
    kinds |= {"高新区"} if "高新" in tail else set()
    kinds |= {"经开区"} if "经济" in tail and tail.endswith("开发区") else set()
    return {park, *kinds, *(own + kind for kind in (*kinds, "园区") if len(own) > 1)}


def _head(sentence: Sentence) -> str:
    """The words of a heading, or of an item (1. 东片。), "" for none."""
    item = re.match(r"\(?\d{1,2}[.、)](?P<words>\D+)$", sentence.plain) if sentence.opens else None
    return item["words"] if item else (heading_of(sentence.plain) if sentence.opens else "") or caption_of(sentence) or ""


def caption_of(sentence: Sentence, item: bool = False) -> str | None:
    """The words of a short line without a number that stands alone above a section (重点企业, 明年怎么干, 下步要求:); None where it is none.

    item: an Arabic number before it (4.明年打算) makes it no other.
    """
    words = _COUNTED.sub("", _MARKS.sub("", _ITEM.sub("", sentence.plain) if item else sentence.plain)).rstrip(":")
    alone = sentence.opens and sentence.sign not in "。；;！!" and heading_of(sentence.plain) is None
    return words if alone and 1 < len(words) < _CAPTION and not _NO_CAPTION.search(words.replace(",", "", 1) if words.endswith("?") else words) else None


def heading_of(text: str) -> str | None:
    """The words of a numbered heading at the beginning of a plain form, None where there is none."""
    match = re.match(r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|[上中下]篇[:、]?|第[一二三四五六七八九十]{1,3}(?:章|节|部分|(?:点|句|句话|件事|个方面)[,、:]))(?P<words>.*)", text)
    return match["words"] if match else None


def _declared(catalogue: Catalogue, text: str) -> dict[str, tuple[str, str]]:
    """The zones of the catalogue's parks, where a text names at least two of a park's; its clusters, where they begin lines."""
    found: dict[str, tuple[str, str]] = {}
    for park in catalogue.parks.values():
        zones = {plain(name): zone.name for zone in park.zones for name in (zone.name, *zone.aliases)}
        here = {name: zone for name, zone in zones.items() if name in text}
        if len(set(here.values())) > 1:
            found.update({name: ("area", zone) for name, zone in here.items()})
    for cluster in catalogue.clusters.values():
        for name in (cluster.name, *cluster.aliases):
            if re.search(rf"(?:^|\n|\)){re.escape(plain(name))}(?:产?业|行业)?(?:材料产业)?[:,]", text):
                found[plain(name)] = ("cluster", cluster.name)
    return found

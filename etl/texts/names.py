"""Names that a text introduces: its park, zones, clusters and firms. Names of the catalogue and learned ones come first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from park.catalogue import Catalogue

from .model import Sentence
from .vocabulary import Vocabulary, alternation, plain

_CN = r"[\u4e00-\u9fffA-Za-z]"
_PARK_NAME = re.compile(r"[\u4e00-\u9fff*xX]{0,14}?(?:工业园区|产业园区|科技园区|经济技术开发区|经济开发区|技术开发区|高新技术产业园|高新产业园|高新技术产业开发区|高新区|开发区|工业集中区|产业集聚区|集聚区|集中区|工业园|产业园|科技园|经济园|工业城|化工园|产业新城|工业新城|科技新城|新城|产业城|科技城|物流园|装备园|园区)")
_PARK_KINDS = ("产业新城", "工业新城", "新城", "产业城", "科技城", "集聚区", "集中区", "示范区", "产业园区", "工业园区", "产业园", "工业园", "科技园", "物流园", "高新区", "经开区", "开发区", "工业城", "化工园")
_ABOUT_FIRMS = re.compile(r"(?:重点|骨干|龙头|主要|规上|亿元)企业|一企一[档策]")
_FRONT = r"(?:^|(?<=[,:()\"']))"
_LIST = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_VERBS = ("实现", "完成", "上缴", "缴纳", "上交", "达到", "累计", "出口", "分别", "依次", "产值", "总产值", "销售收入", "利润", "主营业务收入", "工业总产值", "税收", "入库")
_OUTSIDE = re.compile(r"^(?:全[市县省国]|[我本该各]|其[中他]|[上下](?:年|半|月|季|级|述|步|一|游|阶段)|今[年后]|去年|当[年月前季]|目前|截至|预计|力争|确保|分[片区产])")


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
        return end, meaning


def names_in(sentences: tuple[Sentence, ...], title: str, catalogue: Catalogue, vocabulary: Vocabulary,
             learned: Iterable[tuple[str, str, str]] = ()) -> tuple[Known, str]:
    """(names known in this text, the park that its title names or "")."""
    names = _declared(catalogue, "\n".join(s.plain for s in sentences))
    names.update({plain(written): (kind, meaning) for kind, written, meaning in learned if kind in ("area", "cluster", "firm")})
    park = park_in(title)
    if park:
        names[park] = ("park", park)
        names.update({kind: ("park", park) for kind in _PARK_KINDS if park.endswith(kind)})
    finder = _Finder(vocabulary, names)
    in_firms = about_firms = bool(_ABOUT_FIRMS.search(title))
    for sentence in sentences:
        if sentence.opens and (not about_firms or re.match(r"[一二三四五六七八九十]{1,2}、", sentence.plain)):
            in_firms = bool(re.search(r"^.{0,4}(?:重点|骨干|龙头|规上)?企业(?:运行|生产|情况|方面|发展)?", heading_of(sentence.plain) or "") and "重点" in sentence.plain[:8] or
                            re.search(r"(?:重点|骨干|龙头|主要)企业", (heading_of(sentence.plain) or "")[:14]))
        found = {**finder.clusters(sentence.plain), **finder.zones(sentence.plain), **finder.firms(sentence.plain, in_firms)}
        names.update({name: (kind, _as_written(sentence, meaning)) for name, (kind, meaning) in found.items() if name not in names or names[name][0] != kind})
    return Known(names), park


def _as_written(sentence: Sentence, name: str) -> str:
    """A name in the characters of its text, without the pinyin that a converter left between them."""
    at = sentence.plain.find(name)
    return "".join(sentence.text[place] for place in sentence.places[at:at + len(name)]) if at >= 0 else name


def park_in(title: str) -> str:
    """The park that a plain title names (青岚工业园区2024年工作计划), "" for none or a name that is only a kind."""
    match = _PARK_NAME.search(re.sub(r"(?:19|20)\d\d年(?:度)?|^(?:上|下)半年|\d+-\d+月|关于|中共|中国共产党", "", title))
    name = match[0] if match else ""
    own = re.sub(r"(?:经济|工业|产业|科技|技术|高新|集中|集聚|开发|化工|园区|园|区|城|新|县|市|镇)+$", "", name)
    return name if len(own) > 1 or re.search(r"[*xX]", own) else ""


def heading_of(text: str) -> str | None:
    """The words of a numbered heading at the beginning of a plain form, None where there is none."""
    match = re.match(r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}(?:章|节|部分|点[,、:]))(?P<words>.*)", text)
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


def count_of(written: str) -> int:
    """The number that 三 or 3 says; -1 for what says none."""
    return int(written) if written.isdigit() else "_一二三四五六七八九十".find(written.replace("两", "二"))


class _Finder:
    def __init__(self, vocabulary: Vocabulary, names: dict[str, tuple[str, str]]):
        self.words, self.names = vocabulary.words, names
        next_word = rf"(?={alternation(_VERBS)}|(?:增长|增速|下降|降幅|税收|投资)|{vocabulary.indicator_pattern.pattern}|\d|[、和]|累计|共|均|新|:)"
        zone = rf"(?:{_CN}{{1,6}}?|[A-Z])(?:{alternation(self.words['zone_endings'])})"
        self._zone = re.compile(rf"(?:^|(?<=[,:、和及(])|(?<=其中)|(?<=中的)|(?<=依次[为是])|(?<=分别[为是]))(?:其中)?(?P<name>{zone})(?={next_word[3:-1]}|\(\d)")
        self._cluster = re.compile(rf"(?P<name>{_CN}{{2,10}}?)(?:{alternation(self.words['cluster_endings'])})")
        self._listed = re.compile(rf"(?:^|(?<=[,:]))(?:其中)?(?P<names>{_CN}{{2,12}}?(?:[、和]{_CN}{{2,12}}?)+)(?:等)?(?:[二三四五六七八两]|\d)?(?:大|个|条)?(?:主导|支柱|特色|优势|重点|新兴)?(?:产业|集群|行业)")
        measured = rf"(?=实现|完成|产值|总产值|工业总产值|规上|分别|累计|税收|主营|销售|\d|{alternation(('达', '为'))})"
        self._leading_cluster = re.compile(rf"(?:^|(?<=[,:、和])|(?<=其中))(?P<name>{_CN}{{2,8}}?)(?:产业集群|产业链|产业|集群|链){measured}")
        self._full_firm = re.compile(rf"(?:^|(?<=[,:、(和]))(?P<name>[\u4e00-\u9fffA-Za-z*]{{2,16}}?(?:{alternation(self.words['firm_endings'])}))(?!所|长|化|区|房|家)")
        self._counted = re.compile(rf"(?P<count>[二两三四五六七八九十]|\d{{1,2}})(?:大|个|条)(?:主导|支柱|特色|优势|重点|新兴)?(?P<kind>产业集群|产业链|产业|集群|片区|园区|组团|板块|功能区)(?:中|看)?[,:]?(?:其中)?(?P<names>{_CN}{{2,8}}(?:[、和]{_CN}{{2,8}}?)+)(?=分别|依次|{vocabulary.indicator_pattern.pattern})")
        self._paired = re.compile(rf"(?:^|(?<=[,:;]))(?:其中)?(?P<names>{_CN}{{2,8}}(?:、{_CN}{{2,8}}?)*[、和及]{_CN}{{2,8}}?)(?=(?:{vocabulary.indicator_pattern.pattern})?(?:分别|依次))")
        self._by_kind = re.compile(rf"(?:分|按|从)(?P<kind>产业|行业|片区|园区|区域)看[,:]?(?P<names>{_CN}{{2,8}}(?:[、和]{_CN}{{2,8}}?)+)(?=(?:\d{{1,2}}(?:-\d{{1,2}})?月|全年|上半年|前.季度)?(?:分别|依次))")
        self._reporting = re.compile(rf"(?:听取了?)(?P<name>{_CN}{{1,6}}?(?:{alternation(self.words['zone_endings'])}))(?=的?(?:工作)?(?:汇报|情况))")
        self._line_firm = re.compile(rf"^(?P<name>{_CN}{{3,8}}?)(?=\d{{1,2}}(?:-\d{{1,2}})?月|全年|今年|上半年|前.季度|本月|当月|年产值)")
        self._item_firm = re.compile(rf"^(?:\({_LIST}\)|{_LIST}[.、)])(?P<name>{_CN}{{2,8}}?)(?=:|受|因|由于|克服|全年|今年|上半年|前|本月|\d|{alternation(_VERBS)})")
        self._bare_firm = re.compile(rf"{_FRONT}(?:其中)?(?P<name>{_CN}{{2,10}}?)(?=(?:一家)?(?:{alternation(_VERBS)}))")
        self._timed_firm = re.compile(rf"{_FRONT}(?:其中)?(?P<name>{_CN}{{4,8}}?)(?=全年|今年|上半年|前.季度|本月|当月|年产值|\d{{1,2}}(?:-\d{{1,2}})?月)")
        self._firm_list = re.compile(rf"{_FRONT}(?:其中)?(?P<names>{_CN}{{2,10}}(?:、{_CN}{{2,10}}?)+)(?=(?:{alternation(_VERBS)}))")
        self._vocabulary = vocabulary
        self._industry = re.compile(rf"(?:{alternation(self.words['industries'])})+")
        self._firm_tail = re.compile(rf"(?P<own>.{{2,4}}?)(?:{alternation(self.words['firm_industries'])})+")

    def zones(self, text: str) -> dict[str, tuple[str, str]]:
        """东区完成…, 其中城南片430亩, 东区、西区分别…"""
        found = (*self._zone.finditer(text), *self._reporting.finditer(text))
        return {m["name"]: ("area", m["name"]) for m in found if self._is_zone(m["name"])}

    def _is_zone(self, name: str) -> bool:
        name_is_park = any(kind == "park" and (name in n or n in name) for n, (kind, _n) in self.names.items())
        words = self.words
        return not (name in words["not_zones"] or name.endswith(tuple(n for n in words["not_zones"] if len(n) > 2)) or name_is_park
                    or _OUTSIDE.match(name) or name in words["park"] or re.search(r"(?:和|与|的|在|为|入|各|全|年|月|季度)", name) or self._industry.fullmatch(name))

    def clusters(self, text: str) -> dict[str, tuple[str, str]]:
        """装备制造产业, 光伏产业链, A、B、C三大产业."""
        found: dict[str, tuple[str, str]] = {}
        for match in self._listed.finditer(text):
            parts = [part.removesuffix("产业") for part in re.split("[、和]", match["names"])]
            counted = re.search(r"([二两三四五六七八]|\d)(?:大|个|条)", text[match.end("names"):match.end()])
            all_meant = counted is not None and "_一二三四五六七八".find(counted[1].replace("两", "二")) == len(parts) or counted is not None and counted[1] == str(len(parts))
            paired = all_meant and re.search(r"^[^,;]{0,16}(?:分别|依次)", text[match.end():])
            if all(self._is_industry(part) for part in parts) or paired or (all_meant and any(self._is_industry(part) for part in parts)):
                found.update({part: ("cluster", part) for part in parts})
        for match in self._counted.finditer(text):
            parts = re.split("[、和]", match["names"])
            kind = "area" if match["kind"] in ("片区", "园区", "组团", "功能区", "板块") else "cluster"
            if len(parts) == count_of(match["count"]):
                found.update({part.removesuffix("产业") if kind == "cluster" else part: (kind, part.removesuffix("产业") if kind == "cluster" else part) for part in parts})
        for match in self._paired.finditer(text):
            parts = re.split("[、和及]", match["names"])
            if all(self._is_industry(part) or self._like_industry(part) for part in parts):
                found.update({part: ("cluster", part) for part in parts})
        for match in self._by_kind.finditer(text):
            kind = "cluster" if match["kind"] in ("产业", "行业") else "area"
            parts = re.sub(r"等?[一二两三四五六七八九十]?(?:大|个)?(?:主导|支柱|重点)?(?:产业|行业|片区|园区)$", "", match["names"])
            found.update({part.removesuffix("产业"): (kind, part.removesuffix("产业")) for part in re.split("[、和]", parts)})
        for match in self._cluster.finditer(text):
            name = self._trimmed(match["name"])
            if name and self._is_industry(name):
                found[name] = ("cluster", name)
        for match in self._leading_cluster.finditer(text):
            if self._like_industry(match["name"]):
                found[match["name"]] = ("cluster", match["name"])
        for match in re.finditer(rf"(?:^|(?<=[,:、和])|(?<=其中))(?P<name>{_CN}{{2,8}}?业)(?=实现|完成|产值|总产值|工业总产值|分别|、|累计)", text):
            if self._industry.fullmatch(match["name"]) and not match["name"].endswith("产业") and match["name"] not in ("工业", "农业", "产业", "服务业", "制造业"):
                found[match["name"]] = ("cluster", match["name"])
        return found

    def _is_industry(self, name: str) -> bool:
        return name not in self.words["not_clusters"] and len(name) > 1 and bool(self._industry.fullmatch(name))

    def _like_industry(self, name: str) -> bool:
        """An industry that is not in the list, but has one of its words: 肉制品, 休闲食品."""
        words = self.words
        strange = re.search(r"[的和与及等各全其本该]|园区|企业|重点|主导|新兴|传统|支柱|特色|优势|战略|高新|工业$|[一二两三四五六七八九十\d]", name)
        return not strange and name not in words["not_clusters"] and any(len(w) > 1 and w in name for w in words["industries"])

    def _trimmed(self, name: str) -> str:
        """The industry at the end of the words in front of 产业: 围绕装备制造 is 装备制造."""
        for start in range(len(name) - 1):
            if self._industry.fullmatch(name[start:]) and name[start:] not in self.words["not_clusters"]:
                return name[start:]
        return ""

    def firms(self, text: str, in_firms: bool) -> dict[str, tuple[str, str]]:
        """X有限公司 anywhere; 恒越精工实现产值 by the look of the name, or in a section about firms."""
        found: dict[str, tuple[str, str]] = {}
        for match in self._full_firm.finditer(text):
            name = match["name"]
            if not re.match(r"(?:该|本|各|全|家|一家|多家|公司|担保|投资|平台|上市|子|分|母|企业|物业|入园|引进|国有)", name) and not re.search(r"(?:的|与|和|为|在|家)", name):
                found[name] = ("firm", name)
                short = re.sub(r"(?:股份)?(?:有限)?(?:责任)?公司$", "", name)
                if len(short) > 3:
                    found[short] = ("firm", name)
        for match in self._paired.finditer(text):
            parts = re.split("[、和及]", match["names"])
            if all(self._is_firm(name, in_firms) for name in parts):
                found.update({name: ("firm", name) for name in parts})
        for match in self._firm_list.finditer(text):
            parts = match["names"].split("、")
            if all(self._is_firm(name, in_firms) for name in parts):
                found.update({name: ("firm", name) for name in parts})
        for match in (*self._item_firm.finditer(text), *self._line_firm.finditer(text)) if in_firms else ():
            if self._is_firm(match["name"], in_firms):
                found[match["name"]] = ("firm", match["name"])
        for match in self._timed_firm.finditer(text):
            if self._firm_tail.fullmatch(match["name"]) and self._is_firm(match["name"], in_firms):
                found[match["name"]] = ("firm", match["name"])
        for match in self._bare_firm.finditer(text):
            name = match["name"]
            if self._is_firm(name, in_firms):
                found[name] = ("firm", name)
        return found

    def _is_firm(self, name: str, in_firms: bool) -> bool:
        if name in self.names and self.names[name][0] != "firm":
            return False
        words = self.words
        if _OUTSIDE.match(name) or self._vocabulary.indicator_pattern.search(name) or re.search(r"[的了]|企业|园|片|区|年|月|度|产业|行业|部门|规模|规上|固定资产|招商|高新|民营|我们|全部|各项|工作|项目|经济|情况|其中|同比|增|减|降|市|县|镇|局|办", name):
            return False
        if any(name.startswith(w) or name.endswith(w) for w in (*words["park"], *words["verb"], *words["target"], *words["plain"]) if len(w) > 1):
            return False
        if self._industry.fullmatch(name):
            return False
        return bool(self._firm_tail.fullmatch(name)) or (in_firms and 2 <= len(name) <= 8)

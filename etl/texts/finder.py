"""How a text introduces zones, clusters and firms: by their endings, by the kind that is counted or listed, by who speaks."""

from __future__ import annotations

import re

from .firm_names import CN, FRONT, GRAMMAR, OUTSIDE, TIME, VERBS, FirmFinder, bounded
from .name_rules import FIGURE, does, has_grammar, is_counted, is_no_name, is_office
from .vocabulary import Vocabulary, alternation

_SEVERAL = re.compile(r"^(?:[一二两三四五六七八九十几数]|\d)+(?:个|大|家|处)")  # 两个园区 is nobody's name
_HEAD = re.compile(r"^[(\"]([\u4e00-\u9fff]{3,20})[)\"](?=[^,。;:])")  # 【东湖片区】税收2亿元
_KINDS = {"cluster": "产业集群|产业链|产业|集群|行业|门类|链条", "area": "片区|园区|区域|组团|板块|功能区|分园|小区|基地|片(?!区)|园(?!区)|区(?!域|块)", "firm": "重点企业|骨干企业|龙头企业|企业|公司"}
_KIND = "|".join(_KINDS.values())
_LEADING = re.compile(r"^(?:围绕|聚焦|依托|推动|推进|培育|形成|做强|做大|打造|发展|壮大|抓好|紧盯|立足|以|对|在|由|按|从)+")
_DOES = re.compile(r"^.*(?:协助|帮助|支持|指导|配合|督促|推动|推进|完成|实施|启动|抓好|加快|重点|引进)(?=.{2,}$)")  # 重点完成|城南片
_PLAIN_BASE = re.compile(r"(?:生产|研发|制造|加工|供应|原料|出口|创新|示范|实训|培训|试验|种植|养殖|产业化|配套|孵化|转化|仓储|和|与)+基地")
_AND = "[、和及与]"
_LEADS_WORD = re.compile(r"[是占把被据]")
_FUNCTION = "是为占在对从到由比较把被让使据就也都还又将向以及和与"
_GOES = "增长|增势|增速|势头|回升|两旺|强劲|平稳|发展|恢复|向好|领跑|提速|下滑|下降|壮大|态势|突破"  # how an industry does: 光电子信息产业增长迅速
_HEADED = ("片", "片区", "区块", "组团", "园", "分区", "功能区")


def kind_of_word(word: str) -> str:
    """cluster, area or firm: what 产业链, 片区 or 企业 counts."""
    return next(kind for kind, words in _KINDS.items() if re.fullmatch(words, word))


def count_of(written: str) -> int:
    """The number that 三 or 3 says; -1 for what says none."""
    return int(written) if written.isdigit() else "_一二三四五六七八九十".find(written.replace("两", "二"))


class Finder(FirmFinder):
    """Finds names in bounded forms. names: those known already, which are not taken for another kind."""

    def __init__(self, vocabulary: Vocabulary, names: dict[str, tuple[str, str]]):
        self.words, self.names, self._vocabulary = vocabulary.words, names, vocabulary
        self._compile_firms(vocabulary)
        indicator = vocabulary.indicator_pattern.pattern
        verbs = alternation(VERBS)
        counted = rf"(?:等)?(?P<count>[二两三四五六七八九十]|\d{{1,2}})(?:(?:大|个|条|家|户)(?:主导|支柱|特色|优势|重点|新兴|骨干|龙头|规上)?)?(?P<kind>{_KIND})"
        several = rf"(?:{CN}{{2,12}}?(?:{_AND}{CN}{{2,12}}?)+)"
        figures = rf"(?=[{TIME}]?(?:{indicator})?(?:[{TIME}])?(?:{verbs})?(?:分别|依次))"
        zone = rf"(?:{CN}{{1,6}}?|[A-Z]|\d{{1,2}}号)(?:{alternation(self.words['zone_endings'])})"
        said = rf"{verbs}|增长|增速|下降|降幅|税收|投资|{indicator}|\d|[、和{TIME}]|累计|共|均|各|则|要|将|须|应|力争|确保|计划|预计|分别|依次|新|不[低少超高]|约|超|突破|:|\("
        self._zone_head = re.compile(zone)
        self._zone = re.compile(rf"(?:^|(?<=[,:、和及()\"{TIME}])|(?<=其中)|(?<=中的))(?:其中)?(?:(?:依次|分别)[为是有]?[:]?)?(?P<name>{zone})(?={said})")
        self._sure_zone = re.compile(rf"{FRONT}(?P<name>{CN}{{1,6}}?(?:片区|组团|板块|功能区|分园|分区|区块|管理处|街道))(?=[,的在是也却还仅只有])")
        self._reporting = re.compile(rf"(?:听取了?)(?P<name>{CN}{{1,6}}?(?:{alternation(self.words['zone_endings'])}))(?=的?(?:工作)?(?:汇报|情况))")
        self._cluster = re.compile(rf"(?P<name>{CN}{{2,10}}?)(?:{alternation((*self.words['cluster_endings'], '行业'))})")
        measured = rf"(?=[{TIME}]?(?:{indicator}|实现|完成|产值|总产值|工业总产值|规上|分别|累计|税收|主营|销售|\d|达|为))"
        self._leading_cluster = re.compile(rf"(?:^|(?<=[,:、和{TIME}])|(?<=其中))(?P<name>{CN}{{2,8}}?)(?:产业集群|产业链|产业|集群|链|行业){measured}")
        self._called = re.compile(rf"(?:^|(?<=[,:、和{TIME}])|(?<=其中))(?P<name>{CN}{{2,8}}?)(?:产业链|产业集群|集群|链)(?=[:(]|{measured[3:]}")
        self._trade = re.compile(rf"(?:^|(?<=[,:、和{TIME}])|(?<=其中))(?P<name>{CN}{{2,8}}?业)(?=[{TIME}]?(?:实现|完成|产值|总产值|工业总产值|分别|、|累计))")
        self._bare_cluster = re.compile(rf"(?:{FRONT}|(?<=其中))(?:其中)?(?P<name>{CN}{{3,8}}?)(?=[{TIME}]?(?:实现|完成|分别|累计|达到|增长|下降|{indicator}))")
        self._listed = re.compile(rf"(?:^|(?<=[,:{TIME}]))(?:其中)?(?P<names>{several})(?:等(?:主导|支柱|特色|优势|重点|新兴)?)?(?P<kind>产业|集群|行业)")
        self._count_behind = re.compile(rf"(?:^|(?<=[,:({TIME}]))(?:其中)?(?P<names>{several}){counted}")
        self._count_before = re.compile(rf"{counted}(?:中|看)?[,:]?(?:其中)?(?P<names>{CN}{{2,8}}(?:[、和]{CN}{{2,8}}?)+)(?=[{TIME}]?(?:分别|依次|{indicator}))")
        self._paired = re.compile(rf"(?:^|(?<=[,:;{TIME}]))(?:其中)?(?P<names>{CN}{{2,8}}(?:、{CN}{{2,8}}?)*{_AND}{CN}{{2,8}}?)(?:等?(?:[二两三四五六七八九十]|\d{{1,2}})(?:大|个|条|家|户)(?:主导|支柱|特色|优势|重点|新兴|骨干|龙头|规上)?(?:{_KIND}))?{figures}")
        self._by_kind = re.compile(rf"(?:分|按|从|各)(?:主要|重点)?(?P<kind>{_KIND})(?:来)?看")
        self._counted_before = re.compile(rf"{counted}.{{0,20}}?(?:分别|依次)(?:为|是)?:?(?P<rest>.*)")
        self._first_of = re.compile(rf"前(?P<count>[二两三四五六七八九十]|\d{{1,2}})(?:名|位|强|家)的?(?P<kind>{_KIND})(?:分别|依次)(?:为|是)?:?(?P<rest>.*)")
        amount = r"[\d.]+(?:亿|万)?(?:元|美元|家|户|个|亩|人)"
        self._parts_counted = re.compile(rf"(?:其中:?|:)(?P<rest>{CN}{{2,8}}?{amount}(?:[、,和]{CN}{{2,8}}?{amount})+)")
        self._of_kind = re.compile(rf"^[{TIME}]?(?:其中)?(?P<names>{CN}{{2,8}}?(?:{_AND}{CN}{{2,8}}?)*)(?:等?(?:[一二两三四五六七八九十]|\d+)(?:大|个|家|条)(?:主导|支柱|重点)?(?:{_KIND}))?(?=[{TIME}]?(?:分别|依次|{verbs}|{indicator}|{FIGURE}|\({FIGURE}))")
        self._bare_counted = re.compile(rf"(?:{FRONT}|(?<=其中))(?:其中:?)?(?P<name>(?:{alternation(self.words['industries'])}){{2,6}})(?=[\d.]+(?:亿|万))")
        self._spoken_cluster = re.compile(rf"(?:^|(?<=[{TIME}])|(?<=园区)|(?<=全区))(?P<name>{CN}{{2,8}}?)(?:制造)?(?:产业集群|产业链|产业|行业)(?!园|区|链)(?={CN}{{0,14}}(?:{_GOES})(?:[,;]|$|{CN}))")
        self._industry = re.compile(rf"(?:{alternation(self.words['industries'])})+")

    def found(self, plain: str, in_firms: bool) -> dict[str, tuple[str, str]]:
        """plain name -> (kind, name) of one sentence."""
        plain = _HEAD.sub(r"\1:", plain)
        text = bounded(plain)
        return {**self._clusters(text), **self._zones(text), **self._listed_names(text, in_firms), **self._firms(plain, text, in_firms)}

    def of_heading(self, words: str) -> dict[str, tuple[str, str]]:
        """一、东城片 alone on its line: the zone that the section is about."""
        name = re.split(r"[:(]", words)[0]
        is_zone = 2 < len(name) < 9 and name.endswith(tuple(self.words["zone_endings"])) and self._is_zone(name) and self._may_be(name)
        return {name: ("area", name)} if is_zone else {}

    def heads(self, headings: list[str]) -> dict[str, tuple[str, str]]:
        """Zones that stand alone as headings, numbered or not (东片 … 西片), where two do."""
        bare = [re.sub(r"[。:]$", "", words) for words in headings]
        zones = {words for words in bare if len(words) < 9 and words.endswith(_HEADED) and self._zone_head.fullmatch(words) and self._is_zone(words)}
        return {name: ("area", name) for name in zones} if len(zones) > 1 else {}

    def by_kind(self, plain: str, kind: str, heading: bool = False) -> tuple[str, dict[str, tuple[str, str]]]:
        """(kind in force behind this sentence, names): 分产业看 says what the names are that begin the clauses behind it.

        kind: what the sentence before left in force, "" for none.
        """
        text = bounded(plain)
        match = self._by_kind.search(text)
        if match and heading:
            kind, text = kind_of_word(match["kind"]), ""
        elif match:
            kind, text = kind_of_word(match["kind"]), text[match.end():].lstrip(",:")
        found: dict[str, tuple[str, str]] = {}
        headed = re.match(rf"({CN}{{2,8}}):", text) if kind else None
        if headed and self.fits_kind(headed[1], kind):
            found[headed[1]] = (kind, headed[1])
        for clause in re.split("[,:]", text) if kind else ():
            match = None if self._vocabulary.indicator_pattern.match(clause.lstrip(TIME)) else self._of_kind.match(clause)
            parts = [self._bare(part, kind) for part in re.split(_AND, match["names"])] if match else []
            if parts and all(self._may_be(part) and not has_grammar(part, self.words) and not does(part) and not is_office(part) for part in parts):
                found.update({part: (kind, part) for part in parts})
        return kind, found

    def _may_be(self, name: str) -> bool:
        """No word of the grammar, no indicator, nobody else: perhaps a name."""
        if len(name) < 2 or OUTSIDE.match(name) or self._vocabulary.indicator_pattern.search(name) or name in self.names:
            return False
        if any(name.startswith(w) or name.endswith(w) for kind in GRAMMAR for w in self.words[kind] if len(w) > 1):
            return False
        return not is_no_name(name) and not re.search(r"[的了]|[一二两三四五六七八九十]大|同比|累计|合计|工作|企业|项目|方面|情况|总体|整体|增速|分别|依次|用电|贷款", name)

    def fits_kind(self, name: str, kind: str) -> bool:
        """True where unknown words may be a name of this kind: nobody else, no quality of firms, no thing that is measured."""
        if not self._may_be(name) or has_grammar(name, self.words) or name in self.words["not_zones"] or name in self.words["not_clusters"]:
            return False
        if is_office(name):
            return False
        if kind == "firm":
            return self._is_firm(name, True)
        return kind == "cluster" and not self._like_zone(name) or kind == "area" and len(name) < 9 and self._is_zone(name)

    def _like_zone(self, name: str) -> bool:
        return name.endswith(tuple(self.words["zone_endings"]))

    def _bare(self, name: str, kind: str) -> str:
        return re.sub(r"(?<=..)(?:产业集群|产业链|产业|集群|链条|链|行业)$", "", name) if kind == "cluster" else name

    def _listed_names(self, text: str, in_firms: bool) -> dict[str, tuple[str, str]]:
        """A、B、C三大产业 names three clusters; A、B分别 names two of one kind, where the kind of one can be told."""
        found: dict[str, tuple[str, str]] = {}
        for match in (*self._count_behind.finditer(text), *self._count_before.finditer(text)):
            kind = kind_of_word(match["kind"])
            parts = self._parts(match["names"], kind)
            if len(parts) == count_of(match["count"]) and all(self._may_be(part) for part in parts):
                found.update({part: (kind, part) for part in parts})
        if match := self._counted_before.search(text) or self._first_of.search(text):  # 三个片区新开工项目分别为:东岭8个、西坪5个、南河3个
            kind = kind_of_word(match["kind"])
            parts = [self._bare(part, kind) for part in re.findall(rf"(?:^|[,、和])({CN}{{2,6}}?)(?=\(?\d)", match["rest"])]
            if len(parts) == count_of(match["count"]) and all(self._may_be(part) for part in parts):
                found.update({part: (kind, part) for part in parts})
        for match in self._parts_counted.finditer(text):  # 其中食用菌加工28.4亿元、竹木家居25.7亿元
            parts = re.findall(rf"({CN}{{2,8}}?)(?=\d)", match["rest"])
            kind = self._common_kind(parts, in_firms) if len(parts) > 1 and all(part in self.names or self._may_be(part) for part in parts) else ""
            found.update({self._bare(part, kind): (kind, self._bare(part, kind)) for part in parts} if kind else {})
        for match in self._paired.finditer(text):
            parts = re.split(_AND, match["names"])
            kind = self._common_kind(parts, in_firms)
            found.update({self._bare(part, kind): (kind, self._bare(part, kind)) for part in parts} if kind else {})
        return found

    def _parts(self, names: str, kind: str) -> list[str]:
        return [self._bare(_LEADING.sub("", part) if not i else part, kind) for i, part in enumerate(re.split(_AND, names))]

    def _common_kind(self, parts: list[str], in_firms: bool) -> str:
        """The kind of names in one list: that of those whose kind their words tell, if it is but one and most of them tell it."""
        told = [kind for part in parts if (kind := self._told(part, in_firms))]
        sure = len(set(told)) == 1 and 2 * len(told) >= len(parts) and all(self._may_be(part) or self._told(part, in_firms) for part in parts)
        return told[0] if sure else ""

    def _told(self, name: str, in_firms: bool) -> str:
        if name in self.names:
            return self.names[name][0]
        if self._is_industry(self._bare(name, "cluster")):
            return "cluster"
        if self._is_firm(name, in_firms):
            return "firm"
        if name.endswith(tuple(w for w in self.words["zone_endings"])) and self._is_zone(name):
            return "area"
        return "cluster" if self._like_industry(self._bare(name, "cluster")) else ""

    def _zones(self, text: str) -> dict[str, tuple[str, str]]:
        """东区完成…, 其中城南片430亩, 东区、西区分别…"""
        counted = {m.end() for m in self._count_behind.finditer(text) if len(re.split(_AND, m["names"])) == count_of(m["count"])}  # 东岭、西坪两片
        found = (_DOES.sub("", m["name"]) for m in (*self._zone.finditer(text), *self._sure_zone.finditer(text), *self._reporting.finditer(text)) if m.end("name") not in counted)
        return {name: ("area", name) for name in found if self._is_zone(name)}

    def _is_zone(self, name: str) -> bool:
        name_is_park = any(kind == "park" and (name in n or n in name) for n, (kind, _n) in self.names.items())
        words = self.words
        if _LEADS_WORD.match(name) or any(name.endswith(p) and len(name) == len(p) + 1 and name[0] in _FUNCTION for p in words["park"] if len(p) > 1):
            return False  # 是园区纳税第一大户
        if has_grammar(name, words) or is_counted(name) or name.endswith("板块") and self._like_industry(name[:-2]):
            return False
        return not (name in words["not_zones"] or _SEVERAL.match(name) or _PLAIN_BASE.fullmatch(name) or name.endswith(tuple(n for n in words["not_zones"] if len(n) > 2)) or name_is_park or self._vocabulary.indicator_pattern.search(name)
                    or OUTSIDE.match(name) or name in words["park"] or re.search(r"改造|新建|整治|老旧|(?:和|与|的|在|为|入|各|全|年|月|季度)", name) or self._industry.fullmatch(name))

    def _clusters(self, text: str) -> dict[str, tuple[str, str]]:
        """装备制造产业, 光伏产业链, A、B等产业."""
        found: dict[str, tuple[str, str]] = {}
        for match in self._listed.finditer(text):
            parts = self._parts(match["names"], "cluster")
            if all(self._is_industry(part) for part in parts):
                found.update({part: ("cluster", part) for part in parts})
        for match in self._cluster.finditer(text):
            name = self._trimmed(match["name"])
            if name and self._is_industry(name):
                found[name] = ("cluster", name)
        for match in self._leading_cluster.finditer(text):
            if self._like_industry(match["name"]):
                found[match["name"]] = ("cluster", match["name"])
        for match in self._called.finditer(text):
            if self.fits_kind(match["name"], "cluster"):
                found.setdefault(match["name"], ("cluster", match["name"]))
        for match in self._spoken_cluster.finditer(text):
            if self._may_be(match["name"]) and not is_no_name(match["name"]) and self.fits_kind(match["name"], "cluster"):
                found.setdefault(match["name"], ("cluster", match["name"]))
        bare = [self._bare(m["name"], "cluster") for m in self._bare_cluster.finditer(text)]
        if any(self._is_industry(name) for name in bare):  # 粮油加工完成…,肉制品完成…
            found.update({name: ("cluster", name) for name in bare if self._is_industry(name) or self._like_industry(name) and self._may_be(name) and not self._is_firm(name, False)})
        counted = {self._bare(m["name"], "cluster") for m in self._bare_counted.finditer(text)}  # 其中:装备制造40亿元
        found.update({name: ("cluster", name) for name in counted if self._is_industry(name) and not self._vocabulary.indicator_pattern.search(name)})
        for match in self._trade.finditer(text):
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

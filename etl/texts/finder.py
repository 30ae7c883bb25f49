"""How a text introduces zones, clusters and firms: by their endings, by the kind that is counted or listed, by who speaks."""

from __future__ import annotations

import re

from .name_rules import has_grammar, is_counted, is_no_name
from .times import times_in
from .vocabulary import Vocabulary, alternation

_CN = r"[\u4e00-\u9fffA-Za-z]"
_TIME = "|"  # stands for an expression of time in the form that names are looked for in
_FRONT = rf"(?:^|(?<=[,:()\"'{_TIME}]))"
_LIST = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_NUMBERING = re.compile(rf"^(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?=[\u4e00-\u9fff]{{3}})|[-~]{{2,}}|[·•●○■□◆◇★☆▲►▶]+|\({_LIST}\)[、.]?|{_LIST}[、.)](?!\d)|[①-⑳][、.]?)")
_CONNECTS = re.compile(r"(?:^|(?<=[,:;(|]))(?:[一二三四五六七八九十]是|同时|此外|另外|首先|其次|再次|最后|预计|目前)(?=[\u4e00-\u9fffA-Z]{2})")  # 二是东区, 此外北片
_SEVERAL = re.compile(r"^(?:[一二两三四五六七八九十几数]|\d)+(?:个|大|家|处)")  # 两个园区 is nobody's name
_VERBS = ("实现", "完成", "上缴", "缴纳", "上交", "达到", "累计", "出口", "分别", "依次", "产值", "总产值", "销售收入", "利润", "主营业务收入", "工业总产值", "税收", "入库")
_OUTSIDE = re.compile(r"^(?:[占居列]|[向对从由按把被让比往据](?:园区|全区|开发区|市|县|省|上)|努力|全[市县省国]|兄弟|周边|相邻|邻近|毗邻|同类|先进|标杆|外地|沿海|[省市县]级|国家级|[我本该各]|其[中他余它]|[上下](?:年|半|月|季|级|述|步|一|游|阶段)|今[年后]|去年|当[年月前季]|目前|截至|预计|力争|确保|分[片区产])")
_HEAD = re.compile(r"^[(\"]([\u4e00-\u9fff]{3,20})[)\"](?=[^,。;:])")  # 【东湖片区】税收2亿元
_KINDS = {"cluster": "产业集群|产业链|产业|集群|行业|门类|链条", "area": "片区|园区|区域|组团|板块|功能区|分园|小区|基地|片(?!区)|园(?!区)|区(?!域|块)", "firm": "重点企业|骨干企业|龙头企业|企业|公司"}
_KIND = "|".join(_KINDS.values())
_LEADING = re.compile(r"^(?:围绕|聚焦|依托|推动|推进|培育|形成|做强|做大|打造|发展|壮大|抓好|紧盯|立足|以|对|在|由|按|从)+")
_LEADS_IN = re.compile(r"^.*(?:随着|组建|成立|设立|引进|依托|收购|控股|兼并|帮助|协助|支持|督促|指导|促成|推动|签约|包括|以及|通过|争取|洽谈|对接|走访|调研|考察|实施|被)了?(?=.{2,}$)")
_DOES = re.compile(r"^.*(?:协助|帮助|支持|指导|配合|督促|推动|推进|完成|实施|启动|抓好|加快|重点|引进)(?=.{2,}$)")  # 重点完成|城南片
_PLAIN_BASE = re.compile(r"(?:生产|研发|制造|加工|供应|原料|出口|创新|示范|实训|培训|试验|种植|养殖|产业化|配套|孵化|转化|仓储|和|与)+基地")
_AND = "[、和及与]"
_GOES = "增长|增势|增速|势头|回升|两旺|强劲|平稳|发展|恢复|向好|领跑|提速|下滑|下降|壮大|态势|突破"  # how an industry does: 光电子信息产业增长迅速
_HEADED = ("片", "片区", "区块", "组团", "园", "分区", "功能区")
_GRAMMAR = ("park", "verb", "target", "plain", "forecast", "outside", "up", "down", "share", "difference", "completion", "respectively", "of_which")  # lists of words that no name begins or ends with
SPEAKER = r"(?:的?(?:相关|主要|有关|企业|公司|生产|车间|财务|综合|总?经营)*(?:负责人|董事长|董事|总经理|副总经理|总裁|厂长|副厂长|经理|车间主任|老总|创始人|总监))"
_PLACE = r"(?:有限公司|公司)?的?(?:自动化|智能化|智能|数字化|生产|总装|装配|包装|现代化|全自动|[A-Za-z0-9]+)*(?:车间|厂房|厂区|生产线|产线|展厅|工厂)"


def kind_of_word(word: str) -> str:
    """cluster, area or firm: what 产业链, 片区 or 企业 counts."""
    return next(kind for kind, words in _KINDS.items() if re.fullmatch(words, word))


def count_of(written: str) -> int:
    """The number that 三 or 3 says; -1 for what says none."""
    return int(written) if written.isdigit() else "_一二三四五六七八九十".find(written.replace("两", "二"))


def bounded(plain: str) -> str:
    """A plain form without its list number, each expression of time or word that connects as one sign: they bound the names beside them."""
    times, kept, place = times_in(plain), [], 0
    while place < len(plain):
        end = times[place][0] if place in times else 0
        kept.append(_TIME if end else plain[place])
        place = end or place + 1
    return _CONNECTS.sub(_TIME, _NUMBERING.sub("", "".join(kept)))


class Finder:
    """Finds names in bounded forms. names: those known already, which are not taken for another kind."""

    def __init__(self, vocabulary: Vocabulary, names: dict[str, tuple[str, str]]):
        self.words, self.names, self._vocabulary = vocabulary.words, names, vocabulary
        indicator = vocabulary.indicator_pattern.pattern
        verbs = alternation(_VERBS)
        counted = rf"(?:等)?(?P<count>[二两三四五六七八九十]|\d{{1,2}})(?:(?:大|个|条|家|户)(?:主导|支柱|特色|优势|重点|新兴|骨干|龙头|规上)?)?(?P<kind>{_KIND})"
        several = rf"(?:{_CN}{{2,12}}?(?:{_AND}{_CN}{{2,12}}?)+)"
        figures = rf"(?=[{_TIME}]?(?:{indicator})?(?:[{_TIME}])?(?:{verbs})?(?:分别|依次))"
        zone = rf"(?:{_CN}{{1,6}}?|[A-Z]|\d{{1,2}}号)(?:{alternation(self.words['zone_endings'])})"
        said = rf"{verbs}|增长|增速|下降|降幅|税收|投资|{indicator}|\d|[、和{_TIME}]|累计|共|均|各|则|要|将|须|应|力争|确保|计划|预计|分别|依次|新|:|\("
        self._zone_head = re.compile(zone)
        self._zone = re.compile(rf"(?:^|(?<=[,:、和及()\"{_TIME}])|(?<=其中)|(?<=中的))(?:其中)?(?:(?:依次|分别)[为是有]?[:]?)?(?P<name>{zone})(?={said})")
        self._reporting = re.compile(rf"(?:听取了?)(?P<name>{_CN}{{1,6}}?(?:{alternation(self.words['zone_endings'])}))(?=的?(?:工作)?(?:汇报|情况))")
        self._cluster = re.compile(rf"(?P<name>{_CN}{{2,10}}?)(?:{alternation((*self.words['cluster_endings'], '行业'))})")
        measured = rf"(?=[{_TIME}]?(?:{indicator}|实现|完成|产值|总产值|工业总产值|规上|分别|累计|税收|主营|销售|\d|达|为))"
        self._leading_cluster = re.compile(rf"(?:^|(?<=[,:、和{_TIME}])|(?<=其中))(?P<name>{_CN}{{2,8}}?)(?:产业集群|产业链|产业|集群|链|行业){measured}")
        self._called = re.compile(rf"(?:^|(?<=[,:、和{_TIME}])|(?<=其中))(?P<name>{_CN}{{2,8}}?)(?:产业链|产业集群|集群|链)(?=[:(]|{measured[3:]}")
        self._trade = re.compile(rf"(?:^|(?<=[,:、和{_TIME}])|(?<=其中))(?P<name>{_CN}{{2,8}}?业)(?=[{_TIME}]?(?:实现|完成|产值|总产值|工业总产值|分别|、|累计))")
        self._bare_cluster = re.compile(rf"(?:{_FRONT}|(?<=其中))(?:其中)?(?P<name>{_CN}{{3,8}}?)(?=[{_TIME}]?(?:实现|完成|分别|累计|达到|增长|下降|{indicator}))")
        self._listed = re.compile(rf"(?:^|(?<=[,:{_TIME}]))(?:其中)?(?P<names>{several})(?:等(?:主导|支柱|特色|优势|重点|新兴)?)?(?P<kind>产业|集群|行业)")
        self._count_behind = re.compile(rf"(?:^|(?<=[,:({_TIME}]))(?:其中)?(?P<names>{several}){counted}")
        self._count_before = re.compile(rf"{counted}(?:中|看)?[,:]?(?:其中)?(?P<names>{_CN}{{2,8}}(?:[、和]{_CN}{{2,8}}?)+)(?=[{_TIME}]?(?:分别|依次|{indicator}))")
        self._paired = re.compile(rf"(?:^|(?<=[,:;{_TIME}]))(?:其中)?(?P<names>{_CN}{{2,8}}(?:、{_CN}{{2,8}}?)*{_AND}{_CN}{{2,8}}?)(?:等?(?:[二两三四五六七八九十]|\d{{1,2}})(?:大|个|条|家|户)(?:主导|支柱|特色|优势|重点|新兴|骨干|龙头|规上)?(?:{_KIND}))?{figures}")
        self._by_kind = re.compile(rf"(?:分|按|从|各)(?:主要|重点)?(?P<kind>{_KIND})(?:来)?看")
        self._counted_before = re.compile(rf"{counted}.{{0,20}}?(?:分别|依次)(?:为|是)?:?(?P<rest>.*)")
        self._of_kind = re.compile(rf"^[{_TIME}]?(?:其中)?(?P<names>{_CN}{{2,8}}?(?:{_AND}{_CN}{{2,8}}?)*)(?:等?(?:[一二两三四五六七八九十]|\d+)(?:大|个|家|条)(?:主导|支柱|重点)?(?:{_KIND}))?(?=[{_TIME}]?(?:分别|依次|{verbs}|{indicator}|\d|\(\d))")
        self._full_firm = re.compile(rf"(?:^|(?<=[,:、()和\"{_TIME}]))(?P<name>[\u4e00-\u9fffA-Za-z*]{{2,24}}?(?:{alternation(self.words['firm_endings'])}))(?!所|长|化|区|房|家|有限|公司)")
        self._line_firm = re.compile(rf"^(?P<name>{_CN}{{3,8}}?)(?=[{_TIME}]|本月|年产值)")
        self._item_firm = re.compile(rf"^(?:\({_LIST}\)|{_LIST}[.、)])(?P<name>{_CN}{{2,8}}?)(?=:|受|因|由于|克服|全年|今年|上半年|前|本月|\d|{verbs})")
        self._headed_firm = re.compile(rf"^(?P<name>{_CN}{{3,8}}?)(?=:[^:]*\d)")
        self._bare_firm = re.compile(rf"(?:{_FRONT}|(?<=\)、))(?:其中)?(?P<name>{_CN}{{2,10}}?)(?=(?:一[家户](?:就|便|即)?)?(?:{verbs}|贡献)|因|受|由于|得益于|克服|\((?={verbs})|(?<=[\u4e00-\u9fff]{{4}})\d)")
        self._timed_firm = re.compile(rf"{_FRONT}(?:其中)?(?P<name>{_CN}{{4,8}}?)(?=[{_TIME}]|本月|年产值)")
        self._told_firm = re.compile(rf"{_FRONT}(?P<name>[\u4e00-\u9fff]{{2}}(?:{alternation(self.words['firm_industries'])}))(?=的|新|又|则|也|一|停|检|扩|技改|订|满|已|正|刚|还|更|开|投产|获|靠|凭|把|从|在|以|借|通过|因|受|由于|拿下|走|迎|势头|\"|\()")
        self._firm_list = re.compile(rf"{_FRONT}(?:其中)?(?P<names>{_CN}{{2,10}}(?:、{_CN}{{2,10}}?)+)(?=[{_TIME}]?(?:{verbs}))")
        self._speaker = re.compile(rf"(?:^|(?<=[,:。\"'了到{_TIME}]))(?:(?:在|走进|来到|据)(?:位于{_CN}{{0,8}}的)?)?(?P<name>{_CN}{{3,8}}?)(?:{SPEAKER}|{_PLACE})")
        self._bare_counted = re.compile(rf"(?:{_FRONT}|(?<=其中))(?:其中:?)?(?P<name>(?:{alternation(self.words['industries'])}){{2,6}})(?=[\d.]+(?:亿|万))")
        self._spoken_cluster = re.compile(rf"(?:^|(?<=[{_TIME}])|(?<=园区)|(?<=全区))(?P<name>{_CN}{{2,8}}?)(?:制造)?(?:产业集群|产业链|产业|行业)(?!园|区|链)(?={_CN}{{0,14}}(?:{_GOES})(?:[,;]|$|{_CN}))")
        self._industry = re.compile(rf"(?:{alternation(self.words['industries'])})+")
        self._firm_tail = re.compile(rf"(?P<own>.{{2,4}}?)(?:{alternation(self.words['firm_industries'])})+")

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
        for clause in re.split("[,:]", text) if kind else ():
            match = self._of_kind.match(clause)
            parts = [self._bare(part, kind) for part in re.split(_AND, match["names"])] if match else []
            if parts and all(self._may_be(part) for part in parts):
                found.update({part: (kind, part) for part in parts})
        return kind, found

    def _may_be(self, name: str) -> bool:
        """No word of the grammar, no indicator, nobody else: perhaps a name."""
        if len(name) < 2 or _OUTSIDE.match(name) or self._vocabulary.indicator_pattern.search(name) or name in self.names:
            return False
        if any(name.startswith(w) or name.endswith(w) for kind in _GRAMMAR for w in self.words[kind] if len(w) > 1):
            return False
        return not is_no_name(name) and not re.search(r"[的了]|[一二两三四五六七八九十]大|同比|累计|合计|工作|企业|项目|方面|情况|总体|整体|增速|分别|依次|用电|贷款", name)

    def fits_kind(self, name: str, kind: str) -> bool:
        """True where unknown words may be a name of this kind: nobody else, no quality of firms, no thing that is measured."""
        if not self._may_be(name) or has_grammar(name, self.words) or name in self.words["not_zones"] or name in self.words["not_clusters"]:
            return False
        if kind == "firm":
            return self._is_firm(name, True)
        return kind == "cluster" and not self._like_zone(name) or kind == "area" and len(name) < 9 and self._is_zone(name)

    def _like_zone(self, name: str) -> bool:
        return name.endswith(tuple(self.words["zone_endings"]))

    def ends_like_firm(self, name: str) -> bool:
        """远澜机电: two to four characters of its own, then a trade."""
        return bool(self._firm_tail.fullmatch(name))

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
        if match := self._counted_before.search(text):  # 三个片区新开工项目分别为:东岭8个、西坪5个、南河3个
            kind = kind_of_word(match["kind"])
            parts = [self._bare(part, kind) for part in re.findall(rf"(?:^|[,、和])({_CN}{{2,6}}?)(?=\(?\d)", match["rest"])]
            if len(parts) == count_of(match["count"]) and all(self._may_be(part) for part in parts):
                found.update({part: (kind, part) for part in parts})
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
        found = (_DOES.sub("", m["name"]) for m in (*self._zone.finditer(text), *self._reporting.finditer(text)) if m.end("name") not in counted)
        return {name: ("area", name) for name in found if self._is_zone(name)}

    def _is_zone(self, name: str) -> bool:
        name_is_park = any(kind == "park" and (name in n or n in name) for n, (kind, _n) in self.names.items())
        words = self.words
        if has_grammar(name, words) or is_counted(name) or name.endswith("板块") and self._like_industry(name[:-2]):
            return False
        return not (name in words["not_zones"] or _SEVERAL.match(name) or _PLAIN_BASE.fullmatch(name) or name.endswith(tuple(n for n in words["not_zones"] if len(n) > 2)) or name_is_park or self._vocabulary.indicator_pattern.search(name)
                    or _OUTSIDE.match(name) or name in words["park"] or re.search(r"改造|新建|整治|老旧|(?:和|与|的|在|为|入|各|全|年|月|季度)", name) or self._industry.fullmatch(name))

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

    def _firms(self, plain: str, text: str, in_firms: bool) -> dict[str, tuple[str, str]]:
        """X有限公司 anywhere; 恒越精工实现产值 by the look of the name, or in a section about firms; 腾飞轮胎负责人说."""
        found: dict[str, tuple[str, str]] = {}
        for match in self._full_firm.finditer(text):
            name = _LEADS_IN.sub("", match["name"])
            if not re.match(r"(?:该|本|各|全|家|主要|.{0,6}(?:污水|自来水|净水|供水|热电|垃圾|水)(?:处理)?厂|一家|多家|公司|担保|投资|平台|上市|子|分|母|企业|物业|入园|引进|国有|我)", name) and not re.search(r"(?:的|与|和|为|在|家)|^(?:集团|股份|厂)", name):
                found[name] = ("firm", name)
                short = re.sub(r"(?:股份)?(?:有限)?(?:责任)?公司$", "", name)
                if len(short) > 3:
                    found[short] = ("firm", name)
        for match in self._firm_list.finditer(text):
            parts = match["names"].split("、")
            if all(self._is_firm(name, in_firms) for name in parts):
                found.update({name: ("firm", name) for name in parts})
        for match in (*self._item_firm.finditer(plain), *self._line_firm.finditer(text), *self._headed_firm.finditer(text)) if in_firms else ():
            if self._is_firm(match["name"], in_firms):
                found[match["name"]] = ("firm", match["name"])
        for match in self._timed_firm.finditer(text):
            if self._firm_tail.fullmatch(match["name"]) and self._is_firm(match["name"], in_firms):
                found[match["name"]] = ("firm", match["name"])
        for match in self._told_firm.finditer(text):  # 鲜达冷链新添的冷库刚刚启用,前10个月销售收入…
            own = match["name"][:2]
            if not self._industry.fullmatch(own) and not is_no_name(own) and self.fits_kind(match["name"], "firm"):
                found.setdefault(match["name"], ("firm", match["name"]))
        for match in (*self._bare_firm.finditer(text), *self._speaker.finditer(text)):
            name = re.sub(r"(?:股份)?(?:有限)?(?:责任)?公司$", "", _LEADS_IN.sub("", match["name"]))
            if self._is_firm(name, in_firms) or match.re is self._speaker and self._speaks_for(name):
                found.setdefault(name, ("firm", name))
        return found

    def _speaks_for(self, name: str) -> bool:
        """A name before 负责人 or 车间 that is no office's."""
        return self._may_be(name) and not re.search(r"^公司|^企业|[区园片局办委部会镇乡村市县省院校室站科处]|中心|记者|项目|机关|银行|我们|一家|生产", name)

    def _is_firm(self, name: str, in_firms: bool) -> bool:
        if name in self.names and self.names[name][0] != "firm":
            return False
        words = self.words
        if _OUTSIDE.match(name) or self._vocabulary.indicator_pattern.search(name) or re.search(r"[的了]|企业|园|片|区|年|月|度|产业|行业|部门|规模|规上|固定资产|招商|高新|民营|我们|全部|各项|工作|项目|经济|情况|其中|同比|增|减|降|市|县|镇|局|办", name):
            return False
        if any(name.startswith(w) or name.endswith(w) for kind in _GRAMMAR for w in words[kind] if len(w) > 1):
            return False
        if self._industry.fullmatch(name):
            return False
        return bool(self._firm_tail.fullmatch(name)) or (in_firms and 2 <= len(name) <= 8)

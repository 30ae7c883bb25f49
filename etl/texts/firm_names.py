"""How a text introduces firms: by their endings, their trade, what they do, who speaks for them, and the words in front of them."""

from __future__ import annotations

import re

from .name_rules import does, has_grammar, has_quality, is_no_name
from .times import times_in
from .vocabulary import Vocabulary, alternation

CN = r"[\u4e00-\u9fffA-Za-z]"
TIME = "|"  # stands for an expression of time in the form that names are looked for in
FRONT = rf"(?:^|(?<=[,:()\"'{TIME}]))"
_LIST = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
VERBS = ("实现", "完成", "上缴", "缴纳", "上交", "达到", "累计", "出口", "分别", "依次", "产值", "总产值", "销售收入", "利润", "主营业务收入", "工业总产值", "税收", "入库")
OUTSIDE = re.compile(r"^(?:[占居列]|[向对从由按把被让比往据](?:园区|全区|开发区|市|县|省|上)|努力|全[市县省国]|兄弟|周边|相邻|邻近|毗邻|同类|先进|标杆|外地|沿海|[省市县]级|国家级|[我本该各]|其[中他余它]|[上下](?:年|半|月|季|级|述|步|一|游|阶段)|今[年后]|去年|当[年月前季]|目前|截至|预计|力争|确保|分[片区产])")
_LEADS_IN = re.compile(r"^.*(?:随着|组建|成立|设立|引进|依托|收购|控股|兼并|帮助|协助|支持|督促|指导|促成|推动|签约|包括|以及|通过|争取|洽谈|对接|走访|调研|考察|实施|被)了?(?=.{2,}$)")
GRAMMAR = ("park", "verb", "target", "plain", "forecast", "outside", "up", "down", "share", "difference", "completion", "respectively", "of_which")  # lists of words that no name begins or ends with
SPEAKER = r"(?:的?(?:相关|主要|有关|企业|公司|生产|车间|财务|综合|总?经营)*(?:负责人|董事长|董事|总经理|副总经理|总裁|厂长|副厂长|经理|车间主任|老总|创始人|总监))"
_PLACE = r"(?:有限公司|公司)?的?(?:自动化|智能化|智能|数字化|生产|总装|装配|包装|现代化|全自动|[A-Za-z0-9]+)*(?:车间|厂房|厂区|生产线|产线|展厅|工厂)"
_NUMBERING = re.compile(rf"^(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?=[\u4e00-\u9fff]{{3}})|[-~]{{2,}}|[·•●○■□◆◇★☆▲►▶]+|\({_LIST}\)[、.]?|{_LIST}[、.)](?!\d)|[①-⑳][、.]?)")
_CONNECTS = re.compile(r"(?:^|(?<=[,:;(|]))(?:(?:其次|首先|第[一二三四五]|居首的|位居其后的|排名第[一二三四五]的)是|排名第[一二三四五]的|[一二三四五六七八九十]是|同时|此外|另外|首先|其次|再次|最后|预计|目前|而|反观|再看|看看|至于|说到|谈到|先说|再说|先看|相比之下|与之相比)(?=[\u4e00-\u9fffA-Z]{2})")  # 二是东区, 此外北片

APPOSED = re.compile(r"(?:(?:园区|全区|全园|我区|区内|园内|我园|本土|重点|骨干|龙头|领军|链主|头部|标杆|成长型|大型|中型|小型|上市|高新技术|专精特新|\"?小巨人\"?|新兴|行业|新建|新投产|入园|外资|民营|规上|规模以上|工业|明星|纳税|首家|最大的?|主要|成长性|领航)+(?:企业|公司|大户)|链主|(?:位于|地处|坐落在|坐落于|落户在?)[\u4e00-\u9fff0-9]{2,8}?)的?")  # 龙头企业|华芯半导体
_SHORT_NAME = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,24}?(?:公司|集团|厂))\((?:以下)?简称:?\"?(?P<short>[\u4e00-\u9fffA-Za-z]{2,8})\"?\)")


def bounded(plain: str) -> str:
    """A plain form without its list number, each expression of time or word that connects as one sign: they bound the names beside them."""
    times, kept, place = times_in(plain), [], 0
    while place < len(plain):
        end = times[place][0] if place in times else 0
        kept.append(TIME if end else plain[place])
        place = end or place + 1
    return _CONNECTS.sub(TIME, _NUMBERING.sub("", "".join(kept)))


class FirmFinder:
    """Finds firms in bounded forms."""

    def _compile_firms(self, vocabulary: Vocabulary) -> None:
        verbs = alternation(VERBS)
        self._full_firm = re.compile(rf"(?:^|(?<=[,:、()和\"{TIME}]))(?P<name>[\u4e00-\u9fffA-Za-z*]{{2,24}}?(?:{alternation(self.words['firm_endings'])}))(?!所|长|化|区|房|家|有限|公司)")
        self._headed_firm = re.compile(rf"^(?P<name>{CN}{{3,8}}?)(?=:[^:]*\d)")
        self._line_firm = re.compile(rf"^(?P<name>{CN}{{3,8}}?)(?=[{TIME}]|本月|年产值)")
        self._item_firm = re.compile(rf"^(?:\({_LIST}\)|{_LIST}[.、)])(?P<name>{CN}{{2,8}}?)(?=:|受|因|由于|克服|全年|今年|上半年|前|本月|\d|{verbs})")
        self._bare_firm = re.compile(rf"(?:{FRONT}|(?<=\)、))(?:其中)?(?P<name>{CN}{{2,10}}?)(?=(?:一[家户](?:就|便|即)?)?(?:{verbs}|贡献)|因|受|由于|得益于|克服|\((?={verbs})|(?<=[\u4e00-\u9fff]{{4}})\d)")
        self._timed_firm = re.compile(rf"{FRONT}(?:其中)?(?P<name>{CN}{{4,8}}?)(?=[{TIME}]|本月|年产值)")
        self._told_firm = re.compile(rf"{FRONT}(?P<name>[\u4e00-\u9fff]{{2}}(?:{alternation(self.words['firm_industries'])}))(?=的|新|又|则|也|一|停|检|扩|技改|订|满|已|正|刚|还|更|开|投产|获|靠|凭|把|从|在|以|借|通过|因|受|由于|拿下|走|迎|只|仅|却|约|近|达|势头|\"|\(|(?<=[{TIME}][\u4e00-\u9fff]{{4}}),)")
        self._firm_list = re.compile(rf"{FRONT}(?:其中)?(?P<names>{CN}{{2,10}}(?:、{CN}{{2,10}}?)+)(?=[{TIME}]?(?:{verbs}))")
        self._speaker = re.compile(rf"(?:^|(?<=[,:。\"'了到{TIME}]))(?:(?:在|走进|来到|据)(?:位于{CN}{{0,8}}的)?)?(?P<name>{CN}{{3,8}}?)(?:{SPEAKER}|{_PLACE})")
        self._headed_firm = re.compile(rf"^(?P<name>[\u4e00-\u9fff]{{2,4}}?(?:{alternation(self.words['firm_industries'])}))(?=:)")
        before = f"{verbs}|{vocabulary.indicator_pattern.pattern}"
        self._apposed = re.compile(rf"{APPOSED.pattern}(?P<name>{CN}{{3,8}}?)(?=[{TIME}]?(?:{before}|\d)|[{TIME},(]|因|受|由于|得益于|克服)")
        self._of_place = re.compile(rf"(?<=[区片园块团]的)(?P<name>[\u4e00-\u9fff]{{2,4}}?(?:{alternation(self.words['firm_industries'])}))(?=[{TIME}]?(?:{before}))")
        self._firm_tail = re.compile(rf"(?P<own>.{{2,4}}?)(?:{alternation(self.words['firm_industries'])})+")

    def ends_like_firm(self, name: str) -> bool:
        """远澜机电: two to four characters of its own, then a trade."""
        return bool(self._firm_tail.fullmatch(name))

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
                    if told := _SHORT_NAME.search(plain):
                        found[told["short"]] = ("firm", name)
        for match in (*self._apposed.finditer(text), *self._of_place.finditer(text)):
            if self._is_firm(match["name"], True) and self.fits_kind(match["name"], "firm"):
                found.setdefault(match["name"], ("firm", match["name"]))
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
        for match in (*self._headed_firm.finditer(text), *self._told_firm.finditer(text)):  # 鲜达冷链新添的冷库刚刚启用,前10个月销售收入…
            own = self._firm_tail.fullmatch(match["name"])["own"]
            if not self._industry.fullmatch(own) and not has_quality(own) and self.fits_kind(match["name"], "firm"):
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
        if OUTSIDE.match(name) or self._vocabulary.indicator_pattern.search(name) or re.search(r"[的了]|企业|园|片|区|年|月|度|产业|行业|部门|规模|规上|固定资产|招商|高新|民营|我们|一天|每天|卖出|售出|发出|全部|各项|工作|项目|经济|情况|其中|同比|增|减|降|市|县|镇|局|办", name):
            return False
        if any(name.startswith(w) or name.endswith(w) for kind in GRAMMAR for w in words[kind] if len(w) > 1):
            return False
        if self._industry.fullmatch(name):
            return False
        if self._firm_tail.fullmatch(name):
            return not does(name)
        return in_firms and 2 <= len(name) <= 8 and not is_no_name(name) and not has_grammar(name, words) and not re.match(r"[一二两三四五六七八九十\d]", name)

"""What may be a name at all: no words of the grammar in it, no counter, no indicator that is only unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from .vocabulary import alternation

_IN_NAMES = {"开发", "发展", "集中", "建设", "科学", "合力", "本地", "同步", "实施", "计划", "合计", "总计", "形成", "组织", "设立", "指标", "主要", "引进"}  # words of the grammar that names of places bear too (集中区, 科学城)
FIGURE = r"[\d.,-]+(?:亿元|万元|亿美元|万美元|元|家|户|个|亩|公顷|平方公里|人)"  # not 8000万米: products counted in units of their own are no parts
_OFFICE = re.compile(r"(?:局|委|办|办公室|中心|镇|乡|村|科|部|组|专班|银行|分行|所|站|县|市|指挥部|工作组|公司|集团|支部|协会|商会)$")
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十几数多各每]|\d)(?:个|大|家|处|条|户)")  # 北坞四个片区: the last of a list and its count
DOINGS = "停产|检修|技改|扩建|扩产|订单|投产|达产|复产|满产|满负荷|开足马力|转产|搬迁|试产|新厂|产能|产销|势头|运行|竣工|开工|签约|落户|在建|续建|动工|卖出|售出|发货|接单|招工"  # what firms do or have: no part of a name
_DOING = re.compile(DOINGS)
_QUALITY = re.compile(r"民营|民间|外资|国有|个体|私营|港澳台|小微|中小|经济$|规模|规上|高技术|高新|新兴|先进制造|传统|人均|亩均|户均|平均|单位|战略|新签|重大|其中|期间|同期|当年|累计|剔除|扣除|不含|包括|[百千万十]亿|级$|打造|培育|壮大|做[大强优]|构建|形成|围绕|聚焦|依托|创建|争创|建设|推动|促进|带动|拉动|支撑|助力|相关|部分|各类|大型|中型|多家|一批|本地|国内|全球|全国|县城|下游|上游|新增|主导|重点|龙头|骨干|支柱|行业|企业|产业|园区|其余|其他|该|本|我|各|全")
_BOUND = re.compile(r"不[低少高多超][于过]?|超过|突破|达到|至少|最低|保底|力争|确保|[约近逾超达共仅只]$")
_MEASURED = re.compile(r"(?:收入|投资|投入|值|额|数|率|量|面积|资金|岗位|人员|人次|人|费|费用|款|税|支出|成本|用电|电量|能耗|订单|价格|外资|项目|企业|增速|增幅|利润|贷款|补助|奖励|招商|引资|征地|拆迁|用地|厂房|道路|任务|目标)$")


def does(name: str) -> bool:
    """True where something stands in it that firms do: 安泽织造停产检修."""
    return bool(_DOING.search(name))


def has_quality(name: str) -> bool:
    """True where a quality of firms or a lead of a sentence stands in it: 民营, 打造, 相关."""
    return bool(_QUALITY.search(name))


def is_no_name(name: str) -> bool:
    """True for words that say a quality, a count, something done or something measured: 民营经济, 四个片区, 停产检修, 研发投入."""
    return bool(_COUNTED.search(name) or _QUALITY.search(name) or _BOUND.search(name) or _DOING.search(name) or _MEASURED.search(name))


def has_grammar(name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """True where a verb, an adverb or a hedge stands in it: 努力实现园区, 加快东区."""
    return bool(_grammar(words["verb"], words["plain"], words["target"], words["forecast"]).search(name))


def may_be_somebody(name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """True for words that may be the name of a firm, a place or an office: 华域智家, 招商一局."""
    mere = 2 < len(name) < 9 and re.fullmatch(r"[\u4e00-\u9fff]+", name) and not re.search(r"[的了是为]|(?:服务|制造|加工|建筑|[农工商产林渔牧]|旅游|金融|零售|批发|物流|采矿|供应)业$|[对将要]$|部门|^(?:社会|全社会|基本|房地|一般|综合|总)", name)
    return bool(mere) and not is_no_name(name) and not has_grammar(name, words)


def is_office(name: str) -> bool:
    """True for an office, a town or a committee, which is no part of a park: 招商一局, 城关镇."""
    return bool(_OFFICE.search(name))


def is_counted(name: str) -> bool:
    """True where a count stands in it: 北坞四个片区, 两大板块."""
    return bool(_COUNTED.search(name))


@lru_cache(maxsize=4)
def _grammar(*lists: tuple[str, ...]) -> re.Pattern:
    return re.compile(alternation({w for entries in lists for w in entries if len(w) > 1} - _IN_NAMES))

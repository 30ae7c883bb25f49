"""What may be a name at all: no words of the grammar in it, no counter, no indicator that is only unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from .vocabulary import alternation

_IN_NAMES = {"开发", "发展", "集中", "建设", "科学", "合力", "本地", "同步", "实施", "计划", "合计", "总计", "形成", "组织", "设立", "指标", "主要", "引进"}  # words of the grammar that names of places bear too (集中区, 科学城)
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十几数多各每]|\d)(?:个|大|家|处|条|户)")  # 北坞四个片区: the last of a list and its count
_QUALITY = re.compile(r"民营|民间|外资|国有|个体|私营|港澳台|小微|中小|经济$|规模|规上|高技术|高新|新兴|先进制造|传统|人均|亩均|户均|平均|单位|战略|新签|重大|其中|期间|同期|当年|累计|剔除|扣除|不含|包括")
_MEASURED = re.compile(r"(?:收入|投资|投入|值|额|数|率|量|面积|资金|岗位|人员|人次|人|费|费用|款|税|支出|成本|电|电量|能耗|订单|价格|外资|项目|企业|增速|增幅|利润|贷款|补助|奖励|招商|引资|征地|拆迁|用地|厂房|道路|任务|目标)$")


def is_no_name(name: str) -> bool:
    """True for words that say a quality, a count or something measured: 民营经济, 四个片区, 研发投入."""
    return bool(_COUNTED.search(name) or _QUALITY.search(name) or _MEASURED.search(name))


def has_grammar(name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """True where a verb, an adverb or a hedge stands in it: 努力实现园区, 加快东区."""
    return bool(_grammar(words["verb"], words["plain"], words["target"], words["forecast"]).search(name))


def is_counted(name: str) -> bool:
    """True where a count stands in it: 北坞四个片区, 两大板块."""
    return bool(_COUNTED.search(name))


@lru_cache(maxsize=4)
def _grammar(*lists: tuple[str, ...]) -> re.Pattern:
    return re.compile(alternation({w for entries in lists for w in entries if len(w) > 1} - _IN_NAMES))

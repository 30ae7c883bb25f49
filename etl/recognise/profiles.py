"""What a column of a table is, by its header and by what its cells are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .columns import ATTRIBUTE, COMPLETION, EMPTY, GROWTH, LABELS, PACE, SAME, SKIP, UNKNOWN, VALUE, Column
from .context import is_zone_like
from .headers import GROWTHS
from .labels import LABEL_ROLES, LEDGER_ROLES, VALUE_ROLES, Label, Lexicon
from .names import is_among, is_total, total_of
from .numbers import is_error
from .periods import parse_period
from .tables import Table
from .text import squeeze
from .units import parse_unit

SAMPLE_ROWS = 400
MEASURED = frozenset({"target", "forecast", "same_period", *GROWTHS, "completion", "pace", "rank", "share", "mom", "difference"})
ATTRIBUTES = frozenset({"land", "above_scale", "leading"})


def header_path(table: Table, col: int) -> tuple[str, ...]:
    """The header texts over a column, outer first; a group's text reaches over the empty header cells to its right."""
    texts = []
    for i, row in enumerate(table.header):
        value = table.view.rows[row][col]
        if value is None and i < len(table.header) - 1:
            value = _group_text(table, i, col)
        if value is not None:
            text = value if isinstance(value, str) else _year_text(value)
            if text and (not texts or texts[-1] != text) and not is_among(text):
                texts.append(text)
    return tuple(texts)


def _group_text(table: Table, level: int, col: int) -> object:
    """The nearest text to the left in an upper header row, if no column between starts a header of its own on that row."""
    row, below = table.header[level], table.header[level + 1:]
    if all(table.view.rows[r][col] is None for r in below):
        return None
    for c in range(col - 1, table.left - 1, -1):
        value = table.view.rows[row][c]
        if value is not None:
            alone = any(table.view.rows[r][c] is not None and (r, c) not in table.view.covered for r in below)
            return value if alone and (row, c) not in table.view.spans else None
    return None


def _year_text(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{int(value)}年" if value == int(value) and 1980 <= value <= 2060 else f"{value:g}"
    return f"{value.year}年{value.month}月" if hasattr(value, "month") else ""


def profile_of(table: Table, col: int, lexicon: Lexicon) -> Counter:
    """How many body cells are numbers, texts, units and labels of each kind, over the first rows."""
    seen: Counter = Counter()
    for r in table.body[:SAMPLE_ROWS]:
        value = table.view.rows[r][col]
        if value is None:
            continue
        kind = "e" if is_error(value) else lexicon.kind(value)
        seen[kind] += 1
        if isinstance(value, str) and kind not in "nme":
            if parse_unit(value):
                seen["unit"] += 1
            label = lexicon.row(value)
            for name in ("indicator", "area", "cluster", "firm", "name", "total"):
                seen[name] += bool(getattr(label, name))
            seen["zone"] += is_zone_like(label.name)
            seen["measured"] += bool(label.name and label.unit)
            seen["role"] += label.role in MEASURED or (label.role in VALUE_ROLES and label.role != "indicator") or _says_which(label)
    return seen


def _says_which(label: Label) -> bool:
    """True for 本月, 当月完成 and 累计, which tell a figure's measure rather than its time."""
    return bool(label.period and not label.period.month_known and not label.period.year_known)


def column_of(table: Table, col: int, lexicon: Lexicon, seen: Counter) -> Column:
    """What a column is for: labels of an axis, figures, growth and other measures, attributes, or nothing that is read.

    seen: what profile_of counted in it. The header decides; where it says nothing, or its cells are plainly something else, the cells do.
    """
    texts = header_path(table, col)
    label = lexicon.header(texts) if texts else Label()
    figures, words = seen["n"] + seen["e"], sum(seen[k] for k in "rpwtd")
    if not table.header and figures:
        return Column(col, VALUE, label)
    if not texts and _counts(table, col):
        return Column(col, SKIP, Label(role="serial"))
    if label.role in VALUE_ROLES | LEDGER_ROLES and not figures and 2 * (seen["indicator"] + min(seen["role"], seen["indicator"])) > words:
        return Column(col, LABELS, replace(label, role=""), "indicator", texts)  # 任务, 2024年 or 项目类别 over names of indicators
    if label.role in VALUE_ROLES and not figures and words and _is_dated(texts[-1]) and (axis := _axis("", seen)) in ("area", "cluster", "firm", "name"):
        return Column(col, LABELS, replace(label, role=""), axis, texts)  # 2024年1-9月 over the names of zones
    if label.role == "leading" and _tells_apart(table, col):
        return Column(col, LABELS, replace(label, role="cluster"), "cluster", texts)  # 主导产业 over their names
    if label.role in ATTRIBUTES:
        return Column(col, ATTRIBUTE, label, label.role, texts)
    if label.role == "area" and len(texts) > 1 and is_total(texts[-1]) and figures > words:
        return Column(col, VALUE, replace(lexicon.header(texts[:-1]), total=True), texts=texts)  # 园区 beside its zones over figures
    if label.role == "firm" and _are_zones(table, col, seen, texts):
        return Column(col, LABELS, replace(label, role="area"), "area", texts)
    if label.role in LABEL_ROLES:
        return Column(col, LABELS, label, _axis(label.role, seen), texts)
    if label.role in ("completion", "pace"):
        return Column(col, COMPLETION if label.role == "completion" else PACE, label, texts=texts)
    if label.percent and label.role in ("target", "actual") and re.search("完成|占|达", texts[-1]) and (label.role == "target" or not label.indicator):
        return Column(col, COMPLETION, label, texts=texts)  # 完成市目标%: a rate, whatever its words begin with
    if label.role in GROWTHS and re.search("年均|平均|复合|定基", texts[-1]):
        return Column(col, SKIP, label, texts=texts)
    if label.role in GROWTHS:
        return Column(col, GROWTH, label, texts=texts)
    if label.role == "same_period":
        return Column(col, SAME, label, texts=texts)
    if not figures and not seen["y"] and words and label.role in ("", "indicator", "leading"):
        axis = _axis("", seen)
        return Column(col, LABELS if axis and not label.indicator else SKIP, label, axis, texts)
    if label.role in VALUE_ROLES or label.indicator or label.total or label.places or label.period:
        return Column(col, VALUE if label.role in VALUE_ROLES | {""} else SKIP, label, texts=texts)
    if label.role:
        return Column(col, SKIP, label, texts=texts)
    if not figures and not seen["y"]:
        return Column(col, EMPTY, label, texts=texts)
    return Column(col, UNKNOWN, label, texts=texts)


def _counts(table: Table, col: int) -> bool:
    """True for a column that numbers the rows: 1, 2, 3 …, gaps allowed beside totals."""
    cells = [table.view.rows[r][col] for r in table.body]
    numbers = [v for v in cells if v is not None]
    return len(numbers) > 1 and numbers == [float(i) for i in range(1, len(numbers) + 1)]


def _tells_apart(table: Table, col: int) -> bool:
    """True for a column whose every row has a word of its own: names, no marks such as 是 or √."""
    words = [squeeze(v) for r in table.body if isinstance(v := table.view.rows[r][col], str) and v.strip()]
    return len(words) > 1 and len(set(words)) == len(words) and all(len(word) > 1 for word in words)


def _are_zones(table: Table, col: int, seen: Counter, texts: tuple[str, ...]) -> bool:
    """True for 单位名称 over names that stand again in row after row beside the whole park (园区合计), none of which ends as a firm's."""
    if "单位" not in texts[-1] or seen["firm"] or not seen["name"]:
        return False
    names = [squeeze(v) for r in table.body[:SAMPLE_ROWS] if isinstance(v := table.view.rows[r][col], str)]
    park = any(total_of(name) == "" and re.match("园区|全园|全区|全县", name) for name in names)
    return park and len(set(names)) * 2 <= len(names) and all(len(name) <= 6 for name in names)


def _axis(role: str, seen: Counter) -> str:
    """What a label column labels: by its header where its cells agree, else by its cells."""
    by_role = {"indicator_name": "indicator", "year_month": "period"}.get(role, role)
    found = {kind: seen[kind] for kind in ("indicator", "area", "cluster", "firm", "unit", "role")}
    found["period"] = seen["p"] + seen["d"]
    best = max(found, key=lambda kind: found[kind])
    if best == "role" and role in ("", "indicator_name") and found["indicator"] > 1:
        best = "indicator"  # each with its rates below: 工业总产值, 占比, 同比, 税收, 占比, 同比
    named = seen["w"] + seen["t"] + seen["r"] + seen["p"] + seen["d"] - seen["total"]
    if role == "unit":
        return "unit" if found["unit"] * 2 >= named or not named else (best if found[best] else "area")
    if role == "measure":
        return "measure" if (found["role"] + found["period"]) * 2 >= named and found["role"] else (best if found[best] * 2 >= named > 0 and best != "role" else "")
    if by_role in ("year", "month"):
        return by_role
    if by_role == "indicator" and not found["indicator"] and found[best] and found[best] * 2 >= named and best not in ("unit",):
        return "measure" if best == "role" else best
    if by_role in ("area", "cluster", "firm") and found["indicator"] * 2 > named:
        return "indicator"
    if by_role in ("area", "cluster") and found["firm"] and named > found["firm"] or by_role == "area" and found["firm"] * 2 > named:
        return "firm"  # 园区/企业 over a zone and its firms
    if by_role == "firm" and not found["firm"] and seen["zone"] * 2 > named:
        return "area"  # 单位名称 over zones
    if by_role:
        return by_role
    if found[best] * 3 >= named and found[best]:
        return "measure" if best == "role" else best
    return "name" if seen["name"] + seen["firm"] else ""


def _is_dated(text: str) -> bool:
    """2024年1-9月, but not 累计, which is a period only beside one."""
    period = parse_period(text)
    return period is not None and (period.start_year or period.end_month) is not None

"""Project ledgers 项目台账: one record per project, dates as exact as the file says (samples' rule 20)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from park.catalogue import UnitMismatch, convert
from park.locale import _
from park.store.records import ProjectRecord

from .findings import Findings
from .headers import classify_path
from .labels import Lexicon, without_lead
from .names import is_total, total_of
from .numbers import missing, parse_number
from .profiles import header_path
from .tables import Table
from .text import clean, simplified, squeeze
from .units import units_in
from .view import View

DATES = ("signed", "started", "completed", "in_production")
_WORKS = "(?:主体|基础|桩基|装修|土方|场地平整)"
_NOT_BEGUN = re.compile(rf"(?:尚?未(?![完封全])|尚(?!未)|等?待)[^,，;；。完封]{{0,4}}{_WORKS}[^,，;；。]*")  # 等待场地平整
_ONLY_MEANT = re.compile(rf"{_WORKS}[^,，;；。完封]{{0,4}}(?:尚?未(?![完封全])|尚(?!未)|等?待|手续|设计|图审|审查|招标|不配套)[^,，;；。]*")  # 桩基图审
_STAGES = (
    ("签约", re.compile(r"未开工|签约|签订|待开工|未动工|前期|筹备|洽谈")),
    ("投产", re.compile(r"投产|试生产|试产|生产|运营|达产|营业")),
    ("开工", re.compile(rf"主体|桩基|封顶|安装|{_WORKS}[^,，;；。]*(?:施工|建设|开挖|浇筑|完成|完工|收尾|验收|作业|进行|阶段|中|\d\s*%)|(?:正在|进行|完成|已|开始)[^,，;；。]*{_WORKS}")),
    ("竣工", re.compile(r"竣工|完工|建成|完建")),
    ("开工", re.compile(r"开工|在建|建设|施工|动工|续建")),
)
_DAY = re.compile(r"^(\d{2,4})\s*[年./-]\s*(\d{1,2})\s*(?:[月./-]\s*(\d{1,2})\s*日?|月?)(?:份|底|末|初|中旬|上旬|下旬)?$")
_EIGHT = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)?$")
_PROGRESS = re.compile(r"形象进度|进展情况|进展|推进情况")
_NOT_YET = re.compile(r"(?:计划|拟|预计|力争|争取|准备|将)[^,，;；。]*")  # what is only meant to happen tells no stage
_OPEN_DATES = re.compile(r"待定|未定|未开工|尚未|暂无|待|无")
_DAYLESS = re.compile(r"[dD日]")


def read_ledger(table: Table, roles: dict[str, int], lexicon: Lexicon, file: str, findings: Findings) -> list[ProjectRecord]:
    """The projects of a ledger; section rows, totals and rows without a project's name are none."""
    unit = _investment_unit(table, roles.get("investment"))
    found, section, progress = [], "", _progress(table, roles)
    for r in table.body:
        name = _name(table.view, r, roles)
        if not name:
            section = _section(table.view, r) or section
            continue
        said = "" if progress is None else _NOT_YET.sub("", str(table.view.rows[r][progress] or ""))
        told = said if stage_of(said, {}) else section
        record = _project(table, r, roles, name, unit, lexicon, file, told)
        found.append(record)
        _check_order(table, r, roles, record, findings)
        _check_read(table, r, roles, record, findings)
    if found:
        _name_skipped(table, roles, findings)
    return found


def _progress(table: Table, roles: dict[str, int]) -> int | None:
    """The column 进展情况 or 形象进度, which tells the stage where no column 项目阶段 does."""
    if "stage" in roles:
        return None
    return next((c for c in range(table.left, table.right + 1) if _PROGRESS.search("".join(header_path(table, c)[-1:]))), None)


def _section(view: View, r: int) -> str:
    """The one text of a row over the projects below it (二、未开工项目)."""
    texts = {v for v in view.rows[r] if isinstance(v, str)}
    return texts.pop() if len(texts) == 1 and not any(isinstance(v, float) for v in view.rows[r]) else ""


def _name(view: View, r: int, roles: dict[str, int]) -> str:
    col = roles.get("project_name", roles.get("indicator_name"))
    value = view.rows[r][col]
    cells = view.rows[r]
    if not isinstance(value, str) or missing(value):
        return ""
    if any(isinstance(v, str) and is_total(re.sub(r"[(（].*?[)）]", "", v)) for v in cells[: col + 1] if v is not None):
        return ""
    spread = {view.covered.get((r, c), (r, c)) for c in roles.values() if cells[c] is not None}
    if len(spread) < 2 or total_of(value) == "":
        return ""  # a section row: one text over the whole width, or alone in its row
    return without_lead(value)


def _project(table: Table, r: int, roles: dict[str, int], name: str, unit: str, lexicon: Lexicon, file: str, told: str) -> ProjectRecord:
    view = table.view

    def text(role: str) -> str:
        value = view.rows[r][roles[role]] if role in roles else None
        return "" if value is None or missing(value) else str(value)

    dates = {role: read_date(view, r, roles[role]) for role in (*DATES, "planned_start") if role in roles}
    return ProjectRecord(
        project=name, firm=squeeze(text("firm")), area=_place(text("area"), lexicon), cluster=squeeze(text("cluster")),
        investment=_investment(view, r, roles.get("investment"), unit, lexicon), stage=stage_of(text("stage") if "stage" in roles else told, dates),
        reason=" ".join(text("reason").split()), responsible=squeeze(text("responsible")),
        file=file, sheet=view.sheet.name, cell=view.cell(r, roles.get("project_name", roles.get("indicator_name"))),
        table=table.number, **{role: dates.get(role, "") for role in (*DATES, "planned_start")},
    )


def _place(text: str, lexicon: Lexicon) -> str:
    return "" if is_total(text) or lexicon.is_park(text) else squeeze(text)


def stage_of(text: str, dates: dict[str, str]) -> str:
    """签约, 开工, 竣工 or 投产 from the stage's words, else from the furthest date that stands there.

    Works that have not begun or are only drawn up (未进行土方施工, 桩基图审) start no construction.
    """
    bare = simplified(clean(text))
    begun = _ONLY_MEANT.sub("", _NOT_BEGUN.sub("", bare))
    for stage, words in _STAGES:
        if words.search(begun):
            return stage
    if begun != bare and re.search("[未尚待]", bare):
        return "签约"  # 场地平整未启动
    for role, stage in (("in_production", "投产"), ("completed", "竣工"), ("started", "开工"), ("signed", "签约")):
        if dates.get(role):
            return stage
    return ""


def read_date(view: View, r: int, col: int) -> str:
    """YYYY-MM-DD or YYYY-MM, as exact as shown; "" for words such as 待定 and for no date."""
    value = view.rows[r][col]
    if isinstance(value, (date, datetime)):
        shown = view.format(r, col)
        exact = not shown or bool(_DAYLESS.search(re.sub(r'"[^"]*"|\[[^\]]*\]', lambda m: "日" if "日" in m[0] else "", shown)))
        return value.strftime("%Y-%m-%d" if exact else "%Y-%m")
    if isinstance(value, float):
        value = _shown_number(value, view.format(r, col))
    return written_date(str(value)) if value is not None else ""


def _shown_number(value: float, shown: str) -> str:
    """A year and month typed as a number: 2009.1 shown with two places is 2009.10."""
    if value == int(value):
        return str(int(value))
    return f"{value:.2f}" if re.search(r"\.00", shown) else f"{value:.15g}"


def written_date(text: str) -> str:
    """YYYY-MM-DD or YYYY-MM of a written date (2009.3, 2009年8月, 09年9月, 20100105, 2010年2月底), "" for none."""
    bare = clean(simplified(text)).replace(" ", "")
    match = _EIGHT.match(bare) or _DAY.match(bare)
    if not match:
        return ""
    year, month, day = match[1], int(match[2]), match[3]
    if len(year) == 3 or not 1 <= month <= 12 or (len(year) == 2 and "年" not in bare):
        return ""
    if len(year) == 2:
        year = ("19" if int(year) > 60 else "20") + year
    if not day:
        return f"{year}-{month:02d}"
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _investment_unit(table: Table, col: int | None) -> str:
    if col is None:
        return ""
    meaning = classify_path(header_path(table, col))
    if meaning.unit:
        return meaning.unit
    said = [u for _r, _c, text in reversed(table.captions) for u in units_in(text) if u.endswith("元")]
    return said[0] if said else "万元"


def _investment(view: View, r: int, col: int | None, unit: str, lexicon: Lexicon) -> Decimal | None:
    if col is None or (r, col) in view.covered:
        return None
    number = parse_number(view.rows[r][col], view.format(r, col))
    if number is None or number.value is None:
        return None
    units = lexicon.catalogue.units
    written = lexicon.catalogue.unit(number.unit) or units.get(unit)
    try:
        return convert(number.value, written, units["万元"]) if written else None
    except UnitMismatch:
        return None


def _check_read(table: Table, r: int, roles: dict[str, int], record: ProjectRecord, findings: Findings) -> None:
    """A note at each date, and a warning at an investment, that is there and was not read."""
    for role in (*DATES, "planned_start"):
        value = table.view.rows[r][roles[role]] if role in roles else None
        if isinstance(value, str) and not missing(value) and not getattr(record, role) and not _OPEN_DATES.search(value):
            findings.add("date_not_read", "note", table.view.cell(r, roles[role]),
                         _("“{text}” is no date with a year and a month; it was left out.").format(text=value.strip()),
                         _("Write it as 2024-03 or 2024年3月."), table.number)
    value = table.view.rows[r][roles["investment"]] if "investment" in roles else None
    if isinstance(value, str) and not missing(value) and record.investment is None and (r, roles["investment"]) not in table.view.covered:
        findings.add("text_in_number_cell", "warning", table.view.cell(r, roles["investment"]),
                     _("“{text}” stands where a number belongs.").format(text=value.strip()),
                     _("Enter the figure, or — where there is none."), table.number)


def _name_skipped(table: Table, roles: dict[str, int], findings: Findings) -> None:
    """A note for each column of figures that a ledger does not keep."""
    for c in range(table.left, table.right + 1):
        path = header_path(table, c)
        figures = [r for r in table.body if type(table.view.rows[r][c]) is float]
        if c not in roles.values() and path and figures and classify_path(path).role not in ("serial", "code"):
            findings.add("skipped_column", "note", table.view.cell(table.header[-1], c),
                         _("The figures under “{header}” give no observations.").format(header=" ".join(path).replace("\n", "")), "", table.number)


def _check_order(table: Table, r: int, roles: dict[str, int], project: ProjectRecord, findings: Findings) -> None:
    """A later stage that is dated before an earlier one."""
    last_role, last = "", ""
    for role in DATES:
        value = getattr(project, role)
        if value and last and value[: min(len(value), len(last))] < last[: min(len(value), len(last))]:
            findings.add(
                "date_order", "warning", table.view.cell(r, roles[role]),
                _("{later} {date} is before {earlier} {before}.").format(later=_stage_word(role), date=value, earlier=_stage_word(last_role), before=last),
                _("Correct one of the two dates; the row stays as written."), table.number)
        if value:
            last_role, last = role, value


def _stage_word(role: str) -> str:
    return {"signed": _("the signing"), "started": _("the start of construction"), "completed": _("the completion"),
            "in_production": _("the start of production")}[role]

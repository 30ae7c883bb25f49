"""What `python -m etl demo` loads: simulated workbooks and the documents' own figures, in the order of loading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "data" / "demo"
COUNTY, CITY = "县工业园区", "工业城"
WORKBOOKS = (
    ("工业城_2011年_主要经济指标完成情况表.xlsx", CITY),
    ("工业城_2012年_数据模板.xlsx", CITY),
    ("工业城_2012年12月_企业产值明细表.xlsx", CITY),
    ("县工业园区_2012年_分产业_数据模板.xlsx", COUNTY),
    ("县工业园区_2013年1-9月_分产业_数据模板.xlsx", COUNTY),
    ("县工业园区_2013年9月_企业产值明细表.xlsx", COUNTY),
    ("县工业园区_2012年_数据模板.xlsx", COUNTY),
    *(
        (f"县工业园区_2013年{month}_主要经济指标完成情况表.xlsx", COUNTY)
        for month in ("1-2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月")
    ),
    ("县工业园区_2013年9月_项目台账.xlsx", COUNTY),
)
# each document with the title that it gives itself, without the marks of the page it was found on
DOCUMENTS = {
    "000": "工业委工作思路", "001": "2023年度经济工作计划", "002-1": "工业园区管委会工作计划", "002-2": "工业园区工作汇报",
    "002-4": "工业园区工作简报第4期", "004": "全镇工业集中区建设的总结",
}


@dataclass(frozen=True, slots=True)
class DemoFile:
    """One file of the demo.

    area: the park to load it for ("" for a document, which names its own). document: a text for etl.confirmed, with its facts
    beside it, else a workbook for etl.extract; title: what its records call it ("": its file's name). simulated: its figures are made up and every page of theirs says so.
    """

    path: Path
    area: str = ""
    document: bool = False
    simulated: bool = True
    title: str = ""


def demo_files() -> tuple[DemoFile, ...]:
    """All files, workbooks first: where both give a figure, the document's is then the latest and the one that counts."""
    workbooks = tuple(DemoFile(FOLDER / name, area) for name, area in WORKBOOKS)
    documents = tuple(
        DemoFile(FOLDER / "documents" / f"{number}.txt", document=True, simulated=False, title=title) for number, title in DOCUMENTS.items()
    )
    return workbooks + documents


def try_upload() -> Path:
    """A workbook that the demo does not load: the next month of the county park, to try an upload with."""
    return FOLDER / "upload" / "县工业园区_2013年10月_主要经济指标完成情况表.xlsx"

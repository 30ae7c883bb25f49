"""Makes the demo workbooks: `python -m data.demo.make [FOLDER]` from the project's root.

Every run gives the same bytes: the seed is fixed (figures.py), and so are the times inside the files (workbooks.py).
"""

from __future__ import annotations

import sys
from pathlib import Path

from openpyxl import Workbook

from . import city, county
from .figures import SEED, Line
from .ledgers import CITY_FIRMS, COUNTY_FIRMS, FirmTable, firm_table, project_ledger
from .workbooks import Table, monthly_sheet, save, tidy

FOLDER = Path(__file__).parent
COUNTY_GROUPS = (
    ("一、经济总量", ("工业总产值", "主营业务收入", "税收", "新增就业岗位")),
    ("二、投资", ("固定资产投资", "基础设施投资")),
    ("三、企业和项目", ("新承接企业", "开工企业数", "竣工投产项目", "规模以上企业数")),
    ("四、土地", ("新开发土地", "已开发面积")),
)
CITY_GROUPS = (
    ("一、产业集群", ("工业总产值", "销售收入", "利税", "税收")),
    ("二、投资", ("固定资产投资",)),
)
# October is not part of the demo: it is the file to try an upload with.
LOADED_STEPS, TO_TRY = range(2, 10), 10


def make(folder: Path) -> list[Path]:
    """Writes every workbook into the folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "upload").mkdir(exist_ok=True)
    return [*_county(folder), *_city(folder)]


def _county(folder: Path) -> list[Path]:
    lines = county.lines()
    by_name = {line.name: line for line in lines}
    table = Table(park="县工业园区", parts=county.ZONES, lines=by_name, groups=COUNTY_GROUPS)
    made = [folder / "县工业园区_2012年_数据模板.xlsx"]
    tidy(made[0], "县工业园区", "片区", county.ZONES, lines, 2012)
    for step in (*LOADED_STEPS, TO_TRY):
        period = "1-2月" if step == 2 else f"{step}月"
        place = folder / "upload" if step == TO_TRY else folder
        made.append(place / f"县工业园区_2013年{period}_主要经济指标完成情况表.xlsx")
        book = Workbook()
        book.active.title = period
        monthly_sheet(book.active, table, 2013, step)
        save(book, made[-1])
    made.append(folder / "县工业园区_2013年9月_项目台账.xlsx")
    save(project_ledger(), made[-1])
    return [*made, *_county_clusters(folder, by_name["工业总产值"])]


def _county_clusters(folder: Path, output: Line) -> list[Path]:
    clusters = county.by_cluster()
    made = [folder / f"县工业园区_{period}_分产业_数据模板.xlsx" for period in ("2012年", "2013年1-9月")]
    for path, year in zip(made, (2012, 2013), strict=True):
        tidy(path, "县工业园区", "产业", county.CLUSTERS, clusters, year)
    made.append(folder / "县工业园区_2013年9月_企业产值明细表.xlsx")
    save(firm_table(FirmTable("县工业园区", COUNTY_FIRMS, clusters[0], 2013, 9, 1800, SEED + 5), output), made[-1])
    return made


def _city(folder: Path) -> list[Path]:
    lines = {line.name: line for line in city.lines()}
    table = Table(park="工业城", parts=city.CLUSTERS, lines=lines, groups=CITY_GROUPS, unit_column=False)
    book = Workbook()
    book.remove(book.active)
    for step in range(2, 13):
        monthly_sheet(book.create_sheet("1-2月" if step == 2 else f"{step}月"), table, 2011, step)
    made = [
        folder / "工业城_2011年_主要经济指标完成情况表.xlsx",
        folder / "工业城_2012年_数据模板.xlsx",
        folder / "工业城_2012年12月_企业产值明细表.xlsx",
    ]
    save(book, made[0])
    tidy(made[1], "工业城", "产业", city.CLUSTERS, tuple(lines.values()), 2012)
    save(firm_table(FirmTable("工业城", CITY_FIRMS, lines["工业总产值"], 2012, 12, 2000, SEED + 3), lines["工业总产值"]), made[2])
    return made


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path.name)

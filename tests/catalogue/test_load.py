"""The catalogue holds what the park measures, and a broken entry is refused with file, key and reason."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from park.catalogue import FOLDER, CatalogueError, load_catalogue

# Every indicator that the documents of the demo speak of.
CODES = [
    "industrial_output_value", "above_scale_output_value", "above_scale_value_added", "main_business_revenue",
    "sales_revenue", "above_limit_trade_sales", "profit", "profit_and_tax", "export_value", "total_assets",
    "new_jobs", "above_scale_firms", "above_limit_trade_firms", "firms_in_park", "listed_firms", "market_share",
    "production_capacity", "production_volume", "equipment_count", "tourist_visits", "tourism_revenue",
    "fixed_asset_investment", "industrial_investment", "technical_renovation_investment",
    "infrastructure_investment", "attracted_investment", "attracted_funds_in_place", "project_total_investment",
    "project_annual_planned_investment", "firms_started", "firms_not_started", "firms_introduced",
    "firms_commissioned", "large_firms_commissioned", "projects_introduced", "brand_projects_introduced",
    "projects_entered", "projects_in_negotiation", "projects_awaiting_approval", "projects_landed",
    "projects_total", "projects_new", "projects_continuing", "projects_started", "projects_commissioned",
    "key_projects_commissioned", "projects_over_100m", "projects_over_50m", "projects_four_batches", "start_rate",
    "completion_rate", "infrastructure_projects", "standard_factory_area", "standard_factory_land_area",
    "standard_factory_buildings", "land_developed", "land_developed_total", "land_planned_area", "park_area",
    "land_acquired", "land_resettled", "land_approved", "idle_land_revitalised", "commercial_land_developed",
    "resettlement_zone_area", "households_relocated", "houses_demolished_area", "resettlement_housing_built",
    "earthwork_volume", "roads_built", "road_length", "road_paved_area", "substations_built", "tax_revenue",
    "fiscal_revenue_total", "financing_in_place", "support_funds_obtained", "enterprise_loans_facilitated",
    "commercial_development_income", "land_payment_due", "ipo_funds_raised", "ipo_price", "ipo_pe_ratio",
    "share_price", "tax_per_mu", "investment_per_land", "output_per_land", "energy_per_value_added",
    "labour_per_10k_spindles", "labour_productivity", "high_value_product_share", "cluster_concentration",
    "patents", "new_products", "sci_tech_achievements", "smart_retrofit_firms", "demonstration_firms",
    "approval_powers_taken", "approvals_handled", "firm_visits", "env_three_simultaneities_rate",
    "env_problem_firms", "coal_stoves_removed", "coal_to_clean_energy_firms", "wells_sealed",
    "env_monitoring_firms", "env_notices_issued", "scattered_polluting_firms_found",
    "scattered_polluting_firms_treated", "safety_inspected_firms", "joint_enforcement_inspections",
    "rectification_notices", "hazards_found", "hazards_removed", "long_stopped_firms", "firms_exited",
    "firms_exit_slow", "illegal_buildings_found", "illegal_building_area_found", "illegal_buildings_demolished",
    "illegal_building_area_demolished", "land_use_changed_firms_found", "land_use_changed_firms_closed",
    "work_groups", "cleanup_actions", "crime_clues_found", "crime_clues_reported", "crime_clues_closed",
    "publicity_items", "activities_held", "research_reports", "pledges_signed", "party_orgs_transferred",
    "party_members_processed", "party_orgs_online",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue's files, to be broken."""
    return Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))


def change(folder: Path, file: str, pattern: str, replacement: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    changed, count = re.subn(pattern, replacement, text, count=1)
    assert count == 1, "the test's pattern must fit the file"
    (folder / file).write_text(changed, encoding="utf-8")


def refusal(folder: Path) -> tuple[str, str, str]:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return caught.value.file, caught.value.key, caught.value.reason


def test_every_indicator_of_the_documents_is_there():
    assert len(CODES) == 135
    assert [code for code in CODES if code not in load_catalogue().indicators] == []


def test_the_five_headlines_are_output_tax_investment_started_firms_and_land():
    assert [indicator.code for indicator in load_catalogue().headlines()] == [
        "industrial_output_value", "tax_revenue", "fixed_asset_investment", "firms_started", "land_developed",
    ]  # fmt: skip


def test_every_indicator_is_named_in_both_languages():
    for indicator in load_catalogue().indicators.values():
        assert indicator.name("zh") == indicator.name_zh
        assert indicator.name("en") == indicator.name_en
        assert indicator.name_en != indicator.name_zh


@pytest.mark.parametrize(
    ("park", "zones"),
    [
        ("县工业园区", ["工业区", "创业区", "小松创业区"]),
        ("健康食品产业园", ["食安中心", "浏东公路沿线", "大浏高速互通出口"]),
        ("工业城", []),
        ("达道湾工业园区", []),
        ("官渡工业园区", []),
        ("转型工业园区", ["德胜片区", "暖泉片区", "海峡建材城"]),
        ("全镇工业集中区", []),
    ],
)
def test_parks_have_their_zones(park, zones):
    assert [zone.name for zone in load_catalogue().parks[park].zones] == zones


def test_textiles_and_lithium_lead_in_the_industrial_city():
    leading = [cluster.name for cluster in load_catalogue().clusters.values() if "工业城" in cluster.leading_in]
    assert leading == ["纺织", "锂电新材料"]


def test_thresholds_are_those_of_the_definition():
    thresholds = load_catalogue().thresholds
    assert (thresholds.ahead, thresholds.on_pace, thresholds.slow) == (Decimal("1.00"), Decimal("0.95"), Decimal("0.85"))


def test_a_mapping_of_the_catalogue_cannot_be_changed():
    with pytest.raises(TypeError):
        load_catalogue().indicators["industrial_output_value"] = None


BROKEN = [
    # file, what is changed, into what, key, a word of the reason
    ("indicators.toml", 'kind = "flow"', 'kind = "stream"', "industrial_output_value.kind", "must be one of"),
    ("indicators.toml", 'group = "economy"', 'group = "money"', "industrial_output_value.group", "must be one of"),
    ("indicators.toml", 'better = "higher"', 'better = "more"', "industrial_output_value.better", "must be one of"),
    ("indicators.toml", 'unit = "万元"', 'unit = "万块"', "industrial_output_value.unit", "no unit is called"),
    ("indicators.toml", 'name_en = ".*"', "", "industrial_output_value.name_en", "is missing"),
    ("indicators.toml", 'name_zh = "工业总产值"', 'name_zh = " "', "industrial_output_value.name_zh", "is empty"),
    ("indicators.toml", 'name_zh = "工业总产值"', "name_zh = 5", "industrial_output_value.name_zh", "must be str"),
    ("indicators.toml", 'unit = "万元"', 'unit = "万元"\ncolor = "red"', "industrial_output_value.color", "not a known key"),
    ("indicators.toml", 'code = "above_scale_output_value"', 'code = "industrial_output_value"', "industrial_output_value", "stands twice"),
    ("indicators.toml", '"规模工业产值"', '"总产值"', "above_scale_output_value.aliases", "already names"),
    ("indicators.toml", '"总产值"', '""', "industrial_output_value.aliases", "not a name"),
    ("indicators.toml", "headline = 1", "headline = 2", "headline", "must number 1 to 5"),
    ("indicators.toml", '"infrastructure_investment"', '"roads"', "fixed_asset_investment.stands_in", "no indicator has the code"),
    ("units.toml", 'factor = "0.0001"', 'factor = "a bit"', "元.factor", "is not a number"),
    ("units.toml", 'factor = "0.0001"', 'factor = "0"', "元.factor", "above zero"),
    ("units.toml", 'currency = "CNY"', "", "元.currency", "money needs one"),
    ("units.toml", 'name = "千元"', 'name = "元"', "元", "stands twice"),
    ("units.toml", '"人民币元"', '"万元"', "万元.aliases", "already names"),
    ("areas.toml", 'name_en = "County Industrial Park"', "", "县工业园区.name_en", "is missing"),
    ("areas.toml", 'name = "工业城"', 'name = "县工业园区"', "县工业园区", "stands twice"),
    ("areas.toml", 'name = "创业区"', 'name = "工业区"', "县工业园区.zones", "a zone stands twice"),
    ("areas.toml", 'source = "000"', 'source = "000"\nmayor = "x"', "县工业园区.mayor", "not a known key"),
    ("clusters.toml", '"工业城"', '"没有的园区"', "纺织.leading_in", "no park is called"),
    ("clusters.toml", 'name = "锂电新材料"', 'name = "纺织"', "纺织", "stands twice"),
    ("clusters.toml", "colour = 1", 'colour = "red"', "纺织.colour", "must be int"),
    ("thresholds.toml", 'slow = "0.85"', 'slow = "0.99"', "status", "ahead >= on_pace >= slow"),
    ("thresholds.toml", 'parts_percent = "0.1"', "", "findings.parts_percent", "is not a number"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "key", "reason"), BROKEN, ids=[f"{b[0]}-{b[3]}-{b[4]}" for b in BROKEN])
def test_a_broken_entry_is_refused_with_file_key_and_reason(folder, file, old, new, key, reason):
    change(folder, file, old, new)
    assert refusal(folder)[:2] == (file, key)
    assert reason in refusal(folder)[2]


def test_a_missing_file_is_refused(folder):
    (folder / "units.toml").unlink()
    assert refusal(folder) == ("units.toml", "file", "is missing")


def test_a_file_that_is_no_toml_is_refused(folder):
    (folder / "areas.toml").write_text("[[park", encoding="utf-8")
    file, key, reason = refusal(folder)
    assert (file, key) == ("areas.toml", "file")
    assert "not valid TOML" in reason


def test_the_message_says_file_key_and_reason_in_one_line(folder):
    change(folder, "units.toml", 'factor = "0.0001"', 'factor = "-1"')
    with pytest.raises(CatalogueError, match=r"^units\.toml: 元\.factor: must be above zero, is '-1'$"):
        load_catalogue(folder)


def test_no_entry_line_for_land_is_set_until_a_park_sets_one(folder):
    assert load_catalogue().thresholds.land_entry.declared() == {}
    change(folder, "thresholds.toml", r"\[land\]\n", '[land]\ntax_per_mu = "15"\n')
    assert load_catalogue(folder).thresholds.land_entry.declared() == {"tax_per_mu": Decimal(15)}


@pytest.mark.parametrize(("line", "key", "reason"), [
    ('tax_per_mu = "0"', "land.tax_per_mu", "above zero"), ('jobs_per_mu = "3"', "land.jobs_per_mu", "not a known key"),
])
def test_a_broken_entry_line_is_refused(folder, line, key, reason):
    change(folder, "thresholds.toml", r"\[land\]\n", f"[land]\n{line}\n")
    assert refusal(folder)[:2] == ("thresholds.toml", key)
    assert reason in refusal(folder)[2]

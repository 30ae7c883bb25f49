"""Which columns the tables of the pages show, and under which headings."""

from __future__ import annotations

import pandas as pd

from park.locale import _
from park.locale.numbers import MONEY_UNIT as MONEY
from park.locale.numbers import MU, PER_MU, unit_word

from .state import View
from .table import Column


def progress(view: View, rows: pd.DataFrame) -> list[Column]:
    """Targets, completion and pace, one row per indicator and part; in a year without any target no pace."""
    columns = [
        Column("name", _("Indicator")), Column("area_word", _("Area")), Column("cluster_word", _("Cluster")), Column("firm", _("Firm")),
        Column("unit_word", _("Unit")),
        Column("target", _("Target"), "figure"), Column("target_high", _("Target up to"), "figure"), Column("actual", _("Actual"), "figure"),
        Column("completion", _("Completion"), "percent"), Column("time_progress", _("Time progress"), "percent"),
        Column("gap", _("Gap (points)"), "points"), Column("status", _("Status"), "status"),
        Column("required_per_month", _("Needed per month"), "figure"),
        Column("landing_linear", _("Landing, linear"), "figure"), Column("landing_seasonal", _("Landing, seasonal"), "figure"),
        Column("yoy_reported", _("Growth, reported"), "signed"), Column("yoy_computed", _("Growth, computed"), "signed"),
        Column("reason_word", _("Note")),
    ]
    return columns if rows["target"].notna().any() else [column for column in columns if column.name != "time_progress"]


def scores() -> list[Column]:
    """The double assessment: goals with weight and score."""
    return [
        Column("half_word", _("Half")), Column("name", _("Indicator")), Column("unit_word", _("Unit")), Column("target", _("Target"), "figure"),
        Column("actual", _("Actual"), "figure"), Column("completion", _("Completion"), "percent"),
        Column("time_progress", _("Time progress"), "percent"), Column("weight", _("Weight"), "figure"), Column("score", _("Score"), "figure"),
        Column("status", _("Status"), "status"), Column("reason_word", _("Note")),
    ]


def goals() -> list[Column]:
    """Targets of a year without any figure yet."""
    return [
        Column("name", _("Indicator")), Column("area_word", _("Area")), Column("cluster_word", _("Cluster")), Column("unit_word", _("Unit")),
        Column("target", _("Target"), "figure"), Column("target_high", _("Target up to"), "figure"), Column("reason_word", _("Note")),
    ]


def trend(unit: str) -> list[Column]:
    """Months and years to date."""
    return [
        Column("month", _("Month")), Column("value_month", _with_unit(_("Month's figure"), unit), "figure"),
        Column("value_ytd", _with_unit(_("Year to date"), unit), "figure"),
        Column("yoy_month", _("Month's growth"), "signed"), Column("yoy_ytd", _("Growth of the year to date"), "signed"),
        Column("target_path", _with_unit(_("Target path"), unit), "figure"),
    ]


def years(unit: str) -> list[Column]:
    """The same months of several years."""
    return [
        Column("year", _("Year")), Column("cluster_word", _("Cluster")), Column("value", _with_unit(_("Year to date"), unit), "figure"),
        Column("growth", _("Growth, computed"), "signed"),
    ]


def growth(unit: str) -> list[Column]:
    """Parts with value, base, growth and contribution."""
    return [
        Column("part_word", _("Part")), Column("value", _with_unit(_("This year"), unit), "figure"),
        Column("base", _with_unit(_("Last year"), unit), "figure"), Column("growth", _("Growth, computed"), "signed"),
        Column("growth_reported", _("Growth, reported"), "signed"), Column("contribution", _("Contribution (points)"), "points"),
        Column("share", _("Share"), "percent"), Column("share_change", _("Change of share (points)"), "points"),
        Column("reason_word", _("Note")),
    ]


def clusters(unit: str) -> list[Column]:
    """Clusters with share, growth, contribution and target."""
    return [
        Column("cluster_word", _("Cluster")), Column("leading_word", _("Leading")), Column("value", _with_unit(_("This year"), unit), "figure"),
        Column("share", _("Share"), "percent"), Column("share_change", _("Change of share (points)"), "points"),
        Column("growth", _("Growth, computed"), "signed"), Column("growth_reported", _("Growth, reported"), "signed"),
        Column("contribution", _("Contribution (points)"), "points"), Column("target", _with_unit(_("Target"), unit), "figure"),
        Column("completion", _("Completion"), "percent"), Column("status", _("Status"), "status"),
    ]


def stages() -> list[Column]:
    """Stages of projects."""
    return [
        Column("stage", _("Stage")), Column("count", _("Projects"), "figure"), Column("reached", _("This stage or later"), "figure"),
        Column("investment", _with_unit(_("Investment"), MONEY), "figure"),
    ]


def waiting() -> list[Column]:
    """Projects that have not started."""
    return [
        Column("project", _("Project")), Column("area_word", _("Area")), Column("reason", _("Why not started")),
        Column("responsible", _("Responsible")), Column("planned_start", _("Planned start")),
        Column("timing_word", _("Due or late")), Column("days_waiting", _("Days waiting"), "figure"), Column("investment", _with_unit(_("Investment"), MONEY), "figure"),
    ]


def calendar() -> list[Column]:
    """Projects with the dates of their stages."""
    return [
        Column("project", _("Project")), Column("firm", _("Firm")), Column("area", _("Area")), Column("stage", _("Stage")),
        Column("signed", _("Signed")), Column("planned_start", _("Planned start")), Column("started", _("Started")),
        Column("completed", _("Completed")), Column("in_production", _("In production")),
        Column("investment", _with_unit(_("Investment"), MONEY), "figure"),
    ]


def causes() -> list[Column]:
    """Why projects have not started."""
    return [Column("reason", _("Why not started")), Column("count", _("Projects"), "figure"), Column("investment", _with_unit(_("Investment"), MONEY), "figure")]


def firms(unit: str) -> list[Column]:
    """Leading firms."""
    return [
        Column("firm", _("Firm")), Column("area_word", _("Area")), Column("cluster_word", _("Cluster")),
        Column("value", _with_unit(_("This year"), unit), "figure"), Column("share", _("Share"), "percent"),
        Column("share_running", _("Share with all larger firms"), "percent"), Column("growth", _("Growth, computed"), "signed"),
        Column("contribution", _("Contribution (points)"), "points"), Column("land", _with_unit(_("Own land"), MU), "figure"),
        Column("per_mu", _("Per mu of own land"), "figure"),
    ]


def land() -> list[Column]:
    """Land and yields per 亩."""
    return [
        Column("part_word", _("Part")), Column("developed", _with_unit(_("Developed this year"), MU), "figure"),
        Column("target", _with_unit(_("Target"), MU), "figure"), Column("completion", _("Completion"), "percent"),
        Column("status", _("Status"), "status"), Column("land", _with_unit(_("Developed to date"), MU), "figure"),
        Column("output_per_mu", _with_unit(_("Output per mu"), PER_MU), "figure"),
        Column("tax_per_mu", _with_unit(_("Tax per mu"), PER_MU), "figure"),
        Column("investment_per_mu", _with_unit(_("Investment per mu"), PER_MU), "figure"),
        Column("threshold_word", _("Entry line")), Column("reason_word", _("Note")),
    ]


def plans() -> list[Column]:
    """Plan periods."""
    return [
        Column("period", _("Period")), Column("name", _("Indicator")), Column("cluster_word", _("Cluster")),
        Column("measure_word", _("Measure")), Column("value", _("Figure"), "figure"), Column("value_high", _("Target up to"), "figure"),
        Column("unit_word", _("Unit")), Column("base", _("Base"), "figure"),
        Column("compound_growth", _("Compound growth a year"), "signed"),
    ]


def _with_unit(heading: str, unit: str) -> str:
    return f"{heading} ({unit_word(unit)})" if unit_word(unit) else heading

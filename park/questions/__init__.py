"""One module per question; SQL in the .sql files beside them. Every question reads the monthly truth through a DuckDB cursor."""

from .attention import attention
from .base import Area, QuestionError, find_area, find_indicator, latest_month, speaking_area
from .clusters import COLUMNS as CLUSTER_COLUMNS
from .clusters import ClusterAnswer, clusters
from .firms import firms
from .growth import growth
from .headlines import headlines
from .investment import investment
from .land import land
from .month import month_state, revisions
from .overview import areas, gap_map, indicators, plans, target_years
from .progress import progress
from .projects import ProjectAnswer, causes, cohorts, ledger, not_started, projects
from .scorecard import scorecard
from .source import history, project_source, source
from .timeline import Timeline, timeline
from .trend import trend
from .words import reason_text

__all__ = [
    "CLUSTER_COLUMNS", "Area", "ClusterAnswer", "ProjectAnswer", "QuestionError", "Timeline", "areas", "attention", "causes", "clusters", "cohorts", "find_area",
    "find_indicator", "firms", "gap_map", "growth", "headlines", "history", "indicators", "investment", "land", "latest_month", "ledger", "month_state", "not_started",
    "plans", "progress", "project_source", "projects", "reason_text", "revisions", "scorecard", "source", "speaking_area", "target_years", "timeline", "trend",
]

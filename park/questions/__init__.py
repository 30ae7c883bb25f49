"""One module per question; SQL in the .sql files beside them. Every question reads the monthly truth through a DuckDB cursor."""

from .attention import attention
from .base import Area, QuestionError, find_area, find_indicator, latest_month
from .clusters import ClusterAnswer, clusters
from .growth import growth
from .headlines import headlines
from .progress import progress
from .trend import trend
from .words import reason_text

__all__ = [
    "Area", "ClusterAnswer", "QuestionError", "attention", "clusters", "find_area", "find_indicator", "growth", "headlines",
    "latest_month", "progress", "reason_text", "trend",
]

"""What the park measures, as declared data: indicators, units, areas, clusters, thresholds (data/catalogue/*.toml)."""

from .assessment import load_assessment
from .load import FOLDER, load_catalogue
from .model import Catalogue, CatalogueError, Cluster, Half, Indicator, LandEntry, Park, Thresholds, Unit, Zone
from .units import UnitMismatch, convert

__all__ = [
    "FOLDER", "Catalogue", "CatalogueError", "Cluster", "Half", "Indicator", "LandEntry", "Park", "Thresholds", "Unit",
    "UnitMismatch", "Zone", "convert", "load_assessment", "load_catalogue",
]

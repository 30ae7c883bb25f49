"""What the park measures, as declared data: indicators, units, areas, clusters, thresholds (data/catalogue/*.toml)."""

from .load import FOLDER, load_catalogue
from .model import Catalogue, CatalogueError, Cluster, Indicator, Park, Thresholds, Unit, Zone
from .units import UnitMismatch, convert

__all__ = [
    "FOLDER", "Catalogue", "CatalogueError", "Cluster", "Indicator", "Park", "Thresholds", "Unit", "UnitMismatch", "Zone",
    "convert", "load_catalogue",
]

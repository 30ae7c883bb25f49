"""The names of park.catalogue, as charts, slides and pages take them."""

from park.catalogue.names import TOTAL, UNALLOCATED, indicator_name, part_name

__all__ = ["TOTAL", "UNALLOCATED", "indicator_name", "part_name"]

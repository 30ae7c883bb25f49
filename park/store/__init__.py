"""DuckDB: schema, batches, undo, accounts. The only place that writes."""

from .accounts import Account, TooManyTries, check_password
from .batches import AlreadyLoaded, Batch, Refused
from .database import Store, StoreBusy, StoreError, StoreMissing, database_path, open_store
from .records import CONTRACT_COLUMNS, OBSERVATION_SCHEMA, Finding, FirmRecord, ProjectRecord, Reading, no_observations

__all__ = [
    "CONTRACT_COLUMNS", "OBSERVATION_SCHEMA", "Account", "AlreadyLoaded", "Batch", "Finding", "FirmRecord", "ProjectRecord", "Reading", "Refused",
    "Store", "StoreBusy", "StoreError", "StoreMissing", "TooManyTries", "check_password", "database_path", "no_observations",
    "open_store",
]

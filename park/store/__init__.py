"""DuckDB: schema, batches, undo, accounts. The only place that writes."""

from .accounts import TooManyTries, check_password
from .batch import AlreadyLoaded, Batch, Refused
from .closing import MonthClosed
from .database import Refusal, Store, StoreBusy, StoreError, StoreMissing, database_path, open_store
from .records import (
    CONTRACT_COLUMNS,
    OBSERVATION_SCHEMA,
    Finding,
    FirmRecord,
    Mark,
    Picture,
    ProjectRecord,
    Reading,
    Said,
    no_observations,
)
from .rights import Account, Forbidden, operator

__all__ = [
    "CONTRACT_COLUMNS", "OBSERVATION_SCHEMA", "Account", "AlreadyLoaded", "Batch", "Finding", "FirmRecord", "Forbidden", "MonthClosed", "Mark", "Picture", "ProjectRecord", "Reading", "Said", "Refusal",
    "Refused", "Store", "StoreBusy", "StoreError", "StoreMissing", "TooManyTries", "check_password", "database_path", "no_observations",
    "open_store", "operator",
]

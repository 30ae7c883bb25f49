"""What a batch is, and why a file does not become one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from park.locale import _

from .database import Refusal, StoreError
from .records import Finding

COLUMNS = (
    "batch_id, seq, status, park_id, file_name, sha256, size, simulated, observations, firms, projects, errors, warnings, "
    "notes, uploaded_by, uploaded_at, committed_at, undone_by, undone_at"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """One upload with its counts. Times are UTC; seq orders commits and is 0 while staged. park: its name."""

    batch_id: str
    seq: int
    status: str
    park_id: int
    file_name: str
    sha256: str
    size: int
    simulated: bool
    observations: int
    firms: int
    projects: int
    errors: int
    warnings: int
    notes: int
    uploaded_by: str
    uploaded_at: datetime
    committed_at: datetime | None
    undone_by: str | None
    undone_at: datetime | None
    park: str


class AlreadyLoaded(StoreError):
    """The same file, byte for byte, stands committed already; .batch is that batch."""

    def __init__(self, batch: Batch):
        super().__init__(
            _("This very file was already loaded on {when} as batch {batch}; nothing was changed.").format(
                when=f"{batch.committed_at:%Y-%m-%d}", batch=batch.batch_id
            )
        )
        self.batch = batch


class Refused(Refusal):
    """Nothing of the reading can be loaded; .findings say why."""

    def __init__(self, message: str, findings: tuple[Finding, ...]):
        super().__init__(message)
        self.findings = findings

"""`homeward audit verify`."""

from datetime import UTC, datetime
from typing import Any

from homeward.audit.sequencing import sequence_entries
from homeward.audit.verification import verify_audit


def verify(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Place what waits, then recompute everything; exit 1 on a fault."""
    while sequence_entries(now=datetime.now(UTC)):
        pass
    result = verify_audit()
    return result.to_json(), 0 if result.is_whole else 1

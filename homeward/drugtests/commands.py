"""`homeward drugtests verify-draw`."""

from typing import Any

from homeward.drugtests.rules.published import faults_of, read_day


def verify_draw(document: Any, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Check one published day; the status is 1 when it does not hold.

    Raises BadInput naming the field when the document cannot be read.
    """
    faults = faults_of(read_day(document))
    answer = {"valid": not faults, "reasons": [fault.to_json() for fault in faults]}
    return answer, 1 if faults else 0

"""Commands of this room."""

from typing import Any

from homeward.incentives.rules.bowl import faults_of
from homeward.kernel.bad_input import BadInput


def verify_draw(document: Any, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Check one published turn of a prize bowl; the status is 1 when it does not hold.

    Raises BadInput when the document is no published turn.
    """
    faults = faults_of(document)
    if faults == ("not_a_turn",):
        raise BadInput("document", "this is no published turn of a prize bowl")
    return {"valid": not faults, "reasons": list(faults)}, 1 if faults else 0

"""A draw from the bowl that nobody can steer and anybody can recompute.

Before a turn is counted, the hash of a secret over the course, the number of the turn and the
bowl itself stands on the client's page. Each draw is a keyed hash of that secret; slips go back.
Once the turn is counted the secret is shown. docs/domain/incentives.md says it step by step.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from typing import Any

from homeward.incentives.rules.terms import MOST_DRAWS, MOST_SLIPS, Slip

METHOD = "homeward-bowl-1"
SECRET_BYTES = 32
NUMBERS_IN_A_HASH = 1 << 64
HEX_64 = re.compile(r"[0-9a-f]{64}", re.ASCII)
WORD = re.compile(r"[a-z0-9_-]{1,64}", re.ASCII)
PARTS = frozenset({"method", "token", "number", "commitment", "secret", "slips", "drawn"})


def written(slips: Sequence[Slip]) -> str:
    """The bowl in one line, in its order.

    >>> written((Slip("word", 2, 0), Slip("small", 1, 100)))
    'word:2:0,small:1:100'
    """
    return ",".join(f"{slip.code}:{slip.count}:{slip.cents}" for slip in slips)


def commitment_of(secret: str, token: str, number: int, slips: Sequence[Slip]) -> str:
    """What is shown before the turn; it binds the secret and the bowl."""
    text = f"{METHOD}|{token}|{number}|{written(slips)}|{secret}"
    return hashlib.sha256(text.encode()).hexdigest()


def lot_of(secret: str, token: str, number: int, place: int) -> int:
    """The lot of one draw of a turn, from 0 to 2^64 - 1; places count from 1."""
    message = f"{METHOD}|{token}|{number}|{place}".encode()
    return int.from_bytes(hmac.digest(bytes.fromhex(secret), message, "sha256")[:8], "big")


def slip_for(lot: int, slips: Sequence[Slip]) -> Slip:
    """The slip a lot falls on: the slips lie in order, each as wide as its count."""
    place = lot * sum(slip.count for slip in slips) // NUMBERS_IN_A_HASH
    for slip in slips:
        place -= slip.count
        if place < 0:
            return slip
    raise ValueError("an empty bowl")


def drawn_from(
    slips: Sequence[Slip], *, secret: str, token: str, number: int, times: int
) -> tuple[Slip, ...]:
    """So many draws of one turn, each from the full bowl."""
    return tuple(
        slip_for(lot_of(secret, token, number, place), slips) for place in range(1, times + 1)
    )


def published(
    slips: Sequence[Slip], *, secret: str, token: str, number: int, drawn: Sequence[str]
) -> dict[str, Any]:
    """Everything about one turn that its client may hold in hand; it names nobody."""
    return {
        "method": METHOD,
        "token": token,
        "number": number,
        "commitment": commitment_of(secret, token, number, slips),
        "secret": secret,
        "slips": [{"code": each.code, "count": each.count, "cents": each.cents} for each in slips],
        "drawn": list(drawn),
    }


def faults_of(document: Mapping[str, Any]) -> tuple[str, ...]:
    """What does not hold of a published turn; empty when all of it does."""
    read = _read(document)
    if read is None:
        return ("not_a_turn",)
    slips, secret, token, number = read
    times = len(document["drawn"])
    drawn = drawn_from(slips, secret=secret, token=token, number=number, times=times)
    wrong = {
        "commitment": commitment_of(secret, token, number, slips) != document["commitment"],
        "drawn": [slip.code for slip in drawn] != document["drawn"],
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)


def _read(document: Mapping[str, Any]) -> tuple[tuple[Slip, ...], str, str, int] | None:
    if not isinstance(document, Mapping) or set(document) != PARTS:
        return None
    secret, token, number = document["secret"], document["token"], document["number"]
    rows, drawn = document["slips"], document["drawn"]
    is_read = (
        document["method"] == METHOD
        and isinstance(secret, str) and HEX_64.fullmatch(secret)
        and isinstance(token, str) and WORD.fullmatch(token)
        and type(number) is int and number > 0
        and isinstance(drawn, list) and len(drawn) <= 2 * MOST_DRAWS
        and isinstance(rows, list) and rows and all(map(_is_slip, rows))
        and sum(each["count"] for each in rows) <= MOST_SLIPS
    )  # fmt: skip
    return (tuple(Slip(**each) for each in rows), secret, token, number) if is_read else None


def _is_slip(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and set(row) == {"code", "count", "cents"}
        and isinstance(row["code"], str)
        and WORD.fullmatch(row["code"]) is not None
        and type(row["count"]) is int
        and type(row["cents"]) is int
        and row["count"] > 0
        and row["cents"] >= 0
    )

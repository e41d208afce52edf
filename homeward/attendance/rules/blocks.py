"""The clinical stretches of a session, laid out from its start."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from homeward.kernel.periods import Period


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session in order: whole minutes, and whether it is treatment."""

    minutes: int
    is_clinical: bool


def clinical_blocks(session: Period, parts: Iterable[Part]) -> tuple[Period, ...]:
    """When treatment takes place; the whole session where no parts are named.

    Parts never reach past the session's end.
    """
    blocks: list[Period] = []
    begins = session.starts_at
    named = False
    for part in parts:
        named = True
        ends = min(begins + timedelta(minutes=part.minutes), session.ends_at)
        if part.is_clinical and ends > begins:
            blocks.append(Period(begins, ends))
        begins = ends
    return tuple(blocks) if named else (session,)

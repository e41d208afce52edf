"""Whether what a device wrote without a network is taken in with the time it says.

A device's clock may be wrong: the entry's time is put right by how far the device's clock stood
off the server's when it sent. What lies in the future or too long ago is not taken as true; a
person looks at it. A mark that somebody made later stands against an older one that arrives after.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET = "attendance.offline"
VERSION = "1"
TAKEN, TO_A_PERSON = "taken", "to_a_person"
ON_THE_WAY = timedelta(seconds=10)
APART = "\n\n"  # between what stood there and what was written blind
SLACK = timedelta(minutes=1)  # two clocks never agree to the second


def true_time(said: datetime, sent: datetime, received: datetime) -> datetime:
    """The instant an entry was made, by the server's clock.

    A few seconds between sending and receiving are the way it took, not a wrong clock.
    """
    off = received - sent
    return said if abs(off) <= ON_THE_WAY else said + off


@marked_by("window")
def entry_of(said: datetime, now: datetime, window: ProgramNumber) -> Decision:
    """`said` is the true time; `window` is in hours."""
    age = now - said
    is_past = age >= -SLACK
    is_recent = age <= timedelta(hours=int(window))
    lines = (
        Reason("not_in_the_future", State.MET if is_past else State.NOT_MET),
        Reason(
            "within_the_window", State.MET if is_recent else State.NOT_MET, (), window.source,
            {"hours": int(window), "adopted": window.is_adopted},
        ),
    )  # fmt: skip
    return Decision(TAKEN if is_past and is_recent else TO_A_PERSON, RULE_SET, VERSION, lines)


def joined_words(
    stored: str | None, seen: str | None, written: str, below: Sequence[str] = ()
) -> str | None:
    """The text to keep: what was written, with nothing lost of what is stored.

    `seen` is the stored text as the device last knew it, None when it knew none. Writing that
    began from the stored text replaces it; writing that began blind is added below it, in the place
    of what the same pad sent before (`below`, the newest last). None when both went on from the
    same text: a person puts them together.
    """
    if not stored or stored == seen:
        return written
    if seen is None:
        return _joined_below(stored, written, below)
    if written.startswith(stored):
        return written
    return stored if stored.startswith(written) else None


def _joined_below(stored: str, written: str, below: Sequence[str]) -> str:
    for earlier in (written, *reversed(below)):
        if stored == earlier:
            return written
        if earlier and stored.endswith(f"{APART}{earlier}"):
            return stored.removesuffix(earlier) + written
    return f"{stored}{APART}{written}" if written else stored

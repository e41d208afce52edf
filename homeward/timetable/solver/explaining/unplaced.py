"""What an explanation says: the blockers of a need, how often each stands, and the offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.timetable.solver.placing.blocker import Blocker

# What nobody is asked to lift: it protects somebody, or lifting it only moves the loss.
NEVER_OFFERED = frozenset(
    {
        "placement_rule",
        "declared_conflict",
        "client_busy",
        "client_service_that_day",
        "client_other_mode_that_day",
        "staff_not_qualified",
        "staff_credential_ended",
        "staff_barred",
        "too_few_on_duty",
        "program_closed",
        "group_mismatch",
        "group_count",
    }
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One blocker and at how many of the starts it stands."""

    blocker: Blocker
    starts: int

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {**self.blocker.to_json(), "starts": self.starts}


@dataclass(frozen=True, slots=True, order=True)
class Offer:
    """A start with one thing in its way, or nothing: `group` is joined, or a new one is opened."""

    days: tuple[int, ...]
    start: int
    mode: str
    staff: str
    group: str
    blocker: Blocker | None = None

    def to_json(self) -> dict[str, Any]:
        """The plain form; `if_not_for` is null where nothing stands in the way."""
        return {
            "days": list(self.days),
            "start": self.start,
            "mode": self.mode,
            "staff": self.staff or None,
            "group": self.group or None,
            "if_not_for": self.blocker.to_json() if self.blocker else None,
        }


def offer_of(document: Mapping[str, Any]) -> Offer:
    """An offer from its plain form."""
    told = document["if_not_for"]
    blocker = None
    if told is not None:
        blocker = Blocker(told["code"], told["record"]["kind"], told["record"]["id"])
    return Offer(
        tuple(document["days"]), document["start"], document["mode"], document["staff"] or "",
        document["group"] or "", blocker,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A need that lacks meetings: how many, over how many starts, what stood there, what to offer.

    A start at which several things stand counts for each of them.
    """

    client: str
    service: str
    missing: int
    starts: int
    blockers: tuple[Counted, ...]
    offers: tuple[Offer, ...]

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "client": self.client,
            "service": self.service,
            "missing": self.missing,
            "starts": self.starts,
            "blockers": [each.to_json() for each in self.blockers],
            "offers": [each.to_json() for each in self.offers],
        }

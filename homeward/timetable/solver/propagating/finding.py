"""What propagation finds: the starts a need has, and the needs that have none."""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.kernel.reasons import Evidence, Reason, State

# (client, service)
Need = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Start:
    """One way a need could be met: on these days at this slot, with `staff` where it is theirs."""

    days: tuple[int, ...]
    start: int
    mode: str
    staff: str = ""


@dataclass(frozen=True, slots=True)
class Impossible:
    """Meetings of a service that a client cannot have in any schedule, and why."""

    client: str
    service: str
    missing: int
    reasons: tuple[Reason, ...]

    def to_json(self) -> dict[str, object]:
        """The plain form."""
        return {
            "client": self.client,
            "service": self.service,
            "missing": self.missing,
            "reasons": [reason.to_json() for reason in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class SmallClass:
    """People who could only sit with each other and are too few for a group."""

    service: str
    phase: int
    language: str
    population: str
    meetings: int
    members: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Beyond:
    """A client whose needs together are longer than what is authorised; both in slots a week."""

    client: str
    needed: int
    authorised: int


@dataclass(frozen=True, slots=True)
class Propagated:
    """Everything found before the search."""

    starts: Mapping[Need, tuple[Start, ...]]
    impossible: tuple[Impossible, ...]
    small_classes: tuple[SmallClass, ...]
    beyond: tuple[Beyond, ...]


def reason(code: str, *evidence: tuple[str, str, str]) -> Reason:
    """A reason a need cannot be met; evidence is (kind of record, reference, short fact)."""
    return Reason(code, State.NOT_MET, tuple(Evidence(*each) for each in evidence))

"""What is asked of the solver and what it gives back; nothing here needs the optimizer itself."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.writing import canonical

MODEL = "blocks-5"
OPTIMAL, COMPLETE, PARTIAL = "optimal", "complete", "partial"
DEFAULT_EFFORT = 60


@dataclass(frozen=True, slots=True)
class Params:
    """How hard to try. `effort` is deterministic; `seconds` is an outer guard only.

    A search uses one core, because it proves sooner so; `workers` is told in the fingerprint and
    changes nothing else. `bounds` off skips the proof of quality.
    """

    effort: float = DEFAULT_EFFORT
    seconds: float | None = None
    workers: int = 2
    seed: int = 0
    bounds: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One improvement, or one stage that found none: what it was and where the week stood after."""

    stage: str
    effort: float
    tiers: Tiers
    unplaced: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands: the stage, what of the effort is spent, and the best week so far."""

    stage: str
    spent: float
    effort: float
    tiers: Tiers
    unplaced: int
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Result:
    """The best checked schedule, how good it is, and how it came about.

    `status` is `optimal` (cost and proven bound meet), `complete` (nothing is unmet) or
    `partial`. `cut_short` says what ended the process if it did not end by itself; `impossible`
    names (client, service) needs that no week could meet.
    """

    schedule: Schedule
    tiers: Tiers
    bounds: Mapping[str, int]
    unplaced: int
    status: str
    fingerprint: str
    deadline_fired: bool = False
    stopped: bool = False
    cut_short: str = ""
    trace: tuple[Step, ...] = ()
    impossible: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What the command line prints; the schedule goes to its own file."""
        return {
            "tiers": self.tiers.to_json(),
            "bounds": dict(self.bounds),
            "status": self.status,
            "unplaced": self.unplaced,
            "fingerprint": self.fingerprint,
            "deadline_fired": self.deadline_fired,
        }


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


def fingerprint_of(instance: Instance, params: Params) -> str:
    """One name for model, parameters, optimizer and instance together."""
    told = {"model": MODEL, "params": asdict(params), "ortools": version("ortools")}
    spelled = json.dumps(told, sort_keys=True).encode()
    return hashlib.sha256(spelled + b"\n" + canonical(instance)).hexdigest()

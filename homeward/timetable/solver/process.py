"""A week planned in a process of its own: memory watched, stoppable, the best so far never lost.

The caller's process never loads the optimizer. Whatever ends the child (memory, a crash, a kill),
the best checked schedule it had told of is what comes back.
"""

import multiprocessing as mp
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from homeward.timetable.solver.answer import (
    COMPLETE,
    PARTIAL,
    OnProgress,
    Params,
    Progress,
    Result,
    ShouldStop,
    fingerprint_of,
)
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.repairing.alternative import Alternative
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.schedule import Schedule

MOST_MEGABYTES = 2048
LOOK_SECONDS = 0.1
PATIENCE_SECONDS = 20.0
Work = Callable[[Connection, Event, Instance, Params], None]


class PlanningFailed(Exception):
    """The child ended before it told of any schedule; the argument says how."""


def solve_apart(
    instance: Instance,
    params: Params,
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    most_megabytes: int = MOST_MEGABYTES,
    work: Work | None = None,
) -> Result:
    """What `solve` returns, found in a child process.

    Near the memory cap, or when `should_stop` answers yes, the child is asked to finish with what
    it has; above the cap, or when it does not finish, it is ended. Raises PlanningFailed only if
    there is no checked schedule at all.
    """
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    cancel = context.Event()
    child = context.Process(
        target=work or _solve, args=(theirs, cancel, instance, params), daemon=True
    )
    child.start()
    theirs.close()
    with _ended(child):
        return _listen(
            child, ours, cancel, instance, params, on_progress, should_stop, most_megabytes
        )


def repair_apart(
    instance: Instance,
    schedule: Schedule,
    disruption: Disruption,
    params: Params,
    *,
    should_stop: ShouldStop | None = None,
    most_megabytes: int = MOST_MEGABYTES,
    only: frozenset[str] = frozenset(),
    on_found: Callable[[Alternative], None] | None = None,
) -> tuple[Alternative, ...]:
    """What `repair` returns, found in a child process with the same guards.

    `on_found` is told of each alternative as it arrives. Raises PlanningFailed if the child ended
    before it was done.
    """
    arguments = instance, schedule, disruption, params, only
    found: tuple[Alternative, ...] = answer_apart(
        _repair, arguments, should_stop, most_megabytes, on_found
    )
    return found


def fill_apart(
    instance: Instance,
    schedule: Schedule,
    horizon: int,
    params: Params,
    *,
    should_stop: ShouldStop | None = None,
    most_megabytes: int = MOST_MEGABYTES,
) -> tuple[Alternative, ...]:
    """What `fill` returns, found in a child process; raises as `repair_apart`."""
    arguments = instance, schedule, horizon, params
    found: tuple[Alternative, ...] = answer_apart(_fill, arguments, should_stop, most_megabytes)
    return found


def answer_apart(
    work: Callable[..., None],
    arguments: tuple[Any, ...],
    should_stop: ShouldStop | None = None,
    most_megabytes: int = MOST_MEGABYTES,
    on_told: Callable[[Any], None] | None = None,
) -> Any:
    """The one tuple that `work` tells of in a child process; `work` takes a connection, a stop,
    and the arguments. Whatever it tells of before goes to `on_told`.

    Raises PlanningFailed if the child ended before it was done.
    """
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    cancel = context.Event()
    child = context.Process(target=work, args=(theirs, cancel, *arguments), daemon=True)
    child.start()
    theirs.close()
    with _ended(child):
        while True:
            try:
                told = ours.recv() if ours.poll(LOOK_SECONDS) else None
            except (EOFError, ConnectionError):
                raise PlanningFailed(f"ended with {_exit(child)}") from None
            if isinstance(told, tuple):
                return told
            if isinstance(told, str):
                raise PlanningFailed(told)
            if told is not None and on_told is not None:
                on_told(told)
            if should_stop is not None and should_stop():
                cancel.set()
            if megabytes(child.pid) > most_megabytes:
                raise PlanningFailed(f"above {most_megabytes} MB")


def _listen(
    child: BaseProcess,
    ours: Connection,
    cancel: Event,
    instance: Instance,
    params: Params,
    on_progress: OnProgress | None,
    should_stop: ShouldStop | None,
    most_megabytes: int,
) -> Result:
    latest: Progress | None = None
    asked_at: float | None = None
    while True:
        try:
            told = ours.recv() if ours.poll(LOOK_SECONDS) else None
        except (EOFError, ConnectionError):
            return _saved(instance, params, latest, f"ended with {_exit(child)}")
        if isinstance(told, Result):
            return told
        if isinstance(told, str):
            return _saved(instance, params, latest, told)
        if isinstance(told, Progress):
            latest = told
            if on_progress is not None:
                on_progress(told)
        held = megabytes(child.pid)
        if asked_at is None and (
            held > 0.9 * most_megabytes or (should_stop is not None and should_stop())
        ):
            asked_at = time.monotonic()
            cancel.set()
        if held > most_megabytes:
            return _saved(instance, params, latest, f"above {most_megabytes} MB")
        if asked_at is not None and time.monotonic() - asked_at > PATIENCE_SECONDS:
            return _saved(instance, params, latest, "did not stop when asked")


def speaks_aside() -> None:
    """What an engine prints goes to standard error: standard output is the answer's alone."""
    sys.stdout.flush()
    os.dup2(2, 1)


def _exit(child: BaseProcess) -> int | None:
    child.join(PATIENCE_SECONDS)
    return child.exitcode


def _saved(instance: Instance, params: Params, latest: Progress | None, why: str) -> Result:
    """The best schedule told of, checked once more on this side."""
    if latest is None:
        raise PlanningFailed(why)
    report = check(instance, latest.schedule)
    if not report.holds:
        raise PlanningFailed(why)
    return Result(
        schedule=latest.schedule,
        tiers=report.tiers,
        bounds={"tier1": 0, "tier2": 0, "tier3": 0},
        unplaced=report.unplaced,
        status=PARTIAL if report.unplaced else COMPLETE,
        fingerprint=fingerprint_of(instance, params),
        stopped=True,
        cut_short=why,
    )


def megabytes(pid: int | None) -> float:
    """What memory a process holds; nought where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    held = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(held.split()[1]) / 1024


@contextmanager
def _ended(child: BaseProcess) -> Iterator[None]:
    """Whatever happens here, the child does not stay behind."""
    try:
        yield
    finally:
        child.join(1.0)
        if child.is_alive():
            child.kill()
            child.join()


def _repair(
    tell: Connection,
    cancel: Event,
    instance: Instance,
    schedule: Schedule,
    disruption: Disruption,
    params: Params,
    only: frozenset[str],
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaks_aside()
    from homeward.timetable.solver.repairing.repair import repair

    try:
        found = repair(
            instance, schedule, disruption, params, should_stop=cancel.is_set, only=only,
            on_found=tell.send,
        )  # fmt: skip
    except MemoryError:
        tell.send("out of memory")
    else:
        tell.send(found)
    tell.close()


def _fill(
    tell: Connection,
    cancel: Event,
    instance: Instance,
    schedule: Schedule,
    horizon: int,
    params: Params,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaks_aside()
    from homeward.timetable.solver.repairing.filling import fill

    try:
        found = fill(instance, schedule, horizon, params, should_stop=cancel.is_set)
    except MemoryError:
        tell.send("out of memory")
    else:
        tell.send(found)
    tell.close()


def _solve(tell: Connection, cancel: Event, instance: Instance, params: Params) -> None:
    """The child's whole work; a stop at the keyboard is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaks_aside()
    from homeward.timetable.solver.solve import solve

    try:
        result = solve(instance, params, tell.send, cancel.is_set)
    except MemoryError:
        tell.send("out of memory")
    else:
        tell.send(result)
    tell.close()
    # A proof that the clock cut off may still run in a thread of its own; nobody waits for it.
    os._exit(0)

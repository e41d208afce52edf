"""kill -9 server, worker, database or all under writers, and count what was lost."""

import json
import os
import random
import secrets
import subprocess
import tempfile
import threading
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import Any

from homeward.cli import frame
from homeward.cli.bench.crashing.accidents import VICTIMS, Patient
from homeward.cli.bench.crashing.writers import Acknowledged, Writer
from homeward.config.launch.home import Home
from homeward.config.launch.port import quiet_port
from homeward.config.launch.preparation import python
from homeward.config.launch.refusals import LaunchFailed

NEEDS = "nothing"
ACCOUNT = ("bench-admissions", secrets.token_urlsafe(16))
FORM = "/desk/admissions/inquiry/"
SHORTEST, LONGEST = 0.2, 2.0  # seconds of writing before the next accident


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--cycles", type=int, default=10, help="how many accidents")
    parser.add_argument("--writers", type=int, default=8, help="how many people write")
    parser.add_argument("--seed", type=int, help="makes the same accidents again")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Let people take inquiries over HTTP while parts of Homeward are killed; then reckon.

    Uses an installation of its own in a folder for temporary files. Every acknowledged inquiry
    must be there exactly once, with its step and its audit entry, and the audit must hold. Status
    1 when anything is lost, doubled or half done.
    """
    seed = arguments.seed if arguments.seed is not None else secrets.randbelow(10**6)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="homeward-crash-", ignore_cleanup_errors=True) as box:
        os.chmod(box, 0o711)  # noqa: S103  (PostgreSQL of a root's run passes through)
        patient = Patient(Home(Path(box) / "home"), quiet_port())
        first = patient.start()
        try:
            answer = _suffer(patient, Path(box) / "acknowledged", chance, arguments)
        finally:
            patient.stop()
    answer = {"seed": seed, "seconds_first_start": round(first, 2), **answer}
    bad = answer["lost"] or answer["doubled"] or answer["half_done"] or not answer["audit"]["ok"]
    return answer, frame.FAILED if bad or not answer["acknowledged"] else frame.DONE


def _suffer(
    patient: Patient, file: Path, chance: random.Random, arguments: Namespace
) -> dict[str, Any]:
    kept, stop = Acknowledged(file), threading.Event()
    writers = [
        Writer(f"call{number}", patient.port, FORM, ACCOUNT, kept, stop)
        for number in range(arguments.writers)
    ]
    _own_python(patient, "world", *ACCOUNT)
    for writer in writers:
        writer.sign_in()
    threads = [threading.Thread(target=writer.run, daemon=True) for writer in writers]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    victims: Counter[str] = Counter()
    for number in range(arguments.cycles):
        time.sleep(chance.uniform(SHORTEST, LONGEST))
        victim = chance.choice(VICTIMS)
        victims[victim] += 1
        patient.kill(victim, chance)
        frame.say(f"{number + 1}/{arguments.cycles}: killed {victim}, {kept.count} acknowledged")
    stop.set()
    for thread in threads:
        thread.join()
    return {
        "cycles": arguments.cycles,
        "writers": arguments.writers,
        "seconds": round(time.monotonic() - began, 1),
        "killed": dict(victims),
        "acknowledged": kept.count,
        "sent_again": sum(writer.sent_again for writer in writers),
        "answers_that_asked_to_try_again": dict(sum((w.passing for w in writers), Counter())),
        "refused": [word for writer in writers for word in writer.refused][:10],
        "seconds_back": _spread(patient.seconds_back),
        **json.loads(_own_python(patient, "reckoning", str(file))),
    }


def _own_python(patient: Patient, module: str, *arguments: str) -> str:
    """Run a part that needs Django, against the patient's database; what it printed."""
    done = subprocess.run(  # noqa: S603  (our own module)
        python("-m", f"homeward.cli.bench.crashing.{module}", *arguments),
        env={**os.environ, "HOMEWARD_HOME": str(patient.home.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LaunchFailed(f"The bench's {module} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _spread(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    if not ordered:
        return {}
    return {"median": round(ordered[len(ordered) // 2], 2), "longest": round(ordered[-1], 2)}

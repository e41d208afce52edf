"""Damaged HL7 messages for as long as wanted: never a crash, never a hang, always an answer.

Pure: the reader, what it makes of a message, and the acknowledgement; needs no installation.
"""

import random
import time
import tracemalloc
from argparse import ArgumentParser, Namespace
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
SLOW = 1.0  # seconds of work for one message, however busy the machine is
MOST_BYTES = 256 * (1 << 20)
CODES = {"thc": "thc", "fent": "fentanyl", "etg": "etg"}


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--seconds", type=float, default=600.0, help="for how long")
    parser.add_argument("--seed", type=int, default=1, help="which damage is done")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Damage and read; exit 1 on a crash, a message slower than a second, or 256 MB."""
    answer = fuzz(arguments.seconds, arguments.seed)
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def fuzz(seconds: float, seed: int, most: int = 10**12) -> dict[str, Any]:
    """What came of so many seconds of damaged messages."""
    from homeward.drugtests.made_messages import Line, damaged, oru

    wholes = [
        oru(number="HWABCD2345", lines=(Line("THC", "Negative", cutoffs="<50"),)),
        oru(
            number="HWABCD2345",
            lines=(
                Line("FENT", "3.2", "NM", "ng/mL", "<1", "H", "C", "LC-MS/MS"),
                Line("ETG", "<^100", "SN", "ng/mL", "<100"),
                Line("creatinine", "84", "NM", "mg/dL"),
            ),
        ),
    ]
    chance = random.Random(seed)
    came: Counter[str] = Counter()
    crashes: list[dict[str, str]] = []
    slowest, began = 0.0, time.monotonic()
    tracemalloc.start()
    corpus = list(wholes)
    while sum(came.values()) < most and time.monotonic() - began < seconds:
        raw = damaged(chance.choice(corpus), chance)
        started = time.thread_time()
        try:
            code = outcome(raw)
        except Exception as fault:  # any fault is what this bench looks for
            crashes.append({"fault": repr(fault)[:200], "message": raw.hex()[:2000]})
            code = "crash"
        slowest = max(slowest, time.thread_time() - started)
        # A message that shows a new outcome becomes something to damage further.
        if code not in came and len(corpus) < 400 and len(raw) < 20_000:
            corpus.append(raw)
        came[code] += 1
    most_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return {
        "messages": sum(came.values()),
        "seconds": round(time.monotonic() - began, 1),
        "seed": seed,
        "outcomes": dict(came.most_common()),
        "slowest_seconds": round(slowest, 4),
        "peak_bytes": most_bytes,
        "crashes": crashes[:5],
        "ok": not crashes and slowest < SLOW and most_bytes < MOST_BYTES,
    }


def outcome(raw: bytes) -> str:
    """The code a message comes to; every answer is built and read back by the same reader."""
    from homeward.drugtests.rules.hl7.acknowledging import Ack, Answer, acknowledgement
    from homeward.drugtests.rules.hl7.meaning import understand
    from homeward.drugtests.rules.hl7.oru import read_report
    from homeward.drugtests.rules.hl7.places import Unreadable
    from homeward.drugtests.rules.hl7.reader import read_message

    at = datetime(2026, 11, 24, tzinfo=UTC)
    try:
        report = read_report(read_message(raw))
    except Unreadable as fault:
        answer = Answer(
            code=Ack.ERROR, control_id=raw[:80].decode("latin-1"), reason=fault.code,
            place=fault.place, condition=fault.condition,
        )  # fmt: skip
        read_message(acknowledgement(answer, own_id="1", at=at))
        return fault.code
    found = [understand(each.observations, CODES, "presumptive") for each in report.orders]
    answer = Answer(code=Ack.ACCEPTED, control_id=report.control_id, sender=report.sender)
    read_message(acknowledgement(answer, own_id="1", at=at))
    return "understood" if not any(each.problems for each in found) else "for_a_person"

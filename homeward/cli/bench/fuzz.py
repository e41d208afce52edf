"""Damaged HL7 messages for as long as wanted: never a crash, never a hang, always an answer.

Pure: the reader, what it makes of a message, whose it is, what would be written of it beside what
is on file, and the acknowledgements it asks for; needs no installation.
"""

import random
import time
import tracemalloc
from argparse import ArgumentParser, Namespace
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
AT = datetime(2026, 11, 24, tzinfo=UTC)
SLOW = 1.0  # seconds of work for one message, however busy the machine is
MOST_BYTES = 256 * (1 << 20)
CODES = {"thc": "thc", "fent": "fentanyl", "etg": "etg", "op": "opiates"}
PANEL = ("thc", "fentanyl", "etg", "opiates")


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
        oru(
            number="HWABCD2345",
            lines=(
                Line("Morphine", "2400", "NM", "ng/mL", "<2000", "H", method="LC-MS/MS"),
                Line("Codeine", "Negative", cutoffs="<2000", method="LC-MS/MS"),
                Line("OP", "Positive", method="EIA"),
            ),
        ).replace(b"|P|2.5.1", b"|P|2.5.1|||AL|ER"),
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
    from homeward.drugtests.rules.hl7.acknowledging import Ack
    from homeward.drugtests.rules.hl7.oru import read_report
    from homeward.drugtests.rules.hl7.places import Place, Unreadable, Unsupported
    from homeward.drugtests.rules.hl7.reader import read_message

    try:
        report = read_report(read_message(raw))
    except Unreadable as fault:
        code = Ack.REJECTED if isinstance(fault, Unsupported) else Ack.ERROR
        _answer(raw, code, fault.code, fault.place, fault.condition)
        return fault.code
    waits = [_waits(each, report.identity) for each in report.orders]
    _answer(raw, Ack.ACCEPTED, "", Place(), 0)
    return "for_a_person" if any(waits) else "understood"


def _answer(raw: bytes, code: Any, reason: str, place: Any, condition: int) -> None:
    """Build every acknowledgement that the damaged header asks for, and read it back."""
    from homeward.drugtests.rules.hl7.acknowledging import Answer, acknowledgement
    from homeward.drugtests.rules.hl7.asked import asked_of, due
    from homeward.drugtests.rules.hl7.reader import read_message

    asked = asked_of(raw)
    for each in due(asked, code, condition):
        answer = Answer(
            code=each, control_id=asked.control_id, version=asked.version, reason=reason,
            place=place, condition=condition,
        )  # fmt: skip
        read_message(acknowledgement(answer, own_id="1", at=AT))


def _waits(ordered: Any, identity: Any) -> bool:
    """Whether one order of a message waits for a person; else what it brings becomes results."""
    from homeward.drugtests.rules.analytes import outcome_of, result_of
    from homeward.drugtests.rules.hl7.comparing import OnFile
    from homeward.drugtests.rules.hl7.matching import FILED, OrderOnFile, match
    from homeward.drugtests.rules.hl7.meaning import understand
    from homeward.drugtests.rules.hl7.weighing import weigh_lines

    order = OrderOnFile(
        number="HWABCD2345", record_number="HW-00001", name="Jo Arroyo",
        birth_date=date(1991, 3, 14), collected_on=date(2026, 11, 24), is_open=True,
    )  # fmt: skip
    on_file = {
        ("thc", "presumptive"): OnFile(
            reading="positive", level=None, is_corrected=False, reported_at=None
        )
    }
    found = understand(ordered.observations, CODES, "presumptive")
    ours = order if ordered.number.strip().upper() == order.number else None
    is_whose = match(ordered.number, identity, ordered.collected_on, ours).outcome == FILED
    reported_at = ordered.reported_at and ordered.reported_at.replace(tzinfo=UTC)
    weighed = weigh_lines(found.lines, reported_at, PANEL, on_file)
    results = [
        (
            line.analyte,
            line.method,
            result_of(line.reading, method=line.method, analyte=line.analyte, prescribed=("etg",)),
        )
        for line in weighed.news
    ]
    outcome_of(results, ("etg",))
    return bool(found.problems or weighed.codes) or not is_whose

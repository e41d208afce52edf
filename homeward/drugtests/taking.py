"""How messages come in: over a connection, from a watched folder, or from one file by hand."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.actions.receive_message import receive_message
from homeward.drugtests.rules.hl7.acknowledging import Ack, Answer, acknowledgement
from homeward.drugtests.rules.hl7.asked import asked_of, due
from homeward.drugtests.rules.hl7.reader import MOST_BYTES

INTERFACE = Actor.of_service("drugtests.laboratory")
SETTLED = 5.0  # seconds a file has not grown before it is taken for whole
MOST_FILES = 200
MOST_FILE_BYTES = 20 * MOST_BYTES
INTERNAL = 207
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """The acknowledgements to send, none where none was asked; whether it must come again."""

    answers: tuple[bytes, ...]
    is_ours_to_mend: bool = False


def take(raw: bytes, via: str) -> Taken:
    """Receive one message and answer it as it asks; a fault of ours is answered AR or CE.

    The log names the fault and never what the message says.
    """
    try:
        came = receive_message(actor=INTERFACE, raw=raw, via=via, now=clock.now())
        return Taken(came.answers)
    except Exception as fault:  # whatever it is, the sender must hear to send it again
        _log.error("a laboratory message could not be taken: %s", type(fault).__name__)
        asked = asked_of(raw)
        answers = [
            Answer(
                code=code, control_id=asked.control_id, version=asked.version,
                reason="internal_fault", condition=INTERNAL,
            )
            for code in due(asked, Ack.REJECTED, INTERNAL)
        ]  # fmt: skip
        now = clock.now()
        sent = tuple(acknowledgement(each, own_id="0", at=now) for each in answers)
        return Taken(sent, is_ours_to_mend=True)


def messages_in(raw: bytes) -> Iterator[bytes]:
    """The messages of a file: each begins with MSH; batch headers around them are passed over."""
    lines = raw.replace(b"\r\n", b"\r").replace(b"\n", b"\r").strip(b"\x0b\x1c\r").split(b"\r")
    held: list[bytes] = []
    for line in lines:
        text = line.strip(b"\x0b\x1c")
        if text[:3] in (b"FHS", b"BHS", b"BTS", b"FTS"):
            continue
        if text.startswith(b"MSH") and held:
            yield b"\r".join(held) + b"\r"
            held = []
        if text:
            held.append(text)
    if held:
        yield b"\r".join(held) + b"\r"


def drop_folder() -> Path | None:
    """HOMEWARD_HL7_DROP; None when nothing is dropped here."""
    named = os.environ.get("HOMEWARD_HL7_DROP", "").strip()
    return Path(named) if named else None


def take_dropped(folder: Path, now: datetime) -> int:
    """Take every whole file of the folder, the oldest first; how many there were.

    The answers stand beside it (`answers/NAME.ack`) and the file moves to `done/`; a crash between
    the two is harmless, since the same message again changes nothing.
    """
    if not folder.is_dir():
        return 0
    found = [
        (status.st_mtime, file)
        for file in folder.iterdir()
        if file.is_file() and file.suffix.lower() in (".hl7", ".txt", ".oru")
        and (status := file.stat()).st_mtime <= now.timestamp() - SETTLED
    ]  # fmt: skip
    for _, file in sorted(found)[:MOST_FILES]:
        _take_file(folder, file)
    return min(len(found), MOST_FILES)


def _take_file(folder: Path, file: Path) -> None:
    for name in ("done", "answers", "refused"):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    if file.stat().st_size > MOST_FILE_BYTES:
        file.replace(folder / "refused" / file.name)
        return
    taken = [take(message, "file") for message in messages_in(file.read_bytes())]
    answers = b"".join(answer for each in taken for answer in each.answers)
    (folder / "answers" / f"{file.name}.ack").write_bytes(answers)
    (folder / "answers" / f"{file.name}.ack").chmod(0o600)
    if any(each.is_ours_to_mend for each in taken):  # the file stays and is taken again
        return
    file.replace(folder / "done" / file.name)

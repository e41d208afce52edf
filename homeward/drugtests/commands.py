"""`homeward drugtests verify-draw`, `receive`, `listen`."""

import os
import signal
import sys
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.drugtests.rules.published import faults_of, read_day
from homeward.kernel.bad_input import BadInput

DONE, FAILED, BAD_INPUT = 0, 1, 2


def verify_draw(document: Any, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Check one published day; the status is 1 when it does not hold.

    Raises BadInput naming the field when the document cannot be read.
    """
    faults = faults_of(read_day(document))
    answer = {"valid": not faults, "reasons": [fault.to_json() for fault in faults]}
    return answer, 1 if faults else 0


def receive_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("file", type=Path, help="a file with HL7 messages")


def receive(document: None, *, arguments: Namespace) -> tuple[list[dict[str, Any]], int]:
    """Take the HL7 messages of one file as if they had been dropped; 1 when any was not accepted.

    Prints for each what came of it; the same file again changes nothing.
    """
    from homeward.core import clock
    from homeward.drugtests.actions.receive_message import receive_message
    from homeward.drugtests.taking import INTERFACE, messages_in

    try:
        given = arguments.file.read_bytes()
    except OSError as problem:
        raise BadInput("file", f"cannot be read: {problem.strerror}") from None
    told = []
    for raw in messages_in(given):
        came = receive_message(actor=INTERFACE, raw=raw, via="hand", now=clock.now())
        message = came.message
        told.append(
            {
                "control_id": message.control_id,
                "answer": message.answer,
                "state": message.state,
                "codes": message.codes,
                "place": message.place,
                "replay": came.is_replay,
            }
        )
    accepted = told and all(each["answer"] == "AA" for each in told)
    return told, DONE if accepted else FAILED


def listen_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--address", default="", help="host:port; by default HOMEWARD_MLLP")


def listen(document: None, *, arguments: Namespace) -> tuple[None, int]:
    """Listen for HL7 messages over MLLP until asked to stop. Off unless an address is set."""
    from django.db import close_old_connections

    from homeward.drugtests.mllp import Listener, NotConfigured, configured
    from homeward.drugtests.taking import take

    environment = dict(os.environ)
    if arguments.address:
        environment["HOMEWARD_MLLP"] = arguments.address
    try:
        address = configured(environment)
    except NotConfigured as problem:
        print(problem, file=sys.stderr)
        return None, BAD_INPUT
    if address is None:
        print("No address is set: HOMEWARD_MLLP=127.0.0.1:2575", file=sys.stderr)
        return None, BAD_INPUT

    def taker(raw: bytes) -> tuple[bytes, ...]:
        close_old_connections()  # each sender has a thread of its own, and so a connection
        try:
            return take(raw, "mllp").answers
        finally:
            close_old_connections()

    with Listener(address, taker) as listener:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(
                sign, lambda *_: threading.Thread(target=listener.shutdown, daemon=True).start()
            )
        print(f"Listening for HL7 on {address.host}:{listener.server_address[1]}", flush=True)
        listener.serve_forever(poll_interval=0.2)
    return None, DONE

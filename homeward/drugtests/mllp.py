"""MLLP: messages over a connection, framed, each answered as it asks before the next.

Source: HL7 Minimal Lower Layer Protocol, release 1: <VT> message <FS><CR>. Off unless an address is
configured; anywhere but this machine it wants mutual TLS, because the protocol itself knows neither
secrecy nor names.
"""

import contextlib
import os
import socketserver
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.drugtests.rules.hl7.reader import MOST_BYTES

START, END = b"\x0b", b"\x1c\r"
PATIENCE = 60.0  # seconds a sender may be silent
PIECE = 65536
LOOPBACK = ("127.0.0.1", "::1", "localhost")
Taker = Callable[[bytes], Sequence[bytes]]  # the acknowledgements, each sent in its own frame


class NotConfigured(Exception):
    """What is set for the listener cannot be used; the text says what to mend."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and the three files of mutual TLS."""

    host: str
    port: int
    certificate: str = ""
    key: str = ""
    trusted: str = ""

    @property
    def is_protected(self) -> bool:
        return bool(self.certificate and self.key and self.trusted)


def configured(environment: Mapping[str, str] = os.environ) -> Address | None:
    """HOMEWARD_MLLP=host:port with HOMEWARD_MLLP_CERTIFICATE, _KEY and _TRUSTED; None when off.

    Raises NotConfigured.
    """
    text = environment.get("HOMEWARD_MLLP", "").strip()
    if not text:
        return None
    host, _, number = text.rpartition(":")
    if not host or not number.isdigit() or not 0 <= int(number) < 65536:
        raise NotConfigured("HOMEWARD_MLLP is host:port, such as 127.0.0.1:2575")
    files = {
        name: environment.get(f"HOMEWARD_MLLP_{name.upper()}", "")
        for name in ("certificate", "key", "trusted")
    }
    address = Address(host.strip("[]"), int(number), **files)
    if address.host not in LOOPBACK and not address.is_protected:
        raise NotConfigured(
            "Outside this machine the listener wants mutual TLS: set HOMEWARD_MLLP_CERTIFICATE, "
            "HOMEWARD_MLLP_KEY and HOMEWARD_MLLP_TRUSTED, or listen on 127.0.0.1 behind a tunnel."
        )
    for name, file in files.items():
        if file and not Path(file).is_file():
            raise NotConfigured(f"HOMEWARD_MLLP_{name.upper()}: there is no file {file}")
    return address


def frames(receive: Callable[[int], bytes]) -> Any:
    """Each message of a connection; what stands outside a frame is passed over.

    Ends when the sender closes, or sends more than a message may be long.
    """
    held = b""
    while True:
        end = held.find(END)
        if end >= 0:
            start = held.rfind(START, 0, end)
            if start >= 0:
                yield held[start + 1 : end]
            held = held[end + len(END) :]
            continue
        if len(held) > MOST_BYTES + PIECE:
            return
        piece = receive(PIECE)
        if not piece:
            return
        held += piece


class _Conversation(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.settimeout(PATIENCE)
        taker: Taker = self.server.taker  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):  # the sender hung up, or was silent for too long
            for message in frames(self.request.recv):
                for answer in taker(message):
                    self.request.sendall(START + answer + END)


class Listener(socketserver.ThreadingTCPServer):
    """Listens until it is shut down; one thread a sender, at most so many at once."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 16

    def __init__(self, address: Address, taker: Taker) -> None:
        self.taker = taker
        super().__init__((address.host, address.port), _Conversation)
        if address.is_protected:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=address.trusted)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_cert_chain(address.certificate, address.key)
            # Each handshake happens in the sender's own thread, so that none holds the door.
            self.socket = context.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

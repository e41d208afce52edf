"""The address Homeward listens at: read, checked, waited for."""

import http.client
import os
import random
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass

from homeward.config.launch.refusals import LaunchRefused

PATIENCE_SECONDS = 3.0


@dataclass(frozen=True)
class Address:
    """Where to listen."""

    host: str
    port: int

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def chosen_address(environment: Mapping[str, str] = os.environ) -> Address:
    """HOMEWARD_HOST and HOMEWARD_PORT, by default 127.0.0.1 and 8000."""
    text = environment.get("HOMEWARD_PORT", "").strip() or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise LaunchRefused(f"HOMEWARD_PORT must be a number from 1 to 65535, not {text!r}.")
    return Address(environment.get("HOMEWARD_HOST", "").strip() or "127.0.0.1", int(text))


def refuse_taken(address: Address, patience: float = PATIENCE_SECONDS) -> None:
    """Stop early, with a way out, when another program listens there.

    A port that is taken is asked for again for `patience` seconds: a killed server lets go of it a
    moment after it stopped counting as alive, when the last of its threads has ended.
    """
    deadline = time.monotonic() + patience
    while problem := _problem(address):
        if time.monotonic() >= deadline:
            raise LaunchRefused(
                f"Port {address.port} on {address.host} cannot be used ({problem.strerror}). "
                f"Choose another: HOMEWARD_PORT={min(address.port + 1, 65535)} make run"
            )
        time.sleep(0.05)


def _problem(address: Address) -> OSError | None:
    """Why nobody can listen there, or None."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
            probe.listen(1)
        except OSError as problem:
            return problem
    return None


def quiet_port() -> int:
    """A port of this machine that stays free while its server is killed and started again.

    It lies below those that systems give to outgoing connections (32768 on Linux): one of these
    could be taken by any of them in between.
    """
    for _ in range(100):
        port = random.randrange(20_000, 30_000)  # noqa: S311  (a place, not a secret)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise LaunchRefused("No port between 20000 and 30000 is free on this machine.")


def ask(address: Address, path: str = "/", patience: float = 5.0) -> int | None:
    """The status of a page that really comes back, or None while nothing does."""
    every = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (asked, not listened at)
    host = every.get(address.host, address.host)
    connection = http.client.HTTPConnection(host, address.port, timeout=patience)
    try:
        connection.request("GET", path, headers={"Host": f"localhost:{address.port}"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()

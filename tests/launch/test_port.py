"""The address Homeward listens at: what is refused, and what is only waited for."""

import socket
import threading
from collections.abc import Iterator

import pytest

from homeward.config.launch import port
from homeward.config.launch.refusals import LaunchRefused

NO_PORTS = ("0", "65536", "eight", "-1", "٨٠٠٠")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        yield other


def address_of(listener: socket.socket) -> port.Address:
    return port.Address("127.0.0.1", listener.getsockname()[1])


def test_a_port_of_another_program_is_refused_with_a_way_out(listener: socket.socket) -> None:
    address = address_of(listener)
    with pytest.raises(LaunchRefused) as refused:
        port.refuse_taken(address, patience=0.1)
    assert f"Port {address.port} on 127.0.0.1 cannot be used" in str(refused.value)
    assert f"HOMEWARD_PORT={address.port + 1} make run" in str(refused.value)


def test_a_server_that_is_just_ending_is_waited_for(listener: socket.socket) -> None:
    """A killed server may hold its port for a moment longer than it can be seen to live."""
    address = address_of(listener)
    ending = threading.Timer(0.3, listener.close)
    ending.start()
    port.refuse_taken(address, patience=30.0)
    ending.join()


@pytest.mark.parametrize("text", NO_PORTS)
def test_a_port_that_is_no_port_is_named(text: str) -> None:
    with pytest.raises(LaunchRefused, match="HOMEWARD_PORT must be a number from 1 to 65535"):
        port.chosen_address({"HOMEWARD_PORT": text})


def test_nothing_said_means_this_machine_alone() -> None:
    assert port.chosen_address({}) == port.Address("127.0.0.1", 8000)
    assert port.chosen_address({"HOMEWARD_PORT": " "}) == port.Address("127.0.0.1", 8000)

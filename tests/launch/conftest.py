"""Installations of their own for these tests, away from the checkout's."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward.config.launch import offspring
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home
from homeward.config.launch.port import quiet_port


@pytest.fixture
def home() -> Iterator[Home]:
    """An empty home that the database's account can reach, gone afterwards with all it started."""
    parent = Path(tempfile.mkdtemp(prefix="homeward-test-"))
    parent.chmod(0o711)
    found = Home(parent / "a home")
    yield found
    offspring.end_marked(found.mark)
    shutil.rmtree(parent)


@pytest.fixture
def quick_cluster(home: Home) -> Cluster:
    """A new server that does not wait for the disk."""
    home.prepare()
    cluster = Cluster(home, durable=False)
    cluster.make()
    return cluster


@pytest.fixture
def free_port() -> int:
    return quiet_port()


@pytest.fixture(autouse=True)
def _no_outer_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the person who runs the tests has set is none of these tests' business."""
    for name in list(os.environ):
        if name.startswith("HOMEWARD_") and not name.startswith("HOMEWARD_TEST_"):
            monkeypatch.delenv(name)

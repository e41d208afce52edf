"""One installation from its first start to its restore, as a person and a power cut see it.

A start takes seconds, so what one test leaves running the next one finds running: each says
whether it needs the installation `awake` or `asleep`, and each can be run alone.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from homeward.config.launch import child, database, installation, offspring, roles
from homeward.config.launch.home import Home
from homeward.config.launch.port import Address, ask, quiet_port

pytestmark = pytest.mark.slow
PATIENCE = 120.0


class Runner:
    """Starts and ends `homeward demo` for one home."""

    def __init__(self, home: Home, port: int) -> None:
        self.home, self.port = home, port
        self.told = {
            **{k: v for k, v in os.environ.items() if not k.startswith("HOMEWARD_")},
            "HOMEWARD_HOME": str(home.path),
            "HOMEWARD_PORT": str(port),
            "HOMEWARD_DEMO_EMPTY": "1",
        }
        self.log = home.path.parent / "said.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "subprocess.Popen[bytes]":
        with open(self.log, "wb") as said:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "homeward", "demo"],
                env=self.told,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE
        while "Homeward is ready" not in self.said():
            assert process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.05)
        self.process = process
        return process

    def awake(self) -> "subprocess.Popen[bytes]":
        """Running, started only when it is not."""
        if self.process is None or self.process.poll() is not None:
            return self.start()
        return self.process

    def asleep(self) -> None:
        """Not running, ended in order when it is."""
        if self.process is not None and self.process.poll() is None:
            self.interrupt(self.process)
        self.process = None

    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    def command(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-P", "-m", "homeward", *words],
            env=self.told,
            capture_output=True,
            text=True,
            check=False,
        )

    def answers(self, patience: float = 90.0) -> bool:
        """Whether a page comes back, in the time that a restart may take."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            status = ask(Address("127.0.0.1", self.port))
            if status is not None and status < 500:
                return True
            time.sleep(0.1)
        return False

    def running(self) -> dict[str, Any]:
        return installation.running_as(self.home) or {}

    def interrupt(self, process: "subprocess.Popen[bytes]") -> None:
        """Ctrl-C: the whole group gets the signal."""
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=60)


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    parent = Path(tempfile.mkdtemp(prefix="homeward-test-"))
    parent.chmod(0o711)
    found = Runner(Home(parent / "a home"), quiet_port())
    yield found
    offspring.end_marked(found.home.mark)
    shutil.rmtree(parent)


def test_starts_from_nothing_and_stops_leaving_nothing(runner: Runner) -> None:
    process = runner.start()
    assert runner.answers()
    runner.interrupt(process)
    assert process.returncode == 0, runner.said()
    assert offspring.marked(runner.home.mark) == []


def test_check_tells_what_is_stopped(runner: Runner) -> None:
    runner.asleep()
    stopped = runner.command("check", "--json")
    assert stopped.returncode == 1
    assert json.loads(stopped.stdout)["checks"]["database"]["ok"] is False


def test_starts_a_second_time_in_seconds(runner: Runner) -> None:
    """Nothing is prepared again; five seconds on an idle machine, in proportion on a busy one."""
    runner.asleep()
    began = time.monotonic()
    runner.start()
    took = time.monotonic() - began
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert took < 5 * busy * 2
    assert "Preparing" not in runner.said()


def test_says_so_when_it_runs_already_or_the_port_is_taken(runner: Runner) -> None:
    runner.awake()
    again = runner.command("demo")
    assert (again.returncode, "running already" in again.stderr) == (2, True)
    other = Runner(Home(runner.home.path.parent / "other"), runner.port)
    taken = other.command("demo")
    assert taken.returncode == 2
    assert f"Port {runner.port}" in taken.stderr


def test_check_tells_what_is_well(runner: Runner) -> None:
    runner.awake()
    deadline = time.monotonic() + 90
    while (well := runner.command("check", "--json", "--connections")).returncode:
        assert time.monotonic() < deadline, well.stdout + well.stderr
        time.sleep(0.5)
    ways = json.loads(well.stdout)["connections"]
    for role, user in (("owner", database.OWNER), ("app", database.APP)):
        with roles.open_connection(database.parse_url(ways[role]["url"])) as inside:
            assert inside.execute("SELECT current_user").fetchone() == (user,)


@pytest.mark.parametrize("victim", ["web", "worker", "database"])
def test_a_killed_part_comes_back_by_itself(runner: Runner, victim: str) -> None:
    runner.awake()
    killed = runner.running()["children"][victim]
    os.kill(killed, signal.SIGKILL)
    deadline = time.monotonic() + 60
    while runner.running()["children"].get(victim, killed) == killed:
        assert time.monotonic() < deadline, runner.said()
        time.sleep(0.05)
    named = child.LABELS.get(victim, victim)
    assert f"The {named} ended unexpectedly (killed by SIGKILL); starting it" in runner.said()
    assert runner.answers()


@pytest.mark.parametrize("victims", ["supervisor", "everything"])
def test_after_a_kill_the_next_start_needs_no_mending(runner: Runner, victims: str) -> None:
    process = runner.awake()
    with roles.open_connection(database.connections(runner.home)["owner"]) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        owner.execute("INSERT INTO kept VALUES (%s)", [victims])
    everything = [] if victims == "supervisor" else offspring.marked(runner.home.mark)
    for pid in [process.pid, *everything]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()
    runner.start()
    with roles.open_connection(database.connections(runner.home)["owner"]) as owner:
        found = owner.execute("SELECT count(*) FROM kept WHERE word = %s", [victims]).fetchone()
    assert found == (1,)


@pytest.fixture(scope="module")
def backup(runner: Runner) -> Path:
    runner.asleep()
    (runner.home.files / "letter.bin").write_bytes(b"sealed words")
    done = runner.command("backup", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["verified"]["audit"] == "whole"
    return Path(answer["file"])


class TestBackup:
    def test_comes_back_into_an_empty_folder(self, runner: Runner, backup: Path) -> None:
        into = runner.home.path.parent / "returned"
        key = runner.home.recovery_key
        done = runner.command("restore", str(backup), "--into", str(into), "--key", str(key))
        assert done.returncode == 0, done.stderr
        assert (into / "files" / "letter.bin").read_bytes() == b"sealed words"
        ring = Path("keys/keyring.json")
        assert (into / ring).read_text() == (runner.home.path / ring).read_text()
        runner.interrupt(Runner(Home(into), runner.port).start())

    def test_is_refused_over_an_installation(self, runner: Runner, backup: Path) -> None:
        done = runner.command("restore", str(backup))
        assert done.returncode == 2
        assert "not empty" in done.stderr

    def test_altered_or_cut_changes_nothing(self, runner: Runner, backup: Path) -> None:
        into = runner.home.path.parent / "never"
        raw = backup.read_bytes()
        middle = len(raw) // 2
        altered = raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :]
        for wrong in (altered, raw[:-1], raw[:middle]):
            copy = runner.home.path.parent / "copy"
            copy.write_bytes(wrong)
            key = str(runner.home.recovery_key)
            done = runner.command("restore", str(copy), "--into", str(into), "--key", key)
            assert done.returncode == 1
            assert "damaged" in done.stderr
            assert not into.exists()

    def test_sets_an_old_installation_aside(self, runner: Runner, backup: Path) -> None:
        kept = runner.home.recovery_key.read_text()
        key = runner.home.path.parent / "key.txt"
        key.write_text(kept)
        done = runner.command("restore", str(backup), "--key", str(key), "--replace", "--json")
        assert done.returncode == 0, done.stderr
        aside = Path(json.loads(done.stdout)["set_aside"])
        assert (aside / "keys" / "keyring.json").exists()
        runner.interrupt(runner.start())

"""A small dose of `homeward bench crash`; the command itself takes any number of cycles."""

import json
import subprocess
import sys

import pytest

CYCLES = 3
# With this seed the database is killed, then the web server, then everything at once.
OPTIONS = (f"--cycles={CYCLES}", "--writers=4", "--seed=38")


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_parts_are_killed() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "homeward", "bench", "crash", *OPTIONS],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert answer["acknowledged"] > 0
    assert (answer["lost"], answer["doubled"], answer["half_done"]) == ([], [], [])
    assert answer["killed"] == {"database": 1, "web": 1, "everything": 1}
    assert answer["audit"]["ok"]

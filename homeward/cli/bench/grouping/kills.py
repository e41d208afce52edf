"""Somebody types; the tab, the network, the server or the worker goes. What was lost?

Uses a durable installation of its own. After each accident the page is read again from the server
and compared with what had been typed five seconds before it: that much must be there, in order,
once.
"""

import json
import os
import random
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homeward.cli import frame
from homeward.cli.bench.crashing.accidents import Patient
from homeward.cli.bench.grouping import session
from homeward.cli.bench.grouping.hand import Hand
from homeward.cli.bench.grouping.texts import OWN
from homeward.config.launch.home import Home
from homeward.config.launch.port import quiet_port
from homeward.config.launch.preparation import python
from homeward.config.launch.refusals import LaunchFailed

KINDS = ("tab", "network", "web", "one web worker", "worker")
OLD = 5.0  # seconds after which nothing typed may be lost
SHORTEST, LONGEST = 1.0, 9.0  # seconds of typing before an accident
AWAY = (0.5, 4.0)  # seconds without a network
WORDS = " ".join(OWN).split()


@dataclass
class Journal:
    """What stood in the field, and since when."""

    texts: list[tuple[float, str]] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Now it says this."""
        self.texts.append((time.monotonic(), text))

    @property
    def now(self) -> str:
        """All that was typed."""
        return self.texts[-1][1] if self.texts else ""

    def before(self, moment: float) -> str:
        """What stood there at a moment."""
        return next((text for at, text in reversed(self.texts) if at <= moment), "")


def kill_under_typing(kills: int, seed: int) -> dict[str, Any]:
    """So many accidents, each at a random moment of typing; what was lost or doubled."""
    from homeward.cli.bench.group import a_browser

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="homeward-kills-", ignore_cleanup_errors=True) as box:
        os.chmod(box, 0o711)  # noqa: S103  (PostgreSQL of a root's run passes through)
        patient = Patient(Home(Path(box) / "home"), quiet_port())
        patient.start()
        try:
            made = _world(patient)
            with a_browser() as browser:
                return _suffer(patient, browser, made, kills, chance)
        finally:
            patient.stop()


def _suffer(
    patient: Patient, browser: Any, made: dict[str, str], kills: int, chance: random.Random
) -> dict[str, Any]:
    address = f"http://127.0.0.1:{patient.port}"
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    page = context.new_page()
    session.sign_in(Hand(page), address, made["user"], made["password"])
    page.goto(address + made["path"])
    rooms = [link.get_attribute("href") for link in page.locator("[data-choose]").all()]
    counted: Counter[str] = Counter()
    lost: list[dict[str, Any]] = []
    conflicts, oldest = 0, 0.0
    for number in range(kills):
        where = address + str(chance.choice(rooms))
        journal = Journal()
        page = _at(page, where)
        journal.note(page.locator("#id_body").input_value())
        kind = chance.choice(KINDS)
        counted[kind] += 1
        _type(page, journal, chance, chance.uniform(SHORTEST, LONGEST))
        at = time.monotonic()
        page = _accident(patient, context, page, kind, chance, journal)
        stands, waited = _read_again(context, page, where, journal, kind)
        conflicts += stands is None
        must = journal.before(at - OLD) if kind == "tab" else journal.now
        oldest = max(oldest, round(waited, 1))
        if stands is None or not stands.startswith(must) or not journal.now.startswith(stands):
            lost.append(
                {
                    "accident": number, "kind": kind, "typed": len(journal.now), "must": len(must),
                    "stands": "a conflict" if stands is None else len(stands),
                    "ends": [journal.now[-30:], (stands or "")[-30:]],
                    "page": page.locator("#note-state").inner_text(),
                }
            )  # fmt: skip
        frame.say(f"{number + 1}/{kills}: {kind}, {len(lost)} with a loss")
    doubled = json.loads(_own_python(patient, "reckoning"))
    context.close()
    return {
        "accidents": kills,
        "kinds": dict(counted),
        "lost": lost,
        "conflicts_shown": conflicts,
        "seconds_until_kept_again_longest": oldest,
        **doubled,
    }


def _at(page: Any, where: str) -> Any:
    if page.url != where:
        page.goto(where)
    page.wait_for_selector("#id_body")
    return page


def _type(page: Any, journal: Journal, chance: random.Random, seconds: float) -> None:
    """Words at about the pace of a quick writer, at the end of what stands there."""
    area = page.locator("#id_body")
    area.focus()
    page.keyboard.press("Control+End")
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        page.keyboard.type(f" {chance.choice(WORDS)}")
        journal.note(area.input_value())
        time.sleep(chance.uniform(0.05, 0.35))


def _accident(
    patient: Patient, context: Any, page: Any, kind: str, chance: random.Random, journal: Journal
) -> Any:
    """It happens; where the page lives on, a little more is typed into the trouble."""
    if kind == "tab":
        page.close(run_before_unload=False)
        return context.new_page()
    if kind == "network":
        context.set_offline(True)
        _type(page, journal, chance, chance.uniform(*AWAY))
        context.set_offline(False)
    else:
        patient.kill(kind, chance)
        _type(page, journal, chance, 0.5)
    return page


def _read_again(
    context: Any, page: Any, where: str, journal: Journal, kind: str
) -> tuple[str | None, float]:
    """What the server has, read by another window; None when the page shows a conflict."""
    began = time.monotonic()
    if kind == "tab":
        page.goto(where)
        return page.locator("#id_body").input_value(), 0.0
    while time.monotonic() - began < 40:
        if page.locator("#note-state.group-unsaved .theirs").count():
            return None, time.monotonic() - began
        if not page.locator("#note-form[data-touched]").count():
            break
        time.sleep(0.2)
    waited = time.monotonic() - began
    other = context.new_page()
    try:
        # What was kept sealed on the device arrives a moment after the network is back.
        for _ in range(40):
            other.goto(where)
            stands = str(other.locator("#id_body").input_value())
            if stands == journal.now:
                break
            time.sleep(0.25)
        return stands, waited
    finally:
        other.close()


def _world(patient: Patient) -> dict[str, str]:
    made: dict[str, str] = json.loads(_own_python(patient, "world"))
    return made


def _own_python(patient: Patient, module: str) -> str:
    """Run a part that needs Django, against the patient's database; what it printed."""
    done = subprocess.run(  # noqa: S603  (our own module)
        python("-m", f"homeward.cli.bench.grouping.{module}"),
        env={**os.environ, "HOMEWARD_HOME": str(patient.home.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LaunchFailed(f"The bench's {module} failed:\n{done.stderr[-3000:]}")
    return done.stdout

"""Running many lives by a seed, and saying what came of it."""

import time
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from homeward.cli.bench.modelling.machine import Life
from homeward.people.models import TeamMembership
from homeward.testing.stage import NOON, Cast, make_cast


def lay_ground() -> Cast:
    """The cast, with Ruth on Jo's team for the looks at safety."""
    cast = make_cast()
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role="nurse",
        starts_at=NOON - timedelta(days=20),
    )  # fmt: skip
    Life.cast = cast
    return cast


def run_lives(number: int, *, runs: int, steps: int) -> dict[str, Any]:
    """So many lives of so many steps under one seed; a divergence is kept in words."""
    Life.tally.clear()
    began = time.monotonic()
    divergence = ""

    class Seeded(Life):
        """The same, with a seed of its own."""

    Seeded.cast = Life.cast
    seed(number)(Seeded)
    try:
        run_state_machine_as_test(
            Seeded,
            settings=settings(
                max_examples=runs,
                stateful_step_count=steps,
                phases=(Phase.generate,),
                database=None,
                deadline=None,
                print_blob=False,
                suppress_health_check=list(HealthCheck),
            ),
            _min_steps=steps,
        )
    except AssertionError as fault:
        divergence = str(fault)[:800]
    return {
        "seed": number,
        "runs": Life.tally["runs"],
        "steps": Life.tally["steps"],
        "refused": Life.tally["refused"],
        "divergence": divergence,
        "seconds": round(time.monotonic() - began, 2),
    }

"""Every vignette a clinician wrote is answered as it says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from homeward.placement.rules.assessment import Assessment, Facts
from homeward.placement.rules.published import REASON_CODES
from homeward.placement.rules.recommend import recommend
from homeward.placement.tests.people import CALM, MORNING

FOLDER = Path(__file__).parent / "vignettes"
PARTS = frozenset(
    {"story", "edition", "age", "ratings", "red_flags_asked", "facts", "level", "because", "with",
     "holds", "discrepancies"}
)  # fmt: skip


def vignettes() -> list[dict[str, Any]]:
    """All of them, in the order of the files."""
    found: list[dict[str, Any]] = []
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            found += tomllib.load(file)["vignettes"]
    return found


def assessed(vignette: dict[str, Any]) -> Assessment:
    """The person of a vignette."""
    asked = CALM if vignette["red_flags_asked"] else {}
    ratings = {
        number: int(rating)
        for number, rating in enumerate(vignette["ratings"].split(), 1)
        if rating != "-"
    }
    return Assessment(
        edition=vignette.get("edition", "3"),
        as_of=MORNING,
        age=vignette.get("age", 34),
        ratings=ratings,
        facts=Facts(**{**asked, **vignette.get("facts", {})}),
    )


@pytest.mark.parametrize("vignette", vignettes(), ids=lambda each: each["story"][:60])
def test_each_is_answered_as_written(vignette: dict[str, Any]) -> None:
    """The level, what drives it, what stands beside it, what comes first."""
    decision = recommend(assessed(vignette))
    drives = [reason.code for reason in decision.reasons if reason.detail.get("drives")]
    assert decision.outcome == vignette["level"]
    assert drives == vignette["because"]
    assert list(decision.extras["with"]) == vignette.get("with", [])
    holds = [hold["code"] for hold in decision.extras["holds"]]
    assert sorted(holds) == sorted(vignette.get("holds", []))
    assert list(decision.extras["discrepancies"]) == vignette.get("discrepancies", [])


def test_there_are_enough_and_each_says_only_what_the_key_explains() -> None:
    """At least sixty; both editions; every part is in the README."""
    every = vignettes()
    assert len(every) >= 60
    assert {each.get("edition", "3") for each in every} == {"3", "4"}
    assert all(set(each) <= PARTS for each in every)
    assert len({each["story"] for each in every}) == len(every)


def test_every_level_and_most_reasons_are_met_by_somebody() -> None:
    """A level nobody reaches would be untested."""
    levels = {(each.get("edition", "3"), each["level"]) for each in vignettes()}
    assert {code for edition, code in levels if edition == "3"} >= {
        "0.5", "1", "2.1", "2.5", "3.1", "3.5", "3.7", "4", "emergency", "undetermined",
    }  # fmt: skip
    assert {code for edition, code in levels if edition == "4"} >= {
        "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7",
    }  # fmt: skip
    because = {code for each in vignettes() for code in each["because"]}
    assert because <= set(REASON_CODES) and len(because) >= 12

"""The shipped instruments, read once from their definition files."""

import json
from functools import cache
from pathlib import Path

from homeward.instruments.rules.definition import load
from homeward.instruments.rules.instrument import Instrument
from homeward.kernel.bad_input import BadInput

# Taken by observation and vital signs; nursing work, at the bedside and in the intake room.
NURSING = frozenset({"ciwa_ar", "cows"})
# Asked by trained staff face to face; never sent to a phone.
INTERVIEWED = NURSING | {"cssrs_screener", "assist_v3"}
# Answers that nobody outside the care team sees, the client's own phone and mailed copies
# included: whoever reads along at home must not. "*" is every item. Source: instruments handbook
# section 5.10 (childhood adversity, safety at home).
MASKED: dict[str, frozenset[str]] = {
    "ace10": frozenset({"*"}),
    "ahc_hrsn": frozenset({"7", "8", "9", "10"}),
}
FOLDER = Path(__file__).parent / "definitions"


@cache
def instrument_ids() -> tuple[str, ...]:
    """Every shipped instrument, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def instrument(instrument_id: str) -> Instrument:
    """One shipped instrument; raises BadInput at `instrument` when there is none of that id."""
    if instrument_id not in instrument_ids():
        raise BadInput("instrument", f"must be one of {', '.join(instrument_ids())}")
    with (FOLDER / f"{instrument_id}.json").open(encoding="utf-8") as file:
        return load(json.load(file))


@cache
def parameter_values() -> dict[str, frozenset[str]]:
    """Every parameter any shipped instrument reads, with every value it knows."""
    values: dict[str, set[str]] = {}
    for instrument_id in instrument_ids():
        for score in instrument(instrument_id).scores:
            if score.bands_by:
                values.setdefault(score.bands_by.parameter, {"unknown"}).update(
                    score.bands_by.choices
                )
    return {name: frozenset(found) for name, found in values.items()}


def is_masked(instrument_id: str, link_id: str) -> bool:
    """Whether this answer stays inside the care team."""
    masked = MASKED.get(instrument_id, frozenset())
    return "*" in masked or link_id in masked


def goes_to_phones(instrument_id: str) -> bool:
    """Whether a client may be asked this alone on a phone: nothing masked, no interview."""
    return instrument_id not in INTERVIEWED and instrument_id not in MASKED

"""Where the reference data lies: named by the environment, or beside the checkout."""

import os
from pathlib import Path

from homeward.config.launch.home import CHECKOUT

NAMED_BY = "HOMEWARD_REFERENCE_DATA"


def folder(inside: str) -> Path | None:
    """A folder of the reference data; None where there is none."""
    named = os.environ.get(NAMED_BY)
    places = [Path(named)] if named else sorted(CHECKOUT.parent.glob("*/"))
    return next((place / inside for place in places if (place / inside).is_dir()), None)

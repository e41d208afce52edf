"""The crisis paths that come with the product, one file a path."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path as File
from types import MappingProxyType

from homeward.safety.rules.path import Path
from homeward.safety.rules.reading_path import path_from

PATHS = File(__file__).parent / "paths"
# The order of the page: where seconds count comes first.
ORDER = ("overdose", "suicide_risk", "violence", "leaving_impaired")


@cache
def shipped() -> Mapping[str, Path]:
    """Every path of the product by its code, in the order of the page."""
    return MappingProxyType({code: _read(code) for code in ORDER})


def _read(code: str) -> Path:
    return path_from(tomllib.loads((PATHS / f"{code}.toml").read_text(encoding="utf-8")))

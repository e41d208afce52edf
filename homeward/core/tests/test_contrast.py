"""Every pair of tokens that meets on a screen can be read, in light and in dark (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TONES = ("marigold", "clay", "sky", "moss", "plum")
PHASES = ("orientation", "early", "middle", "late", "continuing")

READ = [
    *(("ink", ground) for ground in ("paper", "card", "sand", "stone", "grey-soft", "spruce-soft")),
    *(("ink-2", ground) for ground in ("paper", "card", "sand", "grey-soft", "spruce-soft")),
    *(("spruce", ground) for ground in ("paper", "card", "sand", "spruce-soft", "grey-soft")),
    *(("spruce-deep", ground) for ground in ("paper", "card", "sand")),
    *((word, ground) for word in TONES for ground in (f"{word}-soft", "card", "paper")),
    *(("ink", f"{tone}-soft") for tone in TONES),
    *((f"phase-{phase}", f"phase-{phase}-soft") for phase in PHASES),
    *((f"phase-{phase}", "card") for phase in PHASES),
    *(("ink", f"phase-{phase}-soft") for phase in PHASES),
    *(("ink-2", f"phase-{phase}-soft") for phase in PHASES),
    *(("on-phase", f"phase-{phase}") for phase in PHASES),
    *(("on-phase", ground) for ground in ("serious", "clay")),
    ("on-spruce", "spruce-fill"),
    ("on-spruce", "spruce-deep"),
    ("stone-ink", "stone"),
    ("paper", "ink"),
    ("card", "clay"),
    ("card", "marigold"),
]
SEEN = [
    *(("edge", ground) for ground in ("paper", "card")),
    *((colour, "card") for colour in ("spruce", "hours-low", "plum", "moss", "clay", "sun")),
    *((colour, "track") for colour in ("spruce", "moss", "clay")),
    ("plum", "risk-band"),
    ("spruce", "sand"),
]


def tokens() -> dict[str, tuple[str, str]]:
    """Each colour token with its light and its dark value, as the style sheet has them."""
    sheet = Path(finders.find("core/css/tokens.css")).read_text()
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", sheet)
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of the lighter to the darker, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_measures_black_on_white_as_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("word, ground", READ)
def test_words_can_be_read(word: str, ground: str, theme: int) -> None:
    found = tokens()
    assert contrast(found[word][theme], found[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("mark, ground", SEEN)
def test_marks_can_be_seen(mark: str, ground: str, theme: int) -> None:
    found = tokens()
    assert contrast(found[mark][theme], found[ground][theme]) >= 3


def test_every_colour_token_is_paired_or_only_decorates() -> None:
    """A new colour must say where it is read or seen."""
    only_decoration = {"line", "hairline", "hours-part"}
    paired = {name for pair in READ + SEEN for name in pair}
    assert set(tokens()) - paired == only_decoration

"""The documents name every number and key that the code knows."""

import re
from pathlib import Path

from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.kernel.roles import STAFF_ROLES, Duty
from homeward.program.rules.default_deadlines import DEADLINES
from homeward.program.rules.defaults import NUMBERS
from homeward.program.rules.holidays import NAMES

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_program_numbers_are_listed_with_their_values():
    """A code, value, unit or bound that differs from the page is a mistake in one of them."""
    page = (DOCS / "domain" / "program-numbers.md").read_text("utf-8")
    rows = {
        match[1]: (match[2], match[3])
        for match in re.finditer(r"^\| `(\w+)` \| ([\d.]+) \| (\w+) \|", page, re.M)
    }

    for known in NUMBERS.values():
        if known.code not in PAYER_NUMBERS:
            assert rows[known.code] == (str(known.value), known.unit)
    for code in (*PAYER_NUMBERS, *DEADLINES):
        assert f"| `{code}` |" in page


def test_the_format_names_every_role_duty_and_holiday():
    page = (DOCS / "program-file.md").read_text("utf-8")

    for word in (*STAFF_ROLES, *Duty, *NAMES):
        assert f"`{word}`" in page

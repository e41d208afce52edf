"""Every page of the portal says what it needs of a session, and the gate keeps it."""

import pytest

from homeward.core.actors import CLIENT
from homeward.core.routes import all_routes
from homeward.doorways.rules.levels import Level
from homeward.portal.levels import (
    LEVELS,
    NAMESPACE,
    ON_A_DEVICE,
    OPEN,
    WITH_PROOF,
    level_of_page,
)


def test_every_page_of_the_portal_has_a_level():
    """A page that nobody named would need proof; here it is named."""
    found = {
        route.name.partition(":")[2]: route
        for route in all_routes()
        if route.name.startswith(f"{NAMESPACE}:")
    }

    assert not sorted(found.keys() - LEVELS.keys())
    assert not sorted(LEVELS.keys() - found.keys())
    assert not ON_A_DEVICE & WITH_PROOF
    for name, route in found.items():
        if LEVELS[name] is Level.NONE and name not in OPEN:
            assert CLIENT not in route.policy.kinds, f"{name} opens to clients at no level"


@pytest.mark.parametrize(
    ("pages", "level"),
    [
        # What is read and said to the team is as near as a note (docs/domain/messages.md).
        ("messages messages_to messages_draft message_file message_back", Level.PROOFED),
        ("record note copy copy_readable copy_standard consents earned_join", Level.PROOFED),
        # Times, joining, being late, and help: nobody in need is asked for papers first.
        ("today week join late late_back ask_help help safety_plan check_in", Level.DEVICE),
        # What nobody decided about.
        ("a_page_of_tomorrow", Level.PROOFED),
    ],
)
def test_what_each_kind_of_page_needs(pages, level):
    assert {name: level_of_page(name) for name in pages.split()} == dict.fromkeys(
        pages.split(), level
    )

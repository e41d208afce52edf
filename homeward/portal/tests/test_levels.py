"""Every page of the portal says what it needs of a session, and the gate keeps it."""

from homeward.core.actors import CLIENT
from homeward.core.routes import all_routes
from homeward.doorways.rules.levels import Level
from homeward.portal.levels import LEVELS, NAMESPACE, ON_A_DEVICE, OPEN, WITH_PROOF


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

"""In which room a string is read, told by the files it stands in."""

import re
from collections.abc import Iterable

AGENCY, FAMILY, CLIENT, PUBLIC, TABLET = "agency", "family", "client", "public", "tablet"
PAPERS, SIGNING_IN, NOTICES, FORMS = "papers", "signing in", "notices", "questionnaires"
LESSONS, HANDOUTS, SHARED = "lessons", "handouts", "shared words"

# Pages of the design system and the frame that only staff see; the desk's own screens.
_STAFF = re.compile(
    r"homeward/(desk/(?!(consents|packets)/tablet|templates/desk/(consents|packets)/tablet"
    r"|conduct/paper)|core/templates/core/(design/|shell_staff|components/(_staff|_find))"
    r"|core/charts/|kiosk/(devices|templates/kiosk/devices)|accounts/(auditing|setup"
    r"|templates/accounts/setup)|downtime/|progress/|placement/|timetable/)"
)
# The first that fits says where a string is counted; each string is counted once.
_ROOMS = tuple(
    (room, re.compile(pattern))
    for room, pattern in (
        (AGENCY, r"homeward/portal/(templates/portal/)?(views/)?_?(officer|agency|agencies)"),
        (
            FAMILY,
            r"homeward/(families/|portal/(templates/portal/)?(views/)?"
            r"_?(famil|guardian|nothing_new|plan_for|to_sign))",
        ),
        (CLIENT, r"homeward/(portal|dayplans|conversations)/"),
        (PUBLIC, r"homeward/website/"),
        (TABLET, r"homeward/(kiosk/|desk/(templates/desk/)?(consents|packets)/tablet)"),
        (PAPERS, r"homeward/(packets|consents|incentives|aftercare|conduct|desk/conduct/paper)"),
        (SIGNING_IN, r"homeward/accounts/"),
        (NOTICES, r"homeward/notices/"),
        (FORMS, r"homeward/instruments/"),
        (SHARED, r"homeward/"),
    )
)


def room_of(places: Iterable[str]) -> tuple[str, str] | None:
    """The room and the place a string is counted at; None for what only staff see."""
    told = [place for place in places if not _STAFF.match(place)]
    for room, pattern in _ROOMS:
        for place in told:
            if pattern.match(place):
                return room, place
    return None

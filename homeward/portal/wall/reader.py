"""What each table shows over the login of family and agencies: few lines, named one by one.

About somebody else it reads one table, and of that what was released to its own account a moment
ago. The rest is the account's own, or the house's. Whatever is not named here is closed to it.
"""

from homeward.portal.wall.kinds import Line, Open, Own
from homeward.released.queries import COLUMNS

# Nobody is shown under which paper or for which ledger row; the ids of clients stay inside.
RELEASED = Own("account", only=("id", *COLUMNS))
# That this account stands beside somebody, by a number (`portal/agency.py`): no name, no client.
BESIDE = Own("account", only=("id", "account", "created_at"))
NIGHT = Open(
    only=(
        "id", "version", "created_at", "site", "title", "about", "place", "starts_at", "ends_at",
        "cancelled_at",
    )
)  # fmt: skip

READER_LINES: dict[str, Line] = {
    "families.FamilyNight": NIGHT,
    "families.LessonRead": Own("account"),
    "families.NightAnswer": Own("account"),
    "families.OwnPlan": Own("account"),
    "people.Contact": BESIDE,
    "program.Organisation": Open(),
    "program.Site": Open(),
    "released.ReleasedItem": RELEASED,
}

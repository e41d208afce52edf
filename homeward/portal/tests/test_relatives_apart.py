"""Two relatives of one client: each sees item by item what their own paper names, and no other."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.consents.actions import revoke_consent
from homeward.conversations.actions import answer_contact
from homeward.core import clock
from homeward.families import actions as families
from homeward.kernel.roles import Role
from homeward.people.models import Contact, TeamMembership
from homeward.plans.models import Plan
from homeward.portal.tests import scene
from homeward.portal.tests.test_others import bare
from homeward.released.actions import rows
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

PAGES = ("/me/", "/me/together/", "/me/messages/")
SAID = {"kim": "Kim, the door is open", "max": "Max, thank you for the lift"}
DAY, GOAL = "Planned days", "Sleep through the night"
TALK = {"kim": "Friday 27 November, 12:00", "max": "Saturday 28 November, 12:00"}


@pytest.fixture
def house(cast: Any) -> Any:
    """Kim may know the days and messages, Max the goals and messages; both are invited once."""
    clock.shift_to(NOON)
    cast.people["max"] = scene.contact(cast, "max", Contact.Kind.FAMILY, "Max Birch")
    scene.seat(cast, cast.jo, scene.session(cast, NOON + timedelta(days=1)), cast.episode)
    scene.plan(cast).change(state=Plan.State.ACTIVE)
    for code, part in (("kim", "schedule"), ("max", "assessment")):
        scene.consent(cast, "family", contact_id=cast.people[code].pk, classes=[part, "messages"])
    fern = make_worker(cast, "fern", "Fern Adeyemi", Role.FAMILY_COUNSELOR, "LMFT", True, ())
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=fern.row, role=Role.FAMILY_COUNSELOR,
        starts_at=NOON - timedelta(days=9),
    )  # fmt: skip
    for days, code in ((3, "kim"), (4, "max")):
        families.book_family_session(
            actor=fern.actor, client_id=cast.jo.pk, worker_id=fern.pk,
            contact_ids=[cast.people[code].pk], starts_at=NOON + timedelta(days=days), now=NOON,
        )  # fmt: skip
        answer_contact(
            actor=cast.dana.actor, contact_id=cast.people[code].pk, body=SAID[code], now=NOON
        )
    yield cast
    clock.shift_to(None)


def everything(client: Any, player: Any) -> str:
    client.force_login(player.account)
    return "".join(bare(client.get(path).content.decode(), player) for path in PAGES)


@pytest.mark.parametrize("code, other, sees, sees_not", [
    ("kim", "max", DAY, GOAL), ("max", "kim", GOAL, DAY),
])  # fmt: skip
def test_each_sees_item_by_item_what_is_theirs(
    house: Any, client: Any, code: str, other: str, sees: str, sees_not: str
) -> None:
    page = everything(client, house.people[code])
    for mine in (sees, TALK[code], SAID[code]):
        assert mine in page
    theirs = house.people[other]
    for hidden in (sees_not, TALK[other], SAID[other], theirs.row.name, str(theirs.pk)):
        assert hidden not in page
    kept = rows().filter(account_id=house.people[code].account.pk)
    assert {row.shown_class for row in kept.filter(kind="item")} == {
        "messages", "schedule" if code == "kim" else "assessment",
    }  # fmt: skip
    assert {row.contact_id for row in kept} == {house.people[code].pk}


def test_what_the_other_may_see_changes_nothing(house: Any, client: Any) -> None:
    """Before the other comes, while they look, and after their paper is taken back."""
    alone = everything(client, house.kim)
    everything(client, house.max)
    assert everything(client, house.kim) == alone
    theirs = rows().filter(account_id=house.max.account.pk)
    (paper,) = {pk for row in theirs for pk in row.consent_ids}
    revoke_consent(actor=house.jo.actor, consent_id=paper, now=NOON)
    assert not theirs.all().exists()
    assert rows().filter(account_id=house.kim.account.pk).exists()
    assert everything(client, house.kim) == alone
    assert GOAL not in everything(client, house.max)

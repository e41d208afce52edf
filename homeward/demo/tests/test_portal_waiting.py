"""No page of the demo client's portal is empty: a paper to sign and a short form wait there."""

from typing import Any

import pytest

from homeward.core.actors import Actor
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.demo.rows.measures import add_invitations
from homeward.demo.rows.packets import LEFT_FOR_THE_PORTAL, add_packets
from homeward.instruments.inviting import open_invitations
from homeward.instruments.models import Invitation
from homeward.packets.models import Packet, PacketItem
from homeward.testing.cast import NOON

WHY = "tests"


@pytest.fixture
def client(cast: Any) -> Any:
    """Jo, signed in as the demo's client."""
    cast.jo.account.username = DEMO_CLIENT_ACCOUNT
    cast.jo.account.save(update_fields=["username"])
    return cast.jo.row


@pytest.mark.django_db
class TestTheDemoClient:
    def test_has_a_paper_of_their_own_to_sign(self, client: Any) -> None:
        assert add_packets(NOON) > 0
        items = PacketItem.objects.unscoped(WHY).filter(client=client, settled_at=None)
        waiting = items.filter(signers__contains=["client"])
        assert set(LEFT_FOR_THE_PORTAL) <= {item.paper for item in waiting}

    def test_has_a_short_form_even_where_none_is_due(self, client: Any) -> None:
        add_invitations(NOON)
        assert open_invitations(Actor.of_service("tests"), client, NOON.date())

    def test_gets_nothing_twice_on_the_same_day(self, client: Any) -> None:
        for _again in range(2):
            add_packets(NOON)
            add_invitations(NOON)
        assert Packet.objects.unscoped(WHY).filter(client=client).count() == 1
        rows = Invitation.objects.unscoped(WHY).filter(client=client)
        assert len({(row.instrument, row.occasion) for row in rows}) == rows.count()

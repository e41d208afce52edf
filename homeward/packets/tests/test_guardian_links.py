"""A guardian's link opens for that guardian, as long as their right lasts, and for no one after."""

from typing import Any

import pytest

from homeward.consents.actions import end_guardianship
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets import actions
from homeward.packets.models import Packet
from homeward.people.models import Contact
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
ORDER = "County Court, 26-118, 2 November 2026"


@pytest.fixture
def packet(cast: Cast) -> Packet:
    """Kim signs in Jo's place: a court said so."""
    return actions.prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=clock.now(),
        guardian_id=cast.kim.pk, guardian_right="court", guardian_relation="mother",
        guardian_paper=ORDER,
    )  # fmt: skip


def made_for(cast: Cast, packet: Packet, who: str = "guardian") -> Any:
    return actions.make_link(
        actor=cast.dana.actor, packet_id=packet.pk, code_given="spoken", who=who, now=clock.now()
    )


def opened(made: Any) -> Any:
    """The link as the browser that typed the code has it; None where nothing opens."""
    link = actions.open_link(actor=SERVICE, token=made.token, code=made.code, now=clock.now())
    return link and actions.link_of(str(link.pk), made.token, clock.now())


def still_there(made: Any) -> Any:
    return actions.link_of(str(made.link.pk), made.token, clock.now())


def test_it_opens_while_the_right_lasts(cast: Cast, packet: Packet) -> None:
    assert opened(made_for(cast, packet)) is not None


def test_it_closes_when_the_right_is_over(cast: Cast, packet: Packet) -> None:
    """Both for who has not typed the code yet, and for who stands in it."""
    made = made_for(cast, packet)
    assert opened(made) is not None
    end_guardianship(actor=cast.dana.actor, guardianship_id=packet.guardianship_id, now=clock.now())
    assert still_there(made) is None
    assert opened(made) is None


def test_it_closes_when_somebody_else_is_named(cast: Cast, packet: Packet) -> None:
    """What was sent to Kim must not open Jo's papers under another guardian's name."""
    made = made_for(cast, packet)
    assert opened(made) is not None
    uncle = Contact.objects.create(
        client=cast.jo.row, site=cast.site, kind=Contact.Kind.FAMILY, name="Ray Olson"
    )
    actions.name_packet_guardian(
        actor=cast.dana.actor, packet_id=packet.pk, contact_id=uncle.pk, right="court",
        relation="uncle", paper=ORDER, now=clock.now(),
    )  # fmt: skip
    assert still_there(made) is None
    assert opened(made) is None
    assert opened(made_for(cast, packet)) is not None


def test_it_closes_with_its_packet(cast: Cast, packet: Packet) -> None:
    """A later packet has signers of its own."""
    made = made_for(cast, packet)
    assert opened(made) is not None
    rows = Packet.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    rows.get(pk=packet.pk).change(closed_at=clock.now())
    assert still_there(made) is None
    assert opened(made) is None


def test_the_clients_own_link_stays_when_a_guardian_goes(cast: Cast, packet: Packet) -> None:
    made = made_for(cast, packet, "client")
    end_guardianship(actor=cast.dana.actor, guardianship_id=packet.guardianship_id, now=clock.now())
    assert opened(made) is not None

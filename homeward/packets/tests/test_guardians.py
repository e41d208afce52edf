"""A guardian signs where the state's table or a court says so: on the tablet, here, by link."""

from datetime import date
from typing import Any

import pytest

from homeward.consents.actions import end_guardianship
from homeward.consents.actions.refusals import GuardianMustSign, GuardianUnproven
from homeward.consents.actions.signing import sign_consent
from homeward.consents.models import Consent, Guardianship, MinorConsentAge
from homeward.consents.queries import has_active, world_for
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.jurisdictions import StateAge, ages_on
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item, Request
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets import actions
from homeward.packets.actions import refusals
from homeward.packets.actions.signing import Proof
from homeward.packets.models import Packet, PacketItem, PacketSignature
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
ORDER = "County Court, 26-118, 2 November 2026"


@pytest.fixture
def minor(cast: Cast) -> Any:
    """Jo is fifteen, at a site in a state whose table the test sets."""

    def in_state(state: str, alone_from: int | None) -> Any:
        cast.site.state = state
        cast.site.save()
        MinorConsentAge.objects.create(
            state=state, starts_on=date(2024, 1, 1), age=alone_from, source_title="t", tag="state"
        )
        jo = cast.jo.row
        jo.birth_date = date(clock.now().year - 15, 1, 1)
        jo.save()
        return jo

    return in_state


def prepared(cast: Cast, **more: Any) -> Packet:
    return actions.prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=clock.now(),
        **more,
    )  # fmt: skip


def by_court(cast: Cast) -> dict[str, Any]:
    return {
        "guardian_id": cast.kim.pk, "guardian_right": "court", "guardian_relation": "mother",
        "guardian_paper": ORDER,
    }  # fmt: skip


def by_parent(cast: Cast) -> dict[str, Any]:
    return by_court(cast) | {"guardian_right": "parent", "guardian_paper": "Birth certificate"}


def item_of(packet: Packet, paper: str) -> PacketItem:
    return PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(packet=packet, paper=paper)


def sign(cast: Cast, item: PacketItem, who: str, **more: Any) -> PacketItem:
    now = clock.now()
    told = {
        "actor": cast.dana.actor, "item_id": item.pk, "who": who,
        "signer_name": {"client": "Jo Avery", "guardian": cast.kim.row.name}[who],
        "proof": Proof(place="tablet", by="handed_over", at=now), "now": now, **more,
    }  # fmt: skip
    return actions.sign_paper(**told)


def shared(cast: Cast) -> str:
    """Whether a treating provider would receive a note now, by the engine."""
    request = Request(
        client=str(cast.jo.pk), discloser="program",
        recipient=Recipient("entity", "x", frozenset({"treating_provider"})),
        purpose="treatment", items=(Item("notes", "notes", clock.now().date()),),
    )  # fmt: skip
    now = clock.now()
    row = cast.jo.row
    row.refresh_from_db()
    return disclose(request, world_for(row, now), now).effect


class TestACourtsGuardian:
    def test_signs_both_consents_and_the_record_says_who_and_by_what_right(
        self, cast: Cast
    ) -> None:
        packet = prepared(cast, **by_court(cast))
        for paper in ("treatment_consent", "tpo"):
            item = item_of(packet, paper)
            assert item.signers == ["guardian"]
            assert sign(cast, item, "guardian").settled_as == "signed"
        row = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(who="guardian")
        assert {(each.authority, each.relation) for each in row} == {("guardian", "mother")}
        consents = Consent.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client=cast.jo.row)
        for consent in consents.filter(signer_contact=cast.kim.row):
            assert (consent.signer_authority, consent.signer_relation, consent.is_half) == (
                "guardian", "mother", False,
            )  # fmt: skip
        assert has_active(cast.jo.row, "treatment", clock.now())
        assert shared(cast) == "permit"

    def test_the_client_does_not_sign_in_their_place(self, cast: Cast) -> None:
        packet = prepared(cast, **by_court(cast))
        with pytest.raises(refusals.NotAskedToSign):
            sign(cast, item_of(packet, "tpo"), "client")
        with pytest.raises(refusals.SignerNameWrong):
            sign(cast, item_of(packet, "tpo"), "guardian", signer_name="Jo Avery")

    @pytest.mark.parametrize("missing", ["guardian_relation", "guardian_paper"])
    def test_comes_with_a_relation_and_a_paper(self, cast: Cast, missing: str) -> None:
        with pytest.raises(GuardianUnproven):
            prepared(cast, **(by_court(cast) | {missing: " "}))
        assert not Packet.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists()

    def test_whose_right_is_over_signs_nothing(self, cast: Cast) -> None:
        packet = prepared(cast, **by_court(cast))
        right = Guardianship.objects.for_actor(SERVICE, Purpose.OPERATIONS).get()
        end_guardianship(actor=cast.dana.actor, guardianship_id=right.pk, now=clock.now())
        with pytest.raises(refusals.GuardianNotNamed):
            sign(cast, item_of(packet, "tpo"), "guardian")

    def test_may_be_named_afterwards_and_the_open_papers_follow(self, cast: Cast) -> None:
        packet = prepared(cast)
        signed = sign(cast, item_of(packet, "rights"), "client")
        actions.name_packet_guardian(
            actor=cast.dana.actor, packet_id=packet.pk, contact_id=cast.kim.pk, right="court",
            relation="mother", paper=ORDER, now=clock.now(),
        )  # fmt: skip
        assert item_of(packet, "tpo").signers == ["guardian"]
        assert item_of(packet, "rights").signers == signed.signers == ["client"]


class TestAMinor:
    def test_signs_alone_where_the_table_says_so(self, cast: Cast, minor: Any) -> None:
        minor("IL", 12)
        packet = prepared(cast)
        item = item_of(packet, "tpo")
        assert item.signers == ["client"]
        assert sign(cast, item, "client").settled_as == "signed"
        consent = Consent.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(
            client=cast.jo.row, kind="tpo", signer_authority="minor_own"
        )
        assert not consent.is_half
        assert shared(cast) == "permit"

    def test_and_a_parent_both_sign_where_it_does_not(self, cast: Cast, minor: Any) -> None:
        """One half carries nothing: not the paper, not treatment, not a single record."""
        minor("SD", None)
        packet = prepared(cast, **by_parent(cast))
        for paper in ("tpo", "treatment_consent"):
            item = item_of(packet, paper)
            assert item.signers == ["client", "guardian"]
            assert sign(cast, item, "client").settled_at is None
        assert shared(cast) == "deny"
        assert not has_active(cast.jo.row, "treatment", clock.now())
        for paper in ("tpo", "treatment_consent"):
            assert sign(cast, item_of(packet, paper), "guardian").settled_as == "signed"
        assert shared(cast) == "permit"
        assert has_active(cast.jo.row, "treatment", clock.now())

    def test_cannot_give_one_half_away_outside_the_packet(self, cast: Cast, minor: Any) -> None:
        minor("SD", None)
        with pytest.raises(GuardianMustSign):
            sign_consent(
                actor=cast.dana.actor, client_id=cast.jo.pk, kind="tpo", signer_name="Jo Avery",
                now=clock.now(),
            )  # fmt: skip

    def test_whose_parent_is_not_written_down_waits(self, cast: Cast, minor: Any) -> None:
        minor("SD", None)
        packet = prepared(cast)
        with pytest.raises(refusals.GuardianNotNamed):
            sign(cast, item_of(packet, "rights"), "guardian")


class TestTheLink:
    def test_of_a_guardian_opens_what_waits_for_them(self, cast: Cast) -> None:
        packet = prepared(cast, **by_court(cast))
        made = actions.make_link(
            actor=cast.dana.actor, packet_id=packet.pk, code_given="spoken", who="guardian",
            now=clock.now(),
        )  # fmt: skip
        opened = actions.open_link(actor=SERVICE, token=made.token, code=made.code, now=clock.now())
        assert opened is not None
        link = actions.link_of(str(opened.pk), made.token, clock.now())
        assert link is not None and actions.client_behind(link).name == cast.kim.row.name
        now = clock.now()
        item = sign(
            cast, item_of(packet, "tpo"), "guardian", actor=actions.client_behind(link),
            proof=Proof(place="phone", by="code", at=now, link_id=link.pk),
        )  # fmt: skip
        assert item.settled_as == "signed"

    def test_is_made_for_nobody_who_is_not_written_down(self, cast: Cast) -> None:
        packet = prepared(cast)
        with pytest.raises(refusals.GuardianNotNamed):
            actions.make_link(
                actor=cast.dana.actor, packet_id=packet.pk, code_given="spoken", who="guardian",
                now=clock.now(),
            )  # fmt: skip


def test_the_newest_line_of_a_state_that_has_begun_holds() -> None:
    lines = [
        StateAge("IL", date(2024, 1, 1), 12), StateAge("IL", date(2026, 7, 1), 14),
        StateAge("CA", date(2025, 1, 1), None),
    ]  # fmt: skip
    before, after = ages_on(lines, date(2026, 6, 30)), ages_on(lines, date(2026, 7, 1))
    assert (before["IL"], after["IL"]) == (12, 14)
    assert "CA" not in after and "CA" in ages_on(lines, date(2024, 12, 31))

"""Signing, refusing, and what admission makes of what is still open."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.admissions import actions as admissions
from homeward.admissions.tests import walking
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets import actions
from homeward.packets.actions import refusals
from homeward.packets.actions.signing import Proof
from homeward.packets.models import PacketItem, PacketSignature
from homeward.packets.queries import open_packet_of, papers_of
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def prepared(cast: Cast) -> Any:
    return actions.prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=clock.now()
    )


def item_of(packet: Any, paper: str) -> PacketItem:
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return rows.filter(packet=packet, paper=paper).order_by("-round")[0]


def sign(cast: Cast, item: PacketItem, **more: Any) -> PacketItem:
    now = clock.now()
    told = {
        "actor": cast.dana.actor, "item_id": item.pk, "who": "client", "signer_name": "Jo Avery",
        "proof": Proof(place="tablet", by="handed_over", at=now), "now": now, **more,
    }  # fmt: skip
    return actions.sign_paper(**told)


class TestSigningAPaper:
    def test_keeps_who_when_and_on_which_words(self, cast: Cast) -> None:
        item = sign(cast, item_of(prepared(cast), "rights"))
        assert item.settled_as == "signed"
        row = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(item=item)
        assert (row.name, row.place, row.proof, row.meaning) == (
            "Jo Avery", "tablet", "handed_over", "received",
        )  # fmt: skip
        assert len(row.content_hash) == 64 and row.text_version == "2026-11"

    def test_settles_with_the_last_signature_only(self, cast: Cast) -> None:
        """The client and whoever explained it: both, in either order."""
        item = item_of(prepared(cast), "confidentiality_explained")
        assert sign(cast, item).settled_at is None
        with pytest.raises(refusals.SignedBefore):
            sign(cast, item)
        assert sign(cast, item, who="staff", signer_name="").settled_as == "signed"

    def test_a_consent_is_signed_in_the_consents_room(self, cast: Cast) -> None:
        item = sign(cast, item_of(prepared(cast), "tpo"))
        assert item.settled_as == "signed" and item.consent_id is not None

    @pytest.mark.parametrize(
        "paper, more, refusal",
        [
            ("rights", {"signer_name": "Kim Avery"}, refusals.SignerNameWrong),
            ("rights", {"who": "staff"}, refusals.NotAskedToSign),
            ("telehealth", {"answers": {"choice": "perhaps"}}, refusals.QuestionUnanswered),
            ("pdmp_check", {"who": "client"}, refusals.NotAskedToSign),
            (
                "rights",
                {"proof": Proof(place="phone", by="code", at=clock.now() - timedelta(hours=2))},
                refusals.ProofTooOld,
            ),
        ],
    )
    def test_refuses(self, cast: Cast, paper: str, more: Any, refusal: Any) -> None:
        item = item_of(prepared(cast), paper)
        with pytest.raises(refusal):
            sign(cast, item, **more)

    def test_waits_while_capacity_is_missing(self, cast: Cast) -> None:
        """Somebody impaired signs later, once a named person records capacity."""
        item = item_of(prepared(cast), "rights")
        look = {"actor": cast.dana.actor, "client_id": cast.jo.pk}
        admissions.record_capacity(
            **look, has_capacity=False, seen="Slurred words, cannot say where they are.",
            now=clock.now(),
        )  # fmt: skip
        with pytest.raises(refusals.CapacityMissing):
            sign(cast, item)
        admissions.record_capacity(
            **look, has_capacity=True, seen="Awake, explains the paper in own words.",
            now=clock.now(),
        )  # fmt: skip
        assert sign(cast, item).settled_as == "signed"

    def test_a_settled_paper_and_a_signature_are_frozen_in_the_database(self, cast: Cast) -> None:
        item = sign(cast, item_of(prepared(cast), "rights"))
        for statement in (
            "UPDATE packets_packetitem SET settled_as = 'refused' WHERE id = %s",
            "UPDATE packets_packetsignature SET name = 'X' WHERE item_id = %s",
            "DELETE FROM packets_packetsignature WHERE item_id = %s",
        ):
            with (
                pytest.raises(DatabaseError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement, [item.pk])


class TestRefusing:
    def test_is_kept_with_its_reason_and_may_be_offered_again(self, cast: Cast) -> None:
        packet = prepared(cast)
        item = item_of(packet, "drug_testing")
        actions.refuse_paper(
            actor=cast.dana.actor, item_id=item.pk, reason="Wants to ask a lawyer", now=clock.now()
        )
        with pytest.raises(refusals.PaperSettled):
            sign(cast, item)
        again = actions.offer_again(actor=cast.dana.actor, item_id=item.pk, now=clock.now())
        assert again.round == 2
        assert actions.offer_again(
            actor=cast.dana.actor, item_id=item.pk, now=clock.now()
        ).pk == again.pk  # fmt: skip
        assert sign(cast, again).settled_as == "signed"
        states = {each.item.paper: each.state for each in papers_of(SERVICE, packet, clock.now())}
        assert states["drug_testing"] == "signed"

    def test_needs_a_reason(self, cast: Cast) -> None:
        item = item_of(prepared(cast), "rights")
        with pytest.raises(refusals.RefusalWithoutReason):
            actions.refuse_paper(
                actor=cast.dana.actor, item_id=item.pk, reason=" ", now=clock.now()
            )


class TestAdmission:
    def test_makes_each_open_paper_an_owned_dated_task(self, cast: Cast) -> None:
        """Only the consent to treatment stops it; the rest follows by the deadline table."""
        _inquiry, client = walking.ready_to_admit(cast)
        episode = walking.admit(cast, client)
        packet = open_packet_of(SERVICE, client.pk)
        assert packet is not None and packet.clock_started_at == episode.admitted_at
        tasks = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            client=client, kind="packet_paper"
        )
        papers = {each.detail["paper"]: each for each in tasks}
        assert "treatment_consent" not in papers and "tpo" not in papers
        assert {each.owner_id for each in tasks} == {cast.dana.pk}
        assert len(papers) == 14
        item = item_of(packet, "rights")
        assert papers["rights"].due_at == item.due_at
        assert item.due_rule["source"]

        actions.sign_paper(
            actor=cast.dana.actor, item_id=item.pk, who="client", signer_name=walking.NAME,
            proof=Proof(place="tablet", by="handed_over", at=clock.now()), now=clock.now(),
        )  # fmt: skip
        closed = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(pk=papers["rights"].pk)
        assert closed.disposition == "settled"

    def test_says_how_many_papers_are_open_and_stops_for_none_of_them(self, cast: Cast) -> None:
        _inquiry, client = walking.ready_to_admit(cast)
        actions.prepare_packet(
            actor=cast.ada.actor, client_id=client.pk, program_id=cast.program.pk, now=clock.now()
        )
        from homeward.admissions.readiness import readiness

        decision = readiness(client, cast.program, clock.now(), counselor=cast.dana.row)
        line = next(each for each in decision.reasons if each.code == "packet_signed")
        assert (decision.outcome, line.state, line.detail["open"]) == ("admit", "not_met", 14)

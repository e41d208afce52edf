"""A transfer from the decision to a kept first visit; its packet by consent at the instant."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import Disclosure
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.documents.actions import open_document
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage import actions, packet, queries
from homeward.linkage.actions import refusals
from homeward.linkage.actions.packets import preview
from homeward.linkage.models import Transfer
from homeward.linkage.packet import PacketPart
from homeward.linkage.tests.conftest import place
from homeward.linkage.tests.test_needs import duties
from homeward.people.models import Client
from homeward.program.models import RuleNumber
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
DAY = timedelta(days=1)


def opened(cast: Cast, **over: Any) -> Transfer:
    given = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "direction": "down",
        "level": "outpatient", "reason_code": "step_down", "now": NOON, **over,
    }  # fmt: skip
    made: Transfer = actions.open_transfer(**given)
    return made


def visit(cast: Cast, row: Transfer, **over: Any) -> Any:
    given = {
        "actor": cast.cal.actor, "client_id": cast.jo.pk, "at": NOON + 4 * DAY,
        "provider": "Dr. Lind", "confirmed_by": "Ana at intake", "kind": "transfer",
        "transfer_id": row.pk, "now": NOON, **over,
    }  # fmt: skip
    return actions.book(**given)


@pytest.fixture(autouse=True)
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A packet of four parts of four classes, one of them empty."""
    made = {
        "identity": PacketPart("identity", RecordClass.IDENTITY, "Who", (("Name", "Jo Avery"),)),
        "course": PacketPart("course", RecordClass.ASSESSMENT, "Course", (("Phase", "Early"),)),
        "tests": PacketPart("tests", RecordClass.DRUG_TESTS, "Tests", rows=(("today", "neg"),)),
        "empty": PacketPart("empty", RecordClass.MEDICAL, "Nothing"),
    }
    monkeypatch.setattr(
        packet, "_providers", {code: lambda _about, part=part: part for code, part in made.items()}
    )


def send(cast: Cast, row: Transfer, **over: Any) -> Any:
    given = {
        "actor": cast.dana.actor, "transfer_id": row.pk, "parts": ("identity", "course", "tests"),
        "medium": "pdf", "spoke_with": "Ana at intake", "now": NOON + timedelta(minutes=5), **over,
    }  # fmt: skip
    return actions.send_packet(**given)


class TestTransfer:
    def test_runs_the_program_s_days_from_the_day_care_ends(self, tuesday: Cast) -> None:
        """Followed by the case manager; asked again, the open one is answered."""
        row = opened(tuesday, from_day=(NOON + 3 * DAY).date(), origin="review:1")
        assert row.due_on == (NOON + 10 * DAY).date()
        (task,) = duties(tuesday, "linkage_transfer")
        assert (task.owner_id, task.due_at) == (tuesday.cal.pk, NOON + DAY)
        assert opened(tuesday).pk == row.pk
        assert opened(tuesday, level="detox", direction="up").pk != row.pk

    def test_another_number_of_days_is_another_last_day(self, tuesday: Cast) -> None:
        """The number is dated program data."""
        RuleNumber.objects.create(
            program=tuesday.program, code="handoff_days", value=10, unit="days",
            starts_on=NOON.date() - DAY, source_title="Ours", tag="default",
        )  # fmt: skip
        assert opened(tuesday).due_on == (NOON + 10 * DAY).date()

    def test_from_packet_to_kept(self, tuesday: Cast, clinic: Any) -> None:
        """Each answer starts the next clock; a kept visit ends it with its day."""
        row = opened(tuesday, service_id=clinic.pk)
        about = {"actor": tuesday.cal.actor, "transfer_id": row.pk}
        row = actions.record_step(**about, step="received", now=NOON + timedelta(hours=2))
        assert (row.state, row.due_at) == ("received", NOON + 2 * DAY + timedelta(hours=2))
        booked = visit(tuesday, row, now=NOON + timedelta(hours=3))
        row.refresh_from_db()
        assert (row.state, row.due_at) == ("booked", NOON + 5 * DAY)
        with pytest.raises(refusals.VisitNotKept):
            actions.end_transfer(**about, outcome="admitted", now=NOON + DAY)
        actions.settle(
            actor=tuesday.cal.actor, appointment_id=booked.pk, state="kept", source="place_said",
            now=NOON + 5 * DAY,
        )  # fmt: skip
        row.refresh_from_db()
        assert (row.outcome, row.kept_on) == ("kept", (NOON + 4 * DAY).date())
        assert [each.step for each in row.steps.order_by("recorded_at", "created_at")] == [
            "received", "booked", "kept",
        ]  # fmt: skip
        (task,) = duties(tuesday, "linkage_transfer")
        assert task.disposition_note == "kept"
        with transaction.atomic(), pytest.raises(DatabaseError):
            row.change(outcome="not_needed")
        with pytest.raises(refusals.TransferEnded):
            visit(tuesday, row, now=NOON + 5 * DAY, at=NOON + 9 * DAY)

    def test_missed_is_booked_again_within_days(self, tuesday: Cast, clinic: Any) -> None:
        """Moved before its day, or missed after it: the transfer stays open either way."""
        row = opened(tuesday, service_id=clinic.pk)
        first = visit(tuesday, row)
        second = visit(tuesday, row, at=NOON + 5 * DAY, replaces_id=first.pk)
        first.refresh_from_db()
        assert first.state == "moved"
        actions.settle(
            actor=tuesday.cal.actor, appointment_id=second.pk, state="missed",
            source="place_said", now=NOON + 6 * DAY,
        )  # fmt: skip
        row.refresh_from_db()
        assert (row.state, row.ended_at) == ("missed", None)
        # Two days to book again, but no step outlasts the last day of the seven.
        assert row.due_at < NOON + 8 * DAY
        visit(tuesday, row, at=NOON + 9 * DAY, now=NOON + 6 * DAY, replaces_id=second.pk)
        row.refresh_from_db()
        assert row.state == "booked"

    def test_a_place_that_takes_people_in_is_kept_by_arriving(self, tuesday: Cast) -> None:
        """Any other ending needs a sentence."""
        row = opened(
            tuesday, level="detox", direction="up", urgency="emergency",
            service_id=place("lake-detox", "detox").pk,
        )  # fmt: skip
        assert row.due_at == NOON + timedelta(hours=2)
        about = {"actor": tuesday.dana.actor, "transfer_id": row.pk}
        with pytest.raises(refusals.OutcomeNeedsReason):
            actions.end_transfer(**about, outcome="not_reached", now=NOON)
        row = actions.end_transfer(**about, outcome="admitted", now=NOON + timedelta(hours=3))
        assert (row.outcome, row.kept_on) == ("admitted", NOON.date())

    def test_who_may(self, tuesday: Cast, clinic: Any) -> None:
        """Another site, the front desk, a mother: no transfer is there for them."""
        row = opened(tuesday, service_id=clinic.pk)
        for outsider in (tuesday.omar, tuesday.fay, tuesday.kim, tuesday.tess):
            with pytest.raises(Client.DoesNotExist):
                opened(tuesday, actor=outsider.actor)
            assert queries.open_transfers(outsider.actor) == []
        assert [each.pk for each in queries.open_transfers(tuesday.sam.actor)] == [row.pk]
        with pytest.raises(refusals.TransferUnclear) as no:
            opened(tuesday, direction="sideways", level="moon", urgency="ever", reason_code=" ")
        assert len(no.value.codes) == 4


class TestPacket:
    def test_nothing_leaves_without_consent_and_the_try_is_on_record(
        self, tuesday: Cast, clinic: Any
    ) -> None:
        """The ledger keeps the no; the transfer stays where it was."""
        row = opened(tuesday, service_id=clinic.pk)
        sent = send(tuesday, row)
        assert (sent.document, sent.released, len(sent.withheld)) == (None, (), 3)
        row.refresh_from_db()
        assert (row.state, row.steps.get().step) == ("open", "withheld")
        entry = Disclosure.objects.for_actor(SERVICE, Purpose.OPERATIONS).get()
        assert (entry.effect, entry.origin) == ("deny", f"transfer {row.pk}")

    def test_leaves_part_by_part_as_the_consent_says(
        self, tuesday: Cast, clinic: Any, signs: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the paper does not name is not in the document; the notice travels with it."""
        from homeward.linkage.actions import places

        monkeypatch.setattr(places, "FOR_A_PACKET", (RecordClass.IDENTITY, RecordClass.ASSESSMENT))
        row = opened(tuesday, service_id=clinic.pk)
        paper = signs(
            actions.ask_for_consent(
                actor=tuesday.dana.actor,
                client_id=tuesday.jo.pk,
                service_id=clinic.pk,
                for_packet=True,
                now=NOON,
            )
        )
        shown = {part.code: goes for part, goes in preview(tuesday.dana.actor, row, NOON + DAY)}
        assert shown == {"identity": True, "course": True, "tests": False}
        contents: dict[str, Any] = {}
        from homeward.documents import actions as making

        typeset = making.typeset

        def keep(template: str, content: dict[str, Any]) -> bytes:
            contents.update(content)
            return typeset(template, content)

        monkeypatch.setattr(making, "typeset", keep)
        sent = send(tuesday, row)
        assert [part.code for part in sent.withheld] == ["tests"]
        assert sent.disclosure.cites == [str(paper.pk)]
        row.refresh_from_db()
        assert (row.state, row.steps.get().document_id) == ("sent", sent.document.pk)
        assert row.due_at == NOON + DAY + timedelta(minutes=5)
        said = str(contents["parts"])
        assert "Early" in said
        assert "neg" not in said
        assert "42 CFR" in said
        _row, pdf = open_document(
            actor=tuesday.dana.actor, document_id=sent.document.pk, now=NOON + DAY
        )
        assert pdf.startswith(b"%PDF")

    def test_is_sent_by_who_signs_the_record(self, tuesday: Cast, clinic: Any) -> None:
        """A case manager follows the transfer and sends no packet; a place comes first."""
        row = opened(tuesday)
        with pytest.raises(NotAllowed):
            send(tuesday, row, actor=tuesday.cal.actor)
        with pytest.raises(refusals.PlaceNeeded):
            send(tuesday, row)
        actions.choose_place(
            actor=tuesday.cal.actor, transfer_id=row.pk, service_id=clinic.pk, now=NOON
        )
        with pytest.raises(refusals.NothingToSend):
            send(tuesday, row, parts=("empty",))

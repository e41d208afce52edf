"""Sending somebody elsewhere: the timer, the duty, the footing of each word, the end."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import Consent, Disclosure
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import StaleVersion
from homeward.directory.actions import refer
from homeward.directory.models import HandOffStep, Referral
from homeward.directory.tests.making import place, referral
from homeward.kernel.purposes import Purpose
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
LATER = NOON + timedelta(minutes=20)


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[None]:
    """The cast's own hour."""
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def duty(row: Referral) -> CareTask:
    """The duty that the referral opened."""
    found: CareTask = CareTask.objects.for_actor(SERVICE, Purpose.TREATMENT).get(
        origin=f"referral:{row.pk}"
    )
    return found


def step(cast: Cast, row: Referral, kind: str = "called", **over: Any) -> HandOffStep:
    """One step recorded by Dana."""
    given = {"actor": cast.dana.actor, "referral": row, "step": kind, "now": LATER, **over}
    made: HandOffStep = refer.record_hand_off_step(**given)
    return made


def consent(cast: Cast, *classes: str) -> Consent:
    """A consent to treatment, payment and operations with treating providers."""
    made: Consent = Consent.objects.create(
        client=cast.jo.row,
        site=cast.site,
        kind="tpo",
        disclosers=["program"],
        recipients=[{"type": "class", "id": "treating_provider"}],
        purposes=["treatment", "payment", "operations"],
        classes=list(classes),
        starts_at=NOON - timedelta(days=3),
        expires_at=NOON + timedelta(days=365),
        text_version="1",
        text_hash="0",
        signed_at=NOON - timedelta(days=3),
        signer_name="Jo",
    )
    return made


class TestOpenReferral:
    def test_opens_a_duty_of_the_same_hour(self, cast: Cast) -> None:
        """The owner is whoever refers, unless another is named."""
        row = referral(cast)
        task = duty(row)
        assert (task.owner_id, task.due_at, task.urgency) == (cast.dana.pk, row.due_at, "same_day")
        assert row.opened_by_id == cast.dana.pk

    def test_asked_again_answers_the_open_one_at_the_earlier_hour(self, cast: Cast) -> None:
        """Two gates that both say detox make one referral."""
        row = referral(cast)
        again = referral(cast, due_at=NOON + timedelta(hours=2), reason_code="seizure_history")
        later = referral(cast, due_at=NOON + timedelta(hours=30))
        assert row.pk == again.pk == later.pk
        assert later.due_at == duty(row).due_at == NOON + timedelta(hours=2)

    def test_another_kind_is_another_referral(self, cast: Cast) -> None:
        """Detox and buprenorphine go on beside each other."""
        assert referral(cast).pk != referral(cast, kind=Referral.Kind.MEDICATION).pk

    def test_the_house_may_open_one_for_a_named_owner(self, cast: Cast) -> None:
        """A listener acts as the house; without an owner it is refused."""
        row = referral(cast, actor=SERVICE, owner_id=cast.ruth.pk)
        assert (row.owner_id, row.opened_by_id) == (cast.ruth.pk, None)
        with pytest.raises(refer.NotAllowed):
            referral(cast, actor=SERVICE, kind=Referral.Kind.MEDICAL)

    def test_is_no_business_of_another_site(self, cast: Cast) -> None:
        """The row would lie outside their reach, so it is not made."""
        with pytest.raises(Referral.DoesNotExist):
            referral(cast, actor=cast.omar.actor)


class TestHandOff:
    def test_a_call_together_needs_no_consent_and_says_so(self, cast: Cast) -> None:
        """The person speaks for themselves; nothing is disclosed by staff."""
        row, detox = referral(cast), place()
        made = step(cast, row, service=detox, told="together", spoke_with="intake nurse")
        assert (made.told, made.disclosure_id) == ("together", None)
        row.refresh_from_db()
        assert row.service_id == detox.pk

    def test_without_consent_staff_may_not_name_the_person(self, cast: Cast) -> None:
        """And nothing is kept of the try."""
        row = referral(cast, service=place())
        with pytest.raises(refer.ConsentNeeded):
            step(cast, row, told="consent")
        assert not Disclosure.objects.for_actor(SERVICE, Purpose.TREATMENT).exists()

    @pytest.mark.parametrize(
        ("classes", "carries"),
        [(("identity", "assessment"), True), (("identity",), False), (("drug_tests",), False)],
    )
    def test_a_consent_must_cover_both_who_and_why(
        self, cast: Cast, classes: tuple[str, ...], carries: bool
    ) -> None:
        """The ledger row is written at that instant and hangs on the step."""
        row = referral(cast, service=place())
        paper = consent(cast, *classes)
        if not carries:
            with pytest.raises(refer.ConsentNeeded):
                step(cast, row, told="consent")
            return
        made = step(cast, row, told="consent")
        assert made.disclosure is not None
        assert made.disclosure.cites == [str(paper.pk)]
        assert made.disclosure.medium == "spoken"

    def test_a_support_group_is_no_treating_provider(self, cast: Cast) -> None:
        """The consent for treatment does not reach it."""
        consent(cast, "identity", "assessment")
        group = place(code="circle", options=["support_secular"])
        with pytest.raises(refer.ConsentNeeded):
            step(cast, referral(cast, kind="support", service=group), told="consent")

    def test_an_emergency_is_told_with_its_nature(self, cast: Cast) -> None:
        """2.51: to medical staff, written down at once, without consent."""
        row = referral(cast, kind="emergency", service=place())
        given = {
            "note": "seizure at the desk", "spoke_with": "L. Ortiz, RN",
            "why_no_consent": "not conscious",
        }  # fmt: skip
        for missing in given:
            with pytest.raises(refer.EmergencyUnclear):
                step(cast, row, told="emergency", **{**given, missing: ""})
        made = step(cast, row, told="emergency", **given)
        assert made.disclosure is not None
        assert made.disclosure.basis == "emergency"
        record = made.disclosure.emergency
        assert (record.recipient_name, record.nature) == ("L. Ortiz, RN", "seizure at the desk")
        assert record.why_no_consent == "not conscious"
        assert (record.recipient_affiliation, record.discloser_id) == (
            row.service.name, cast.dana.pk,
        )  # fmt: skip

    @pytest.mark.parametrize("option", ["sober_living", "support_spiritual", "intervention"])
    def test_an_emergency_is_told_to_no_place_without_clinicians(
        self, cast: Cast, option: str
    ) -> None:
        """2.51 names medical personnel; a house or a group is told nothing by it."""
        house = place(options=[option])
        row = referral(cast, kind="emergency", service=house)
        with pytest.raises(refer.EmergencyUnclear):
            step(
                cast, row, told="emergency", note="seizure at the desk",
                spoke_with="L. Ortiz, RN", why_no_consent="not conscious",
            )  # fmt: skip
        assert not Disclosure.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists()

    def test_telling_needs_the_place(self, cast: Cast) -> None:
        """A ledger row names who was told."""
        with pytest.raises(refer.PlaceNeeded):
            step(cast, referral(cast), told="consent")

    def test_refuses_what_has_not_happened_and_unknown_steps(self, cast: Cast) -> None:
        """Steps are facts."""
        row = referral(cast)
        with pytest.raises(refer.LaterThanNow):
            step(cast, row, at=LATER + timedelta(hours=1))
        with pytest.raises(refer.StepUnknown):
            step(cast, row, "teleported")

    def test_a_step_is_never_changed(self, cast: Cast) -> None:
        """The database refuses it, whoever asks."""
        made = step(cast, referral(cast))
        with pytest.raises(DatabaseError), transaction.atomic():
            made.change(spoke_with="somebody else")


class TestCloseReferral:
    def test_ends_its_duty(self, cast: Cast) -> None:
        """The outcome is the duty's disposition."""
        row = referral(cast)
        closed = refer.close_referral(
            actor=cast.dana.actor, referral=row, outcome="arrived", reason="", now=LATER
        )
        task = duty(row)
        assert (closed.outcome, task.closed_at, task.disposition_note) == (
            "arrived",
            LATER,
            "arrived",
        )

    def test_an_ending_without_arrival_says_why(self, cast: Cast) -> None:
        """Arrival speaks for itself."""
        row = referral(cast)
        for outcome in set(Referral.Outcome.values) - refer.SPEAKS_FOR_ITSELF:
            with pytest.raises(refer.OutcomeNeedsReason):
                refer.close_referral(
                    actor=cast.dana.actor, referral=row, outcome=outcome, reason=" ", now=LATER
                )

    def test_ends_once_and_not_from_an_old_page(self, cast: Cast) -> None:
        """A second ending is refused, a stale one shown."""
        row = referral(cast)
        step(cast, row)
        with pytest.raises(StaleVersion):
            refer.close_referral(
                actor=cast.dana.actor,
                referral=row,
                outcome="arrived",
                reason="",
                now=LATER,
                expected_version=1,
            )
        for _attempt in range(2):
            call = {"actor": cast.dana.actor, "referral": row, "outcome": "arrived"}
            if _attempt:
                with pytest.raises(refer.ReferralEnded):
                    refer.close_referral(**call, reason="", now=LATER)
            else:
                refer.close_referral(**call, reason="", now=LATER)

    def test_its_duty_cannot_end_before_it(self, cast: Cast) -> None:
        """The only way out of the list is to find out what happened."""
        row = referral(cast)
        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=cast.dana.actor, task_id=duty(row).pk, disposition="referral_ended", now=LATER
            )

    def test_afterwards_a_new_one_may_open(self, cast: Cast) -> None:
        """One open of a kind, any number over time."""
        row = referral(cast)
        refer.close_referral(
            actor=cast.dana.actor,
            referral=row,
            outcome="declined_by_service",
            reason="no bed",
            now=LATER,
        )
        assert referral(cast).pk != row.pk

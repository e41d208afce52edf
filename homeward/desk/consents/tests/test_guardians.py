"""Guardians sign drafts: a court's alone, a parent beside a minor; each half alone is nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.consents.actions import (
    end_guardianship,
    look_up_party,
    name_guardian,
    revoke_consent,
    sign_draft,
)
from homeward.consents.actions.refusals import (
    ConsentAlreadyRevoked,
    GuardianUnproven,
    HalfThere,
    NameIsAnother,
)
from homeward.consents.models import Consent, Guardianship, MinorConsentAge
from homeward.consents.queries import active_consents, world_for
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item, Request
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.people.models import Contact
from homeward.testing.cast import PASSWORD

pytestmark = pytest.mark.django_db
WHY = "test"


@pytest.fixture
def minor(tuesday: Any) -> Any:
    """Jo is fifteen where a parent signs beside them; Kim is Jo's mother."""
    tuesday.site.state = "SD"
    tuesday.site.save()
    MinorConsentAge.objects.create(
        state="SD", starts_on=date(2024, 1, 1), age=None, source_title="t", tag="state"
    )
    jo = tuesday.jo.row
    jo.birth_date = date(2011, 1, 1)
    jo.save()
    return named(tuesday, "parent")


@pytest.fixture
def hospital(tuesday: Any) -> Any:
    return look_up_party(
        actor=Actor.of_service("test"), name="Lakeside Hospital", type="entity",
        classes=["treating_provider"], how="state register", now=clock.now(),
    )  # fmt: skip


def named(cast: Any, right: str) -> Guardianship:
    return name_guardian(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right=right,
        relation="mother", paper="Seen on 2 November", now=clock.now(),
    )  # fmt: skip


def drafted(dana: Any, cast: Any, hospital: Any) -> Consent:
    dana.send(
        reverse("desk:consent_draft", args=[cast.jo.pk, "specific"]),
        {
            "party_id": str(hospital.pk), "classes": ["notes"], "purposes": ["treatment"],
            "ending": "day", "expires_on": "2027-03-01",
        },
    )  # fmt: skip
    return Consent.objects.unscoped(WHY).get(signed_at=None, beside=None)


def waiting() -> Consent:
    return Consent.objects.unscoped(WHY).get(signed_at=None)


def shared(cast: Any, hospital: Any) -> str:
    """Whether the hospital would receive a note now, by the engine."""
    now = clock.now()
    request = Request(
        client=str(cast.jo.pk), discloser="program",
        recipient=Recipient("entity", str(hospital.pk), frozenset()), purpose="treatment",
        items=(Item("n", "notes", now.date()),),
    )  # fmt: skip
    cast.jo.row.refresh_from_db()
    return disclose(request, world_for(cast.jo.row, now), now).effect


def in_force(cast: Any) -> set[str]:
    return {row.kind for row in active_consents(cast.jo.row, clock.now())}


class TestBoth:
    def test_sign_here_and_only_both_halves_carry(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        copy = dana.get(reverse("desk:consent", args=[row.pk])).content.decode()
        beside = reverse("desk:consent_sign_guardian", args=[row.pk, minor.pk])
        assert beside in copy and reverse("desk:consent_sign", args=[row.pk]) in copy
        dana.send(reverse("desk:consent_sign", args=[row.pk]), {"signer_name": "Jo Avery"})
        half = Consent.objects.unscoped(WHY).get(pk=row.pk)
        assert (half.is_half, half.signer_authority) == (True, "minor_own")
        assert shared(tuesday, hospital) == "deny"
        assert "specific" not in in_force(tuesday)
        listed = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        assert "half signed" in listed
        other = waiting()
        assert (other.beside_id, other.text_hash) == (half.pk, half.text_hash)
        wrong = dana.send(
            reverse("desk:consent_sign_guardian", args=[other.pk, minor.pk]),
            {"signer_name": "Jo Avery"},
        )
        assert wrong.status_code == 422
        assert 'value="Jo Avery"' in wrong.content.decode()
        dana.send(
            reverse("desk:consent_sign_guardian", args=[other.pk, minor.pk]),
            {"signer_name": tuesday.kim.row.name},
        )
        signed = Consent.objects.unscoped(WHY).get(pk=other.pk)
        assert (signed.signer_contact_id, signed.signer_relation) == (tuesday.kim.pk, "mother")
        assert shared(tuesday, hospital) == "permit"
        assert "specific" in in_force(tuesday)

    def test_a_half_for_another_recipient_completes_nothing(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        dana = visit("dana")
        clinic = look_up_party(
            actor=Actor.of_service("test"), name="Hill Clinic", type="entity", classes=[],
            how="state register", now=clock.now(),
        )  # fmt: skip
        first = drafted(dana, tuesday, hospital)
        by_client(tuesday, first)
        second = drafted(dana, tuesday, clinic)
        by_parent(tuesday, second, minor)
        assert "specific" not in in_force(tuesday)
        assert shared(tuesday, hospital) == shared(tuesday, clinic) == "deny"

    def test_taking_one_half_back_ends_both(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        half = by_client(tuesday, drafted(visit("dana"), tuesday, hospital))
        by_parent(tuesday, waiting(), minor)
        revoke_consent(actor=tuesday.dana.actor, consent_id=half.pk, now=clock.now())
        assert shared(tuesday, hospital) == "deny"
        assert "specific" not in in_force(tuesday)

    def test_the_other_half_is_not_signed_by_the_same_side_or_after_taking_back(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        half = by_client(tuesday, drafted(visit("dana"), tuesday, hospital))
        with pytest.raises(HalfThere):
            by_client(tuesday, waiting())
        revoke_consent(actor=tuesday.dana.actor, consent_id=half.pk, now=clock.now())
        with pytest.raises(ConsentAlreadyRevoked):
            by_parent(tuesday, waiting(), minor)

    def test_a_parent_nobody_wrote_down_is_asked_for(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        end_guardianship(actor=tuesday.dana.actor, guardianship_id=minor.pk, now=clock.now())
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        copy = dana.get(reverse("desk:consent", args=[row.pk])).content.decode()
        assert reverse("desk:guardian_new", args=[tuesday.jo.pk]) in copy
        gone = reverse("desk:consent_sign_guardian", args=[row.pk, minor.pk])
        assert dana.get(gone).status_code == 404
        with pytest.raises(GuardianUnproven):
            by_parent(tuesday, row, minor)

    def test_the_client_signs_their_half_on_the_phone_after_the_parent(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        dana.send(reverse("desk:consent_offer", args=[row.pk]), {})
        row = waiting()
        with pytest.raises(NotAllowed):
            sign_draft(
                actor=tuesday.jo.actor, consent_id=row.pk, guardianship_id=minor.pk,
                signer_name=tuesday.kim.row.name, now=clock.now(),
            )  # fmt: skip
        by_parent(tuesday, row, minor)
        jo = visit("jo")
        page = reverse("portal:draft", args=[waiting().pk])
        assert jo.get(page).status_code == 200
        jo.send(page, {"signer_name": "Jo Avery"})
        assert shared(tuesday, hospital) == "permit"


def by_client(cast: Any, row: Consent) -> Consent:
    return sign_draft(
        actor=cast.dana.actor, consent_id=row.pk, signer_name="Jo Avery", now=clock.now()
    )


def by_parent(cast: Any, row: Consent, right: Guardianship) -> Consent:
    return sign_draft(
        actor=cast.dana.actor, consent_id=row.pk, guardianship_id=right.pk,
        signer_name=cast.kim.row.name, now=clock.now(),
    )  # fmt: skip


class TestInk:
    def test_keeps_whose_name_the_day_and_where_the_sheet_is(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        ink = reverse("desk:consent_ink", args=[row.pk])
        told = {
            "who": str(minor.pk), "signer_name": tuesday.kim.row.name, "kept_at": "Cabinet 2",
            "written_on": (clock.now() + timedelta(days=2)).date().isoformat(),
        }  # fmt: skip
        ahead = dana.send(ink, told)
        assert ahead.status_code == 422
        assert "Cabinet 2" in ahead.content.decode()
        dana.send(ink, told | {"written_on": "2026-11-20"})
        signed = Consent.objects.unscoped(WHY).get(pk=row.pk)
        assert (signed.signer_authority, signed.is_half) == ("guardian", True)
        assert signed.evidence["place"] == "paper"
        assert signed.evidence["written_on"] == "2026-11-20"
        copy = dana.get(reverse("desk:consent", args=[row.pk])).content.decode()
        assert "Cabinet 2" in copy
        assert shared(tuesday, hospital) == "deny"


class TestTheTablet:
    def test_shows_one_paper_to_the_parent_and_nothing_else(
        self, visit: Any, tuesday: Any, minor: Guardianship, hospital: Any
    ) -> None:
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        dana.send(reverse("desk:consent_hand_over", args=[row.pk]), {"who": str(minor.pk)})
        tablet = reverse("desk:consent_tablet")
        chart = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk]))
        assert (chart.status_code, chart["Location"]) == (302, tablet)
        assert tuesday.kim.row.name in dana.get(tablet).content.decode()
        dana.send(tablet, {"signer_name": tuesday.kim.row.name})
        signed = Consent.objects.unscoped(WHY).get(pk=row.pk)
        assert (signed.evidence["place"], signed.signer_contact_id) == ("tablet", tuesday.kim.pk)
        assert "give the tablet back" in dana.get(tablet).content.decode()
        leave = reverse("desk:consent_tablet_leave")
        assert dana.send(leave, {"password": "wrong"}).status_code == 422
        dana.send(leave, {"password": PASSWORD})
        assert dana.get(reverse("desk:consent", args=[row.pk])).status_code == 200
        assert dana.get(tablet).status_code == 404

    def test_takes_a_no(self, visit: Any, tuesday: Any, hospital: Any) -> None:
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        dana.send(reverse("desk:consent_hand_over", args=[row.pk]), {"who": "client"})
        dana.send(reverse("desk:consent_tablet"), {"refuses": "1", "words": "Not them"})
        assert row.refusals.unscoped(WHY).get().words == "Not them"


class TestACourtsGuardian:
    def test_signs_alone_and_the_client_does_not(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        right = named(tuesday, "court")
        row = drafted(visit("dana"), tuesday, hospital)
        with pytest.raises(NameIsAnother):
            by_client(tuesday, row)
        signed = by_parent(tuesday, row, right)
        assert not signed.is_half
        assert not Consent.objects.unscoped(WHY).filter(signed_at=None).exists()
        assert shared(tuesday, hospital) == "permit"

    def test_whose_right_ended_is_told_and_what_they_signed_holds(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        """The signer had authority then; the client, who decides again, may take it back."""
        right = named(tuesday, "court")
        dana = visit("dana")
        row = drafted(dana, tuesday, hospital)
        by_parent(tuesday, row, right)
        end = reverse("desk:guardian_end", args=[right.pk])
        seen = dana.get(reverse("desk:guardians", args=[tuesday.jo.pk])).content.decode()
        assert end in seen and "Seen on 2 November" in seen
        assert "They signed 1 paper" in dana.get(end).content.decode()
        dana.send(end, {})
        assert Guardianship.objects.unscoped(WHY).get().ends_at is not None
        assert dana.send(end, {}, seen_at=end).status_code == 422
        copy = dana.get(reverse("desk:consent", args=[row.pk])).content.decode()
        assert "Their right to sign ended on" in copy
        assert shared(tuesday, hospital) == "permit"
        later = drafted(dana, tuesday, hospital)
        with pytest.raises(GuardianUnproven):
            by_parent(tuesday, later, right)
        assert not by_client(tuesday, later).is_half


class TestThePages:
    def test_a_guardian_is_written_down_with_a_paper(self, visit: Any, tuesday: Any) -> None:
        dana, new = visit("dana"), reverse("desk:guardian_new", args=[tuesday.jo.pk])
        told = {"guardian": str(tuesday.kim.pk), "right": "court", "relation": "mother"}
        answer = dana.send(new, told)
        assert answer.status_code == 422
        assert 'value="mother"' in answer.content.decode()
        dana.send(new, told | {"paper": "County Court, 26-118"})
        assert Guardianship.objects.unscoped(WHY).get().paper == "County Court, 26-118"

    def test_are_nothing_for_the_other_site_and_for_readers(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        right = named(tuesday, "court")
        row = drafted(visit("dana"), tuesday, hospital)
        for url in (
            reverse("desk:guardians", args=[tuesday.jo.pk]),
            reverse("desk:guardian_new", args=[tuesday.jo.pk]),
            reverse("desk:guardian_end", args=[right.pk]),
            reverse("desk:consent_sign_guardian", args=[row.pk, right.pk]),
            reverse("desk:consent_hand_over", args=[row.pk]),
            reverse("desk:consent_ink", args=[row.pk]),
        ):
            assert visit("omar").get(url).status_code == 404
            assert visit("ruth").get(url).status_code == 403


def test_the_page_asks_no_more_with_more_guardians(visit: Any, tuesday: Any) -> None:
    def asked() -> int:
        dana = visit("dana")
        page = reverse("desk:guardians", args=[tuesday.jo.pk])
        dana.get(page)
        with CaptureQueriesContext(connection) as found:
            assert dana.get(page).status_code == 200
        return len(found)

    named(tuesday, "court")
    few = asked()
    for number in range(4):
        person = Contact.objects.create(
            client=tuesday.jo.row, site=tuesday.site, kind="family", name=f"Aunt {number}"
        )
        name_guardian(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, contact_id=person.pk,
            right="court", relation="aunt", paper="Seen", now=clock.now(),
        )  # fmt: skip
    assert asked() == few <= 25

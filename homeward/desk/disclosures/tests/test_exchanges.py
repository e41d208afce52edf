"""A consent through an exchange: members with dates, the wizard, the account, the list."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from homeward.consents.actions import end_membership, look_up_party, sign_draft
from homeward.consents.models import (
    Consent,
    Disclosure,
    IntermediaryList,
    IntermediaryListRequest,
    IntermediaryMember,
)
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.testing.cast import NOON

from .test_telling import tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(tuesday: Any) -> dict[str, Any]:
    """Prairie Exchange, with a clinic that treats and an insurer as its members."""
    looked = {"actor": Actor.of_service("test"), "type": "entity", "how": "register"}
    return {
        "exchange": look_up_party(
            name="Prairie Exchange", classes=[], is_intermediary=True, now=NOON, **looked
        ),
        "clinic": look_up_party(
            name="Elm Clinic", classes=["treating_provider"], now=NOON, **looked
        ),
        "insurer": look_up_party(name="Oak Insurer", classes=["health_plan"], now=NOON, **looked),
    }


def join(visit: Any, house: dict[str, Any], name: str, since: str = "2026-11-01") -> Any:
    url = reverse("desk:exchange_members", args=[house["exchange"].pk])
    told = {"member_id": str(house[name].pk), "starts_on": since, "how": "their list"}
    return visit("dana").send(url, told)


def draft(visit: Any, cast: Any, house: dict[str, Any], **more: Any) -> Any:
    url = reverse("desk:consent_through_draft", args=[cast.jo.pk, house["exchange"].pk])
    told = {
        "classes": ["notes"], "purposes": ["treatment"], "ending": "day",
        "expires_on": "2027-03-01", "designation": "members",
    }  # fmt: skip
    return visit("dana").send(url, told | more)


def signed(visit: Any, cast: Any, house: dict[str, Any], **more: Any) -> Consent:
    draft(visit, cast, house, **more)
    row = Consent.objects.unscoped("test").get(party=house["exchange"])
    return sign_draft(
        actor=cast.dana.actor, consent_id=row.pk, signer_name="Jo Avery", now=clock.now()
    )


def told(visit: Any, cast: Any, house: dict[str, Any]) -> Disclosure:
    tell(visit("dana"), cast, to=f"party {house['exchange'].pk}", purpose="treatment",
         classes=["notes"])  # fmt: skip
    return Disclosure.objects.unscoped("test").latest("created_at")


class TestMembers:
    def test_stand_with_their_days_and_leave_once(self, visit: Any, house: Any) -> None:
        assert join(visit, house, "clinic").status_code == 302
        assert join(visit, house, "clinic").status_code == 422
        row = IntermediaryMember.objects.get()
        page = visit("dana").get(reverse("desk:exchange_members", args=[house["exchange"].pk]))
        assert "Elm Clinic" in page.text and "their list" in page.text
        url = reverse("desk:exchange_member_end", args=[row.pk])
        assert visit("dana").send(url).status_code == 302
        assert visit("dana").send(url).status_code == 422
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE consents_intermediarymember SET how = 'x'")

    def test_of_what_is_no_exchange_are_none(self, visit: Any, house: Any) -> None:
        url = reverse("desk:exchange_members", args=[house["clinic"].pk])
        assert visit("dana").get(url).status_code == 404

    def test_a_reader_adds_nobody(self, visit: Any, house: Any) -> None:
        url = reverse("desk:exchange_members", args=[house["exchange"].pk])
        assert visit("dina").get(url).status_code == 200
        assert visit("dina").send(url, {"how": "x"}).status_code == 403


class TestTheWizard:
    def test_says_on_paper_who_receives_behind_it(self, visit: Any, tuesday: Any, house: Any):
        join(visit, house, "clinic")
        choose = reverse("desk:consent_through", args=[tuesday.jo.pk])
        assert "1 member today" in visit("dana").get(choose).text
        sent = draft(visit, tuesday, house, member_ids=[str(house["clinic"].pk)])
        page = visit("dana").get(sent["Location"]).text
        assert "Prairie Exchange, for its members Elm Clinic and no others" in page

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({}, "Say which members of the exchange may receive it."),
            ({"member_ids": ["insurer"]}, "Select a valid choice"),
        ],
    )
    def test_saves_nothing_that_names_nobody_behind_it(
        self, visit: Any, tuesday: Any, house: Any, more: Any, words: str
    ) -> None:
        join(visit, house, "clinic")
        given = {key: [str(house[name].pk) for name in names] for key, names in more.items()}
        answer = draft(visit, tuesday, house, **given)
        assert answer.status_code == 422
        assert words in answer.text
        assert not Consent.objects.unscoped("test").exists()

    def test_offers_no_exchange_in_the_other_kinds(self, visit: Any, tuesday: Any, house: Any):
        url = reverse("desk:consent_draft", args=[tuesday.jo.pk, "specific"])
        assert "Prairie Exchange" not in visit("dana").get(url).text


class TestTheDecision:
    def test_goes_while_the_named_member_is_one(self, visit: Any, tuesday: Any, house: Any):
        join(visit, house, "clinic")
        consent = signed(visit, tuesday, house, member_ids=[str(house["clinic"].pk)])
        row = told(visit, tuesday, house)
        assert (row.effect, row.cites) == ("permit", [str(consent.pk)])
        end_membership(
            actor=tuesday.dana.actor, membership_id=IntermediaryMember.objects.get().pk,
            now=clock.now(),
        )  # fmt: skip
        clock.shift_to(NOON + timedelta(minutes=1))
        assert told(visit, tuesday, house).effect == "deny"

    def test_the_general_designation_needs_somebody_who_treats(
        self, visit: Any, tuesday: Any, house: Any
    ) -> None:
        join(visit, house, "insurer")
        signed(visit, tuesday, house, designation="treating_providers")
        row = told(visit, tuesday, house)
        assert row.items[0]["reasons"][0] == "no_participant_left"
        join(visit, house, "clinic")
        assert told(visit, tuesday, house).effect == "permit"

    def test_the_account_says_whom_the_exchange_may_pass_it_to(
        self, visit: Any, tuesday: Any, house: Any
    ) -> None:
        join(visit, house, "clinic")
        signed(visit, tuesday, house, member_ids=[str(house["clinic"].pk)])
        row = told(visit, tuesday, house)
        for url in (
            reverse("desk:disclosure", args=[row.pk]),
            reverse("desk:disclosures", args=[tuesday.jo.pk]),
        ):
            assert "for its members Elm Clinic" in visit("dana").get(url).text
        mine = visit("jo").get(reverse("portal:disclosures")).text
        assert "for its members Elm Clinic" in mine


class TestTheList:
    def asked(self, visit: Any, cast: Any, house: Any) -> IntermediaryListRequest:
        join(visit, house, "clinic")
        signed(visit, cast, house, designation="treating_providers")
        url = reverse("desk:exchange_lists", args=[cast.jo.pk])
        assert visit("dana").send(url, {"party_id": str(house["exchange"].pk)}).status_code == 302
        return IntermediaryListRequest.objects.unscoped("test").get()

    def test_is_due_in_thirty_days_and_reaches_back_three_years(
        self, visit: Any, tuesday: Any, house: Any
    ) -> None:
        row = self.asked(visit, tuesday, house)
        assert (row.due_on - NOON.date()).days == 30
        assert row.since.isoformat() == "2023-11-24"

    def test_is_read_by_the_client_once_it_came(self, visit: Any, tuesday: Any, house: Any):
        row = self.asked(visit, tuesday, house)
        url = reverse("desk:exchange_list", args=[row.pk])
        wrong = visit("dana").send(url, {"lines": "Elm Clinic; 20.11.2026; a note\n;;"})
        assert wrong.status_code == 422 and "Line 1, 2" in wrong.text
        visit("dana").send(url, {"lines": "Elm Clinic; 2026-11-20; two notes"})
        assert visit("dana").send(url, {"lines": ""}).status_code == 422
        kept = IntermediaryList.objects.unscoped("test").get()
        assert kept.entries == [{"to": "Elm Clinic", "on": "2026-11-20", "what": "two notes"}]
        mine = visit("jo").get(reverse("portal:disclosures")).text
        assert "Elm Clinic" in mine and "two notes" in mine

    def test_the_client_asks_on_their_own_page(self, visit: Any, tuesday: Any, house: Any):
        join(visit, house, "clinic")
        signed(visit, tuesday, house, designation="treating_providers")
        url = reverse("portal:exchange_list_ask")
        seen = reverse("portal:disclosures")
        assert visit("jo").send(url, {"party_id": str(house["exchange"].pk)}, seen_at=seen)
        assert IntermediaryListRequest.objects.unscoped("test").get().client_id == tuesday.jo.pk

    def test_is_asked_of_no_exchange_they_never_named(self, visit: Any, tuesday: Any, house: Any):
        url = reverse("desk:exchange_lists", args=[tuesday.jo.pk])
        assert visit("dana").send(url, {"party_id": str(house["exchange"].pk)}).status_code == 422
        assert visit("omar").get(url).status_code == 404

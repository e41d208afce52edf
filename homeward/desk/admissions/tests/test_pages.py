"""The pages say no in words, keep what was typed, and show nothing to outsiders."""

from typing import Any

import pytest
from django.urls import reverse

from homeward.admissions.models import Inquiry
from homeward.admissions.tests import walking
from homeward.consents.models import Consent
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.admissions.tests.browsing import keys_of, send, signed_in
from homeward.instruments import library
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.placement.models import Placement
from homeward.tasks.models import CareTask
from homeward.testing.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def rows(model: Any) -> Any:
    """Every row of a protected model."""
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


class TestTakingACall:
    def test_keeps_what_was_typed_when_something_is_missing(self, cast: Cast) -> None:
        """422, the words beside the field, and nothing kept."""
        browser = signed_in(cast.ada)
        answer = send(
            browser, "desk:admissions_inquiry", [],
            {
                "caller_name": "Lee Brown", "relation": "self", "may_call_back": "yes",
                "site_id": cast.site.pk,
            },
        )  # fmt: skip
        body = answer.content.decode()
        assert answer.status_code == 422
        assert "Lee Brown" in body
        assert "Enter the number we may call back" in body
        assert not rows(Inquiry).exists()

    def test_does_nothing_twice(self, cast: Cast) -> None:
        """The same form sent twice is one inquiry, and the same answer."""
        browser = signed_in(cast.ada)
        page = browser.get(reverse("desk:admissions_inquiry"))
        told = {
            **keys_of(page), "caller_name": "Lee Brown", "relation": "self", "phone": "1",
            "may_call_back": "yes", "site_id": str(cast.site.pk),
        }  # fmt: skip
        first, second = (browser.post(reverse("desk:admissions_inquiry"), told) for _ in range(2))
        assert first.headers["Location"] == second.headers["Location"]
        assert rows(Inquiry).count() == 1

    def test_tells_the_front_desk_nothing_back(self, cast: Cast) -> None:
        """The front desk takes calls; inquiries are not theirs to read."""
        browser = signed_in(cast.fay)
        answer = send(
            browser, "desk:admissions_inquiry", [],
            {"caller_name": "Lee Brown", "relation": "self", "phone": "1", "site_id": cast.site.pk},
        )  # fmt: skip
        assert answer.headers["Location"] == reverse("desk:admissions_inquiry")
        assert browser.get(reverse("desk:admissions")).status_code == 403


class TestOutsiders:
    def test_find_nothing(self, cast: Cast) -> None:
        """Omar of the other site and Kim without a consent get what does not exist."""
        inquiry, client = walking.ready_to_admit(cast)
        placement = rows(Placement).get(client=client)
        consent = rows(Consent).filter(client=client).first()
        response = rows(Response).filter(client=client).first()
        addresses = [
            ("desk:admissions_case", inquiry.pk),
            ("desk:placement", client.pk),
            ("desk:placement_record", placement.pk),
            ("desk:placement_decision", placement.pk),
            ("desk:response", response.pk),
            ("desk:consent", consent.pk),
            ("desk:consent_revocation", consent.pk),
            ("desk:chart_plan", client.pk),
            ("desk:chart_consents", client.pk),
        ]
        for player, statuses in ((cast.omar, {404}), (cast.kim, {403})):
            browser = signed_in(player)
            for route, pk in addresses:
                assert browser.get(reverse(route, args=[pk])).status_code in statuses, route
            url = reverse("desk:questionnaire", args=[client.pk, "phq9"])
            assert browser.get(url).status_code in statuses


class TestQuestionnaires:
    def test_keep_what_is_saved_for_later(self, cast: Cast) -> None:
        """The next opening shows the answers again."""
        client = walking.open_record(cast, walking.call(cast))
        browser = signed_in(cast.ada)
        send(browser, "desk:questionnaire", [client.pk, "phq9"], {"q_1": "2", "then": "later"})
        page = browser.get(reverse("desk:questionnaire", args=[client.pk, "phq9"])).content.decode()
        assert "checked" in page
        assert "saved " in page

    def test_name_what_is_missing_and_then_believe_it(self, cast: Cast) -> None:
        """Handing in names the open items once; confirmed, it is kept with no invented score."""
        client = walking.open_record(cast, walking.call(cast))
        browser = signed_in(cast.ada)
        given = {"q_1": "2", "then": "hand_in"}
        answer = send(browser, "desk:questionnaire", [client.pk, "phq9"], given)
        assert answer.status_code == 422
        assert "Item 2 has no answer." in answer.content.decode()
        send(
            browser, "desk:questionnaire", [client.pk, "phq9"], {**given, "missing_is_right": "on"}
        )
        assert rows(Response).get(client=client).scores["total"]["value"] is None

    def test_ask_the_suicide_screener_next(self, cast: Cast) -> None:
        """Item 9: the result says what to do first, and the task closes only with what was done."""
        client = walking.open_record(cast, walking.call(cast))
        browser = signed_in(cast.ada)
        answers = {f"q_{n}": "0" for n in range(1, 11)} | {"q_9": "1", "then": "hand_in"}
        sent = send(browser, "desk:questionnaire", [client.pk, "phq9"], answers)
        page = browser.get(sent.headers["Location"]).content.decode()
        assert "Ask the C-SSRS now" in page
        assert "Do this first" in page
        task = rows(CareTask).get(client=client)
        refused = send(browser, "desk:task", [task.pk], {"disposition": "not_indicated"})
        assert refused.status_code == 422
        unproven = send(browser, "desk:task", [task.pk], {"disposition": "assessed_safe"})
        assert unproven.status_code == 422
        assert "First ask the C-SSRS screener" in unproven.content.decode()
        calm = {"q_1": "N", "q_2": "N", "q_6": "N", "then": "hand_in"}
        send(browser, "desk:questionnaire", [client.pk, "cssrs_screener"], calm)
        done = send(browser, "desk:task", [task.pk], {"disposition": "assessed_safe"})
        assert done.headers["Location"] == reverse("desk:tasks")

    def test_render_every_shipped_instrument(self, cast: Cast) -> None:
        """The page knows no instrument by name; it reads the definition."""
        client = walking.open_record(cast, walking.call(cast))
        browser = signed_in(cast.ada)
        for name in library.instrument_ids():
            definition = library.instrument(name)
            if not definition.meta["items_embedded_verbatim"]:
                continue
            page = browser.get(reverse("desk:questionnaire", args=[client.pk, name]))
            assert page.status_code == 200, name
            assert page.content.decode().count("<legend") + page.content.decode().count(
                'type="number"'
            ) >= len(definition.items), name

    def test_show_no_form_without_its_wording(self, cast: Cast) -> None:
        """An instrument whose text needs a licence is not shown."""
        client = walking.open_record(cast, walking.call(cast))
        browser = signed_in(cast.ada)
        for name in ("dast10", "horoscope"):
            url = reverse("desk:questionnaire", args=[client.pk, name])
            assert browser.get(url).status_code == 404


class TestPlacementPage:
    def prepared(self, cast: Cast, **facts: Any) -> Any:
        """Bianca, rated by Dana."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        return client, walking.rate(cast, client, **facts)

    def test_saves_as_it_is_typed(self, cast: Cast) -> None:
        """The answer is the suggestion, the saved time, and fresh keys for the next save."""
        client, placement = self.prepared(cast)
        browser = signed_in(cast.dana)
        page = browser.get(reverse("desk:placement", args=[client.pk]))
        typed = {**keys_of(page), **{f"rating_{n}": "1" for n in range(1, 7)}, "rating_5": "4"}
        answer = browser.post(reverse("desk:placement_draft", args=[client.pk]), typed)
        body = answer.content.decode()
        assert "High-intensity residential, 3.5" in body
        assert "saved " in body
        placement.refresh_from_db()
        assert placement.indicated_level == "3.5"
        assert keys_of(answer)["form_version"] == str(placement.version)
        stale = browser.post(reverse("desk:placement_draft", args=[client.pk]), typed)
        assert "not saved" in stale.content.decode()

    def test_says_what_holds_and_what_lets_it_go(self, cast: Cast) -> None:
        """The hold, its reason, and the way to release it."""
        client, placement = self.prepared(cast, daily_benzodiazepine=True)
        browser = signed_in(cast.dana)
        page = browser.get(reverse("desk:placement", args=[client.pk])).content.decode()
        assert "Held until this is done" in page
        release = [placement.pk, "same_day_medical_evaluation"]
        send(
            browser,
            "desk:placement_release",
            release,
            {"cleared_by": "Dr. Osei, MD, county hospital"},
        )
        page = browser.get(reverse("desk:placement", args=[client.pk])).content.decode()
        assert "Held until this is done" not in page

    def test_is_read_only_once_decided(self, cast: Cast) -> None:
        """The decision stands above fields that no longer take anything."""
        client, placement = self.prepared(cast)
        walking.decide(cast, placement)
        page = signed_in(cast.dana).get(reverse("desk:placement", args=[client.pk]))
        assert "disabled" in page.content.decode()
        assert "The team decided on Intensive outpatient, 2.1" in page.content.decode()

    def test_needs_the_reason_where_the_team_decides_otherwise(self, cast: Cast) -> None:
        """422 with what was typed; a stale page is refused too."""
        _, placement = self.prepared(cast)
        browser = signed_in(cast.dana)
        decision = {"provided_level": "1", "client_view": "Wants fewer days."}
        answer = send(browser, "desk:placement_decision", [placement.pk], decision)
        assert answer.status_code == 422
        assert "Wants fewer days." in answer.content.decode()
        page = browser.get(reverse("desk:placement_decision", args=[placement.pk]))
        walking.rate(cast, placement.client)
        stale = browser.post(
            reverse("desk:placement_decision", args=[placement.pk]),
            {**keys_of(page), **decision, "discrepancy": "client_choice"},
        )
        assert stale.status_code == 422
        assert "Somebody else changed this" in stale.content.decode()


class TestConsentPages:
    def test_refuse_a_wrong_name_and_a_wrong_witness(self, cast: Cast) -> None:
        """What was typed stays; nothing is signed."""
        browser = signed_in(cast.dana)
        wrong = send(
            browser, "desk:consent_signature", [cast.jo.pk, "tpo"],
            {"signer_name": "Joe Avery", "witness": "on", "password": "guess"},
        )  # fmt: skip
        assert wrong.status_code == 422
        assert "That is not the password of this account." in wrong.content.decode()
        named = send(
            browser, "desk:consent_signature", [cast.jo.pk, "tpo"],
            {"signer_name": "Joe Avery", "password": PASSWORD},
        )  # fmt: skip
        assert "not the name of the person who must sign" in named.content.decode()
        assert "Joe Avery" in named.content.decode()
        assert not rows(Consent).exists()

    def test_sign_with_a_witness_and_take_back(self, cast: Cast) -> None:
        """The copy is genuine; taken back, it says so."""
        browser = signed_in(cast.dana)
        signed = send(
            browser, "desk:consent_signature", [cast.jo.pk, "family"],
            {
                "signer_name": "Jo Avery", "contact_id": str(cast.kim.pk), "classes": ["schedule"],
                "witness": "on", "password": PASSWORD, "copy_given": "on",
                "expires_on": "2099-01-01",
            },
        )  # fmt: skip
        copy = browser.get(signed.headers["Location"]).content.decode()
        assert "Kim Avery" in copy
        assert "differ from what was signed" not in copy
        consent = rows(Consent).get()
        assert consent.witnessed_by_id == cast.dana.pk
        send(browser, "desk:consent_revocation", [consent.pk], {"how": "in_writing"})
        shown = browser.get(reverse("desk:chart_consents", args=[cast.jo.pk])).content.decode()
        assert "taken back" in shown


def test_somebody_known_is_shown_and_chosen(cast: Cast) -> None:
    """The same name and birth date: the page asks, and nobody is merged unasked."""
    known = walking.open_record(cast, walking.call(cast))
    inquiry = walking.call(cast)
    browser = signed_in(cast.ada)
    person = {"name": walking.NAME, "birth_date": "1990-05-17", "language": "en"}
    asked = send(browser, "desk:admissions_screening", [inquiry.pk], person)
    assert asked.status_code == 422
    assert known.chart_number in asked.content.decode()
    chosen = browser.post(
        reverse("desk:admissions_screening", args=[inquiry.pk]),
        {**keys_of(asked), **person, "record": str(known.pk)},
    )
    assert chosen.status_code == 302
    inquiry.refresh_from_db()
    assert inquiry.client_id == known.pk


def test_somebody_too_young_is_told_the_limit(cast: Cast) -> None:
    """The page says the age, the limit and where it comes from."""
    inquiry = walking.call(cast)
    year = clock.today().year - 16
    answer = send(
        signed_in(cast.ada), "desk:admissions_screening", [inquiry.pk],
        {"name": "Lee Brown", "birth_date": f"{year}-01-01", "language": "en"},
    )  # fmt: skip
    assert answer.status_code == 422
    assert "this program admits from 18 years" in answer.content.decode()

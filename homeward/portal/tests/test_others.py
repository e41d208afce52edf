"""Family and officers: only what consent allows at this instant, each view in the ledger."""

import re
from datetime import timedelta

import pytest

from homeward.consents.actions import revoke_consent
from homeward.consents.models import Disclosure
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact
from homeward.plans.models import Plan
from homeward.portal.tests import scene

TESTER = Actor.of_service("test")


@pytest.fixture
def jos_life(cast):
    """A session tomorrow, one kept yesterday, a plan in force, and a test with a result."""
    soon = scene.session(cast, clock.now() + timedelta(days=1))
    scene.seat(cast, cast.jo, soon, cast.episode)
    past = scene.session(cast, clock.now() - timedelta(days=1))
    held = scene.seat(cast, cast.jo, past, cast.episode)
    scene.attended(cast, past, held)
    made = scene.plan(cast)
    made.change(state=Plan.State.ACTIVE)
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="positive")
    return cast


def ledger():
    return list(Disclosure.objects.for_actor(TESTER, Purpose.OPERATIONS).order_by("at"))


def page_of(client, player):
    client.force_login(player.account)
    return client.get("/me/").content.decode()


def bare(text, player):
    """A page without what differs in every answer: keys, nonces, the account's own name."""
    text = text.replace(player.row.name, "NAME")
    text = re.sub(r'(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+', r"\1", text)
    return re.sub(r'nonce="[^"]+"', "", text)


def test_family_sees_days_but_no_times_places_or_names(jos_life, client):
    scene.consent(jos_life, "family", contact_id=jos_life.kim.pk)
    page = page_of(client, jos_life.kim)
    assert "Planned days" in page
    assert "Goals" not in page
    for hidden in ("Early recovery", "Room 1", "09:30", "Jo Avery", "HW-00001"):
        assert hidden not in page


def test_goals_show_only_when_the_consent_names_them(jos_life, client):
    scene.consent(
        jos_life, "family", contact_id=jos_life.kim.pk, classes=["schedule", "assessment"]
    )
    assert "Sleep through the night" in page_of(client, jos_life.kim)


def test_each_view_is_decided_now_and_written_with_its_basis(jos_life, client):
    row = scene.consent(jos_life, "family", contact_id=jos_life.kim.pk)
    page_of(client, jos_life.kim)
    page_of(client, jos_life.kim)
    written = ledger()
    assert len(written) == 2
    assert written[0].effect == "partial"
    assert written[0].basis == "family_consent"
    assert written[0].cites == [str(row.pk)]
    assert written[0].recipient_id == str(jos_life.kim.pk)


def test_revocation_holds_at_the_very_next_view(jos_life, client):
    row = scene.consent(jos_life, "family", contact_id=jos_life.kim.pk)
    assert "Planned days" in page_of(client, jos_life.kim)
    revoke_consent(actor=jos_life.jo.actor, consent_id=row.pk, now=clock.now())
    assert "Planned days" not in page_of(client, jos_life.kim)
    assert [each.effect for each in ledger()] == ["partial", "deny"]


def test_a_revoked_account_and_a_quiet_one_see_the_same_bytes(jos_life, client):
    row = scene.consent(jos_life, "family", contact_id=jos_life.kim.pk)
    revoke_consent(actor=jos_life.jo.actor, consent_id=row.pk, now=clock.now())
    never = scene.contact(jos_life, "lee", Contact.Kind.FAMILY, "Lee Avery")
    quiet = scene.contact(jos_life, "max", Contact.Kind.FAMILY, "Max Avery")
    scene.consent(
        jos_life, "family", contact_id=quiet.pk, classes=["messages"],
    )  # fmt: skip
    pages = [bare(page_of(client, each), each) for each in (jos_life.kim, never, quiet)]
    assert "Nothing new" in pages[0]
    assert pages[0] == pages[1] == pages[2]


@pytest.mark.parametrize(
    "type, said", [(None, "still on"), ("completed", "finished on"), ("lost_to_contact", "not fin")]
)
def test_family_sees_whether_care_goes_on_where_the_paper_says_so_and_never_why(
    jos_life, client, type, said
):
    row = scene.consent(jos_life, "family", contact_id=jos_life.kim.pk, classes=["outcomes"])
    other = scene.contact(jos_life, "lee", Contact.Kind.FAMILY, "Lee Avery")
    scene.consent(jos_life, "family", contact_id=other.pk, classes=["schedule"])
    if type:
        scene.ended(jos_life, type)
    page = page_of(client, jos_life.kim)
    assert "In the program" in page and said in page
    for hidden in ("Went to another place", "Planned days", "Sleep through", "lost to"):
        assert hidden not in page
    assert "In the program" not in page_of(client, other)
    revoke_consent(actor=jos_life.jo.actor, consent_id=row.pk, now=clock.now())
    assert "Nothing new" in page_of(client, jos_life.kim)


def test_an_officer_sees_attendance_and_whether_tests_were_given_never_results(jos_life, client):
    officer = scene.contact(jos_life, "officer", Contact.Kind.AGENCY, "Rae Stone")
    scene.consent(jos_life, "criminal_justice", contact_id=officer.pk)
    page = page_of(client, officer)
    assert "1 of 1" in page
    assert "given" in page
    assert "positive" not in page
    assert "Jo Avery" not in page
    assert "Sleep through" not in page
    assert ledger()[0].basis == "criminal_justice_consent"


def test_an_officer_learns_the_name_only_when_the_consent_says_so(jos_life, client):
    officer = scene.contact(jos_life, "officer", Contact.Kind.AGENCY, "Rae Stone")
    scene.consent(
        jos_life, "criminal_justice", contact_id=officer.pk,
        classes=["identity", "schedule"],
    )  # fmt: skip
    page = page_of(client, officer)
    assert "Jo Avery" in page
    assert "Tests asked for" not in page


def test_an_officer_without_consent_sees_the_ordinary_page(jos_life, client):
    officer = scene.contact(jos_life, "officer", Contact.Kind.AGENCY, "Rae Stone")
    assert "Nothing new" in page_of(client, officer)
    assert [each.effect for each in ledger()] == ["deny"]


def test_a_family_consent_never_opens_anything_to_an_officer(jos_life, client):
    officer = scene.contact(jos_life, "officer", Contact.Kind.AGENCY, "Rae Stone")
    scene.consent(
        jos_life, "family", contact_id=jos_life.kim.pk, classes=["schedule", "assessment"]
    )
    assert "Nothing new" in page_of(client, officer)


@pytest.mark.parametrize(
    "path",
    [
        "/me/week/",
        "/me/plan/",
        "/me/record/",
        "/me/record/readers/",
        "/me/sharing/",
        "/me/check-in/",
    ],
)
def test_the_clients_own_pages_stay_closed_even_with_every_consent(jos_life, client, path):
    scene.consent(
        jos_life, "family", contact_id=jos_life.kim.pk,
        classes=["schedule", "assessment", "outcomes", "messages"],
    )  # fmt: skip
    client.force_login(jos_life.kim.account)
    assert client.get(path).status_code == 403


def test_the_client_reads_in_the_ledger_who_was_shown_what(jos_life, client):
    scene.consent(jos_life, "family", contact_id=jos_life.kim.pk)
    page_of(client, jos_life.kim)
    client.force_login(jos_life.jo.account)
    page = client.get("/me/sharing/account/").content.decode()
    assert "on their page" in page
    assert "Kim Avery" in page

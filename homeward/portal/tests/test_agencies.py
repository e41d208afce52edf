"""Officers and employers: only what their own consent names, and one answer to every request."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from homeward.consents import actions
from homeward.consents.actions.refusals import AskAnswered, AskEmpty
from homeward.consents.models import AgencyAnswer, AgencyAsk, Consent, Disclosure
from homeward.consents.queries import DISCLOSER
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact
from homeward.portal.tests import scene
from homeward.portal.tests.test_others import bare, page_of
from homeward.tasks.models import CareTask

TESTER = Actor.of_service("test")


@pytest.fixture
def officer(cast):
    """Jo came once; an officer and an employer have accounts, and no consent yet."""
    past = scene.session(cast, clock.now() - timedelta(days=1))
    scene.attended(cast, past, scene.seat(cast, cast.jo, past, cast.episode))
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="positive")
    cast.people["boss"] = scene.contact(cast, "boss", Contact.Kind.EMPLOYER, "Bea Boss")
    return scene.contact(cast, "officer", Contact.Kind.AGENCY, "Rae Stone")


def to_employer(cast, classes, purpose="other"):
    """A consent of Jo's that names the employer."""
    now = clock.now() - timedelta(minutes=5)
    return Consent.objects.create(
        client=cast.jo.row, site=cast.site, kind="specific", contact=cast.boss.row,
        disclosers=[DISCLOSER], purposes=[purpose], classes=classes,
        recipients=[{"type": "person", "id": str(cast.boss.pk)}], text_version="1",
        text_hash="0" * 64, signed_at=now, starts_at=now, signer_name="Jo Avery",
        expires_at=now + timedelta(days=30),
    )  # fmt: skip


def ask(client, player, **typed):
    client.force_login(player.account)
    keys = scene.form_of(client.get("/me/ask/"))
    return client.post("/me/ask/", keys | {"parts": ["attendance", "notes"]} | typed)


def rows(model, **facts):
    return list(model.objects.for_actor(TESTER, Purpose.OPERATIONS).filter(**facts))


def test_every_request_hears_the_same_bytes(cast, officer, client):
    """With a consent, after its end, without any ever: the form and the answer are one."""
    never = scene.contact(cast, "never", Contact.Kind.AGENCY, "Nia Stone")
    told = {}
    for player in (officer, never, cast.boss):
        client.force_login(player.account)
        form = client.get("/me/ask/").content.decode()
        sent = ask(client, player, words="Did he drink?")
        assert (sent.status_code, sent["Location"]) == (302, "/me/ask/sent/")
        answer = client.get("/me/ask/sent/").content.decode()
        told[player.row.name] = bare(form, player), bare(answer, player)
    assert len(set(told.values())) == 1
    scene.consent(cast, "criminal_justice", contact_id=officer.pk)
    ask(client, officer)
    assert bare(client.get("/me/ask/sent/").content.decode(), officer) == told["Rae Stone"][1]
    assert len(rows(AgencyAsk)) == 4
    assert client.post("/me/ask/", scene.form_of(client.get("/me/ask/"))).status_code == 422


def test_a_request_is_a_duty_that_the_consent_answers(cast, officer, client):
    scene.consent(cast, "criminal_justice", contact_id=officer.pk)
    ask(client, officer, parts=["attendance", "completion"])
    (found,), (task,) = rows(AgencyAsk), rows(CareTask, kind="agency_ask")
    assert (task.owner_id, task.closed_at) == (cast.dana.pk, None)
    page = client
    page.force_login(cast.dana.account)
    shown = page.get(f"/desk/agency-asks/{found.pk}/").content.decode()
    assert "dates, times and attendance" in shown
    assert "Progress and outcome summaries" in shown
    assert "Asked from outside" in page.get(
        f"/desk/clients/{cast.jo.pk}/disclosures/"
    ).content.decode()  # fmt: skip
    keys = scene.form_of(page.get(f"/desk/agency-asks/{found.pk}/"))
    typed = {"classes": ["schedule", "outcomes"], "medium": "phone", "identity_check": ""}
    assert page.post(f"/desk/agency-asks/{found.pk}/", keys | typed).status_code == 422
    keys = scene.form_of(page.get(f"/desk/agency-asks/{found.pk}/"))
    sent = page.post(f"/desk/agency-asks/{found.pk}/", keys | typed | {"identity_check": "badge"})
    assert sent.status_code == 302
    (answer,) = rows(AgencyAnswer)
    row = answer.disclosure
    assert (row.effect, row.basis, row.medium) == ("partial", "criminal_justice_consent", "phone")
    assert {each["class"]: each["effect"] for each in row.items} == {
        "schedule": "permit", "outcomes": "deny",
    }  # fmt: skip
    assert rows(CareTask, kind="agency_ask")[0].closed_at is not None
    about = {"classes": ["schedule"], "medium": "phone", "identity_check": "badge"}
    with pytest.raises(AskAnswered):
        actions.answer_agency_ask(
            actor=cast.dana.actor, ask_id=found.pk, **about, now=clock.now()
        )  # fmt: skip
    with pytest.raises(AgencyAsk.DoesNotExist):
        actions.answer_agency_ask(
            actor=cast.omar.actor, ask_id=found.pk, **about, now=clock.now()
        )  # fmt: skip


def test_who_may_not_ask(cast, officer):
    asked = {"parts": ["attendance"], "words": "", "now": clock.now()}
    with pytest.raises(AskEmpty):
        actions.ask_as_agency(
            actor=officer.actor, contact_id=officer.pk, parts=[], words="x", now=clock.now()
        )
    with pytest.raises(Contact.DoesNotExist):
        actions.ask_as_agency(actor=officer.actor, contact_id=cast.kim.pk, **asked)
    for somebody in (cast.jo, cast.kim, cast.dana):
        with pytest.raises(NotAllowed):
            actions.ask_as_agency(actor=somebody.actor, contact_id=cast.kim.pk, **asked)


def test_an_employer_sees_what_that_consent_names_and_never_a_monitor_report(cast, officer, client):
    """A consent for the officer opens nothing to the employer, nor one for another purpose."""
    scene.consent(cast, "criminal_justice", contact_id=officer.pk)
    assert "Nothing new" in page_of(client, cast.boss)
    to_employer(cast, ["schedule", "drug_tests"], purpose="treatment")
    assert "Nothing new" in page_of(client, cast.boss)
    to_employer(cast, ["schedule"])
    page = page_of(client, cast.boss)
    assert "1 of 1" in page
    assert "Tests asked for" not in page
    assert rows(Disclosure, recipient_id=str(cast.boss.pk))[-1].basis == "specific_consent"


def test_the_list_of_what_was_shown_ends_with_its_consent(cast, officer, client):
    given = to_employer(cast, ["schedule"])
    page_of(client, cast.boss)
    page_of(client, cast.boss)
    log = client.get("/me/shown/").content.decode()
    assert "dates, times and attendance" in log.lower()
    assert re.search(r"on their page[^<]*2 times|2 times", log)
    assert "until:" in log
    actions.revoke_consent(actor=cast.jo.actor, consent_id=given.pk, now=clock.now())
    ended = bare(client.get("/me/shown/").content.decode(), cast.boss)
    client.force_login(officer.account)
    assert ended == bare(client.get("/me/shown/").content.decode(), officer)
    assert "Nothing new" in ended


def test_one_account_for_several_people_names_nobody(cast, officer, client):
    other = Contact.objects.create(
        client=cast.pat.row, site=cast.other_site, kind=Contact.Kind.AGENCY, name="Rae Stone",
        account=officer.account,
    )  # fmt: skip
    client.force_login(officer.account)
    form = client.get("/me/ask/").content.decode()
    assert ("Person 1" in form, "Person 2" in form) == (True, True)
    assert "Jo Avery" not in form and cast.pat.row.name not in form
    ask(client, officer, person=str(other.pk))
    assert rows(AgencyAsk)[0].client_id == cast.pat.pk
    assert ask(client, officer, person=str(cast.kim.pk)).status_code == 422


def test_a_paper_for_an_employer_is_drafted_at_the_desk(cast, officer, client):
    """By name, for that purpose alone; a party and an employer on one paper are refused."""
    client.force_login(cast.dana.account)
    path = f"/desk/clients/{cast.jo.pk}/consents/specific/draft/"
    typed = {
        "contact_id": str(cast.boss.pk), "classes": ["schedule"], "purposes": ["treatment"],
        "ending": "day", "expires_on": "2027-03-01",
    }  # fmt: skip
    sent = client.post(path, scene.form_of(client.get(path)) | typed)
    assert sent.status_code == 302, sent.content.decode()[:2000]
    (draft,) = rows(Consent, kind="specific")
    assert (draft.contact_id, draft.party_id, draft.purposes) == (cast.boss.pk, None, ["other"])
    assert draft.recipients == [{"type": "person", "id": str(cast.boss.pk)}]


@pytest.mark.parametrize(
    "type, said", [(None, "still on"), ("completed", "finished on"), ("lost_to_contact", "not fin")]
)
def test_a_report_says_whether_the_program_was_finished_and_never_why(
    cast, officer, client, type, said
):
    to_employer(cast, ["outcomes"])
    if type:
        scene.ended(cast, type)
    page = page_of(client, cast.boss)
    assert said in page
    for hidden in ("Went to another place", "Sessions kept", "Jo Avery", "lost to"):
        assert hidden not in page


def test_the_paper_says_what_the_page_says_with_the_notice_and_is_kept(cast, officer, client):
    to_employer(cast, ["schedule"])
    client.force_login(cast.boss.account)
    keys = scene.form_of(client.get("/me/"))
    path = f"/me/report/{cast.boss.pk}/"
    paper = client.post(path, keys)
    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages)
    text = " ".join(text.split())
    assert "1 of 1" in text and "Person 1" in text and "42 CFR" in text and "until" in text
    assert "Jo Avery" not in text and "Tests asked for" not in text
    assert rows(Disclosure, recipient_id=str(cast.boss.pk), medium="pdf")[0].effect == "partial"
    assert [each.kind for each in rows(Document)] == ["agency_report"]
    for player, whose in ((officer, officer.pk), (officer, cast.boss.pk), (cast.boss, officer.pk)):
        client.force_login(player.account)
        keys = {"form_key": scene.form_of(client.get("/me/ask/"))["form_key"]}
        answer = client.post(f"/me/report/{whose}/", keys)
        assert (answer.status_code, answer["Location"]) == (302, "/me/")

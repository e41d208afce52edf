"""The copy holds what was assessed, given, arranged and passed on; nothing unsigned or others'."""

import base64
import json
from datetime import timedelta

import pytest

from homeward.assessments.models import Addendum, Assessment
from homeward.conduct.models import ConductEvent, ResponseStep
from homeward.consents.models import Disclosure
from homeward.core import clock
from homeward.directory.models import Service
from homeward.linkage.models import Need, NeedReferral, OutsideAppointment
from homeward.medications.models import DoseMark, MedicalOrder, Medication, Vitals
from homeward.placement.models import Placement
from homeward.plans.models import PlanReview
from homeward.portal.tests import scene
from homeward.progress.models import Appointment

READ, OTHERS = "/me/record/copy/to-read/", "/me/record/copy/for-others/"


def said(question, words, says):
    return {"question": question, "words": words, "value": says, "says": says}


def interview(cast, base, word, *, signed):
    content = {
        "domains": [
            {"domain": "home", "title": "Home and safe contact", "answers": [
                said("home.situation", "Where they live", f"{word} steady place"),
                said("home.safety", "Safe at home", f"{word} afraid there"),
            ]},
        ],
        "diagnoses": [{"outcome": "F10.20", "extras": {
            "name": "Alcohol use disorder", "severity": "severe", "remission": ""}}],
    }  # fmt: skip
    signature = {
        "signed_at": clock.now(), "signed_by": cast.dana.row, "credential": "LPC",
        "content_hash": "0" * 64,
    } if signed else {}  # fmt: skip
    return Assessment.objects.create(
        **base, edition="bps-1", started_at=clock.now(), started_by=cast.dana.row,
        content=json.dumps(content), **signature,
    )  # fmt: skip


def care_of(cast, player, episode, word):
    """A little of each of the parts, each with a word to look for."""
    now, base = clock.now(), {"client": player.row, "site": player.row.site}
    talk = interview(cast, base, word, signed=True)
    Addendum.objects.create(
        **base, assessment=talk, author=cast.dana.row, body=f"{word} remembered", at=now
    )
    interview(cast, base, f"{word} half written", signed=False)
    Placement.objects.create(
        **base, assessor=cast.dana.row, assessed_at=now, edition="3", ratings={"5": 3},
        narratives={"5": f"{word} urges each night"}, indicated_level="2.1", provided_level="1",
        discrepancy="client_choice", discrepancy_note=f"{word} works days", decided_at=now,
        decided_by=cast.dana.row,
    )  # fmt: skip
    Placement.objects.create(
        **base, assessor=cast.dana.row, assessed_at=now, edition="3",
        narratives={"5": f"{word} half rated"},
    )  # fmt: skip
    pill = Medication.objects.create(
        **base, name=f"{word}trexone", dose="50 mg", route="oral", frequency="daily",
        started_on=now.date(), recorded_at=now,
    )  # fmt: skip
    DoseMark.objects.create(
        **base, medication=pill, on=now.date(), state="taken", dose=f"{word} dose", at=now
    )
    Vitals.objects.create(**base, systolic=131, diastolic=84, pulse=72, at=now)
    for days, signed in ((1, True), (2, False)):
        MedicalOrder.objects.create(
            **base, kind="laboratory", way="written", ordered_by=cast.dana.row, at=now,
            body=f"{word} liver panel {days}", sign_due_at=now + timedelta(days=days),
            **({"signed_at": now, "signed_by": cast.dana.row} if signed else {}),
        )  # fmt: skip
    need = Need.objects.create(
        **base, kind="housing", severity="moderate", wants="now", opened_at=now,
        own_words=f"{word} couch is not a home",
    )  # fmt: skip
    place = Service.objects.create(code=f"{word}-house", name=f"{word} House", zip_code="00001")
    sent = NeedReferral.objects.create(
        **base, need=need, service=place, footing="self", sent_at=now, owner=cast.dana.row,
        due_at=now,
    )  # fmt: skip
    OutsideAppointment.objects.create(
        **base, kind="need", referral=sent, provider=f"{word} intake", at=now,
        confirmed_by="Front", confirmed_how="phone", booked_at=now,
    )  # fmt: skip
    Appointment.objects.create(
        **base, episode=episode, at=now, with_whom=f"{word} after care", kind="therapy",
        booked_at=now, booked_by=cast.dana.row,
    )  # fmt: skip
    event = ConductEvent.objects.create(
        **base, kind="late_or_left", at=now, words=f"{word} came at ten", by=cast.dana.row,
        recorded_at=now,
    )  # fmt: skip
    ResponseStep.objects.create(
        **base, event=event, rung="conversation", at=now, words=f"{word} will call first",
        by=cast.dana.row, decision={},
    )  # fmt: skip
    Disclosure.objects.create(
        **base, at=now, recipient_type="person", recipient_id="x", purpose="treatment",
        recipient_name=f"{word} clinic", effect="permit", rule_set="r", rule_version="1",
        items=[{"id": "1", "effect": "permit", "class": "schedule"}],
    )  # fmt: skip


@pytest.fixture
def jo(cast, client):
    plan = scene.plan(cast)
    care_of(cast, cast.jo, cast.episode, "River")
    care_of(cast, cast.pat, cast.other_episode, "Moreau")
    PlanReview.objects.create(
        client=cast.jo.row, site=cast.site, plan=plan, at=clock.now(), by=cast.dana.row,
        objective_states={"1.1": "met"}, summary="River calls went well",
        client_view="River agrees", next_due_on=scene.today(cast),
    )  # fmt: skip
    scene.consent(cast, "tpo")
    client.force_login(cast.jo.account)
    return client


IN_IT = (
    "River steady place", "River remembered", "Alcohol use disorder, severe", "F10.20",
    "River urges each night", "2.1 Intensive outpatient", "Client&#x27;s choice. River works days",
    "Rivertrexone", "River dose", "131/84 mm Hg", "River liver panel 1",
    "River couch is not a home",
    "River House", "River intake", "River after care", "River came at ten",
    "River will call first", "River clinic", "River calls went well", "River agrees",
)  # fmt: skip


def test_the_file_to_read_holds_it(jo):
    page = jo.get(READ).content.decode()
    for words in IN_IT:
        assert words in page, words


def test_what_is_unsigned_kept_inside_or_of_another_is_in_neither_file(jo):
    for page in (jo.get(READ).content.decode(), all_words(jo)):
        for words in ("half written", "half rated", "liver panel 2", "afraid there", "Moreau"):
            assert words not in page, words


def test_what_stays_with_the_team_is_said_to_stay(jo):
    assert jo.get(READ).content.decode().count("Your care team keeps some of it.") == 1


def all_words(client):
    """The bundle with each document in it opened."""
    text = client.get(OTHERS).content.decode()
    documents = [
        base64.b64decode(part["attachment"]["data"]).decode()
        for entry in json.loads(text)["entry"]
        for part in entry["resource"].get("content", [])
    ]
    return "\n".join([text, *documents])


def test_the_bundle_for_others_holds_the_same(jo):
    words = all_words(jo)
    for each in IN_IT:
        assert each.replace("&#x27;", "'") in words, each


def test_a_consent_names_to_whom(cast, jo):
    page = jo.get(READ).content.decode()
    part = page[page.index("What you agreed to share") :]
    assert "To whom" in part
    head, row = part.split("</thead>")[0], part.split("<tbody><tr>")[1].split("</tr>")[0]
    place = [each.split("<")[0] for each in head.split('scope="col">')[1:]].index("To whom")
    assert row.split("<td>")[place + 1].split("<")[0].strip()

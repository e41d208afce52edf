"""The copy of everything: all that is theirs, nothing of anybody else, in words and as FHIR."""

import base64
import json
from datetime import timedelta

import pytest

from homeward.core import clock
from homeward.drugtests.models import AnalyteResult
from homeward.instruments.models import CheckIn, Response
from homeward.medications.models import Medication
from homeward.portal.tests import scene


@pytest.fixture
def full(cast, client):
    """Jo with a little of everything, and a group-mate with the same."""
    now = clock.now()
    there = scene.session(cast, now - timedelta(days=1))
    scene.attended(cast, there, scene.seat(cast, cast.jo, there, cast.episode))
    scene.note(cast, there, cast.jo, cast.episode, "Spoke of the walk by the river.", signed=True)
    later = scene.session(cast, now - timedelta(hours=3), "Evening group")
    scene.note(cast, later, cast.jo, cast.episode, "A draft that nobody signed.", signed=False)
    scene.shared_note(cast, there, "Practised saying no.")
    made = scene.plan(cast)
    type(made).objects.unscoped("tests").filter(pk=made.pk).update(state="active", active_from=now)
    tested = scene.drug_test(cast, cast.jo, cast.episode, state="resulted", collected_at=now,
                             outcome="presumptive")  # fmt: skip
    base = {"client": cast.jo.row, "site": cast.site}
    AnalyteResult.objects.create(
        **base, test=tested, analyte="alcohol", method="presumptive",
        result="presumptive_positive", at=now,
    )  # fmt: skip
    CheckIn.objects.create(**base, at=now, on=scene.today(cast), craving=4, word="Slept badly.")
    Response.objects.create(
        **base, instrument="phq9", instrument_version="1", scorer_version="1", answered_at=now,
        answers={"1": 2}, scores={"total": {"value": 13, "band": "moderate", "missing": []}},
    )  # fmt: skip
    Medication.objects.create(
        **base, name="Naltrexone", dose="50 mg", route="oral", frequency="each morning",
        started_on=scene.today(cast), recorded_at=now,
    )  # fmt: skip
    scene.consent(cast, "tpo")
    client.force_login(cast.jo.account)
    return client


def test_the_file_to_read_holds_all_of_it_and_is_named_by_its_day(cast, full):
    answer = full.get("/me/record/copy/to-read/")
    words = answer.content.decode()
    for told in (
        "Spoke of the walk by the river.", "Practised saying no.", "Calls Sol before nine",
        "Sleep through the night without drinking", "not confirmed", "Slept badly.", "Naltrexone",
        "Jo Avery", "Total: 13, moderate",
    ):  # fmt: skip
        assert told in words
    assert "A draft that nobody signed." not in words
    today = scene.today(cast)
    assert answer["Content-Disposition"] == f'attachment; filename="copy-{today}.html"'
    assert "no-store" in answer["Cache-Control"]
    assert "http" not in words.replace("http-equiv", "")


def test_the_file_for_others_is_a_bundle_whose_references_lead_somewhere(cast, full):
    answer = full.get("/me/record/copy/for-others/")
    bundle = json.loads(answer.content)
    entries = [entry["resource"] for entry in bundle["entry"]]
    kinds = {each["resourceType"] for each in entries}
    assert kinds >= {
        "Patient", "EpisodeOfCare", "CarePlan", "Goal", "Encounter", "DocumentReference",
        "Observation", "MedicationStatement", "Consent",
    }  # fmt: skip
    places = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(places) == len(set(places))
    assert _references(entries) - set(places) <= _outside(entries)
    (reading,) = [each for each in entries if each.get("status") == "preliminary"]
    assert "not confirmed" in reading["note"][0]["text"]
    (note,) = [each for each in entries if "11506-3" in str(each)]
    text = base64.b64decode(note["content"][0]["attachment"]["data"]).decode()
    assert text == "Practised saying no.\n\nSpoke of the walk by the river."


def _references(found):
    if isinstance(found, dict):
        own = {found["reference"]} if isinstance(found.get("reference"), str) else set()
        return own.union(*(_references(each) for each in found.values()))
    if isinstance(found, list):
        return set().union(*(_references(each) for each in found))
    return set()


def _outside(entries):
    """Whom a consent names: programs and persons outside the record stay names."""
    return set().union(
        *(
            _references({key: value for key, value in each.items() if key != "patient"})
            for each in entries
            if each["resourceType"] == "Consent"
        )
    )


def test_nothing_of_a_group_mate_is_in_it(cast, full):
    there = scene.session(cast, clock.now() - timedelta(hours=5), "Shared group")
    scene.seat(cast, cast.jo, there, cast.episode)
    page = full.get("/me/record/copy/")
    assert page.status_code == 200
    for path in ("to-read", "for-others"):
        content = full.get(f"/me/record/copy/{path}/").content.decode()
        assert "Omar" not in content
        assert "Kim" not in content


@pytest.mark.parametrize("who", ["dana", "omar", "kim"])
@pytest.mark.parametrize("path", ["", "to-read/", "for-others/"])
def test_nobody_else_takes_it(cast, client, who, path):
    client.force_login(getattr(cast, who).account)
    assert client.get(f"/me/record/copy/{path}").status_code == 403

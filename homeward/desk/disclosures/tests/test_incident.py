"""A crime on the premises is reported by a recorded incident; its words stay out of the ledger."""

from typing import Any

import pytest
from django.urls import reverse

from homeward.consents.models import Disclosure, PremisesIncident

from .test_telling import party, tell

pytestmark = pytest.mark.django_db
WHAT = "A window was broken"


def report(who: Any, cast: Any, police: Any, **more: Any) -> Any:
    told = {"incident_on": "2026-11-23", "incident_place": "Lobby", "incident_what": WHAT}
    return tell(who, cast, to=f"party {police.pk}", purpose="crime_on_premises",
                classes=["identity"], **(told | more))  # fmt: skip


def test_it_is_recorded_apart_and_the_ledger_names_it_by_number(visit: Any, tuesday: Any) -> None:
    police = party("County Police", "law_enforcement")
    report(visit("dana"), tuesday, police)
    incident = PremisesIncident.objects.unscoped("test").get()
    row = Disclosure.objects.unscoped("test").get()
    assert (row.effect, row.basis) == ("permit", "crime_on_premises")
    assert row.origin == f"incident {incident.pk}"
    kept = " ".join(str(value) for value in vars(row).values())
    assert WHAT not in kept and "Lobby" not in kept
    page = visit("dana").get(reverse("desk:disclosure", args=[row.pk])).text
    assert WHAT not in page


@pytest.mark.parametrize("field", ["incident_on", "incident_place", "incident_what"])
def test_a_part_is_not_enough(visit: Any, tuesday: Any, field: str) -> None:
    police = party("County Police", "law_enforcement")
    answer = report(visit("dana"), tuesday, police, **{field: ""})
    assert answer.status_code == 422
    assert not Disclosure.objects.unscoped("test").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("incident_what", "x" * 161), ("incident_place", "x" * 81), ("incident_on", "2026-11-25")],
)
def test_it_is_short_and_lies_behind(visit: Any, tuesday: Any, field: str, value: str) -> None:
    police = party("County Police", "law_enforcement")
    assert report(visit("dana"), tuesday, police, **{field: value}).status_code == 422


def test_who_reads_incidents_chooses_a_recorded_one(visit: Any, tuesday: Any) -> None:
    police = party("County Police", "law_enforcement")
    report(visit("dana"), tuesday, police)
    new = reverse("desk:disclosure_new", args=[tuesday.jo.pk])
    assert WHAT not in visit("dana").get(new).text
    assert WHAT in visit("sam").get(new).text
    incident = PremisesIncident.objects.unscoped("test").get()
    empty = {"incident_on": "", "incident_place": "", "incident_what": ""}
    report(visit("sam"), tuesday, police, incident_id=str(incident.pk), **empty)
    rows = Disclosure.objects.unscoped("test").order_by("created_at")
    assert {row.origin for row in rows} == {f"incident {incident.pk}"}
    assert PremisesIncident.objects.unscoped("test").count() == 1


def test_words_of_no_such_report_are_kept_nowhere(visit: Any, tuesday: Any) -> None:
    tell(visit("dana"), tuesday, incident_on="2026-11-23", incident_place="Lobby",
         incident_what=WHAT)  # fmt: skip
    assert not PremisesIncident.objects.unscoped("test").exists()

"""How a client is to be planned: said, kept with what held before, refused, and who may."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.core.actors import Actor
from homeward.core.refusals import StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import NOON, TUESDAY
from homeward.timetable import actions
from homeward.timetable.windows import PlanningTerms

SAID = {
    "mode": "either", "preferred_mode": "telehealth", "population": "women",
    "starts_on": TUESDAY.isoformat(),
}  # fmt: skip


def at(tuesday):
    return reverse("desk:schedule_terms", args=[tuesday.jo.pk])


def rows():
    held = PlanningTerms.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT)
    return list(held.order_by("said_at", "starts_on"))


def test_are_said_shown_and_kept_when_they_change(visit, tuesday):
    tuesday.program.change(is_telehealth_allowed=True)
    dana = visit("dana")
    assert "Nothing was said yet" in dana.get(at(tuesday)).content.decode()

    assert dana.send(at(tuesday), SAID).status_code == 302
    tab = dana.get(reverse("desk:chart_schedule", args=[tuesday.jo.pk])).content.decode()
    assert "Either, rather telehealth" in tab
    assert "Women" in tab
    later = (TUESDAY + timedelta(days=7)).isoformat()
    dana.send(at(tuesday), {**SAID, "mode": "in_person", "starts_on": later})

    first, second = rows()
    assert (first.ends_on, second.mode) == (TUESDAY + timedelta(days=7), "in_person")
    assert second.preferred_mode == "in_person"


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"mode": "telehealth"}, "mode"),
        ({"mode": "by_pigeon"}, "mode"),
        ({"mode": "in_person", "starts_on": "2020-01-01"}, "starts_on"),
        ({"population": ""}, "population"),
    ],
)
def test_what_cannot_be_names_its_field_and_keeps_nothing(visit, tuesday, over, field):
    """A program that does not work from afar, a word that is none, a day before admission."""
    tuesday.program.change(is_telehealth_allowed=False)
    answer = visit("dana").send(at(tuesday), {**SAID, **over})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert rows() == []


def test_two_who_say_it_at_once_do_not_overwrite_each_other(tuesday):
    told = {"actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "now": NOON}
    actions.say_terms(**told, starts_on=TUESDAY)
    (held,) = rows()
    held.change(population="trauma")
    with pytest.raises(StaleVersion):
        actions.say_terms(**told, starts_on=TUESDAY, expected_version=1)


def test_the_other_site_finds_nobody(visit, tuesday):
    assert visit("omar").get(at(tuesday)).status_code in (403, 404)


def test_language_and_counselor_are_said_there_too(visit, tuesday):
    """The planned week follows both; who neither leads nor holds the client hands nobody over."""
    dana = visit("dana")
    spoken = reverse("desk:schedule_language", args=[tuesday.jo.pk])
    assert dana.send(spoken, {"language": "tlh"}, seen_at=at(tuesday)).status_code == 422
    assert dana.send(spoken, {"language": "es"}, seen_at=at(tuesday)).status_code == 302
    tuesday.jo.row.refresh_from_db()
    assert tuesday.jo.row.language == "es"

    handed = reverse("desk:schedule_counselor", args=[tuesday.jo.pk])
    told = {"worker": str(tuesday.dana.pk), "reason": "Back from leave"}
    assert visit("ruth").send(handed, told, seen_at=at(tuesday)).status_code == 422
    assert visit("sam").send(handed, told, seen_at=at(tuesday)).status_code == 302
    assert visit("omar").send(spoken, {"language": "en"}, seen_at=at(tuesday)).status_code == 404

"""Who leads what: said from a day on by who plans, kept when it changes, refused in words."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.staff.models import Worker
from homeward.testing.cast import NOON, TUESDAY
from homeward.timetable.actions.say_leading import NotALanguage, say_leading_terms
from homeward.timetable.capacity import LeadingTerms

SAID = {
    "languages": ["es"], "populations": ["women"], "most_day": "5", "most_week": "20",
    "target_week": "16", "starts_on": TUESDAY.isoformat(),
}  # fmt: skip


def at(tuesday):
    return reverse("desk:leader", args=[tuesday.dana.pk])


def test_is_said_listed_and_kept_when_it_changes(visit, tuesday):
    sam = visit("sam")
    assert sam.send(at(tuesday), SAID).status_code == 302
    held = LeadingTerms.objects.get()
    assert (held.languages, held.populations) == (["en", "es"], ["women"])
    assert (held.most_day_minutes, held.target_week_minutes) == (300, 960)
    listed = sam.get(reverse("desk:leaders")).content.decode()
    assert "at most 20" in listed
    later = (TUESDAY + timedelta(days=7)).isoformat()

    assert sam.send(at(tuesday), {**SAID, "starts_on": later}).status_code == 302

    assert LeadingTerms.objects.count() == 2
    assert LeadingTerms.objects.get(pk=held.pk).ends_on == TUESDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("over", "field"),
    [({"most_week": "4"}, "most_week"), ({"languages": ["tlh"]}, "languages"),
     ({"target_week": "30"}, "most_week"), ({"starts_on": ""}, "starts_on")],
)  # fmt: skip
def test_what_cannot_be_names_its_field(visit, tuesday, over, field):
    answer = visit("sam").send(at(tuesday), {**SAID, **over})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not LeadingTerms.objects.exists()


def test_only_who_plans_at_that_site_says_it(visit, tuesday):
    """A counselor reads the list and changes nothing; the other site's people find nobody."""
    assert visit("dana").get(reverse("desk:leaders")).status_code == 200
    assert visit("dana").get(at(tuesday)).status_code == 403
    told = {
        "worker_id": tuesday.dana.pk, "languages": ["en"], "populations": [],
        "starts_on": TUESDAY, "now": NOON,
    }  # fmt: skip
    with pytest.raises(NotAllowed):
        say_leading_terms(actor=tuesday.dana.actor, **told)
    with pytest.raises(Worker.DoesNotExist):
        say_leading_terms(actor=tuesday.omar.actor, **told)
    with pytest.raises(NotALanguage):
        say_leading_terms(actor=tuesday.sam.actor, **{**told, "populations": ["chess"]})
    say_leading_terms(actor=tuesday.sam.actor, **told)
    with pytest.raises(StaleVersion):
        say_leading_terms(actor=tuesday.sam.actor, **told, expected_version=7)

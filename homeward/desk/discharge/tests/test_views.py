"""Ending an episode on its page, its document, and what follows."""

import io
from types import SimpleNamespace

import pypdf
import pytest
from django.urls import reverse

from homeward.admissions.models import Episode, EpisodeStage
from homeward.audit.models import Entry
from homeward.desk.discharge.forms import DischargeForm
from homeward.medications.models import NaloxoneOffer
from homeward.progress.models import Appointment, Discharge
from homeward.testing.cast import NOON, PASSWORD

NOBODY = SimpleNamespace(user=None, session={})
SIGNED = {
    "type": "completed", "last_contact_on": "2026-11-24", "naloxone": "given",
    "naloxone_lot": "NX-100", "naloxone_expires_on": "2027-11-24",
    "narrative": "Jo came to nearly every group and met both goals.", "rating_1": "0",
    "recommendations": "Weekly continuing care.",
}  # fmt: skip


@pytest.fixture
def page(tuesday):
    return reverse("desk:discharge", args=[tuesday.jo.pk])


@pytest.fixture
def ended(visit, page):
    visit("dana").send(page, SIGNED)
    return Discharge.objects.unscoped("test").get()


def test_the_page_says_what_will_end(visit, page):
    text = visit("dana").get(page).content.decode()
    assert "What ends, what follows" in text
    assert "Check-ups are planned" in text
    assert "No appointment is booked" in text


@pytest.mark.parametrize(
    ("edition", "named", "is_named"),
    [
        ("3", "4 · Readiness to change", True),
        ("3", "6 · Recovery environment", True),
        ("4", "4 · Substance use-related risks", True),
        ("4", "5 · Recovery environment interactions", True),
        ("4", "6 · Person-centered considerations", False),
        ("4", "4 · Readiness to change", False),
    ],
)
def test_ratings_bear_the_names_of_the_edition(edition, named, is_named):
    form = DischargeForm(None, request=NOBODY, now=NOON, edition=edition)
    assert (named in {str(field.label) for field in form.ratings}) is is_named


def test_signing_ends_the_episode_and_gives_the_document(visit, tuesday, page, ended):
    dana = visit("dana")
    assert Episode.objects.unscoped("test").get(pk=tuesday.episode.pk).ended_on is not None
    link = reverse("desk:document", args=[ended.document_id])
    assert link in dana.get(page).content.decode()
    answer = dana.get(link)
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Content-Disposition"] == 'attachment; filename="document-2026-11-24.pdf"'
    text = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Jo Avery" in text
    # Nobody said that it was shown how the kit is used.
    assert "Kit given" in text
    assert not NaloxoneOffer.objects.unscoped("test").get().is_trained
    assert Entry.objects.filter(code="documents.document.opened").count() == 1


def test_every_problem_is_beside_its_field(visit, page):
    answer = visit("dana").send(page, SIGNED | {"type": "administrative", "narrative": "short"})
    text = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Write the cause", "Open the case first", "course of care in a few sentences"):
        assert words in text
    assert not Discharge.objects.unscoped("test").exists()


def test_the_signature_asks_who_signs_when_the_sign_in_is_old(visit, tuesday, page):
    dana = visit("dana")
    dana.known_since(tuesday.dana, 0)
    kept = dana.send(page, SIGNED)
    text = kept.content.decode()
    assert kept.status_code == 422
    assert "Enter your password again to sign." in text
    assert SIGNED["narrative"] in text
    assert dana.send(page, SIGNED | {"password": PASSWORD}).status_code == 302
    row = Discharge.objects.unscoped("test").get()
    amend = reverse("desk:discharge_amend", args=[row.pk])
    said = {"part": "course", "words": "The last group was on the 20th.", "why": "Came in later."}
    assert dana.send(amend, said).status_code == 302, "the same minutes, the same confirmation"
    dana.known_since(tuesday.dana, 0)
    assert dana.send(amend, said).status_code == 422


@pytest.mark.parametrize(
    ("name", "status"), [("omar", 404), ("kim", 403), ("jo", 403), ("fay", 403)]
)
def test_is_closed_to_others(visit, page, ended, name, status):
    assert visit(name).get(page).status_code == status
    link = reverse("desk:document", args=[ended.document_id])
    assert visit(name).get(link).status_code == status


def test_a_nurse_reads_but_does_not_end(visit, page):
    """Ruth signs notes of her own; ending an episode is signing for the whole team."""
    ruth = visit("ruth")
    assert "The primary counselor ends" in ruth.get(page).content.decode()
    assert ruth.send(page, SIGNED).status_code == 403
    assert visit("tess").get(page).status_code == 403


def test_an_appointment_is_booked(visit, tuesday):
    url = reverse("desk:appointment", args=[tuesday.jo.pk])
    sent = {"kind": "level_1", "with_whom": "Outpatient near home", "at": "2026-11-27T10:00",
            "confirmed_by": "Lee"}  # fmt: skip
    assert visit("dana").send(url, sent).status_code == 302
    row = Appointment.objects.unscoped("test").get()
    assert row.at.isoformat() == "2026-11-27T16:00:00+00:00", "wall time of the site"
    assert visit("dana").send(url, sent | {"at": "2026-11-20T10:00"}).status_code == 422
    assert visit("omar").get(url).status_code == 404


def test_a_phase_is_changed_within_the_level(visit, tuesday):
    url = reverse("desk:phase", args=[tuesday.jo.pk])
    sent = {"phase": str(tuesday.phases["middle"].pk), "from_day": "2026-11-24", "reason": "ready"}
    assert visit("dana").send(url, sent).status_code == 302
    assert EpisodeStage.objects.unscoped("test").filter(phase=tuesday.phases["middle"]).exists()
    late = sent | {"phase": str(tuesday.phases["late"].pk)}
    assert visit("dana").send(url, late).status_code == 422
    assert visit("omar").get(url).status_code == 404

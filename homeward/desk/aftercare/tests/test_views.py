"""The pages after care: what they say, who comes in, and what a refused form keeps."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from homeward.admissions.models import Episode
from homeward.aftercare.models import AlumniConsent, CheckUpTry, ContactWish, Leaving
from homeward.consents.models import Consent
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.medications.actions import add_stock
from homeward.medications.models import NaloxoneOffer, NaloxoneStock
from homeward.people.models import Stop
from homeward.progress import actions as progress
from homeward.progress import prior_steps
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.models import Discharge, DischargeAmendment, FollowUp
from homeward.progress.rules.administrative import Step
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

TAPS = {
    "naloxone": "given", "bridge": "none", "card": "printed", "appointment": "gone", "call": "yes",
}  # fmt: skip


def every(model):
    return model.objects.unscoped("test")


def to(name, *args):
    return reverse(f"desk:{name}", args=args)


@pytest.fixture
def ended(tuesday):
    """Jo was discharged a month and a day ago, and wants to be called."""
    then = NOON - timedelta(days=31)
    every(Episode).filter(pk=tuesday.episode.pk).update(
        admitted_at=then - timedelta(days=40), admitted_on=(then - timedelta(days=40)).date()
    )
    return progress.discharge_client(
        actor=tuesday.dana.actor, episode_id=tuesday.episode.pk, now=then, with_document=False,
        authenticated_at=then, closing=progress.Closing(
            type="left_against_advice", last_contact_on=then.date(), naloxone="declined",
            narrative="Left in the second month; the door stays open.", contact_consent=True,
            contact={"channel": "call", "address": "312", "from_hour": 0, "until_hour": 24},
        ),
    )  # fmt: skip


def test_leaving_now_is_one_screen_and_one_sending(visit, tuesday):
    add_stock(actor=tuesday.ruth.actor, site_id=tuesday.site.pk, place="Desk", lot="NX-7", kits=3,
              expires_on=NOON.date() + timedelta(days=90), now=NOON)  # fmt: skip
    url = to("leaving_now", tuesday.jo.pk)
    dana = visit("dana")
    refused = dana.send(url, {**TAPS, "call": "", "words": "in a hurry"})
    assert refused.status_code == 422
    assert "in a hurry" in refused.content.decode()
    kit = NaloxoneStock.objects.get()
    assert dana.send(url, {**TAPS, "kit": str(kit.pk)}).status_code == 302
    assert (every(NaloxoneOffer).get().lot, every(Leaving).count()) == ("NX-7", 1)
    text = dana.get(url).content.decode()
    assert "Finish the discharge" in text
    assert "Print the crisis card" in text
    form = dana.get(to("discharge", tuesday.jo.pk)).content.decode()
    assert 'value="left_against_advice" required id="id_type_1" checked' in form or (
        "checked" in form.partition("left_against_advice")[2][:200]
    )
    assert visit("omar").get(url).status_code == 404
    assert visit("kim").get(url).status_code == 403


def test_a_stop_is_written_down_and_ended(visit, tuesday):
    url = to("stop", tuesday.jo.pk)
    dana = visit("dana")
    sent = {"kind": "hospital", "since_on": "2026-11-24", "known_by": "family"}
    assert dana.send(url, sent | {"since_on": "2026-11-30"}).status_code == 422
    assert dana.send(url, sent).status_code == 302
    assert "In hospital" in dana.get(url).content.decode()
    end = to("stop_end", every(Stop).get().pk)
    assert visit("omar").get(end).status_code == 404
    assert dana.send(end, {"ending": "over"}).status_code == 302
    assert every(Stop).get().ending == "over"


def test_the_page_after_care_and_a_try(visit, tuesday, ended, django_assert_max_num_queries):
    dana = visit("dana")
    dana.get(to("aftercare"))
    with django_assert_max_num_queries(60):
        text = dana.get(to("aftercare")).content.decode()
    assert "Jo A." in text
    assert "0 of 1 (0%)" in text
    assert "Jo A." not in visit("omar").get(to("aftercare")).content.decode()
    assert visit("fay").get(to("aftercare")).status_code == 403
    row = every(FollowUp).get(months=1)
    url = to("follow_up", row.pk)
    assert visit("omar").get(url).status_code == 404
    page = dana.get(url).content.decode()
    assert "Take " in page, "the questionnaires of a check-up"
    wrong = dana.send(url, {"channel": "text", "outcome": "reached"})
    assert wrong.status_code == 422
    assert "another way" in wrong.content.decode()
    assert dana.send(url, {"channel": "call", "outcome": "no_answer"}).status_code == 302
    sent = {"channel": "call", "outcome": "reached", "any_use_30d": "no", "employed": ""}
    assert dana.send(url, sent).status_code == 302
    row.refresh_from_db()
    assert (row.outcome, row.answers) == ("reached", {"any_use_30d": False})
    assert every(CheckUpTry).count() == 2
    assert "1 of 1 (100%)" in dana.get(to("aftercare")).content.decode()


def test_a_wish_and_the_alumni_paper(visit, tuesday, ended):
    dana = visit("dana")
    wish = {"may_contact": "yes", "channel": "letter", "from_hour": "9", "until_hour": "20"}
    assert dana.send(to("contact_wish", tuesday.jo.pk), wish).status_code == 422
    sent = wish | {"address": "PO box 12"}
    assert dana.send(to("contact_wish", tuesday.jo.pk), sent).status_code == 302
    assert every(ContactWish).order_by("-said_at").first().address == "PO box 12"
    url = to("alumni_membership", tuesday.jo.pk)
    assert "can let somebody see that I was in care" in dana.get(url).content.decode()
    assert dana.send(url, {"signer_name": "J"}).status_code == 422
    assert dana.send(url, {"signer_name": "Jo Avery"}).status_code == 302
    assert "Jo A." in dana.get(to("alumni")).content.decode()
    assert dana.send(url, {}).status_code == 302
    assert every(AlumniConsent).get().ending.how == "desk"
    assert visit("omar").get(url).status_code == 404


def test_nobody_in_care_begins_anew(visit, tuesday):
    """The title says what holds it up, not what would follow."""
    text = visit("dana").get(to("way_back", tuesday.jo.pk)).content.decode()
    assert "Not now: something comes first" in text
    assert "A new episode begins" not in text


def test_back_into_care_in_one_page(visit, tuesday, ended):
    url = to("way_back", tuesday.jo.pk)
    dana = visit("dana")
    text = dana.get(url).content.decode()
    assert "A new episode begins" in text
    assert "Kim Avery" in text, "who stands by them is known"
    clock.shift_to(NOON - timedelta(days=2))
    text = dana.get(url).content.decode()
    assert "The same episode goes on" in text
    assert dana.send(url, {"words": "Called."}).status_code == 302
    assert every(Episode).get(pk=tuesday.episode.pk).ended_at is None
    assert "into the same episode" in dana.get(url).content.decode()
    assert visit("omar").get(url).status_code == 404
    assert visit("tess").get(to("way_back_consents", tuesday.jo.pk)).status_code == 403
    assert not every(Consent).exists()


def test_an_administrative_case_from_cause_to_discharge(visit, tuesday, monkeypatch):
    page, case = to("discharge", tuesday.jo.pk), to("discharge_case", tuesday.jo.pk)
    dana = visit("dana")
    cause = "Shouted two groups down after the written agreement."
    use = {"ground": "disruption", "cause": cause, "stands_without_use": "no"}
    refused = dana.send(case, use)
    assert refused.status_code == 422
    assert "never a ground" in refused.content.decode()
    assert dana.send(case, use | {"stands_without_use": "yes"}).status_code == 302
    row = every(AdministrativeCase).get()
    part = {name: to("case_part", row.pk, name) for name in (
        "step", "safety", "referral", "notice", "answer", "appeal")}  # fmt: skip
    finding = {"finding": "Stable now; naloxone at home; a bed is offered."}
    assert dana.send(part["safety"], finding).status_code == 422, "another hand"
    steps = {"steps": "written_agreement", "on": "2026-11-10", "words": "signed by both"}
    assert dana.send(part["step"], steps).status_code == 422, "read from the conduct room"
    agreement = Step("written_agreement", date(2026, 11, 10))
    monkeypatch.setitem(prior_steps._sources, "conduct", lambda *_: (agreement,))
    assert visit("ruth").send(part["safety"], finding).status_code == 302
    assert dana.send(part["answer"], {"appeal": "no_appeal"}).status_code == 422
    assert dana.send(part["notice"], {"how": "in_person"}).status_code == 302
    assert dana.send(part["notice"], {"how": "letter"}).status_code == 422, "given once"
    with pytest.raises(DatabaseError), transaction.atomic():  # nor past the action
        every(AdministrativeCase).update(appeal_until=date(2027, 1, 1))
    none = {"appeal": "no_appeal", "reply": "I will take the bed there."}
    jo, phone = visit("jo"), reverse("portal:ending")
    assert "wants to end your care" in jo.get(reverse("portal:today")).content.decode()
    assert jo.send(phone, {"appeal": "no_appeal"}).status_code == 422, "no words"
    assert jo.send(phone, none).status_code == 302
    assert "I will take the bed there." in jo.get(phone).content.decode()
    for outsider in ("kim", "dana", "fay"):
        assert visit(outsider).get(phone).status_code == 403
    assert dana.send(part["answer"], {"appeal": "no_appeal"}).status_code == 422, "no words"
    assert dana.send(part["answer"], none).status_code == 422, "whoever opened it"
    assert visit("ruth").send(part["answer"], none).status_code == 302
    ending = {
        "type": "administrative", "last_contact_on": "2026-11-24", "naloxone": "declined",
        "reason": "Disruption", "narrative": "Came for four weeks; groups were disrupted.",
    }  # fmt: skip
    assert dana.send(page, ending).status_code == 422, "no referral yet"
    sent = {"to": "Lakeside", "answer": "accepted"}
    assert dana.send(part["referral"], sent).status_code == 302
    assert visit("omar").get(part["step"]).status_code == 404
    assert dana.send(page, ending).status_code == 302
    row.refresh_from_db()
    assert (row.closed_as, every(Discharge).get().teds_reason) == ("discharged", 3)
    assert case in dana.get(page).content.decode(), "the appeal has its page afterwards"
    assert jo.send(phone, {"appeal": "appealed"}).status_code == 302, "on the phone, afterwards"
    assert every(CareTask).get(kind="hear_appeal").owner_id == tuesday.sam.pk
    assert "Somebody who was not part of it answers you" in jo.get(phone).content.decode()
    assert jo.browser.post(phone, {"form_key": new_key(), **none}).status_code == 422
    assert visit("ruth").send(part["answer"], none).status_code == 422, "never after an appeal"
    assert part["appeal"] in dana.get(case).content.decode()
    won = {"outcome": "overturned", "reason": "The second day was somebody else."}
    assert visit("sam").send(part["appeal"], won).status_code == 302
    assert every(CareTask).get(kind="hear_appeal").disposition == "heard"
    duty = every(CareTask).get(kind="appeal_won")
    assert (duty.urgency, duty.owner_id) == ("same_day", tuesday.sam.pk)
    assert "The same episode goes on" in dana.get(to("way_back", tuesday.jo.pk)).content.decode()


def test_what_is_added_later_stands_beside_the_summary(visit, tuesday, ended):
    url = to("discharge_amend", ended.pk)
    dana = visit("dana")
    assert dana.send(url, {"part": "naloxone", "words": "short", "why": "x"}).status_code == 422
    sent = {"part": "naloxone", "words": "A kit was handed over at the door.",
            "why": "It was left out."}  # fmt: skip
    assert dana.send(url, sent).status_code == 302
    added = every(DischargeAmendment).get()
    text = dana.get(to("discharge", tuesday.jo.pk)).content.decode()
    assert "Added 1: naloxone" in text
    assert to("document", added.document_id) in text
    assert every(Discharge).get().naloxone == "declined", "the signed row stays"
    assert visit("ruth").get(url).status_code == 403
    assert visit("omar").get(url).status_code == 404

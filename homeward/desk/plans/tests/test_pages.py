"""The plan tab, writing a draft part by part, its changes side by side, its thread both ways."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.accounts import confirming
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.plans.links import thread_url
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.models import (
    Intervention,
    Objective,
    Plan,
    PlanComment,
    PlanReview,
    PlanSignature,
    Problem,
)
from homeward.plans.tests.test_sign_plan import in_force, own_thread, sign, start
from homeward.testing.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
WORK = {
    "kind": "individual", "approach": "cbt", "times": "2", "every_weeks": "1", "minutes": "50",
    "weeks": "6", "action": "rehearse one answer",
}  # fmt: skip
STEP = {
    "objective": "Call my sister on two evenings", "baseline": "never calls",
    "measure": "own log, two a week", "measured_with": "", "target_on": "2027-03-01",
}  # fmt: skip


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


def words(answer: Any) -> str:
    return answer.content.decode()


def tab(cast: Cast) -> str:
    return reverse("desk:chart_plan", args=[cast.jo.pk])


def test_a_draft_says_what_it_lacks_and_where(tuesday: Cast, visit: Any) -> None:
    """Each gap names its part, the field and the mend, and leads there."""
    plan = start(tuesday, strengths="")
    rows(Objective).update(measure="")
    page = words(visit("dana").get(tab(tuesday)))
    assert "Missing before it can be signed" in page
    assert "Objective 1.1" in page and "The objective has no measure" in page
    assert reverse("desk:plan_parts", args=[plan.pk]) in page and "#objective-1-1" in page
    assert "reading grade" in page and "being written" in page


def test_a_thread_begins_in_the_library_and_becomes_the_clients(tuesday: Cast, visit: Any) -> None:
    """The library fills the form; unchanged it is added, shown as the library's and not signed."""
    plan = start(tuesday)
    dana, address = visit("dana"), reverse("desk:plan_threads", args=[plan.pk])
    begun = words(dana.get(f"{address}?theme=family"))
    assert "Trust at home broke" in begun and "These are the library’s words" in begun
    sent = {
        **WORK, **STEP, "worker_id": str(tuesday.dana.pk), "problem": "Trust at home broke in May.",
        "dimension": "6", "goal": "I want us to talk.", "library": "family", "need": "",
    }  # fmt: skip
    assert dana.send(address, sent).status_code == 302
    added = rows(Problem).get(library_code="family")
    assert rows(Intervention).get(objective__goal__problem=added).times == 2
    wrong = dana.send(address, {**sent, "times": "40", "target_on": "soon"})
    assert wrong.status_code == 422
    assert "Trust at home broke in May." in words(wrong) and 'aria-invalid="true"' in words(wrong)


def test_every_part_of_a_draft_has_its_page(tuesday: Cast, visit: Any) -> None:
    """Written anew, added, taken out; a second click and an old page do no harm."""
    plan = start(tuesday)
    step, problem, done = rows(Objective).get(), rows(Problem).get(), rows(Intervention).get()
    dana, worker = visit("dana"), {"worker_id": str(tuesday.dana.pk)}
    for route, part, sent in (
        ("plan_problem", problem, {"problem": "Nights at the mill.", "dimension": "5",
                                   "goal": "I want to sleep by day.", "need": ""}),
        ("plan_objective", step, STEP),
        ("plan_objective_new", problem, {**STEP, **WORK, **worker}),
        ("plan_intervention_new", step, {**WORK, **worker}),
        ("plan_intervention", done, {**WORK, **worker, "minutes": "30"}),
    ):  # fmt: skip
        address = reverse(f"desk:{route}", args=[plan.pk, part.pk])
        answer = dana.send(address, sent)
        assert answer.status_code == 302, (route, words(answer))
    assert rows(Objective).count() == 2 and rows(Intervention).count() == 3
    assert rows(Intervention).get(pk=done.pk).minutes == 30
    stale = dana.send(
        reverse("desk:plan_objective", args=[plan.pk, step.pk]), {**STEP, "form_version": "1"}
    )
    assert stale.status_code == 422 and "Somebody else changed this" in words(stale)
    for route, part in (("plan_intervention_removal", done), ("plan_objective_removal", step)):
        address = reverse(f"desk:{route}", args=[plan.pk, part.pk])
        assert dana.send(address, seen_at=tab(tuesday)).status_code == 302
    assert rows(Objective).count() == 1


def test_a_copy_is_shown_and_not_signed(tuesday: Cast, visit: Any) -> None:
    """The page names the sentences, never the other client."""
    own = {"strengths": "Cooks for the whole street on Sundays.",
           "barriers": "The last bus leaves before group ends."}  # fmt: skip
    Plan.objects.create(
        client=tuesday.pat.row, site=tuesday.pat.row.site, episode=tuesday.other_episode,
        author=tuesday.dana.row, started_at=clock.now(), strengths=own["strengths"],
        barriers=f"{own['barriers']} Urges come on the way home after the night shift.",
    )  # fmt: skip
    plan = start(tuesday, **own)
    address = reverse("desk:plan_signature", args=[plan.pk, "author"])
    refused = visit("dana").send(address, {"password": PASSWORD})
    assert refused.status_code == 422
    assert "Cooks for the whole street on Sundays" in words(refused)
    assert "Pat" not in words(refused) and "Moreau" not in words(refused)


def test_an_amendment_stands_beside_what_it_amends(tuesday: Cast, visit: Any) -> None:
    """Why, what was, what is; the version before stays readable."""
    plan = in_force(tuesday)
    dana = visit("dana")
    address = reverse("desk:plan_amendment", args=[plan.pk])
    assert dana.send(address, {"reason": "Urges are back."}).status_code == 302
    draft = rows(Plan).get(number=2)
    done = rows(Intervention).get(objective__goal__problem__plan=draft)
    sent = {**WORK, "worker_id": str(tuesday.dana.pk)}
    dana.send(reverse("desk:plan_intervention", args=[draft.pk, done.pk]), sent)
    page = words(dana.get(reverse("desk:plan_changes", args=[draft.pk])))
    assert "Urges are back." in page
    assert "once a week" in page and "twice a week" in page
    assert words(dana.get(f"{tab(tuesday)}?number=1")).count("in force") >= 1
    assert visit("omar").get(reverse("desk:plan_changes", args=[draft.pk])).status_code == 404


def test_the_client_reads_and_staff_answer(tuesday: Cast, visit: Any) -> None:
    """Given on the tab, said in the portal, answered on a page of its own."""
    plan = start(tuesday)
    dana = visit("dana")
    sharing = reverse("desk:plan_sharing", args=[plan.pk])
    assert dana.send(sharing, seen_at=tab(tuesday)).status_code == 302
    actions.comment_on_plan(
        actor=tuesday.jo.actor, plan_id=plan.pk, kind="change", text="Mornings, please.",
        now=clock.now(),
    )  # fmt: skip
    page = words(dana.get(tab(tuesday)))
    assert "Mornings, please." in page and "with the client to read" in page
    answer = reverse("desk:plan_answer", args=[rows(PlanComment).get().pk])
    assert dana.send(answer, {"text": " "}).status_code == 422
    assert dana.send(answer, {"text": "From Monday on."}).status_code == 302
    assert "From Monday on." in words(dana.get(tab(tuesday)))
    assert visit("omar").get(answer).status_code == 404


def test_a_continued_stay_is_written_beside_the_record(tuesday: Cast, visit: Any) -> None:
    """The record in its lines, the words required, the kept review with its fingerprint."""
    plan = in_force(tuesday)
    dana, address = visit("dana"), reverse("desk:plan_stay", args=[plan.pk])
    page = words(dana.get(address))
    assert "What the record says since the last time" in page and "Objective 1.1" in page
    sent = {"state_1.1": "active", "summary": "One open.", "client_view": "I need it.",
            "stay_next_due_on": str(clock.today() + timedelta(days=14))}  # fmt: skip
    missing = dana.send(address, sent)
    assert missing.status_code == 422 and "One open." in words(missing)
    assert dana.send(address, {**sent, "stay_words": "Evenings."}).status_code == 302
    kept = words(dana.get(reverse("desk:plan_reviewed", args=[rows(PlanReview).get().pk])))
    assert "Evenings." in kept and "What the record said that day" in kept
    review = reverse("desk:plan_review", args=[plan.pk])
    sent = {"state_1.1": "met", "summary": "Reached.", "client_view": "",
            "next_due_on": str(clock.today() + timedelta(days=30))}  # fmt: skip
    assert dana.send(review, sent).status_code == 302


def test_the_thread_leads_both_ways_in_as_many_reads(tuesday: Cast, visit: Any) -> None:
    """From the review to the step and back; ten steps cost what one costs."""
    plan = in_force(tuesday)
    review = actions.review_plan(
        actor=tuesday.dana.actor, plan_id=plan.pk, objective_states={"1.1": "active"},
        summary="Going.", next_due_on=clock.today() + timedelta(days=30), now=clock.now(),
    )  # fmt: skip
    dana, address = visit("dana"), thread_url(tuesday.jo.pk, review=review.pk)
    with CaptureQueriesContext(connection) as first:
        page = words(dana.get(address))
    assert reverse("desk:plan_reviewed", args=[review.pk]) in page and 'aria-current="true"' in page
    assert "Name five triggers of the night shift" in page and "Still in care." in page
    draft = actions.amend_plan(
        actor=tuesday.dana.actor, plan_id=plan.pk, reason="More steps.", now=clock.now()
    )
    for _ in range(9):
        actions.add_thread(
            actor=tuesday.dana.actor, plan_id=draft.pk, problem=own_thread(tuesday.dana.pk),
            now=clock.now(),
        )  # fmt: skip
    sign(tuesday, draft, "author")
    sign(tuesday, draft, "client")
    with CaptureQueriesContext(connection) as second:
        page = words(dana.get(address))
    assert "in plans 1, 2" in page
    assert len(second) <= len(first) <= 45
    assert visit("omar").get(address).status_code == 404


def test_what_the_client_signs_here_is_witnessed_by_who_is_signed_in(
    tuesday: Cast, visit: Any
) -> None:
    """A typed name alone is nobody's signature; wrong passwords are written down and run out."""
    plan = start(tuesday)
    sign(tuesday, plan, "author")
    dana = visit("dana")
    for meaning, typed in (
        ("client", {"signer_name": "Jo Avery"}),
        ("client_refused", {"reason": "No."}),
    ):
        address = reverse("desk:plan_signature", args=[plan.pk, meaning])
        for password in ("", "guessed at an open screen"):
            answer = dana.send(address, {**typed, "password": password})
            assert answer.status_code == 422 and "password" in words(answer)
    refused = Entry.objects.filter(code="plans.plan.signature_refused", permitted=False)
    assert refused.count() == 2 and rows(PlanSignature).count() == 1

    address = reverse("desk:plan_signature", args=[plan.pk, "client"])
    given = {"signer_name": "Jo Avery", "password": PASSWORD}
    assert dana.send(address, given).status_code == 302
    put = rows(PlanSignature).get(meaning="client")
    assert (put.name, put.worker_id) == ("Jo Avery", tuesday.dana.pk)
    assert "witnessed by Dana Reyes" in words(dana.get(tab(tuesday)))


def test_guessing_passwords_over_a_signature_comes_to_an_end(
    tuesday: Cast, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused form is undone with all it wrote; its wrong password counts all the same."""
    cache.clear()
    monkeypatch.setattr(confirming, "MOST_WRONG", 2)
    plan, dana = start(tuesday), visit("dana")
    address = reverse("desk:plan_signature", args=[plan.pk, "author"])
    for said in ("not the password", "not the password", "Too many tries"):
        answer = dana.send(address, {"password": "guessed"})
        assert answer.status_code == 422 and said in words(answer)
    assert dana.send(address, {"password": PASSWORD}).status_code == 422

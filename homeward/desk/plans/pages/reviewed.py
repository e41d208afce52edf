"""A review as it was kept: where each step stood, both views, and the record of that day."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Fact, Signature
from homeward.desk.admissions.times import when
from homeward.desk.plans.links import thread_url
from homeward.desk.plans.pages.lines import STATE_TONES
from homeward.desk.prints.making import may_make_files
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.plans.justifying import RULE_SET, VERSION
from homeward.plans.models import Objective, PlanReview
from homeward.plans.rules.review_content import review_hash
from homeward.plans.words import OBJECTIVE_STATES


@dataclass(frozen=True, slots=True)
class StepStood:
    """Where one step stood."""

    number: str
    statement: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class ReviewedPage:
    """One review; `is_intact` while it says what it said when it was kept."""

    title: str
    steps: tuple[StepStood, ...]
    facts: tuple[Fact, ...]
    record: Decision | None
    signature: Signature
    is_intact: bool
    thread_url: str
    pdf_url: str
    who: str = ""


def reviewed_page(actor: Actor, review: PlanReview) -> ReviewedPage:
    """Everything a review keeps."""
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT).filter(
        goal__problem__plan_id=review.plan_id
    )
    words = {row.number: row.statement for row in rows}
    is_stay = review.kind == PlanReview.Kind.CONTINUED_STAY
    return ReviewedPage(
        title=_("Continued stay") if is_stay else _("Plan review"),
        steps=tuple(
            StepStood(
                number,
                words.get(number, ""),
                str(OBJECTIVE_STATES.get(state, state)),
                STATE_TONES.get(state, "neutral"),
            )
            for number, state in sorted(review.objective_states.items())
        ),
        facts=tuple(_facts(review)),
        record=decision_from_json(
            {"outcome": "stated", "rule_set": RULE_SET, "version": VERSION,
             "reasons": review.record}
        ) if review.record else None,
        signature=Signature(
            review.by.name, review.credential, when(review.at), _("reviewer"),
            fingerprint=review.content_hash[:16],
        ),
        is_intact=not review.content_hash or review.content_hash == review_hash(review),
        thread_url=thread_url(review.client_id, review=review.pk),
        pdf_url=reverse("desk:print_plan_review", args=[review.pk])
        if may_make_files(actor)
        else "",
        who=review.client.short_name,
    )  # fmt: skip


def _facts(review: PlanReview) -> Any:
    if review.stay_words:
        yield Fact(_("Why this level goes on"), review.stay_words)
    yield Fact(_("Summary"), review.summary)
    yield Fact(_("What the client says"), review.client_view or _("nothing written down"))
    yield Fact(_("Looked at again by"), date_format(review.next_due_on, "j M Y"))
    if review.stay_next_due_on:
        yield Fact(_("Said again by"), date_format(review.stay_next_due_on, "j M Y"))

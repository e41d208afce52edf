"""What the client said about a version, and what staff answered."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.desk.admissions.times import when
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Plan, PlanComment

Kind = PlanComment.Kind
TONES = {Kind.FITS: "done", Kind.CHANGE: "attention", Kind.COMMENT: "info"}


@dataclass(frozen=True, slots=True)
class Said:
    """The client's words with the answer beneath, or the way to give one."""

    kind: str
    tone: str
    text: str
    at: str
    answer: str
    answered_by: str
    answer_url: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything said about a version: about the whole, and by step."""

    whole: tuple[Said, ...]
    by_step: dict[UUID, list[Said]]
    agreed_hashes: frozenset[str]


def talk_about(actor: Actor, plan: Plan, *, writes: bool) -> Talk:
    """Read in one query, oldest first."""
    rows = PlanComment.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    comments = list(rows.select_related("worker").order_by("at"))
    answers = {each.answers_id: each for each in comments if each.kind == Kind.ANSWER}
    by_step: dict[UUID, list[Said]] = defaultdict(list)
    whole: list[Said] = []
    for each in comments:
        if each.kind == Kind.ANSWER:
            continue
        said = _said(each, answers.get(each.pk), writes)
        (by_step[each.objective_id] if each.objective_id else whole).append(said)
    agreed = frozenset(each.content_hash for each in comments if each.kind == Kind.FITS)
    return Talk(tuple(whole), dict(by_step), agreed)


def _said(row: PlanComment, answer: Any, writes: bool) -> Said:
    kinds = {
        Kind.FITS: _("says it fits"),
        Kind.CHANGE: _("wants a change"),
        Kind.COMMENT: _("comment"),
    }
    asks = writes and answer is None and row.kind != Kind.FITS
    return Said(
        kind=kinds[Kind(row.kind)],
        tone=TONES[Kind(row.kind)],
        text=row.text,
        at=when(row.at),
        answer=answer.text if answer else "",
        answered_by=answer.worker.name if answer else "",
        answer_url=reverse("desk:plan_answer", args=[row.pk]) if asks else "",
    )

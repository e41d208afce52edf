"""The duties of this room: read a word somebody sent, answer who asked for a family session.

Danger said by somebody else is a safety duty like one the client says: it pages whoever is on duty
at once, and ends only by what was done about it.
"""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.families.models import SessionAsk, Word
from homeward.families.reaching import SERVICE
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import SAFETY, Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

WORD, ASK = "family_word", "family_ask"
DONE, NOT_NEEDED = "done", "not_needed"
_ENDS = (
    Disposition(DONE, _("Done")),
    Disposition(NOT_NEEDED, _("Not needed any more"), needs_note=True),
)
KINDS = (
    DutyKind(
        WORD, _("Read what somebody told the team"), _ENDS,
        _("Nothing goes back to whoever sent it, not even that it was read."),
    ),
    DutyKind(
        ASK, _("A relative asks for a family session: talk with the client first"), _ENDS,
        _("The client decides. The relative hears of it only if a consent lets them."),
    ),
)  # fmt: skip
TO_ANSWER_AN_ASK = timedelta(days=7)
URGENCIES = {
    "now": CareTask.Urgency.NOW,
    "today": CareTask.Urgency.SAME_DAY,
    "wait": CareTask.Urgency.ROUTINE,
}


def origin_of(kind: str, row: Any) -> str:
    """What names the duty of a row, so that it opens once."""
    return f"families:{kind}:{row.pk}"


def open_for_word(word: Word, client: Client, now: datetime) -> CareTask:
    """Read it: the primary counselor's. Danger pages, as if the client had said it."""
    is_danger = word.urgency == "now"
    return open_duty(
        actor=SERVICE, client=client, kind=SAFETY.code if is_danger else WORD,
        urgency=URGENCIES[word.urgency], owner_id=word.owner_id, due_at=word.due_at,
        origin=origin_of(WORD, word), detail={"row": str(word.pk), "family": WORD}, now=now,
    )  # fmt: skip


def open_for_ask(ask: SessionAsk, client: Client, now: datetime) -> CareTask:
    """Answer it: the family counselor's, else the primary counselor's."""
    return open_duty(
        actor=SERVICE, client=client, kind=ASK, urgency=CareTask.Urgency.ROUTINE,
        owner_id=ask.owner_id, due_at=now + TO_ANSWER_AN_ASK, origin=origin_of(ASK, ask),
        detail={"row": str(ask.pk), "family": ASK}, now=now,
    )  # fmt: skip


def end(*, actor: Actor, kind: str, row: Any, now: datetime) -> None:
    """The duty of this row ends with it. One about danger stays until its own end is said."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    open_ones = rows.select_for_update(of=("self",)).filter(
        origin=origin_of(kind, row), kind__in=(WORD, ASK), closed_at=None
    )
    for task in open_ones:
        by = actor.worker_id or task.owner_id
        task.change(closed_at=now, closed_by_id=by, disposition=DONE)
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=DONE)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, DONE, now))


def still_waiting(task: CareTask, actor: Actor) -> str:
    """A duty of this room ends with its row, never before."""
    model, code = (
        (Word, "family_word_open") if task.kind == WORD else (SessionAsk, "family_ask_open")
    )
    rows: Any = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    waits = rows.filter(pk=task.detail.get("row") or None, closed_at=None).exists()
    return code if waits else ""


def register() -> None:
    """Tell the tasks room what these duties are and what ends them."""
    for kind in KINDS:
        kinds.register(kind)
        for disposition in (DONE, NOT_NEEDED):
            proofs.register(kind.code, disposition, still_waiting)

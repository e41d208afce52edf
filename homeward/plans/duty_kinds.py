"""The duties that a plan opens: to be written, answered, reviewed, co-signed; and escalated."""

from django.utils.translation import gettext_lazy as _

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans.models import PlanComment, PlanReview, PlanSignature
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask

UNSIGNED, UNANSWERED = "plan_unsigned", "plan_unanswered"
REVIEW, STAY = "plan_review", "plan_stay"
COMMENT, PHYSICIAN, LATE = "plan_comment", "plan_physician", "plan_late"
NOT_NEEDED = Disposition("not_needed", _("Not needed any more"), needs_note=True)

KINDS = (
    DutyKind(
        UNSIGNED,
        _("Write and sign the plan"),
        (Disposition("signed", _("Signed by its author")), NOT_NEEDED),
        _("The plan of this client is not signed yet. Write what is missing and sign it."),
    ),
    DutyKind(
        UNANSWERED,
        _("The client has not answered the plan"),
        (Disposition("answered", _("Signed, or refused with the reason")), NOT_NEEDED),
        _("Go through the plan together; the client signs, or you write down why not."),
    ),
    DutyKind(
        REVIEW,
        _("Review the plan together"),
        (Disposition("reviewed", _("Reviewed together")), NOT_NEEDED),
        _("Look at each objective with the client and choose the next day."),
    ),
    DutyKind(
        STAY,
        _("Say why this level of care goes on"),
        (Disposition("justified", _("The continued stay is written")), NOT_NEEDED),
        _("The record is put together; add why this level is still the right one."),
    ),
    DutyKind(
        COMMENT,
        _("The client says something about the plan"),
        (Disposition("answered", _("Answered in words")), NOT_NEEDED),
        _("Read it and answer; change the plan where it should say something else."),
    ),
    DutyKind(
        PHYSICIAN,
        _("A physician’s signature under the plan"),
        (Disposition("signed", _("Signed by a physician")), NOT_NEEDED),
        _("The payer asks for it. Care does not wait; the claim does."),
    ),
    DutyKind(
        LATE,
        _("A plan is late"),
        (Disposition("seen_to", _("Seen to, with who will do it"), needs_note=True), NOT_NEEDED),
        _("Somebody you supervise has let a day of a plan pass. See what they need."),
    ),
)
SERVICE = Actor.of_service("plans.duties")


def proof_of(kind: str) -> str:
    """The meaning of the signature that proves a duty of this kind."""
    return {UNSIGNED: "author", PHYSICIAN: "physician"}[kind]


def is_signed(task: CareTask, actor: Actor) -> str:
    """The signature itself is on record."""
    rows = PlanSignature.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(
        plan__episode_id=task.detail.get("episode"),
        meaning=proof_of(task.kind),
        at__gte=task.opened_at,
    )
    return "" if found.exists() else "plan_not_signed"


def is_answered(task: CareTask, actor: Actor) -> str:
    """The client, a guardian or a refusal stands under the plan."""
    rows = PlanSignature.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(
        plan_id=task.detail.get("plan"), meaning__in=("client", "client_refused", "guardian")
    ).exclude(plan__state="signed")
    return "" if found.exists() else "plan_not_answered"


def is_reviewed(task: CareTask, actor: Actor) -> str:
    """A review of the plan was kept since the duty was opened."""
    rows = PlanReview.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(plan_id=task.detail.get("plan"), at__gte=task.opened_at)
    if task.kind == STAY:
        found = found.exclude(stay_words="")
    return "" if found.exists() else "plan_not_reviewed"


def is_comment_answered(task: CareTask, actor: Actor) -> str:
    """The client's words have an answer."""
    rows = PlanComment.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(answers_id=task.detail.get("comment"))
    return "" if found.exists() else "comment_not_answered"


PROOFS = (
    (UNSIGNED, "signed", is_signed),
    (PHYSICIAN, "signed", is_signed),
    (UNANSWERED, "answered", is_answered),
    (REVIEW, "reviewed", is_reviewed),
    (STAY, "justified", is_reviewed),
    (COMMENT, "answered", is_comment_answered),
)

"""Who signed a version, who is still wanted, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Signature
from homeward.desk.admissions.times import when
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.plans.cosigning import due_on, needs_second
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.cosigning import NEEDED
from homeward.plans.rules.signatories import BOTH, GUARDIAN, OWN, PHYSICIAN
from homeward.plans.rules.tree import PlanDraft
from homeward.plans.signatories import signing_of

Meaning = PlanSignature.Meaning
OVER = (Plan.State.SUPERSEDED, Plan.State.CLOSED)


@dataclass(frozen=True, slots=True)
class Signing:
    """The signatures of a version as they stand; `is_intact` by their own fingerprints."""

    signatures: tuple[Signature, ...]
    meanings: frozenset[str]
    refusal: str
    waiting: str
    why_waiting: Decision | None
    wanted: Decision
    is_intact: bool

    @property
    def wanted_words(self) -> str:
        """Who agrees for the client, and who else the payer asks for."""
        words = {
            GUARDIAN: _("The guardian a court named, in the client’s place."),
            BOTH: _(
                "The client, or their refusal with its reason, and a parent: the client is a minor."
            ),
        }.get(self.wanted.outcome, _("The client, or their refusal with its reason."))
        if PHYSICIAN in self.wanted.extras["signers"]:
            words = f"{words} {_('The payer asks for a physician besides.')}"
        return words

    @property
    def waits_for_cosigner(self) -> bool:
        return bool(self.waiting)


def signing_page(actor: Actor, plan: Plan, tree: PlanDraft, client: Any, now: Any) -> Signing:
    """Everything about who put their name under a version."""
    rows = PlanSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    signed = list(rows.select_related("worker").order_by("at"))
    waiting, why = _waiting(plan, signed)
    return Signing(
        signatures=tuple(_signature(each) for each in signed if each.meaning != "client_refused"),
        meanings=frozenset(each.meaning for each in signed),
        refusal=next((each.reason for each in signed if each.meaning == "client_refused"), ""),
        waiting=waiting,
        why_waiting=why,
        wanted=signing_of(plan, client, now),
        is_intact=all(
            each.content_hash == content_hash(tree, each.content_form) for each in signed
        ),
    )


def _waiting(plan: Plan, signed: list[PlanSignature]) -> tuple[str, Decision | None]:
    """Until when a co-signature is due and why, where the author's signature needs one."""
    at = next((each.at for each in signed if each.meaning == Meaning.AUTHOR), None)
    if at is None or any(each.meaning == Meaning.COSIGN for each in signed) or plan.state in OVER:
        return "", None
    decision = needs_second(plan, at)
    if decision.outcome != NEEDED:
        return "", None
    day = date_format(due_on(plan, at), "D j M")
    return _("A licensed supervisor co-signs by %(day)s. Care does not wait for it.") % {
        "day": day
    }, decision


def _signature(row: PlanSignature) -> Signature:
    meanings = {
        Meaning.AUTHOR: _("author"),
        Meaning.CLIENT: _("agrees as the client"),
        Meaning.GUARDIAN: _("agrees as the guardian or parent"),
        Meaning.COSIGN: _("co-signs"),
        Meaning.PHYSICIAN: _("signs as the physician"),
    }
    by_title = {Meaning.CLIENT: _("client"), Meaning.GUARDIAN: _("guardian")}
    return Signature(
        name=row.name,
        credential=row.credential or by_title.get(Meaning(row.meaning), ""),
        signed_at=when(row.at),
        meaning=witnessed(row, meanings[Meaning(row.meaning)]),
        fingerprint=row.content_hash[:16],
    )


def witnessed(row: PlanSignature, meaning: str) -> str:
    """What a signature means, and before whom the client's side put it, where that was staff."""
    if row.worker is None or row.meaning not in (Meaning.CLIENT, Meaning.GUARDIAN):
        return meaning
    return _("%(meaning)s, witnessed by %(name)s") % {"meaning": meaning, "name": row.worker.name}


def signing_acts(
    actor: Actor, plan: Plan, signing: Signing, *, writes: bool, is_whole: bool
) -> Iterator[Act]:
    """What this person may sign now."""

    def sign(meaning: str, label: str, kind: str = "primary") -> Act:
        return Act(label, reverse("desk:plan_signature", args=[plan.pk, meaning]), kind)

    if writes and plan.state == Plan.State.DRAFT and actor.worker_id == plan.author_id and is_whole:
        yield sign(Meaning.AUTHOR, _("Sign as author"))
    if writes and plan.state == Plan.State.SIGNED:
        agrees, own = signing.wanted.outcome, bool(OWN & signing.meanings)
        if agrees in (GUARDIAN, BOTH) and Meaning.GUARDIAN not in signing.meanings:
            yield sign(
                Meaning.GUARDIAN,
                _("The guardian signs") if agrees == GUARDIAN else _("A parent signs"),
            )
        if agrees != GUARDIAN and not own:
            yield sign(Meaning.CLIENT, _("The client signs"))
        if not own:
            yield sign(Meaning.CLIENT_REFUSED, _("The client does not sign"), "quiet")
    if plan.state in OVER or Meaning.AUTHOR not in signing.meanings:
        return
    asks_physician = PHYSICIAN in signing.wanted.extras["signers"]
    if (
        asks_physician
        and Meaning.PHYSICIAN not in signing.meanings
        and actor.has_role(Role.PHYSICIAN)
    ):
        yield sign(Meaning.PHYSICIAN, _("Sign as physician"))
    cosigns = may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE)
    if cosigns and Meaning.COSIGN not in signing.meanings and actor.worker_id != plan.author_id:
        kind = "primary" if signing.waiting else "quiet"
        yield Act(_("Co-sign"), reverse("desk:plan_cosignature", args=[plan.pk]), kind)

"""Wishes to keep something from somebody, and flags on those who may endanger the client."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    ConsentIncomplete,
    FlagLifted,
    FlagNamesNobody,
    RestrictionAnswered,
    RestrictionMustBeAgreed,
    RestrictionReasonMissing,
)
from homeward.consents.facts import RestrictionDecided, SafetyFlagRaised
from homeward.consents.models import OutsideParty, RestrictionAnswer, RestrictionRequest, SafetyFlag
from homeward.consents.rules.limits import must_agree
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

_service = Actor.of_service("consents")


@action
def request_restriction(
    *,
    actor: Actor,
    client_id: UUID,
    classes: Sequence[str],
    now: datetime,
    contact_id: UUID | None = None,
    party_id: UUID | None = None,
    recipient_class: str = "",
    is_paid_in_full: bool = False,
    words: str = "",
) -> RestrictionRequest:
    """Keep the client's wish as they said it; nothing binds before it is agreed."""
    if not classes:
        raise ConsentIncomplete("description_missing")
    client = _client(actor, client_id)
    wish: RestrictionRequest = RestrictionRequest.objects.create(
        client=client,
        site_id=client.site_id,
        asked_at=now,
        classes=[str(each) for each in classes],
        contact=_contact(actor, client, contact_id),
        party_id=OutsideParty.objects.get(pk=party_id).pk if party_id else None,
        recipient_class=recipient_class,
        is_paid_in_full=is_paid_in_full,
        words=words.strip()[:600],
        taken_by_id=actor.worker_id,
    )
    rows = RestrictionRequest.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    rows.get(pk=wish.pk)
    audit.record("consents.restriction.asked", actor=actor, subject=wish, at=now)
    return wish


@action
def answer_restriction(
    *, actor: Actor, request_id: UUID, is_agreed: bool, reason: str = "", now: datetime
) -> RestrictionAnswer:
    """Agree or not, with a reason; agreed, it binds from now. A later "no" ends what was agreed."""
    rows = RestrictionRequest.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.APPROVE)
    wish: RestrictionRequest = rows.select_related("party").get(pk=request_id)
    party_classes = frozenset(wish.party.classes) if wish.party else frozenset()
    if not is_agreed and must_agree(wish.is_paid_in_full, wish.recipient_class, party_classes):
        raise RestrictionMustBeAgreed
    if not is_agreed and not reason.strip():
        raise RestrictionReasonMissing
    # What leaves while the promise is being made waits for it.
    clients = Client.objects.for_actor(_service, Purpose.OPERATIONS)
    clients.select_for_update(of=("self",), no_key=True).get(pk=wish.client_id)
    said = RestrictionAnswer.objects.for_actor(_service, Purpose.OPERATIONS).filter(request=wish)
    last = said.order_by("-at", "-created_at").first()
    if last is not None and last.is_agreed == is_agreed:
        raise RestrictionAnswered
    answer: RestrictionAnswer = RestrictionAnswer.objects.create(
        client_id=wish.client_id,
        site_id=wish.site_id,
        request=wish,
        at=now,
        is_agreed=is_agreed,
        reason=" ".join(reason.split())[:300],
        by_id=actor.worker_id,
    )
    outcome = "agreed" if is_agreed else "not_agreed"
    audit.record("consents.restriction.answered", actor=actor, subject=wish, at=now, reason=outcome)
    announce(RestrictionDecided(wish.pk, wish.client_id, is_agreed, now))
    return answer


@action
def raise_safety_flag(
    *,
    actor: Actor,
    client_id: UUID,
    now: datetime,
    contact_id: UUID | None = None,
    party_id: UUID | None = None,
    reason: str = "",
    ends_at: datetime | None = None,
) -> SafetyFlag:
    """From now on this person or organization learns nothing, whatever was signed.

    `ends_at` is an end that is known from the start; it may be moved or the flag lifted before.
    """
    client = _client(actor, client_id)
    clients = Client.objects.for_actor(_service, Purpose.OPERATIONS)
    clients.select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    if contact_id is None and party_id is None:
        raise FlagNamesNobody
    flag: SafetyFlag = SafetyFlag.objects.create(
        client=client,
        site_id=client.site_id,
        contact=_contact(actor, client, contact_id),
        party_id=OutsideParty.objects.get(pk=party_id).pk if party_id else None,
        starts_at=now,
        ends_at=ends_at,
        reason=reason.strip()[:600],
        raised_by_id=actor.worker_id,
    )
    SafetyFlag.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=flag.pk)
    audit.record("consents.safety_flag.raised", actor=actor, subject=flag, at=now)
    announce(SafetyFlagRaised(flag.pk, client.pk, contact_id, now))
    return flag


@action
def lift_safety_flag(*, actor: Actor, flag_id: UUID, now: datetime) -> SafetyFlag:
    """The danger has passed, says a named person."""
    rows = SafetyFlag.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    flag: SafetyFlag = rows.select_for_update(of=("self",)).get(pk=flag_id)
    if flag.ends_at is not None and flag.ends_at <= now:
        raise FlagLifted
    flag.change(ends_at=now, lifted_by_id=actor.worker_id)
    audit.record("consents.safety_flag.lifted", actor=actor, subject=flag, at=now)
    return flag


@action
def move_safety_flag(
    *, actor: Actor, flag_id: UUID, ends_at: datetime, now: datetime
) -> SafetyFlag:
    """A flag with a known end holds until another instant, also when that end has passed."""
    rows = SafetyFlag.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    flag: SafetyFlag = rows.select_for_update(of=("self",)).get(pk=flag_id)
    flag.change(ends_at=ends_at)
    audit.record("consents.safety_flag.moved", actor=actor, subject=flag, at=now)
    announce(SafetyFlagRaised(flag.pk, flag.client_id, flag.contact_id, now))
    return flag


def _client(actor: Actor, client_id: UUID) -> Client:
    return Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=client_id)  # type: ignore[no-any-return]


def _contact(actor: Actor, client: Client, contact_id: UUID | None) -> Contact | None:
    if contact_id is None:
        return None
    # A client names somebody by the id their own page showed them.
    rows = Contact.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    return rows.get(pk=contact_id, client=client)  # type: ignore[no-any-return]

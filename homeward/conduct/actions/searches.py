"""Consent to a search, the search itself, what was found, and the second person's word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.conduct.actions.refusals import (
    AlreadySaid,
    EndRefused,
    KindUnknown,
    SearchRefused,
    WordsMissing,
)
from homeward.conduct.at_the_door import dispute, second_at_door
from homeward.conduct.models import BelongingsSearch, FoundItem, SearchConsent, Witness
from homeward.conduct.reaching import (
    client_on_team,
    every,
    numbers_on,
    works_at_the_door,
)
from homeward.conduct.rules.searching import (
    ALLOW,
    MAY_BECOME,
    SAFETY_MEDICINE,
    WAYS,
    Asked,
    may_become,
    may_search,
)
from homeward.consents.rules.signing import is_same_name
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.people.models import Client
from homeward.program.facts import SomethingHappened

LONGEST = 600
WITH_THEM = "with the person"
UNLAWFUL_HERE = frozenset({"drug", "unknown_substance", "other_medicine", "weapon"})


@dataclass(frozen=True, slots=True)
class Found:
    """A thing as somebody writes it down while the bag is open."""

    kind: str
    words: str
    secured_where: str


@action
def sign_search_consent(
    *, actor: Actor, client_id: UUID, signer_name: str, language: str, now: datetime
) -> SearchConsent:
    """The client agrees in writing that belongings may be looked through by two of staff.

    On the client's own phone, or before staff. Raises WordsMissing where the name is not theirs;
    signing twice is one consent.
    """
    client = _permit(actor, client_id)
    if not is_same_name(signer_name, (client.name,)):
        raise WordsMissing("signer_name_wrong")
    held = consent_in_force(client.pk)
    if held is not None:
        return held
    row: SearchConsent = SearchConsent.objects.create(
        client=client,
        site_id=client.site_id,
        signed_at=now,
        name=" ".join(signer_name.split())[:120],
        language=language[:10],
        place="phone" if actor.kind == CLIENT else "desk",
        taken_by_id=actor.worker_id,
    )
    audit.record("conduct.search_consent.signed", actor=actor, subject=row, at=now)
    return row


@action
def withdraw_search_consent(*, actor: Actor, client_id: UUID, now: datetime) -> SearchConsent:
    """From now on nothing is looked through. Care goes on; things may stay in a locker."""
    _permit(actor, client_id)
    rows = every(SearchConsent).select_for_update(of=("self",))
    row: SearchConsent = rows.get(client_id=client_id, withdrawn_at=None)
    row.change(withdrawn_at=now)
    audit.record("conduct.search_consent.withdrawn", actor=actor, subject=row, at=now)
    return row


def _permit(actor: Actor, client_id: UUID) -> Client:
    """Their own word, or before somebody who works at the door and has them on the team."""
    if actor.kind != CLIENT:
        if not works_at_the_door(actor):
            raise NotAllowed
        return client_on_team(actor, client_id)
    if actor.client_id != client_id:
        raise Client.DoesNotExist
    return every(Client).select_related("site").get(pk=client_id)  # type: ignore[no-any-return]


def consent_in_force(client_id: UUID) -> SearchConsent | None:
    """The consent that holds now."""
    rows = every(SearchConsent).filter(client_id=client_id, withdrawn_at=None)
    return rows.first()  # type: ignore[no-any-return]


@action
def search_belongings(
    *,
    actor: Actor,
    client_id: UUID,
    ground: str,
    places: Sequence[str],
    agrees_now: bool,
    now: datetime,
    second_id: UUID | None = None,
    told: str = "",
    found: Sequence[Found] = (),
) -> BelongingsSearch:
    """Write down a search of belongings with what was found, or that the client said no.

    A "no" is kept as such and nothing was searched; it is no event and climbs no ladder. The
    second person is asked to say with their own sign-in that they were there. Raises SearchRefused,
    SecondUnfit, KindUnknown, WordsMissing, NotAllowed; Client.DoesNotExist out of reach.
    """
    if not works_at_the_door(actor) or actor.worker_id is None:
        raise NotAllowed
    client = client_on_team(actor, client_id)
    if len(told) > LONGEST:
        raise WordsMissing("search_words_long")
    second = second_at_door(actor, second_id, client.site_id, now)
    decision = may_search(
        Asked(
            has_written_consent=consent_in_force(client.pk) is not None,
            agrees_now=agrees_now,
            first=str(actor.worker_id),
            second=str(second.pk) if second else "",
            places=tuple(places),
            ground=ground,
        )
    )
    if agrees_now and decision.outcome != ALLOW:
        raise SearchRefused(decision)
    if not agrees_now and found:
        raise KindUnknown("search_declined_finds_nothing")
    search: BelongingsSearch = BelongingsSearch.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        ground=ground,
        places=list(places) if agrees_now else [],
        is_declined=not agrees_now,
        told=told.strip(),
        by_id=actor.worker_id,
        second=second if agrees_now else None,
        decision=decision.to_json(),
    )
    if agrees_now and second is not None:
        _ask(search.client_id, search.site_id, second.pk, now, search=search)
    for each in found:
        _secure(actor, client, each, now, search=search)
    code = f"conduct.belongings.{'searched' if agrees_now else 'declined'}"
    audit.record(code, actor=actor, subject=search, at=now)
    return search


@action
def hand_in(*, actor: Actor, client_id: UUID, found: Found, now: datetime) -> FoundItem:
    """Something was handed in by the client or lay about; it is secured at once."""
    if not works_at_the_door(actor) or actor.worker_id is None:
        raise NotAllowed
    return _secure(actor, client_on_team(actor, client_id), found, now)


@action
def end_item(
    *,
    actor: Actor,
    item_id: UUID,
    way: str,
    now: datetime,
    witness_ids: Sequence[UUID] = (),
    to_whom: str = "",
) -> FoundItem:
    """What becomes of a found thing, once and for good, before the persons named.

    Raises EndRefused (drugs never go back; too few witnesses), SecondUnfit, AlreadySaid,
    WordsMissing where something goes home and nobody is named; FoundItem.DoesNotExist out of reach.
    """
    if not works_at_the_door(actor) or actor.worker_id is None:
        raise NotAllowed
    rows = every(FoundItem).select_for_update(of=("self",)).select_related("client__site")
    item: FoundItem = rows.get(pk=item_id)
    try:
        client = client_on_team(actor, item.client_id)
    except Client.DoesNotExist as missing:
        raise FoundItem.DoesNotExist from missing
    if item.ended_at is not None:
        raise AlreadySaid("item_ended_before")
    if way not in WAYS:
        raise KindUnknown("found_way_unknown")
    seconds = (second_at_door(actor, pk, client.site_id, now) for pk in witness_ids)
    beside = {each.pk for each in seconds if each}
    decision = may_become(
        item.kind, way, by=str(actor.worker_id), witnesses=[str(pk) for pk in beside]
    )
    if decision.outcome != ALLOW:
        raise EndRefused(decision)
    if way == "taken_home" and not to_whom.strip():
        raise WordsMissing("item_to_whom_missing")
    item.change(
        way=way, to_whom=to_whom.strip()[:LONGEST], ended_at=now, ended_by_id=actor.worker_id,
        decision=decision.to_json(),
    )  # fmt: skip
    for pk in sorted(beside, key=str):
        _ask(item.client_id, item.site_id, pk, now, item=item)
    audit.record("conduct.item.ended", actor=actor, subject=item, at=now, reason=way)
    return item


@action
def answer_as_witness(*, actor: Actor, witness_id: UUID, was_there: bool, now: datetime) -> Witness:
    """The second person says with their own sign-in whether they were there.

    A no marks the search as disputed, and a supervisor finds out what happened.
    """
    rows = every(Witness).select_for_update(of=("self",))
    rows = rows.select_related("client__site", "search__by", "item__ended_by")
    row: Witness = rows.get(pk=witness_id, worker_id=actor.worker_id)
    if row.answered_at is not None:
        raise AlreadySaid("witness_answered_before")
    row.change(answered_at=now, was_there=was_there)
    code = "confirmed" if was_there else "denied"
    audit.record(f"conduct.witness.{code}", actor=actor, subject=row, at=now)
    if not was_there:
        dispute(actor, row, now)
    return row


def _secure(
    actor: Actor,
    client: Client,
    found: Found,
    now: datetime,
    *,
    search: BelongingsSearch | None = None,
) -> FoundItem:
    if found.kind not in MAY_BECOME:
        raise KindUnknown("found_kind_unknown")
    if not found.words.strip() or len(found.words) > LONGEST:
        raise WordsMissing("found_words_missing")
    where = found.secured_where.strip()
    if found.kind == SAFETY_MEDICINE:  # never locked away, not even for the hours until it is ended
        where = WITH_THEM
    if not where:
        raise WordsMissing("found_where_missing")
    hours = int(numbers_on(client.pk, local_day(now, client.site.time_zone))["found_item_hours"])
    item: FoundItem = FoundItem.objects.create(
        client=client,
        site_id=client.site_id,
        search=search,
        kind=found.kind,
        words=found.words.strip(),
        secured_at=now,
        secured_where=where[:80],
        by_id=actor.worker_id,
        due_at=now + timedelta(hours=hours),
    )
    audit.record("conduct.item.secured", actor=actor, subject=item, at=now, reason=found.kind)
    if found.kind in UNLAWFUL_HERE:  # an incident, outside the chart; what is lawful is none
        announce(
            SomethingHappened(
                origin=f"conduct.item:{item.pk}", kind="contraband", site_id=item.site_id,
                severity=2 if found.kind == "weapon" else 1, occurred_at=now, actor=actor, at=now,
                what=f"Secured: {found.kind.replace('_', ' ')}.", client_id=client.pk,
                immediate_action="Secured and written down.",
            )
        )  # fmt: skip
    return item


def _ask(
    client_id: UUID,
    site_id: UUID,
    worker_id: UUID,
    now: datetime,
    *,
    search: BelongingsSearch | None = None,
    item: FoundItem | None = None,
) -> None:
    Witness.objects.create(
        client_id=client_id, site_id=site_id, search=search, item=item, worker_id=worker_id,
        asked_at=now,
    )  # fmt: skip

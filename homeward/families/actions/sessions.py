"""Family sessions: asked for by a relative, decided by the client, booked under a consent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import FAMILY, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.families import duties
from homeward.families import words as said
from homeward.families.actions.refusals import AskUnclear, EndUnclear, NotInvited, WordClosed
from homeward.families.models import Invited, SessionAsk
from homeward.families.permissions import may_be_told
from homeward.families.reaching import SERVICE, client_for, contacts_of_account, hearer_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Contact
from homeward.program.models import SessionType
from homeward.timetable.actions.book_individual import book_individual
from homeward.timetable.models import GroupSession

BOOKED = "booked"
LONGEST = 600


@action
def ask_for_session(*, actor: Actor, how: str, now: datetime, words: str = "") -> int:
    """A relative asks, whatever consent says: the ask reaches the team and nothing is answered.

    Who asked before and waits is not asked twice. How many clients it was kept for; the page does
    not say. Raises NotAllowed, AskUnclear.
    """
    if actor.kind != FAMILY:
        raise NotAllowed("family_accounts_alone")
    if how not in said.HOWS:
        raise AskUnclear("ask_how_unknown")
    kept = 0
    for contact in contacts_of_account(actor.account_id):
        owner_id = hearer_of(contact.client_id, now, Role.FAMILY_COUNSELOR)
        rows = SessionAsk.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        if owner_id is None or rows.filter(contact=contact, closed_at=None).exists():
            continue
        row: SessionAsk = SessionAsk.objects.create(
            client=contact.client, site_id=contact.site_id, contact=contact, asked_at=now,
            how=how, words=words.strip()[:LONGEST], owner_id=owner_id,
        )  # fmt: skip
        audit.record("families.ask.taken", actor=actor, subject=row, at=now)
        duties.open_for_ask(row, contact.client, now)
        kept += 1
    return kept


@action
def answer_ask(
    *,
    actor: Actor,
    ask_id: UUID,
    outcome: str,
    now: datetime,
    expected_version: int | None = None,
) -> SessionAsk:
    """Write down what the client wants; the relative reads nothing of it. Raises EndUnclear."""
    rows = SessionAsk.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: SessionAsk = rows.select_for_update(of=("self",)).get(pk=ask_id)
    expect_version(row, expected_version)
    if row.closed_at is not None:
        raise WordClosed("word_is_closed")
    if outcome not in said.OUTCOMES or outcome == BOOKED:
        raise EndUnclear("ask_outcome_unknown")
    _close(actor, row, outcome, now)
    return row


@action
def book_family_session(
    *,
    actor: Actor,
    client_id: UUID,
    worker_id: UUID,
    contact_ids: Sequence[UUID],
    starts_at: datetime,
    now: datetime,
    room_id: UUID | None = None,
) -> GroupSession:
    """Book the client with a worker and these relatives; each must be allowed to hear of it now.

    What they asked ends with it. Raises NotInvited, whatever `book_individual` raises, and
    DoesNotExist out of reach or where the program has no family sessions.
    """
    client = client_for(actor, client_id)
    chosen = list(dict.fromkeys(contact_ids))
    if not chosen:
        raise NotInvited("nobody_invited")
    contacts = Contact.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    known = list(contacts.filter(pk__in=chosen, client_id=client.pk))
    if len(known) != len(chosen):
        raise Contact.DoesNotExist
    if may_be_told(client, chosen, now) != set(chosen):
        raise NotInvited("contact_not_allowed")
    session: GroupSession = book_individual(
        actor=actor, client_id=client.pk, worker_id=worker_id,
        session_type_id=_family_type(client.pk).pk, starts_at=starts_at,
        room_id=room_id, now=now,
    )  # fmt: skip
    for contact in known:
        row = Invited.objects.create(
            client=client, site_id=client.site_id, session=session, contact=contact,
            invited_at=now, invited_by_id=actor.worker_id,
        )  # fmt: skip
        audit.record("families.session.booked", actor=actor, subject=row, at=now)
    asks = SessionAsk.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    waiting = asks.select_for_update(of=("self",)).filter(contact_id__in=chosen, closed_at=None)
    for ask in waiting:
        _close(actor, ask, BOOKED, now)
    return session


def _family_type(client_id: UUID) -> SessionType:
    episodes = Episode.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    program_id = episodes.get(client_id=client_id, ended_at=None).program_id
    rows = SessionType.objects.filter(program_id=program_id, kind=SessionType.Kind.FAMILY)
    found = rows.order_by("code").first()
    if found is None:
        raise SessionType.DoesNotExist
    return found


def _close(actor: Actor, row: SessionAsk, outcome: str, now: datetime) -> None:
    row.change(closed_at=now, closed_by_id=actor.worker_id, outcome=outcome)
    audit.record("families.ask.closed", actor=actor, subject=row, at=now, reason=outcome)
    duties.end(actor=actor, kind=duties.ASK, row=row, now=now)

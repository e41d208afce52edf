"""An officer or an employer asks for something; a worker answers as the consent allows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.actions.refusals import (
    AskAnswered,
    AskEmpty,
    ConsentIncomplete,
    IdentityUnchecked,
)
from homeward.consents.asked_parts import PARTS
from homeward.consents.disclosing import Outgoing, disclose_now, purpose_for
from homeward.consents.facts import AgencyAnswered, AgencyAsked
from homeward.consents.models import AgencyAnswer, AgencyAsk
from homeward.consents.rules.request import Item
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import AGENCY, Actor, knows_names
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

LONGEST = 600
_service = Actor.of_service("disclosing")


@action
def ask_as_agency(
    *, actor: Actor, contact_id: UUID, parts: Sequence[str], words: str, now: datetime
) -> AgencyAsk:
    """Keep what somebody outside asks about a person they stand beside; nothing is decided here.

    Raises AskEmpty without a part; Contact.DoesNotExist for anybody this account has nothing to
    do with.
    """
    if actor.kind != AGENCY or actor.account_id is None:
        raise NotAllowed("agency_accounts_alone")
    chosen = [code for code in PARTS if code in set(parts)]
    if not chosen:
        raise AskEmpty
    contacts = Contact.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    contact: Contact = contacts.get(pk=contact_id, account_id=actor.account_id)
    ask: AgencyAsk = AgencyAsk.objects.create(
        client_id=contact.client_id,
        site_id=contact.site_id,
        contact=contact,
        asked_at=now,
        parts=chosen,
        words=" ".join(words.split())[:LONGEST],
    )
    audit.record("consents.ask.taken", actor=actor, subject=ask, at=now)
    announce(AgencyAsked(ask.pk, contact.client_id, now))
    return ask


@action
def answer_agency_ask(
    *,
    actor: Actor,
    ask_id: UUID,
    classes: Sequence[str],
    medium: str,
    identity_check: str,
    words: str = "",
    now: datetime,
) -> AgencyAnswer:
    """Ask the engine about these parts for whoever asked, and keep what it said; a no as well.

    Nothing goes to the agency's page by this: what a consent names stands there by itself.
    """
    if not knows_names(actor):
        raise NotAllowed
    if not classes:
        raise ConsentIncomplete("description_missing")
    if not identity_check.strip():
        raise IdentityUnchecked
    rows = AgencyAsk.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    ask: AgencyAsk = rows.select_related("contact").get(pk=ask_id)
    # An ask is never changed and so never held; two answers at once wait for the client.
    clients = Client.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    clients.select_for_update(of=("self",), no_key=True).get(pk=ask.client_id)
    there = AgencyAnswer.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    if there.filter(ask=ask).exists():
        raise AskAnswered
    day = local_day(now)
    release = disclose_now(
        actor=actor,
        client_id=ask.client_id,
        outgoing=Outgoing(
            addressee=recipients.contact(ask.contact),
            purpose=purpose_for(ask.contact).value,
            items=tuple(Item(str(each), str(each), day) for each in dict.fromkeys(classes)),
            medium=medium,
            identity_check=identity_check.strip(),
            words=words.strip()[:1000],
            origin=f"agency ask {ask.pk}",
        ),
        now=now,
    )
    answer: AgencyAnswer = AgencyAnswer.objects.create(
        client_id=ask.client_id,
        site_id=ask.site_id,
        ask=ask,
        at=now,
        by_id=actor.worker_id,
        disclosure=release.row,
    )
    audit.record(
        "consents.ask.answered", actor=actor, subject=answer, at=now,
        reason=release.row.effect, permitted=release.is_open,
    )  # fmt: skip
    announce(AgencyAnswered(ask.pk, ask.client_id, actor, now))
    return answer

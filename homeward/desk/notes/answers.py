"""What a note was asked beside its words, with its answers as people read them."""

from uuid import UUID

from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.asking import asked_of
from homeward.notes.kinds import CONTACTS, LATE, TIMES, Asked
from homeward.notes.models import ClientNote
from homeward.people.models import Contact
from homeward.timetable.models import GroupSession


def answers_of(
    actor: Actor, session: GroupSession, note: ClientNote
) -> tuple[tuple[str, str], ...]:
    """What the kind of session asked, and telehealth, with its answers in words."""
    details = note.details or {}
    if not details:
        return ()
    asked = (
        *asked_of(
            session,
            is_telehealth=any(code.startswith("t_") for code in details),
            is_late=LATE.code in details,
        ),
        TIMES,
    )
    people = dict(contacts_for(actor, asked, note.client_id))
    found = []
    for each in asked:
        if each.code in details:
            value = details[each.code]
            words = (
                ", ".join(people.get(ref, _("somebody no longer listed")) for ref in value)
                if each.look == CONTACTS
                else each.words_of(value)
            )
            found.append((str(each.label), words))
    return tuple(found)


def contacts_for(actor: Actor, asked: tuple[Asked, ...], client_id: UUID) -> list[tuple[str, str]]:
    """This client's own people, and nobody else's, where the kind of session asks who came."""
    if not any(each.look == CONTACTS for each in asked):
        return []
    rows = Contact.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    people = rows.filter(client_id=client_id).exclude(kind__in=Contact.OUTSIDE).order_by("name")
    return [(str(each.pk), contact_words(each)) for each in people]


def contact_words(contact: Contact) -> str:
    """Somebody beside a client, by name and relation."""
    return ", ".join(filter(None, (contact.name, contact.relation)))

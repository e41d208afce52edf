"""Accounts of clients and of their contacts become actors."""

from typing import Any

from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor, Grant, resolves_actors
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact

_KINDS = {
    Contact.Kind.AGENCY: (AGENCY, Role.AGENCY),
    Contact.Kind.EMPLOYER: (AGENCY, Role.AGENCY),
    Contact.Kind.FAMILY: (FAMILY, Role.FAMILY),
    Contact.Kind.SUPPORT: (FAMILY, Role.FAMILY),
}


@resolves_actors
def as_client(account: Any) -> Actor | None:
    """The client this account belongs to."""
    client = Client.objects.unscoped("sign-in").filter(account_id=account.pk).first()
    if client is None:
        return None
    return Actor(
        kind=CLIENT,
        account_id=account.pk,
        client_id=client.pk,
        name=client.called,
        grants=(Grant(Role.CLIENT),),
    )


@resolves_actors
def as_contact(account: Any) -> Actor | None:
    """The family member or officer this account belongs to; consent decides the rest."""
    contact = Contact.objects.unscoped("sign-in").filter(account_id=account.pk).first()
    if contact is None or contact.kind not in _KINDS:
        return None
    kind, role = _KINDS[Contact.Kind(contact.kind)]
    return Actor(
        kind=kind,
        account_id=account.pk,
        contact_id=contact.pk,
        name=contact.name,
        grants=(Grant(role),),
    )

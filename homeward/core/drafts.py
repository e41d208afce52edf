"""What is typed into a long form is kept on the server while it is typed, for its account alone.

A draft outlives a killed server, an expired session and a closed tab. It is sealed, tied to the
account and the form's place, and gone once the form is sent. The page's script is
`core/js/drafts.js`; a form asks for it with `data-draft-url`.
"""

import json
from datetime import datetime, timedelta

from django.http import QueryDict

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.models import Draft
from homeward.core.submissions import LATER_FIELDS

KEPT = timedelta(days=14)
LARGEST = 60_000
_NOT_TYPED = LATER_FIELDS | {"form_version"}


class DraftTooLarge(ValueError):
    """More than a person types into one form."""


def keep(actor: Actor, place: str, typed: QueryDict, *, now: datetime) -> Draft:
    """Keep what stands in the form now; an earlier draft of the same form gives way.

    Raises DraftTooLarge; a draft without an account is nobody's and raises ValueError.
    """
    if actor.account_id is None:
        raise ValueError("a draft belongs to an account")
    fields = {name: typed.getlist(name) for name in typed if name not in _NOT_TYPED}
    body = json.dumps(fields, ensure_ascii=False)
    if len(body) > LARGEST:
        raise DraftTooLarge
    with audit.unit():
        draft, _ = Draft.objects.update_or_create(
            account_id=actor.account_id, place=place, defaults={"body": body, "saved_at": now}
        )
    return draft


def kept(actor: Actor, place: str) -> Draft | None:
    """The account's own draft of this form, if there is one."""
    if actor.account_id is None:
        return None
    return Draft.objects.filter(account_id=actor.account_id, place=place).first()


def typed_in(draft: Draft) -> QueryDict:
    """What was typed, as the form wants it."""
    typed = QueryDict(mutable=True)
    for name, values in json.loads(draft.body).items():
        typed.setlist(name, values)
    return typed


def forget(actor: Actor, place: str) -> None:
    """The form was sent, or its writer threw the draft away."""
    if actor.account_id is not None:
        Draft.objects.filter(account_id=actor.account_id, place=place).delete()


def forget_old_drafts(*, now: datetime) -> int:
    """Remove drafts nobody came back to; returns how many."""
    return Draft.objects.filter(saved_at__lt=now - KEPT).delete()[0]

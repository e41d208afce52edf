"""A writer's own short forms, kept on the server: they follow to every device."""

import re
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.notes.models import Abbreviation

SHORT = re.compile(r"[^\W_](?:[\w.,;/+-]{0,18})")
LONGEST = 1000
MOST = 200


class ShortFormUnfit(Refusal):
    """A short form begins with a letter or digit and has at most 19 characters, no spaces."""


class LongFormMissing(Refusal):
    """It stands for nothing, or for too much."""


class TooManyShortForms(Refusal):
    """So many that nobody remembers them."""


@action
def keep_abbreviation(*, actor: Actor, short: str, long: str, now: datetime) -> Abbreviation:
    """Keep what a short form stands for; the same short form again takes the new words.

    Raises ShortFormUnfit, LongFormMissing, TooManyShortForms, NotAllowed.
    """
    if actor.worker_id is None:
        raise NotAllowed
    short, long = short.strip(), long.strip()
    if not SHORT.fullmatch(short):
        raise ShortFormUnfit
    if not long or len(long) > LONGEST:
        raise LongFormMissing
    own = Abbreviation.objects.filter(worker_id=actor.worker_id)
    known = own.select_for_update().filter(short=short).first()
    if known is not None:
        known.change(long=long)
        audit.record("notes.short_form.kept", actor=actor, subject=known, at=now)
        return known
    if own.count() >= MOST:
        raise TooManyShortForms
    row = Abbreviation.objects.create(worker_id=actor.worker_id, short=short, long=long)
    audit.record("notes.short_form.kept", actor=actor, subject=row, at=now)
    return row


@action
def drop_abbreviation(*, actor: Actor, abbreviation_id: UUID, now: datetime) -> None:
    """Forget one of the actor's own; Abbreviation.DoesNotExist for anybody else's."""
    if actor.worker_id is None:
        raise NotAllowed
    row = Abbreviation.objects.get(pk=abbreviation_id, worker_id=actor.worker_id)
    audit.record("notes.short_form.dropped", actor=actor, subject=row, at=now)
    row.delete()


def abbreviations_of(actor: Actor) -> list[Abbreviation]:
    """The actor's own short forms, in order."""
    if actor.worker_id is None:
        return []
    return list(Abbreviation.objects.filter(worker_id=actor.worker_id).order_by("short"))

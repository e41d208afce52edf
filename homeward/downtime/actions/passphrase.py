"""Choosing what a site's packs open with."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import seal_bytes
from homeward.core.refusals import Refusal
from homeward.documents.rules.codes import read_code
from homeward.downtime.locking import PHRASE_SIGNS, derived_from
from homeward.downtime.models import PackKey
from homeward.downtime.rights import may_lock, permit, site_for

BOUND_TO = "downtime.pack_key"


class PassphraseNotRepeated(Refusal):
    """What was typed is not the passphrase that was shown."""


@action
def set_passphrase(
    *, actor: Actor, site_id: UUID, phrase: str, repeated: str, now: datetime
) -> PackKey:
    """Lock a site's packs with a passphrase from now on; it is kept nowhere.

    Packs made before open with the one before. Raises PassphraseNotRepeated, NotAllowed;
    Site.DoesNotExist for another's site.
    """
    permit(may_lock(actor))
    site = site_for(actor, site_id)
    read = read_code(phrase, PHRASE_SIGNS)
    if read is None or read != read_code(repeated, PHRASE_SIGNS):
        raise PassphraseNotRepeated
    derived = derived_from(read)
    for row in PackKey.objects.select_for_update().filter(site=site, ended_at=None):
        row.change(ended_at=now)
    key: PackKey = PackKey.objects.create(
        site=site,
        salt=derived.salt,
        rounds=derived.rounds,
        sealed_key=seal_bytes(derived.key, BOUND_TO),
        set_at=now,
        set_by_id=actor.worker_id,
    )
    audit.record("downtime.passphrase.set", actor=actor, subject=key, at=now)
    return key

"""Short notes about dress and conduct."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.conduct.actions.refusals import KindUnknown, NothingPublished, WordsMissing
from homeward.conduct.models import ConductNote
from homeward.conduct.reaching import client_on_team, edition_in_force, program_for, writes_events
from homeward.conduct.rules.dress import is_exempt
from homeward.conduct.rules.wording import read_rules
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed

LONGEST = 400


@action
def write_conduct_note(
    *, actor: Actor, client_id: UUID, kind: str, words: str, rule_code: str, now: datetime
) -> ConductNote:
    """One short dated note with the rule it refers to; the client may answer it.

    A note about dress never holds religious headwear against anybody. Raises KindUnknown for a
    rule that is not in force, WordsMissing, NothingPublished, NotAllowed.
    """
    if not writes_events(actor) or actor.worker_id is None:
        raise NotAllowed
    client = client_on_team(actor, client_id)
    if kind not in ConductNote.Kind.values:
        raise KindUnknown("note_kind_unknown")
    text = words.strip()
    if not text or len(text) > LONGEST:
        raise WordsMissing("note_words_missing")
    edition = edition_in_force(program_for(client.pk))
    if edition is None:
        raise NothingPublished("no_rules_in_force")
    if rule_code not in read_rules(edition.english).by_code:
        raise KindUnknown("rule_not_in_force")
    if kind == ConductNote.Kind.DRESS and is_exempt(text):
        raise KindUnknown("note_headwear_exempt")
    note: ConductNote = ConductNote.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        on=local_day(now, client.site.time_zone),
        words=text,
        rule_code=rule_code,
        edition=edition,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("conduct.note.written", actor=actor, subject=note, at=now, reason=kind)
    return note

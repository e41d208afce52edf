"""The front desk's neutral texts: approved by the director, sent as they stand, seen."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain, count
from uuid import UUID

from django.db.models import Max
from django.utils.text import slugify

from homeward import audit
from homeward.conversations.desk_models import DeskText, DeskWord
from homeward.conversations.desk_queries import newest_texts, offered_texts
from homeward.conversations.queries import every
from homeward.conversations.reaching import kept_away_from
from homeward.conversations.refusals import ContactEnded, TextNotOffered, TextUnclear
from homeward.conversations.telling import tell_of_desk_word
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, STAFF, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.notices.queries import own_names
from homeward.notices.rules.lexicon import hits
from homeward.people.models import Client, Stop
from homeward.people.queries import reaches
from homeward.people.stops import stop_of

LONGEST = 300


@action
def approve_text(
    *, actor: Actor, code: str, en: str, es: str, now: datetime, is_offered: bool = True
) -> DeskText:
    """A new version in both languages; an empty code makes a new text. The same again is the same.

    Raises TextUnclear where a language is missing or the lexicon finds a word that says too much;
    NotAllowed for anybody but a director.
    """
    if not actor.has_role(Role.DIRECTOR) or actor.worker_id is None:
        raise NotAllowed
    words = {"en": " ".join(en.split()), "es": " ".join(es.split())}
    wrong = [f"desk_text_{name}" for name, said in words.items() if not 0 < len(said) <= LONGEST]
    names = own_names()
    wrong += [f"desk_text_not_neutral_{name}" for name, said in words.items() if hits(said, names)]
    if wrong:
        raise TextUnclear(*wrong)
    code = code or _new_code(words)
    last = DeskText.objects.filter(code=code).order_by("-number").first()
    if last is not None and (last.en, last.es, last.is_offered) == (*words.values(), is_offered):
        return last
    highest = DeskText.objects.filter(code=code).aggregate(most=Max("number"))["most"] or 0
    row = DeskText.objects.create(
        code=code, number=highest + 1, **words, is_offered=is_offered, approved_at=now,
        approved_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("conversations.desk_text.approved", actor=actor, subject=row, at=now)
    return row


def _new_code(words: Mapping[str, str]) -> str:
    """Its first words; with a number where another text begins alike, which stays as it is."""
    begins = slugify(words["en"])[:36].strip("-") or "text"
    there = newest_texts()

    def is_its_own(code: str) -> bool:
        row = there.get(code)
        return row is None or (row.en, row.es) == (words["en"], words["es"])

    return next(filter(is_its_own, chain([begins], (f"{begins}-{each}" for each in count(2)))))


@action
def send_desk_word(*, actor: Actor, client_id: UUID, text_id: UUID, now: datetime) -> DeskWord:
    """Send an approved text as it stands; sent today and not seen yet, it is the same one.

    A neutral notice goes out where the client chose a channel. Raises TextNotOffered,
    ContactEnded; NotAllowed for whoever is not at the front desk; Client.DoesNotExist out of
    reach, also for a worker the client does not meet.
    """
    if actor.kind != STAFF or not actor.has_role(Role.FRONT_DESK) or actor.worker_id is None:
        raise NotAllowed
    client = client_at_the_desk(actor, client_id, now)
    text = next((each for each in offered_texts() if each.pk == text_id), None)
    if text is None:
        raise TextNotOffered("desk_text_not_offered")
    stop = stop_of(client.pk)
    if stop is not None and stop.kind == Stop.Kind.DIED:
        raise ContactEnded("message_contact_ended")
    waits = every(DeskWord).filter(client_id=client.pk, text=text, seen_at=None)
    today = local_day(now, client.site.time_zone)
    for row in waits.order_by("-at")[:1]:
        if local_day(row.at, client.site.time_zone) == today:
            return row  # type: ignore[no-any-return]
    word: DeskWord = DeskWord.objects.create(
        client=client, site_id=client.site_id, text=text, at=now, worker_id=actor.worker_id
    )
    audit.record("conversations.desk_word.sent", actor=actor, subject=word, at=now)
    tell_of_desk_word(client, word, now)
    return word


def client_at_the_desk(actor: Actor, client_id: UUID, now: datetime) -> Client:
    """A client whose times the actor keeps; Client.DoesNotExist for everybody else."""
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    keeps = reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE)
    if not keeps or actor.worker_id in kept_away_from(client, now):
        raise Client.DoesNotExist
    return client


@action
def see_desk_words(*, actor: Actor, words: Iterable[DeskWord], now: datetime) -> int:
    """The client saw these now, once; how many were new to them."""
    if actor.kind != CLIENT:
        return 0
    ids = [each.pk for each in words if each.seen_at is None and each.client_id == actor.client_id]
    if not ids:
        return 0
    seen = 0
    for row in every(DeskWord).select_for_update(of=("self",)).filter(pk__in=ids, seen_at=None):
        row.change(seen_at=now)
        seen += 1
    return seen

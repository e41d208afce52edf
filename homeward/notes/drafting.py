"""What the signing rule asks about the drafts of one session, gathered once for all of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core import crypto
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.asking import CLIENT_THERE, is_by_telehealth, is_past_lock, missing_parts
from homeward.notes.kinds import free_texts
from homeward.notes.models import ClientNote, NotAClient, SessionNote
from homeward.notes.rules.names import CERTAIN, Found, Person, forms_of, names_found, people_found
from homeward.notes.rules.signing import Draft
from homeward.notes.rules.similarity import Comparing, Earlier, Likeness, words_of
from homeward.notes.rules.wording import folded
from homeward.people.models import Contact
from homeward.program.models import SessionType
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupSession, Seat

# Names are looked for among everyone in the room, also those outside the author's own team.
LOOKING = Actor.of_service("notes.drafting")
COMPARED_DAYS = timedelta(days=60)
COMPARED_NOTES = 5
EXACT = 100
GROUPS = frozenset(
    {
        SessionType.Kind.GROUP, SessionType.Kind.EDUCATION, SessionType.Kind.EXPERIENTIAL,
        SessionType.Kind.SKILLS, SessionType.Kind.MUTUAL_HELP, SessionType.Kind.MULTI_FAMILY,
        SessionType.Kind.VOCATIONAL,
    }
)  # fmt: skip
FAMILIES = frozenset({SessionType.Kind.FAMILY, SessionType.Kind.MULTI_FAMILY})


def digest_of(body: str) -> str:
    """A keyed digest of the words of a text, to notice the same text elsewhere unread."""
    words = " ".join(words_of(body))
    return crypto.digest_of(words) if words else ""


def word_digest(note_id: UUID, word: str) -> str:
    """The keyed digest of a word of one note, without case and accents."""
    return crypto.digest_of(f"{note_id}:{folded(word.strip())}")


def is_group(session: GroupSession) -> bool:
    """Whether the session has a shared part."""
    return session.session_type.kind in GROUPS


def people_of(session: GroupSession) -> tuple[Person, ...]:
    """Everyone with a seat, by the names the room may use for them."""
    seats = (
        Seat.objects.for_actor(LOOKING, Purpose.OPERATIONS)
        .filter(session=session)
        .select_related("client")
        .only("client__name", "client__preferred_name", "client_id")
    )
    clients = tuple(
        Person(str(seat.client_id), forms_of(seat.client.name, seat.client.preferred_name))
        for seat in seats
    )
    return (*clients, *families_of(session, (UUID(each.ref) for each in clients)))


def families_of(session: GroupSession, client_ids: Iterable[UUID]) -> tuple[Person, ...]:
    """In a group of several families: the people of each, known as theirs; elsewhere nobody."""
    if session.session_type.kind != SessionType.Kind.MULTI_FAMILY:
        return ()
    rows = Contact.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(
        client__in=list(client_ids)
    )
    named = rows.exclude(kind__in=Contact.OUTSIDE).only("client", "site", "name")
    return tuple(Person(str(row.client_id), forms_of(row.name)) for row in named)


def others_named(session: GroupSession, client_id: UUID, text: str) -> tuple[str, ...]:
    """Whom of the others in the room a text about one client surely names."""
    people = people_of(session)
    contacts = Contact.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(client_id=client_id)
    led_by = session.leaders.select_related("worker")
    elsewhere = (
        *(row.name for row in contacts.only("client", "site", "name")),
        *(row.worker.name for row in led_by),
    )
    own = next((each.forms for each in people if each.ref == str(client_id)), ())
    others = [each for each in people if each.ref != str(client_id)]
    found = people_found(text, others, own, elsewhere=elsewhere)
    return tuple(dict.fromkeys(each.name for each in found if each.sure == CERTAIN))


class SessionDrafting:
    """The drafts of one session against the same room, shared part, numbers and earlier notes."""

    def __init__(
        self, actor: Actor, session: GroupSession, notes: list[ClientNote], now: datetime
    ) -> None:
        self.session, self.notes, self.now = session, notes, now
        self.people = people_of(session)
        self.shared = SessionNote.objects.filter(session=session).first()
        self.may_sign = may(actor.roles, RecordClass.NOTES, Access.SIGN)
        self.alike_from = int(numbers_for(session.program, session.on)["cloned_note_percent"])
        marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(session=session)
        self.marks = {mark.client_id: mark for mark in marks.prefetch_related("punches")}
        self.earlier = self._earlier(actor)
        self.repeated = self._repeated(actor)
        self.answered = self._answered(actor)
        self.elsewhere = self._elsewhere()
        names = (form for person in self.people for form in person.forms)
        self.comparing = Comparing(self.shared_text, names)
        self._looked_for: dict[UUID, tuple[Found, ...]] = {}
        self._compared: dict[UUID, Likeness | None] = {}

    @property
    def shared_text(self) -> str:
        return self.shared.body if self.shared else ""

    def draft_of(self, note: ClientNote) -> Draft:
        """One note as the rule sees it."""
        mark = self.marks.get(note.client_id)
        is_late = is_past_lock(note, self.now)
        led_by = self.led_by
        draft = Draft(
            is_group=is_group(self.session),
            was_present=mark is not None and mark.state in CAME,
            minutes=mark.credited_minutes if mark else None,
            shared_part=self.shared_text,
            body=note.body,
            participation=tuple(note.participation),
            response=tuple(note.response),
            has_objective=note.objective_id is not None,
            progress=note.progress,
            may_sign=self.may_sign,
            missing=missing_parts(
                note, self.session, is_telehealth=is_by_telehealth(mark), is_late=is_late
            ),
            is_past_due=self.now > note.due_at,
            is_late_entry=is_late,
            is_leader=not led_by or note.author_id in led_by,
            client_there=self._client_there(note),
        )
        beside = [each for _text, found in self.beside(note) for each in found]
        found = (
            *self.names_in(note),
            *(each for each in beside if each.sure == CERTAIN),
            *self.names_in_shared(),
        )
        asked = (*self.asked_in(note), *(each for each in beside if each.sure != CERTAIN))
        alike = self.alike_to(note)
        return replace(
            draft,
            names_found=tuple(dict.fromkeys(place.name for place in found)),
            names_asked=tuple(dict.fromkeys(place.name for place in asked)),
            alike_percent=alike.percent if alike else 0,
        )

    def names_in(self, note: ClientNote) -> tuple[Found, ...]:
        """Other clients named in this client's own part, save where the author said otherwise."""
        return tuple(each for each in self._people_in(note) if each.sure == CERTAIN)

    def asked_in(self, note: ClientNote) -> tuple[Found, ...]:
        """Words of the own part that may mean another client; the author is asked, no more."""
        return tuple(each for each in self._people_in(note) if each.sure != CERTAIN)

    def beside(self, note: ClientNote) -> tuple[tuple[str, tuple[Found, ...]], ...]:
        """Each answer in own words beside the own part, with whom it names or may mean."""
        texts = free_texts(note.details).values()
        return tuple((text, found) for text in texts if (found := self.people_in(note, text)))

    def _client_there(self, note: ClientNote) -> str:
        """What a family's note says of the client's being there; "" where it is not asked."""
        if self.session.session_type.kind not in FAMILIES:
            return ""
        return str((note.details or {}).get(CLIENT_THERE, ""))

    def alike_to(self, note: ClientNote) -> Likeness | None:
        """The note this one is most like, from the program's number on; None when it is its own."""
        if note.pk not in self._compared:
            found = self.comparing.compare(note.body, self._others(note))
            nearest = max(found, key=lambda each: each.percent, default=None)
            if note.pk in self.repeated and (nearest is None or nearest.percent < EXACT):
                nearest = Likeness("", EXACT)
            is_near = nearest is not None and nearest.percent >= self.alike_from
            self._compared[note.pk] = nearest if is_near else None
        return self._compared[note.pk]

    def _people_in(self, note: ClientNote) -> tuple[Found, ...]:
        if note.pk not in self._looked_for:
            self._looked_for[note.pk] = self.people_in(note, str(note.body))
        return self._looked_for[note.pk]

    def people_in(self, note: ClientNote, text: str) -> tuple[Found, ...]:
        """Other clients named in a text of this note, save where the author said otherwise."""
        own = next((p.forms for p in self.people if p.ref == str(note.client_id)), ())
        others = [person for person in self.people if person.ref != str(note.client_id)]
        elsewhere = self.elsewhere.get(note.client_id, ())
        found = people_found(text, others, own, elsewhere=(*self.leaders, *elsewhere))
        answers = self.answered.get(note.pk, frozenset())
        return tuple(
            each for each in found if not answers or word_digest(note.pk, each.name) not in answers
        )

    def names_in_shared(self) -> tuple[Found, ...]:
        """Anybody named in the part that all of them share."""
        return names_found(self.shared_text, self.people) if is_group(self.session) else ()

    def _others(self, note: ClientNote) -> list[Earlier]:
        rows = [*self.notes, *self.earlier.get(note.client_id, [])]
        return [Earlier(str(row.pk), row.body) for row in rows if row.pk != note.pk]

    def _answered(self, actor: Actor) -> dict[UUID, frozenset[str]]:
        """Digests of the words that the authors said mean no client, by note."""
        found: dict[UUID, set[str]] = {}
        rows = NotAClient.objects.for_actor(actor, Purpose.TREATMENT)
        for row in rows.filter(note__in=[note.pk for note in self.notes]):
            found.setdefault(row.note_id, set()).add(row.word_digest)
        return {note_id: frozenset(digests) for note_id, digests in found.items()}

    def _elsewhere(self) -> dict[UUID, tuple[str, ...]]:
        """Names of each client's own people: somebody may share a name with a group member."""
        rows = Contact.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(
            client__in={note.client_id for note in self.notes}
        )
        found: dict[UUID, tuple[str, ...]] = {}
        for contact in rows.only("client", "site", "name"):
            found[contact.client_id] = (*found.get(contact.client_id, ()), contact.name)
        return found

    @cached_property
    def _leaders(self) -> list[Any]:
        return list(self.session.leaders.select_related("worker"))

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who leads the session: they are named in notes and are no clients."""
        return tuple(leader.worker.name for leader in self._leaders)

    @property
    def led_by(self) -> frozenset[UUID]:
        """Who led it in the end, without whom somebody stood in for."""
        return frozenset(each.worker_id for each in self._leaders if not each.is_released)

    def _repeated(self, actor: Actor) -> set[UUID]:
        """Notes whose very words stand in another note of these weeks, found without opening it."""
        digests = {note.body_digest for note in self.notes if note.body_digest}
        seen: dict[str, int] = {}
        rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(
            author__in={note.author_id for note in self.notes},
            body_digest__in=digests,
            on__gte=self.session.on - COMPARED_DAYS,
        )
        for row in rows.values("pk", "client_id", "body_digest"):
            seen[row["body_digest"]] = seen.get(row["body_digest"], 0) + 1
        return {note.pk for note in self.notes if seen.get(note.body_digest, 0) > 1}

    def _earlier(self, actor: Actor) -> dict[UUID, list[ClientNote]]:
        found: dict[UUID, list[ClientNote]] = {}
        rows: Any = (
            ClientNote.objects.for_actor(actor, Purpose.TREATMENT)
            .filter(
                client__in={note.client_id for note in self.notes},
                on__gte=self.session.on - COMPARED_DAYS,
                on__lte=self.session.on,
            )
            .exclude(session=self.session)
            .order_by("-on", "pk")[: COMPARED_NOTES * max(1, len(self.notes))]
        )
        for row in rows:
            kept = found.setdefault(row.client_id, [])
            if len(kept) < COMPARED_NOTES:
                kept.append(row)
        return found

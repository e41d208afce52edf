"""What the pages of a relative print: their own things, and what is arranged with them.

Only `release_together` touches a client, and it asks consent at the instant of showing. All else
is the account's own or the house's, and reads the same whatever anybody signed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from homeward.consents.accompanying import Accompanying
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core.actors import Actor
from homeward.families import lessons, queries
from homeward.families.actions.own import PARTS
from homeward.families.models import FamilyNight
from homeward.families.rules.finding import Passage, answers
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.families_forms import (
    AnswersForm,
    NightForm,
    OwnPlanForm,
    ReadForm,
    SessionForm,
)
from homeward.portal.sharing import (
    Candidate,
    Found,
    along_in,
    held_contacts,
    items_in,
    released,
)
from homeward.publishing.queries import published_questions, shown_text
from homeward.publishing.rules.markup import Block, blocks_of
from homeward.publishing.shipped import LANGUAGES, ORIGINAL
from homeward.released.actions import release
from homeward.released.models import Page
from homeward.released.told import Told

# The published pages that answer a relative, the nearest first.
PUBLISHED = (
    "questions", "for-family", "what-to-expect", "rules", "how-long", "paying", "privacy",
    "what-happens-after",
)  # fmt: skip


def language_now() -> str:
    """The language of this page, among those the texts are kept in."""
    present = (get_language() or ORIGINAL).split("-")[0]
    return present if present in LANGUAGES else ORIGINAL


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One lesson in the list."""

    title: str
    lead: str
    url: str
    minutes: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class LessonList:
    """Every lesson, and where this account is."""

    lines: tuple[LessonLine, ...]
    progress: str

    @classmethod
    def of(cls, actor: Actor) -> "LessonList":
        read = queries.lessons_read(actor)
        lines = []
        for each in lessons.LESSONS:
            wording = lessons.wording_of(each.code, language_now())
            minutes = ngettext("%d minute", "%d minutes", each.minutes) % each.minutes
            url = reverse("portal:family_lesson", args=[each.code])
            lines.append(LessonLine(wording.title, wording.lead, url, minutes, each.code in read))
        progress = _("%(read)s of %(all)s read. Only you see this.") % {
            "read": len(read & lessons.CODES), "all": len(lines),
        }  # fmt: skip
        return cls(tuple(lines), progress)


@dataclass(frozen=True, slots=True)
class LessonPage:
    """One lesson as it reads, and the one after it."""

    title: str
    lead: str
    language: str
    blocks: tuple[Block, ...]
    is_read: bool
    following: LessonLine | None
    form: ReadForm

    @classmethod
    def of(cls, actor: Actor, code: str) -> "LessonPage":
        """Raises LookupError for a lesson there is not."""
        wording = lessons.wording_of(code, language_now())
        lines = LessonList.of(actor).lines
        at = [each.code for each in lessons.LESSONS].index(code)
        following = lines[at + 1] if at + 1 < len(lines) else None
        return cls(
            wording.title, wording.lead, language_now(), blocks_of(wording.body),
            lines[at].is_read, following, ReadForm(),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnPlanPage:
    """One's own plan, to write in."""

    form: OwnPlanForm
    is_kept: bool
    when: str

    @classmethod
    def of(cls, actor: Actor, form: OwnPlanForm | None = None) -> "OwnPlanPage":
        row = queries.own_plan(actor)
        if form is None:
            written = {name: getattr(row, name) for name in PARTS} if row else {}
            form = OwnPlanForm(initial=written, version=row.version if row else 0)
        when = date_format(row.kept_at, "j F Y") if row else ""
        return cls(form, row is not None, when)


@dataclass(frozen=True, slots=True)
class NightLine:
    """One night, what was answered, and the form to answer."""

    id: object
    title: str
    when: str
    place: str
    about: str
    said: str
    tone: str
    form: NightForm


def night_words(night: FamilyNight) -> str:
    """When it is, on the wall of its place."""
    zone = ZoneInfo(night.site.time_zone)
    starts, ends = night.starts_at.astimezone(zone), night.ends_at.astimezone(zone)
    return f"{date_format(starts, 'l j F, H:i')}–{date_format(ends, 'H:i')}"


def nights(actor: Actor, now: datetime) -> tuple[NightLine, ...]:
    """Every night ahead, with this account's own answer."""
    said = queries.own_answers(actor)
    lines = []
    for night in queries.nights_ahead(now):
        answer = said.get(night.pk)
        told, tone = "", "neutral"
        if answer is not None:
            told, tone = _("you said you cannot come"), "info"
            if answer.is_coming:
                told, tone = _("you said you will come"), "done"
        people = answer.people if answer else 1
        form = NightForm(initial={"people": people}, auto_id=f"night_{night.pk}_%s")
        place = f"{night.place} · {night.site.name}"
        lines.append(
            NightLine(
                night.pk, night.title, night_words(night), place, night.about, told, tone, form
            )
        )
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """A question and the published passages that answer it."""

    form: AnswersForm
    was_asked: bool = False
    found: tuple[Passage, ...] = ()
    language: str = ORIGINAL

    @classmethod
    def of(cls, form: AnswersForm) -> "AnswersPage":
        if not form.is_bound or not form.is_valid():
            return cls(form, language=language_now())
        asked = form.cleaned_data["question"]
        return cls(form, True, answers(asked, published_passages()), language_now())


def published_passages() -> tuple[Passage, ...]:
    """What the program has published for everybody, heading by heading."""
    language = language_now()
    made = []
    for code in PUBLISHED:
        heading, lines = "", list[str]()
        for block in blocks_of(shown_text(code, language).wording.body):
            if block.kind in ("h2", "h3"):
                made.append(Passage(code, heading, tuple(lines)))
                heading, lines = block.text, []
            elif block.kind != "insert":
                lines += block.text.splitlines()
        made.append(Passage(code, heading, tuple(lines)))
    made += [
        Passage("questions", row.wording, tuple(row.answer.splitlines()))
        for row in published_questions(language)
    ]
    return tuple(each for each in made if each.heading and any(each.lines))


@dataclass(frozen=True, slots=True)
class Together:
    """Sessions arranged with this relative, as far as each consent goes now, and the form."""

    form: SessionForm
    sessions: tuple[str, ...]
    along: tuple[Accompanying, ...]

    @classmethod
    def of(cls, told: Sequence[Told], form: SessionForm | None = None) -> "Together":
        """`form` is an ask that was refused."""
        sessions = items_in(told, RecordClass.MESSAGES)
        return cls(form or SessionForm(), sessions, along_in(told))


def release_together(actor: Actor, now: datetime) -> None:
    """Decide which sessions this relative may be told of at this instant."""
    found: Found = []
    for contact in held_contacts(actor):
        candidates = [*session_candidates(contact, now)]
        shown = released(actor, contact, candidates, (RecordClass.MESSAGES,), now)
        if shown.candidates:
            found += shown.told(contact)
    release(actor=actor, page=Page.TOGETHER, found=found, now=now)


def session_candidates(contact: Contact, now: datetime) -> Iterator[Candidate]:
    """The sessions ahead this relative is invited to; none may be shown before it is released."""
    for row in queries.sessions_of_contact(contact.pk, now):
        starts = row.session.starts_at.astimezone(ZoneInfo(row.site.time_zone))
        yield Candidate(
            Item(f"family session {row.pk}", RecordClass.MESSAGES.value, row.session.on),
            f"{date_format(starts, 'l j F, H:i')} · {row.site.name}",
            version_of(row),
        )

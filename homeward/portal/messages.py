"""What the pages of messages print: honest hours first, then what was said.

Hours are said in words that promise no reading outside them; where nobody's are known, no time is
said at all. A relative or an officer reads what a consent lets us show at this instant, and their
own words never come back: whoever writes to find out whether a consent stands finds out nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from homeward.consents.accompanying import Accompanying
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.conversations import queries, reaching, words
from homeward.conversations.actions import see
from homeward.conversations.desk_models import DeskWord
from homeward.conversations.desk_queries import own_desk_words, words_in
from homeward.conversations.forms import OutsideForm, WriteForm
from homeward.conversations.models import Attachment, Message, OutsideMessage
from homeward.conversations.rules.answering import NOBODY, Expected
from homeward.conversations.rules.uploading import Limits, neutral_name
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.own import Own
from homeward.portal.sharing import (
    Candidate,
    Found,
    along_in,
    held_contacts,
    items_in,
    released,
)
from homeward.program.models import Organisation
from homeward.released.actions import release
from homeward.released.models import Page
from homeward.released.told import Told
from homeward.staff.models import Worker

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ToLine:
    """Somebody the client can write to, or has."""

    title: str
    sub: str
    url: str
    new: int


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A short message of the front desk, in the reader's language."""

    words: str
    when: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """Everybody a client can write to, those with news first, and when one answers."""

    lines: tuple[ToLine, ...]
    hours: str
    phone: str
    desk: tuple[DeskLine, ...]
    shown: tuple[DeskWord, ...]

    @classmethod
    def of(cls, own: Own) -> "Inbox":
        """Roles somebody holds now, and conversations that were."""
        readers = reaching.readers_of(own.client, own.now)
        threads = {each.role: each for each in queries.own_conversations(own.actor)}
        new = queries.unread_by_role(own.actor)
        names = _names(ids[0] for ids in readers.values())
        lines = []
        for role in words.TO_CLIENT:
            if role not in readers and role not in threads:
                continue
            thread = threads.get(role)
            who = names[readers[role][0]] if role in readers else words.said(words.TO_CLIENT, role)
            what = words.said(words.TO_CLIENT, role) if role in readers else _("not here now")
            last = when_words(own, thread.last_at) if thread else _("nothing yet")
            url = reverse("portal:messages_to", args=[role])
            lines.append(ToLine(who, f"{what} · {last}", url, new.get(role, 0)))
        lines.sort(key=lambda each: not each.new)
        hours = ""
        if first := next(iter(readers), ""):
            hours = hours_words(own, first, reaching.expected_for(
                own.client, first, own.now, readers=readers
            ), readers)  # fmt: skip
        sent = own_desk_words(own.actor)
        return cls(
            tuple(lines), hours, own.client.site.phone,
            tuple(_desk_line(own, each) for each in sent), tuple(sent),
        )  # fmt: skip


def _desk_line(own: Own, word: DeskWord) -> DeskLine:
    said = words_in(word.text, get_language() or "")
    return DeskLine(said, when_words(own, word.at), word.seen_at is None)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file under a message, with nothing of its sender in its name."""

    name: str
    pages: str
    url: str


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One message as it is shown."""

    id: UUID
    who: str
    when: str
    body: str
    is_own: bool
    seen: str
    files: tuple[FileLine, ...] = ()
    back: ActionForm | None = None


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One conversation of a client's, with what may honestly be expected."""

    role: str
    title: str
    sub: str
    hours: str
    phone: str
    said: tuple[SaidLine, ...]
    shown: tuple[Message, ...]
    form: WriteForm | None
    limits: str
    draft_url: str

    @classmethod
    def of(cls, own: Own, role: str, form: WriteForm | None = None) -> "ThreadPage | None":
        """`form` is a message that was refused or begun; None where there is no such person."""
        readers = reaching.readers_of(own.client, own.now)
        thread = next((t for t in queries.own_conversations(own.actor) if t.role == role), None)
        if role not in words.TO_CLIENT or (role not in readers and thread is None):
            return None
        said = queries.said_in(own.actor, thread, Purpose.CLIENT_REQUEST) if thread else []
        files = queries.files_of(own.actor, said, Purpose.CLIENT_REQUEST)
        hours = ""
        if role in readers:
            answer = reaching.expected_for(own.client, role, own.now, readers=readers)
            hours = hours_words(own, role, answer, readers)
        is_open = role in readers
        name = _names(readers[role][:1])[readers[role][0]] if is_open else ""
        return cls(
            role=role,
            title=name or words.said(words.TO_CLIENT, role).capitalize(),
            sub=words.said(words.TO_CLIENT, role) if name else "",
            hours=hours,
            phone=own.client.site.phone,
            said=tuple(_said(own, each, files.get(each.pk, [])) for each in said),
            shown=tuple(said),
            form=(form or WriteForm()) if is_open else None,
            limits=limit_words(reaching.limits_of(own.client, own.now)) if is_open else "",
            draft_url=reverse("portal:messages_draft", args=[role]),
        )


def _said(own: Own, row: Message, files: list[Attachment]) -> SaidLine:
    is_own = row.worker_id is None
    seen = ""
    if is_own:
        reads = sorted(each.read_at for each in row.reads.all())
        seen = _("read %(when)s") % {"when": when_words(own, reads[0])} if reads else _("not read")
    is_gone = row.withdrawn_at is not None
    return SaidLine(
        id=row.pk,
        who=_("You") if is_own or row.worker is None else row.worker.name,
        when=when_words(own, row.at),
        body="" if is_gone else row.body,
        is_own=is_own,
        seen="" if is_gone else seen,
        files=tuple(
            FileLine(
                neutral_name(each.number),
                ngettext("%d page", "%d pages", each.pages) % each.pages,
                reverse("portal:message_file", args=[each.pk]),
            )
            for each in files
        ),
        back=ActionForm(auto_id=f"back_{row.pk}_%s") if is_own and not is_gone else None,
    )


def hours_words(own: Own, role: str, answer: Expected, readers: dict[str, list[UUID]]) -> str:
    """Who reads it, from when, and by when one should hear back; no promise where none can be."""
    if answer.who == NOBODY:
        return ""
    names = _names([UUID(answer.who), *readers.get(role, [])[:1]])
    name = names[UUID(answer.who)]
    parts = []
    if answer.here_from is None or answer.answer_by is None:
        return _(
            "%(name)s reads this. We do not know the hours yet, so we cannot say when. If it"
            " cannot wait, please call."
        ) % {"name": name}
    first = readers.get(role, [None])[0]
    if first is not None and str(first) != answer.who:
        parts.append(
            _("%(away)s is away. %(name)s reads this.") % {"away": names[first], "name": name}
        )
    if answer.here_from <= own.now:
        parts.append(_("%(name)s is at work now.") % {"name": name})
    else:
        parts.append(
            _("%(name)s is here %(when)s.")
            % {"name": name, "when": from_words(own, answer.here_from)}
        )
    parts.append(_("You should hear back by %(when)s.") % {"when": by_words(own, answer.answer_by)})
    return " ".join(parts)


def from_words(own: Own, instant: datetime) -> str:
    """ "today from 13:00", "tomorrow from 9:00", "Monday from 9:00"."""
    at = own.at_wall(instant)
    told = {"time": date_format(at, "H:i"), "day": date_format(at, "l j F")}
    if at.date() == own.today:
        return _("today from %(time)s") % told
    if at.date() == own.today + DAY:
        return _("tomorrow from %(time)s") % told
    return _("on %(day)s from %(time)s") % told


def by_words(own: Own, instant: datetime) -> str:
    """ "15:30" today, otherwise with its day."""
    at = own.at_wall(instant)
    told = {"time": date_format(at, "H:i"), "day": date_format(at, "l j F")}
    if at.date() == own.today:
        return _("%(time)s today") % told
    if at.date() == own.today + DAY:
        return _("%(time)s tomorrow") % told
    return _("%(time)s on %(day)s") % told


def when_words(own: Own, instant: datetime) -> str:
    """When something was: the hour today, the day and hour otherwise."""
    at = own.at_wall(instant)
    return date_format(at, "H:i" if at.date() == own.today else "D j M, H:i")


def limit_words(limits: Limits) -> str:
    """How many files and how large, in one short line."""
    if not limits.files:
        return ""
    return ngettext(
        "%(files)s file, up to %(megabytes)s MB and %(pages)s pages.",
        "Up to %(files)s files, each up to %(megabytes)s MB and %(pages)s pages.",
        limits.files,
    ) % {"files": limits.files, "megabytes": limits.megabytes, "pages": limits.pages}


def _names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = [each for each in ids if each]
    return {row.pk: row.name for row in Worker.objects.filter(pk__in=wanted)}


@dataclass(frozen=True, slots=True)
class Outside:
    """What a relative or an officer reads here: only what the program wrote and may show now."""

    form: OutsideForm
    lines: tuple[tuple[str, str], ...]
    along: tuple[Accompanying, ...]
    phone: str

    @classmethod
    def of(cls, told: Sequence[Told], form: OutsideForm | None = None) -> "Outside":
        """`form` is a message that was refused."""
        said = items_in(told, RecordClass.MESSAGES)
        organisation = Organisation.objects.first()
        return cls(
            form or OutsideForm(),
            tuple((each["when"], each["body"]) for each in sorted(said, key=_sent)),
            along_in(told),
            organisation.phone if organisation else "",
        )


def release_messages(actor: Actor, now: datetime) -> None:
    """Decide about each word at this instant; what may be shown counts as read."""
    found: Found = []
    seen: list[OutsideMessage] = []
    for contact in held_contacts(actor):
        shown = released(actor, contact, candidates_of(contact), (RecordClass.MESSAGES,), now)
        if shown.candidates:
            found += shown.told(contact)
            seen += [each.row for each in shown.candidates]
    release(actor=actor, page=Page.MESSAGES, found=found, now=now)
    see(actor=actor, messages=seen, now=now)


def _sent(said: Any) -> str:
    return str(said["at"])


def candidates_of(contact: Contact) -> list[Candidate]:
    """What the program wrote to one contact; none may be shown before it is released."""
    return [
        Candidate(
            Item(f"message {row.pk}", RecordClass.MESSAGES.value, _at(row).date()),
            {
                "at": row.at.isoformat(),
                "when": date_format(_at(row), "l j F, H:i"),
                "body": row.body,
            },
            version_of(row),
            row,
        )
        for row in queries.written_to(contact.pk)
    ]


def _at(row: OutsideMessage) -> datetime:
    return row.at.astimezone(ZoneInfo(row.site.time_zone))

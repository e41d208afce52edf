"""What the pages of this room print. The words of a message stand in its conversation alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.conversations import queries, reaching, words
from homeward.conversations.actions.outside import may_be_written_to
from homeward.conversations.models import (
    Conversation,
    OutsideConversation,
    Said,
    Thread,
)
from homeward.conversations.rules.uploading import neutral_name
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need, Tab
from homeward.core.forms import ActionForm
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import chart_url, initials_for, openable, short_name_for
from homeward.desk.words import role_words
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact
from homeward.people.queries import reaches
from homeward.staff.models import Worker


def is_outside(thread: Thread) -> bool:
    """Whether it is with a relative or an officer."""
    return isinstance(thread, OutsideConversation)


def thread_url(thread: Thread) -> str:
    """Where a conversation is read."""
    name = "desk:outside_conversation" if is_outside(thread) else "desk:conversation"
    return reverse(name, args=[thread.pk])


def with_whom(thread: Thread) -> str:
    """Whom it is with, beside the client."""
    if isinstance(thread, OutsideConversation):
        relation = thread.contact.relation or thread.contact.agency
        return f"{thread.contact.name} · {relation}".rstrip(" ·")
    assert isinstance(thread, Conversation)
    return _("to the %(role)s") % {"role": role_words(Role(thread.role)).lower()}


@dataclass(frozen=True, slots=True)
class InboxPage:
    """What waits for an answer, mine first; and what was said lately."""

    tabs: tuple[Tab, ...]
    waiting: tuple[Need, ...]
    rest: tuple[Need, ...]

    @classmethod
    def of(cls, actor: Actor, now: datetime, shown: str) -> "InboxPage":
        """`shown`: mine, all, or a role."""
        threads = queries.threads_in_reach(actor, now)
        roles = sorted({each.role for each in threads if isinstance(each, Conversation)})
        chosen = [each for each in threads if _is_shown(each, actor, shown)]
        opens = openable(actor, (each.client_id for each in chosen))
        lines = [(each, _line(actor, each, opens, now)) for each in chosen]
        return cls(
            _tabs(actor, threads, roles, shown),
            tuple(line for each, line in lines if each.waits_since is not None),
            tuple(line for each, line in lines if each.waits_since is None)[:20],
        )


def _is_shown(thread: Thread, actor: Actor, shown: str) -> bool:
    if shown == "all":
        return True
    if shown == "outside":
        return is_outside(thread)
    if shown == "mine" or not shown:
        return thread.owner_id == actor.worker_id
    return isinstance(thread, Conversation) and thread.role == shown


def _tabs(
    actor: Actor, threads: Sequence[Thread], roles: Sequence[str], shown: str
) -> tuple[Tab, ...]:
    here = reverse("desk:conversations")
    asked = [("mine", _("Mine")), ("all", _("All of my clients"))]
    asked += [(role, capfirst(role_words(Role(role)))) for role in roles]
    if any(is_outside(each) for each in threads):
        asked.append(("outside", _("Families and agencies")))
    made = []
    for code, label in asked:
        waits = sum(1 for each in threads if each.waits_since and _is_shown(each, actor, code))
        made.append(Tab(label, f"{here}?show={code}", code == (shown or "mine"), waits))
    return tuple(made)


def _line(actor: Actor, thread: Thread, opens: frozenset[UUID], now: datetime) -> Need:
    client = thread.client
    name = short_name_for(actor, client)
    face = Face(initials_for(actor, client), name, chart_url(client.pk, opens))
    act = Act(_("Read"), thread_url(thread), about=name)
    if thread.waits_since is None:
        sub = " · ".join((with_whom(thread), when(thread.last_at), thread.owner.name))
        return Need(face, _("nobody waits"), sub, act)
    assert thread.due_at is not None
    is_late = thread.due_at <= now
    due = _("answer by %(when)s") % {"when": when(thread.due_at)}
    sub = " · ".join((with_whom(thread), due, thread.owner.name))
    fact = _("waits since %(when)s") % {"when": when(thread.waits_since)}
    tone = "urgent" if is_late else "attention"
    return Need(face, fact, sub, Act(_("Answer"), act.url, "primary", about=name), tone)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One message, with who has seen it."""

    id: UUID
    who: str
    when: str
    body: str
    is_ours: bool
    seen: str
    danger: Decision | None
    files: tuple[tuple[str, str, str], ...]
    back: ActionForm | None


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One conversation for staff."""

    title: str
    name: str
    chart_url: str
    all_url: str
    due: str
    tone: str
    owner: str
    why: Decision | None
    settled: str
    said: tuple[SaidLine, ...]
    shown: tuple[Said, ...]
    may_write: bool
    closed: str
    colleagues: tuple[tuple[UUID, str], ...]
    waits: bool
    side: str
    id: UUID
    version: int
    limits: int

    @classmethod
    def of(cls, actor: Actor, thread: Any, now: datetime) -> "ThreadPage":
        """The caller has reached the conversation."""
        known = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
        client: Client = known.select_related("site").get(pk=thread.client_id)
        contact = _contact_of(thread)
        said: Sequence[Any]
        if contact is None:
            said = queries.said_in(actor, thread, Purpose.TREATMENT)
            files = queries.files_of(actor, said, Purpose.TREATMENT)
        else:
            said, files = queries.said_outside(actor, thread), {}
        writes = reaches(actor, client, RecordClass.MESSAGES, Access.WRITE)
        closed = ""
        if contact is not None and not may_be_written_to(client, contact, now):
            closed = words.said(words.REFUSALS, "message_no_consent")
        is_late = thread.due_at is not None and thread.due_at <= now
        opens = openable(actor, [client.pk])
        return cls(
            title=contact.name if contact else _("Messages"),
            name=short_name_for(actor, client),
            chart_url=chart_url(client.pk, opens),
            all_url=reverse("desk:client_messages", args=[client.pk]),
            due=_("answer by %(when)s") % {"when": when(thread.due_at)} if thread.due_at else "",
            tone="urgent" if is_late else "attention",
            owner=thread.owner.name,
            why=decision_from_json(thread.decision) if thread.decision and thread.due_at else None,
            settled=_settled(thread),
            said=tuple(_said(actor, client, contact, each, files) for each in said),
            shown=tuple(said),
            may_write=writes and not closed,
            closed=closed,
            colleagues=_colleagues(client, thread, now) if writes else (),
            waits=thread.waits_since is not None,
            side="outside" if contact else "client",
            id=thread.pk,
            version=thread.version,
            limits=reaching.limits_of(client, now).files,
        )


def _contact_of(thread: Thread) -> Contact | None:
    if not isinstance(thread, OutsideConversation):
        return None
    rows = Contact.objects.for_actor(reaching.SERVICE, Purpose.INTERNAL_CARE)
    contact: Contact = rows.get(pk=thread.contact_id)
    return contact


def _settled(thread: Thread) -> str:
    if thread.waits_since is not None or not thread.settled_how or thread.settled_at is None:
        return ""
    at = when(thread.settled_at)
    if thread.settled_how == Thread.Settled.NOT_NEEDED:
        return _("No answer needed, %(when)s: %(reason)s") % {
            "when": at, "reason": thread.settled_reason,
        }  # fmt: skip
    if thread.settled_how == Thread.Settled.TAKEN_BACK:
        return _("Taken back by who wrote it, %(when)s") % {"when": at}
    return _("Answered %(when)s") % {"when": at}


def _colleagues(client: Client, thread: Thread, now: datetime) -> tuple[tuple[UUID, str], ...]:
    ids = {each for held in reaching.readers_of(client, now).values() for each in held}
    rows = Worker.objects.filter(pk__in=ids - {thread.owner_id}).order_by("name")
    return tuple((row.pk, row.name) for row in rows)


def _said(
    actor: Actor, client: Client, contact: Contact | None, row: Any, files: dict[UUID, Any]
) -> SaidLine:
    is_ours = row.worker_id is not None
    who = row.worker.name if is_ours else (contact.name if contact else client.short_name)
    is_gone = row.withdrawn_at is not None
    reads = sorted(each.read_at for each in row.reads.all())
    if is_gone:
        seen = _("taken back %(when)s") % {"when": when(row.withdrawn_at)}
    elif is_ours:
        seen = _("seen %(when)s") % {"when": when(reads[0])} if reads else _("not seen yet")
    else:
        seen = ""
    return SaidLine(
        id=row.pk,
        who=who,
        when=when(row.at),
        body="" if is_gone else row.body,
        is_ours=is_ours,
        seen=seen,
        danger=decision_from_json(row.danger) if row.speaks_of_danger else None,
        files=tuple(
            (
                neutral_name(each.number),
                ngettext("%d page", "%d pages", each.pages) % each.pages,
                reverse("desk:conversation_file", args=[each.pk]),
            )
            for each in files.get(row.pk, ())
        ),
        back=ActionForm(auto_id=f"back_{row.pk}_%s")
        if is_ours and not is_gone and row.worker_id == actor.worker_id
        else None,
    )


@dataclass(frozen=True, slots=True)
class ClientMessages:
    """Every conversation about one client, and whom the team can write to first."""

    name: str
    chart_url: str
    lines: tuple[Need, ...]
    roles: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[UUID, str], ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "ClientMessages":
        """The caller has reached the client's messages."""
        opens = openable(actor, [client.pk])
        threads = queries.threads_in_reach(actor, now, client_id=client.pk)
        writes = reaches(actor, client, RecordClass.MESSAGES, Access.WRITE)
        roles = reaching.readers_of(client, now) if writes else {}
        contacts = _open_contacts(client, now) if writes else []
        return cls(
            short_name_for(actor, client),
            chart_url(client.pk, opens),
            tuple(_line(actor, each, opens, now) for each in threads),
            tuple((role, role_words(Role(role))) for role in roles),
            tuple((each.pk, f"{each.name} · {each.relation}".rstrip(" ·")) for each in contacts),
        )


def _open_contacts(client: Client, now: datetime) -> list[Contact]:
    rows = Contact.objects.for_actor(reaching.SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(client_id=client.pk, account__isnull=False).order_by("name", "pk")
    return [each for each in found if may_be_written_to(client, each, now)]


def own_role(actor: Actor, roles: Sequence[tuple[str, str]]) -> str:
    """The role of the actor's own among these, else the first."""
    held = {str(role) for role in actor.roles}
    return next((code for code, _label in roles if code in held), roles[0][0] if roles else "")

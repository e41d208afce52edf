"""What the library and a topic's page print."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.curriculum import queries
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.rights import may_publish, may_write
from homeward.desk.materials.pieces import Piece, model_of, pieces_of
from homeward.program.models import CurriculumTopic, Site
from homeward.timetable.models import GroupSession

MOST_SESSIONS = 6


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic in the library."""

    title: str
    url: str
    summary: str
    model: str
    pieces: tuple[Piece, ...]
    last: str
    next: str


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Every topic with its materials, and where the rotation stands."""

    rows: tuple[TopicRow, ...]
    shows: tuple[Tab, ...]
    missing: int

    @classmethod
    def of(cls, actor: Actor, show: str, now: datetime) -> "LibraryPage":
        topics = list(CurriculumTopic.objects.order_by("program__code", "position"))
        pieces = pieces_of(topics)
        last, coming = _rotation(actor, now)
        rows = [
            TopicRow(
                topic.title,
                reverse("desk:material_topic", args=[topic.pk]),
                topic.summary,
                model_of(pieces[topic.pk]),
                pieces[topic.pk],
                last.get(topic.pk, ""),
                coming.get(topic.pk, ""),
            )
            for topic in topics
        ]
        lacking = [row for row in rows if any(piece.version is None for piece in row.pieces)]
        hard = [
            row for row in rows if any(each.look and each.look.is_too_hard for each in row.pieces)
        ]
        drafts = [row for row in rows if any(piece.has_draft for piece in row.pieces)]
        chosen = {"missing": lacking, "hard": hard, "drafts": drafts}
        labels = (
            ("", _("All topics"), len(rows)),
            ("missing", _("Something missing"), len(lacking)),
            ("hard", _("Above grade 6"), len(hard)),
            ("drafts", _("Being written"), len(drafts)),
        )
        here = reverse("desk:materials")
        tabs = tuple(
            Tab(label, f"{here}?show={code}" if code else here, code == show, count)
            for code, label, count in labels
        )
        return cls(tuple(chosen.get(show, rows)), tabs, len(lacking))


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session that has the topic."""

    when: str
    name: str
    url: str
    wording: str


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One topic: its materials as they read, and the sessions that have it."""

    topic: CurriculumTopic
    model: str
    pieces: tuple[Piece, ...]
    coming: tuple[SessionLine, ...]
    past: tuple[SessionLine, ...]
    may_write: bool
    may_publish: bool

    @classmethod
    def of(cls, actor: Actor, topic: CurriculumTopic, now: datetime) -> "TopicPage":
        pieces = pieces_of([topic])[topic.pk]
        sessions = queries.sessions_on(topic.pk, sites_of(actor))
        coming = list(sessions.filter(starts_at__gt=now)[:MOST_SESSIONS])
        past = list(sessions.filter(starts_at__lte=now).order_by("-starts_at")[:MOST_SESSIONS])
        handouts = queries.history_of(topic.pk, Material.Kind.HANDOUT, "en")
        return cls(
            topic,
            model_of(pieces),
            pieces,
            tuple(_session_line(each, handouts, now) for each in coming),
            tuple(_session_line(each, handouts, now) for each in past),
            may_write(actor),
            may_publish(actor),
        )


def sites_of(actor: Actor) -> list[Any]:
    """The sites where the reader works."""
    rows = Site.objects.all()
    if not any(grant.site_id is None for grant in actor.grants):
        rows = rows.filter(pk__in=actor.site_ids)
    return list(rows.values_list("pk", flat=True))


def _rotation(actor: Actor, now: datetime) -> tuple[dict[Any, str], dict[Any, str]]:
    """When each topic was last held and is next planned where the reader works; one read."""
    rows = (
        GroupSession.objects.filter(
            site__in=sites_of(actor), topic__isnull=False, cancelled_at=None
        )
        .order_by("starts_at")
        .values_list("topic_id", "starts_at", "on")
    )
    last: dict[Any, str] = {}
    coming: dict[Any, str] = {}
    for topic_id, starts_at, on in rows:
        if starts_at <= now:
            last[topic_id] = date_format(on, "j M")
        else:
            coming.setdefault(topic_id, date_format(on, "D j M"))
    return last, coming


def _session_line(
    session: GroupSession, handouts: list[MaterialVersion], now: datetime
) -> SessionLine:
    at = min(session.starts_at, now)
    used = next((row for row in handouts if row.published_at and row.published_at <= at), None)
    starts = localtime(session.starts_at)
    return SessionLine(
        date_format(starts, "D j M Y, H:i"),
        session.name,
        reverse("desk:session_materials", args=[session.pk]),
        _("handout version %(number)s") % {"number": used.number} if used else _("no handout"),
    )

"""What the library and a topic's page print."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.curriculum import queries, words
from homeward.curriculum.actions.drafting import newer_text
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.rights import may_publish, may_write
from homeward.curriculum.rules.run_sheet import missing_parts
from homeward.desk.publishing.words import PROBLEMS
from homeward.kernel.reading_grade import grade_of
from homeward.program.models import CurriculumTopic, Site
from homeward.publishing.rules.markup import Block, blocks_of, plain_words, problems_in
from homeward.publishing.rules.standing import reads_too_hard
from homeward.timetable.models import GroupSession

SHAPES = (("handout", "en"), ("handout", "es"), ("run_sheet", "en"))
MOST_SESSIONS = 6


@dataclass(frozen=True, slots=True)
class Look:
    """One wording as it reads: its blocks, its reading grade, and what to mend."""

    title: str
    lead: str
    blocks: tuple[Block, ...]
    grade: str
    is_too_hard: bool
    problems: tuple[str, ...]

    @classmethod
    def of(cls, kind: str, language: str, title: str, lead: str, body: str) -> "Look":
        grade = grade_of(plain_words(f"{title}\n\n{lead}\n\n{body}".replace("_", "")), language)
        found = [str(PROBLEMS[code]) % {"words": about} for code, about in problems_in(body)]
        is_handout = kind == Material.Kind.HANDOUT
        if not is_handout:
            found += [str(words.PARTS[part]) for part in missing_parts(body)]
        # A run sheet is read by staff; only what clients read is held to grade 6.
        hard = is_handout and reads_too_hard(grade)
        return cls(title, lead, blocks_of(body), grade_words(grade), hard, tuple(found))

    @classmethod
    def of_version(cls, row: MaterialVersion) -> "Look":
        made_for = row.material
        return cls.of(made_for.kind, made_for.language, row.title, row.lead, row.body)


def grade_words(grade: Decimal | None) -> str:
    """A reading grade in words, whole numbers without a point."""
    if grade is None:
        return _("no reading grade")
    if grade < 1:
        return _("grade below 1")
    return _("grade %(grade)s") % {"grade": f"{grade.normalize():f}"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One material of a topic: what is in use, its draft, and where to go."""

    kind: str
    language: str
    label: str
    version: MaterialVersion | None
    look: Look | None
    has_draft: bool
    brings_newer: bool
    state: str
    tone: str
    when: str
    draft_url: str
    history_url: str
    version_url: str
    material_id: Any


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


def pieces_of(topics: list[CurriculumTopic]) -> dict[Any, tuple[Piece, ...]]:
    """The materials of some topics in the order of a page; three reads."""
    ids = [topic.pk for topic in topics]
    rows = Material.objects.filter(topic__in=ids).select_related("topic", "follows")
    known = {(row.topic_id, row.kind, row.language): row for row in rows}
    newest, drafts = queries.newest_versions(ids), queries.open_drafts(ids)
    return {
        topic.pk: tuple(
            _piece(
                topic, kind, language, known.get((topic.pk, kind, language)),
                newest, drafts,
            )
            for kind, language in SHAPES
        )
        for topic in topics
    }  # fmt: skip


def model_of(pieces: tuple[Piece, ...]) -> str:
    """The therapy model in words, from whichever wording names it."""
    for piece in pieces:
        if piece.version and piece.version.therapy_model:
            return str(words.MODELS.get(piece.version.therapy_model, piece.version.therapy_model))
    return ""


def sites_of(actor: Actor) -> list[Any]:
    """The sites where the reader works."""
    rows = Site.objects.all()
    if not any(grant.site_id is None for grant in actor.grants):
        rows = rows.filter(pk__in=actor.site_ids)
    return list(rows.values_list("pk", flat=True))


def label_of(kind: str, language: str) -> str:
    """"Handout, Spanish" and the like; there is one run sheet."""
    if kind == Material.Kind.RUN_SHEET:
        return str(words.KINDS[kind])
    return f"{words.KINDS[kind]}, {words.LANGUAGES[language]}"


def _piece(
    topic: CurriculumTopic, kind: str, language: str, row: Material | None, newest: Any, drafts: Any
) -> Piece:
    version = newest.get((topic.pk, kind, language))
    has_draft = bool(row and row.pk in drafts)
    english = newest.get((topic.pk, kind, "en"))
    behind = bool(
        language != "en" and version and english and english.made_by_id
        and (row is None or row.follows_id != english.pk)
    )  # fmt: skip
    if version is None:
        state, tone = _("missing"), "attention"
    elif behind:
        state, tone = _("behind the English"), "attention"
    elif has_draft:
        state, tone = _("draft open"), "info"
    else:
        state, tone = _("in use"), "done"
    which = [topic.pk, kind, language]
    return Piece(
        kind, language, label_of(kind, language), version,
        Look.of_version(version) if version else None,
        has_draft, bool(row and version and newer_text(row)), state, tone, when_of(version),
        reverse("desk:material_draft", args=which),
        reverse("desk:material_history", args=which),
        reverse("desk:material_version", args=[version.pk]) if version else "",
        row.pk if row else None,
    )  # fmt: skip


def when_of(version: MaterialVersion | None) -> str:
    """Since when a wording is in use, and by whom."""
    if version is None or version.published_at is None:
        return ""
    if version.made_by_id is None:
        return _("version %(number)s, came with Homeward") % {"number": version.number}
    return _("version %(number)s, in use since %(day)s, %(who)s") % {
        "number": version.number,
        "day": date_format(localtime(version.published_at), "j M Y"),
        "who": version.published_by.name if version.published_by else "",
    }


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

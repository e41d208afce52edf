"""One material of a topic: as it reads, where it stands, and where to go with it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.curriculum import queries, words
from homeward.curriculum.actions.drafting import newer_text
from homeward.curriculum.models import Material, MaterialVersion
from homeward.curriculum.rules.run_sheet import missing_parts
from homeward.desk.publishing.words import PROBLEMS
from homeward.kernel.reading_grade import grade_of
from homeward.program.models import CurriculumTopic
from homeward.publishing.rules.markup import Block, blocks_of, plain_words, problems_in
from homeward.publishing.rules.standing import reads_too_hard

SHAPES = (("handout", "en"), ("handout", "es"), ("run_sheet", "en"), ("run_sheet", "es"))


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
        return _("grade 1 or lower")
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


def label_of(kind: str, language: str) -> str:
    """ "Handout, Spanish" and the like."""
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

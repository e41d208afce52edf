"""One wording, and the history of a material."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.curriculum.models import MaterialVersion, SessionMaterial
from homeward.curriculum.queries import history_of, in_use
from homeward.curriculum.rights import may_write
from homeward.desk.materials.pieces import Look, label_of
from homeward.program.models import CurriculumTopic
from homeward.publishing.rules.changes import Line, Wording, changes_between


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One wording as it prints, and whether it is the one in use."""

    row: MaterialVersion
    label: str
    language: str
    look: Look
    state: str
    tone: str
    topic_url: str
    draft_url: str
    is_run_sheet: bool

    @classmethod
    def of(cls, row: MaterialVersion) -> "VersionPage":
        made_for = row.material
        current = in_use(made_for.topic_id, made_for.kind).get(made_for.language)
        if row.published_at is None:
            state, tone = _("draft, preview"), "info"
        elif current and current.pk != row.pk:
            state, tone = _("archived"), "neutral"
        else:
            state, tone = _("in use"), "done"
        which = [made_for.topic_id, made_for.kind, made_for.language]
        return cls(
            row,
            label_of(made_for.kind, made_for.language),
            made_for.language,
            Look.of_version(row),
            state,
            tone,
            reverse("desk:material_topic", args=[made_for.topic_id]),
            reverse("desk:material_draft", args=which) if row.published_at is None else "",
            made_for.kind == "run_sheet",
        )


@dataclass(frozen=True, slots=True)
class Past:
    """One version in the history with what it changed and where it was used."""

    title: str
    when: str
    by: str
    note: str
    changes: tuple[Line, ...]
    is_shown: bool
    is_draft: bool
    uses: str
    look_url: str
    again_url: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Every version of a material, newest first."""

    title: str
    label: str
    topic_url: str
    versions: tuple[Past, ...]

    @classmethod
    def of(cls, actor: Actor, topic: CurriculumTopic, kind: str, language: str) -> "HistoryPage":
        rows = history_of(topic.pk, kind, language)
        shown = next((row for row in rows if row.published_at), None)
        writes = may_write(actor)
        has_draft = any(row.published_at is None for row in rows)
        counted = (
            SessionMaterial.objects.filter(material_version__in=[row.pk for row in rows])
            .order_by()
            .values("material_version")
            .annotate(sessions=Count("session", distinct=True))
        )
        uses = {row["material_version"]: row["sessions"] for row in counted}
        older = [*rows[1:], None][: len(rows)]
        draft_url = reverse("desk:material_draft", args=[topic.pk, kind, language])
        return cls(
            topic.title,
            label_of(kind, language),
            reverse("desk:material_topic", args=[topic.pk]),
            tuple(
                _past(
                    row, before, row is shown, uses.get(row.pk, 0),
                    f"{draft_url}?from={row.pk}" if writes and not has_draft and row is not shown
                    else "",
                )
                for row, before in zip(rows, older, strict=True)
            ),
        )  # fmt: skip


def _past(
    row: MaterialVersion, before: MaterialVersion | None, is_shown: bool, uses: int, again_url: str
) -> Past:
    is_draft = row.published_at is None
    at = date_format(localtime(row.published_at or row.made_at), "D j M Y, H:i")
    by = row.made_by if is_draft else row.published_by
    is_ours = row.made_by_id is None and not is_draft  # its day is the release's, not the house's
    note = row.note
    if row.restored_from:
        again = _("wording of version %(number)s again") % {"number": row.restored_from.number}
        note = f"{again}. {note}" if note else again
    return Past(
        _("Version %(number)s") % {"number": row.number},
        _("draft of %(when)s") % {"when": at}
        if is_draft
        else ""
        if is_ours
        else _("since %(when)s") % {"when": at},
        by.name if by else _("came with Homeward"),
        note,
        changes_between(_words(before), _words(row)) if before else (),
        is_shown,
        is_draft,
        ngettext("used by %d session", "used by %d sessions", uses) % uses if uses else "",
        reverse("desk:material_version", args=[row.pk]),
        again_url,
    )


def _words(row: MaterialVersion) -> Wording:
    return Wording(row.title, row.lead, row.body)

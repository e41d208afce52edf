"""Reads about materials: what is in use, what was in use, and where it was used."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.curriculum.models import HandedOut, MaterialVersion, SessionMaterial
from homeward.timetable.models import GroupSession


def in_use(topic_id: UUID, kind: str, at: datetime | None = None) -> dict[str, MaterialVersion]:
    """The wording of each language in use now, or at an instant; empty where there is none."""
    rows = MaterialVersion.objects.filter(
        material__topic_id=topic_id, material__kind=kind, published_at__isnull=False
    )
    if at is not None:
        rows = rows.filter(published_at__lte=at)
    newest = rows.order_by("material__language", "-number").distinct("material__language")
    return {row.material.language: row for row in newest.select_related("material")}


def used_by_session(session: GroupSession, kind: str, now: datetime) -> dict[str, MaterialVersion]:
    """The wordings that belong to a session: those in use when it began, or now if it has not."""
    if session.topic_id is None:
        return {}
    return in_use(session.topic_id, kind, min(session.starts_at, now))


def newest_versions(topic_ids: Iterable[UUID]) -> dict[tuple[UUID, str, str], MaterialVersion]:
    """The wording in use of every material of these topics, by topic, kind and language."""
    rows = (
        MaterialVersion.objects.filter(
            material__topic__in=list(topic_ids), published_at__isnull=False
        )
        .order_by("material", "-number")
        .distinct("material")
        .select_related("material", "published_by")
    )
    return {(row.material.topic_id, row.material.kind, row.material.language): row for row in rows}


def open_drafts(topic_ids: Iterable[UUID]) -> dict[UUID, MaterialVersion]:
    """Drafts being written, by material."""
    rows = MaterialVersion.objects.filter(
        material__topic__in=list(topic_ids), published_at=None
    ).select_related("material", "made_by")
    return {row.material_id: row for row in rows}


def history_of(topic_id: UUID, kind: str, language: str) -> list[MaterialVersion]:
    """Every wording of a material, the newest first."""
    rows = MaterialVersion.objects.filter(
        material__topic_id=topic_id, material__kind=kind, material__language=language
    )
    return list(rows.select_related("made_by", "published_by", "restored_from").order_by("-number"))


def uses_of(session: GroupSession) -> list[SessionMaterial]:
    """What a session used on paper or on phones, in order."""
    rows = SessionMaterial.objects.filter(session=session)
    return list(
        rows.select_related("material_version__material", "used_by").order_by("used_at", "pk")
    )


def sessions_on(topic_id: UUID, site_ids: Iterable[UUID]) -> Any:
    """The sessions of some sites that have this topic and take place, in order of time."""
    rows = GroupSession.objects.filter(
        topic_id=topic_id, cancelled_at=None, site__in=list(site_ids)
    )
    return rows.select_related("site", "room").order_by("starts_at")


def handed_to(rows: Any) -> list[HandedOut]:
    """Handouts within a scope with their wordings, the newest first."""
    kept = rows.select_related("material_version__material__topic").order_by("-handed_at", "pk")
    found: list[HandedOut] = list(kept)
    return found

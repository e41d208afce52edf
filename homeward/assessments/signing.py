"""What a signature under an assessment needs and what it stands for."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.assessments.diagnoses import Diagnosis, diagnoses_in, principal
from homeward.assessments.models import Assessment, Draft
from homeward.assessments.rules.completeness import signing_of
from homeward.assessments.rules.questions import Edition
from homeward.assessments.rules.telling import content_of
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.staff.models import Credential

TEMPLATE = "homeward.assessment.1"


@dataclass(frozen=True, slots=True)
class Held:
    """The credentials somebody holds on a day, and whether they sign alone."""

    titles: str
    signs_alone: bool


def held_on(worker_id: UUID | None, on: date) -> Held | None:
    """What a signature block shows; None for somebody without a credential."""
    rows = Credential.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), worker_id=worker_id, starts_on__lte=on
    ).order_by("-may_sign_alone", "starts_on")
    found = list(rows)
    if not found:
        return None
    titles = ", ".join(dict.fromkeys(each.title for each in found))[:120]
    return Held(titles, any(each.may_sign_alone for each in found))


def pages_of(actor: Actor, assessment: Assessment) -> dict[str, dict[str, Any]]:
    """The answers of every page somebody opened, by domain and question."""
    rows = Draft.objects.for_actor(actor, Purpose.TREATMENT).filter(assessment=assessment)
    return {row.domain: json.loads(row.body or "{}") for row in rows}


def readiness_to_sign(
    edition: Edition, pages: Mapping[str, Mapping[str, Any]], carried: set[str], held: Held | None
) -> Decision:
    """Ready, or every line that is not."""
    return signing_of(edition, pages, carried, may_sign=held is not None)


def content_to_sign(
    edition: Edition, pages: Mapping[str, Mapping[str, Any]]
) -> tuple[str, str, Diagnosis | None]:
    """The whole content as canonical JSON, its digest, and the principal diagnosis."""
    found = diagnoses_in(pages.get("diagnoses", {}))
    document = {
        "template": TEMPLATE,
        "edition": edition.code,
        "domains": [content_of(domain, pages.get(domain.code, {})) for domain in edition.domains],
        "diagnoses": [each.decision.to_json() for each in found],
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest(), principal(found)


def digest_of(content: str) -> str:
    """The digest a stored content should still have."""
    return hashlib.sha256(content.encode()).hexdigest()

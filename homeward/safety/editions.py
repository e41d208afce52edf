"""Which wording of a crisis path holds on a day, and keeping every wording that was ever used.

A program's own edition goes before the product's. The product's wording becomes an edition of the
program when it is first needed, and again when a release changes it, so that a run always shows
the words it was begun with.
"""

import hashlib
import json
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from homeward.program.models import Program
from homeward.safety.models import PathEdition
from homeward.safety.rules.path import Path
from homeward.safety.rules.reading_path import document_of, path_from
from homeward.safety.shipped import shipped


def edition_for(program: Program, code: str, on: date) -> PathEdition:
    """The edition in force; raises KeyError for a path nobody knows."""
    found = in_force(program, code, on)
    if found is not None and found.is_own:
        return found
    document = document_of(shipped()[code])
    if found is not None and found.digest == digest_of(document):
        return found
    return settle(program, document, on)


def in_force(program: Program, code: str, on: date) -> PathEdition | None:
    """The latest stored edition that has begun."""
    rows = PathEdition.objects.filter(program=program, code=code, starts_on__lte=on)
    return rows.order_by("-starts_on", "-number").first()


def settle(
    program: Program, document: dict[str, Any], on: date, *, is_own: bool = False
) -> PathEdition:
    """Store a wording as the next edition; two at once settle it once."""
    code, digest = str(document["code"]), digest_of(document)
    rows = PathEdition.objects.filter(program=program, code=code)
    last = rows.order_by("-number").first()
    if last is not None and last.digest == digest and last.is_own == is_own:
        return last
    try:
        with transaction.atomic():
            return PathEdition.objects.create(
                program=program,
                code=code,
                number=(last.number if last else 0) + 1,
                starts_on=on,
                digest=digest,
                content=document,
                is_own=is_own,
            )
    except IntegrityError:
        return rows.order_by("-number")[:1].get()


def path_of(edition: PathEdition) -> Path:
    """The path as its edition says."""
    return path_from(edition.content)


def digest_of(document: dict[str, Any]) -> str:
    """A fingerprint of the wording."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()

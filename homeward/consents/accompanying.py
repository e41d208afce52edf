"""What travels with every disclosure: the notice of 42 CFR 2.32, the consent's scope, the labels.

Which statement was used is kept in the ledger by its version; a text is never changed, only
followed by a new version.
"""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from homeward.consents.models import Consent, Disclosure
from homeward.consents.reading import scope_words
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose

FOLDER = Path(__file__).parent / "texts"
NOTICE = "notice_2_32.2024-02"
# Security labels of every entry: confidentiality, sensitivity, policy, refrain.
LABELS = ("R", "ETH", "42CFRPart2", "NORDSCLCD")


@dataclass(frozen=True, slots=True)
class Accompanying:
    """The words to print, show or say beside what leaves."""

    notice: tuple[str, ...]
    scope: tuple[str, ...]
    labels: tuple[str, ...]


def notice_for(answer: Answer) -> str:
    """The version of the statement that this answer owes; empty when it owes none."""
    return NOTICE if "notice_2_32" in answer.obligations else ""


def notice_text(version: str) -> tuple[str, ...]:
    """The statement as the regulation prescribes it, in paragraphs. Raises FileNotFoundError."""
    text = (FOLDER / f"{version}.en.txt").read_text(encoding="utf-8")
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def accompanying(row: Disclosure) -> Accompanying:
    """What goes along with one entry of the ledger."""
    service = Actor.of_service("disclosing")
    cited = [each for each in row.cites if is_uuid(each)]
    rows = Consent.objects.for_actor(service, Purpose.CLIENT_REQUEST).filter(pk__in=cited)
    owed = "copy_or_scope_of_consent" in row.obligations
    found = rows.select_related("client", "contact", "party") if owed else ()
    return Accompanying(
        notice=notice_text(row.notice) if row.notice else (),
        scope=tuple(scope_words(consent) for consent in found),
        labels=LABELS if "label" in row.obligations else (),
    )


def is_uuid(text: str) -> bool:
    """Whether a cited id is one of a row of ours."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True

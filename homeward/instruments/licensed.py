"""The official wording a house has a licence for: loaded once, sealed, shown and never passed on.

The text is kept apart from the definitions, so that exports, logs and pictures of the definitions
never hold it.
"""

import json
from datetime import datetime

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.instruments import library
from homeward.instruments.models import LicensedText
from homeward.instruments.rules import wording
from homeward.instruments.rules.instrument import Instrument

ENGLISH = "en"


class NoLicence(Refusal):
    """Official wording needs the statement of the licence it is used under."""


@action
def load_text(
    *,
    actor: Actor,
    instrument: str,
    language: str,
    licence: str,
    document: object,
    loaded_by: str,
    now: datetime,
) -> LicensedText:
    """Keep the wording of one questionnaire in one language; a later one takes its place.

    Only the installation itself loads text (`homeward instruments text load`). Raises BadInput
    naming the path in the document that is wrong.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("instruments.text.load")
    if not licence.strip():
        raise NoLicence
    definition = library.instrument(instrument)
    words = wording.read(document, definition)
    text = LicensedText.objects.create(
        instrument=instrument,
        instrument_version=definition.version,
        language=language,
        licence=licence.strip(),
        body=json.dumps(wording.to_json(words), ensure_ascii=False),
        loaded_at=now,
        loaded_by=loaded_by,
    )
    audit.record(
        "instruments.text.loaded",
        actor=actor,
        subject=text,
        at=now,
        reason=f"{instrument} {language}",
    )
    return text


def worded(instrument_id: str, language: str = ENGLISH) -> Instrument | None:
    """The questionnaire in a language it may be asked in; None where the house has no text.

    Raises BadInput at `instrument` for one that is not shipped.
    """
    definition = library.instrument(instrument_id)
    rows = LicensedText.objects.filter(instrument=instrument_id, language=language)
    text = rows.order_by("-loaded_at").first()
    if text is not None and text.instrument_version == definition.version:
        words = wording.read(json.loads(text.body), definition)
        return wording.lay_over(definition, words)
    if language == ENGLISH and definition.meta["items_embedded_verbatim"]:
        return definition
    return None


def languages_of(instrument_id: str) -> tuple[str, ...]:
    """The languages this questionnaire may be asked in here, English first."""
    definition = library.instrument(instrument_id)
    loaded = LicensedText.objects.filter(
        instrument=instrument_id, instrument_version=definition.version
    ).values_list("language", flat=True)
    found = set(loaded)
    if definition.meta["items_embedded_verbatim"]:
        found.add(ENGLISH)
    return tuple(sorted(found, key=lambda code: (code != ENGLISH, code)))


def answerable() -> frozenset[str]:
    """Every questionnaire that can be asked here in some language; one query for all."""
    loaded = set(LicensedText.objects.values_list("instrument", flat=True))
    return frozenset(
        name
        for name in library.instrument_ids()
        if name in loaded or library.instrument(name).meta["items_embedded_verbatim"]
    )

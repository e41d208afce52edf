"""The language somebody wants to be spoken and written to in."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class LanguageUnknown(Refusal):
    """Nobody here works in that language."""


@action
def say_language(
    *,
    actor: Actor,
    client_id: UUID,
    language: str,
    now: datetime,
    expected_version: int | None = None,
) -> Client:
    """Pages, notices and the planned week follow it; the same word again changes nothing.

    Raises LanguageUnknown, StaleVersion; Client.DoesNotExist for who may not write the identity.
    """
    if language not in dict(settings.LANGUAGES):
        raise LanguageUnknown
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    client: Client = rows.select_for_update(of=("self",)).get(pk=client_id)
    expect_version(client, expected_version)
    if client.language != language:
        client.change(language=language)
        audit.record(
            "people.client.language_said", actor=actor, subject=client, at=now,
            fields=("language",),
        )  # fmt: skip
    return client

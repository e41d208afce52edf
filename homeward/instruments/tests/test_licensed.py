"""Official wording is loaded with its licence, asked with, and never passed on."""

import json
from argparse import Namespace
from io import StringIO
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.instruments import library, licensed, text_commands
from homeward.instruments.models import LicensedText
from homeward.instruments.rules.fhir_response import response_out
from homeward.kernel.bad_input import BadInput
from homeward.testing.cast import Cast

SECRET = "Sentence of the publisher"


def text_of(instrument_id: str) -> dict[str, Any]:
    items = library.instrument(instrument_id).items
    return {
        "title": f"{SECRET} title",
        "items": {
            name: {
                "text": f"{SECRET} {name}",
                "options": {option.code: f"{SECRET} {option.code}" for option in item.options},
            }
            for name, item in items.items()
        },
    }


def loaded(**changes: Any) -> LicensedText:
    facts = {
        "actor": Actor.of_service("command_line"), "instrument": "dast10", "language": "en",
        "licence": "CAMH, letter of 2026-01-04", "document": text_of("dast10"),
        "loaded_by": "operator", "now": clock.now(),
    }  # fmt: skip
    return licensed.load_text(**{**facts, **changes})


@pytest.mark.django_db
class TestLoading:
    def test_makes_the_questionnaire_answerable(self) -> None:
        assert licensed.worded("dast10") is None
        assert "dast10" not in licensed.answerable()
        kept = loaded()
        assert (kept.licence, kept.loaded_by) == ("CAMH, letter of 2026-01-04", "operator")
        worded = licensed.worded("dast10")
        assert worded is not None
        assert worded.items["1"].text == f"{SECRET} 1"
        assert worded.scores == library.instrument("dast10").scores
        assert "dast10" in licensed.answerable()

    def test_gives_a_free_form_another_language(self) -> None:
        assert licensed.languages_of("phq9") == ("en",)
        loaded(instrument="phq9", language="es", document=text_of("phq9"))
        assert licensed.languages_of("phq9") == ("en", "es")
        assert licensed.worded("phq9") == library.instrument("phq9")

    def test_needs_the_licence_in_words(self) -> None:
        with pytest.raises(licensed.NoLicence):
            loaded(licence=" ")

    def test_is_the_installations_own_work(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            loaded(actor=cast.dina.actor)

    @pytest.mark.parametrize(
        ("spoil", "path"),
        [
            (lambda t: t["items"].pop("3"), "items.3"),
            (lambda t: t["items"].update({"99": {}}), "items.99"),
            (lambda t: t["items"]["1"]["options"].pop("Y"), "items.1.options.Y"),
            (lambda t: t["items"]["1"]["options"].update(Z="no"), "items.1.options.Z"),
            (lambda t: t["items"]["1"].update(text=" "), "items.1.text"),
            (lambda t: t.update(extra=1), "extra"),
        ],
    )
    def test_names_what_is_missing(self, spoil: Any, path: str) -> None:
        text = text_of("dast10")
        spoil(text)
        with pytest.raises(BadInput) as refused:
            loaded(document=text)
        assert refused.value.path == path

    def test_lies_sealed_and_is_never_changed(self) -> None:
        from django.db import connection

        kept = loaded()
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM instruments_licensedtext")
            assert SECRET not in cursor.fetchone()[0]
        with pytest.raises(DatabaseError), transaction.atomic():
            kept.change(licence="another")

    def test_leaves_by_no_door(self) -> None:
        """Neither in FHIR, nor in what the command says, nor in a row's own words."""
        kept = loaded()
        worded = licensed.worded("dast10")
        assert worded is not None
        answers = {name: item.values[0] for name, item in worded.items.items()}
        assert SECRET not in json.dumps(response_out(worded, answers))
        assert SECRET not in str(kept) + repr(kept)

    def test_the_command_says_only_that_it_is_done(self, caplog: Any) -> None:
        told, status = text_commands.load(
            text_of("dast10"),
            arguments=Namespace(instrument="dast10", language="en", licence="CAMH"),
        )
        out = StringIO(json.dumps(told)).read()
        assert (status, told["items"]) == (0, 10)
        assert SECRET not in out + caplog.text

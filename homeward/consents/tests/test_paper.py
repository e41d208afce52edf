"""The paper a person reads before signing: whole, filled in, in their language."""

import pytest

from homeward.consents.paper import paper_of
from homeward.consents.terms import TERMS
from homeward.consents.texts import language_for


@pytest.mark.parametrize("kind", TERMS)
@pytest.mark.parametrize("wanted", ["en", "es"])
def test_every_paper_is_filled_in_and_has_its_parts(kind, wanted):
    language = language_for(kind, wanted)
    parts = paper_of(kind, client="Jo Avery", program="Cedar House", language=language)
    text = " ".join(line for part in parts for line in (part.title, *part.paragraphs))
    assert len(parts) >= 5
    assert "Jo Avery" in text
    assert "Cedar House" in text
    assert "{" not in text


@pytest.mark.parametrize("kind", ["treatment", "tpo", "family"])
def test_what_clients_sign_on_their_phone_exists_in_spanish(kind):
    assert language_for(kind, "es") == "es"


def test_the_terms_are_said_in_the_language_of_the_text():
    english = paper_of("tpo", client="Jo", program="Cedar House", language="en")
    spanish = paper_of("tpo", client="Jo", program="Cedar House", language="es")
    assert "my treatment" in str(english)
    assert "mi tratamiento" in str(spanish)
    assert "my treatment" not in str(spanish)

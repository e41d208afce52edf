"""The code on a document, and the page that says whether it is genuine and nothing more."""

import secrets
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.accompanying import NOTICE, notice_text
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.documents.models import Document
from homeward.documents.rules.codes import code_from, read_code
from homeward.kernel.purposes import Purpose
from homeward.program.models import Organisation

_SERVICE = Actor.of_service("documents.proving")
BOUND_TO = "documents.code"


def new_code() -> str:
    """A fresh code by the operating system's own chance."""
    return code_from(secrets.choice)


def digest_of_code(code: str) -> str:
    """What is kept of a code: nobody reads it back from the database."""
    return digest_of(f"{BOUND_TO} {code}")


def proof_words(code: str, on: date) -> dict[str, Any]:
    """What every document prints at its foot and end: pages, code, day, and the notice."""
    house = Organisation.objects.first()
    return {
        "code": code,
        "page": _("Page"),
        "of": _("of"),
        "code_label": _("Verification code"),
        "made": _("Made on %(day)s by %(house)s")
        % {"day": date_format(on, "j F Y"), "house": house.name if house else ""},
        "how": _(
            "Whoever holds this paper can check it on the program's web page under /verify/ with "
            "the code and the day %(day)s. The page says only whether it is genuine."
        )
        % {"day": on.isoformat()},
        "notice_title": _("Notice to who receives this"),
        "notice": list(notice_text(NOTICE)),
    }


def is_genuine(typed: str, on: date) -> bool:
    """Whether a document with this code was made on this day; a wrong code reads as a wrong day."""
    code = read_code(typed)
    if code is None:
        return False
    rows = Document.objects.for_actor(_SERVICE, Purpose.OPERATIONS)
    return bool(rows.filter(code_digest=digest_of_code(code), made_on=on).exists())

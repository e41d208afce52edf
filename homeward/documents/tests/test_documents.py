"""A document is sealed, never changed, opened only by whoever may read it, and audited."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from homeward.audit.models import Entry
from homeward.consents.models import Disclosure
from homeward.core import clock
from homeward.core.crypto import CannotDecrypt, open_bytes, seal_bytes
from homeward.documents.actions import make_document, open_document
from homeward.documents.models import Document
from homeward.documents.queries import documents_of
from homeward.documents.sending import as_download, open_inside
from homeward.documents.typesetting import CannotTypeset, typeset
from homeward.testing.cast import NOON

CONTENT = {
    "lang": "en",
    "author": "Cedar House",
    "initials": "JA",
    "client_name": "Jo Avery",
    "chart_number": "HW-00001",
    "words": {
        "title": "Summary", "what": "What", "value": "Value", "footer": "Confidential",
        "signature": "Signature",
    },
    "facts": [["Admitted", "27 October"]],
    "sections": [
        {"title": "Course #1 *", "paragraphs": ["#let x = 1 $"], "columns": [], "rows": []},
    ],
    "signature": "Dana Reyes, LPC",
}  # fmt: skip
PROOF = {
    "code": "0", "page": "Page", "of": "of", "code_label": "Code", "made": "", "how": "",
    "notice_title": "Notice", "notice": [],
}  # fmt: skip


@pytest.fixture
def tuesday(cast):
    clock.shift_to(NOON)
    yield cast
    clock.shift_to(None)


@pytest.fixture
def made(tuesday):
    return make_document(
        actor=tuesday.dana.actor, client=tuesday.jo.row, kind="discharge_summary",
        title="discharge_summary", subject_id=uuid4(), content=CONTENT, now=NOON,
    )  # fmt: skip


class TestSealing:
    def test_opens_what_it_sealed(self):
        sealed = seal_bytes(b"%PDF with. dots\x00", "here")
        assert b"%PDF" not in sealed
        assert open_bytes(sealed, "here") == b"%PDF with. dots\x00"

    def test_does_not_open_elsewhere_or_altered(self):
        sealed = seal_bytes(b"content", "here")
        for stored, bound_to in ((sealed, "there"), (sealed[:-1] + b"x", "here"), (b"v1", "here")):
            with pytest.raises(CannotDecrypt):
                open_bytes(stored, bound_to)


class TestMakeDocument:
    def test_is_opened_by_the_team_and_audited(self, tuesday, made):
        document, content = open_document(actor=tuesday.dana.actor, document_id=made.pk, now=NOON)
        assert content.startswith(b"%PDF")
        assert document.template_version == "discharge_summary-2"
        codes = set(Entry.objects.values_list("code", flat=True))
        assert {"documents.document.made", "documents.document.opened"} <= codes

    def test_markup_in_words_stays_words(self):
        """What somebody typed is never run by the typesetter."""
        assert typeset("discharge_summary", {**CONTENT, "proof": PROOF}).startswith(b"%PDF")

    def test_refuses_content_that_does_not_fit(self):
        with pytest.raises(CannotTypeset):
            typeset("discharge_summary", {})

    def test_is_never_changed(self, tuesday, made):
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
            Document.objects.unscoped("test").update(title="another")

    @pytest.mark.parametrize("who", ["omar", "kim", "tess"])
    def test_is_hidden_from_whoever_may_not_read_notes(self, tuesday, made, who):
        actor = getattr(tuesday, who).actor
        with pytest.raises(Document.DoesNotExist):
            open_document(actor=actor, document_id=made.pk, now=NOON)
        assert documents_of(actor, tuesday.jo.row) == []

    def test_a_list_does_not_carry_the_content(self, tuesday, made):
        listed = documents_of(tuesday.dana.actor, tuesday.jo.row)
        assert [row.pk for row in listed] == [made.pk]
        assert "sealed" in listed[0].get_deferred_fields()

    def test_a_copy_is_decided_and_in_the_ledger_before_it_is_answered(self, tuesday, made):
        """The worker who may read it has it; the ledger has the version that left."""
        released = open_inside(actor=tuesday.dana.actor, document_id=made.pk, now=NOON)
        (row,) = Disclosure.objects.unscoped("test")
        assert (row.medium, row.basis, row.by_worker_id) == ("pdf", "internal", tuesday.dana.pk)
        (version,) = row.record_versions.values()
        assert (version["id"], version["version"]) == (str(made.pk), made.version)
        assert released.content.startswith(b"%PDF")

    def test_the_file_name_says_nothing(self, tuesday, made):
        answer = as_download(open_inside(actor=tuesday.dana.actor, document_id=made.pk, now=NOON))
        assert answer["Content-Disposition"] == 'attachment; filename="document-2026-11-24.pdf"'
        assert "no-store" in answer["Cache-Control"]

    def test_later_templates_do_not_touch_it(self, tuesday, made):
        """The digest is of what was signed then."""
        later = NOON + timedelta(days=400)
        _, content = open_document(actor=tuesday.dana.actor, document_id=made.pk, now=later)
        assert content == open_bytes(made.sealed, "documents.document.sealed")

"""A code with its day proves a paper, and tells nobody anything else."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from homeward.core import clock
from homeward.documents.actions import make_document, open_document
from homeward.documents.models import Document
from homeward.documents.proving import is_genuine
from homeward.documents.rules.codes import ALPHABET, LENGTH, code_from, grouped, read_code
from homeward.documents.tests.test_documents import CONTENT
from homeward.testing.cast import NOON

ON = date(2026, 11, 24)


def made(cast, **more):
    return make_document(
        actor=cast.dana.actor, client=cast.jo.row, kind="discharge_summary", title="t",
        subject_id=cast.jo.pk, content=CONTENT, now=NOON, **more,
    )  # fmt: skip


def reader_of(cast, document):
    _row, content = open_document(actor=cast.dana.actor, document_id=document.pk, now=NOON)
    return PdfReader(BytesIO(content))


@pytest.fixture
def tuesday(cast):
    clock.shift_to(NOON)
    cache.clear()
    yield cast
    clock.shift_to(None)


class TestCodes:
    @given(signs=st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))
    @settings(deadline=None, max_examples=50)
    def test_is_read_as_people_type_it(self, signs):
        code = grouped(signs)
        typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert read_code(typed) == code

    @pytest.mark.parametrize("typed", ["", "ABCD", "U" * LENGTH, "A" * (LENGTH + 1)])
    def test_anything_else_is_no_code(self, typed):
        assert read_code(typed) is None

    def test_is_chosen_sign_by_sign(self):
        signs = iter("0123456789ABCDEF")
        assert code_from(lambda _alphabet: next(signs)) == "0123-4567-89AB-CDEF"


@pytest.mark.django_db
class TestProof:
    def test_stands_on_every_page_with_record_number_page_and_notice(self, tuesday):
        document = made(tuesday)
        pages = [page.extract_text() for page in reader_of(tuesday, document).pages]
        code = pages[0].split("Verification code ")[1].split()[0]
        for number, words in enumerate(pages, start=1):
            assert f"Page {number} of {len(pages)}" in words
            assert code in words and "HW-00001" in words
        assert "42 CFR part 2" in "".join(pages)
        assert is_genuine(code, ON)
        assert code not in str(Document.objects.unscoped("test").values()[0])

    def test_is_tagged_for_screen_readers(self, tuesday):
        """PDF/UA: a tree of structure, the language, a title that is shown."""
        reader = reader_of(tuesday, made(tuesday))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert root["/StructTreeRoot"]["/K"]
        assert reader.metadata.title == "Summary"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid" in root["/Metadata"].get_data()

    def test_the_same_content_on_one_day_is_one_paper(self, tuesday):
        first, again = made(tuesday, once=True), made(tuesday, once=True)
        assert first == again
        assert made(tuesday) != first

    def test_the_page_says_yes_or_no_and_nothing_else(self, tuesday, client):
        document = made(tuesday)
        words = reader_of(tuesday, document).pages[0].extract_text()
        code = words.split("Verification code ")[1].split()[0]

        def asked(code, on):
            answer = client.post("/verify/", {"code": code, "on": on})
            assert answer["Cache-Control"] == "no-store, private"
            return answer.content.decode()

        yes = asked(code.lower(), ON)
        assert "Yes, it is real" in yes
        for word in ("Avery", "HW-00001", "Summary", "Dana"):
            assert word not in yes
        wrong_day, wrong_code = asked(code, ON + timedelta(days=1)), asked("A" * 16, ON)
        assert "We do not know this paper" in wrong_day and "We do not know" in wrong_code
        refused = client.post("/verify/", {"code": "", "on": "yesterday"})
        assert refused.status_code == 422 and "yesterday" in refused.content.decode()

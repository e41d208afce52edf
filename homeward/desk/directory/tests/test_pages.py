"""The list of places: read by staff, kept by those who know the places, from a file or by hand."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.desk.conftest import KEYS
from homeward.directory.models import Service, ServiceEdit
from homeward.directory.tests.making import place
from homeward.staff.models import Worker

LIST, NEW = reverse("desk:directory"), reverse("desk:directory_new")
SHEET, TAKEN = reverse("desk:directory_sheet"), reverse("desk:directory_sheet_taken")
TYPED = {
    "name": "Hope Street", "options": ["outpatient", "medication"], "zip_code": "60614",
    "phone": "+1 312 555 0150", "hours": "Mon-Fri 08:00-17:00", "languages": ["en"],
}  # fmt: skip


def at(name, row):
    return reverse(f"desk:directory_{name}", args=[row.pk])


def test_a_place_is_added_changed_checked_and_taken_off(visit):
    ada = visit("ada")
    assert ada.send(NEW, TYPED | {"is_checked": "on"}).status_code == 302
    row = Service.objects.get()
    assert (row.code, row.verified_by) == ("hope-street", Worker.objects.get(code="ada"))
    assert "last checked in November" in ada.get(LIST).content.decode()
    assert ada.send(at("edit", row), TYPED | {"phone": "988"}).status_code == 302
    row.refresh_from_db()
    assert (row.phone, row.verified_on) == ("988", None)
    assert "Never checked" in ada.get(at("service", row)).content.decode()
    page = at("service", row)
    assert ada.send(at("check", row), {"word": "asked Lee"}, seen_at=page).status_code == 302
    assert ada.send(at("retire", row), seen_at=page).status_code == 302
    assert "Hope Street" not in ada.get(LIST).content.decode()
    assert "Hope Street" in ada.get(LIST + "?show=retired").content.decode()
    assert ada.send(at("restore", row), seen_at=page).status_code == 302
    kinds = ServiceEdit.objects.order_by("created_at").values_list("what", flat=True)
    assert list(kinds) == ["added", "changed", "verified", "retired", "restored"]


def test_what_is_not_right_is_named_and_kept(visit):
    answer = visit("ada").send(NEW, TYPED | {"zip_code": "00000", "hours": "always", "phone": "x"})
    text = answer.content.decode()
    assert answer.status_code == 422
    for words in ("There is no such ZIP code", "“always” cannot be read", "Write digits"):
        assert words in text
    assert 'value="always"' in text
    assert not Service.objects.exists()


def test_a_page_that_is_behind_is_refused(visit):
    row = place()
    ada = visit("ada")
    page = ada.get(at("edit", row)).content.decode()
    row.change(notes="since then")
    sent = dict(KEYS.findall(page)) | TYPED
    assert ada.browser.post(at("edit", row), sent).status_code == 409


def test_a_second_click_changes_nothing(visit):
    ada = visit("ada")
    sent = dict(KEYS.findall(ada.get(NEW).content.decode())) | TYPED
    assert [ada.browser.post(NEW, sent).status_code for _ in range(2)] == [302, 302]
    assert Service.objects.count() == 1


@pytest.mark.parametrize("name", ["tess"])
def test_who_reads_and_does_not_keep(visit, name):
    row = place()
    visitor = visit(name)
    assert visitor.get(LIST).status_code == 200
    assert "Add a place" not in visitor.get(LIST).content.decode()
    assert visitor.get(NEW).status_code == 403
    assert visitor.get(at("edit", row)).status_code == 403
    assert visitor.get(SHEET).status_code == 403


def upload(ada, text):
    page = ada.get(SHEET).content.decode()
    file = SimpleUploadedFile("places.csv", text.encode(), content_type="text/csv")
    return ada.browser.post(SHEET, dict(KEYS.findall(page)) | {"file": file})


GOOD = "name,options,zip,phone\nA place,detox,60614,+1 312 555 0150\nB place,outpatient,60640,\n"


def test_a_file_is_tried_and_then_taken(visit):
    ada = visit("ada")
    trial = upload(ada, GOOD)
    text = trial.content.decode()
    assert trial.status_code == 200
    assert "A place, B place" in text
    assert not Service.objects.exists()
    sent = dict(KEYS.findall(text)) | {"text": GOOD}
    assert ada.browser.post(TAKEN, sent).status_code == 302
    assert Service.objects.count() == 2
    assert ada.browser.post(TAKEN, sent).status_code == 302
    assert ServiceEdit.objects.count() == 2


def test_wrong_lines_are_named_with_their_mend(visit):
    answer = upload(visit("ada"), GOOD + "C,spa,6061,call\n")
    text = answer.content.decode()
    assert answer.status_code == 422
    for words in ("“spa” is not an option", "“6061” is not a ZIP code", "“call” cannot be dialed"):
        assert words in text
    assert "Take all of it in" not in text
    assert not Service.objects.exists()


def test_a_wrong_file_sent_around_the_trial_takes_nothing(visit):
    ada = visit("ada")
    text = upload(ada, GOOD).content.decode()
    sent = dict(KEYS.findall(text)) | {"text": GOOD + "C,spa,60614,\n"}
    assert ada.browser.post(TAKEN, sent).status_code == 422
    assert not Service.objects.exists()


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"", "Choose a file"), (b"\xff\xfe\x00", "UTF-8"), (b"a" * 1_000_001, "larger than 1 MB")],
)
def test_what_is_no_such_file(visit, body, words):
    ada = visit("ada")
    file = SimpleUploadedFile("places.csv", body) if body else ""
    answer = ada.browser.post(SHEET, {"file": file})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_the_download_runs_nothing(visit):
    place(phone="+1 312 555 0150", notes="=1+1")
    answer = visit("ada").get(reverse("desk:directory_export"))
    text = answer.content.decode("utf-8-sig")
    assert "'=1+1" in text
    assert "'+1 312" in text
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_queries_do_not_grow(visit):
    ada = visit("ada")

    def count():
        with CaptureQueriesContext(connection) as queries:
            ada.get(LIST)
        return len(queries)

    place()
    few = count()
    for n in range(30):
        place(code=f"p{n}", name=f"P{n}")
    assert count() == few


def test_near_a_zip(visit):
    place(code="far", name="Far place", zip_code="62701")
    place(code="near", name="Near place", zip_code="60613")
    text = visit("ada").get(LIST + "?near=60614").content.decode()
    order = re.findall(r"(Far|Near) place</a>", text)
    assert order == ["Near", "Far"]
    assert "There is no such ZIP" in visit("ada").get(LIST + "?near=00000").content.decode()


def test_an_address_with_a_null_byte_is_refused_before_the_database(visit):
    """The database takes none, and nobody types one."""
    page = visit("dana").get(f"{LIST}?q=har%00bor")
    assert page.status_code == 400

"""The pages of dark days: who may, the passphrase shown once, paper keyed and taken over."""

import re

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.audit.models import Entry
from homeward.core.submissions import new_key
from homeward.downtime.locking import unlocked
from homeward.downtime.models import DowntimePack, PackKey, PaperEntry
from homeward.downtime.tests.test_packs import room
from homeward.notes.models import ClientNote
from homeward.timetable.tests.planned import ELEVEN

__all__ = ["room"]
pytestmark = pytest.mark.django_db
PACKS = "/desk/downtime/"


def signed_in(player):
    browser = Browser()
    browser.force_login(player.account)
    return browser


def test_from_the_passphrase_to_a_pack_on_a_device(room, django_assert_max_num_queries):
    """Shown once, typed from the paper, made, taken along, opened with nothing but the file."""
    dina, ruth = signed_in(room.dina), signed_in(room.ruth)
    here = reverse("desk:downtime_passphrase", args=[room.site.pk])
    page = dina.get(here).content.decode()
    phrase = re.search(r'class="passphrase"[^>]*>([0-9A-Z-]+)<', page)[1]
    carried = re.search(r'name="phrase" value="([^"]+)"', page)[1]
    typed = {"form_key": new_key(), "phrase": carried}

    wrong = dina.post(here, {**typed, "repeated": "ABCD"})
    assert wrong.status_code == 422 and phrase in wrong.content.decode()
    forged = dina.post(here, {**typed, "phrase": "AAAA~x", "repeated": "A" * 20})
    assert forged.status_code == 422 and not PackKey.objects.exists()
    assert dina.post(here, {**typed, "repeated": phrase.lower()}).status_code == 302

    for browser, expected in ((ruth, 403), (signed_in(room.dana), 403)):
        assert browser.get(here).status_code == expected
    site = {"form_key": new_key(), "site": str(room.site.pk)}
    assert dina.post(PACKS, site).status_code == 302
    pack = DowntimePack.objects.get()
    file = dina.get(reverse("desk:downtime_pack", args=[pack.pk]))
    assert file["Content-Disposition"] == 'attachment; filename="morning-main-2026-11-24.html"'
    assert "Jo Avery" in unlocked(file.content, phrase) and b"Avery" not in file.content
    assert Entry.objects.filter(code="downtime.pack.fetched").count() == 1
    with django_assert_max_num_queries(24):
        listed = dina.get(PACKS).content.decode()
    assert "Dina Volkov, 24 Nov" in listed and "lies ready outside" in listed
    for outsider in (room.dana, room.omar, room.fay, room.jo):
        refused = signed_in(outsider).get(reverse("desk:downtime_pack", args=[pack.pk]))
        assert refused.status_code in (302, 403, 404)


def test_without_a_passphrase_it_says_so(room):
    answer = signed_in(room.dina).post(PACKS, {"form_key": new_key(), "site": str(room.site.pk)})
    assert answer.status_code == 422 and "no passphrase yet" in answer.content.decode()


def test_paper_is_keyed_and_its_author_takes_it(room, django_assert_max_num_queries):
    tess, dana = signed_in(room.tess), signed_in(room.dana)
    day = tess.get("/desk/paper/?on=2026-11-24").content.decode()
    here = reverse("desk:paper_keying", args=[room.session.pk])
    assert here in day
    typed = {
        "client": str(room.jo.pk), "author": str(room.dana.pk), "came": "09:41", "left": "10:30",
        "written_at": "2026-11-24T10:50", "words": "Spoke of evenings.",
    }  # fmt: skip
    later = tess.post(here, {**typed, "form_key": new_key(), "written_at": "2026-11-25T10:50"})
    assert later.status_code == 422 and "Spoke of evenings." in later.content.decode()
    with django_assert_max_num_queries(24):
        tess.get(here)
    kept = tess.post(here, {**typed, "form_key": new_key()})
    assert kept.status_code == 302, kept.content.decode()
    entry = PaperEntry.objects.unscoped("test").get()
    with django_assert_max_num_queries(26):
        waiting = dana.get("/desk/paper/").content.decode()
    assert "Spoke of evenings." in waiting and "keyed 24 Nov 2026" in waiting
    taking = reverse("desk:paper_taking", args=[entry.pk])
    answer = {"answer": "take", "form_key": new_key(), "form_version": "1"}
    assert signed_in(room.omar).post(taking, answer).status_code == 404
    assert dana.post(taking, {**answer, "form_version": "7"}).status_code == 409
    assert dana.post(taking, answer).status_code == 302
    assert dana.post(taking, {**answer, "form_key": new_key()}).status_code == 422
    note = ClientNote.objects.unscoped("test").get()
    assert note.author == room.dana.row and note.saved_at >= ELEVEN
    assert signed_in(room.omar).get(here).status_code == 404

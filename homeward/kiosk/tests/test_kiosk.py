"""The device at the door: one page, one answer, nothing else reachable."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.attendance import actions
from homeward.attendance.door import number_at_the_door
from homeward.attendance.models import Arrival, AttendanceMark
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.doorways import actions as doorways
from homeward.kiosk import views
from homeward.kiosk.device import COOKIE
from homeward.kiosk.speaking import LONGEST
from homeward.program.models import Organisation
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

pytestmark = pytest.mark.django_db
CHANGING = re.compile(rb'(csrfmiddlewaretoken|form_key)" value="[^"]*"')


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.fixture
def code(room):
    given = {"actor": room.fay.actor, "client_id": room.jo.pk, "now": HALF_PAST_NINE}
    return str(actions.give_arrival_code(**given).code)


@pytest.fixture
def kiosk(room):
    """A tablet that Dina made the kiosk of her site."""
    browser = signed_in(room.dina)
    answer = browser.post(
        reverse("kiosk:devices"),
        {"form_key": new_key(), "site": str(room.site.pk), "name": "Front door"},
    )
    assert answer.headers["Location"] == "/kiosk/"
    assert browser.cookies[COOKIE]["httponly"] and browser.cookies[COOKIE]["samesite"] == "Strict"
    return browser


def typed(browser, code, key=None):
    return browser.post(reverse("kiosk:door"), {"form_key": key or new_key(), "code": code})


def test_reaches_nothing_but_the_check_in(room, kiosk):
    """Not the desk, not the account of whoever set it up, not the public pages."""
    for address in (
        "/",
        "/desk/today/",
        "/account/lock/",
        "/home/",
        "/me/",
        "/arrive/",
        "/kiosks/",
    ):
        assert kiosk.get(address).headers["Location"] == "/kiosk/", address
    assert kiosk.get("/kiosk/").status_code == 200
    page = kiosk.get("/kiosk/").content.decode()
    assert "Jo" not in page and room.dina.row.name not in page


def test_the_same_bytes_for_every_number(room, kiosk, code):
    """Known, unknown, and known again: the answer and the page behind it are equal to the byte."""
    said = []
    for number in (code, "000001", code):
        answer = typed(kiosk, number)
        said.append((answer.status_code, answer.content, answer.headers["Location"]))
        said.append(kiosk.get(answer.headers["Location"]).content)
    assert said[0:2] == said[2:4] == said[4:6]
    assert [row.outcome for row in Arrival.objects.unscoped("test").order_by("at")] == [
        "let_in", "here_before",
    ]  # fmt: skip
    assert AttendanceMark.objects.unscoped("test").get().source == "kiosk"


def test_only_the_form_of_a_number_is_said_to_be_wrong(kiosk, code):
    """Five digits are no number, whoever's they begin."""
    short, wrong = typed(kiosk, code[:5]), typed(kiosk, "12345")
    assert short.status_code == wrong.status_code == 422
    assert CHANGING.sub(b"", short.content) == CHANGING.sub(b"", wrong.content)


def test_too_many_numbers_are_refused_alike(room, kiosk, code, monkeypatch):
    """Also the right one: the limit says nothing about any."""
    monkeypatch.setattr(views, "AT_KIOSK", (2, 100))
    cache.clear()
    answers = [typed(kiosk, number) for number in ("000001", "000002", "000003", code)]

    assert [answer.status_code for answer in answers] == [302, 302, 429, 429]
    same = [CHANGING.sub(b"", answer.content) for answer in answers[2:]]
    assert same[0] == same[1]
    assert not Arrival.objects.unscoped("test").exists()


def test_an_ended_device_is_anybody(room, kiosk):
    """From its next request on, and its cookie goes."""
    (device,) = room.site._meta.apps.get_model("attendance", "Kiosk").objects.all()
    actions.end_kiosk(actor=room.dina.actor, kiosk_id=device.pk, now=HALF_PAST_NINE)

    answer = kiosk.get("/kiosk/")
    assert answer.status_code == 302 and "/account/sign-in/" in answer.headers["Location"]
    assert kiosk.cookies[COOKIE].value == ""


def test_a_phone_needs_the_number_that_stands_at_the_door(room, code):
    """Nobody checks in from home; the answer is the same for every code."""
    browser, address = Browser(), reverse("kiosk:phone")

    def sent(door, number):
        return browser.post(address, {"form_key": new_key(), "door": door, "code": number})

    door = number_at_the_door(room.site.pk, HALF_PAST_NINE)
    old = number_at_the_door(room.site.pk, HALF_PAST_NINE - timedelta(hours=1))
    assert sent(old, code).status_code == 422
    unknown, known = sent(door, "000001"), sent(f"{door[:2]} {door[2:]}", code)
    assert (unknown.content, unknown.headers["Location"]) == (
        known.content, known.headers["Location"],
    )  # fmt: skip
    assert AttendanceMark.objects.unscoped("test").get().source == "phone"


def test_devices_are_for_who_sets_up(room):
    """Not for the front desk; the kiosk page is nobody else's."""
    assert signed_in(room.fay).get(reverse("kiosk:devices")).status_code == 403
    assert signed_in(room.dina).get(reverse("kiosk:door")).status_code == 403
    assert signed_in(room.jo).get(reverse("kiosk:door")).status_code == 403


def test_guessing_the_number_at_the_door_comes_to_an_end(room, monkeypatch):
    """A refused form is undone with all it did; that it was tried is counted all the same."""
    monkeypatch.setattr(views, "BY_PHONE", (2, 100))
    cache.clear()
    number = number_at_the_door(room.site.pk, HALF_PAST_NINE)
    wrong = "00000" if number != "00000" else "00001"
    phone, told = Browser(), []
    for door in (wrong, wrong, number):
        answer = phone.post(
            reverse("kiosk:phone"), {"form_key": new_key(), "door": door, "code": "123123"}
        )
        told.append(answer.status_code)
    assert told == [422, 422, 429]


def test_who_is_kept_out_at_this_moment_is_not_let_in(room, code):
    """The seat is locked before anybody's word about it is looked for."""
    from homeward.attendance.door import DOOR

    with CaptureQueriesContext(connection) as asked:
        actions.check_in_with_code(
            actor=DOOR, site_id=room.site.pk, code=code, by="kiosk", now=HALF_PAST_NINE
        )
    said = [each["sql"] for each in asked]
    word = next(n for n, sql in enumerate(said) if "'removed'" in sql)
    assert any('"timetable_seat"' in sql and "FOR UPDATE" in sql for sql in said[:word])


def test_a_card_is_used_at_the_tablet_and_nobody_stays_signed_in(room, kiosk):
    """Three words and six digits show times once; the way back and a phone show nothing."""
    about = {"actor": room.fay.actor, "client_id": room.jo.pk, "seen": ("birth_date", "phone")}
    printed = doorways.print_card(**about, now=clock.now())
    given = {"name": printed.user_name, "code": printed.code}
    wrong = kiosk.post("/kiosk/card/", given | {"code": "CDFHJKMNP"})
    assert wrong.headers["Location"] == "/kiosk/card/?again=1"
    assert kiosk.post("/kiosk/card/", given).headers["Location"] == "/kiosk/card/digits/"
    assert kiosk.get("/kiosk/").status_code == 200  # whoever walks away leaves nothing
    assert kiosk.get("/kiosk/card/digits/").headers["Location"] == "/kiosk/"

    printed = doorways.print_card(**about, now=clock.now())
    kiosk.post("/kiosk/card/", {"name": printed.user_name, "code": printed.code})
    chosen = kiosk.post("/kiosk/card/digits/", {"pin": "482915", "again": "482915"})
    assert chosen.headers["Location"] == "/kiosk/card/done/"

    words = printed.user_name.replace("-", " ").title()
    for digits, where in (("482916", "/kiosk/times/?again=1"), ("482915", "/kiosk/times/now/")):
        answer = kiosk.post("/kiosk/times/", {"name": words, "pin": digits})
        assert answer.headers["Location"] == where
    shown = kiosk.get("/kiosk/times/now/").content.decode()
    assert "11:00" in shown and "Jo" not in shown and "Early" not in shown
    assert kiosk.get("/kiosk/times/now/").headers["Location"] == "/kiosk/"
    assert "_auth_user_id" not in kiosk.session
    assert b"code" in Browser().post("/in/", {"pin": "482915"}).content


STEPS = (
    ("/kiosk/", "Escriba su número"),
    ("/kiosk/card/", "Su tarjeta"),
    ("/kiosk/times/", "Mis horas"),
    ("/kiosk/card/done/", "Guarde sus tres palabras"),
)


def chosen(kiosk, language, where="/kiosk/"):
    return kiosk.post("/kiosk/language/", {"language": language, "next": where})


def spoken(kiosk, where="/kiosk/"):
    page = kiosk.get(where).content.decode()
    return re.search(r'<html lang="([a-z]+)', page).group(1), page


@pytest.mark.parametrize(("where", "words"), STEPS)
def test_every_step_is_a_press_away_from_spanish(kiosk, where, words):
    """And comes back to the same step; another address is none of the kiosk's."""
    assert 'value="es"' in spoken(kiosk, where)[1]
    assert chosen(kiosk, "es", where).headers["Location"] == where
    now, page = spoken(kiosk, where)
    assert now == "es" and words in page and 'value="en"' in page
    for elsewhere in ("/desk/today/", "https://example.org/kiosk/", ""):
        assert chosen(kiosk, "es", elsewhere).headers["Location"] == "/kiosk/"
    chosen(kiosk, "xx")
    assert spoken(kiosk)[0] == "es"


def test_the_next_person_finds_the_tablet_s_own_language(kiosk):
    """After the last page, and after somebody walked away; while steps are taken it stays."""
    chosen(kiosk, "es")
    now, page = spoken(kiosk, "/kiosk/thanks/")
    assert now == "es" and "Tome asiento" in page and "Please take a seat" in page
    assert spoken(kiosk)[0] == "en"
    chosen(kiosk, "es")
    almost = timedelta(seconds=LONGEST - 5)
    clock.shift_to(HALF_PAST_NINE + almost)
    assert spoken(kiosk, "/kiosk/card/")[0] == "es"
    clock.shift_to(HALF_PAST_NINE + 2 * almost)
    assert spoken(kiosk)[0] == "es"
    clock.shift_to(HALF_PAST_NINE + 3 * almost)
    assert spoken(kiosk)[0] == "en"


@pytest.mark.parametrize(("pressed", "read"), [("", "es"), ("en", "en")])
def test_who_is_known_reads_in_their_own_language_unless_they_press(room, kiosk, pressed, read):
    """By the card and by the digits; what was pressed here changes nothing of their pages."""
    room.jo.account.language = "es"
    room.jo.account.save()
    about = {"actor": room.fay.actor, "client_id": room.jo.pk, "seen": ("birth_date", "phone")}
    printed = doorways.print_card(**about, now=clock.now())
    if pressed:
        chosen(kiosk, pressed)
    kiosk.post("/kiosk/card/", {"name": printed.user_name, "code": printed.code})
    assert spoken(kiosk, "/kiosk/card/digits/")[0] == read
    kiosk.post("/kiosk/card/digits/", {"pin": "482915", "again": "482915"})
    assert spoken(kiosk, "/kiosk/card/done/")[0] == read
    if pressed:
        chosen(kiosk, pressed)
    kiosk.post("/kiosk/times/", {"name": printed.user_name, "pin": "482915"})
    now, page = spoken(kiosk, "/kiosk/times/now/")
    assert now == read and ("Martes" in page) == (read == "es") and 'name="language"' not in page
    assert spoken(kiosk)[0] == "en"
    room.jo.account.refresh_from_db()
    assert room.jo.account.language == "es"


def test_nobody_else_chooses_for_the_tablet(room):
    assert chosen(signed_in(room.dina), "es").status_code == 403
    assert "/account/sign-in/" in chosen(Browser(), "es").headers["Location"]


@pytest.mark.parametrize("where", ["/arrive/", "/arrive/thanks/"])
def test_one_s_own_phone_names_no_place_and_has_both_languages(room, where):
    """Whoever looks over a shoulder reads neither the house nor what it is for."""
    phone = Browser()
    page = phone.get(where).content.decode()
    for name in ("Homeward", room.site.name, Organisation.objects.get().public_name):
        assert name not in page
    phone.post("/language/", {"language": "es", "next": where})
    assert spoken(phone, where)[0] == "es"

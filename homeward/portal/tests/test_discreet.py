"""What a stranger may glimpse of a phone: titles, file names, calendars. None says what for."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from homeward.conversations.rules.uploading import neutral_name
from homeward.core import clock
from homeward.core.routes import all_routes
from homeward.notices.rules.lexicon import hits
from homeward.notices.tests.test_neutral import houses
from homeward.notices.wording import LANGUAGES
from homeward.portal.tests import scene
from homeward.program.models import Organisation, Program, Site
from homeward.testing.cast import cast
from homeward.timetable.actions import open_client_feed, say_calendar_place
from homeward.timetable.actions.calendar_feed import NotNeutral
from homeward.timetable.feeding import calendar_of, feed_of
from homeward.timetable.rules.calendar_text import TITLES, Appointment, calendar_text

__all__ = ["cast"]
HOMEWARD = Path(__file__).parents[2]
# Rooms whose pages clients, families and agencies open.
OUTSIDE = ("portal", "families", "dayplans", "doorways", "conversations", "documents", "released")
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
IN_TEMPLATE = re.compile(r"{% block title %}(.*?){% endblock %}", re.S)
SAID = re.compile(r'{% (?:translate|trans) "([^"]+)"')
FILE = re.compile(r"filename=\\?[\"']?([^\"';]+)")
ALL_NAMES = sorted({name for _sender, names in houses() for name in names})
# The one word of a calendar's own grammar that the lexicon knows: the company's list names none.
ZONES = re.compile(r"(?ms)^BEGIN:VTIMEZONE.*?^END:VTIMEZONE\r?\n")
WALL = datetime(2026, 11, 24, 15, tzinfo=UTC)


def glimpsed(calendar: bytes) -> str:
    """A calendar as a calendar program shows it: without the names of zones."""
    return ZONES.sub("", re.sub(r"TZID=[^:;]+", "", calendar.decode()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_s_title_is_neutral(language: str) -> None:
    found = 0
    for room in OUTSIDE:
        for file in (HOMEWARD / room).glob("templates/**/*.html"):
            for title in IN_TEMPLATE.findall(file.read_text(encoding="utf-8")):
                found += 1
                assert "{{" not in title, f"{file.name}: a title of somebody's own words"
                with translation.override(language):
                    for words in SAID.findall(title):
                        assert hits(translation.gettext(words), ALL_NAMES) == (), file.name
    assert found
    shell = Path(get_template("core/shell_portal.html").origin.name).read_text(encoding="utf-8")
    (title,) = SAID.findall(IN_TEMPLATE.search(shell)[0])
    with translation.override(language):
        assert hits(translation.gettext(title), ALL_NAMES) == ()


def test_every_file_that_leaves_is_named_by_its_day_or_number_alone() -> None:
    names = set()
    for room in OUTSIDE:
        for file in (HOMEWARD / room).glob("**/*.py"):
            if "tests" not in file.parts:
                names.update(FILE.findall(file.read_text(encoding="utf-8")))
    assert len(names) >= 4
    for name in names:
        assert hits(re.sub(r"{[^}]*}", "", name), ALL_NAMES) == (), name
        for part in re.findall(r"{([^}]*)}", name):
            assert not re.search(r"client|name_of|title|called|site\b|program", part), name
    for number in (1, 2, 99):
        assert hits(neutral_name(number), ALL_NAMES) == ()


@pytest.mark.parametrize("language", [*LANGUAGES, "fr"])
@given(
    minutes=st.integers(min_value=1, max_value=600), revision=st.integers(0, 50),
    is_cancelled=st.booleans(), days=st.integers(-400, 400),
)  # fmt: skip
def test_every_calendar_entry_is_neutral(language, minutes, revision, is_cancelled, days) -> None:
    at = WALL + timedelta(days=days)
    made = Appointment("1", at, at + timedelta(minutes=minutes), "America/Chicago", at, revision,
                       "", is_cancelled)  # fmt: skip
    text = calendar_text([made], language)
    assert hits(glimpsed(text), ALL_NAMES) == ()
    assert f"SUMMARY:{TITLES.get(language, 'Appointment')}" in text.decode()


@pytest.mark.django_db
class TestOfAClient:
    @pytest.fixture
    def loud(self, cast):
        """Everything that could be named says the most it can."""
        Organisation.objects.update(name="Cedar Recovery", public_name="Cedar Rehab")
        Program.objects.update(name="Intensive Outpatient Program")
        Site.objects.filter(pk=cast.site.pk).update(name="Cedar Clinic", address="1 Rehab Road")
        there = scene.session(cast, clock.now() + timedelta(hours=4), "Relapse prevention group")
        scene.seat(cast, cast.jo, there, cast.episode)
        return cast

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_calendar_of_a_real_week(self, loud, client, language) -> None:
        row = loud.jo.row
        row.language = language
        row.save()
        secret = open_client_feed(actor=loud.jo.actor, now=clock.now())
        names = ["Cedar Recovery", "Cedar Rehab", "Cedar Clinic", *ALL_NAMES]
        text = calendar_of(feed_of(secret), clock.now())
        assert b"BEGIN:VEVENT" in text
        assert hits(glimpsed(text), names) == ()

    def test_a_place_that_says_too_much_is_refused(self, loud) -> None:
        for words in ("Group room", "Cedar Clinic", "Sala de terapia"):
            with pytest.raises(NotNeutral):
                say_calendar_place(
                    actor=loud.sam.actor, site_id=loud.site.pk, words=words, now=clock.now()
                )

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("who", ["jo", "kim"])
    def test_titles_and_downloads_of_every_page_without_a_number(
        self, loud, client, who, language
    ) -> None:
        client.force_login(getattr(loud, who).account)
        client.cookies["django_language"] = language
        names = ["Cedar Recovery", "Cedar Rehab", "Cedar Clinic", "Jo Avery", *ALL_NAMES]
        seen = 0
        for route in all_routes():
            if not route.name.startswith("portal:") or "<" in route.path:
                continue
            answer = client.get(f"/{route.path.lstrip('/')}", headers={"accept-language": language})
            if answer.status_code != 200:
                continue
            seen += 1
            header = answer.headers.get("Content-Disposition", "")
            assert hits(header.replace("attachment", ""), names) == (), route.name
            for title in TITLE.findall(answer.content.decode("utf-8", "replace")):
                assert hits(title, names) == (), (route.name, title)
        assert seen >= (15 if who == "jo" else 3)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_icon_on_the_phone(self, client, language) -> None:
        told = client.get(reverse("portal:manifest"), headers={"accept-language": language}).json()
        for name in (told["name"], told["short_name"]):
            assert name and hits(name, ALL_NAMES) == ()

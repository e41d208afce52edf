"""The client's own pages: what they show, what they do, and whom they never show."""

import re
from datetime import timedelta

import pytest

from homeward.audit.models import Entry
from homeward.consents.models import Consent, Revocation
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.models import Draw, Pool
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Plan
from homeward.portal.tests import scene
from homeward.tasks.models import CareTask

TESTER = Actor.of_service("test")
PAGES = (
    "/me/", "/me/week/", "/me/plan/", "/me/record/", "/me/record/readers/", "/me/sharing/",
    "/me/help/", "/me/draw/", "/me/today/", "/me/sharing/new/tpo/",
)  # fmt: skip

TOKENS = re.compile(r"[\w~-]{32,}")


@pytest.fixture
def jo(cast, client):
    client.force_login(cast.jo.account)
    return client


def rows(model):
    return model.objects.for_actor(TESTER, Purpose.TREATMENT)


def words(page):
    """The page as it stands, without its tokens: chance can spell a name in one."""
    return TOKENS.sub("", page.content.decode())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_also_when_there_is_nothing_to_show(cast, jo, path):
    assert jo.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", ["dana", "omar", "kim", None])
def test_nobody_else_opens_a_clients_page(cast, client, path, who):
    if path == "/me/help/" and who == "kim":
        return
    if path == "/me/" and who == "kim":
        return
    if who:
        client.force_login(getattr(cast, who).account)
    page = client.get(path)
    assert page.status_code in ((302,) if who is None else (403,))


def test_titles_say_nothing_about_treatment(cast, jo):
    for path in PAGES:
        title = words(jo.get(path)).split("<title>")[1].split("</title>")[0]
        assert title == "Your day"


def test_today_counts_at_most_three_things_and_says_them(cast, jo):
    assert "Two things today, Jo" in words(jo.get("/me/"))
    scene.drug_test(cast, cast.jo, cast.episode)
    scene.plan(cast)
    page = words(jo.get("/me/"))
    assert "Three things today, Jo" in page
    assert "You test today" in page or "You test soon" in page


def test_a_fourth_thing_waits_until_the_others_are_done(cast, jo, monkeypatch):
    """A form waits, unless the program wants to end their care: then the papers do."""
    from homeward.core.components import Act
    from homeward.portal import today
    from homeward.portal.measures import Asked

    form = Asked("Your mood", "2 minutes.", Act("Begin", "/me/forms/phq9/"))
    monkeypatch.setattr(today, "forms_asked", lambda own: (form,))
    scene.drug_test(cast, cast.jo, cast.episode)
    page = words(jo.get("/me/"))
    assert "Three things today, Jo" in page
    assert "A paper waits for you" in page
    assert "One short form this week" not in page
    assert "One more thing waits until these are done." in page
    monkeypatch.setattr(today, "ending_waits", lambda own: "/me/ending/")
    page = words(jo.get("/me/"))
    assert "Three things today, Jo" in page
    assert "The program wants to end your care" in page
    assert "A paper waits for you" not in page
    jo.post("/me/check-in/", {**scene.form_of(jo.get("/me/")), "craving": "2"})
    page = words(jo.get("/me/"))
    assert "A paper waits for you" in page
    assert "One more thing waits" not in page


HELP = 'class="pocket__help" href="/me/help/"'


def test_help_is_one_tap_from_every_page(cast, jo, client):
    for path in PAGES:
        assert HELP in words(jo.get(path)), path
    client.force_login(cast.kim.account)
    page = words(client.get("/me/"))  # a relative finds it among the places below
    assert HELP not in page
    assert 'href="/me/help/"' in page


def test_help_names_own_people_first_and_nobody_who_must_not_be_met(cast, jo):
    from homeward.consents.models import SafetyFlag
    from homeward.dayplans import actions
    from homeward.safety.models import SafetyPlan
    from homeward.safety.parts import content_hash, stored_of
    from homeward.safety.rules.plan import Line

    assert "My people" not in words(jo.get("/me/help/"))
    parts = {"people": [Line("Sol from work", "312 555 0188"), Line("Kim", "312-555-0199")]}
    now = clock.now()
    SafetyPlan.objects.create(
        client=cast.jo.row, site=cast.site, number=1, state="active", parts=stored_of(parts),
        made_with=cast.dana.row, started_at=now, saved_at=now, active_at=now,
        content_hash=content_hash(parts), review_on=now.date() + timedelta(days=30),
    )  # fmt: skip
    about = {"actor": cast.jo.actor, "client_id": cast.jo.pk, "now": now}
    for label, phone in (("Ray", "312-555-0177"), ("Sol", "(312) 555-0188"), ("No phone", "")):
        actions.add_own(**about, kind="person", label=label, phone=phone)
    page = words(jo.get("/me/help/"))
    people = re.findall(r'href="tel:(\d+)"', page[page.index("My people") :])
    assert people[:3] == ["3125550188", "3125550199", "3125550177"]
    assert page.index("911") < page.index("My people")
    SafetyFlag.objects.create(
        client=cast.jo.row, site=cast.site, contact=cast.kim.row, starts_at=now
    )
    page = words(jo.get("/me/help/"))
    assert "3125550188" in page
    assert "3125550199" not in page


def test_do_i_test_today_is_one_step_away(cast, jo, client, django_assert_max_num_queries):
    """The first page says yes by itself; a quiet one leads to the answer, which can be printed."""
    asked = 'href="/me/today/">Do I test today?</a> '
    assert f"{asked}Not known yet" in words(jo.get("/me/"))
    assert "Not known yet" in words(jo.get("/me/today/"))
    pool = Pool.objects.create(code="iop-main", program=cast.program, site=cast.site)
    draw = Draw.objects.create(
        pool=pool, day=clock.today(cast.site.time_zone), method="homeward-draw-2",
        commitment="0" * 64, committed_at=clock.now(), drawn_at=clock.now(), seal="1" * 64,
    )  # fmt: skip
    assert words(jo.get("/me/today/")).count("You were not drawn today.") == 1
    assert f"{asked}No<" in words(jo.get("/me/"))
    scene.drug_test(cast, cast.jo, cast.episode, draw=draw)
    with django_assert_max_num_queries(24):
        page = words(jo.get("/me/today/"))
    assert "Come to the front desk before" in page
    assert "There is no telephone line for this yet" in page
    assert "1" * 64 in jo.get("/me/draw/").content.decode()
    document = jo.get("/me/draw/day.json").json()
    assert (document["seal"], "secret" in document, "roster" in document) == (
        "1" * 64,
        False,
        False,
    )
    client.force_login(cast.kim.account)
    assert client.get("/me/today/").status_code in (403, 404)


def test_a_quiet_day_asks_for_nothing(cast, jo):
    for kind in ("treatment", "tpo"):
        scene.consent(cast, kind)
    jo.post("/me/check-in/", {**scene.form_of(jo.get("/me/")), "craving": "2"})
    assert "Nothing you must do today, Jo" in words(jo.get("/me/"))


def test_a_bad_evening_is_told_after_a_good_morning(cast, jo):
    """Today asks once; whoever wants to say more opens the questions again."""
    jo.post("/me/check-in/", {**scene.form_of(jo.get("/me/")), "craving": "1"})
    page = words(jo.get("/me/"))
    assert "How strong are cravings right now?" not in page
    assert 'href="/me/check-in/">Check in again<' in page
    again = jo.get("/me/check-in/")
    assert "One thing today, Jo" in words(again)  # the paper; a second check-in is no duty
    jo.post("/me/check-in/", {**scene.form_of(again), "craving": "9"})
    assert [row.craving for row in rows(CheckIn).order_by("at", "craving")] == [1, 9]


def test_a_check_in_is_kept_once_however_often_it_is_sent(cast, jo):
    sent = {
        **scene.form_of(jo.get("/me/")),
        "craving": "3",
        "mood": "4",
        "sleep_hours": "6.5",
        "word": "ok",
    }
    for _ in range(3):
        assert jo.post("/me/check-in/", sent).status_code == 302
    row = rows(CheckIn).get()
    assert (row.craving, row.mood, float(row.sleep_hours), row.word) == (3, 4, 6.5, "ok")
    assert Entry.objects.filter(code="instruments.check_in.kept", actor_kind="client").count() == 1


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"craving": "11"},
        {"craving": "x"},
        {"mood": "0"},
        {"sleep_hours": "30"},
        {"used": "maybe"},
    ],
)
def test_a_bad_check_in_is_refused_with_words_and_keeps_what_was_typed(cast, jo, answers):
    sent = {**scene.form_of(jo.get("/me/")), "word": "", **answers}
    page = jo.post("/me/check-in/", sent)
    assert page.status_code == 422
    assert "error-summary" in words(page)
    assert not rows(CheckIn).exists()


def test_asking_for_a_call_opens_one_duty_now_and_shows_who_answers(cast, jo):
    sent = {**scene.form_of(jo.get("/me/")), "wants_help": "on"}
    answer = jo.post("/me/check-in/", sent)
    assert answer["Location"] == "/me/help/"
    page = words(jo.get("/me/help/"))
    assert "988" in page
    assert "911" in page
    assert "Dana Reyes" in page
    task = rows(CareTask).get()
    assert (task.urgency, task.owner_id, task.kind) == ("now", cast.dana.pk, "check_in")


def test_use_asks_for_a_talk_the_same_day_and_never_punishes(cast, jo):
    sent = {**scene.form_of(jo.get("/me/")), "used": "yes"}
    assert jo.post("/me/check-in/", sent)["Location"] == "/me/help/"
    assert rows(CareTask).get().urgency == "same_day"


def test_the_day_shows_own_sessions_and_no_one_elses_name(cast, jo):
    where = scene.session(cast, clock.now() + timedelta(minutes=1))
    scene.seat(cast, cast.jo, where, cast.episode)
    scene.seat(cast, cast.pat, where, cast.other_episode, number=2)
    page = words(jo.get("/me/")) + words(jo.get("/me/week/"))
    assert "Early recovery B" in page
    assert "Pat" not in page
    assert "Moreau" not in page


def test_the_plan_is_signed_by_typing_ones_own_name(cast, jo):
    made = scene.plan(cast)
    page = jo.get("/me/plan/")
    assert "Sleep through the night" in words(page)
    address = f"/me/plan/{made.pk}/signature/"
    wrong = jo.post(address, {**scene.form_of(page), "signer_name": "Kim Avery"})
    assert wrong.status_code == 422
    assert "Kim Avery" in words(wrong)
    right = jo.post(address, {**scene.form_of(jo.get("/me/plan/")), "signer_name": "Jo Avery"})
    assert right.status_code == 302
    assert rows(Plan).get(pk=made.pk).state == "active"
    assert "/signature/" not in words(jo.get("/me/plan/"))


def test_nobody_signs_the_plan_of_another(cast, client):
    made = scene.plan(cast)
    client.force_login(cast.pat.account)
    sent = {**scene.form_of(client.get("/me/")), "signer_name": "Pat Moreau"}
    assert client.post(f"/me/plan/{made.pk}/signature/", sent).status_code in (404, 409)
    assert rows(Plan).get(pk=made.pk).state == "signed"


def test_the_record_shows_signed_notes_only_and_never_a_peers(cast, jo):
    where = scene.session(cast, clock.now() - timedelta(days=1))
    mine = scene.note(cast, where, cast.jo, cast.episode, "Jo found her own words.", signed=True)
    other = scene.note(cast, where, cast.pat, cast.other_episode, "Pat was angry.", signed=True)
    scene.shared_note(cast, where, "We practiced the pause.")
    later = scene.session(cast, clock.now() - timedelta(hours=3), "Another")
    draft = scene.note(cast, later, cast.jo, cast.episode, "Half a thought", signed=False)
    assert "Another" not in words(jo.get("/me/record/"))
    page = words(jo.get(f"/me/record/notes/{mine.pk}/"))
    assert "Jo found her own words." in page
    assert "We practiced the pause." in page
    assert "Pat" not in page
    for hidden in (other, draft):
        assert jo.get(f"/me/record/notes/{hidden.pk}/").status_code == 404


def test_a_first_reading_is_never_shown_as_more_than_that(cast, jo):
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="presumptive")
    page = words(jo.get("/me/record/"))
    assert "a first reading, not confirmed" in page
    assert "tested positive" not in page


def test_the_client_sees_who_looked_but_not_oneself(cast, client):
    client.force_login(cast.dana.account)
    client.get(f"/desk/clients/{cast.jo.pk}/")
    client.force_login(cast.jo.account)
    client.get("/me/record/")
    page = words(client.get("/me/record/readers/"))
    assert page.count("Dana Reyes") == 1
    assert "your schedule and attendance" in page
    assert "Omar" not in page


def test_who_looked_goes_back_to_the_first_look(cast, client, monkeypatch):
    """However many there were, each stands on one of the pages."""
    from homeward.portal import readers

    client.force_login(cast.dana.account)
    for _ in range(4):
        client.get(f"/desk/clients/{cast.jo.pk}/")
    client.force_login(cast.jo.account)
    whole = words(client.get("/me/record/readers/")).count("Dana Reyes")
    assert "?until=" not in words(client.get("/me/record/readers/"))
    monkeypatch.setattr(readers, "MOST_ENTRIES", 3)
    seen, address = 0, "/me/record/readers/"
    for _ in range(20):
        page = words(client.get(address))
        seen += page.count("Dana Reyes")
        found = re.search(r'href="(/me/record/readers/\?until=[^"]+)"', page)
        if not found:
            break
        address = found[1].replace("&amp;", "&")
    assert seen >= whole >= 4
    assert not found
    for wrong in ("soon", "2026-13-40T00:00:00Z", "2026-11-01"):
        assert client.get(f"/me/record/readers/?until={wrong}").status_code == 404


def test_a_waiting_consent_is_signed_on_the_phone(cast, jo):
    page = jo.get("/me/sharing/new/tpo/")
    assert "Jo Avery" in words(page)
    assert "{client}" not in words(page)
    wrong = jo.post("/me/sharing/new/tpo/", {**scene.form_of(page), "signer_name": "Somebody"})
    assert wrong.status_code == 422
    right = {**scene.form_of(jo.get("/me/sharing/new/tpo/")), "signer_name": "jo avery"}
    assert jo.post("/me/sharing/new/tpo/", right)["Location"] == "/me/"
    assert rows(Consent).get().kind == "tpo"
    assert jo.get("/me/sharing/new/tpo/").status_code == 404


@pytest.mark.parametrize("kind", ["research", "nonsense", "family"])
def test_only_what_waits_can_be_signed_here(cast, jo, kind):
    assert jo.get(f"/me/sharing/new/{kind}/").status_code == 404


def test_a_consent_is_taken_back_in_two_taps_and_only_once(cast, jo):
    row = scene.consent(cast, "tpo")
    assert "in force" in words(jo.get("/me/sharing/"))
    first = jo.get(f"/me/sharing/{row.pk}/")
    assert jo.post(f"/me/sharing/{row.pk}/end/", scene.form_of(first)).status_code == 302
    jo.post(f"/me/sharing/{row.pk}/end/", scene.form_of(jo.get("/me/")))
    assert rows(Revocation).count() == 1
    assert "taken back" in words(jo.get("/me/sharing/"))
    assert "Take it back" not in words(jo.get(f"/me/sharing/{row.pk}/"))


def test_nobody_takes_back_the_consent_of_another(cast, client):
    row = scene.consent(cast, "tpo")
    client.force_login(cast.pat.account)
    assert client.get(f"/me/sharing/{row.pk}/").status_code == 404
    sent = scene.form_of(client.get("/me/"))
    assert client.post(f"/me/sharing/{row.pk}/end/", sent).status_code == 404
    assert not rows(Revocation).exists()


def test_a_client_without_an_open_episode_still_has_a_day(cast, client):
    cast.episode.change(ended_at=clock.now(), ended_on=clock.now().date())
    client.force_login(cast.jo.account)
    for path in PAGES:
        assert client.get(path).status_code == 200, path

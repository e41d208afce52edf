"""The chain walked on its pages, and what each role sees of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.core.actors import Actor
from homeward.desk.conftest import KEYS
from homeward.drugtests import actions
from homeward.drugtests.commands import verify_draw
from homeward.drugtests.made_messages import Line, oru
from homeward.drugtests.models import DrugTest, Kit, LabMessage, Laboratory, LabOrder, Pool
from homeward.drugtests.queries import reading_of
from homeward.drugtests.words import OUTCOMES
from homeward.program.models import RuleNumber
from homeward.program.rules.defaults import NUMBERS
from homeward.testing.cast import NOON

COLLECTED = {
    "identity_by": "known", "collection": "temperature_monitored", "temperature_f": "94.6",
    "temperature_minutes": "2", "is_sealed": "on", "client_initials": "JA",
}  # fmt: skip
READ = {"reading_0": "negative", "reading_1": "positive"}


def at(name, test):
    return reverse(f"desk:{name}", args=[test.pk])


def cup() -> dict:
    """What Tess reads, with the site's kit."""
    return READ | {"kit": str(Kit.objects.get().pk)}


def state(test) -> str:
    return DrugTest.objects.unscoped("test").get(pk=test.pk).state


def test_the_whole_chain(visit, told, kit):
    """Tess collects and reads; Dana reviews and talks; each from the page before."""
    tess, dana = visit("tess"), visit("dana")
    today = tess.get(reverse("desk:drug_tests")).content.decode()
    assert at("drug_test_collection", told) in today
    assert tess.send(at("drug_test_collection", told), COLLECTED).status_code == 302
    assert state(told) == "collected"
    assert tess.send(at("drug_test_results", told), cup()).status_code == 302
    assert state(told) == "resulted"
    page = dana.get(at("drug_test", told)).content.decode()
    assert "Presumptive, not confirmed" in page
    assert dana.send(at("drug_test_review", told), seen_at=at("drug_test", told)).status_code == 302
    talk = {"client_account": "agrees", "discussion": "Went through the day it happened."}
    assert dana.send(at("drug_test_discussion", told), talk).status_code == 302
    assert state(told) == "discussed"
    assert "Nothing is left" not in dana.get(reverse("desk:drug_tests")).content.decode()


def no_kit(test, kit):
    Kit.objects.all().update(withdrawn_at=NOON)


def a_kit_past_its_date(test, kit):
    Kit.objects.all().update(expires_on=NOON.date() - timedelta(days=1))


def a_kit_that_reads_less(test, kit):
    Kit.objects.all().update(analytes=["thc"])


def no_panel_of_their_own(test, kit):
    DrugTest.objects.unscoped("test").filter(pk=test.pk).update(panel_need="own_substances")


def another_kit_that_fits(test, kit):
    """The one that expires first does not fit; another does."""
    Kit.objects.all().update(analytes=["thc"])
    Kit.objects.create(
        site=test.site, name="Cup", lot="B2", analytes=["etg", "thc"], added_at=NOON,
        expires_on=NOON.date() + timedelta(days=90), added_by=kit.added_by,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words", "shortly"),
    [
        (no_kit, "No kit is on this site", "no kit fits"),
        (a_kit_past_its_date, "No kit here is in date and reads everything", "no kit fits"),
        (a_kit_that_reads_less, "No kit here is in date and reads everything", "no kit fits"),
        (
            no_panel_of_their_own,
            "The test has no panel of its own with its need",
            "no clinician has set the panel",
        ),
        (another_kit_that_fits, "", ""),
    ],
)
def test_the_cup_is_offered_only_where_it_may_be_read(visit, told, kit, change, words, shortly):
    """The list, the test and the form ask the rule that decides, and say why not; what was typed
    into a form that was open before is refused and stays."""
    tess, form = visit("tess"), at("drug_test_results", told)
    assert tess.send(at("drug_test_collection", told), COLLECTED).status_code == 302
    told.refresh_from_db()
    assert is_offered(tess, told)
    sent = dict(KEYS.findall(tess.get(form).content.decode())) | cup() | {"ph": "6.4"}
    change(told, kit)

    assert is_offered(tess, told, words, shortly) is (not words)
    if words:
        refused = tess.browser.post(form, sent)
        assert refused.status_code == 422
        assert "6.4" in refused.content.decode() and "Save results" in refused.content.decode()
        assert state(told) == "collected"


def test_without_a_certificate_no_cup_is_offered(visit, told, lot):
    tess = visit("tess")
    tess.send(at("drug_test_collection", told), COLLECTED)
    words = "This site has no CLIA certificate that holds today."
    assert not is_offered(tess, told, words, "no certificate holds")


def is_offered(visitor, test, words="", shortly=""):
    """Whether all three pages offer the reading; where none does, each says why."""
    form = at("drug_test_results", test)
    today, one, page = (
        visitor.get(url).content.decode()
        for url in (reverse("desk:drug_tests"), at("drug_test", test), form)
    )
    offers = {"Read the cup" in today, form in today, form in one, "Save results" in page}
    assert len(offers) == 1
    assert at("drug_test_dispatch", test) in one
    if words:
        assert words in one and words in page and f"Not read here: {shortly}" in today
    else:
        assert "cannot be read here" not in one + page and "Not read here" not in today
    return offers.pop()


def test_the_list_asks_the_rule_once_for_all(
    visit, tuesday, told, kit, django_assert_max_num_queries
):
    tess = visit("tess")
    rows = {
        "client": tuesday.jo.row, "site": tuesday.site, "episode": tuesday.episode,
        "panel": ["thc"], "panel_need": "own_panel", "state": "collected", "due_at": NOON,
        "collected_at": NOON,
    }  # fmt: skip
    DrugTest.objects.create(ordered_at=NOON - timedelta(minutes=1), **rows)
    tess.get(reverse("desk:drug_tests"))
    with django_assert_max_num_queries(60) as few:
        tess.get(reverse("desk:drug_tests"))
    for minutes in range(2, 20):
        DrugTest.objects.create(ordered_at=NOON - timedelta(minutes=minutes), **rows)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert tess.get(reverse("desk:drug_tests")).content.decode().count("Read the cup") == 19


def test_a_technician_sees_no_result(visit, told, kit):
    tess = visit("tess")
    tess.send(at("drug_test_collection", told), COLLECTED)
    tess.send(at("drug_test_results", told), cup())
    for page in (at("drug_test", told), reverse("desk:drug_tests")):
        text = tess.get(page).content.decode()
        assert "resumptive" not in text
        assert "Result in" in text
    assert tess.get(at("drug_test_discussion", told)).status_code == 403


def test_a_refusal_keeps_what_was_typed(visit, told):
    answer = visit("tess").send(
        at("drug_test_collection", told), COLLECTED | {"temperature_f": "88.0", "is_sealed": ""}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "88.0" in text
    assert "Seal the specimen" in text
    assert state(told) == "notified"


def test_a_second_click_changes_nothing(visit, told):
    tess = visit("tess")
    page = tess.get(at("drug_test_end", told)).content.decode()
    sent = dict(KEYS.findall(page)) | {"state": "refused", "reason": "not today"}
    first = tess.browser.post(at("drug_test_end", told), sent)
    again = tess.browser.post(at("drug_test_end", told), sent)
    assert (first.status_code, again.status_code) == (302, 302)
    assert DrugTest.objects.unscoped("test").get(pk=told.pk).version == told.version + 1


def test_a_form_that_is_behind_is_refused(visit, told):
    answer = visit("tess").send(
        at("drug_test_end", told), {"state": "refused", "reason": "not today", "form_version": "7"}
    )
    assert answer.status_code == 409


@pytest.mark.parametrize(
    "name", ["drug_test", "drug_test_collection", "drug_test_results", "drug_test_end",
             "drug_test_discussion"],
)  # fmt: skip
def test_a_test_does_not_exist_for_omar(visit, told, name):
    assert visit("omar").get(at(name, told)).status_code == 404


@pytest.mark.parametrize("name", ["kim", "jo", "ada"])
def test_the_room_is_closed_to_others(visit, told, name):
    assert visit(name).get(reverse("desk:drug_tests")).status_code == 403


def test_the_front_desk_sees_who_waits_but_no_more(visit, told):
    text = visit("fay").get(reverse("desk:drug_tests")).content.decode()
    assert "Jo A." in text
    assert at("drug_test", told) not in text
    assert visit("fay").get(at("drug_test", told)).status_code == 404


def test_ordering_a_test_with_a_reason(visit, tuesday):
    url = reverse("desk:drug_test_order", args=[tuesday.jo.pk])
    sent = {"cause": "Slurred speech at arrival", "seconded_by": str(tuesday.ruth.pk)}
    assert visit("dana").send(url, sent).status_code == 302
    assert DrugTest.objects.unscoped("test").get().is_for_cause
    assert visit("omar").get(url).status_code == 404


def test_the_tests_of_a_record(visit, tuesday, told):
    url = reverse("desk:chart_tests", args=[tuesday.jo.pk])
    assert at("drug_test", told) in visit("dana").get(url).content.decode()
    assert visit("omar").get(url).status_code == 404
    # The same words as in packets and in a call with a payer.
    told.change(outcome="negative", specimen="adulterated", state="resulted", resulted_at=NOON)
    chart = visit("dana").get(reverse("desk:chart_tests", args=[tuesday.jo.pk])).content.decode()
    assert str(OUTCOMES[reading_of(told)]) == "Cannot be read: adulterated"
    assert "Cannot be read: adulterated" in chart


def test_a_revealed_draw_is_downloaded_and_holds(visit, tuesday):
    """What the page gives is what the verifier reads."""
    program = Actor.of_service("drugtests.draw")
    pool = Pool.objects.create(code="iop-main", program=tuesday.program, site=tuesday.site)
    yesterday = NOON.date() - timedelta(days=1)
    draw = actions.commit_draw(
        actor=program, pool_id=pool.pk, day=yesterday, now=NOON - timedelta(days=2)
    )
    url = reverse("desk:drug_test_draw", args=[draw.pk])
    assert "secret" not in visit("dana").get(url).json()
    actions.run_draw(actor=program, draw_id=draw.pk, now=NOON - timedelta(days=1))
    actions.reveal_draw(actor=program, draw_id=draw.pk, now=NOON)
    answer = visit("dana").get(url)
    assert verify_draw(answer.json(), arguments=())[0]["valid"]
    assert draw.commitment[:12] in str(answer.json())
    assert url in visit("dana").get(reverse("desk:drug_tests")).content.decode()


def test_today_needs_the_same_queries_for_many(visit, tuesday, told, django_assert_max_num_queries):
    dana = visit("dana")
    dana.get(reverse("desk:drug_tests"))
    for hours in range(2, 30):
        DrugTest.objects.create(
            client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["thc"],
            state="notified", ordered_at=NOON - timedelta(minutes=hours), due_at=NOON,
        )  # fmt: skip
    with django_assert_max_num_queries(28):
        dana.get(reverse("desk:drug_tests"))


def test_kits_panels_and_days_on_their_pages(visit, tuesday, told, kit):
    tess, dana, dina = visit("tess"), visit("dana"), visit("dina")
    bench = tess.get(reverse("desk:drug_test_bench")).content.decode()
    assert "A1" in bench
    assert "Telephone" in bench, "where no line is connected, the page says so"
    new = {"site": str(tuesday.site.pk), "name": "Cup", "lot": "B2", "expires_on": "2027-01-01",
           "analytes": ["thc"]}  # fmt: skip
    assert tess.send(reverse("desk:drug_test_kit"), new).status_code == 302
    again = tess.send(reverse("desk:drug_test_kit"), new)
    assert again.status_code == 422
    assert "on the list already" in again.content.decode()
    gone = reverse("desk:drug_test_kit_withdrawn", args=[kit.pk])
    assert tess.send(gone, {"reason": "Left in the sun"}).status_code == 302
    paper = {"site": str(tuesday.site.pk), "number": "36D1", "kind": "waiver",
             "starts_on": "2026-01-01", "ends_on": "2025-01-01"}  # fmt: skip
    url = reverse("desk:drug_test_certificate")
    assert dina.send(url, paper).status_code == 422
    assert dina.send(url, paper | {"ends_on": "2028-01-01"}).status_code == 302
    assert tess.get(url).status_code == 403
    panel = reverse("desk:drug_test_panel", args=[tuesday.jo.pk])
    assert dana.send(panel, {"has_thc": "on"}).status_code == 422
    stated = {"has_thc": "on", "need_thc": "Named cannabis at intake."}
    assert dana.send(panel, stated).status_code == 302
    days = reverse("desk:drug_test_days", args=[tuesday.jo.pk])
    agreed = {"weekdays": ["5"], "words": "Works near the house on Saturdays."}
    assert dana.send(days, agreed).status_code == 302
    record = dana.get(reverse("desk:chart_tests", args=[tuesday.jo.pk])).content.decode()
    assert "Named cannabis at intake." in record
    assert "Saturday" in record
    assert visit("omar").get(panel).status_code == 404
    assert "before" in tess.get(at("drug_test_paper", told)).content.decode()


def test_a_message_that_waits_is_decided_by_a_clinician(visit, tuesday, told, kit):
    laboratory = Laboratory.objects.create(
        code="north", name="North Laboratory", sender="NORTHLAB", codes={"thc": "thc", "etg": "etg"}
    )
    tess, dana = visit("tess"), visit("dana")
    tess.send(at("drug_test_collection", told), COLLECTED)
    assert (
        tess.send(at("drug_test_dispatch", told), seen_at=at("drug_test", told)).status_code == 302
    )
    order = LabOrder.objects.unscoped("test").get()
    lines = (Line("ETG", "Negative"), Line("THC", "Positive"))
    raw = oru(number=order.number, record="", family="Other", lines=lines, collected="")
    program = Actor.of_service("drugtests.laboratory")
    actions.receive_message(actor=program, raw=raw, via="file", now=NOON)
    message = LabMessage.objects.get()
    url = reverse("desk:drug_test_message", args=[message.pk])
    page = dana.get(url).content.decode()
    assert "The name is not the one we sent." in page
    assert order.number in page
    assert "Cannabis (THC): presumptive, not confirmed" in page
    assert dana.send(url, {"order": "aside", "reason": "no"}).status_code == 422
    filed = {"order": str(order.pk), "reason": "A former family name; I asked."}
    assert dana.send(url, filed).status_code == 302
    assert state(told) == "resulted"
    assert dana.get(url).status_code == 404, "what is decided waits no longer"
    assert tess.get(url).status_code == 403
    assert visit("fay").get(reverse("desk:drug_test_messages")).status_code == 403
    test_page = dana.get(at("drug_test", told)).content.decode()
    assert "not confirmed" in test_page
    assert (
        dana.send(at("drug_test_disputed", told), seen_at=at("drug_test", told)).status_code == 302
    )
    talk = {"client_account": "disputes", "discussion": "Says it cannot be, wants it confirmed."}
    assert dana.send(at("drug_test_discussion", told), talk).status_code == 422
    asked = dana.send(at("drug_test_confirmation", told), {"analytes": ["thc"]})
    assert asked.status_code == 302
    assert dana.send(at("drug_test_discussion", told), talk).status_code == 302
    assert laboratory.pk == order.laboratory_id
    named = {"reading_0": "not_tested", "reading_1": "not_tested", "reading_thc_cooh": "positive",
             "level_thc_cooh": "62", "cutoff_thc_cooh": "15"}  # fmt: skip
    results = at("drug_test_results", told)
    assert dana.send(results, named | {"method": "presumptive"}).status_code == 422
    assert dana.send(results, named | {"method": "definitive"}).status_code == 302
    test_page = dana.get(at("drug_test", told)).content.decode()
    assert "Cannabis marker (THC-COOH)" in test_page
    assert "62 ng/mL" in test_page
    assert "Tested positive, confirmed" in test_page


def test_the_screen_asks_by_the_programs_own_limits(visit, tuesday, told):
    """Another number of the program changes what the technician reads, and what is refused."""
    tess, url = visit("tess"), at("drug_test_collection", told)
    page = tess.get(url).content.decode()
    assert "Between 90 and 100." in page and "Within 4 minutes." in page
    for code, value in (("urine_temperature_low_f", "95"), ("urine_temperature_minutes", "1")):
        RuleNumber.objects.create(
            program=tuesday.program, code=code, value=value, unit=NUMBERS[code].unit,
            starts_on=NOON.date() - timedelta(days=1), source_title="Ours", tag="norm",
        )  # fmt: skip
    page = tess.get(url).content.decode()
    assert "Between 95 and 100." in page and "Within 1 minutes." in page
    assert tess.send(url, COLLECTED).status_code == 422
    assert state(told) == "notified"

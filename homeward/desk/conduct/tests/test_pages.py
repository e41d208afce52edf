"""The room and its forms by role: what is kept, refused with its field, hidden from outsiders."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.conduct.models import (
    Appeal,
    BelongingsSearch,
    ClientReply,
    ConductEvent,
    ContactRestriction,
    ResponseStep,
    RulesEdition,
    RulesSignature,
    SearchConsent,
    Visit,
    Witness,
)
from homeward.conduct.reaching import every
from homeward.conduct.tests.staging import rules_in_force, talked
from homeward.desk.conftest import KEYS
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
# What differs from one page to the next whatever was typed.
CHANGING = re.compile(
    r'(?:name="(?:form_key|csrfmiddlewaretoken)" value|nonce|hx-headers)=["\'][^"]*["\']'
)


def words_of(answer):
    return answer.content.decode()


def at(name, *ids):
    return reverse(f"desk:{name}", args=ids)


def test_a_talk_is_kept_by_one_form_and_a_second_click_changes_nothing(visit, tuesday):
    dana, url = visit("dana"), at("conduct_event_new", tuesday.jo.pk)
    page = words_of(dana.get(url))
    assert page.count("<textarea") == 3
    keys = dict(KEYS.findall(page))
    body = keys | {
        "kind": "late_or_left", "at": "2026-11-24T11:00", "words": "Came at 10:05.",
        "talk": "We looked at the bus.", "stance": "agrees", "client_words": "It was full.",
    }  # fmt: skip
    for _click in range(2):
        assert dana.browser.post(url, body).status_code in (302, 303)
    step = every(ResponseStep).get()
    assert (step.rung, every(ClientReply).get().words) == ("conversation", "It was full.")
    about = {"client": tuesday.jo.row, "site": tuesday.site}
    search = BelongingsSearch.objects.create(
        **about, at=NOON, ground="everyone_today", places=["bag"], by=tuesday.tess.row,
        second=tuesday.ruth.row, decision={},
    )  # fmt: skip
    Witness.objects.create(
        **about, search=search, worker=tuesday.ruth.row, asked_at=NOON, answered_at=NOON,
        was_there=False,
    )  # fmt: skip
    chart = words_of(dana.get(at("chart_conduct", tuesday.jo.pk)))
    assert "disputed: Ruth Abara says they were not there" in chart
    assert "Came at 10:05." in chart and "It was full." in chart
    assert "The next step would be: Written agreement." in chart
    refused = dana.send(url, {"kind": "late_or_left", "at": "2026-11-25T11:00", "words": "Kept?"})
    said = words_of(refused)
    assert refused.status_code == 422 and "The time is still to come." in said and "Kept?" in said


def test_a_refused_step_shows_the_whole_rule_and_a_paper_is_made(visit, tuesday):
    event = talked(tuesday)
    dana, url = visit("dana"), at("conduct_step", event.pk)
    page = dana.send(url, {"rung": "team_review", "words": "Now the team."})
    assert page.status_code == 422
    said = words_of(page)
    assert "One step at a time within 90 days" in said and "Now the team." in said
    done = dana.send(
        url,
        {"rung": "written_agreement", "words": "Comes by 9:25.", "consequence": "A contract.",
         "review_on": "2026-12-01"},
    )  # fmt: skip
    assert done.status_code in (302, 303)
    step = every(ResponseStep).get(rung="written_agreement")
    seen = at("chart_conduct", tuesday.jo.pk)
    made = dana.send(at("conduct_paper", step.pk), seen_at=seen)
    assert made.status_code == 302
    paper = dana.get(made.url)
    assert paper.status_code == 200 and b"%PDF" in paper.content[:20]


def test_the_room_shows_what_waits_and_outsiders_nothing(visit, tuesday):
    event = talked(tuesday, stance="", client_words="")
    step = every(ResponseStep).get(event=event)
    dana = words_of(visit("dana").get(at("conduct")))
    assert "The client was not heard yet" in dana and "Jo A." in dana
    assert "Jo A." not in words_of(visit("omar").get(at("conduct")))
    for name, ids in (
        ("chart_conduct", (tuesday.jo.pk,)), ("conduct_event_new", (tuesday.jo.pk,)),
        ("conduct_step", (event.pk,)), ("conduct_reply", (step.pk,)),
        ("conduct_search_new", (tuesday.jo.pk,)), ("conduct_restriction_new", (tuesday.jo.pk,)),
    ):  # fmt: skip
        assert visit("omar").get(at(name, *ids)).status_code == 404, name
        assert visit("fay").get(at(name, *ids)).status_code == 403, name
    assert visit("tess").get(at("conduct_event_new", tuesday.jo.pk)).status_code == 200
    assert visit("tess").get(at("conduct_search_consent", tuesday.jo.pk)).status_code == 200
    # A technician's list shows neither events nor steps, so no address opens one.
    for name, ids in (
        ("conduct_step", (event.pk,)), ("conduct_reply", (step.pk,)),
        ("conduct_appeal_new", (step.pk,)),
    ):  # fmt: skip
        assert visit("tess").get(at(name, *ids)).status_code == 404, name
        assert visit("sam").get(at(name, *ids)).status_code == 200, name
    closed = words_of(visit("dina").get(at("chart_conduct", tuesday.jo.pk)))
    assert "Closed to you now" in closed and "The next step" not in closed
    assert visit("tess").get(at("conduct_restriction_new", tuesday.jo.pk)).status_code == 403


def test_the_client_reads_answers_appeals_and_the_director_hears(visit, tuesday):
    rules_in_force(tuesday)
    event = talked(tuesday, stance="", client_words="")
    step = every(ResponseStep).get(event=event)
    jo, pat = visit("jo"), visit("pat")
    page = words_of(jo.get(reverse("portal:rules")))
    assert "Sign the rules" in page and "We talked" in page and "[clothing]" not in page
    sign = reverse("portal:rules_sign")
    wrong = jo.send(sign, {"signer_name": "Kim"}, seen_at=reverse("portal:rules"))
    assert wrong.status_code == 422
    jo.send(sign, {"signer_name": "Jo Avery"}, seen_at=reverse("portal:rules"))
    assert every(RulesSignature).get().client_id == tuesday.jo.pk
    things = reverse("portal:search_consent")
    jo.send(things, {"signer_name": "Jo Avery"}, seen_at=reverse("portal:rules"))
    jo.send(things, {"end": "1"}, seen_at=reverse("portal:rules"))
    assert every(SearchConsent).get().withdrawn_at is not None
    talk = reverse("portal:talk", args=[step.pk])
    assert pat.get(talk).status_code == 404
    empty = jo.send(talk, {"stance": "disagrees", "words": ""})
    assert empty.status_code == 422
    jo.send(talk, {"stance": "disagrees", "words": "The bus was late."})
    assert every(ClientReply).get().by_id is None
    asks = reverse("portal:appeal", args=[step.pk])
    jo.send(asks, {"words": "Please look again."}, seen_at=talk)
    appeal = every(Appeal).get()
    dina, url = visit("dina"), at("conduct_appeal", appeal.pk)
    every(Appeal).update(filed_by=tuesday.sam.row)
    own = words_of(visit("sam").get(url))
    assert "Whoever hears it did not write the appeal down" in own
    assert "<textarea" not in own
    room = words_of(visit("sam").get(at("conduct")))
    assert "you wrote the appeal down; somebody else hears it" in room
    assert url not in room
    every(Appeal).update(filed_by=None)
    assert visit("dana").get(url).status_code == 403
    assert "asks that a step be looked at again" in words_of(dina.get(at("conduct")))
    assert "Please look again." in words_of(dina.get(url))
    dina.send(url, {"outcome": "set_aside", "answer": "The bus was late that day."})
    assert "The bus was late that day." in words_of(jo.get(talk))


def test_a_restriction_is_known_whole_to_few(visit, tuesday):
    body = {
        "between": "contact", "visitor": "Rowan Pike", "reach": "site", "starts_on": "2026-11-24",
        "review_on": "2027-03-01", "ask": str(tuesday.dana.pk), "reason": "Waited outside twice.",
    }  # fmt: skip
    dana, url = visit("dana"), at("conduct_restriction_new", tuesday.jo.pk)
    late = dana.send(url, body)
    assert late.status_code == 422 and "within 60 days" in words_of(late)
    dana.send(url, body | {"review_on": "2026-12-20"})
    row = every(ContactRestriction).get()
    assert "Rowan Pike" in words_of(dana.get(at("chart_conduct", tuesday.jo.pk)))
    assert "Rowan Pike" in words_of(visit("sam").get(at("chart_conduct", tuesday.jo.pk)))
    ruth = words_of(visit("ruth").get(at("chart_conduct", tuesday.jo.pk)))
    assert "Rowan Pike" not in ruth
    review = at("conduct_restriction", row.pk)
    assert visit("ruth").get(review).status_code == 403
    fay = visit("fay")
    came = fay.send(
        at("conduct_visitors"),
        {"site": str(tuesday.site.pk), "name": "Rowan Pike", "purpose": "other", "badge": "1",
         "host": str(tuesday.dana.pk), "promised": "on"},
    )  # fmt: skip
    said = words_of(fay.get(came.url))
    assert "Ask Dana Reyes before you let this visitor in." in said and "Jo A" not in said
    visitor = Visit.objects.get()
    fay.send(at("conduct_visitor_out", visitor.pk), seen_at=at("conduct_visitors"))
    answers = set()
    for name in ("Jo Avery", "Zed Quux"):  # a client, and nobody: the very same page
        named = fay.send(
            at("conduct_visitors"),
            {"site": str(tuesday.site.pk), "name": name, "purpose": "other", "badge": "1",
             "host": str(tuesday.dana.pk), "promised": "on", "organisation": name},
        )  # fmt: skip
        assert named.status_code == 422
        said = CHANGING.sub("", words_of(named).replace(name, "somebody"))
        assert "what kind of place" in said
        answers.add(said)
    assert len(answers) == 1
    assert "Jo Avery" not in words_of(fay.get(at("conduct_visitors")))
    # Who set it and left the team knows no more of it than any other colleague.
    assert "Rowan Pike" not in words_of(dana.get(at("conduct")))
    every(ContactRestriction).update(review_on="2026-11-28")
    assert "Rowan Pike" in words_of(dana.get(at("conduct")))
    assert "Rowan Pike" in words_of(visit("sam").get(at("conduct")))
    mine = every(TeamMembership).filter(worker=tuesday.dana.row)
    mine.update(ends_at=NOON - timedelta(hours=1))
    assert "Rowan Pike" not in words_of(dana.get(at("conduct")))
    assert dana.get(review).status_code == 404
    mine.update(ends_at=None)
    dana.send(review, {"what": "end", "reason": "Talked over with everybody."})
    assert every(ContactRestriction).get().ended_on is not None


def test_the_rules_are_edited_with_preview_and_history(visit, tuesday):
    rules_in_force(tuesday)
    dina, url = visit("dina"), at("conduct_rules")
    assert dina.send(url).status_code == 302
    draft, page = at("conduct_rules_draft"), words_of(dina.get(at("conduct_rules_draft")))
    assert "as clients read it" in page
    row = RulesEdition.objects.get(published_at=None)
    body = {
        "english": row.english.replace("Hats come off", "Caps come off"), "spanish": row.spanish,
        "asks_again": "on", "publish": "1",
    }  # fmt: skip
    bare = dina.send(draft, body)
    assert bare.status_code == 422 and "Say in a line what changed" in words_of(bare)
    assert dina.send(draft, body | {"note": "Caps"}).status_code == 302
    history = words_of(visit("fay").get(url))
    assert "<del>" in history and "Caps come off" in history
    assert visit("dana").get(draft).status_code == 403
    report = words_of(visit("dina").get(at("conduct_equal")))
    assert "nothing can be said" in report and "conduct_conductevent" in report


def test_pages_do_not_grow_with_their_rows(visit, tuesday):
    rules_in_force(tuesday)
    dana, jo = visit("dana"), visit("jo")
    pages = (
        (dana, at("conduct")), (dana, at("chart_conduct", tuesday.jo.pk)),
        (jo, reverse("portal:rules")),
    )  # fmt: skip

    def counted():
        found = []
        for who, url in pages:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert who.get(url).status_code == 200
            found.append(len(queries))
        return found

    talked(tuesday, stance="", client_words="")
    counted()  # the first look of a session asks who came in
    few = counted()
    for _more in range(4):
        talked(tuesday, stance="", client_words="")
    assert counted() == few
    assert every(ConductEvent).count() == 5

"""From adoption to the client's hand, on the pages; hidden before, and from outsiders."""

from django.urls import reverse

from homeward.desk.conftest import KEYS
from homeward.desk.incentives import stock_views
from homeward.incentives import actions
from homeward.incentives.models import Posting, Proposal, Protocol, Stock
from homeward.incentives.queries import course_of
from homeward.incentives.tests.conftest import has_test, written
from homeward.testing.cast import NOON

FORM = {
    "name": "Steps", "target": "test", "substances": ["cocaine"], "unconfirmed": "waits",
    "first": "2.50", "step": "1.25", "most": "15.00", "bonus_every": "3", "bonus": "3",
    "restore_after": "5", "visit_cap": "15", "year_cap": "75.00", "cap_source": "Funder's letter",
    "source_title": "A study", "starts_on": "2026-11-01", "kind": "voucher",
}  # fmt: skip


def to(name, *args):
    return reverse(f"desk:{name}", args=args)


def every(model):
    return model.objects.unscoped("test")


def text(answer) -> str:
    return answer.content.decode()


def test_off_then_adopted_then_earned_then_in_the_clients_hand(visit, tuesday, monkeypatch):
    jo, dina, dana, fay = tuesday.jo.pk, visit("dina"), visit("dana"), visit("fay")
    chart, room = to("chart_incentives", jo), to("incentives")
    hidden = [(dana, chart), (dana, room), (fay, to("incentive_hand_over", jo)),
              (visit("jo"), reverse("portal:earned"))]  # fmt: skip
    assert [who.get(url).status_code for who, url in hidden] == [404] * 4
    assert "Incentives" not in text(dana.get(to("chart_tests", jo)))
    assert visit("dana").get(to("setup_incentives")).status_code == 403
    setup = to("setup_incentives")
    wrong = dina.send(setup, {**FORM, "visit_cap": "80", "first": "x"})
    assert wrong.status_code == 422
    assert "no amount" in text(wrong) or "above nothing" in text(wrong)
    assert dina.send(setup, FORM).status_code == 302
    row = Protocol.objects.get()
    assert dana.get(chart).status_code == 404  # written is not adopted
    adopted = dina.send(to("setup_incentive_adoption", row.pk), seen_at=setup)
    assert adopted.status_code == 302
    assert "in force" in text(dina.get(setup))

    mine = visit("jo")
    page = text(mine.get(reverse("portal:earned")))
    assert "The first one brings $2.50" in page and "Cedar House" in page
    signed = mine.send(
        reverse("portal:earned_join"), {"signer_name": "Jo"}, seen_at=reverse("portal:earned")
    )
    assert signed.status_code == 422
    join = {"signer_name": "Jo Avery"}
    other = mine.send(
        reverse("portal:earned_join"), {**join, "read_hash": "0" * 64},
        seen_at=reverse("portal:earned"),
    )  # fmt: skip
    assert other.status_code == 422 and "The paper is a new one now" in text(other)
    assert "What you earn" in text(mine.get("/me/")) and "brings $" not in text(mine.get("/me/"))
    signed = mine.send(reverse("portal:earned_join"), join, seen_at=reverse("portal:earned"))
    assert signed.status_code == 302
    for days in range(2):
        has_test(tuesday, days=days)
    page = text(mine.get(reverse("portal:earned")))
    assert "The next one brings $8.00" in page and "$6.25 to pick up" in page
    assert "The paper you signed" in page
    first = text(mine.get("/me/"))
    assert "The next one brings $8.00" in first and "$6.25 to pick up" in first
    assert not any(word in page.lower() for word in ("cocaine", "failed", "dirty", "clean"))

    sam = visit("sam")
    card = {"site": tuesday.site.pk, "name": "Grocery card", "face": "1.25"}
    assert fay.send(to("incentive_stock"), card).status_code == 302
    stock = Stock.objects.get()
    assert fay.send(to("incentive_delivery", stock.pk), {"pieces": "20"}).status_code == 302
    second = to("incentive_second", every(Proposal).get().pk)
    assert "Another person has to confirm" in text(fay.get(second))
    assert sam.send(second, {"act": "confirm"}).status_code == 302
    assert "20 pieces of $1.25" in text(fay.get(room)) and "$6.25 to hand over" in text(
        fay.get(room)
    )
    lay = to("incentive_hand_over", jo)
    assert dana.send(lay, {"stock": stock.pk, "amount": "6.00"}).status_code == 422
    assert dana.send(lay, {"stock": stock.pk, "amount": "6.25"}).status_code == 302
    second = to("incentive_second", every(Proposal).filter(kind="hand_over").get().pk)
    assert dana.send(second, {"act": "confirm", "initials": "JA"}).status_code == 422
    assert fay.send(second, {"act": "confirm", "initials": "XX"}).status_code == 422
    assert visit("omar").get(second).status_code == 404
    assert "1 step waits for a second person" in text(fay.get("/desk/today/"))
    assert "waits for a second person" not in text(dana.get("/desk/today/"))
    guess = {"act": "confirm", "number": "100001"}
    monkeypatch.setattr(stock_views, "MOST_TRIES", 1)
    for said in ("This is not the client", "Too many numbers were tried"):
        assert said in text(fay.send(second, guess))
    assert fay.send(second, {"act": "confirm", "initials": "JA"}).status_code == 302
    seen = text(dana.get(chart))
    assert "Number 2 in a row: $3.75" in seen and "Earned, not handed over yet" in seen
    assert "Given to you" in text(mine.get(reverse("portal:earned")))

    earn = every(Posting).filter(kind="earn").first()
    assert dana.send(to("incentive_correction", earn.pk), {
        "amount": "0", "reason": "x"}).status_code == 422  # it is in the client's hand  # fmt: skip
    month = text(dina.get(to("incentives_month") + "?month=2026-11"))
    assert "All entries of this site add up to $0.00" in month and "$18.75" in month
    outside = (chart, lay, to("incentive_course", jo), to("incentive_activity", jo))
    assert {visit("omar").get(url).status_code for url in outside} == {404}
    assert (
        mine.send(reverse("portal:earned_stop"), seen_at=reverse("portal:earned")).status_code
        == 302
    )
    ended = dina.send(to("setup_incentive_end", row.pk), seen_at=setup)
    assert ended.status_code == 302 and "ended" in text(dina.get(setup))
    assert dana.get(chart).status_code == 200  # what was earned stays to be seen


def test_the_desk_signs_counts_and_voids(visit, tuesday):
    jo, dina, dana = tuesday.jo.pk, visit("dina"), visit("dana")
    setup = to("setup_incentives")
    bowl = {**FORM, "kind": "prize", "first": "1", "step": "1", "most": "8", "bonus": "0",
            "bonus_every": "0", "target": "activity"}  # fmt: skip
    bad = dina.send(setup, {**bowl, "slips": "word 250"}, seen_at=f"{setup}?kind=prize")
    assert bad.status_code == 422 and "cannot be read" in text(bad)
    good = {**bowl, "slips": "small, 10, 1.00\nlarge, 2, 5"}
    assert dina.send(setup, good, seen_at=f"{setup}?kind=prize").status_code == 302
    row = Protocol.objects.get()
    dina.send(to("setup_incentive_adoption", row.pk), seen_at=setup)
    course = to("incentive_course", jo)
    assert "12 slips" in text(dana.get(course))
    assert dana.send(course, {"signer_name": "Jo Avery"}).status_code == 302
    count = {"what": "Saw the job desk", "on": "2026-11-24", "outcome": "met"}
    assert dana.send(to("incentive_activity", jo), count).status_code == 302
    assert visit("fay").get(to("incentive_activity", jo)).status_code == 403
    page = text(visit("jo").get(reverse("portal:earned")))
    assert "homeward-bowl-1" in page and "The next one brings 2 draws" in page
    assert dana.send(to("incentive_void", jo), {
        "amount": "1", "reason": "Unclaimed for 90 days"}).status_code == 302  # fmt: skip
    assert "Put right" in text(dana.get(to("chart_incentives", jo)))
    assert dana.send(course, {}).status_code == 302
    assert "You stopped" not in text(visit("jo").get(reverse("portal:earned")))


def test_a_paper_that_was_taken_in_meanwhile_ends_nothing(visit, tuesday):
    """Two tabs with the same paper: the second is refused, and the course goes on."""
    row = written(tuesday)
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    dana, course = visit("dana"), to("incentive_course", tuesday.jo.pk)
    tabs = [dict(KEYS.findall(text(dana.get(course)))) for _tab in range(2)]
    told = [{**keys, "signer_name": "Jo Avery"} for keys in tabs]

    assert dana.browser.post(course, told[0]).status_code == 302
    again = dana.browser.post(course, told[1])

    assert again.status_code == 422
    assert course_of(tuesday.jo.pk) is not None
    assert dana.send(course, {}).status_code == 302
    assert course_of(tuesday.jo.pk) is None

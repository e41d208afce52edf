"""Something happened: written down, talked over, agreed, answered on the phone, and heard."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from homeward.conduct.models import Appeal, ResponseStep
from homeward.core import clock
from homeward.demo.accounts import make_accounts_of
from homeward.doorways.models import Doorway
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Phase, Track
from homeward.staff.models import Worker
from homeward.testing.stage import admitted
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def in_care() -> Client:
    """Bianca is in care with the counselor and the technician, and has a page of her own."""
    by = Worker.objects.select_related("site").get(account__username="counselor")
    client = Client.objects.create(
        site=by.site, chart_number="HW-00001", name="Bianca Cruz", birth_date=date(1990, 5, 17)
    )
    helper = Worker.objects.get(account__username="technician")
    TeamMembership.objects.create(
        client=client, site=by.site, worker=helper, role="technician",
        starts_at=clock.now() - timedelta(days=9),
    )  # fmt: skip
    nobody = SimpleNamespace(support_name="", support_relation="", officer_name="")
    make_accounts_of(client, [], nobody)  # type: ignore[arg-type]
    Doorway.objects.create(
        client=client, site=by.site, whose="client", account=client.account,
        opened_at=clock.now(), proofed_at=clock.now(),
    )  # fmt: skip
    track = Track.objects.filter(site=by.site).select_related("program").order_by("pk").first()
    assert track is not None
    phase = Phase.objects.filter(program=track.program).order_by("position").first()
    house = SimpleNamespace(program=track.program, track=track, phases={"early": phase})
    admitted(house, client, by, by.site)  # type: ignore[arg-type]
    return client


def written_down_and_talked_over(w: Walker, client: Client) -> None:
    """The technician writes what happened; the counselor talks, and they agree in writing."""
    w.sign_in("technician")
    w.visit(f"/desk/clients/{client.pk}/conduct/event/")
    w.choose(kind="late_or_left")
    w.fill(words="Came at 10:05, the group began at 9:30.")
    w.press("Keep it")
    w.reads("Kept. The client reads it on their own page")
    w.sign_in("counselor")
    w.visit(f"/desk/clients/{client.pk}/conduct/")
    w.reads("Came at 10:05", "The next step would be: Conversation.")
    w.follow("Next step")
    w.fill(words="We looked at the bus times together.")
    w.choose(stance="partly")
    w.press("Keep the step")
    w.reads("We looked at the bus times together.", "The next step would be: Written agreement.")
    w.follow("Next step")
    w.fill(
        words="Comes by 9:25.", consequence="Then we write a contract together.",
        review_on="2026-12-07",
    )  # fmt: skip
    w.press("Keep the step")
    w.reads("Comes by 9:25.")


def answered_on_the_phone(w: Walker) -> None:
    """She does not agree, and asks that somebody else looks at it."""
    w.page.set_viewport_size(PHONE)
    w.sign_in("client")
    w.visit("/me/rules/")
    step = ResponseStep.objects.unscoped("journey").get(rung="written_agreement")
    w.page.click(f'main a[href="/me/rules/talks/{step.pk}/"]')
    w.settle()
    w.reads("Comes by 9:25.", "Then we write a contract together.")
    w.choose(stance="disagrees")
    w.fill(words="The first bus comes at 9:40.")
    w.press("Send")
    w.reads("Kept in your words.", "The first bus comes at 9:40.")
    w.unfold()
    w.page.fill('main form[action$="/again/"] [name=words]', "Please ask the bus company.")
    w.press("Ask", exact=True)
    w.reads("Somebody who was not part of it looks at it.", "Please ask the bus company.")
    w.page.set_viewport_size(DESK)


def heard(w: Walker) -> None:
    """The supervisor had no part in it and hears the appeal; the counselor is not asked to."""
    appeal = Appeal.objects.unscoped("journey").get()
    w.sign_in("supervisor")
    w.visit("/desk/conduct/")
    w.reads("Bianca C. asks that a step be looked at again")
    w.follow("Hear it")
    assert str(appeal.pk) in w.page.url
    w.reads("Comes by 9:25.", "Please ask the bus company.")
    w.choose(outcome="set_aside")
    w.fill(answer="The first bus comes at 9:40, and that was known here.")
    w.press("Answer")
    w.reads("Answered. The client reads it on their own page.")


def test_from_what_happened_to_a_heard_appeal(walker: Walker) -> None:
    """Four people, one event; axe looks at each page, and every form is sent again."""
    client = in_care()
    written_down_and_talked_over(walker, client)
    answered_on_the_phone(walker)
    heard(walker)
    row = Appeal.objects.unscoped("journey").select_related("heard_by__account").get()
    assert (row.outcome, row.heard_by.account.username) == ("set_aside", "supervisor")
    assert ResponseStep.objects.unscoped("journey").count() == 2
    assert walker.found == []
    assert walker.again.found == []

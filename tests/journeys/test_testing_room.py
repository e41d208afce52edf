"""A technician's morning, and a positive reading followed to the talk that closes it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests import actions
from homeward.drugtests.made_messages import Line, oru
from homeward.drugtests.models import DrugTest, LabOrder
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Phase, Track
from homeward.staff.models import Worker
from homeward.testing.stage import admitted
from tests.journeys.testing_bench import stock_the_bench
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LABORATORY = Actor.of_service("drugtests.laboratory")


def in_care() -> DrugTest:
    """Bianca is in care and was told this morning that she tests today."""
    site, now = stock_the_bench("Linden Street"), clock.now()
    by = Worker.objects.get(account__username="counselor")
    client = Client.objects.create(
        site=site, chart_number="HW-00001", name="Bianca Cruz", birth_date=date(1990, 5, 17),
        primary_substance="marijuana",
    )  # fmt: skip
    about = {"client": client, "site": site}
    TeamMembership.objects.create(
        **about, worker=Worker.objects.get(account__username="technician"), role="technician",
        starts_at=now - timedelta(days=9),
    )  # fmt: skip
    track = Track.objects.filter(site=site).select_related("program").order_by("pk").first()
    assert track is not None
    phase = Phase.objects.filter(program=track.program).order_by("position").first()
    house = SimpleNamespace(program=track.program, track=track, phases={"early": phase})
    episode = admitted(house, client, by, site)  # type: ignore[arg-type]
    return DrugTest.objects.create(
        **about, episode=episode, panel=["thc"], panel_need="own_panel", state="notified",
        ordered_at=now, notified_at=now, due_at=now + timedelta(hours=6),
    )  # fmt: skip


def a_technicians_morning(w: Walker, test: DrugTest) -> None:
    """Collect, seal, read: the whole way by one hand, and no result is read back."""
    w.sign_in("technician")
    w.page.set_viewport_size({"width": 390, "height": 844})
    w.visit("/desk/drug-tests/")
    w.follow("Collect")
    w.choose(identity_by="photo_id", collection="temperature_monitored")
    w.fill(temperature_f="95.1", temperature_minutes="2", seal_number="77120", client_initials="BC")
    w.check("is_split", "is_sealed")
    w.press("Collected")
    w.follow("Read the cup")
    w.reads("Fourteen-panel cup, lot K2207", "Whether it may be read here")
    w.choose(reading_0="positive")
    w.press("Save results")
    w.reads("Result in", "77120", "split")
    assert "resumptive" not in w.page.content()


def disputed_confirmed_discussed(w: Walker, test: DrugTest) -> None:
    """Not confirmed until the laboratory says so; a card opens; the talk closes it."""
    w.page.set_viewport_size({"width": 1280, "height": 900})
    w.sign_in("counselor")
    w.visit(f"/desk/drug-tests/{test.pk}/")
    w.reads("Presumptive, not confirmed", "never the only ground for a decision")
    w.press("The client disputes it")
    w.follow("Send for confirmation")
    w.press("Send it")
    order = LabOrder.objects.unscoped("journey").get()
    raw = oru(
        number=order.number, record="HW-00001", given="Bianca", family="Cruz", born="19900517",
        sender="NRLAB", lines=(Line("THC", "62", "NM", "ng/mL", "<15", "H", method="LC-MS/MS"),),
        collected="", reported="20261123190000+0000",
    )  # fmt: skip
    came = actions.receive_message(actor=LABORATORY, raw=raw, via="mllp", now=clock.now())
    assert came.message.state == "filed"
    w.visit(f"/desk/drug-tests/{test.pk}/")
    w.reads("Tested positive, confirmed", "62 ng/mL", order.number)
    w.follow("Discuss")
    w.choose(client_account="agrees")
    w.fill(discussion="Talked through the weekend it happened; one more session this week.")
    w.press("Save what was said")
    w.reads("The talk is written down", "one more session this week")


def test_a_morning_and_a_positive(walker: Walker) -> None:
    """Both on the real screens; axe looks at each, and every form is sent again."""
    test = in_care()
    actions.set_up_laboratory(
        actor=Actor.of_service("demo"), code="north-river", name="North River Laboratory",
        sender="NRLAB", codes={"thc": "thc"}, now=clock.now(),
    )  # fmt: skip
    a_technicians_morning(walker, test)
    disputed_confirmed_discussed(walker, test)
    assert DrugTest.objects.unscoped("journey").get().state == "discussed"
    assert walker.found == []
    assert walker.again.found == []

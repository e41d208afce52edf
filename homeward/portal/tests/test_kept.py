"""The phone as a place of its own: what it is given, and what it sends later."""

import html
import json
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from homeward.attendance.sealing import current_key, sealed_for
from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.core.submissions import new_key
from homeward.curriculum.actions import choose_sheet, hand_out
from homeward.curriculum.models import HandedOut, SheetChoice
from homeward.curriculum.queries import in_use
from homeward.curriculum.settling import settle_materials
from homeward.instruments.models import CheckIn
from homeward.instruments.rules.late_check_in import AS_RECEIVED, AS_SAID, time_of
from homeward.notices.rules.lexicon import hits
from homeward.portal.pocket import COOKIE
from homeward.portal.tests.scene import form_of
from homeward.program.file.sections import Tally
from homeward.program.models import CurriculumTopic
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import ELEVEN, planned_room

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "minutes, outcome, is_late",
    [
        (0, AS_SAID, False),
        (1.5, AS_SAID, False),  # it took its way
        (40, AS_SAID, True),
        (60 * 24 * 36, AS_SAID, True),
        (60 * 24 * 38, AS_RECEIVED, False),
        (-0.5, AS_SAID, False),  # two clocks
        (-30, AS_RECEIVED, False),
    ],
)
def test_a_late_check_in_carries_the_time_it_was_said(
    minutes: float, outcome: str, is_late: bool
) -> None:
    said = datetime(2026, 11, 24, 18, tzinfo=UTC)
    came = said + timedelta(minutes=minutes)
    decision = time_of(said, came)
    assert (decision.outcome, decision.extras["is_late"]) == (outcome, is_late)
    assert datetime.fromisoformat(decision.extras["at"]) == (
        min(said, came) if outcome == AS_SAID else came
    )


@pytest.fixture
def noon() -> Any:
    clock.shift_to(NOON)
    yield NOON
    clock.shift_to(None)


def entry(cast: Any, said_at: datetime, *fields: tuple[str, str], **more: Any) -> dict[str, str]:
    content = {
        "account": str(cast.jo.account.pk), "what": "check_in", "at": said_at.isoformat(),
        "fields": [list(each) for each in fields], **more,
    }  # fmt: skip
    return sealed_for(current_key(clock.now()), uuid.uuid4(), content)


def send(client: Any, *entries: dict[str, str]) -> Any:
    body = json.dumps({"sent": clock.now().isoformat(), "entries": entries})
    return client.post(reverse("portal:kept_entries"), body, content_type="application/json").json()


class TestWhatWaited:
    def test_is_kept_once_with_its_own_time_however_often_it_is_sent(
        self, cast: Any, client: Any, noon: datetime
    ) -> None:
        client.force_login(cast.jo.account)
        said = noon - timedelta(hours=2)
        one = entry(cast, said, ("craving", "6"), ("sleep_hours", "99"), ("word", "Long night"))
        for _ in range(3):
            told = send(client, one)
            assert told == {"outcomes": {one["key"]: "kept"}, "next": reverse("portal:today")}
        row = CheckIn.objects.unscoped("test").get()
        assert (row.at, row.craving) == (said, 6)
        assert timedelta(0) <= row.received_at - noon < timedelta(minutes=1)
        assert (row.sleep_hours, row.word) == (None, "Long night")  # a scale left out, not the rest
        assert "is here now" in client.get(reverse("portal:today")).content.decode()

    def test_danger_starts_the_duty_and_says_when_it_was_said(
        self, cast: Any, client: Any, noon: datetime
    ) -> None:
        client.force_login(cast.jo.account)
        said = noon - timedelta(minutes=50)
        told = send(client, entry(cast, said, ("in_danger", "on")))
        assert told["next"] == reverse("portal:help")
        duty = CareTask.objects.unscoped("test").get(kind="safety")
        assert (duty.urgency, duty.opened_at >= noon) == ("now", True)
        assert duty.detail["said_at"] == said.isoformat()
        client.force_login(cast.dana.account)
        for address in (reverse("desk:task", args=[duty.pk]), reverse("desk:today")):
            assert "without network, came" in client.get(address).content.decode(), address

    def test_a_form_whose_answer_was_lost_is_not_kept_twice(
        self, cast: Any, client: Any, noon: datetime
    ) -> None:
        client.force_login(cast.jo.account)
        form = form_of(client.get(reverse("portal:today")))
        client.post(reverse("portal:check_in"), {**form, "craving": "4"})
        again = [("craving", "4"), ("form_key", form["form_key"])]
        told = send(
            client, entry(cast, noon, *again), entry(cast, noon - timedelta(hours=1), *again)
        )
        assert list(told["outcomes"].values()) == ["known", "kept"]
        assert CheckIn.objects.unscoped("test").count() == 2

    def test_of_another_account_unreadable_or_empty_changes_nothing(
        self, cast: Any, client: Any, noon: datetime
    ) -> None:
        client.force_login(cast.jo.account)
        foreign = entry(cast, noon, ("craving", "1"), account=str(uuid.uuid4()))
        moved = {**entry(cast, noon, ("craving", "1")), "key": str(uuid.uuid4())}
        told = send(client, foreign, moved, entry(cast, noon), entry(cast, noon, what="mark"))
        outcomes = ["anothers", "unreadable", "refused", "unreadable"]
        assert list(told["outcomes"].values()) == outcomes
        assert not CheckIn.objects.unscoped("test").exists()
        client.force_login(cast.kim.account)
        assert client.post(reverse("portal:kept_entries")).status_code == 403


def test_the_half_of_the_key_comes_with_the_sign_in_and_goes_with_it(
    cast: Any, client: Any, noon: datetime
) -> None:
    client.force_login(cast.jo.account)
    first = client.get("/me/").cookies[COOKIE]
    half, left = first.value.split(".")
    assert (first["path"], first["max-age"]) == ("/me/", settings.PORTAL_IDLE_SECONDS)
    assert 0 <= settings.SESSION_ABSOLUTE_SECONDS - int(left) < 60
    assert client.get("/me/plan/").cookies[COOKIE].value.startswith(half)

    clock.shift_to(noon + timedelta(seconds=settings.PORTAL_IDLE_SECONDS + 1))
    idle = client.get("/me/")
    assert idle.cookies[COOKIE].value == ""
    assert '"storage"' in idle["Clear-Site-Data"]

    client.force_login(cast.jo.account)
    assert not client.get("/me/").cookies[COOKIE].value.startswith(half)
    client.cookies["pocket_open"] = "1"  # a plan that stays open: the key goes, the rest stays
    left_page = client.post(reverse("account_logout"))
    assert left_page.cookies[COOKIE].value == ""
    assert left_page["Clear-Site-Data"] == '"cache"'

    client.force_login(cast.kim.account)
    assert COOKIE not in client.get("/me/").cookies


def test_what_is_on_the_phone_for_everybody_names_no_place_and_nobody(
    cast: Any, client: Any
) -> None:
    """The same for who is signed in and who is not, without a word of care in it."""
    manifest, worker, kept = (reverse(f"portal:{name}") for name in ("manifest", "worker", "kept"))
    told = client.get(manifest).json()
    assert told["start_url"] == told["scope"] == "/me/"
    assert hits(" ".join((told["name"], told["short_name"]))) == ()
    assert client.get(worker)["Content-Type"].startswith("text/javascript")
    stranger = client.get(kept).content.decode()
    client.force_login(cast.jo.account)
    own = client.get(kept).content.decode()
    assert cast.jo.row.name not in own
    assert "csrfmiddlewaretoken" not in own

    def plain(text: str) -> list[str]:
        return [line for line in text.splitlines() if "nonce=" not in line]

    assert plain(own) == plain(stranger)
    assert 'rel="manifest"' in client.get("/me/").content.decode()
    client.force_login(cast.kim.account)
    assert 'rel="manifest"' not in client.get("/me/").content.decode()


def test_a_page_that_is_only_put_by_takes_no_message_away(cast: Any, client: Any) -> None:
    client.force_login(cast.jo.account)
    form = form_of(client.get("/me/"))
    client.post(reverse("portal:check_in"), {**form, "craving": "4"})
    assert "Kept." not in client.get("/me/", headers={"X-Pocket": "1"}).content.decode()
    assert "Kept." in client.get("/me/").content.decode()


def test_a_sheet_is_kept_by_choice_and_the_list_says_what_comes(cast: Any, client: Any) -> None:
    clock.shift_to(ELEVEN)
    room = planned_room(cast)
    topics = {
        code: CurriculumTopic.objects.create(
            program=cast.program, code=code, title=title, position=place, for_types=["group"]
        )
        for place, (code, title) in enumerate({"triggers": "T", "emotions": "E"}.items(), 1)
    }
    settle_materials(cast.program, ELEVEN - timedelta(days=10), Tally())
    GroupSession.objects.filter(pk=room.session.pk).update(topic=topics["triggers"])
    sheet = hand_out(
        actor=cast.dana.actor, session_id=room.session.pk, client_ids=[cast.jo.pk], now=ELEVEN
    )[0]
    titles = {code: in_use(topic.pk, "handout")["en"].title for code, topic in topics.items()}
    client.force_login(cast.jo.account)
    page = html.unescape(client.get(reverse("portal:handouts")).content.decode())
    assert "data-kept-sheet" not in page
    order = ("Still to come", titles["emotions"], "What you have heard", titles["triggers"])
    places = [page.rindex(each) for each in order]
    assert places == sorted(places)
    address = reverse("portal:handout_kept", args=[sheet.pk])
    for choice, shown in (("yes", True), ("no", False)):
        client.post(address, {"form_key": new_key(), "is_kept": choice})
        page = client.get(reverse("portal:handouts")).content.decode()
        assert ("data-kept-sheet" in page) is shown
    assert SheetChoice.objects.unscoped("test").get().is_kept is False
    clock.shift_to(None)
    with pytest.raises(NotAllowed):
        choose_sheet(actor=cast.dana.actor, handed_id=sheet.pk, is_kept=True, now=ELEVEN)
    other = replace(cast.jo.actor, client_id=cast.kim.pk)
    with pytest.raises(HandedOut.DoesNotExist):
        choose_sheet(actor=other, handed_id=sheet.pk, is_kept=True, now=ELEVEN)

"""What is said, who reads it, what danger does, when nobody answers, and what never changes."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.conversations import actions, queries
from homeward.conversations.models import (
    Attachment,
    Conversation,
    Message,
    MessageRead,
    OutsideConversation,
    OutsideMessage,
)
from homeward.conversations.passing_on import pass_on_late
from homeward.conversations.refusals import (
    CannotHandOver,
    ConsentMissing,
    FileRefused,
    NobodyReads,
    NobodyWaits,
    NothingWritten,
    NotYours,
    TakenBack,
)
from homeward.core import clock, outbox
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import choose_channel
from homeward.notices.carriers.port import Inbound
from homeward.notices.inbound import receive
from homeward.notices.models import Notice, NoticeOutcome
from homeward.people.models import Client, Stop, TeamMembership
from homeward.staff.models import WorkingHours
from homeward.tasks.models import CareTask
from homeward.testing.cast import LONG_AGO, NOON, Cast, Player
from homeward.timetable.windows import NotWith

SERVICE = Actor.of_service("test")
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def noon(cast: Cast) -> Any:
    clock.shift_to(NOON)
    for day in range(5):
        WorkingHours.objects.create(
            worker=cast.dana.row, weekday=day, starts=time(9), ends=time(17), starts_on=LONG_AGO
        )
    yield cast
    clock.shift_to(None)


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def write(cast: Cast, body: str = "Can I come at ten?", **more: Any) -> Any:
    given: dict[str, Any] = {"role": "counselor", "now": NOON, **more}
    return actions.write(actor=cast.jo.actor, body=body, **given)


def answer(cast: Cast, body: str = "Yes, ten is fine.", **more: Any) -> Any:
    given: dict[str, Any] = {"actor": cast.dana.actor, "role": "counselor", "now": NOON, **more}
    return actions.write_to_client(client_id=cast.jo.pk, body=body, **given)


def on_team(cast: Cast, player: Player, role: str) -> None:
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=player.row, role=role,
        starts_at=NOON - timedelta(days=9),
    )  # fmt: skip


def test_a_message_is_answered_and_nobody_outside_the_team_reaches_it(noon: Cast) -> None:
    made = write(noon)
    thread = rows(Conversation).get()
    assert (thread.owner_id, thread.role) == (noon.dana.pk, "counselor")
    # Noon at the site, four hours of work: five o'clock is reached after all of the afternoon.
    assert made.answer.answer_by == thread.due_at == NOON + timedelta(hours=4)
    assert not made.is_danger and not rows(CareTask).exists()
    write(noon, "And may I bring a friend?", now=NOON + timedelta(hours=1))
    assert rows(Conversation).get().due_at == NOON + timedelta(hours=4)
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM conversations_message")
        assert not any("ten" in body for (body,) in cursor.fetchall())
    for reader, to in (
        (noon.dana, Access.WRITE), (noon.jo, Access.WRITE), (noon.sam, Access.READ),
    ):  # fmt: skip
        found = Message.objects.for_actor(reader.actor, Purpose.TREATMENT, to=to)
        assert next(each.body for each in found.order_by("at")) == "Can I come at ten?"
    outsiders = (noon.dina, noon.fay, noon.ada, noon.omar, noon.ruth, noon.tess, noon.kim, noon.pat)
    for outsider in outsiders:
        for model in (Conversation, Message):
            for to in (Access.READ, Access.WRITE, Access.MINIMAL):
                assert not model.objects.for_actor(
                    outsider.actor, Purpose.TREATMENT, to=to
                ).exists(), (outsider.row, model)
        with pytest.raises((Client.DoesNotExist, NotAllowed)):
            answer(noon, actor=outsider.actor)
    assert not Message.objects.for_actor(
        noon.sam.actor, Purpose.TREATMENT, to=Access.WRITE
    ).exists()
    assert len(queries.waiting_for(noon.dana.actor)) == 1
    said = queries.said_in(noon.dana.actor, thread, Purpose.TREATMENT)
    assert actions.see(actor=noon.dana.actor, messages=said, now=NOON) == 2
    said = queries.said_in(noon.dana.actor, thread, Purpose.TREATMENT)
    assert actions.see(actor=noon.dana.actor, messages=said, now=NOON) == 0
    answer(noon)
    thread = rows(Conversation).get()
    assert (thread.waits_since, thread.settled_how, thread.settled_by_id) == (
        None, "answered", noon.dana.pk,
    )  # fmt: skip
    assert queries.unread_of(noon.jo.actor) == 1
    with pytest.raises(NothingWritten):
        write(noon, "  ")
    with pytest.raises(NotAllowed):
        actions.write(actor=noon.dana.actor, role="counselor", body="x", now=NOON)
    with pytest.raises(NobodyReads):
        write(noon, role="nurse")


def test_what_was_said_never_changes_and_only_its_author_takes_it_back(noon: Cast) -> None:
    message = write(noon, uploads=[PNG]).message
    file = rows(Attachment).get()
    _row, content = actions.open_file(actor=noon.dana.actor, attachment_id=file.pk, now=NOON)
    assert content.startswith(b"%PDF-") and bytes(file.sealed).find(b"%PDF") == -1
    for outsider in (noon.omar, noon.kim, noon.pat, noon.dina):
        with pytest.raises(Attachment.DoesNotExist):
            actions.open_file(actor=outsider.actor, attachment_id=file.pk, now=NOON)
    actions.see(actor=noon.dana.actor, messages=[message], now=NOON)
    for statement in (
        "UPDATE conversations_message SET body = 'other'",
        "UPDATE conversations_message SET worker_id = NULL, at = now()",
        "UPDATE conversations_message SET danger = NULL",
        "DELETE FROM conversations_message",
        "UPDATE conversations_attachment SET digest = 'other'",
        "DELETE FROM conversations_attachment",
        "UPDATE conversations_messageread SET read_at = now()",
        "DELETE FROM conversations_messageread",
        "TRUNCATE conversations_messageread",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(NotYours):
        actions.take_back(actor=noon.dana.actor, model=Message, message_id=message.pk, now=NOON)
    with pytest.raises(Message.DoesNotExist):
        actions.take_back(actor=noon.omar.actor, model=Message, message_id=message.pk, now=NOON)
    actions.take_back(actor=noon.jo.actor, model=Message, message_id=message.pk, now=NOON)
    assert rows(Conversation).get().settled_how == "taken_back"
    with pytest.raises(TakenBack):
        actions.take_back(actor=noon.jo.actor, model=Message, message_id=message.pk, now=NOON)
    with pytest.raises(Attachment.DoesNotExist):
        actions.open_file(actor=noon.jo.actor, attachment_id=file.pk, now=NOON)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE conversations_message SET withdrawn_at = NULL")
    for upload, code in (
        (b"MZ" + PNG, "message_file_unreadable"), (b"", "message_file_empty"),
        (b"\x89PNG" + b"\0" * 9_000_000, "message_file_too_large"),
    ):  # fmt: skip
        with pytest.raises(FileRefused) as refused:
            write(noon, uploads=[upload])
        assert refused.value.codes == (code,)
    with pytest.raises(FileRefused):
        write(noon, uploads=[PNG] * 4)


def test_danger_opens_the_same_duty_and_pages_and_says_who_was_told(noon: Cast) -> None:
    made = write(noon, "I took too many pills and want to die")
    kinds = {task.kind: task for task in rows(CareTask).select_related("owner")}
    assert set(kinds) == {"safety", "danger_page"}
    assert kinds["safety"].urgency == "now"
    assert kinds["safety"].due_at <= NOON + timedelta(minutes=15)
    assert made.is_danger
    assert made.told == (kinds["danger_page"].owner.name, kinds["safety"].owner.name)
    actions.take_back(actor=noon.jo.actor, model=Message, message_id=made.message.pk, now=NOON)
    assert rows(CareTask).get(kind="safety").closed_at is None


def test_a_late_answer_goes_to_the_owner_s_day_and_then_to_the_supervisor(noon: Cast) -> None:
    write(noon)
    thread = rows(Conversation).get()
    assert pass_on_late(now=thread.due_at - timedelta(minutes=1)) == 0
    assert pass_on_late(now=thread.due_at) == pass_on_late(now=thread.due_at) == 1
    assert [task.owner_id for task in rows(CareTask)] == [noon.dana.pk]
    later = thread.due_at + timedelta(hours=1)
    pass_on_late(now=later)
    pass_on_late(now=later)
    owners = {task.kind: task.owner_id for task in rows(CareTask)}
    assert owners == {"message_late": noon.dana.pk, "message_late_above": noon.sam.pk}
    with pytest.raises(NotAllowed):
        pass_on_late(actor=noon.sam.actor, now=later)
    on_team(noon, noon.ruth, "nurse")
    with pytest.raises(CannotHandOver):
        actions.hand_over(
            actor=noon.dana.actor, model=Conversation, thread_id=thread.pk,
            worker_id=noon.omar.pk, now=later,
        )  # fmt: skip
    actions.hand_over(
        actor=noon.dana.actor, model=Conversation, thread_id=thread.pk, worker_id=noon.ruth.pk,
        now=later,
    )  # fmt: skip
    assert len(queries.waiting_for(noon.ruth.actor)) == 1
    settle = {"model": Conversation, "thread_id": thread.pk, "now": later}
    with pytest.raises(Conversation.DoesNotExist):
        actions.needs_no_answer(actor=noon.sam.actor, reason="A thank-you", **settle)
    actions.needs_no_answer(actor=noon.ruth.actor, reason="A thank-you", **settle)
    assert not rows(CareTask).filter(closed_at=None).exists()
    with pytest.raises(NobodyWaits):
        actions.needs_no_answer(actor=noon.ruth.actor, reason="A thank-you", **settle)


def test_a_worker_the_client_does_not_meet_has_no_part_in_it(noon: Cast) -> None:
    on_team(noon, noon.ruth, "nurse")
    write(noon)
    NotWith.objects.create(
        client=noon.jo.row, site=noon.site, worker=noon.dana.row, starts_on=LONG_AGO,
        by=noon.sam.row,
    )  # fmt: skip
    assert queries.threads_in_reach(noon.dana.actor, NOON) == []
    assert len(queries.threads_in_reach(noon.ruth.actor, NOON)) == 1
    with pytest.raises(Client.DoesNotExist):
        answer(noon)
    with pytest.raises(NobodyReads):
        write(noon)
    write(noon, role="nurse")
    assert rows(Conversation).get(role="nurse").owner_id == noon.ruth.pk


def test_a_notice_of_an_answer_is_neutral_and_held_back_by_reading_and_by_a_stop(
    noon: Cast,
) -> None:
    write(noon)
    answer(noon)
    assert not rows(Notice).exists(), "nobody said yes to a channel"
    choose_channel(
        actor=noon.dana.actor, client_id=noon.jo.pk, channel="text", is_wanted=True,
        address="555 0142", now=NOON,
    )  # fmt: skip
    second = answer(noon).message
    notice = rows(Notice).get()
    assert (notice.code, notice.origin) == ("update", f"conversations:client:{second.pk}")
    actions.see(actor=noon.jo.actor, messages=[second], now=NOON)
    outbox.deliver_due(now=NOON)
    assert rows(NoticeOutcome).get().reason == "message_read_already"
    Stop.objects.create(
        client=noon.jo.row, site=noon.site, kind="hospital", since_on=LONG_AGO, known_by="family",
        recorded_at=NOON,
    )  # fmt: skip
    answer(noon)
    assert rows(NoticeOutcome).order_by("-created_at").first().reason == "contact_stopped"


def test_a_number_that_said_stop_keeps_no_word_from_the_page(noon: Cast) -> None:
    """Only the text falls away: what the team writes is kept, and an e-mail goes where it may."""
    told = {"actor": noon.dana.actor, "client_id": noon.jo.pk, "is_wanted": True, "now": NOON}
    choose_channel(**told, channel="text", address="312 555 0142")
    receive(Inbound(key="m1", address="312 555 0142", body="STOP"), NOON)
    said = answer(noon).message
    assert rows(Message).filter(pk=said.pk).exists()
    assert not rows(Notice).exists()
    choose_channel(**told, channel="email", address="jo@example.org")
    answer(noon)
    assert rows(Notice).get().channel == "email"


def test_a_relative_is_heard_and_answered_only_while_a_consent_names_messages(
    noon: Cast,
) -> None:
    from homeward.testing.company import consent

    contact = noon.kim.row
    to_kim = {"actor": noon.dana.actor, "contact_id": contact.pk, "now": NOON}
    from_kim = {"actor": noon.kim.actor, "contact_id": contact.pk, "now": NOON}
    with pytest.raises(ConsentMissing):
        actions.write_from_outside(body="How is Jo?", **from_kim)
    with pytest.raises(ConsentMissing):
        actions.answer_contact(body="Hello", **to_kim)
    made = consent(noon, "family", "family_support", contact, ["messages"])
    actions.write_from_outside(body="How can I help?", **from_kim)
    thread = rows(OutsideConversation).get()
    assert thread.owner_id == noon.dana.pk and thread.waits_since == NOON
    actions.answer_contact(body="Come to the family evening.", **to_kim)
    row = rows(OutsideMessage).get(worker=noon.dana.row)
    assert row.disclosure_id is not None
    for reader in (noon.jo, noon.kim, noon.omar, noon.dina, noon.fay):
        for model in (OutsideConversation, OutsideMessage):
            assert not model.objects.for_actor(reader.actor, Purpose.TREATMENT).exists()
    with pytest.raises(NotAllowed):
        actions.write_from_outside(actor=noon.jo.actor, contact_id=contact.pk, body="x", now=NOON)
    from homeward.consents.actions import revoke_consent

    revoke_consent(actor=noon.jo.actor, consent_id=made.pk, now=NOON)
    with pytest.raises(ConsentMissing):
        actions.answer_contact(body="And another thing", **to_kim)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE conversations_outsidemessage SET body = 'other'")
    assert not rows(MessageRead).exists()

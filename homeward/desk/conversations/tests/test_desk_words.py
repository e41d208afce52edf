"""The front desk says only what a director approved: who may, what leaves, and what is read."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from homeward.conversations import actions
from homeward.conversations.desk_models import DeskText, DeskWord
from homeward.conversations.desk_queries import offered_texts, shipped_texts
from homeward.conversations.refusals import TextNotOffered, TextUnclear
from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notices.actions import choose_channel
from homeward.notices.models import Notice
from homeward.notices.rules.lexicon import hits
from homeward.notices.tests.test_neutral import houses
from homeward.people.models import Client

pytestmark = pytest.mark.django_db
EN, ES = "Please call us when you can.", "Llámenos cuando pueda."


def approve(cast, **more):
    told = {"actor": cast.dina.actor, "code": "call_us", "en": EN, "es": ES, "now": clock.now()}
    return actions.approve_text(**{**told, **more})


def send(cast, text, by="fay", to="jo", now=None):
    return actions.send_desk_word(
        actor=getattr(cast, by).actor, client_id=getattr(cast, to).pk, text_id=text.pk,
        now=now or clock.now(),
    )  # fmt: skip


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("code", sorted(shipped_texts()))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_to_begin_with_is_neutral(code, language):
    for _sender, names in houses():
        assert hits(shipped_texts()[code][language], names) == ()
    assert shipped_texts()[code]["en"] != shipped_texts()[code]["es"]


class TestApproving:
    def test_a_change_is_a_new_version_and_the_old_one_stays(self, cast):
        first = approve(cast)
        assert approve(cast).pk == first.pk
        second = approve(cast, en="Please call us today.")
        assert (first.number, second.number) == (1, 2)
        assert [row.pk for row in offered_texts()] == [second.pk]
        approve(cast, is_offered=False)
        assert offered_texts() == []
        with pytest.raises(DatabaseError), transaction.atomic():
            DeskText.objects.filter(pk=first.pk).update(en="Something else")

    def test_a_new_text_that_begins_like_another_is_one_of_its_own(self, cast):
        """The one that is there is changed by its own page alone."""
        begins = "Please look at your page and call us when you can"
        first = approve(cast, code="", en=f"{begins} on Monday.")
        second = approve(cast, code="", en=f"{begins} on Tuesday.")
        assert first.code != second.code and (second.number, len(second.code) <= 40) == (1, True)
        assert {row.pk for row in offered_texts()} == {first.pk, second.pk}
        assert approve(cast, code="", en=f"{begins} on Tuesday.").pk == second.pk
        assert approve(cast, code="", en="¿?").code

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"en": " "}, "desk_text_en"), ({"es": ""}, "desk_text_es"),
            ({"es": "x" * 301}, "desk_text_es"),
            ({"en": "Your group is at nine."}, "desk_text_not_neutral_en"),
            ({"es": "Su prueba es hoy."}, "desk_text_not_neutral_es"),
        ],
    )  # fmt: skip
    def test_what_says_too_much_or_lacks_a_language_is_refused(self, cast, more, code):
        with pytest.raises(TextUnclear) as unclear:
            approve(cast, **more)
        assert unclear.value.codes == (code,)

    def test_the_house_s_own_name_is_refused(self, cast):
        name = cast.site.name
        with pytest.raises(TextUnclear):
            approve(cast, en=f"Please come to {name}.")

    @pytest.mark.parametrize("who", ["fay", "dana", "sam", "omar", "kim", "jo"])
    def test_only_a_director_approves(self, cast, who):
        with pytest.raises(NotAllowed):
            approve(cast, actor=getattr(cast, who).actor)


class TestSending:
    def test_it_is_read_once_in_the_client_s_language(self, cast):
        word = send(cast, approve(cast))
        jo = signed_in(cast.jo)
        assert EN in words(jo.get("/me/messages/"))
        word.refresh_from_db()
        assert word.seen_at is not None
        jo.cookies["django_language"] = "es"
        assert ES in words(jo.get("/me/messages/", headers={"accept-language": "es"}))

    def test_sent_twice_and_not_seen_it_is_the_same(self, cast):
        text = approve(cast)
        assert send(cast, text).pk == send(cast, text).pk
        tomorrow = clock.now() + timedelta(days=1)
        assert send(cast, text, now=tomorrow).pk != send(cast, text).pk

    def test_what_leaves_the_house_holds_none_of_it(self, cast):
        choose_channel(
            actor=cast.dana.actor, client_id=cast.jo.pk, channel="text", is_wanted=True,
            address="217 555 0188", now=clock.now(),
        )  # fmt: skip
        word = send(cast, approve(cast))
        notice = Notice.objects.unscoped("test").get()
        assert (notice.code, notice.origin) == ("update", f"conversations:desk:{word.pk}")

    def test_an_older_version_is_not_sent(self, cast):
        first = approve(cast)
        approve(cast, en="Please call us today.")
        with pytest.raises(TextNotOffered):
            send(cast, first)

    @pytest.mark.parametrize("who", ["dana", "dina", "ruth", "tess", "omar", "kim", "jo"])
    def test_nobody_but_the_front_desk(self, cast, who):
        with pytest.raises(NotAllowed):
            send(cast, approve(cast), by=who)

    def test_nobody_of_another_site(self, cast):
        with pytest.raises(Client.DoesNotExist):
            send(cast, approve(cast), to="pat")


class TestPages:
    def test_the_front_desk_chooses_and_cannot_write(self, cast):
        text = approve(cast)
        fay, here = signed_in(cast.fay), reverse("desk:desk_word", args=[cast.jo.pk])
        page = words(fay.get(here))
        assert EN in page and "<textarea" not in page
        free = fay.post(here, {"form_key": new_key(), "text": "Your test is positive"})
        assert free.status_code == 422
        assert fay.post(here, {"form_key": new_key(), "text": text.pk}).status_code == 302
        assert DeskWord.objects.unscoped("test").count() == 1
        assert "not seen yet" in words(fay.get(here))
        assert here in words(fay.get(reverse("desk:chart_schedule", args=[cast.jo.pk])))

    def test_without_texts_it_says_who_approves(self, cast):
        page = words(signed_in(cast.fay).get(reverse("desk:desk_word", args=[cast.jo.pk])))
        assert "A director approves them" in page

    @pytest.mark.parametrize(("who", "status"), [("dana", 403), ("dina", 403), ("omar", 403),
                                                 ("kim", 403), ("jo", 403)])  # fmt: skip
    def test_nobody_else_opens_it(self, cast, who, status):
        here = reverse("desk:desk_word", args=[cast.jo.pk])
        assert signed_in(getattr(cast, who)).get(here).status_code == status

    def test_the_director_approves_one_to_begin_with(self, cast):
        dina, here = signed_in(cast.dina), reverse("desk:setup_desk_texts")
        shipped = shipped_texts()["stop_by"]
        assert shipped["en"] in words(dina.get(here))
        asked = dina.get(f"{here}?code=stop_by")
        assert shipped["es"] in words(asked)
        typed = {**shipped, "is_offered": "on", "form_key": new_key()}
        assert dina.post(f"{here}?code=stop_by", typed).status_code == 302
        assert [row.code for row in offered_texts()] == ["stop_by"]
        bad = dina.post(here, {"en": "Your group", "es": ES, "form_key": new_key()})
        assert bad.status_code == 422 and "says too much" in words(bad)

    def test_today_counts_it_as_new(self, cast):
        send(cast, approve(cast))
        assert "/me/messages/" in words(signed_in(cast.jo).get("/me/"))

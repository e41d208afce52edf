"""The pages of materials: who may, what they cost, what is said to a refusal."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.core.submissions import new_key
from homeward.curriculum import queries
from homeward.curriculum.models import HandedOut, Material, MaterialVersion, SessionMaterial
from homeward.curriculum.settling import settle_materials
from homeward.curriculum.tests.test_materials import room
from homeward.program.file.sections import Tally
from homeward.program.models import CurriculumTopic
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import ELEVEN, FRIDAY_BEFORE

__all__ = ["room"]
pytestmark = pytest.mark.django_db
LIBRARY = "/desk/materials/"


def signed_in(player):
    browser = Browser()
    browser.force_login(player.account)
    return browser


def one(room, kind="handout", language="en", more=""):
    return f"/desk/materials/{room.topic.pk}/{kind}/{language}/{more}"


def test_from_the_library_to_a_draft_into_use_and_back(room, django_assert_max_num_queries):
    """One way through: library, topic, draft, look, use, history, an older wording again."""
    dana, sam = signed_in(room.dana), signed_in(room.sam)
    library = dana.get(LIBRARY).content.decode()
    assert "Triggers" in library and "Relapse prevention" in library
    assert "grade 1 or lower" in library

    typed = {"form_key": new_key(), "title": "Triggers", "body": "## Ours\n\nWords.", "note": "n"}
    looked = dana.post(one(room, more="look/"), typed).content.decode()
    assert "<h2" in looked and "Ours" in looked and not MaterialVersion.objects.filter(number=2)
    assert dana.post(one(room), typed).status_code == 302
    row = MaterialVersion.objects.get(number=2)
    assert "Put the saved draft into use" not in dana.get(one(room)).content.decode()

    use = reverse("desk:material_publication", args=[row.pk])
    assert dana.post(use, {"form_key": new_key(), "form_version": "1"}).status_code == 403
    assert sam.post(use, {"form_key": new_key(), "form_version": "9"}).status_code == 409
    assert sam.post(use, {"form_key": new_key(), "form_version": "1"}).status_code == 302
    history = sam.get(one(room, more="history/")).content.decode()
    assert "archived" in history and "in use" in history and "Dana Reyes" not in history
    old = MaterialVersion.objects.get(number=1, material=row.material)
    again = sam.get(f"{one(room)}?from={old.pk}").content.decode()
    assert "How to map yours" in again and str(old.pk) in again
    paper = sam.get(reverse("desk:material_version", args=[old.pk])).content.decode()
    assert "archived" in paper and "What a trigger is" in paper

    few = [LIBRARY, reverse("desk:material_topic", args=[room.topic.pk])]
    for number in range(2, 9):
        CurriculumTopic.objects.create(
            program=room.program, code=f"craving{number}", title="C", position=number
        )
    for address in few:
        with django_assert_max_num_queries(26):
            assert sam.get(address).status_code == 200


def test_a_refused_draft_keeps_what_was_typed(room):
    browser = signed_in(room.dana)
    answer = browser.post(one(room), {"form_key": new_key(), "title": "", "body": "Kept words."})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kept words." in page and "id_title" in page
    assert browser.get(one(room, kind="leaflet")).status_code == 404


def test_an_own_wording_is_offered_the_newer_one(room):
    row = MaterialVersion.objects.get(material__kind="handout", material__language="en")
    row.material.change(shipped_digest="older")
    browser = signed_in(room.sam)
    page = browser.get(reverse("desk:material_topic", args=[room.topic.pk])).content.decode()
    assert "Homeward brings a newer text" in page
    own = reverse("desk:material_own", args=[row.material.pk])
    assert browser.post(own, {"form_key": new_key()}).status_code == 302
    settle_materials(room.program, ELEVEN, tally := Tally())
    assert tally.same == 4


def test_a_session_sends_prints_and_remembers(room, django_assert_max_num_queries):
    """The handout goes to the phone, the sheet to paper; both stay with the session."""
    dana = signed_in(room.dana)
    here = reverse("desk:session_materials", args=[room.session.pk])
    assert "Jo A." in dana.get(here).content.decode()
    refused = dana.post(here, {"form_key": new_key()})
    assert refused.status_code == 422 and "at least one person" in refused.content.decode()
    key = new_key()
    for _ in range(2):
        sent = dana.post(here, {"form_key": key, "clients": [str(room.jo.pk)]})
        assert sent.status_code == 302
    row = HandedOut.objects.unscoped("test").get()
    sheet = queries.in_use(room.topic.pk, "run_sheet")["en"]
    use = reverse("desk:session_material_use", args=[room.session.pk, sheet.pk])
    assert dana.post(use, {"form_key": new_key()}).status_code == 302
    assert set(SessionMaterial.objects.values_list("how", flat=True)) == {"sent", "run_sheet"}
    with django_assert_max_num_queries(28):
        assert "run sheet printed" in dana.get(here).content.decode()
    with django_assert_max_num_queries(32):
        heard = dana.get(reverse("desk:chart_topics", args=[room.jo.pk])).content.decode()
    assert "1 of 1 topics heard" in heard and "Triggers and how they work" in heard

    jo = signed_in(room.jo)
    with django_assert_max_num_queries(20):
        assert "Triggers and how they work" in jo.get("/me/handouts/").content.decode()
    assert "How to map yours" in jo.get(f"/me/handouts/{row.pk}/").content.decode()
    for outsider in (room.omar, room.pat, room.kim):
        answer = signed_in(outsider).get(f"/me/handouts/{row.pk}/")
        assert answer.status_code in (302, 403, 404)
    assert signed_in(room.omar).get(here).status_code == 404


def test_front_desk_reads_and_writes_nothing(room):
    browser = signed_in(room.fay)
    assert browser.get(LIBRARY).status_code == 200
    assert browser.get(one(room)).status_code == 403


def test_a_session_held_in_spanish_has_its_sheets_first(room):
    """By what everybody seated speaks; a topic of the house without Spanish says so."""
    room.jo.row.change(language="es")
    address = reverse("desk:session_materials", args=[room.session.pk])
    page = signed_in(room.dana).get(address).content.decode()
    assert page.index("Run sheet, Spanish") < page.index("Run sheet, English")
    assert "not translated" not in page

    own = CurriculumTopic.objects.create(
        program=room.program, code="own", title="Ours", position=99
    )
    sheet = Material.objects.create(topic=own, kind="run_sheet", language="en")
    MaterialVersion.objects.create(
        material=sheet,
        number=1,
        title="Ours",
        body="Words.",
        made_at=FRIDAY_BEFORE,
        published_at=FRIDAY_BEFORE,
    )
    GroupSession.objects.filter(pk=room.session.pk).update(topic=own)
    page = signed_in(room.dana).get(address).content.decode()
    assert "Run sheet: not translated into Spanish yet" in page

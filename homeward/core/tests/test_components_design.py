"""The specimens are for development and the demo; elsewhere their address does not exist."""

import pytest
from django.test import Client

from homeward.core.design.views import SCENES

ADDRESSES = ["/design/", "/design/find/?q=a", *(f"/design/{name}/" for name in SCENES)]


@pytest.mark.django_db
class TestDesign:
    @pytest.mark.parametrize("address", ADDRESSES)
    def test_shows_every_specimen_in_the_demo(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 200

    def test_finds_invented_people_only(self, client: Client) -> None:
        answer = client.get("/design/find/?as=options&q=kim")
        assert answer.content.count(b'role="option"') == 1

    def test_knows_no_other_scene(self, client: Client) -> None:
        assert client.get("/design/records/").status_code == 404

    def test_does_not_exist_where_people_are_real(self, client: Client, settings: object) -> None:
        settings.IS_DEMO = False  # type: ignore[attr-defined]
        assert {client.get(address).status_code for address in ADDRESSES} == {404}

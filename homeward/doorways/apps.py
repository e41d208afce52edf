"""The doorways room."""

from django.apps import AppConfig


class DoorwaysConfig(AppConfig):
    """How clients, relatives and officers get in, without an e-mail address."""

    name = "homeward.doorways"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words
        from homeward.doorways import (
            listeners,  # noqa: F401 - they register themselves
            refusals,
        )

        reasons_words.register(refusals.REASONS)
        reasons_words.register(refusals.REFUSALS)
        register_code_words(refusals.CODES)

"""The website room."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """Public pages."""

    name = "homeward.website"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.website import (
            shell,  # noqa: F401 - registers the frame
            words,
        )

        reasons_words.register(words.REFUSALS)

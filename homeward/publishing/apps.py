"""The publishing room."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The program's public words, kept with their history, and visitors' questions under review."""

    name = "homeward.publishing"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.publishing import refusal_words

        reasons_words.register(refusal_words.REFUSALS)

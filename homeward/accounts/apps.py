"""The accounts room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in identity, sessions, second factor."""

    name = "homeward.accounts"

    def ready(self) -> None:
        from homeward.accounts import (
            auditing,
            listeners,  # noqa: F401 - they register themselves
            setup,
        )
        from homeward.core import code_words, reasons_words

        code_words.register_code_words(auditing.WORDS)
        reasons_words.register(setup.REFUSALS)

"""The accounts room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in identity, sessions, second factor."""

    name = "homeward.accounts"

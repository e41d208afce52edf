"""The documents room."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """PDF and print."""

    name = "homeward.documents"

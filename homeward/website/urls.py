"""Addresses of this door."""

from typing import Any

app_name = "website"
urlpatterns: list[Any] = []

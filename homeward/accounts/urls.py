"""Addresses of one's own account."""

from typing import Any

app_name = "accounts"
urlpatterns: list[Any] = []

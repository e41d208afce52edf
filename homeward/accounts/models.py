"""The sign-in identity of a person. What the person may do lives in other rooms."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; a password is always hashed."""

    def create_user(self, username: str, password: str | None = None, **facts: object) -> "Account":
        account = self.model(username=username, **facts)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Who signs in. Disabling it ends every session at its next request."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    demo_label = models.CharField(max_length=120, blank=True)
    demo_position = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=10, blank=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return f"Account {self.pk}"


class SetupToken(models.Model):
    """The one-time token of a first run; only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return "Setup token"

"""A published wording is frozen; a step of moderation is never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("publishing", "0001_initial")]

    operations = [
        frozen_once("publishing_articleversion", "published_at"),
        never_changed("publishing_questionstep"),
    ]

"""A laboratory's certificate and what it tests; why a confirmation went beyond what is paid."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """A laboratory's certificate and what it tests; why a confirmation went beyond what is paid."""

    dependencies = [("drugtests", "0006_ends_agreed_and_not_measured")]

    operations = [
        migrations.AddField(
            model_name="laboratory",
            name="analytes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="laboratory",
            name="clia_ends_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="laboratory",
            name="clia_number",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="laborder",
            name="beyond_need",
            field=models.CharField(blank=True, max_length=200),
        ),
    ]

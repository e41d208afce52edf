"""Multi-family groups and vocational sessions are kinds of their own."""

from django.db import migrations, models

KINDS = [
    ("group", "Group"),
    ("education", "Education"),
    ("experiential", "Experiential"),
    ("skills", "Skills"),
    ("individual", "Individual"),
    ("family", "Family"),
    ("medical", "Medical"),
    ("mutual_help", "Mutual Help"),
    ("multi_family", "Multi Family"),
    ("vocational", "Vocational"),
]


class Migration(migrations.Migration):
    dependencies = [("program", "0003_site_state")]
    operations = [
        migrations.AlterField(
            model_name="sessiontype",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20),
        ),
    ]

"""Rhythms as numbers, needs and library, amendments, comments, continued stays.

What was signed before keeps the first form of its fingerprint.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto


class Migration(migrations.Migration):
    dependencies = [
        ("admissions", "0006_another_time"),
        ("people", "0001_initial"),
        ("plans", "0004_signed_parts"),
        ("program", "0003_site_state"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanComment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fits", "Fits"),
                            ("comment", "Comment"),
                            ("change", "Change"),
                            ("answer", "Answer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("at", models.DateTimeField()),
                ("content_hash", models.CharField(max_length=64)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="intervention",
            name="approach",
            field=models.CharField(
                blank=True,
                choices=[
                    ("cbt", "Cbt"),
                    ("motivational", "Motivational"),
                    ("relapse_prevention", "Relapse Prevention"),
                    ("twelve_step", "Twelve Step"),
                    ("secular", "Secular"),
                    ("contingency", "Contingency"),
                    ("mindfulness", "Mindfulness"),
                    ("trauma_informed", "Trauma Informed"),
                    ("family_therapy", "Family Therapy"),
                    ("education", "Education"),
                    ("medication", "Medication"),
                    ("case_management", "Case Management"),
                    ("supportive", "Supportive"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="intervention",
            name="every_weeks",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="intervention",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("individual", "Individual"),
                    ("group", "Group"),
                    ("family", "Family"),
                    ("medical", "Medical"),
                    ("education", "Education"),
                    ("skills", "Skills"),
                    ("experiential", "Experiential"),
                    ("mutual_help", "Mutual Help"),
                    ("case_management", "Case Management"),
                    ("vocational", "Vocational"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="intervention",
            name="minutes",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="intervention",
            name="times",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="intervention",
            name="weeks",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="objective",
            name="continues",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="plans.objective",
            ),
        ),
        migrations.AddField(
            model_name="objective",
            name="instrument",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="plan",
            name="amendment_reason",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="plan",
            name="amends",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="amendments",
                to="plans.plan",
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="family_wish",
            field=models.CharField(
                blank=True,
                choices=[
                    ("involved", "Involved"),
                    ("later", "Later"),
                    ("declined", "Declined"),
                    ("nobody", "Nobody"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="shared_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="stay_due_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="planreview",
            name="content_hash",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="planreview",
            name="credential",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="planreview",
            name="kind",
            field=models.CharField(
                choices=[("plan_review", "Plan Review"), ("continued_stay", "Continued Stay")],
                default="plan_review",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="planreview",
            name="record",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="planreview",
            name="stay_next_due_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="planreview",
            name="stay_words",
            field=models.CharField(blank=True, max_length=600),
        ),
        migrations.AddField(
            model_name="plansignature",
            name="content_form",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="plansignature",
            name="content_form",
            field=models.PositiveSmallIntegerField(default=2),
        ),
        migrations.AddField(
            model_name="problem",
            name="library_code",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="problem",
            name="need_kind",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="problem",
            name="need_ref",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="problem",
            name="need_words",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name="intervention",
            name="duration",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name="intervention",
            name="frequency",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name="intervention",
            name="modality",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name="plansignature",
            name="meaning",
            field=models.CharField(
                choices=[
                    ("author", "Author"),
                    ("client", "Client"),
                    ("client_refused", "Client Refused"),
                    ("cosign", "Cosign"),
                    ("guardian", "Guardian"),
                    ("physician", "Physician"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="planreview",
            index=models.Index(fields=["plan", "at"], name="plans_reviews"),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("every_weeks", None), ("times", None)),
                    models.Q(
                        ("every_weeks__gte", 1),
                        ("every_weeks__lte", 12),
                        ("times__gte", 1),
                        ("times__lte", 14),
                    ),
                    _connector="OR",
                ),
                name="plans_rhythm_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amends", None),
                    models.Q(("amendment_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="plans_amendment_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="planreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "continued_stay"), _negated=True),
                    models.Q(("stay_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="plans_stay_says_why",
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="answers",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answered_by",
                to="plans.plancomment",
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="client",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.client"
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="objective",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plan_comments",
                to="plans.objective",
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="plans.plan",
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="program.site"
            ),
        ),
        migrations.AddField(
            model_name="plancomment",
            name="worker",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.worker",
            ),
        ),
        migrations.AddIndex(
            model_name="plancomment",
            index=models.Index(fields=["plan", "at"], name="plans_comments"),
        ),
        migrations.AddConstraint(
            model_name="plancomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answers__isnull", False), ("kind", "answer"), ("worker__isnull", False)
                    ),
                    models.Q(
                        models.Q(("kind", "answer"), _negated=True),
                        ("answers", None),
                        ("worker", None),
                    ),
                    _connector="OR",
                ),
                name="plans_answers_are_staff",
            ),
        ),
    ]

"""What the front door keeps: screening, holds, waiting, capacity, reminders, messages."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import homeward.core.crypto
from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
        ("admissions", "0003_way_in"),
        ("people", "0001_initial"),
        ("program", "0002_program_file"),
        ("staff", "0002_program_file"),
    ]

    operations = [
        migrations.AlterField(
            model_name="inquiry",
            name="may_call_back",
            field=models.BooleanField(null=True),
        ),
        migrations.AlterField(
            model_name="inquiry",
            name="may_leave_message",
            field=models.BooleanField(null=True),
        ),
        migrations.CreateModel(
            name="InterimService",
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
                            ("hiv_tb_counseling", "Hiv Tb Counseling"),
                            ("hiv_tb_referral", "Hiv Tb Referral"),
                            ("safer_use", "Safer Use"),
                            ("pregnancy_counseling", "Pregnancy Counseling"),
                            ("prenatal_referral", "Prenatal Referral"),
                            ("naloxone", "Naloxone"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("note", homeward.core.crypto.EncryptedTextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interim_services",
                        to="admissions.inquiry",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="MedicalScreening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("at", models.DateTimeField()),
                ("last_drink_at", models.DateTimeField(null=True)),
                ("drank_or_sedatives_recently", models.BooleanField(null=True)),
                ("intoxicated", models.BooleanField(null=True)),
                ("seizure_or_delirium_history", models.BooleanField(null=True)),
                ("daily_benzodiazepine", models.BooleanField(null=True)),
                ("confusion_or_seizure_now", models.BooleanField(null=True)),
                ("pregnant", models.BooleanField(null=True)),
                ("opioid_use", models.BooleanField(null=True)),
                ("abnormal_vitals", models.BooleanField(null=True)),
                ("pulse", models.PositiveSmallIntegerField(null=True)),
                ("systolic", models.PositiveSmallIntegerField(null=True)),
                ("temperature_f", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("oxygen", models.PositiveSmallIntegerField(null=True)),
                ("note", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("outcome", models.CharField(max_length=30)),
                ("decision", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="admissions.inquiry",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Hold",
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
                            ("alcohol_sedative_withdrawal", "Withdrawal"),
                            ("medical_red_flag", "Medical"),
                            ("age", "Age"),
                        ],
                        max_length=40,
                    ),
                ),
                ("severity", models.CharField(max_length=30)),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("rule_set", models.CharField(max_length=20)),
                ("cut_points", models.CharField(max_length=20)),
                ("decision", models.JSONField(default=dict)),
                ("opened_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("referral_id", models.UUIDField(null=True)),
                ("released_at", models.DateTimeField(null=True)),
                ("ending", models.CharField(blank=True, max_length=40)),
                ("examined_at", models.DateTimeField(null=True)),
                ("evidence", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("release_decision", models.JSONField(default=dict)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="admissions.inquiry",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
                (
                    "screening",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="admissions.medicalscreening",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("taken_at", models.DateTimeField()),
                ("caller_name", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("phone", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("about", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("words", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("handled_at", models.DateTimeField(null=True)),
                ("disposition", models.CharField(blank=True, max_length=30)),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Obligation",
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
                            ("work", "Work"),
                            ("school", "School"),
                            ("children", "Children"),
                            ("court", "Court"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="admissions.inquiry",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Reminder",
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
                            ("call_back", "Call Back"),
                            ("assessment_tomorrow", "Assessment Tomorrow"),
                            ("wait_contact", "Wait Contact"),
                            ("interim_services", "Interim Services"),
                        ],
                        max_length=30,
                    ),
                ),
                ("origin", models.CharField(max_length=120, unique=True)),
                ("opened_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("disposition", models.CharField(blank=True, max_length=30)),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="admissions.inquiry",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="WaitListEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.CharField(max_length=20, unique=True)),
                ("listed_at", models.DateTimeField()),
                ("decision", models.JSONField(default=dict)),
                ("last_contact_at", models.DateTimeField(null=True)),
                ("left_at", models.DateTimeField(null=True)),
                ("left_as", models.CharField(blank=True, max_length=30)),
                (
                    "inquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits",
                        to="admissions.inquiry",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="CapacityNotice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("reached_at", models.DateTimeField()),
                ("seats", models.PositiveIntegerField()),
                ("taken", models.PositiveIntegerField()),
                ("decision", models.JSONField(default=dict)),
                ("due_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("reference", models.CharField(blank=True, max_length=120)),
                ("over_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.program",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("over_at", None)),
                        fields=("program", "site"),
                        name="admissions_one_open_notice",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CapacityToSign",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("at", models.DateTimeField()),
                ("has_capacity", models.BooleanField()),
                ("seen", homeward.core.crypto.EncryptedTextField()),
                ("look_again_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["client", "at"], name="admissions_capacity_course")
                ],
            },
        ),
        migrations.CreateModel(
            name="InterimPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("at", models.DateTimeField()),
                ("first_services", homeward.core.crypto.EncryptedTextField()),
                ("safety_steps", homeward.core.crypto.EncryptedTextField(blank=True)),
                ("next_contact_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.worker",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "inquiry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="admissions.inquiry",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="program.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "indexes": [models.Index(fields=["client", "at"], name="admissions_interim_plans")],
            },
        ),
        migrations.AddIndex(
            model_name="medicalscreening",
            index=models.Index(fields=["client", "at"], name="admissions_screening_course"),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.UniqueConstraint(
                condition=models.Q(("released_at", None)),
                fields=("client", "kind"),
                name="admissions_one_open_hold",
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("released_at", None),
                    models.Q(
                        ("released_by__isnull", False),
                        models.Q(("ending", ""), _negated=True),
                        models.Q(("evidence", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="admissions_hold_released_with_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))),
                name="admissions_obligation_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__lte", 6)), name="admissions_obligation_weekday"
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("closed_at", None)),
                fields=["site", "due_at"],
                name="admissions_reminders_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at", None),
                    models.Q(("disposition", ""), _negated=True),
                    _connector="OR",
                ),
                name="admissions_reminder_closed_with_a_disposition",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitlistentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at", None)),
                fields=("inquiry",),
                name="admissions_one_open_wait",
            ),
        ),
        never_changed("admissions_medicalscreening"),
        never_changed("admissions_capacitytosign"),
        never_changed("admissions_interimplan"),
        never_changed("admissions_interimservice"),
        frozen_once("admissions_hold", "released_at"),
        frozen_once("admissions_waitlistentry", "left_at"),
        frozen_once("admissions_capacitynotice", "sent_at", except_for=("over_at", "version")),
    ]

"""Addresses of the staff's door, one module a room."""

from importlib.util import find_spec

from django.urls import include, path

app_name = "desk"
ROOMS = (
    "today",
    "clients",
    "chart",
    "admissions",
    "measures",
    "assessments",
    "packets",
    "referrals",
    "publishing",
    "materials",
    "directory",
    "benefits",
    "authorizations",
    "plans",
    "consents",
    "doorway",
    "disclosures",
    "legal",
    "notices",
    "guard",
    "duty",
    "sessions",
    "calendar",
    "prints",
    "week",
    "week_plan",
    "group",
    "offline",
    "schedule",
    "notes",
    "counseling",
    "paged",
    "arrivals",
    "drug_tests",
    "medical",
    "safety",
    "incidents",
    "conduct",
    "linkage",
    "dayplans",
    "families",
    "conversations",
    "reviews",
    "retention",
    "incentives",
    "discharge",
    "aftercare",
    "tasks",
    "downtime",
    "setup",
    "watch",
)
urlpatterns = [
    path("", include(f"homeward.desk.{room}.urls"))
    for room in ROOMS
    if find_spec(f"homeward.desk.{room}") and find_spec(f"homeward.desk.{room}.urls")
]

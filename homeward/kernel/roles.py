"""The roles and duties a person may hold, by program, between dates."""

from enum import StrEnum


class Role(StrEnum):
    """One row of the access matrix (see docs/domain/access.md)."""

    DIRECTOR = "director"
    SUPERVISOR = "supervisor"
    COUNSELOR = "counselor"
    FAMILY_COUNSELOR = "family_counselor"
    PHYSICIAN = "physician"
    PSYCHOLOGIST = "psychologist"
    NURSE = "nurse"
    TECHNICIAN = "technician"
    ADMISSIONS = "admissions"
    FRONT_DESK = "front_desk"
    BILLING = "billing"
    PEER = "peer"
    CASE_MANAGER = "case_manager"
    AUDITOR = "auditor"
    ADMIN = "admin"
    CLIENT = "client"
    FAMILY = "family"
    AGENCY = "agency"
    PUBLIC = "public"


STAFF_ROLES = frozenset(Role) - {Role.CLIENT, Role.FAMILY, Role.AGENCY, Role.PUBLIC}


class Duty(StrEnum):
    """A task granted to a worker beside a role."""

    PUBLISH_WEEK = "publish_week"
    PRIVACY_OFFICER = "privacy_officer"
    ADOPT_NUMBERS = "adopt_numbers"
    BREAK_GLASS = "break_glass"

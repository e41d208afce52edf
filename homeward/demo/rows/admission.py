"""Admission: the episode, its first stage, its team."""

from homeward.admissions.models import Episode, EpisodeStage
from homeward.demo.rows.book import utc
from homeward.demo.rows.front_door import plan_until_the_plan
from homeward.demo.rows.inquiries import State, move
from homeward.demo.rows.reviews import open_first_card
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import team_of
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership


@tells(events.Admitted)
def admitted(told: Teller, event: events.Admitted) -> None:
    """Open the episode; its team takes the place of the assessor."""
    life, at, setting = told.life(event), utc(event.at), told.setting
    track = setting.tracks[event.track]
    phase = setting.phases[event.phase]
    level = life.placement.provided_level
    by_id = setting.worker_id(event.by)
    life.episode = told.book.add(
        Episode,
        life.key,
        client=life.client,
        site_id=track.site_id,
        program=setting.program,
        track=track,
        placement=life.placement,
        inquiry=life.inquiry,
        admitted_at=at,
        admitted_on=setting.day(at, track.site_id),
        admitted_by_id=by_id,
        phase=phase,
        level_code=level,
        referral_source=life.inquiry.referral_source,
    )
    life.stages.append(
        told.book.add(
            EpisodeStage,
            f"{life.key}|{at.isoformat()}",
            client=life.client,
            site_id=track.site_id,
            episode=life.episode,
            phase=phase,
            level_code=level,
            starts_at=at,
            by_id=by_id,
            reason="admission",
        )
    )
    plan_until_the_plan(told, life, at=at, by_id=by_id)
    for member in life.team:
        if member.ends_at is None:
            told.book.change(member, ends_at=at)
    _form_team(told, event)
    told.book.change(life.client, diagnosis=event.diagnosis[:200])
    move(told, life, State.ADMITTED, at=at, by=event.by, reason="admitted")
    open_first_card(told, life)


def _form_team(told: Teller, event: events.Admitted) -> None:
    life, at, setting = told.life(event), utc(event.at), told.setting
    counselor = event.primary_counselor
    wanted = [(Role.COUNSELOR.value, counselor, True)]
    team = team_of(event, setting.outline.one("technician", event.site))
    wanted += [(role, key, False) for role, key in team if key != counselor]
    for role, key, is_primary in dict.fromkeys(wanted):
        life.team.append(
            told.book.add(
                TeamMembership,
                f"{life.key}|{role}|{key}|{at.isoformat()}",
                client=life.client,
                site_id=life.episode.site_id,
                worker_id=setting.worker_id(key),
                role=role,
                is_primary=is_primary,
                starts_at=at,
                reason="admission",
            )
        )

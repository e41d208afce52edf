-- PostgreSQL database dump



SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL transaction_timeout = 0;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', true);
SET LOCAL check_function_bodies = false;
SET LOCAL xmloption = content;
SET LOCAL client_min_messages = warning;
SET LOCAL row_security = off;


-- *not* creating schema, since initdb creates it












CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);



CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);



CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);



CREATE FUNCTION public.audit_queue() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
              INSERT INTO audit_waiting (entry_id, transaction_number)
              SELECT id, transaction_number FROM fresh;
              RETURN NULL;
            END $$;



CREATE FUNCTION public.homeward_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END $$;



CREATE FUNCTION public.homeward_refuse_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - TG_ARGV[0]::text[])
                            = (to_jsonb(NEW) - TG_ARGV[0]::text[]) THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a signed row of % is never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END $$;



CREATE FUNCTION public.notes_set_aside_with_a_reason() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT 1 FROM notes_settingaside AS why
        WHERE why.note_id = NEW.id AND (
          (why.kind IN ('deleted', 'voided') AND why.at = NEW.set_aside_at)
          OR (why.kind = 'restored' AND NEW.set_aside_at IS NULL AND why.at >= OLD.set_aside_at)
        )
      ) THEN
        RAISE EXCEPTION 'a note is set aside, or brought back, only with a reason on record'
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;



CREATE FUNCTION public.plans_goal_refuse_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE part plans_goal%ROWTYPE;
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{}'::text[])
                            = (to_jsonb(NEW) - '{}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        part := OLD;
        IF plans_is_signed((SELECT p.plan_id FROM plans_problem p WHERE p.id = part.problem_id)) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        part := NEW;
        IF plans_is_signed((SELECT p.plan_id FROM plans_problem p WHERE p.id = part.problem_id)) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;



CREATE FUNCTION public.plans_intervention_refuse_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE part plans_intervention%ROWTYPE;
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{}'::text[])
                            = (to_jsonb(NEW) - '{}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        part := OLD;
        IF plans_is_signed((SELECT p.plan_id FROM plans_objective o JOIN plans_goal g ON g.id = o.goal_id JOIN plans_problem p ON p.id = g.problem_id WHERE o.id = part.objective_id)) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        part := NEW;
        IF plans_is_signed((SELECT p.plan_id FROM plans_objective o JOIN plans_goal g ON g.id = o.goal_id JOIN plans_problem p ON p.id = g.problem_id WHERE o.id = part.objective_id)) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;



CREATE FUNCTION public.plans_is_signed(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
      SELECT EXISTS (
        SELECT 1 FROM plans_plansignature WHERE plan_id = wanted AND meaning = 'author'
      )
    $$;



CREATE FUNCTION public.plans_objective_refuse_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE part plans_objective%ROWTYPE;
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{state,state_at,version}'::text[])
                            = (to_jsonb(NEW) - '{state,state_at,version}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        part := OLD;
        IF plans_is_signed((SELECT p.plan_id FROM plans_goal g JOIN plans_problem p ON p.id = g.problem_id WHERE g.id = part.goal_id)) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        part := NEW;
        IF plans_is_signed((SELECT p.plan_id FROM plans_goal g JOIN plans_problem p ON p.id = g.problem_id WHERE g.id = part.goal_id)) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;



CREATE FUNCTION public.plans_plan_refuse_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{state,active_from,review_due_on,version,ended_at,stay_due_on,shared_at}'::text[])
                            = (to_jsonb(NEW) - '{state,active_from,review_due_on,version,ended_at,stay_due_on,shared_at}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        IF plans_is_signed(OLD.id) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        IF plans_is_signed(NEW.id) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;



CREATE FUNCTION public.plans_problem_refuse_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE part plans_problem%ROWTYPE;
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{}'::text[])
                            = (to_jsonb(NEW) - '{}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        part := OLD;
        IF plans_is_signed((SELECT part.plan_id)) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        part := NEW;
        IF plans_is_signed((SELECT part.plan_id)) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;



CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;



CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;



CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


SET LOCAL default_tablespace = '';

SET LOCAL default_table_access_method = heap;


CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);



CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;



CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;



CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;



CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;



CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;



CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;



CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;



CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;



CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;



CREATE FUNCTION public.timetable_refuse_meeting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
      pair record;
    BEGIN
      FOR pair IN
        SELECT kept.level, kept.starts_on, kept.ends_on,
               CASE WHEN kept.client_id = NEW.client_id THEN kept.other_id
                    ELSE kept.client_id END AS other
        FROM timetable_keptapart AS kept
        WHERE NEW.client_id IN (kept.client_id, kept.other_id)
        ORDER BY kept.id FOR NO KEY UPDATE
      LOOP
        IF EXISTS (
          SELECT 1 FROM timetable_seat AS seat
          JOIN timetable_groupsession AS theirs ON theirs.id = seat.session_id
          JOIN timetable_groupsession AS ours ON ours.id = NEW.session_id
          WHERE seat.client_id = pair.other AND seat.released_at IS NULL
            AND ours."on" >= pair.starts_on
            AND (pair.ends_on IS NULL OR ours."on" < pair.ends_on)
            AND (
              seat.session_id = NEW.session_id
              OR (pair.level = 'site' AND theirs.site_id = ours.site_id
                  AND theirs.mode = 'in_person' AND ours.mode = 'in_person'
                  AND theirs.starts_at < NEW.ends_at AND NEW.starts_at < theirs.ends_at)
            )
        ) THEN
          RAISE EXCEPTION 'a placement rule keeps two people out of one session'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'timetable_kept_apart';
        END IF;
      END LOOP;
      RETURN NEW;
    END $$;



CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);



ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);



ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_account (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    username character varying(60) NOT NULL,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    language character varying(10) NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    demo_label character varying(120) NOT NULL,
    demo_position smallint NOT NULL,
    CONSTRAINT accounts_account_demo_position_check CHECK ((demo_position >= 0))
);



CREATE TABLE public.accounts_setuptoken (
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);



CREATE TABLE public.admissions_assessmentvisit (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    minutes smallint NOT NULL,
    state character varying(20) NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    diagnosis character varying(20) NOT NULL,
    criteria_met smallint,
    summary text NOT NULL,
    client_id uuid NOT NULL,
    inquiry_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    time_reason character varying(200) NOT NULL,
    CONSTRAINT admissions_assessmentvisit_criteria_met_check CHECK ((criteria_met >= 0)),
    CONSTRAINT admissions_assessmentvisit_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT admissions_assessmentvisit_version_check CHECK ((version >= 0)),
    CONSTRAINT admissions_criteria_0_to_11 CHECK (((criteria_met IS NULL) OR (criteria_met <= 11)))
);



CREATE TABLE public.admissions_capacitynotice (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    reached_at timestamp with time zone NOT NULL,
    seats integer NOT NULL,
    taken integer NOT NULL,
    decision jsonb NOT NULL,
    due_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    reference character varying(120) NOT NULL,
    over_at timestamp with time zone,
    owner_id uuid,
    program_id uuid NOT NULL,
    sent_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_capacitynotice_seats_check CHECK ((seats >= 0)),
    CONSTRAINT admissions_capacitynotice_taken_check CHECK ((taken >= 0)),
    CONSTRAINT admissions_capacitynotice_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_capacitytosign (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    has_capacity boolean NOT NULL,
    seen text NOT NULL,
    look_again_at timestamp with time zone,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_capacitytosign_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_episode (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    admitted_at timestamp with time zone NOT NULL,
    admitted_on date NOT NULL,
    level_code character varying(10) NOT NULL,
    referral_source character varying(40) NOT NULL,
    ended_at timestamp with time zone,
    ended_on date,
    admitted_by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    phase_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    track_id uuid NOT NULL,
    inquiry_id uuid,
    CONSTRAINT admissions_episode_runs_forward CHECK (((ended_at IS NULL) OR (ended_at >= admitted_at))),
    CONSTRAINT admissions_episode_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_episodestage (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    level_code character varying(10) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    reason character varying(60) NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    phase_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_episodestage_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_hold (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(40) NOT NULL,
    severity character varying(30) NOT NULL,
    reasons character varying(60)[] NOT NULL,
    rule_set character varying(20) NOT NULL,
    cut_points character varying(20) NOT NULL,
    decision jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    referral_id uuid,
    released_at timestamp with time zone,
    ending character varying(40) NOT NULL,
    examined_at timestamp with time zone,
    evidence text NOT NULL,
    release_decision jsonb NOT NULL,
    client_id uuid NOT NULL,
    inquiry_id uuid,
    opened_by_id uuid,
    owner_id uuid,
    released_by_id uuid,
    site_id uuid NOT NULL,
    screening_id uuid,
    CONSTRAINT admissions_hold_released_with_evidence CHECK (((released_at IS NULL) OR ((released_by_id IS NOT NULL) AND (NOT ((ending)::text = ''::text)) AND (NOT (evidence = ''::text))))),
    CONSTRAINT admissions_hold_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_inquiry (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number character varying(20) NOT NULL,
    first_request_at timestamp with time zone NOT NULL,
    caller_name text NOT NULL,
    relation character varying(40) NOT NULL,
    person_name text NOT NULL,
    phone text NOT NULL,
    may_leave_message boolean,
    message_name character varying(60) NOT NULL,
    substances character varying(40)[] NOT NULL,
    last_use character varying(40) NOT NULL,
    is_pregnant boolean,
    injects boolean,
    suicidal character varying(20) NOT NULL,
    withdrawal_risk character varying(20) NOT NULL,
    referral_source character varying(40) NOT NULL,
    note text NOT NULL,
    state character varying(30) NOT NULL,
    appointment_at timestamp with time zone,
    client_id uuid,
    payer_id uuid,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    may_call_back boolean,
    wanted_track_id uuid,
    CONSTRAINT admissions_inquiry_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_inquirystep (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    from_state character varying(30) NOT NULL,
    to_state character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    by_id uuid,
    inquiry_id uuid NOT NULL,
    CONSTRAINT admissions_inquirystep_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_interimplan (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    first_services text NOT NULL,
    safety_steps text NOT NULL,
    next_contact_at timestamp with time zone,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    inquiry_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_interimplan_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_interimservice (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    by_id uuid,
    inquiry_id uuid NOT NULL,
    CONSTRAINT admissions_interimservice_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_medicalscreening (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    last_drink_at timestamp with time zone,
    drank_or_sedatives_recently boolean,
    intoxicated boolean,
    seizure_or_delirium_history boolean,
    daily_benzodiazepine boolean,
    confusion_or_seizure_now boolean,
    pregnant boolean,
    opioid_use boolean,
    abnormal_vitals boolean,
    pulse smallint,
    systolic smallint,
    temperature_f numeric(4,1),
    oxygen smallint,
    note text NOT NULL,
    outcome character varying(30) NOT NULL,
    decision jsonb NOT NULL,
    by_id uuid,
    client_id uuid NOT NULL,
    inquiry_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_medicalscreening_oxygen_check CHECK ((oxygen >= 0)),
    CONSTRAINT admissions_medicalscreening_pulse_check CHECK ((pulse >= 0)),
    CONSTRAINT admissions_medicalscreening_systolic_check CHECK ((systolic >= 0)),
    CONSTRAINT admissions_medicalscreening_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_message (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    caller_name text NOT NULL,
    phone text NOT NULL,
    about text NOT NULL,
    words text NOT NULL,
    handled_at timestamp with time zone,
    disposition character varying(30) NOT NULL,
    handled_by_id uuid,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT admissions_message_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_obligation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    inquiry_id uuid NOT NULL,
    CONSTRAINT admissions_obligation_runs_forward CHECK ((ends > starts)),
    CONSTRAINT admissions_obligation_version_check CHECK ((version >= 0)),
    CONSTRAINT admissions_obligation_weekday CHECK ((weekday <= 6)),
    CONSTRAINT admissions_obligation_weekday_check CHECK ((weekday >= 0))
);



CREATE TABLE public.admissions_reminder (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(30) NOT NULL,
    origin character varying(120) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    disposition character varying(30) NOT NULL,
    closed_by_id uuid,
    inquiry_id uuid NOT NULL,
    owner_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT admissions_reminder_closed_with_a_disposition CHECK (((closed_at IS NULL) OR (NOT ((disposition)::text = ''::text)))),
    CONSTRAINT admissions_reminder_version_check CHECK ((version >= 0))
);



CREATE TABLE public.admissions_waitlistentry (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number character varying(20) NOT NULL,
    listed_at timestamp with time zone NOT NULL,
    decision jsonb NOT NULL,
    last_contact_at timestamp with time zone,
    left_at timestamp with time zone,
    left_as character varying(30) NOT NULL,
    inquiry_id uuid NOT NULL,
    CONSTRAINT admissions_waitlistentry_version_check CHECK ((version >= 0))
);



CREATE TABLE public.assessments_addendum (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    CONSTRAINT assessments_addendum_version_check CHECK ((version >= 0))
);



CREATE TABLE public.assessments_answer (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    question character varying(60) NOT NULL,
    value text NOT NULL,
    origin character varying(20) NOT NULL,
    origin_ref character varying(60) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    by_id uuid,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    supersedes_id uuid,
    assessment_id uuid,
    CONSTRAINT assessments_answer_version_check CHECK ((version >= 0)),
    CONSTRAINT assessments_nothing_supersedes_itself CHECK ((NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))
);



CREATE TABLE public.assessments_assessment (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    edition character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    content text NOT NULL,
    content_hash character varying(64) NOT NULL,
    diagnosis character varying(20) NOT NULL,
    criteria_met smallint,
    signed_at timestamp with time zone,
    credential character varying(120) NOT NULL,
    needs_cosignature boolean NOT NULL,
    client_id uuid NOT NULL,
    signed_by_id uuid,
    site_id uuid NOT NULL,
    started_by_id uuid NOT NULL,
    CONSTRAINT assessments_assessment_criteria_met_check CHECK ((criteria_met >= 0)),
    CONSTRAINT assessments_assessment_version_check CHECK ((version >= 0)),
    CONSTRAINT assessments_signature_is_whole CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL) AND (NOT ((content_hash)::text = ''::text)) AND (NOT ((credential)::text = ''::text)))))
);



CREATE TABLE public.assessments_cosignature (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    assessment_id uuid NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT assessments_cosignature_version_check CHECK ((version >= 0)),
    CONSTRAINT assessments_nobody_cosigns_their_own CHECK ((NOT (worker_id = author_id)))
);



CREATE TABLE public.assessments_draft (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    domain character varying(30) NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone,
    assessment_id uuid NOT NULL,
    client_id uuid NOT NULL,
    saved_by_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT assessments_draft_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_arrival (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(10) NOT NULL,
    outcome character varying(20) NOT NULL,
    decision jsonb,
    seen_at timestamp with time zone,
    client_id uuid NOT NULL,
    seat_id uuid,
    seen_by_id uuid,
    site_id uuid NOT NULL,
    kiosk_id uuid,
    CONSTRAINT attendance_arrival_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_arrivalcode (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code text NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id uuid NOT NULL,
    made_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_arrivalcode_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_attendancemark (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    state character varying(30) NOT NULL,
    reason character varying(60) NOT NULL,
    credited_minutes smallint NOT NULL,
    decision jsonb,
    marked_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    marked_by_id uuid,
    seat_id uuid NOT NULL,
    session_id uuid NOT NULL,
    site_id uuid NOT NULL,
    entered_at timestamp with time zone,
    entered_by_id uuid,
    source character varying(10) DEFAULT 'room'::character varying NOT NULL,
    CONSTRAINT attendance_attendancemark_credited_minutes_check CHECK ((credited_minutes >= 0)),
    CONSTRAINT attendance_attendancemark_version_check CHECK ((version >= 0)),
    CONSTRAINT attendance_somebody_marked CHECK (((marked_by_id IS NOT NULL) OR ((source)::text = ANY ((ARRAY['kiosk'::character varying, 'phone'::character varying])::text[]))))
);



CREATE TABLE public.attendance_forecastmeasure (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    measured_on date NOT NULL,
    first_on date NOT NULL,
    figures jsonb NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_forecastmeasure_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_kiosk (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(60) NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id uuid,
    made_by_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_kiosk_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_makeupoffer (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    decision jsonb NOT NULL,
    told_by character varying(10) NOT NULL,
    answer character varying(10) NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    makes_up_id uuid,
    notice_id uuid,
    offered_by_id uuid,
    seat_id uuid,
    session_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_answer_is_whole CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL)) OR ((answered_at IS NOT NULL) AND (NOT ((answer)::text = ''::text))))),
    CONSTRAINT attendance_makeupoffer_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_offlineentry (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key uuid NOT NULL,
    account_id uuid NOT NULL,
    client_id uuid,
    what character varying(12) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    code character varying(60) NOT NULL,
    words text NOT NULL,
    settled_at timestamp with time zone,
    session_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT attendance_offlineentry_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_punch (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    in_at timestamp with time zone NOT NULL,
    out_at timestamp with time zone,
    is_telehealth boolean NOT NULL,
    client_id uuid NOT NULL,
    mark_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_punch_runs_forward CHECK (((out_at IS NULL) OR (out_at >= in_at))),
    CONSTRAINT attendance_punch_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_safetystep (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    step character varying(12) NOT NULL,
    answer character varying(30) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    mark_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT attendance_safetystep_version_check CHECK ((version >= 0))
);



CREATE TABLE public.attendance_sealingkey (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    public character varying(100) NOT NULL,
    private text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT attendance_sealingkey_version_check CHECK ((version >= 0))
);



CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    lane character varying(40) NOT NULL,
    lane_number bigint NOT NULL,
    request_id character varying(40) NOT NULL,
    account_id uuid,
    actor_kind character varying(20) NOT NULL,
    actor_ref character varying(60) NOT NULL,
    session_ref character varying(40) NOT NULL,
    code character varying(80) NOT NULL,
    record character varying(80) NOT NULL,
    record_ids uuid[] NOT NULL,
    client_ids uuid[] NOT NULL,
    purpose character varying(40) NOT NULL,
    fields character varying(80)[] NOT NULL,
    permitted boolean NOT NULL,
    reason character varying(200) NOT NULL,
    transaction_number bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL,
    mac character varying(64) NOT NULL
);



CREATE TABLE public.audit_head (
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    chain character varying(64) NOT NULL,
    signature character varying(200) NOT NULL
);



CREATE TABLE public.audit_link (
    number bigint NOT NULL,
    entry_id uuid NOT NULL,
    chain character varying(64) NOT NULL
);



CREATE TABLE public.audit_waiting (
    entry_id uuid NOT NULL,
    transaction_number bigint NOT NULL
);



CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);



ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);



ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);



ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.consents_approval (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    classes character varying(30)[] NOT NULL,
    has_written_agreement boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    entered_by_id uuid,
    party_id uuid NOT NULL,
    agreement_signed_on date,
    board character varying(160) NOT NULL,
    conditions character varying(600) NOT NULL,
    no_end_reason character varying(300) NOT NULL,
    protocol character varying(200) NOT NULL,
    responsible character varying(120) NOT NULL,
    reviewed_on date,
    CONSTRAINT consents_approval_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_caseclosing (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_on date NOT NULL,
    counts_from timestamp with time zone NOT NULL,
    known_by character varying(20) NOT NULL,
    note character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    recorded_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_caseclosing_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_consent (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(30) NOT NULL,
    disclosers character varying(80)[] NOT NULL,
    recipients jsonb NOT NULL,
    purposes character varying(40)[] NOT NULL,
    classes character varying(30)[] NOT NULL,
    records_from date,
    records_to date,
    starts_at timestamp with time zone,
    expires_at timestamp with time zone,
    expires_on_event character varying(40) NOT NULL,
    irrevocable_until_event character varying(40) NOT NULL,
    text_version character varying(40) NOT NULL,
    text_hash character varying(64) NOT NULL,
    language character varying(10) NOT NULL,
    signed_at timestamp with time zone,
    signer_name character varying(120) NOT NULL,
    signer_authority character varying(20) NOT NULL,
    copy_given_at timestamp with time zone,
    client_id uuid NOT NULL,
    contact_id uuid,
    site_id uuid NOT NULL,
    witnessed_by_id uuid,
    drafted_by_id uuid,
    evidence jsonb NOT NULL,
    offered_at timestamp with time zone,
    party_id uuid,
    designation character varying(20) NOT NULL,
    is_half boolean NOT NULL,
    members jsonb NOT NULL,
    no_end_reason character varying(300) NOT NULL,
    signer_contact_id uuid,
    signer_relation character varying(60) NOT NULL,
    beside_id uuid,
    CONSTRAINT consents_consent_version_check CHECK ((version >= 0)),
    CONSTRAINT consents_signature_is_whole CHECK ((((signed_at IS NULL) AND ((signer_name)::text = ''::text)) OR ((signed_at IS NOT NULL) AND (NOT ((signer_name)::text = ''::text)))))
);



CREATE TABLE public.consents_consentrefusal (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    client_id uuid NOT NULL,
    draft_id uuid,
    recorded_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_consentrefusal_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_delivery (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    carrier character varying(40) NOT NULL,
    reason character varying(60) NOT NULL,
    client_id uuid NOT NULL,
    disclosure_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT consents_delivery_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_disclosure (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    recipient_type character varying(20) NOT NULL,
    recipient_id character varying(80) NOT NULL,
    recipient_name character varying(120) NOT NULL,
    purpose character varying(40) NOT NULL,
    effect character varying(10) NOT NULL,
    basis character varying(40) NOT NULL,
    cites character varying(60)[] NOT NULL,
    items jsonb NOT NULL,
    obligations character varying(60)[] NOT NULL,
    rule_set character varying(40) NOT NULL,
    rule_version character varying(40) NOT NULL,
    medium character varying(30) NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    by_worker_id uuid,
    identity_check character varying(120) NOT NULL,
    notice character varying(40) NOT NULL,
    origin character varying(120) NOT NULL,
    record_versions jsonb NOT NULL,
    words text NOT NULL,
    CONSTRAINT consents_disclosure_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_emergencyrecord (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    recipient_name character varying(120) NOT NULL,
    recipient_affiliation character varying(120) NOT NULL,
    discloser_name character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    nature character varying(300) NOT NULL,
    client_id uuid NOT NULL,
    discloser_id uuid NOT NULL,
    disclosure_id uuid NOT NULL,
    site_id uuid NOT NULL,
    why_no_consent character varying(300) NOT NULL,
    CONSTRAINT consents_emergencyrecord_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_guardianship (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "right" character varying(10) NOT NULL,
    relation character varying(60) NOT NULL,
    paper character varying(200) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    client_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    entered_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_guardian_runs_forward CHECK (((ends_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT consents_guardianship_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_instrumentverification (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(200) NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    instrument_id uuid NOT NULL,
    CONSTRAINT consents_instrumentverification_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_intermediarylist (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    entries jsonb NOT NULL,
    client_id uuid NOT NULL,
    entered_by_id uuid,
    site_id uuid NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT consents_intermediarylist_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_intermediarylistrequest (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    since date NOT NULL,
    due_on date NOT NULL,
    client_id uuid NOT NULL,
    party_id uuid NOT NULL,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT consents_intermediarylistrequest_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_intermediarymember (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    how character varying(120) NOT NULL,
    entered_by_id uuid,
    intermediary_id uuid NOT NULL,
    member_id uuid NOT NULL,
    CONSTRAINT consents_intermediarymember_version_check CHECK ((version >= 0)),
    CONSTRAINT consents_member_runs_forward CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))
);



CREATE TABLE public.consents_legalinstrument (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    type character varying(20) NOT NULL,
    court character varying(120) NOT NULL,
    docket character varying(60) NOT NULL,
    dated date NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    classes character varying(30)[] NOT NULL,
    entered_by_id uuid NOT NULL,
    site_id uuid NOT NULL,
    request_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    CONSTRAINT consents_legalinstrument_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_legalrelease (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    classes character varying(30)[] NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    disclosure_id uuid,
    proposed_by_id uuid NOT NULL,
    released_by_id uuid,
    site_id uuid NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT consents_legalrelease_version_check CHECK ((version >= 0)),
    CONSTRAINT consents_release_by_two CHECK (((released_by_id IS NULL) OR (NOT ((released_by_id = proposed_by_id) AND (released_by_id IS NOT NULL)))))
);



CREATE TABLE public.consents_legalrequest (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    came_by character varying(20) NOT NULL,
    asker_name character varying(120) NOT NULL,
    asker_office character varying(120) NOT NULL,
    asker_phone character varying(40) NOT NULL,
    brought character varying(30) NOT NULL,
    about text NOT NULL,
    answer_by date,
    closed_at timestamp with time zone,
    outcome character varying(30) NOT NULL,
    client_id uuid,
    closed_by_id uuid,
    received_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_legalrequest_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_minorconsentage (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(2) NOT NULL,
    starts_on date NOT NULL,
    age smallint,
    source_title character varying(200) NOT NULL,
    tag character varying(10) NOT NULL,
    citation character varying(200) NOT NULL,
    CONSTRAINT consents_minorconsentage_age_check CHECK ((age >= 0)),
    CONSTRAINT consents_minorconsentage_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_outsideparty (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    type character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    classes character varying(30)[] NOT NULL,
    is_covered_entity boolean NOT NULL,
    is_intermediary boolean NOT NULL,
    phone character varying(40) NOT NULL,
    address character varying(200) NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    verified_how character varying(120) NOT NULL,
    verified_by_id uuid,
    CONSTRAINT consents_outsideparty_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_premisesincident (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    place character varying(80) NOT NULL,
    what text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_premisesincident_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_qsoagreement (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    services character varying(40)[] NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    entered_by_id uuid,
    party_id uuid NOT NULL,
    CONSTRAINT consents_qso_runs_forward CHECK (((ends_at IS NULL) OR (ends_at > starts_at))),
    CONSTRAINT consents_qsoagreement_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_restrictionanswer (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    is_agreed boolean NOT NULL,
    reason character varying(300) NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT consents_restrictionanswer_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_restrictionrequest (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    classes character varying(30)[] NOT NULL,
    recipient_class character varying(30) NOT NULL,
    is_paid_in_full boolean NOT NULL,
    words text NOT NULL,
    client_id uuid NOT NULL,
    contact_id uuid,
    party_id uuid,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT consents_restrictionrequest_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_revocation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(40) NOT NULL,
    client_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT consents_revocation_version_check CHECK ((version >= 0))
);



CREATE TABLE public.consents_safetyflag (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason text NOT NULL,
    client_id uuid NOT NULL,
    contact_id uuid,
    lifted_by_id uuid,
    party_id uuid,
    raised_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT consents_safetyflag_version_check CHECK ((version >= 0))
);



CREATE UNLOGGED TABLE public.core_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);



CREATE TABLE public.core_draft (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    place character varying(120) NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL
);



CREATE TABLE public.core_heartbeat (
    name character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.core_outboxitem (
    id uuid NOT NULL,
    kind character varying(60) NOT NULL,
    key character varying(120) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    state character varying(20) NOT NULL,
    settled_at timestamp with time zone,
    outcome character varying(200) NOT NULL,
    CONSTRAINT core_outboxitem_attempts_check CHECK ((attempts >= 0))
);



CREATE TABLE public.core_submission (
    key character varying(64) NOT NULL,
    account_id uuid,
    route character varying(120) NOT NULL,
    body_hash character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    status smallint NOT NULL,
    location character varying(500) NOT NULL,
    CONSTRAINT core_submission_status_check CHECK ((status >= 0))
);



CREATE TABLE public.coverage_authorization (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    level_code character varying(10) NOT NULL,
    service_code character varying(20) NOT NULL,
    state character varying(12) NOT NULL,
    number character varying(60) NOT NULL,
    counted_in character varying(14) NOT NULL,
    units_asked integer,
    units integer,
    starts_on date NOT NULL,
    last_on date NOT NULL,
    week_least_minutes integer,
    week_most_minutes integer,
    day_least_minutes integer,
    next_review_on date,
    reviewer character varying(120) NOT NULL,
    note text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_why character varying(200) NOT NULL,
    answered_by_id uuid,
    asked_by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    coverage_id uuid NOT NULL,
    ended_by_id uuid,
    follows_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT coverage_authorization_day_least_minutes_check CHECK ((day_least_minutes >= 0)),
    CONSTRAINT coverage_authorization_runs_forward CHECK ((last_on >= starts_on)),
    CONSTRAINT coverage_authorization_units_asked_check CHECK ((units_asked >= 0)),
    CONSTRAINT coverage_authorization_units_check CHECK ((units >= 0)),
    CONSTRAINT coverage_authorization_version_check CHECK ((version >= 0)),
    CONSTRAINT coverage_authorization_week_in_order CHECK (((week_least_minutes IS NULL) OR (week_most_minutes IS NULL) OR (week_least_minutes <= week_most_minutes))),
    CONSTRAINT coverage_authorization_week_least_minutes_check CHECK ((week_least_minutes >= 0)),
    CONSTRAINT coverage_authorization_week_most_minutes_check CHECK ((week_most_minutes >= 0))
);



CREATE TABLE public.coverage_benefitscheck (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    is_covered boolean NOT NULL,
    is_in_network boolean NOT NULL,
    copay_cents integer NOT NULL,
    deductible_left_cents integer NOT NULL,
    needs_authorization boolean NOT NULL,
    days_limit smallint,
    reference character varying(60) NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    coverage_id uuid NOT NULL,
    site_id uuid NOT NULL,
    allowed_day_cents integer,
    coinsurance_percent smallint NOT NULL,
    days_used smallint NOT NULL,
    effective_from date,
    effective_to date,
    note text NOT NULL,
    out_of_pocket_left_cents integer,
    plan_name character varying(120) NOT NULL,
    spoke_with character varying(120) NOT NULL,
    CONSTRAINT coverage_benefitscheck_allowed_day_cents_check CHECK ((allowed_day_cents >= 0)),
    CONSTRAINT coverage_benefitscheck_coinsurance_percent_check CHECK ((coinsurance_percent >= 0)),
    CONSTRAINT coverage_benefitscheck_copay_cents_check CHECK ((copay_cents >= 0)),
    CONSTRAINT coverage_benefitscheck_days_limit_check CHECK ((days_limit >= 0)),
    CONSTRAINT coverage_benefitscheck_days_used_check CHECK ((days_used >= 0)),
    CONSTRAINT coverage_benefitscheck_deductible_left_cents_check CHECK ((deductible_left_cents >= 0)),
    CONSTRAINT coverage_benefitscheck_out_of_pocket_left_cents_check CHECK ((out_of_pocket_left_cents >= 0)),
    CONSTRAINT coverage_benefitscheck_version_check CHECK ((version >= 0))
);



CREATE TABLE public.coverage_coverage (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    member_id text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    verified_at timestamp with time zone,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    verified_by_id uuid,
    payer_id uuid NOT NULL,
    CONSTRAINT coverage_coverage_version_check CHECK ((version >= 0))
);



CREATE TABLE public.coverage_feedetermination (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    until date NOT NULL,
    household smallint NOT NULL,
    yearly_income_cents bigint NOT NULL,
    shown character varying(40) NOT NULL,
    pays_percent numeric(5,2) NOT NULL,
    decision jsonb NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT coverage_feedetermination_household_check CHECK ((household >= 0)),
    CONSTRAINT coverage_feedetermination_version_check CHECK ((version >= 0)),
    CONSTRAINT coverage_feedetermination_yearly_income_cents_check CHECK ((yearly_income_cents >= 0))
);



CREATE TABLE public.coverage_givenestimate (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    language character varying(10) NOT NULL,
    client_cents bigint NOT NULL,
    decision jsonb NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT coverage_givenestimate_client_cents_check CHECK ((client_cents >= 0)),
    CONSTRAINT coverage_givenestimate_version_check CHECK ((version >= 0))
);



CREATE TABLE public.coverage_payer (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(30) NOT NULL,
    needs_authorization boolean NOT NULL,
    CONSTRAINT coverage_payer_version_check CHECK ((version >= 0))
);



CREATE TABLE public.coverage_payernumber (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(80) NOT NULL,
    value numeric(12,3) NOT NULL,
    unit character varying(20) NOT NULL,
    tag character varying(10) NOT NULL,
    source_title character varying(200) NOT NULL,
    citation character varying(200) NOT NULL,
    starts_on date NOT NULL,
    adopted_at timestamp with time zone,
    adopted_by_id uuid,
    payer_id uuid NOT NULL,
    CONSTRAINT coverage_payernumber_version_check CHECK ((version >= 0))
);



CREATE TABLE public.curriculum_handedout (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    handed_by_id uuid,
    session_id uuid,
    site_id uuid NOT NULL,
    material_version_id uuid NOT NULL,
    CONSTRAINT curriculum_handedout_version_check CHECK ((version >= 0))
);



CREATE TABLE public.curriculum_material (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    shipped_digest character varying(64) NOT NULL,
    topic_id uuid NOT NULL,
    follows_id uuid,
    CONSTRAINT curriculum_material_version_check CHECK ((version >= 0))
);



CREATE TABLE public.curriculum_materialversion (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    title character varying(120) NOT NULL,
    lead character varying(400) NOT NULL,
    body text NOT NULL,
    therapy_model character varying(40) NOT NULL,
    note character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    made_by_id uuid,
    material_id uuid NOT NULL,
    published_by_id uuid,
    restored_from_id uuid,
    CONSTRAINT curriculum_materialversion_number_check CHECK ((number >= 0)),
    CONSTRAINT curriculum_materialversion_version_check CHECK ((version >= 0))
);



CREATE TABLE public.curriculum_sessionmaterial (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    how character varying(20) NOT NULL,
    used_at timestamp with time zone NOT NULL,
    material_version_id uuid NOT NULL,
    session_id uuid NOT NULL,
    used_by_id uuid,
    CONSTRAINT curriculum_sessionmaterial_version_check CHECK ((version >= 0))
);



CREATE TABLE public.demo_told (
    id bigint NOT NULL,
    seed integer NOT NULL,
    first_day date NOT NULL,
    told_until date NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT demo_told_seed_check CHECK ((seed >= 0))
);



ALTER TABLE public.demo_told ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demo_told_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.directory_handoffstep (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    step character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    spoke_with character varying(120) NOT NULL,
    told character varying(20) NOT NULL,
    note text NOT NULL,
    by_id uuid,
    client_id uuid NOT NULL,
    disclosure_id uuid,
    site_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    service_id uuid,
    CONSTRAINT directory_handoffstep_version_check CHECK ((version >= 0)),
    CONSTRAINT directory_what_left_has_its_ledger_row CHECK (((NOT ((told)::text = ANY ((ARRAY['consent'::character varying, 'emergency'::character varying])::text[]))) OR (disclosure_id IS NOT NULL)))
);



CREATE TABLE public.directory_referral (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(30) NOT NULL,
    reason_code character varying(60) NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    outcome character varying(30) NOT NULL,
    outcome_reason text NOT NULL,
    discharged_elsewhere_on date,
    client_id uuid NOT NULL,
    closed_by_id uuid,
    opened_by_id uuid,
    owner_id uuid NOT NULL,
    site_id uuid NOT NULL,
    service_id uuid,
    CONSTRAINT directory_closed_with_an_outcome CHECK ((((closed_at IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_at IS NOT NULL) AND (NOT ((outcome)::text = ''::text))))),
    CONSTRAINT directory_referral_version_check CHECK ((version >= 0))
);



CREATE TABLE public.directory_service (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    organisation character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    options character varying(30)[] NOT NULL,
    address character varying(160) NOT NULL,
    city character varying(80) NOT NULL,
    zip_code character varying(5) NOT NULL,
    phone character varying(30) NOT NULL,
    web character varying(120) NOT NULL,
    languages character varying(10)[] NOT NULL,
    payers character varying(20)[] NOT NULL,
    takes character varying(30)[] NOT NULL,
    hours jsonb NOT NULL,
    notes character varying(500) NOT NULL,
    verified_on date,
    retired_at timestamp with time zone,
    verified_by_id uuid,
    CONSTRAINT directory_service_version_check CHECK ((version >= 0)),
    CONSTRAINT directory_verified_by_somebody CHECK (((verified_on IS NULL) OR (verified_by_id IS NOT NULL)))
);



CREATE TABLE public.directory_serviceedit (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    what character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    fields character varying(30)[] NOT NULL,
    "values" jsonb NOT NULL,
    note character varying(200) NOT NULL,
    by_id uuid,
    service_id uuid NOT NULL,
    CONSTRAINT directory_serviceedit_version_check CHECK ((version >= 0))
);



CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);



ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);



ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);



CREATE TABLE public.documents_document (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(40) NOT NULL,
    title character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    subject_id uuid NOT NULL,
    template_version character varying(40) NOT NULL,
    digest character varying(64) NOT NULL,
    sealed bytea NOT NULL,
    client_id uuid NOT NULL,
    made_by_id uuid,
    site_id uuid NOT NULL,
    author_id uuid,
    code_digest character varying(64) NOT NULL,
    content_digest character varying(64) NOT NULL,
    made_on date,
    CONSTRAINT documents_document_version_check CHECK ((version >= 0))
);



CREATE TABLE public.downtime_downtimepack (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    counts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    locked bytea NOT NULL,
    emptied_at timestamp with time zone,
    made_by_id uuid,
    site_id uuid NOT NULL,
    key_id uuid NOT NULL,
    CONSTRAINT downtime_downtimepack_version_check CHECK ((version >= 0))
);



CREATE TABLE public.downtime_packfetch (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    pack_id uuid NOT NULL,
    worker_id uuid,
    CONSTRAINT downtime_packfetch_version_check CHECK ((version >= 0))
);



CREATE TABLE public.downtime_packkey (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    salt bytea NOT NULL,
    rounds integer NOT NULL,
    sealed_key bytea NOT NULL,
    set_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    set_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT downtime_packkey_rounds_check CHECK ((rounds >= 0)),
    CONSTRAINT downtime_packkey_version_check CHECK ((version >= 0))
);



CREATE TABLE public.downtime_paperentry (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    written_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    keyed_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    became character varying(20) NOT NULL,
    became_id uuid,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    keyed_by_id uuid NOT NULL,
    session_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT downtime_keyed_after_it_was_written CHECK ((keyed_at >= written_at)),
    CONSTRAINT downtime_paperentry_version_check CHECK ((version >= 0)),
    CONSTRAINT downtime_taking_is_whole CHECK (((((became)::text = ''::text) AND (taken_at IS NULL)) OR ((taken_at IS NOT NULL) AND (NOT ((became)::text = ''::text)))))
);



CREATE TABLE public.drugtests_analyteresult (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    analyte character varying(40) NOT NULL,
    method character varying(20) NOT NULL,
    result character varying(30) NOT NULL,
    level numeric(10,2),
    cutoff numeric(10,2),
    at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    entered_by_id uuid,
    site_id uuid NOT NULL,
    test_id uuid NOT NULL,
    unit character varying(20) NOT NULL,
    CONSTRAINT drugtests_analyteresult_version_check CHECK ((version >= 0))
);



CREATE TABLE public.drugtests_draw (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    method character varying(40) NOT NULL,
    commitment character varying(64) NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    sealed_secret text NOT NULL,
    secret character varying(64) NOT NULL,
    roster jsonb NOT NULL,
    drawn jsonb NOT NULL,
    drawn_at timestamp with time zone,
    revealed_at timestamp with time zone,
    pool_id uuid NOT NULL,
    CONSTRAINT drugtests_draw_version_check CHECK ((version >= 0)),
    CONSTRAINT drugtests_revealed_after_drawn CHECK (((revealed_at IS NULL) OR (drawn_at IS NOT NULL)))
);



CREATE TABLE public.drugtests_drugtest (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_for_cause boolean NOT NULL,
    cause character varying(200) NOT NULL,
    panel character varying(40)[] NOT NULL,
    panel_need character varying(200) NOT NULL,
    state character varying(20) NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    notified_at timestamp with time zone,
    due_at timestamp with time zone NOT NULL,
    collected_at timestamp with time zone,
    observed character varying(30) NOT NULL,
    observed_reason character varying(120) NOT NULL,
    temperature_f numeric(4,1),
    is_sealed boolean NOT NULL,
    client_initials character varying(6) NOT NULL,
    specimen character varying(20) NOT NULL,
    validity_decision jsonb,
    resulted_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    discussed_at timestamp with time zone,
    discussion text NOT NULL,
    client_id uuid NOT NULL,
    collected_by_id uuid,
    discussed_by_id uuid,
    draw_id uuid,
    episode_id uuid NOT NULL,
    ordered_by_id uuid,
    reviewed_by_id uuid,
    site_id uuid NOT NULL,
    client_account character varying(30) NOT NULL,
    collection_note character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id uuid,
    ended_reason character varying(200) NOT NULL,
    is_identity_checked boolean NOT NULL,
    outcome character varying(20) NOT NULL,
    seconded_by_id uuid,
    temperature_minutes smallint,
    CONSTRAINT drugtests_cause_is_apart_from_draws CHECK (((NOT is_for_cause) OR ((draw_id IS NULL) AND (ordered_by_id IS NOT NULL) AND (seconded_by_id IS NOT NULL) AND (NOT ((cause)::text = ''::text)) AND (NOT ((ordered_by_id = seconded_by_id) AND (ordered_by_id IS NOT NULL) AND (seconded_by_id IS NOT NULL)))))),
    CONSTRAINT drugtests_drugtest_temperature_minutes_check CHECK ((temperature_minutes >= 0)),
    CONSTRAINT drugtests_drugtest_version_check CHECK ((version >= 0))
);



CREATE TABLE public.drugtests_pool (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT drugtests_pool_version_check CHECK ((version >= 0))
);



CREATE TABLE public.instruments_checkin (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    craving smallint,
    mood smallint,
    sleep_hours numeric(3,1),
    used boolean,
    word text NOT NULL,
    is_shared boolean NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    in_danger boolean,
    CONSTRAINT instruments_checkin_craving_check CHECK ((craving >= 0)),
    CONSTRAINT instruments_checkin_mood_check CHECK ((mood >= 0)),
    CONSTRAINT instruments_checkin_version_check CHECK ((version >= 0)),
    CONSTRAINT instruments_craving_0_to_10 CHECK (((craving IS NULL) OR (craving <= 10))),
    CONSTRAINT instruments_mood_0_to_10 CHECK (((mood IS NULL) OR (mood <= 10)))
);



CREATE TABLE public.instruments_invitation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    instrument character varying(40) NOT NULL,
    moment character varying(30) NOT NULL,
    occasion character varying(60) NOT NULL,
    due_on date NOT NULL,
    ends_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT instruments_invitation_version_check CHECK ((version >= 0))
);



CREATE TABLE public.instruments_licensedtext (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    instrument character varying(40) NOT NULL,
    instrument_version character varying(20) NOT NULL,
    language character varying(10) NOT NULL,
    licence character varying(400) NOT NULL,
    body text NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    loaded_by character varying(80) NOT NULL,
    CONSTRAINT instruments_licensedtext_version_check CHECK ((version >= 0))
);



CREATE TABLE public.instruments_response (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    instrument character varying(40) NOT NULL,
    instrument_version character varying(20) NOT NULL,
    scorer_version character varying(20) NOT NULL,
    parameters jsonb NOT NULL,
    scores jsonb NOT NULL,
    rules jsonb NOT NULL,
    safety jsonb NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_client boolean NOT NULL,
    moment character varying(30) NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    is_handed_in boolean NOT NULL,
    is_checked_twice boolean NOT NULL,
    way character varying(10) NOT NULL,
    answers text CONSTRAINT instruments_response_answers_not_null1 NOT NULL,
    CONSTRAINT instruments_response_version_check CHECK ((version >= 0))
);



CREATE TABLE public.instruments_scheduleline (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    moment character varying(20) NOT NULL,
    instrument character varying(40) NOT NULL,
    condition character varying(30) NOT NULL,
    from_month smallint NOT NULL,
    is_asked boolean NOT NULL,
    tag character varying(10) NOT NULL,
    source_title character varying(200) NOT NULL,
    citation character varying(200) NOT NULL,
    starts_on date NOT NULL,
    set_at timestamp with time zone NOT NULL,
    phase_id uuid,
    program_id uuid NOT NULL,
    set_by_id uuid,
    CONSTRAINT instruments_scheduleline_from_month_check CHECK ((from_month >= 0)),
    CONSTRAINT instruments_scheduleline_version_check CHECK ((version >= 0))
);



CREATE TABLE public.instruments_sitting (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    instrument character varying(40) NOT NULL,
    instrument_version character varying(20) NOT NULL,
    way character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    moment character varying(30) NOT NULL,
    parameters jsonb NOT NULL,
    answers text NOT NULL,
    opened_rules jsonb NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT instruments_sitting_version_check CHECK ((version >= 0))
);



CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);



ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.notes_abbreviation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    short character varying(20) NOT NULL,
    long text NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_abbreviation_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_addendum (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    credential character varying(120) NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    note_id uuid NOT NULL,
    CONSTRAINT notes_addendum_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_clientnote (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    participation character varying(30)[] NOT NULL,
    response character varying(30)[] NOT NULL,
    progress character varying(20) NOT NULL,
    minutes smallint NOT NULL,
    body text NOT NULL,
    body_digest character varying(64) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    credential character varying(120) NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    objective_id uuid,
    session_id uuid NOT NULL,
    signed_by_id uuid,
    site_id uuid NOT NULL,
    details text,
    sections text,
    style character varying(10) NOT NULL,
    sending character varying(40) NOT NULL,
    set_aside_at timestamp with time zone,
    CONSTRAINT notes_clientnote_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT notes_clientnote_version_check CHECK ((version >= 0)),
    CONSTRAINT notes_signature_is_whole CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL) AND (NOT ((content_hash)::text = ''::text)))))
);



CREATE TABLE public.notes_cosignature (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_cosignature_version_check CHECK ((version >= 0)),
    CONSTRAINT notes_nobody_cosigns_their_own CHECK ((NOT (worker_id = author_id)))
);



CREATE TABLE public.notes_counselingnote (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    session_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT notes_counselingnote_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_earlierwords (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    why character varying(20) NOT NULL,
    style character varying(10) NOT NULL,
    sections text,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT notes_earlierwords_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_notaclient (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    word_digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT notes_notaclient_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_noteformat (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    style character varying(10) NOT NULL,
    starts_on date NOT NULL,
    set_at timestamp with time zone NOT NULL,
    program_id uuid NOT NULL,
    set_by_id uuid,
    CONSTRAINT notes_noteformat_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_notepart (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    part character varying(30) NOT NULL,
    capacity character varying(20) NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_notepart_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_observation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    session_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT notes_observation_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_scribe (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    session_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    writes_for_id uuid NOT NULL,
    CONSTRAINT notes_nobody_is_their_own_scribe CHECK ((NOT (worker_id = writes_for_id))),
    CONSTRAINT notes_scribe_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_sessionnote (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    author_id uuid NOT NULL,
    session_id uuid NOT NULL,
    sending character varying(40) NOT NULL,
    CONSTRAINT notes_sessionnote_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_settingaside (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    reason character varying(20) NOT NULL,
    words text NOT NULL,
    credential character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_settingaside_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_sharedpart (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    capacity character varying(20) NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    session_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_sharedpart_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notes_signatureproof (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    meaning character varying(10) NOT NULL,
    credential character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    authenticated_at timestamp with time zone NOT NULL,
    template character varying(40) NOT NULL,
    parts jsonb NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    held_id uuid,
    note_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT notes_proof_is_not_a_cosign_of_ones_own CHECK ((NOT (((meaning)::text = 'cosign'::text) AND (worker_id = author_id)))),
    CONSTRAINT notes_signatureproof_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notices_contactchoice (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    channel character varying(10) NOT NULL,
    is_wanted boolean NOT NULL,
    address text NOT NULL,
    from_hour smallint NOT NULL,
    until_hour smallint NOT NULL,
    said_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    contact_id uuid,
    said_to_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT notices_contactchoice_from_hour_check CHECK ((from_hour >= 0)),
    CONSTRAINT notices_contactchoice_until_hour_check CHECK ((until_hour >= 0)),
    CONSTRAINT notices_contactchoice_version_check CHECK ((version >= 0)),
    CONSTRAINT notices_hours_run_forward CHECK (((from_hour < until_hour) AND (until_hour <= 24)))
);



CREATE TABLE public.notices_notice (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(30) NOT NULL,
    channel character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    link text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    origin character varying(120) NOT NULL,
    client_id uuid NOT NULL,
    contact_id uuid,
    disclosure_id uuid,
    queued_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT notices_notice_version_check CHECK ((version >= 0))
);



CREATE TABLE public.notices_noticeoutcome (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(60) NOT NULL,
    carrier character varying(40) NOT NULL,
    client_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT notices_noticeoutcome_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_packet (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    clock_started_at timestamp with time zone,
    closed_at timestamp with time zone,
    client_id uuid NOT NULL,
    guardian_id uuid,
    opened_by_id uuid,
    owner_id uuid,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    guardianship_id uuid,
    CONSTRAINT packets_packet_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_packetitem (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    paper character varying(40) NOT NULL,
    text_version character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    round smallint NOT NULL,
    signers character varying(20)[] NOT NULL,
    due_at timestamp with time zone,
    due_rule jsonb NOT NULL,
    settled_at timestamp with time zone,
    settled_as character varying(20) NOT NULL,
    client_id uuid NOT NULL,
    consent_id uuid,
    packet_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT packets_packetitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT packets_packetitem_round_check CHECK ((round >= 0)),
    CONSTRAINT packets_packetitem_version_check CHECK ((version >= 0)),
    CONSTRAINT packets_settled_as_something CHECK (((((settled_as)::text = ''::text) AND (settled_at IS NULL)) OR ((settled_at IS NOT NULL) AND (NOT ((settled_as)::text = ''::text)))))
);



CREATE TABLE public.packets_packetrefusal (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    client_id uuid NOT NULL,
    item_id uuid NOT NULL,
    recorded_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT packets_packetrefusal_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_packetsignature (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    who character varying(20) NOT NULL,
    meaning character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    written_on date,
    place character varying(20) NOT NULL,
    proof character varying(20) NOT NULL,
    proven_at timestamp with time zone NOT NULL,
    account_id uuid,
    text_version character varying(40) NOT NULL,
    language character varying(10) NOT NULL,
    content_hash character varying(64) NOT NULL,
    answers text NOT NULL,
    copy_given_at timestamp with time zone,
    client_id uuid NOT NULL,
    item_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid,
    link_id uuid,
    authority character varying(20) NOT NULL,
    relation character varying(60) NOT NULL,
    CONSTRAINT packets_packetsignature_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_printedpapers (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(12) NOT NULL,
    items uuid[] NOT NULL,
    language character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    by_id uuid,
    client_id uuid NOT NULL,
    packet_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT packets_printedpapers_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_scannedpaper (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    pages smallint NOT NULL,
    digest character varying(64) NOT NULL,
    sealed bytea NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    item_id uuid NOT NULL,
    printed_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT packets_scannedpaper_pages_check CHECK ((pages >= 0)),
    CONSTRAINT packets_scannedpaper_version_check CHECK ((version >= 0))
);



CREATE TABLE public.packets_signinglink (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token_digest character varying(64) NOT NULL,
    code_digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    code_given character varying(10) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    opened_at timestamp with time zone,
    ended_at timestamp with time zone,
    client_id uuid NOT NULL,
    made_by_id uuid,
    packet_id uuid NOT NULL,
    site_id uuid NOT NULL,
    who character varying(20) NOT NULL,
    CONSTRAINT packets_signinglink_tries_check CHECK ((tries >= 0)),
    CONSTRAINT packets_signinglink_version_check CHECK ((version >= 0))
);



CREATE TABLE public.people_accessreason (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    code character varying(40) NOT NULL,
    sentence character varying(300) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    review_due_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    finding character varying(300) NOT NULL,
    reviewed_by_id uuid,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    client_id uuid NOT NULL,
    CONSTRAINT people_accessreason_version_check CHECK ((version >= 0))
);



CREATE TABLE public.people_client (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    chart_number character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    preferred_name character varying(60) NOT NULL,
    pronouns character varying(30) NOT NULL,
    birth_date date NOT NULL,
    sex character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    phone text NOT NULL,
    phone_ending character varying(4) NOT NULL,
    voicemail character varying(20) NOT NULL,
    allergies character varying(200) NOT NULL,
    primary_substance character varying(40) NOT NULL,
    diagnosis character varying(200) NOT NULL,
    account_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT people_client_version_check CHECK ((version >= 0))
);



CREATE TABLE public.people_contact (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    relation character varying(60) NOT NULL,
    agency character varying(120) NOT NULL,
    phone text NOT NULL,
    account_id uuid,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT people_contact_version_check CHECK ((version >= 0))
);



CREATE TABLE public.people_teammembership (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    role character varying(30) NOT NULL,
    is_primary boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    reason character varying(120) NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT people_teammembership_version_check CHECK ((version >= 0))
);



CREATE TABLE public.placement_externalresult (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    tool character varying(20) NOT NULL,
    tool_name character varying(80) NOT NULL,
    edition character varying(4) NOT NULL,
    level character varying(20) NOT NULL,
    done_on date NOT NULL,
    done_by character varying(160) NOT NULL,
    kept_where character varying(200) NOT NULL,
    attached_at timestamp with time zone NOT NULL,
    attached_by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT placement_externalresult_version_check CHECK ((version >= 0))
);



CREATE TABLE public.placement_holdrelease (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    cleared_by character varying(160) NOT NULL,
    note character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT placement_holdrelease_version_check CHECK ((version >= 0))
);



CREATE TABLE public.placement_placement (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    edition character varying(4) NOT NULL,
    credential character varying(120) NOT NULL,
    assessed_at timestamp with time zone NOT NULL,
    ratings jsonb NOT NULL,
    narratives jsonb NOT NULL,
    facts jsonb NOT NULL,
    suggestion jsonb,
    indicated_level character varying(20) NOT NULL,
    provided_level character varying(20) NOT NULL,
    discrepancy character varying(30) NOT NULL,
    discrepancy_note character varying(300) NOT NULL,
    decided_at timestamp with time zone,
    assessor_id uuid NOT NULL,
    client_id uuid NOT NULL,
    decided_by_id uuid,
    site_id uuid NOT NULL,
    client_view character varying(300) NOT NULL,
    CONSTRAINT placement_decision_is_whole CHECK (((decided_at IS NULL) OR ((decided_by_id IS NOT NULL) AND (NOT ((provided_level)::text = ''::text))))),
    CONSTRAINT placement_discrepancy_has_its_reason CHECK (((decided_at IS NULL) OR ((provided_level)::text = (indicated_level)::text) OR (NOT ((discrepancy)::text = ''::text)))),
    CONSTRAINT placement_placement_version_check CHECK ((version >= 0))
);



CREATE TABLE public.placement_staydecision (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    course jsonb NOT NULL,
    suggestion jsonb NOT NULL,
    outcome character varying(10) NOT NULL,
    reason character varying(30) NOT NULL,
    note character varying(300) NOT NULL,
    client_view character varying(300) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    client_id uuid NOT NULL,
    decided_by_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT placement_staydecision_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_goal (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "position" smallint NOT NULL,
    own_words character varying(200) NOT NULL,
    clinical_words character varying(200) NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    CONSTRAINT plans_goal_position_check CHECK (("position" >= 0)),
    CONSTRAINT plans_goal_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_intervention (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    modality character varying(60) NOT NULL,
    frequency character varying(60) NOT NULL,
    duration character varying(60) NOT NULL,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    objective_id uuid NOT NULL,
    text character varying(200) NOT NULL,
    approach character varying(20) NOT NULL,
    every_weeks smallint,
    kind character varying(20) NOT NULL,
    minutes smallint,
    times smallint,
    weeks smallint,
    CONSTRAINT plans_intervention_every_weeks_check CHECK ((every_weeks >= 0)),
    CONSTRAINT plans_intervention_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT plans_intervention_times_check CHECK ((times >= 0)),
    CONSTRAINT plans_intervention_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_intervention_weeks_check CHECK ((weeks >= 0)),
    CONSTRAINT plans_rhythm_is_whole CHECK ((((every_weeks IS NULL) AND (times IS NULL)) OR ((every_weeks >= 1) AND (every_weeks <= 12) AND (times >= 1) AND (times <= 14))))
);



CREATE TABLE public.plans_objective (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number character varying(10) NOT NULL,
    statement character varying(200) NOT NULL,
    measure character varying(200) NOT NULL,
    baseline character varying(120) NOT NULL,
    target_on date NOT NULL,
    state character varying(20) NOT NULL,
    state_at timestamp with time zone,
    client_id uuid NOT NULL,
    goal_id uuid NOT NULL,
    site_id uuid NOT NULL,
    continues_id uuid,
    instrument character varying(40) NOT NULL,
    CONSTRAINT plans_objective_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_plan (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number smallint NOT NULL,
    state character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    strengths text NOT NULL,
    barriers text NOT NULL,
    discharge_criteria text NOT NULL,
    estimated_weeks smallint NOT NULL,
    family_involvement character varying(200) NOT NULL,
    review_due_on date,
    active_from timestamp with time zone,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    medications character varying(200) NOT NULL,
    amendment_reason character varying(300) NOT NULL,
    amends_id uuid,
    ended_at timestamp with time zone,
    family_wish character varying(20) NOT NULL,
    shared_at timestamp with time zone,
    stay_due_on date,
    CONSTRAINT plans_amendment_says_why CHECK (((amends_id IS NULL) OR (NOT ((amendment_reason)::text = ''::text)))),
    CONSTRAINT plans_plan_estimated_weeks_check CHECK ((estimated_weeks >= 0)),
    CONSTRAINT plans_plan_number_check CHECK ((number >= 0)),
    CONSTRAINT plans_plan_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_plancomment (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    content_hash character varying(64) NOT NULL,
    answers_id uuid,
    client_id uuid NOT NULL,
    objective_id uuid,
    plan_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid,
    CONSTRAINT plans_answers_are_staff CHECK ((((answers_id IS NOT NULL) AND ((kind)::text = 'answer'::text) AND (worker_id IS NOT NULL)) OR ((NOT ((kind)::text = 'answer'::text)) AND (answers_id IS NULL) AND (worker_id IS NULL)))),
    CONSTRAINT plans_plancomment_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_planreview (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    objective_states jsonb NOT NULL,
    client_view character varying(300) NOT NULL,
    summary character varying(600) NOT NULL,
    next_due_on date NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    site_id uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    credential character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    record jsonb NOT NULL,
    stay_next_due_on date,
    stay_words character varying(600) NOT NULL,
    CONSTRAINT plans_planreview_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_stay_says_why CHECK (((NOT ((kind)::text = 'continued_stay'::text)) OR (NOT ((stay_words)::text = ''::text))))
);



CREATE TABLE public.plans_plansignature (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    meaning character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    credential character varying(120) NOT NULL,
    content_hash character varying(64) NOT NULL,
    reason character varying(200) NOT NULL,
    client_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid,
    content_form smallint NOT NULL,
    CONSTRAINT plans_plansignature_content_form_check CHECK ((content_form >= 0)),
    CONSTRAINT plans_plansignature_version_check CHECK ((version >= 0))
);



CREATE TABLE public.plans_problem (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "position" smallint NOT NULL,
    statement character varying(200) NOT NULL,
    dimension smallint NOT NULL,
    client_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    site_id uuid NOT NULL,
    library_code character varying(40) NOT NULL,
    need_kind character varying(40) NOT NULL,
    need_ref character varying(120) NOT NULL,
    need_words character varying(200) NOT NULL,
    CONSTRAINT plans_problem_dimension_check CHECK ((dimension >= 0)),
    CONSTRAINT plans_problem_position_check CHECK (("position" >= 0)),
    CONSTRAINT plans_problem_version_check CHECK ((version >= 0))
);



CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);



CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;



CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;



CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);



CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;



CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);



ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.program_curriculumtopic (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    title character varying(120) NOT NULL,
    summary text NOT NULL,
    "position" smallint NOT NULL,
    for_types character varying(40)[] NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT program_curriculumtopic_position_check CHECK (("position" >= 0)),
    CONSTRAINT program_curriculumtopic_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_deadline (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    document character varying(60) NOT NULL,
    applies_to character varying(60) NOT NULL,
    clock_start character varying(60) NOT NULL,
    "limit" integer NOT NULL,
    unit character varying(20) NOT NULL,
    calendar character varying(20) NOT NULL,
    tag character varying(10) NOT NULL,
    source_title character varying(200) NOT NULL,
    citation character varying(200) NOT NULL,
    starts_on date NOT NULL,
    adopted_at timestamp with time zone,
    adopted_by_id uuid,
    program_id uuid NOT NULL,
    CONSTRAINT program_deadline_limit_check CHECK (("limit" >= 0)),
    CONSTRAINT program_deadline_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_holiday (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    name character varying(80) NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT program_holiday_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_houserule (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    text text NOT NULL,
    "position" smallint NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT program_houserule_position_check CHECK (("position" >= 0)),
    CONSTRAINT program_houserule_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_organisation (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    public_name character varying(120) NOT NULL,
    neutral_name character varying(120) NOT NULL,
    phone character varying(40) NOT NULL,
    time_zone character varying(60) NOT NULL,
    week_starts_on smallint NOT NULL,
    jurisdiction character varying(20) NOT NULL,
    CONSTRAINT program_organisation_version_check CHECK ((version >= 0)),
    CONSTRAINT program_organisation_week_starts_on_check CHECK ((week_starts_on >= 0))
);



CREATE TABLE public.program_phase (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    color character varying(20) NOT NULL,
    level_code character varying(10) NOT NULL,
    weekly_minutes integer NOT NULL,
    days_per_week smallint NOT NULL,
    typical_weeks smallint NOT NULL,
    tests_per_month smallint NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT program_phase_days_per_week_check CHECK ((days_per_week >= 0)),
    CONSTRAINT program_phase_position_check CHECK (("position" >= 0)),
    CONSTRAINT program_phase_tests_per_month_check CHECK ((tests_per_month >= 0)),
    CONSTRAINT program_phase_typical_weeks_check CHECK ((typical_weeks >= 0)),
    CONSTRAINT program_phase_version_check CHECK ((version >= 0)),
    CONSTRAINT program_phase_weekly_minutes_check CHECK ((weekly_minutes >= 0))
);



CREATE TABLE public.program_program (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    level_edition character varying(4) NOT NULL,
    level_code character varying(10) NOT NULL,
    is_telehealth_allowed boolean NOT NULL,
    file_digest character varying(64) NOT NULL,
    CONSTRAINT program_program_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_room (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    seats smallint NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT program_room_seats_check CHECK ((seats >= 0)),
    CONSTRAINT program_room_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_rulenumber (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(80) NOT NULL,
    value numeric(12,3) NOT NULL,
    unit character varying(20) NOT NULL,
    tag character varying(10) NOT NULL,
    source_title character varying(200) NOT NULL,
    citation character varying(200) NOT NULL,
    starts_on date NOT NULL,
    adopted_at timestamp with time zone,
    adopted_by_id uuid,
    program_id uuid NOT NULL,
    CONSTRAINT program_number_adoption_is_whole CHECK ((((adopted_at IS NULL) AND (adopted_by_id IS NULL)) OR ((adopted_at IS NOT NULL) AND (adopted_by_id IS NOT NULL)))),
    CONSTRAINT program_rulenumber_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_sessiontype (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    clinical_minutes smallint NOT NULL,
    smallest smallint NOT NULL,
    largest smallint NOT NULL,
    is_clinical boolean NOT NULL,
    program_id uuid NOT NULL,
    blocks jsonb NOT NULL,
    credentials character varying(40)[] NOT NULL,
    minutes smallint NOT NULL,
    CONSTRAINT program_sessiontype_clinical_minutes_check CHECK ((clinical_minutes >= 0)),
    CONSTRAINT program_sessiontype_largest_check CHECK ((largest >= 0)),
    CONSTRAINT program_sessiontype_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT program_sessiontype_smallest_check CHECK ((smallest >= 0)),
    CONSTRAINT program_sessiontype_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_site (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    time_zone character varying(60) NOT NULL,
    address character varying(200) NOT NULL,
    phone character varying(40) NOT NULL,
    state character varying(2) NOT NULL,
    CONSTRAINT program_site_version_check CHECK ((version >= 0))
);



CREATE TABLE public.program_track (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    day_starts time without time zone NOT NULL,
    day_ends time without time zone NOT NULL,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT program_track_version_check CHECK ((version >= 0))
);



CREATE TABLE public.progress_appointment (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    with_whom character varying(120) NOT NULL,
    kind character varying(40) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    kept boolean,
    booked_by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    place character varying(120) NOT NULL,
    CONSTRAINT progress_appointment_version_check CHECK ((version >= 0))
);



CREATE TABLE public.progress_discharge (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    type character varying(30) NOT NULL,
    teds_reason smallint NOT NULL,
    reason character varying(300) NOT NULL,
    last_contact_on date NOT NULL,
    discharged_at timestamp with time zone NOT NULL,
    credential character varying(120) NOT NULL,
    narrative text NOT NULL,
    summary jsonb NOT NULL,
    naloxone character varying(20) NOT NULL,
    contact_consent boolean NOT NULL,
    content_hash character varying(64) NOT NULL,
    author_id uuid NOT NULL,
    client_id uuid NOT NULL,
    document_id uuid,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT progress_discharge_teds_reason_check CHECK ((teds_reason >= 0)),
    CONSTRAINT progress_discharge_version_check CHECK ((version >= 0))
);



CREATE TABLE public.progress_followup (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    done_at timestamp with time zone,
    outcome character varying(30) NOT NULL,
    answers jsonb NOT NULL,
    by_id uuid,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT progress_followup_months_check CHECK ((months >= 0)),
    CONSTRAINT progress_followup_version_check CHECK ((version >= 0))
);



CREATE TABLE public.progress_levelreview (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    week_of date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_because character varying(60) NOT NULL,
    suggestion jsonb NOT NULL,
    suggested character varying(20) NOT NULL,
    outcome character varying(20) NOT NULL,
    reason character varying(300) NOT NULL,
    client_view character varying(300) NOT NULL,
    receiving_program character varying(120) NOT NULL,
    first_appointment_on date,
    decided_at timestamp with time zone,
    client_id uuid NOT NULL,
    decided_by_id uuid,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    to_phase_id uuid,
    grounds character varying(40)[] NOT NULL,
    has_prevention_plan boolean NOT NULL,
    CONSTRAINT progress_levelreview_version_check CHECK ((version >= 0)),
    CONSTRAINT progress_review_decision_is_whole CHECK ((((decided_at IS NULL) AND ((outcome)::text = ''::text)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (NOT ((outcome)::text = ''::text)))))
);



CREATE TABLE public.progress_outreachattempt (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    channel character varying(20) NOT NULL,
    outcome character varying(40) NOT NULL,
    note text NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    missed_session_id uuid,
    site_id uuid NOT NULL,
    step character varying(30) NOT NULL,
    CONSTRAINT progress_outreachattempt_version_check CHECK ((version >= 0))
);



CREATE TABLE public.publishing_article (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    language character varying(5) NOT NULL,
    shipped_digest character varying(64) NOT NULL,
    follows_id uuid,
    CONSTRAINT publishing_article_version_check CHECK ((version >= 0))
);



CREATE TABLE public.publishing_articleversion (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    title character varying(120) NOT NULL,
    lead character varying(400) NOT NULL,
    body text NOT NULL,
    note character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    article_id uuid NOT NULL,
    made_by_id uuid,
    published_by_id uuid,
    restored_from_id uuid,
    CONSTRAINT publishing_articleversion_number_check CHECK ((number >= 0)),
    CONSTRAINT publishing_articleversion_version_check CHECK ((version >= 0))
);



CREATE TABLE public.publishing_question (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    language character varying(5) NOT NULL,
    asked_on date NOT NULL,
    words text NOT NULL,
    wording text NOT NULL,
    answer text NOT NULL,
    state character varying(20) NOT NULL,
    vouched_for character varying(64) NOT NULL,
    published_on date,
    vouched_by_id uuid,
    CONSTRAINT publishing_question_version_check CHECK ((version >= 0))
);



CREATE TABLE public.publishing_questionstep (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    what character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    by_id uuid NOT NULL,
    question_id uuid NOT NULL,
    CONSTRAINT publishing_questionstep_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_credential (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    code character varying(40) NOT NULL,
    title character varying(120) NOT NULL,
    may_sign_alone boolean NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT staff_credential_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_dutygrant (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    duty character varying(30) NOT NULL,
    program_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT staff_dutygrant_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_rolegrant (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    role character varying(30) NOT NULL,
    program_id uuid NOT NULL,
    site_id uuid,
    worker_id uuid NOT NULL,
    CONSTRAINT staff_rolegrant_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_supervision (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    supervisee_id uuid NOT NULL,
    supervisor_id uuid NOT NULL,
    CONSTRAINT staff_nobody_supervises_themselves CHECK ((NOT (supervisor_id = supervisee_id))),
    CONSTRAINT staff_supervision_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_worker (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(120) NOT NULL,
    caseload_limit smallint NOT NULL,
    is_naloxone_trained boolean NOT NULL,
    account_id uuid,
    site_id uuid NOT NULL,
    user_name character varying(60) NOT NULL,
    CONSTRAINT staff_worker_caseload_limit_check CHECK ((caseload_limit >= 0)),
    CONSTRAINT staff_worker_version_check CHECK ((version >= 0))
);



CREATE TABLE public.staff_workinghours (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT staff_hours_run_forward CHECK ((ends > starts)),
    CONSTRAINT staff_weekday CHECK ((weekday <= 6)),
    CONSTRAINT staff_workinghours_version_check CHECK ((version >= 0)),
    CONSTRAINT staff_workinghours_weekday_check CHECK ((weekday >= 0))
);



CREATE TABLE public.tasks_caretask (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(40) NOT NULL,
    urgency character varying(20) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    origin character varying(120) NOT NULL,
    detail jsonb NOT NULL,
    closed_at timestamp with time zone,
    disposition character varying(40) NOT NULL,
    disposition_note character varying(300) NOT NULL,
    client_id uuid NOT NULL,
    closed_by_id uuid,
    owner_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT tasks_caretask_version_check CHECK ((version >= 0)),
    CONSTRAINT tasks_closed_with_a_disposition CHECK (((closed_at IS NULL) OR ((NOT ((disposition)::text = ''::text)) AND (closed_by_id IS NOT NULL))))
);



CREATE TABLE public.timetable_absence (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    why character varying(20) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    noted_by_id uuid,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_absence_runs_forward CHECK ((ends_at > starts_at)),
    CONSTRAINT timetable_absence_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_calendarplace (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    words character varying(80) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_calendarplace_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_clientfeed (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_read_at timestamp with time zone,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_clientfeed_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_clienthours (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    why character varying(20) NOT NULL,
    words text NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    said_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    said_to_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_client_hours_forward CHECK ((ends > starts)),
    CONSTRAINT timetable_client_hours_weekday CHECK ((weekday <= 6)),
    CONSTRAINT timetable_clienthours_version_check CHECK ((version >= 0)),
    CONSTRAINT timetable_clienthours_weekday_check CHECK ((weekday >= 0))
);



CREATE TABLE public.timetable_closure (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(80) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    noted_by_id uuid,
    room_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_closure_runs_forward CHECK ((ends_at > starts_at)),
    CONSTRAINT timetable_closure_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_draftmove (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    kind character varying(30) NOT NULL,
    body jsonb NOT NULL,
    touched character varying(80)[] NOT NULL,
    rebased boolean NOT NULL,
    tiers jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    undoes_id uuid,
    draft_id uuid NOT NULL,
    CONSTRAINT timetable_draftmove_number_check CHECK ((number >= 0)),
    CONSTRAINT timetable_draftmove_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_dutyshift (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    made_by_id uuid,
    removed_by_id uuid,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_dutyshift_version_check CHECK ((version >= 0)),
    CONSTRAINT timetable_shift_runs_forward CHECK ((ends_at > starts_at))
);



CREATE TABLE public.timetable_groupmembership (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    site_id uuid NOT NULL,
    group_id uuid NOT NULL,
    decision jsonb,
    CONSTRAINT timetable_groupmembership_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_groupsession (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(80) NOT NULL,
    "on" date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    clinical_minutes smallint NOT NULL,
    capacity smallint NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_reason character varying(60) NOT NULL,
    closed_at timestamp with time zone,
    program_id uuid NOT NULL,
    room_id uuid,
    session_type_id uuid NOT NULL,
    site_id uuid NOT NULL,
    topic_id uuid,
    group_id uuid,
    mode character varying(12) NOT NULL,
    CONSTRAINT timetable_groupsession_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT timetable_groupsession_clinical_minutes_check CHECK ((clinical_minutes >= 0)),
    CONSTRAINT timetable_groupsession_version_check CHECK ((version >= 0)),
    CONSTRAINT timetable_session_runs_forward CHECK ((ends_at > starts_at))
);



CREATE TABLE public.timetable_keptapart (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    reason text NOT NULL,
    by_id uuid NOT NULL,
    client_id uuid NOT NULL,
    other_id uuid NOT NULL,
    site_id uuid NOT NULL,
    level character varying(10) NOT NULL,
    CONSTRAINT timetable_apart_are_two CHECK ((NOT (client_id = other_id))),
    CONSTRAINT timetable_keptapart_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_leadingterms (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    languages character varying(10)[] NOT NULL,
    populations character varying(12)[] NOT NULL,
    most_day_minutes integer NOT NULL,
    most_week_minutes integer NOT NULL,
    target_week_minutes integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_leadingterms_most_day_minutes_check CHECK ((most_day_minutes >= 0)),
    CONSTRAINT timetable_leadingterms_most_week_minutes_check CHECK ((most_week_minutes >= 0)),
    CONSTRAINT timetable_leadingterms_target_week_minutes_check CHECK ((target_week_minutes >= 0)),
    CONSTRAINT timetable_leadingterms_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_notwith (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    by_id uuid,
    client_id uuid NOT NULL,
    site_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_notwith_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_planningstep (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    stage character varying(40) NOT NULL,
    seconds double precision NOT NULL,
    tiers jsonb NOT NULL,
    bounds jsonb NOT NULL,
    unplaced integer,
    draft_id uuid NOT NULL,
    CONSTRAINT timetable_planningstep_number_check CHECK ((number >= 0)),
    CONSTRAINT timetable_planningstep_unplaced_check CHECK ((unplaced >= 0)),
    CONSTRAINT timetable_planningstep_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_planningterms (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    mode character varying(12) NOT NULL,
    preferred_mode character varying(12) NOT NULL,
    population character varying(12) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    said_at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    said_to_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_planningterms_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_publication (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    schedule jsonb NOT NULL,
    fingerprint character varying(128) NOT NULL,
    tiers jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    week_id uuid NOT NULL,
    draft_id uuid NOT NULL,
    CONSTRAINT timetable_publication_number_check CHECK ((number >= 0)),
    CONSTRAINT timetable_publication_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_seat (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number smallint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    capacity smallint NOT NULL,
    origin character varying(20) NOT NULL,
    released_at timestamp with time zone,
    released_reason character varying(60) NOT NULL,
    client_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    session_id uuid NOT NULL,
    site_id uuid NOT NULL,
    makes_up_id uuid,
    CONSTRAINT timetable_seat_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT timetable_seat_number_check CHECK ((number >= 0)),
    CONSTRAINT timetable_seat_version_check CHECK ((version >= 0)),
    CONSTRAINT timetable_seat_within_capacity CHECK (((number >= 1) AND (number <= capacity)))
);



CREATE TABLE public.timetable_sessionleader (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_assistant boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    is_released boolean NOT NULL,
    session_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_sessionleader_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_sessionlink (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    address text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    session_id uuid NOT NULL,
    set_by_id uuid,
    CONSTRAINT timetable_sessionlink_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_stafffeed (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_read_at timestamp with time zone,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_stafffeed_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_substitution (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    reason character varying(60) NOT NULL,
    new_faces smallint NOT NULL,
    decision jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    away_id uuid,
    by_id uuid,
    instead_id uuid NOT NULL,
    session_id uuid NOT NULL,
    CONSTRAINT timetable_substitution_new_faces_check CHECK ((new_faces >= 0)),
    CONSTRAINT timetable_substitution_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_therapygroup (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    cohort character varying(40) NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    clinical_minutes smallint NOT NULL,
    capacity smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    leader_id uuid NOT NULL,
    program_id uuid NOT NULL,
    room_id uuid,
    session_type_id uuid NOT NULL,
    site_id uuid NOT NULL,
    track_id uuid,
    is_drafted boolean NOT NULL,
    CONSTRAINT timetable_group_runs_forward CHECK ((ends > starts)),
    CONSTRAINT timetable_therapygroup_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT timetable_therapygroup_clinical_minutes_check CHECK ((clinical_minutes >= 0)),
    CONSTRAINT timetable_therapygroup_version_check CHECK ((version >= 0)),
    CONSTRAINT timetable_therapygroup_weekday_check CHECK ((weekday >= 0))
);



CREATE TABLE public.timetable_therapygroup_phases (
    id bigint NOT NULL,
    therapygroup_id uuid NOT NULL,
    phase_id uuid NOT NULL
);



ALTER TABLE public.timetable_therapygroup_phases ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.timetable_therapygroup_phases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.timetable_toldweek (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    lines jsonb NOT NULL,
    changes jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id uuid NOT NULL,
    publication_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_toldweek_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_toldworker (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    lines jsonb NOT NULL,
    changes jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    publication_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    CONSTRAINT timetable_toldworker_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_week (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    published_at timestamp with time zone,
    program_id uuid NOT NULL,
    published_by_id uuid,
    site_id uuid NOT NULL,
    CONSTRAINT timetable_week_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_weekdraft (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    state character varying(12) NOT NULL,
    instance jsonb NOT NULL,
    needs jsonb NOT NULL,
    base jsonb,
    schedule jsonb,
    head integer NOT NULL,
    effort character varying(20) NOT NULL,
    seconds integer NOT NULL,
    seed integer NOT NULL,
    tiers jsonb NOT NULL,
    bounds jsonb NOT NULL,
    trace jsonb NOT NULL,
    status character varying(30) NOT NULL,
    fingerprint character varying(128) NOT NULL,
    deadline_fired boolean NOT NULL,
    reason character varying(60) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    cancel_asked_at timestamp with time zone,
    seen_at timestamp with time zone,
    ended_at timestamp with time zone,
    program_id uuid NOT NULL,
    site_id uuid NOT NULL,
    started_by_id uuid,
    CONSTRAINT timetable_weekdraft_head_check CHECK ((head >= 0)),
    CONSTRAINT timetable_weekdraft_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT timetable_weekdraft_seed_check CHECK ((seed >= 0)),
    CONSTRAINT timetable_weekdraft_version_check CHECK ((version >= 0))
);



CREATE TABLE public.timetable_weekquestion (
    id uuid NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    state character varying(12) NOT NULL,
    question jsonb NOT NULL,
    head integer NOT NULL,
    answers jsonb NOT NULL,
    reason character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    by_id uuid,
    draft_id uuid NOT NULL,
    CONSTRAINT timetable_weekquestion_head_check CHECK ((head >= 0)),
    CONSTRAINT timetable_weekquestion_version_check CHECK ((version >= 0))
);



CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL
);



ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);



ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);



ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);


-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: accounts_account; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: accounts_setuptoken; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_assessmentvisit; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_capacitynotice; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_capacitytosign; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_episode; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_episodestage; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_hold; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_inquiry; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_inquirystep; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_interimplan; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_interimservice; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_medicalscreening; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_message; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_obligation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_reminder; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: admissions_waitlistentry; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: assessments_addendum; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: assessments_answer; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: assessments_assessment; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: assessments_cosignature; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: assessments_draft; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_arrival; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_arrivalcode; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_attendancemark; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_forecastmeasure; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_kiosk; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_makeupoffer; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_offlineentry; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_punch; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_safetystep; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: attendance_sealingkey; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: audit_head; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: audit_link; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: audit_waiting; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.auth_permission VALUES
	(1, 'Can add head', 1, 'add_head'),
	(2, 'Can change head', 1, 'change_head'),
	(3, 'Can delete head', 1, 'delete_head'),
	(4, 'Can view head', 1, 'view_head'),
	(5, 'Can add link', 2, 'add_link'),
	(6, 'Can change link', 2, 'change_link'),
	(7, 'Can delete link', 2, 'delete_link'),
	(8, 'Can view link', 2, 'view_link'),
	(9, 'Can add waiting', 3, 'add_waiting'),
	(10, 'Can change waiting', 3, 'change_waiting'),
	(11, 'Can delete waiting', 3, 'delete_waiting'),
	(12, 'Can view waiting', 3, 'view_waiting'),
	(13, 'Can add entry', 4, 'add_entry'),
	(14, 'Can change entry', 4, 'change_entry'),
	(15, 'Can delete entry', 4, 'delete_entry'),
	(16, 'Can view entry', 4, 'view_entry'),
	(17, 'Can add heartbeat', 5, 'add_heartbeat'),
	(18, 'Can change heartbeat', 5, 'change_heartbeat'),
	(19, 'Can delete heartbeat', 5, 'delete_heartbeat'),
	(20, 'Can view heartbeat', 5, 'view_heartbeat'),
	(21, 'Can add outbox item', 6, 'add_outboxitem'),
	(22, 'Can change outbox item', 6, 'change_outboxitem'),
	(23, 'Can delete outbox item', 6, 'delete_outboxitem'),
	(24, 'Can view outbox item', 6, 'view_outboxitem'),
	(25, 'Can add submission', 7, 'add_submission'),
	(26, 'Can change submission', 7, 'change_submission'),
	(27, 'Can delete submission', 7, 'delete_submission'),
	(28, 'Can view submission', 7, 'view_submission'),
	(29, 'Can add draft', 8, 'add_draft'),
	(30, 'Can change draft', 8, 'change_draft'),
	(31, 'Can delete draft', 8, 'delete_draft'),
	(32, 'Can view draft', 8, 'view_draft'),
	(33, 'Can add account', 9, 'add_account'),
	(34, 'Can change account', 9, 'change_account'),
	(35, 'Can delete account', 9, 'delete_account'),
	(36, 'Can view account', 9, 'view_account'),
	(37, 'Can add setup token', 10, 'add_setuptoken'),
	(38, 'Can change setup token', 10, 'change_setuptoken'),
	(39, 'Can delete setup token', 10, 'delete_setuptoken'),
	(40, 'Can view setup token', 10, 'view_setuptoken'),
	(41, 'Can add organisation', 11, 'add_organisation'),
	(42, 'Can change organisation', 11, 'change_organisation'),
	(43, 'Can delete organisation', 11, 'delete_organisation'),
	(44, 'Can view organisation', 11, 'view_organisation'),
	(45, 'Can add program', 12, 'add_program'),
	(46, 'Can change program', 12, 'change_program'),
	(47, 'Can delete program', 12, 'delete_program'),
	(48, 'Can view program', 12, 'view_program'),
	(49, 'Can add site', 13, 'add_site'),
	(50, 'Can change site', 13, 'change_site'),
	(51, 'Can delete site', 13, 'delete_site'),
	(52, 'Can view site', 13, 'view_site'),
	(53, 'Can add phase', 14, 'add_phase'),
	(54, 'Can change phase', 14, 'change_phase'),
	(55, 'Can delete phase', 14, 'delete_phase'),
	(56, 'Can view phase', 14, 'view_phase'),
	(57, 'Can add house rule', 15, 'add_houserule'),
	(58, 'Can change house rule', 15, 'change_houserule'),
	(59, 'Can delete house rule', 15, 'delete_houserule'),
	(60, 'Can view house rule', 15, 'view_houserule'),
	(61, 'Can add holiday', 16, 'add_holiday'),
	(62, 'Can change holiday', 16, 'change_holiday'),
	(63, 'Can delete holiday', 16, 'delete_holiday'),
	(64, 'Can view holiday', 16, 'view_holiday'),
	(65, 'Can add deadline', 17, 'add_deadline'),
	(66, 'Can change deadline', 17, 'change_deadline'),
	(67, 'Can delete deadline', 17, 'delete_deadline'),
	(68, 'Can view deadline', 17, 'view_deadline'),
	(69, 'Can add curriculum topic', 18, 'add_curriculumtopic'),
	(70, 'Can change curriculum topic', 18, 'change_curriculumtopic'),
	(71, 'Can delete curriculum topic', 18, 'delete_curriculumtopic'),
	(72, 'Can view curriculum topic', 18, 'view_curriculumtopic'),
	(73, 'Can add rule number', 19, 'add_rulenumber'),
	(74, 'Can change rule number', 19, 'change_rulenumber'),
	(75, 'Can delete rule number', 19, 'delete_rulenumber'),
	(76, 'Can view rule number', 19, 'view_rulenumber'),
	(77, 'Can add session type', 20, 'add_sessiontype'),
	(78, 'Can change session type', 20, 'change_sessiontype'),
	(79, 'Can delete session type', 20, 'delete_sessiontype'),
	(80, 'Can view session type', 20, 'view_sessiontype'),
	(81, 'Can add room', 21, 'add_room'),
	(82, 'Can change room', 21, 'change_room'),
	(83, 'Can delete room', 21, 'delete_room'),
	(84, 'Can view room', 21, 'view_room'),
	(85, 'Can add track', 22, 'add_track'),
	(86, 'Can change track', 22, 'change_track'),
	(87, 'Can delete track', 22, 'delete_track'),
	(88, 'Can view track', 22, 'view_track'),
	(89, 'Can add worker', 23, 'add_worker'),
	(90, 'Can change worker', 23, 'change_worker'),
	(91, 'Can delete worker', 23, 'delete_worker'),
	(92, 'Can view worker', 23, 'view_worker'),
	(93, 'Can add role grant', 24, 'add_rolegrant'),
	(94, 'Can change role grant', 24, 'change_rolegrant'),
	(95, 'Can delete role grant', 24, 'delete_rolegrant'),
	(96, 'Can view role grant', 24, 'view_rolegrant'),
	(97, 'Can add duty grant', 25, 'add_dutygrant'),
	(98, 'Can change duty grant', 25, 'change_dutygrant'),
	(99, 'Can delete duty grant', 25, 'delete_dutygrant'),
	(100, 'Can view duty grant', 25, 'view_dutygrant'),
	(101, 'Can add credential', 26, 'add_credential'),
	(102, 'Can change credential', 26, 'change_credential'),
	(103, 'Can delete credential', 26, 'delete_credential'),
	(104, 'Can view credential', 26, 'view_credential'),
	(105, 'Can add supervision', 27, 'add_supervision'),
	(106, 'Can change supervision', 27, 'change_supervision'),
	(107, 'Can delete supervision', 27, 'delete_supervision'),
	(108, 'Can view supervision', 27, 'view_supervision'),
	(109, 'Can add working hours', 28, 'add_workinghours'),
	(110, 'Can change working hours', 28, 'change_workinghours'),
	(111, 'Can delete working hours', 28, 'delete_workinghours'),
	(112, 'Can view working hours', 28, 'view_workinghours'),
	(113, 'Can add client', 29, 'add_client'),
	(114, 'Can change client', 29, 'change_client'),
	(115, 'Can delete client', 29, 'delete_client'),
	(116, 'Can view client', 29, 'view_client'),
	(117, 'Can add access reason', 30, 'add_accessreason'),
	(118, 'Can change access reason', 30, 'change_accessreason'),
	(119, 'Can delete access reason', 30, 'delete_accessreason'),
	(120, 'Can view access reason', 30, 'view_accessreason'),
	(121, 'Can add contact', 31, 'add_contact'),
	(122, 'Can change contact', 31, 'change_contact'),
	(123, 'Can delete contact', 31, 'delete_contact'),
	(124, 'Can view contact', 31, 'view_contact'),
	(125, 'Can add team membership', 32, 'add_teammembership'),
	(126, 'Can change team membership', 32, 'change_teammembership'),
	(127, 'Can delete team membership', 32, 'delete_teammembership'),
	(128, 'Can view team membership', 32, 'view_teammembership'),
	(129, 'Can add consent', 33, 'add_consent'),
	(130, 'Can change consent', 33, 'change_consent'),
	(131, 'Can delete consent', 33, 'delete_consent'),
	(132, 'Can view consent', 33, 'view_consent'),
	(133, 'Can add disclosure', 34, 'add_disclosure'),
	(134, 'Can change disclosure', 34, 'change_disclosure'),
	(135, 'Can delete disclosure', 34, 'delete_disclosure'),
	(136, 'Can view disclosure', 34, 'view_disclosure'),
	(137, 'Can add revocation', 35, 'add_revocation'),
	(138, 'Can change revocation', 35, 'change_revocation'),
	(139, 'Can delete revocation', 35, 'delete_revocation'),
	(140, 'Can view revocation', 35, 'view_revocation'),
	(141, 'Can add consent refusal', 36, 'add_consentrefusal'),
	(142, 'Can change consent refusal', 36, 'change_consentrefusal'),
	(143, 'Can delete consent refusal', 36, 'delete_consentrefusal'),
	(144, 'Can view consent refusal', 36, 'view_consentrefusal'),
	(145, 'Can add delivery', 37, 'add_delivery'),
	(146, 'Can change delivery', 37, 'change_delivery'),
	(147, 'Can delete delivery', 37, 'delete_delivery'),
	(148, 'Can view delivery', 37, 'view_delivery'),
	(149, 'Can add emergency record', 38, 'add_emergencyrecord'),
	(150, 'Can change emergency record', 38, 'change_emergencyrecord'),
	(151, 'Can delete emergency record', 38, 'delete_emergencyrecord'),
	(152, 'Can view emergency record', 38, 'view_emergencyrecord'),
	(153, 'Can add legal request', 39, 'add_legalrequest'),
	(154, 'Can change legal request', 39, 'change_legalrequest'),
	(155, 'Can delete legal request', 39, 'delete_legalrequest'),
	(156, 'Can view legal request', 39, 'view_legalrequest'),
	(157, 'Can add legal release', 40, 'add_legalrelease'),
	(158, 'Can change legal release', 40, 'change_legalrelease'),
	(159, 'Can delete legal release', 40, 'delete_legalrelease'),
	(160, 'Can view legal release', 40, 'view_legalrelease'),
	(161, 'Can add outside party', 41, 'add_outsideparty'),
	(162, 'Can change outside party', 41, 'change_outsideparty'),
	(163, 'Can delete outside party', 41, 'delete_outsideparty'),
	(164, 'Can view outside party', 41, 'view_outsideparty'),
	(165, 'Can add legal instrument', 42, 'add_legalinstrument'),
	(166, 'Can change legal instrument', 42, 'change_legalinstrument'),
	(167, 'Can delete legal instrument', 42, 'delete_legalinstrument'),
	(168, 'Can view legal instrument', 42, 'view_legalinstrument'),
	(169, 'Can add approval', 43, 'add_approval'),
	(170, 'Can change approval', 43, 'change_approval'),
	(171, 'Can delete approval', 43, 'delete_approval'),
	(172, 'Can view approval', 43, 'view_approval'),
	(173, 'Can add qso agreement', 44, 'add_qsoagreement'),
	(174, 'Can change qso agreement', 44, 'change_qsoagreement'),
	(175, 'Can delete qso agreement', 44, 'delete_qsoagreement'),
	(176, 'Can view qso agreement', 44, 'view_qsoagreement'),
	(177, 'Can add restriction request', 45, 'add_restrictionrequest'),
	(178, 'Can change restriction request', 45, 'change_restrictionrequest'),
	(179, 'Can delete restriction request', 45, 'delete_restrictionrequest'),
	(180, 'Can view restriction request', 45, 'view_restrictionrequest'),
	(181, 'Can add restriction answer', 46, 'add_restrictionanswer'),
	(182, 'Can change restriction answer', 46, 'change_restrictionanswer'),
	(183, 'Can delete restriction answer', 46, 'delete_restrictionanswer'),
	(184, 'Can view restriction answer', 46, 'view_restrictionanswer'),
	(185, 'Can add safety flag', 47, 'add_safetyflag'),
	(186, 'Can change safety flag', 47, 'change_safetyflag'),
	(187, 'Can delete safety flag', 47, 'delete_safetyflag'),
	(188, 'Can view safety flag', 47, 'view_safetyflag'),
	(189, 'Can add instrument verification', 48, 'add_instrumentverification'),
	(190, 'Can change instrument verification', 48, 'change_instrumentverification'),
	(191, 'Can delete instrument verification', 48, 'delete_instrumentverification'),
	(192, 'Can view instrument verification', 48, 'view_instrumentverification'),
	(193, 'Can add case closing', 49, 'add_caseclosing'),
	(194, 'Can change case closing', 49, 'change_caseclosing'),
	(195, 'Can delete case closing', 49, 'delete_caseclosing'),
	(196, 'Can view case closing', 49, 'view_caseclosing'),
	(197, 'Can add intermediary list request', 50, 'add_intermediarylistrequest'),
	(198, 'Can change intermediary list request', 50, 'change_intermediarylistrequest'),
	(199, 'Can delete intermediary list request', 50, 'delete_intermediarylistrequest'),
	(200, 'Can view intermediary list request', 50, 'view_intermediarylistrequest'),
	(201, 'Can add intermediary list', 51, 'add_intermediarylist'),
	(202, 'Can change intermediary list', 51, 'change_intermediarylist'),
	(802, 'Can change told', 201, 'change_told'),
	(203, 'Can delete intermediary list', 51, 'delete_intermediarylist'),
	(204, 'Can view intermediary list', 51, 'view_intermediarylist'),
	(205, 'Can add minor consent age', 52, 'add_minorconsentage'),
	(206, 'Can change minor consent age', 52, 'change_minorconsentage'),
	(207, 'Can delete minor consent age', 52, 'delete_minorconsentage'),
	(208, 'Can view minor consent age', 52, 'view_minorconsentage'),
	(209, 'Can add guardianship', 53, 'add_guardianship'),
	(210, 'Can change guardianship', 53, 'change_guardianship'),
	(211, 'Can delete guardianship', 53, 'delete_guardianship'),
	(212, 'Can view guardianship', 53, 'view_guardianship'),
	(213, 'Can add intermediary member', 54, 'add_intermediarymember'),
	(214, 'Can change intermediary member', 54, 'change_intermediarymember'),
	(215, 'Can delete intermediary member', 54, 'delete_intermediarymember'),
	(216, 'Can view intermediary member', 54, 'view_intermediarymember'),
	(217, 'Can add premises incident', 55, 'add_premisesincident'),
	(218, 'Can change premises incident', 55, 'change_premisesincident'),
	(219, 'Can delete premises incident', 55, 'delete_premisesincident'),
	(220, 'Can view premises incident', 55, 'view_premisesincident'),
	(221, 'Can add document', 56, 'add_document'),
	(222, 'Can change document', 56, 'change_document'),
	(223, 'Can delete document', 56, 'delete_document'),
	(224, 'Can view document', 56, 'view_document'),
	(225, 'Can add notice', 57, 'add_notice'),
	(226, 'Can change notice', 57, 'change_notice'),
	(227, 'Can delete notice', 57, 'delete_notice'),
	(228, 'Can view notice', 57, 'view_notice'),
	(229, 'Can add notice outcome', 58, 'add_noticeoutcome'),
	(230, 'Can change notice outcome', 58, 'change_noticeoutcome'),
	(231, 'Can delete notice outcome', 58, 'delete_noticeoutcome'),
	(232, 'Can view notice outcome', 58, 'view_noticeoutcome'),
	(233, 'Can add contact choice', 59, 'add_contactchoice'),
	(234, 'Can change contact choice', 59, 'change_contactchoice'),
	(235, 'Can delete contact choice', 59, 'delete_contactchoice'),
	(236, 'Can view contact choice', 59, 'view_contactchoice'),
	(237, 'Can add article', 60, 'add_article'),
	(238, 'Can change article', 60, 'change_article'),
	(239, 'Can delete article', 60, 'delete_article'),
	(240, 'Can view article', 60, 'view_article'),
	(241, 'Can add article version', 61, 'add_articleversion'),
	(242, 'Can change article version', 61, 'change_articleversion'),
	(243, 'Can delete article version', 61, 'delete_articleversion'),
	(244, 'Can view article version', 61, 'view_articleversion'),
	(245, 'Can add question', 62, 'add_question'),
	(246, 'Can change question', 62, 'change_question'),
	(247, 'Can delete question', 62, 'delete_question'),
	(248, 'Can view question', 62, 'view_question'),
	(249, 'Can add question step', 63, 'add_questionstep'),
	(250, 'Can change question step', 63, 'change_questionstep'),
	(251, 'Can delete question step', 63, 'delete_questionstep'),
	(252, 'Can view question step', 63, 'view_questionstep'),
	(253, 'Can add care task', 64, 'add_caretask'),
	(254, 'Can change care task', 64, 'change_caretask'),
	(255, 'Can delete care task', 64, 'delete_caretask'),
	(256, 'Can view care task', 64, 'view_caretask'),
	(257, 'Can add check in', 65, 'add_checkin'),
	(258, 'Can change check in', 65, 'change_checkin'),
	(259, 'Can delete check in', 65, 'delete_checkin'),
	(260, 'Can view check in', 65, 'view_checkin'),
	(261, 'Can add response', 66, 'add_response'),
	(262, 'Can change response', 66, 'change_response'),
	(263, 'Can delete response', 66, 'delete_response'),
	(264, 'Can view response', 66, 'view_response'),
	(265, 'Can add licensed text', 67, 'add_licensedtext'),
	(266, 'Can change licensed text', 67, 'change_licensedtext'),
	(267, 'Can delete licensed text', 67, 'delete_licensedtext'),
	(268, 'Can view licensed text', 67, 'view_licensedtext'),
	(269, 'Can add invitation', 68, 'add_invitation'),
	(270, 'Can change invitation', 68, 'change_invitation'),
	(271, 'Can delete invitation', 68, 'delete_invitation'),
	(272, 'Can view invitation', 68, 'view_invitation'),
	(273, 'Can add sitting', 69, 'add_sitting'),
	(274, 'Can change sitting', 69, 'change_sitting'),
	(275, 'Can delete sitting', 69, 'delete_sitting'),
	(276, 'Can view sitting', 69, 'view_sitting'),
	(277, 'Can add schedule line', 70, 'add_scheduleline'),
	(278, 'Can change schedule line', 70, 'change_scheduleline'),
	(279, 'Can delete schedule line', 70, 'delete_scheduleline'),
	(280, 'Can view schedule line', 70, 'view_scheduleline'),
	(281, 'Can add payer', 71, 'add_payer'),
	(282, 'Can change payer', 71, 'change_payer'),
	(283, 'Can delete payer', 71, 'delete_payer'),
	(284, 'Can view payer', 71, 'view_payer'),
	(285, 'Can add coverage', 72, 'add_coverage'),
	(286, 'Can change coverage', 72, 'change_coverage'),
	(287, 'Can delete coverage', 72, 'delete_coverage'),
	(288, 'Can view coverage', 72, 'view_coverage'),
	(289, 'Can add payer number', 73, 'add_payernumber'),
	(290, 'Can change payer number', 73, 'change_payernumber'),
	(291, 'Can delete payer number', 73, 'delete_payernumber'),
	(292, 'Can view payer number', 73, 'view_payernumber'),
	(293, 'Can add benefits check', 74, 'add_benefitscheck'),
	(294, 'Can change benefits check', 74, 'change_benefitscheck'),
	(295, 'Can delete benefits check', 74, 'delete_benefitscheck'),
	(296, 'Can view benefits check', 74, 'view_benefitscheck'),
	(297, 'Can add fee determination', 75, 'add_feedetermination'),
	(298, 'Can change fee determination', 75, 'change_feedetermination'),
	(299, 'Can delete fee determination', 75, 'delete_feedetermination'),
	(300, 'Can view fee determination', 75, 'view_feedetermination'),
	(301, 'Can add given estimate', 76, 'add_givenestimate'),
	(302, 'Can change given estimate', 76, 'change_givenestimate'),
	(303, 'Can delete given estimate', 76, 'delete_givenestimate'),
	(304, 'Can view given estimate', 76, 'view_givenestimate'),
	(305, 'Can add authorization', 77, 'add_authorization'),
	(306, 'Can change authorization', 77, 'change_authorization'),
	(307, 'Can delete authorization', 77, 'delete_authorization'),
	(308, 'Can view authorization', 77, 'view_authorization'),
	(309, 'Can add service', 78, 'add_service'),
	(310, 'Can change service', 78, 'change_service'),
	(311, 'Can delete service', 78, 'delete_service'),
	(312, 'Can view service', 78, 'view_service'),
	(313, 'Can add referral', 79, 'add_referral'),
	(314, 'Can change referral', 79, 'change_referral'),
	(315, 'Can delete referral', 79, 'delete_referral'),
	(316, 'Can view referral', 79, 'view_referral'),
	(317, 'Can add hand off step', 80, 'add_handoffstep'),
	(318, 'Can change hand off step', 80, 'change_handoffstep'),
	(319, 'Can delete hand off step', 80, 'delete_handoffstep'),
	(320, 'Can view hand off step', 80, 'view_handoffstep'),
	(321, 'Can add service edit', 81, 'add_serviceedit'),
	(322, 'Can change service edit', 81, 'change_serviceedit'),
	(323, 'Can delete service edit', 81, 'delete_serviceedit'),
	(324, 'Can view service edit', 81, 'view_serviceedit'),
	(325, 'Can add assessment', 82, 'add_assessment'),
	(326, 'Can change assessment', 82, 'change_assessment'),
	(327, 'Can delete assessment', 82, 'delete_assessment'),
	(328, 'Can view assessment', 82, 'view_assessment'),
	(329, 'Can add answer', 83, 'add_answer'),
	(330, 'Can change answer', 83, 'change_answer'),
	(331, 'Can delete answer', 83, 'delete_answer'),
	(332, 'Can view answer', 83, 'view_answer'),
	(333, 'Can add addendum', 84, 'add_addendum'),
	(334, 'Can change addendum', 84, 'change_addendum'),
	(335, 'Can delete addendum', 84, 'delete_addendum'),
	(336, 'Can view addendum', 84, 'view_addendum'),
	(337, 'Can add co signature', 85, 'add_cosignature'),
	(338, 'Can change co signature', 85, 'change_cosignature'),
	(339, 'Can delete co signature', 85, 'delete_cosignature'),
	(340, 'Can view co signature', 85, 'view_cosignature'),
	(341, 'Can add draft', 86, 'add_draft'),
	(342, 'Can change draft', 86, 'change_draft'),
	(343, 'Can delete draft', 86, 'delete_draft'),
	(344, 'Can view draft', 86, 'view_draft'),
	(345, 'Can add placement', 87, 'add_placement'),
	(346, 'Can change placement', 87, 'change_placement'),
	(347, 'Can delete placement', 87, 'delete_placement'),
	(348, 'Can view placement', 87, 'view_placement'),
	(349, 'Can add hold release', 88, 'add_holdrelease'),
	(350, 'Can change hold release', 88, 'change_holdrelease'),
	(351, 'Can delete hold release', 88, 'delete_holdrelease'),
	(352, 'Can view hold release', 88, 'view_holdrelease'),
	(353, 'Can add external result', 89, 'add_externalresult'),
	(354, 'Can change external result', 89, 'change_externalresult'),
	(355, 'Can delete external result', 89, 'delete_externalresult'),
	(356, 'Can view external result', 89, 'view_externalresult'),
	(357, 'Can add stay decision', 90, 'add_staydecision'),
	(358, 'Can change stay decision', 90, 'change_staydecision'),
	(359, 'Can delete stay decision', 90, 'delete_staydecision'),
	(360, 'Can view stay decision', 90, 'view_staydecision'),
	(361, 'Can add packet', 91, 'add_packet'),
	(362, 'Can change packet', 91, 'change_packet'),
	(363, 'Can delete packet', 91, 'delete_packet'),
	(364, 'Can view packet', 91, 'view_packet'),
	(365, 'Can add packet item', 92, 'add_packetitem'),
	(366, 'Can change packet item', 92, 'change_packetitem'),
	(367, 'Can delete packet item', 92, 'delete_packetitem'),
	(368, 'Can view packet item', 92, 'view_packetitem'),
	(369, 'Can add packet refusal', 93, 'add_packetrefusal'),
	(370, 'Can change packet refusal', 93, 'change_packetrefusal'),
	(371, 'Can delete packet refusal', 93, 'delete_packetrefusal'),
	(372, 'Can view packet refusal', 93, 'view_packetrefusal'),
	(373, 'Can add printed papers', 94, 'add_printedpapers'),
	(374, 'Can change printed papers', 94, 'change_printedpapers'),
	(375, 'Can delete printed papers', 94, 'delete_printedpapers'),
	(376, 'Can view printed papers', 94, 'view_printedpapers'),
	(377, 'Can add scanned paper', 95, 'add_scannedpaper'),
	(378, 'Can change scanned paper', 95, 'change_scannedpaper'),
	(379, 'Can delete scanned paper', 95, 'delete_scannedpaper'),
	(380, 'Can view scanned paper', 95, 'view_scannedpaper'),
	(381, 'Can add signing link', 96, 'add_signinglink'),
	(382, 'Can change signing link', 96, 'change_signinglink'),
	(383, 'Can delete signing link', 96, 'delete_signinglink'),
	(384, 'Can view signing link', 96, 'view_signinglink'),
	(385, 'Can add packet signature', 97, 'add_packetsignature'),
	(386, 'Can change packet signature', 97, 'change_packetsignature'),
	(387, 'Can delete packet signature', 97, 'delete_packetsignature'),
	(388, 'Can view packet signature', 97, 'view_packetsignature'),
	(389, 'Can add inquiry', 98, 'add_inquiry'),
	(390, 'Can change inquiry', 98, 'change_inquiry'),
	(391, 'Can delete inquiry', 98, 'delete_inquiry'),
	(392, 'Can view inquiry', 98, 'view_inquiry'),
	(393, 'Can add episode', 99, 'add_episode'),
	(394, 'Can change episode', 99, 'change_episode'),
	(395, 'Can delete episode', 99, 'delete_episode'),
	(396, 'Can view episode', 99, 'view_episode'),
	(397, 'Can add inquiry step', 100, 'add_inquirystep'),
	(398, 'Can change inquiry step', 100, 'change_inquirystep'),
	(399, 'Can delete inquiry step', 100, 'delete_inquirystep'),
	(400, 'Can view inquiry step', 100, 'view_inquirystep'),
	(401, 'Can add episode stage', 101, 'add_episodestage'),
	(402, 'Can change episode stage', 101, 'change_episodestage'),
	(403, 'Can delete episode stage', 101, 'delete_episodestage'),
	(404, 'Can view episode stage', 101, 'view_episodestage'),
	(405, 'Can add assessment visit', 102, 'add_assessmentvisit'),
	(406, 'Can change assessment visit', 102, 'change_assessmentvisit'),
	(407, 'Can delete assessment visit', 102, 'delete_assessmentvisit'),
	(408, 'Can view assessment visit', 102, 'view_assessmentvisit'),
	(409, 'Can add interim service', 103, 'add_interimservice'),
	(410, 'Can change interim service', 103, 'change_interimservice'),
	(411, 'Can delete interim service', 103, 'delete_interimservice'),
	(412, 'Can view interim service', 103, 'view_interimservice'),
	(413, 'Can add medical screening', 104, 'add_medicalscreening'),
	(414, 'Can change medical screening', 104, 'change_medicalscreening'),
	(415, 'Can delete medical screening', 104, 'delete_medicalscreening'),
	(416, 'Can view medical screening', 104, 'view_medicalscreening'),
	(417, 'Can add hold', 105, 'add_hold'),
	(418, 'Can change hold', 105, 'change_hold'),
	(419, 'Can delete hold', 105, 'delete_hold'),
	(420, 'Can view hold', 105, 'view_hold'),
	(421, 'Can add message', 106, 'add_message'),
	(422, 'Can change message', 106, 'change_message'),
	(423, 'Can delete message', 106, 'delete_message'),
	(424, 'Can view message', 106, 'view_message'),
	(425, 'Can add obligation', 107, 'add_obligation'),
	(426, 'Can change obligation', 107, 'change_obligation'),
	(427, 'Can delete obligation', 107, 'delete_obligation'),
	(428, 'Can view obligation', 107, 'view_obligation'),
	(429, 'Can add reminder', 108, 'add_reminder'),
	(430, 'Can change reminder', 108, 'change_reminder'),
	(431, 'Can delete reminder', 108, 'delete_reminder'),
	(432, 'Can view reminder', 108, 'view_reminder'),
	(433, 'Can add wait list entry', 109, 'add_waitlistentry'),
	(434, 'Can change wait list entry', 109, 'change_waitlistentry'),
	(435, 'Can delete wait list entry', 109, 'delete_waitlistentry'),
	(436, 'Can view wait list entry', 109, 'view_waitlistentry'),
	(437, 'Can add capacity notice', 110, 'add_capacitynotice'),
	(438, 'Can change capacity notice', 110, 'change_capacitynotice'),
	(439, 'Can delete capacity notice', 110, 'delete_capacitynotice'),
	(440, 'Can view capacity notice', 110, 'view_capacitynotice'),
	(441, 'Can add capacity to sign', 111, 'add_capacitytosign'),
	(442, 'Can change capacity to sign', 111, 'change_capacitytosign'),
	(443, 'Can delete capacity to sign', 111, 'delete_capacitytosign'),
	(444, 'Can view capacity to sign', 111, 'view_capacitytosign'),
	(445, 'Can add interim plan', 112, 'add_interimplan'),
	(446, 'Can change interim plan', 112, 'change_interimplan'),
	(447, 'Can delete interim plan', 112, 'delete_interimplan'),
	(448, 'Can view interim plan', 112, 'view_interimplan'),
	(449, 'Can add goal', 113, 'add_goal'),
	(450, 'Can change goal', 113, 'change_goal'),
	(451, 'Can delete goal', 113, 'delete_goal'),
	(452, 'Can view goal', 113, 'view_goal'),
	(453, 'Can add objective', 114, 'add_objective'),
	(454, 'Can change objective', 114, 'change_objective'),
	(455, 'Can delete objective', 114, 'delete_objective'),
	(456, 'Can view objective', 114, 'view_objective'),
	(457, 'Can add intervention', 115, 'add_intervention'),
	(458, 'Can change intervention', 115, 'change_intervention'),
	(459, 'Can delete intervention', 115, 'delete_intervention'),
	(460, 'Can view intervention', 115, 'view_intervention'),
	(461, 'Can add plan', 116, 'add_plan'),
	(462, 'Can change plan', 116, 'change_plan'),
	(463, 'Can delete plan', 116, 'delete_plan'),
	(464, 'Can view plan', 116, 'view_plan'),
	(465, 'Can add plan signature', 117, 'add_plansignature'),
	(466, 'Can change plan signature', 117, 'change_plansignature'),
	(467, 'Can delete plan signature', 117, 'delete_plansignature'),
	(468, 'Can view plan signature', 117, 'view_plansignature'),
	(469, 'Can add problem', 118, 'add_problem'),
	(470, 'Can change problem', 118, 'change_problem'),
	(471, 'Can delete problem', 118, 'delete_problem'),
	(472, 'Can view problem', 118, 'view_problem'),
	(473, 'Can add plan review', 119, 'add_planreview'),
	(474, 'Can change plan review', 119, 'change_planreview'),
	(475, 'Can delete plan review', 119, 'delete_planreview'),
	(476, 'Can view plan review', 119, 'view_planreview'),
	(477, 'Can add plan comment', 120, 'add_plancomment'),
	(478, 'Can change plan comment', 120, 'change_plancomment'),
	(479, 'Can delete plan comment', 120, 'delete_plancomment'),
	(480, 'Can view plan comment', 120, 'view_plancomment'),
	(481, 'Can add therapy group', 121, 'add_therapygroup'),
	(482, 'Can change therapy group', 121, 'change_therapygroup'),
	(483, 'Can delete therapy group', 121, 'delete_therapygroup'),
	(484, 'Can view therapy group', 121, 'view_therapygroup'),
	(485, 'Can add group session', 122, 'add_groupsession'),
	(486, 'Can change group session', 122, 'change_groupsession'),
	(487, 'Can delete group session', 122, 'delete_groupsession'),
	(488, 'Can view group session', 122, 'view_groupsession'),
	(489, 'Can add group membership', 123, 'add_groupmembership'),
	(490, 'Can change group membership', 123, 'change_groupmembership'),
	(491, 'Can delete group membership', 123, 'delete_groupmembership'),
	(492, 'Can view group membership', 123, 'view_groupmembership'),
	(493, 'Can add week', 124, 'add_week'),
	(494, 'Can change week', 124, 'change_week'),
	(495, 'Can delete week', 124, 'delete_week'),
	(496, 'Can view week', 124, 'view_week'),
	(497, 'Can add seat', 125, 'add_seat'),
	(498, 'Can change seat', 125, 'change_seat'),
	(499, 'Can delete seat', 125, 'delete_seat');
INSERT INTO public.auth_permission VALUES
	(500, 'Can view seat', 125, 'view_seat'),
	(501, 'Can add session leader', 126, 'add_sessionleader'),
	(502, 'Can change session leader', 126, 'change_sessionleader'),
	(503, 'Can delete session leader', 126, 'delete_sessionleader'),
	(504, 'Can view session leader', 126, 'view_sessionleader'),
	(505, 'Can add kept apart', 127, 'add_keptapart'),
	(506, 'Can change kept apart', 127, 'change_keptapart'),
	(507, 'Can delete kept apart', 127, 'delete_keptapart'),
	(508, 'Can view kept apart', 127, 'view_keptapart'),
	(509, 'Can add calendar place', 128, 'add_calendarplace'),
	(510, 'Can change calendar place', 128, 'change_calendarplace'),
	(511, 'Can delete calendar place', 128, 'delete_calendarplace'),
	(512, 'Can view calendar place', 128, 'view_calendarplace'),
	(513, 'Can add session link', 129, 'add_sessionlink'),
	(514, 'Can change session link', 129, 'change_sessionlink'),
	(515, 'Can delete session link', 129, 'delete_sessionlink'),
	(516, 'Can view session link', 129, 'view_sessionlink'),
	(517, 'Can add substitution', 130, 'add_substitution'),
	(518, 'Can change substitution', 130, 'change_substitution'),
	(519, 'Can delete substitution', 130, 'delete_substitution'),
	(520, 'Can view substitution', 130, 'view_substitution'),
	(521, 'Can add client feed', 131, 'add_clientfeed'),
	(522, 'Can change client feed', 131, 'change_clientfeed'),
	(523, 'Can delete client feed', 131, 'delete_clientfeed'),
	(524, 'Can view client feed', 131, 'view_clientfeed'),
	(525, 'Can add duty shift', 132, 'add_dutyshift'),
	(526, 'Can change duty shift', 132, 'change_dutyshift'),
	(527, 'Can delete duty shift', 132, 'delete_dutyshift'),
	(528, 'Can view duty shift', 132, 'view_dutyshift'),
	(529, 'Can add staff feed', 133, 'add_stafffeed'),
	(530, 'Can change staff feed', 133, 'change_stafffeed'),
	(531, 'Can delete staff feed', 133, 'delete_stafffeed'),
	(532, 'Can view staff feed', 133, 'view_stafffeed'),
	(533, 'Can add week draft', 134, 'add_weekdraft'),
	(534, 'Can change week draft', 134, 'change_weekdraft'),
	(535, 'Can delete week draft', 134, 'delete_weekdraft'),
	(536, 'Can view week draft', 134, 'view_weekdraft'),
	(537, 'Can add publication', 135, 'add_publication'),
	(538, 'Can change publication', 135, 'change_publication'),
	(539, 'Can delete publication', 135, 'delete_publication'),
	(540, 'Can view publication', 135, 'view_publication'),
	(541, 'Can add planning step', 136, 'add_planningstep'),
	(542, 'Can change planning step', 136, 'change_planningstep'),
	(543, 'Can delete planning step', 136, 'delete_planningstep'),
	(544, 'Can view planning step', 136, 'view_planningstep'),
	(545, 'Can add draft move', 137, 'add_draftmove'),
	(546, 'Can change draft move', 137, 'change_draftmove'),
	(547, 'Can delete draft move', 137, 'delete_draftmove'),
	(548, 'Can view draft move', 137, 'view_draftmove'),
	(549, 'Can add absence', 138, 'add_absence'),
	(550, 'Can change absence', 138, 'change_absence'),
	(551, 'Can delete absence', 138, 'delete_absence'),
	(552, 'Can view absence', 138, 'view_absence'),
	(553, 'Can add client hours', 139, 'add_clienthours'),
	(554, 'Can change client hours', 139, 'change_clienthours'),
	(555, 'Can delete client hours', 139, 'delete_clienthours'),
	(556, 'Can view client hours', 139, 'view_clienthours'),
	(557, 'Can add closure', 140, 'add_closure'),
	(558, 'Can change closure', 140, 'change_closure'),
	(559, 'Can delete closure', 140, 'delete_closure'),
	(560, 'Can view closure', 140, 'view_closure'),
	(561, 'Can add leading terms', 141, 'add_leadingterms'),
	(562, 'Can change leading terms', 141, 'change_leadingterms'),
	(563, 'Can delete leading terms', 141, 'delete_leadingterms'),
	(564, 'Can view leading terms', 141, 'view_leadingterms'),
	(565, 'Can add not with', 142, 'add_notwith'),
	(566, 'Can change not with', 142, 'change_notwith'),
	(567, 'Can delete not with', 142, 'delete_notwith'),
	(568, 'Can view not with', 142, 'view_notwith'),
	(569, 'Can add planning terms', 143, 'add_planningterms'),
	(570, 'Can change planning terms', 143, 'change_planningterms'),
	(571, 'Can delete planning terms', 143, 'delete_planningterms'),
	(572, 'Can view planning terms', 143, 'view_planningterms'),
	(573, 'Can add told week', 144, 'add_toldweek'),
	(574, 'Can change told week', 144, 'change_toldweek'),
	(575, 'Can delete told week', 144, 'delete_toldweek'),
	(576, 'Can view told week', 144, 'view_toldweek'),
	(577, 'Can add told worker', 145, 'add_toldworker'),
	(578, 'Can change told worker', 145, 'change_toldworker'),
	(579, 'Can delete told worker', 145, 'delete_toldworker'),
	(580, 'Can view told worker', 145, 'view_toldworker'),
	(581, 'Can add week question', 146, 'add_weekquestion'),
	(582, 'Can change week question', 146, 'change_weekquestion'),
	(583, 'Can delete week question', 146, 'delete_weekquestion'),
	(584, 'Can view week question', 146, 'view_weekquestion'),
	(585, 'Can add attendance mark', 147, 'add_attendancemark'),
	(586, 'Can change attendance mark', 147, 'change_attendancemark'),
	(587, 'Can delete attendance mark', 147, 'delete_attendancemark'),
	(588, 'Can view attendance mark', 147, 'view_attendancemark'),
	(589, 'Can add punch', 148, 'add_punch'),
	(590, 'Can change punch', 148, 'change_punch'),
	(591, 'Can delete punch', 148, 'delete_punch'),
	(592, 'Can view punch', 148, 'view_punch'),
	(593, 'Can add forecast measure', 149, 'add_forecastmeasure'),
	(594, 'Can change forecast measure', 149, 'change_forecastmeasure'),
	(595, 'Can delete forecast measure', 149, 'delete_forecastmeasure'),
	(596, 'Can view forecast measure', 149, 'view_forecastmeasure'),
	(597, 'Can add make up offer', 150, 'add_makeupoffer'),
	(598, 'Can change make up offer', 150, 'change_makeupoffer'),
	(599, 'Can delete make up offer', 150, 'delete_makeupoffer'),
	(600, 'Can view make up offer', 150, 'view_makeupoffer'),
	(601, 'Can add arrival', 151, 'add_arrival'),
	(602, 'Can change arrival', 151, 'change_arrival'),
	(603, 'Can delete arrival', 151, 'delete_arrival'),
	(803, 'Can delete told', 201, 'delete_told'),
	(604, 'Can view arrival', 151, 'view_arrival'),
	(605, 'Can add arrival code', 152, 'add_arrivalcode'),
	(606, 'Can change arrival code', 152, 'change_arrivalcode'),
	(607, 'Can delete arrival code', 152, 'delete_arrivalcode'),
	(608, 'Can view arrival code', 152, 'view_arrivalcode'),
	(609, 'Can add kiosk', 153, 'add_kiosk'),
	(610, 'Can change kiosk', 153, 'change_kiosk'),
	(611, 'Can delete kiosk', 153, 'delete_kiosk'),
	(612, 'Can view kiosk', 153, 'view_kiosk'),
	(613, 'Can add offline entry', 154, 'add_offlineentry'),
	(614, 'Can change offline entry', 154, 'change_offlineentry'),
	(615, 'Can delete offline entry', 154, 'delete_offlineentry'),
	(616, 'Can view offline entry', 154, 'view_offlineentry'),
	(617, 'Can add safety step', 155, 'add_safetystep'),
	(618, 'Can change safety step', 155, 'change_safetystep'),
	(619, 'Can delete safety step', 155, 'delete_safetystep'),
	(620, 'Can view safety step', 155, 'view_safetystep'),
	(621, 'Can add sealing key', 156, 'add_sealingkey'),
	(622, 'Can change sealing key', 156, 'change_sealingkey'),
	(623, 'Can delete sealing key', 156, 'delete_sealingkey'),
	(624, 'Can view sealing key', 156, 'view_sealingkey'),
	(625, 'Can add draw', 157, 'add_draw'),
	(626, 'Can change draw', 157, 'change_draw'),
	(627, 'Can delete draw', 157, 'delete_draw'),
	(628, 'Can view draw', 157, 'view_draw'),
	(629, 'Can add drug test', 158, 'add_drugtest'),
	(630, 'Can change drug test', 158, 'change_drugtest'),
	(631, 'Can delete drug test', 158, 'delete_drugtest'),
	(632, 'Can view drug test', 158, 'view_drugtest'),
	(633, 'Can add analyte result', 159, 'add_analyteresult'),
	(634, 'Can change analyte result', 159, 'change_analyteresult'),
	(635, 'Can delete analyte result', 159, 'delete_analyteresult'),
	(636, 'Can view analyte result', 159, 'view_analyteresult'),
	(637, 'Can add pool', 160, 'add_pool'),
	(638, 'Can change pool', 160, 'change_pool'),
	(639, 'Can delete pool', 160, 'delete_pool'),
	(640, 'Can view pool', 160, 'view_pool'),
	(641, 'Can add material', 161, 'add_material'),
	(642, 'Can change material', 161, 'change_material'),
	(643, 'Can delete material', 161, 'delete_material'),
	(644, 'Can view material', 161, 'view_material'),
	(645, 'Can add material version', 162, 'add_materialversion'),
	(646, 'Can change material version', 162, 'change_materialversion'),
	(647, 'Can delete material version', 162, 'delete_materialversion'),
	(648, 'Can view material version', 162, 'view_materialversion'),
	(649, 'Can add handed out', 163, 'add_handedout'),
	(650, 'Can change handed out', 163, 'change_handedout'),
	(651, 'Can delete handed out', 163, 'delete_handedout'),
	(652, 'Can view handed out', 163, 'view_handedout'),
	(653, 'Can add session material', 164, 'add_sessionmaterial'),
	(654, 'Can change session material', 164, 'change_sessionmaterial'),
	(655, 'Can delete session material', 164, 'delete_sessionmaterial'),
	(656, 'Can view session material', 164, 'view_sessionmaterial'),
	(657, 'Can add client note', 165, 'add_clientnote'),
	(658, 'Can change client note', 165, 'change_clientnote'),
	(659, 'Can delete client note', 165, 'delete_clientnote'),
	(660, 'Can view client note', 165, 'view_clientnote'),
	(661, 'Can add addendum', 166, 'add_addendum'),
	(662, 'Can change addendum', 166, 'change_addendum'),
	(663, 'Can delete addendum', 166, 'delete_addendum'),
	(664, 'Can view addendum', 166, 'view_addendum'),
	(665, 'Can add co signature', 167, 'add_cosignature'),
	(666, 'Can change co signature', 167, 'change_cosignature'),
	(667, 'Can delete co signature', 167, 'delete_cosignature'),
	(668, 'Can view co signature', 167, 'view_cosignature'),
	(669, 'Can add session note', 168, 'add_sessionnote'),
	(670, 'Can change session note', 168, 'change_sessionnote'),
	(671, 'Can delete session note', 168, 'delete_sessionnote'),
	(672, 'Can view session note', 168, 'view_sessionnote'),
	(673, 'Can add abbreviation', 169, 'add_abbreviation'),
	(674, 'Can change abbreviation', 169, 'change_abbreviation'),
	(675, 'Can delete abbreviation', 169, 'delete_abbreviation'),
	(676, 'Can view abbreviation', 169, 'view_abbreviation'),
	(677, 'Can add counseling note', 170, 'add_counselingnote'),
	(678, 'Can change counseling note', 170, 'change_counselingnote'),
	(679, 'Can delete counseling note', 170, 'delete_counselingnote'),
	(680, 'Can view counseling note', 170, 'view_counselingnote'),
	(681, 'Can add note format', 171, 'add_noteformat'),
	(682, 'Can change note format', 171, 'change_noteformat'),
	(683, 'Can delete note format', 171, 'delete_noteformat'),
	(684, 'Can view note format', 171, 'view_noteformat'),
	(685, 'Can add note part', 172, 'add_notepart'),
	(686, 'Can change note part', 172, 'change_notepart'),
	(687, 'Can delete note part', 172, 'delete_notepart'),
	(688, 'Can view note part', 172, 'view_notepart'),
	(689, 'Can add observation', 173, 'add_observation'),
	(690, 'Can change observation', 173, 'change_observation'),
	(691, 'Can delete observation', 173, 'delete_observation'),
	(692, 'Can view observation', 173, 'view_observation'),
	(693, 'Can add scribe', 174, 'add_scribe'),
	(694, 'Can change scribe', 174, 'change_scribe'),
	(695, 'Can delete scribe', 174, 'delete_scribe'),
	(696, 'Can view scribe', 174, 'view_scribe'),
	(697, 'Can add shared part', 175, 'add_sharedpart'),
	(698, 'Can change shared part', 175, 'change_sharedpart'),
	(699, 'Can delete shared part', 175, 'delete_sharedpart'),
	(700, 'Can view shared part', 175, 'view_sharedpart'),
	(701, 'Can add earlier words', 176, 'add_earlierwords'),
	(702, 'Can change earlier words', 176, 'change_earlierwords'),
	(703, 'Can delete earlier words', 176, 'delete_earlierwords'),
	(704, 'Can view earlier words', 176, 'view_earlierwords'),
	(705, 'Can add not a client', 177, 'add_notaclient'),
	(706, 'Can change not a client', 177, 'change_notaclient'),
	(707, 'Can delete not a client', 177, 'delete_notaclient'),
	(708, 'Can view not a client', 177, 'view_notaclient'),
	(709, 'Can add setting aside', 178, 'add_settingaside'),
	(710, 'Can change setting aside', 178, 'change_settingaside'),
	(711, 'Can delete setting aside', 178, 'delete_settingaside'),
	(712, 'Can view setting aside', 178, 'view_settingaside'),
	(713, 'Can add signature proof', 179, 'add_signatureproof'),
	(714, 'Can change signature proof', 179, 'change_signatureproof'),
	(715, 'Can delete signature proof', 179, 'delete_signatureproof'),
	(716, 'Can view signature proof', 179, 'view_signatureproof'),
	(717, 'Can add appointment', 180, 'add_appointment'),
	(718, 'Can change appointment', 180, 'change_appointment'),
	(719, 'Can delete appointment', 180, 'delete_appointment'),
	(720, 'Can view appointment', 180, 'view_appointment'),
	(721, 'Can add discharge', 181, 'add_discharge'),
	(722, 'Can change discharge', 181, 'change_discharge'),
	(723, 'Can delete discharge', 181, 'delete_discharge'),
	(724, 'Can view discharge', 181, 'view_discharge'),
	(725, 'Can add outreach attempt', 182, 'add_outreachattempt'),
	(726, 'Can change outreach attempt', 182, 'change_outreachattempt'),
	(727, 'Can delete outreach attempt', 182, 'delete_outreachattempt'),
	(728, 'Can view outreach attempt', 182, 'view_outreachattempt'),
	(729, 'Can add follow up', 183, 'add_followup'),
	(730, 'Can change follow up', 183, 'change_followup'),
	(731, 'Can delete follow up', 183, 'delete_followup'),
	(732, 'Can view follow up', 183, 'view_followup'),
	(733, 'Can add level review', 184, 'add_levelreview'),
	(734, 'Can change level review', 184, 'change_levelreview'),
	(735, 'Can delete level review', 184, 'delete_levelreview'),
	(736, 'Can view level review', 184, 'view_levelreview'),
	(737, 'Can add downtime pack', 185, 'add_downtimepack'),
	(738, 'Can change downtime pack', 185, 'change_downtimepack'),
	(739, 'Can delete downtime pack', 185, 'delete_downtimepack'),
	(740, 'Can view downtime pack', 185, 'view_downtimepack'),
	(741, 'Can add pack fetch', 186, 'add_packfetch'),
	(742, 'Can change pack fetch', 186, 'change_packfetch'),
	(743, 'Can delete pack fetch', 186, 'delete_packfetch'),
	(744, 'Can view pack fetch', 186, 'view_packfetch'),
	(745, 'Can add pack key', 187, 'add_packkey'),
	(746, 'Can change pack key', 187, 'change_packkey'),
	(747, 'Can delete pack key', 187, 'delete_packkey'),
	(748, 'Can view pack key', 187, 'view_packkey'),
	(749, 'Can add paper entry', 188, 'add_paperentry'),
	(750, 'Can change paper entry', 188, 'change_paperentry'),
	(751, 'Can delete paper entry', 188, 'delete_paperentry'),
	(752, 'Can view paper entry', 188, 'view_paperentry'),
	(753, 'Can add permission', 189, 'add_permission'),
	(754, 'Can change permission', 189, 'change_permission'),
	(755, 'Can delete permission', 189, 'delete_permission'),
	(756, 'Can view permission', 189, 'view_permission'),
	(757, 'Can add group', 190, 'add_group'),
	(758, 'Can change group', 190, 'change_group'),
	(759, 'Can delete group', 190, 'delete_group'),
	(760, 'Can view group', 190, 'view_group'),
	(761, 'Can add content type', 191, 'add_contenttype'),
	(762, 'Can change content type', 191, 'change_contenttype'),
	(763, 'Can delete content type', 191, 'delete_contenttype'),
	(764, 'Can view content type', 191, 'view_contenttype'),
	(765, 'Can add session', 192, 'add_session'),
	(766, 'Can change session', 192, 'change_session'),
	(767, 'Can delete session', 192, 'delete_session'),
	(768, 'Can view session', 192, 'view_session'),
	(769, 'Can add email address', 193, 'add_emailaddress'),
	(770, 'Can change email address', 193, 'change_emailaddress'),
	(771, 'Can delete email address', 193, 'delete_emailaddress'),
	(772, 'Can view email address', 193, 'view_emailaddress'),
	(773, 'Can add email confirmation', 194, 'add_emailconfirmation'),
	(774, 'Can change email confirmation', 194, 'change_emailconfirmation'),
	(775, 'Can delete email confirmation', 194, 'delete_emailconfirmation'),
	(776, 'Can view email confirmation', 194, 'view_emailconfirmation'),
	(777, 'Can add authenticator', 195, 'add_authenticator'),
	(778, 'Can change authenticator', 195, 'change_authenticator'),
	(779, 'Can delete authenticator', 195, 'delete_authenticator'),
	(780, 'Can view authenticator', 195, 'view_authenticator'),
	(781, 'Can add user session', 196, 'add_usersession'),
	(782, 'Can change user session', 196, 'change_usersession'),
	(783, 'Can delete user session', 196, 'delete_usersession'),
	(784, 'Can view user session', 196, 'view_usersession'),
	(785, 'Can add procrastinate event', 197, 'add_procrastinateevent'),
	(786, 'Can change procrastinate event', 197, 'change_procrastinateevent'),
	(787, 'Can delete procrastinate event', 197, 'delete_procrastinateevent'),
	(788, 'Can view procrastinate event', 197, 'view_procrastinateevent'),
	(789, 'Can add procrastinate job', 198, 'add_procrastinatejob'),
	(790, 'Can change procrastinate job', 198, 'change_procrastinatejob'),
	(791, 'Can delete procrastinate job', 198, 'delete_procrastinatejob'),
	(792, 'Can view procrastinate job', 198, 'view_procrastinatejob'),
	(793, 'Can add procrastinate periodic defer', 199, 'add_procrastinateperiodicdefer'),
	(794, 'Can change procrastinate periodic defer', 199, 'change_procrastinateperiodicdefer'),
	(795, 'Can delete procrastinate periodic defer', 199, 'delete_procrastinateperiodicdefer'),
	(796, 'Can view procrastinate periodic defer', 199, 'view_procrastinateperiodicdefer'),
	(797, 'Can add procrastinate worker', 200, 'add_procrastinateworker'),
	(798, 'Can change procrastinate worker', 200, 'change_procrastinateworker'),
	(799, 'Can delete procrastinate worker', 200, 'delete_procrastinateworker'),
	(800, 'Can view procrastinate worker', 200, 'view_procrastinateworker'),
	(801, 'Can add told', 201, 'add_told'),
	(804, 'Can view told', 201, 'view_told');


-- Data for Name: consents_approval; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_caseclosing; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_consent; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_consentrefusal; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_delivery; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_disclosure; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_emergencyrecord; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_guardianship; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_instrumentverification; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_intermediarylist; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_intermediarylistrequest; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_intermediarymember; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_legalinstrument; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_legalrelease; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_legalrequest; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_minorconsentage; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_outsideparty; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_premisesincident; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_qsoagreement; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_restrictionanswer; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_restrictionrequest; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_revocation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: consents_safetyflag; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: core_cache; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: core_draft; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: core_heartbeat; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: core_outboxitem; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: core_submission; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_authorization; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_benefitscheck; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_coverage; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_feedetermination; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_givenestimate; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_payer; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: coverage_payernumber; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: curriculum_handedout; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: curriculum_material; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: curriculum_materialversion; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: curriculum_sessionmaterial; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: demo_told; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: directory_handoffstep; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: directory_referral; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: directory_service; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: directory_serviceedit; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.django_content_type VALUES
	(1, 'audit', 'head'),
	(2, 'audit', 'link'),
	(3, 'audit', 'waiting'),
	(4, 'audit', 'entry'),
	(5, 'core', 'heartbeat'),
	(6, 'core', 'outboxitem'),
	(7, 'core', 'submission'),
	(8, 'core', 'draft'),
	(9, 'accounts', 'account'),
	(10, 'accounts', 'setuptoken'),
	(11, 'program', 'organisation'),
	(12, 'program', 'program'),
	(13, 'program', 'site'),
	(14, 'program', 'phase'),
	(15, 'program', 'houserule'),
	(16, 'program', 'holiday'),
	(17, 'program', 'deadline'),
	(18, 'program', 'curriculumtopic'),
	(19, 'program', 'rulenumber'),
	(20, 'program', 'sessiontype'),
	(21, 'program', 'room'),
	(22, 'program', 'track'),
	(23, 'staff', 'worker'),
	(24, 'staff', 'rolegrant'),
	(25, 'staff', 'dutygrant'),
	(26, 'staff', 'credential'),
	(27, 'staff', 'supervision'),
	(28, 'staff', 'workinghours'),
	(29, 'people', 'client'),
	(30, 'people', 'accessreason'),
	(31, 'people', 'contact'),
	(32, 'people', 'teammembership'),
	(33, 'consents', 'consent'),
	(34, 'consents', 'disclosure'),
	(35, 'consents', 'revocation'),
	(36, 'consents', 'consentrefusal'),
	(37, 'consents', 'delivery'),
	(38, 'consents', 'emergencyrecord'),
	(39, 'consents', 'legalrequest'),
	(40, 'consents', 'legalrelease'),
	(41, 'consents', 'outsideparty'),
	(42, 'consents', 'legalinstrument'),
	(43, 'consents', 'approval'),
	(44, 'consents', 'qsoagreement'),
	(45, 'consents', 'restrictionrequest'),
	(46, 'consents', 'restrictionanswer'),
	(47, 'consents', 'safetyflag'),
	(48, 'consents', 'instrumentverification'),
	(49, 'consents', 'caseclosing'),
	(50, 'consents', 'intermediarylistrequest'),
	(51, 'consents', 'intermediarylist'),
	(52, 'consents', 'minorconsentage'),
	(53, 'consents', 'guardianship'),
	(54, 'consents', 'intermediarymember'),
	(55, 'consents', 'premisesincident'),
	(56, 'documents', 'document'),
	(57, 'notices', 'notice'),
	(58, 'notices', 'noticeoutcome'),
	(59, 'notices', 'contactchoice'),
	(60, 'publishing', 'article'),
	(61, 'publishing', 'articleversion'),
	(62, 'publishing', 'question'),
	(63, 'publishing', 'questionstep'),
	(64, 'tasks', 'caretask'),
	(65, 'instruments', 'checkin'),
	(66, 'instruments', 'response'),
	(67, 'instruments', 'licensedtext'),
	(68, 'instruments', 'invitation'),
	(69, 'instruments', 'sitting'),
	(70, 'instruments', 'scheduleline'),
	(71, 'coverage', 'payer'),
	(72, 'coverage', 'coverage'),
	(73, 'coverage', 'payernumber'),
	(74, 'coverage', 'benefitscheck'),
	(75, 'coverage', 'feedetermination'),
	(76, 'coverage', 'givenestimate'),
	(77, 'coverage', 'authorization'),
	(78, 'directory', 'service'),
	(79, 'directory', 'referral'),
	(80, 'directory', 'handoffstep'),
	(81, 'directory', 'serviceedit'),
	(82, 'assessments', 'assessment'),
	(83, 'assessments', 'answer'),
	(84, 'assessments', 'addendum'),
	(85, 'assessments', 'cosignature'),
	(86, 'assessments', 'draft'),
	(87, 'placement', 'placement'),
	(88, 'placement', 'holdrelease'),
	(89, 'placement', 'externalresult'),
	(90, 'placement', 'staydecision'),
	(91, 'packets', 'packet'),
	(92, 'packets', 'packetitem'),
	(93, 'packets', 'packetrefusal'),
	(94, 'packets', 'printedpapers'),
	(95, 'packets', 'scannedpaper'),
	(96, 'packets', 'signinglink'),
	(97, 'packets', 'packetsignature'),
	(98, 'admissions', 'inquiry'),
	(99, 'admissions', 'episode'),
	(100, 'admissions', 'inquirystep'),
	(101, 'admissions', 'episodestage'),
	(102, 'admissions', 'assessmentvisit'),
	(103, 'admissions', 'interimservice'),
	(104, 'admissions', 'medicalscreening'),
	(105, 'admissions', 'hold'),
	(106, 'admissions', 'message'),
	(107, 'admissions', 'obligation'),
	(108, 'admissions', 'reminder'),
	(109, 'admissions', 'waitlistentry'),
	(110, 'admissions', 'capacitynotice'),
	(111, 'admissions', 'capacitytosign'),
	(112, 'admissions', 'interimplan'),
	(113, 'plans', 'goal'),
	(114, 'plans', 'objective'),
	(115, 'plans', 'intervention'),
	(116, 'plans', 'plan'),
	(117, 'plans', 'plansignature'),
	(118, 'plans', 'problem'),
	(119, 'plans', 'planreview'),
	(120, 'plans', 'plancomment'),
	(121, 'timetable', 'therapygroup'),
	(122, 'timetable', 'groupsession'),
	(123, 'timetable', 'groupmembership'),
	(124, 'timetable', 'week'),
	(125, 'timetable', 'seat'),
	(126, 'timetable', 'sessionleader'),
	(127, 'timetable', 'keptapart'),
	(128, 'timetable', 'calendarplace'),
	(129, 'timetable', 'sessionlink'),
	(130, 'timetable', 'substitution'),
	(131, 'timetable', 'clientfeed'),
	(132, 'timetable', 'dutyshift'),
	(133, 'timetable', 'stafffeed'),
	(134, 'timetable', 'weekdraft'),
	(135, 'timetable', 'publication'),
	(136, 'timetable', 'planningstep'),
	(137, 'timetable', 'draftmove'),
	(138, 'timetable', 'absence'),
	(139, 'timetable', 'clienthours'),
	(140, 'timetable', 'closure'),
	(141, 'timetable', 'leadingterms'),
	(142, 'timetable', 'notwith'),
	(143, 'timetable', 'planningterms'),
	(144, 'timetable', 'toldweek'),
	(145, 'timetable', 'toldworker'),
	(146, 'timetable', 'weekquestion'),
	(147, 'attendance', 'attendancemark'),
	(148, 'attendance', 'punch'),
	(149, 'attendance', 'forecastmeasure'),
	(150, 'attendance', 'makeupoffer'),
	(151, 'attendance', 'arrival'),
	(152, 'attendance', 'arrivalcode'),
	(153, 'attendance', 'kiosk'),
	(154, 'attendance', 'offlineentry'),
	(155, 'attendance', 'safetystep'),
	(156, 'attendance', 'sealingkey'),
	(157, 'drugtests', 'draw'),
	(158, 'drugtests', 'drugtest'),
	(159, 'drugtests', 'analyteresult'),
	(160, 'drugtests', 'pool'),
	(161, 'curriculum', 'material'),
	(162, 'curriculum', 'materialversion'),
	(163, 'curriculum', 'handedout'),
	(164, 'curriculum', 'sessionmaterial'),
	(165, 'notes', 'clientnote'),
	(166, 'notes', 'addendum'),
	(167, 'notes', 'cosignature'),
	(168, 'notes', 'sessionnote'),
	(169, 'notes', 'abbreviation'),
	(170, 'notes', 'counselingnote'),
	(171, 'notes', 'noteformat'),
	(172, 'notes', 'notepart'),
	(173, 'notes', 'observation'),
	(174, 'notes', 'scribe'),
	(175, 'notes', 'sharedpart'),
	(176, 'notes', 'earlierwords'),
	(177, 'notes', 'notaclient'),
	(178, 'notes', 'settingaside'),
	(179, 'notes', 'signatureproof'),
	(180, 'progress', 'appointment'),
	(181, 'progress', 'discharge'),
	(182, 'progress', 'outreachattempt'),
	(183, 'progress', 'followup'),
	(184, 'progress', 'levelreview'),
	(185, 'downtime', 'downtimepack'),
	(186, 'downtime', 'packfetch'),
	(187, 'downtime', 'packkey'),
	(188, 'downtime', 'paperentry'),
	(189, 'auth', 'permission'),
	(190, 'auth', 'group'),
	(191, 'contenttypes', 'contenttype'),
	(192, 'sessions', 'session'),
	(193, 'account', 'emailaddress'),
	(194, 'account', 'emailconfirmation'),
	(195, 'mfa', 'authenticator'),
	(196, 'usersessions', 'usersession'),
	(197, 'procrastinate', 'procrastinateevent'),
	(198, 'procrastinate', 'procrastinatejob'),
	(199, 'procrastinate', 'procrastinateperiodicdefer'),
	(200, 'procrastinate', 'procrastinateworker'),
	(201, 'demo', 'told');


-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.django_migrations VALUES
	(1, 'accounts', '0001_initial', '2026-11-22 21:44:30.217141+00'),
	(2, 'account', '0001_initial', '2026-11-22 21:44:30.261806+00'),
	(3, 'account', '0002_email_max_length', '2026-11-22 21:44:30.278515+00'),
	(4, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-22 21:44:30.295522+00'),
	(5, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-22 21:44:30.318503+00'),
	(6, 'account', '0005_emailaddress_idx_upper_email', '2026-11-22 21:44:30.338447+00'),
	(7, 'account', '0006_emailaddress_lower', '2026-11-22 21:44:30.351255+00'),
	(8, 'account', '0007_emailaddress_idx_email', '2026-11-22 21:44:30.374866+00'),
	(9, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-22 21:44:30.389879+00'),
	(10, 'account', '0009_emailaddress_unique_primary_email', '2026-11-22 21:44:30.398555+00'),
	(11, 'accounts', '0002_demo_labels', '2026-11-22 21:44:30.4118+00'),
	(12, 'audit', '0001_initial', '2026-11-22 21:44:30.446248+00'),
	(13, 'audit', '0002_walls', '2026-11-22 21:44:30.45882+00'),
	(14, 'program', '0001_initial', '2026-11-22 21:44:30.679312+00'),
	(15, 'staff', '0001_initial', '2026-11-22 21:44:30.885843+00'),
	(16, 'staff', '0002_program_file', '2026-11-22 21:44:30.906592+00'),
	(17, 'program', '0002_program_file', '2026-11-22 21:44:30.968824+00'),
	(18, 'people', '0001_initial', '2026-11-22 21:44:31.45871+00'),
	(19, 'assessments', '0001_initial', '2026-11-22 21:44:32.195449+00'),
	(20, 'assessments', '0002_walls', '2026-11-22 21:44:32.209063+00'),
	(21, 'placement', '0001_initial', '2026-11-22 21:44:32.298468+00'),
	(22, 'coverage', '0001_initial', '2026-11-22 21:44:32.455353+00'),
	(23, 'admissions', '0001_initial', '2026-11-22 21:44:33.586352+00'),
	(24, 'admissions', '0002_walls', '2026-11-22 21:44:33.594155+00'),
	(25, 'admissions', '0003_way_in', '2026-11-22 21:44:33.895597+00'),
	(26, 'admissions', '0004_front_door', '2026-11-22 21:44:36.53079+00'),
	(27, 'admissions', '0005_carry_short_interviews', '2026-11-22 21:44:36.668746+00'),
	(28, 'admissions', '0006_another_time', '2026-11-22 21:44:36.754232+00'),
	(29, 'timetable', '0001_initial', '2026-11-22 21:44:39.435408+00'),
	(30, 'timetable', '0002_seats_follow_sessions', '2026-11-22 21:44:39.439386+00'),
	(31, 'timetable', '0003_kept_apart_and_decision', '2026-11-22 21:44:39.654233+00'),
	(32, 'timetable', '0004_made_up_seats', '2026-11-22 21:44:39.837804+00'),
	(33, 'timetable', '0005_around_the_week', '2026-11-22 21:44:40.792966+00'),
	(34, 'timetable', '0006_drafted_weeks', '2026-11-22 21:44:42.964689+00'),
	(35, 'timetable', '0007_walls_of_the_week', '2026-11-22 21:44:42.974542+00'),
	(36, 'timetable', '0008_leading_ahead', '2026-11-22 21:44:43.02099+00'),
	(37, 'timetable', '0009_week_questions', '2026-11-22 21:44:43.411789+00'),
	(38, 'program', '0003_site_state', '2026-11-22 21:44:43.493113+00'),
	(39, 'consents', '0001_initial', '2026-11-22 21:44:44.027815+00'),
	(40, 'consents', '0002_walls', '2026-11-22 21:44:44.045775+00'),
	(41, 'consents', '0003_limits_papers_deliveries', '2026-11-22 21:44:47.082989+00'),
	(42, 'consents', '0004_walls', '2026-11-22 21:44:47.098331+00'),
	(43, 'notices', '0001_notices', '2026-11-22 21:44:47.589241+00'),
	(44, 'notices', '0002_walls', '2026-11-22 21:44:47.594989+00'),
	(45, 'attendance', '0001_initial', '2026-11-22 21:44:48.904943+00'),
	(46, 'attendance', '0002_site_day', '2026-11-22 21:44:49.059085+00'),
	(47, 'attendance', '0003_offers', '2026-11-22 21:44:49.74875+00'),
	(48, 'attendance', '0004_running_a_session', '2026-11-22 21:44:53.05373+00'),
	(49, 'contenttypes', '0001_initial', '2026-11-22 21:44:53.060642+00'),
	(50, 'contenttypes', '0002_remove_content_type_name', '2026-11-22 21:44:53.143552+00'),
	(51, 'auth', '0001_initial', '2026-11-22 21:44:53.165875+00'),
	(52, 'auth', '0002_alter_permission_name_max_length', '2026-11-22 21:44:53.171886+00'),
	(53, 'auth', '0003_alter_user_email_max_length', '2026-11-22 21:44:53.17693+00'),
	(54, 'auth', '0004_alter_user_username_opts', '2026-11-22 21:44:53.182032+00'),
	(55, 'auth', '0005_alter_user_last_login_null', '2026-11-22 21:44:53.187201+00'),
	(56, 'auth', '0006_require_contenttypes_0002', '2026-11-22 21:44:53.187906+00'),
	(57, 'auth', '0007_alter_validators_add_error_messages', '2026-11-22 21:44:53.193227+00'),
	(58, 'auth', '0008_alter_user_username_max_length', '2026-11-22 21:44:53.198372+00'),
	(59, 'auth', '0009_alter_user_last_name_max_length', '2026-11-22 21:44:53.20356+00'),
	(60, 'auth', '0010_alter_group_name_max_length', '2026-11-22 21:44:53.210021+00'),
	(61, 'auth', '0011_update_proxy_permissions', '2026-11-22 21:44:53.284116+00'),
	(62, 'auth', '0012_alter_user_first_name_max_length', '2026-11-22 21:44:53.29069+00'),
	(63, 'consents', '0005_case_closings_why_no_consent', '2026-11-22 21:44:53.993814+00'),
	(64, 'consents', '0006_walls', '2026-11-22 21:44:53.996416+00'),
	(65, 'consents', '0007_exchanges_approvals_guardians', '2026-11-22 21:44:57.182523+00'),
	(66, 'consents', '0008_walls', '2026-11-22 21:44:57.190215+00'),
	(67, 'consents', '0009_premises_incidents', '2026-11-22 21:44:57.400139+00'),
	(68, 'consents', '0010_walls', '2026-11-22 21:44:57.410537+00'),
	(69, 'consents', '0011_the_other_half', '2026-11-22 21:44:57.649727+00'),
	(70, 'core', '0001_initial', '2026-11-22 21:44:57.685735+00'),
	(71, 'core', '0002_cache', '2026-11-22 21:44:57.692354+00'),
	(72, 'core', '0003_drafts', '2026-11-22 21:44:57.700484+00'),
	(73, 'coverage', '0002_benefits', '2026-11-22 21:44:57.940796+00'),
	(74, 'coverage', '0003_estimates', '2026-11-22 21:45:01.226661+00'),
	(75, 'coverage', '0004_authorizations', '2026-11-22 21:45:01.439973+00'),
	(76, 'program', '0004_kinds_of_sessions', '2026-11-22 21:45:01.482505+00'),
	(77, 'curriculum', '0001_initial', '2026-11-22 21:45:04.050362+00'),
	(78, 'curriculum', '0002_walls', '2026-11-22 21:45:04.061228+00'),
	(79, 'demo', '0001_told', '2026-11-22 21:45:04.25773+00'),
	(80, 'directory', '0001_places', '2026-11-22 21:45:06.909593+00'),
	(81, 'documents', '0001_initial', '2026-11-22 21:45:07.026771+00'),
	(82, 'documents', '0002_walls', '2026-11-22 21:45:07.029663+00'),
	(83, 'documents', '0003_proofs', '2026-11-22 21:45:07.974181+00'),
	(84, 'downtime', '0001_initial', '2026-11-22 21:45:10.214015+00'),
	(85, 'downtime', '0002_walls', '2026-11-22 21:45:10.21908+00'),
	(86, 'downtime', '0003_observations', '2026-11-22 21:45:10.334611+00'),
	(87, 'drugtests', '0001_initial', '2026-11-22 21:45:12.350895+00'),
	(88, 'drugtests', '0002_walls', '2026-11-22 21:45:12.362529+00'),
	(89, 'drugtests', '0003_chain', '2026-11-22 21:45:14.745112+00'),
	(90, 'instruments', '0001_initial', '2026-11-22 21:45:15.066907+00'),
	(91, 'instruments', '0002_walls', '2026-11-22 21:45:15.070119+00'),
	(92, 'instruments', '0003_partial_saves', '2026-11-22 21:45:15.348128+00'),
	(93, 'instruments', '0004_sittings', '2026-11-22 21:45:15.897358+00'),
	(94, 'instruments', '0005_sitting_walls', '2026-11-22 21:45:15.903795+00'),
	(95, 'instruments', '0006_sealed_answers', '2026-11-22 21:45:16.079054+00'),
	(96, 'instruments', '0007_seal_answers', '2026-11-22 21:45:16.17992+00'),
	(97, 'instruments', '0008_no_plain_answers', '2026-11-22 21:45:16.595173+00'),
	(98, 'instruments', '0009_schedule_lines', '2026-11-22 21:45:16.70096+00'),
	(99, 'instruments', '0010_schedule_walls', '2026-11-22 21:45:16.703918+00'),
	(100, 'instruments', '0011_danger_at_check_in', '2026-11-22 21:45:16.937733+00'),
	(101, 'mfa', '0001_initial', '2026-11-22 21:45:17.040927+00'),
	(102, 'mfa', '0002_authenticator_timestamps', '2026-11-22 21:45:17.057001+00'),
	(103, 'mfa', '0003_authenticator_type_uniq', '2026-11-22 21:45:17.082396+00'),
	(104, 'plans', '0001_initial', '2026-11-22 21:45:18.562017+00'),
	(105, 'plans', '0002_walls', '2026-11-22 21:45:18.56534+00'),
	(106, 'plans', '0003_full_plan', '2026-11-22 21:45:19.129528+00'),
	(107, 'plans', '0004_signed_parts', '2026-11-22 21:45:19.138473+00'),
	(108, 'plans', '0005_whole_plan', '2026-11-22 21:45:25.21334+00'),
	(109, 'plans', '0006_walls_of_comments', '2026-11-22 21:45:25.218779+00'),
	(110, 'notes', '0001_initial', '2026-11-22 21:45:26.831577+00'),
	(111, 'notes', '0002_walls', '2026-11-22 21:45:26.839876+00'),
	(112, 'notes', '0003_kinds_of_notes', '2026-11-22 21:45:28.602809+00'),
	(113, 'notes', '0004_walls_of_kinds', '2026-11-22 21:45:28.60951+00'),
	(114, 'notes', '0005_lost_answers', '2026-11-22 21:45:28.823712+00'),
	(115, 'notes', '0006_corrections', '2026-11-22 21:45:35.789127+00'),
	(116, 'notes', '0007_walls_of_corrections', '2026-11-22 21:45:35.803599+00'),
	(117, 'packets', '0001_packets', '2026-11-22 21:45:39.573554+00'),
	(118, 'packets', '0002_walls', '2026-11-22 21:45:39.589331+00'),
	(119, 'packets', '0003_guardian_signs', '2026-11-22 21:45:40.300745+00'),
	(120, 'placement', '0002_walls', '2026-11-22 21:45:40.304518+00'),
	(121, 'placement', '0003_holds', '2026-11-22 21:45:40.580919+00'),
	(122, 'placement', '0004_external_results_and_stays', '2026-11-22 21:45:42.7694+00'),
	(123, 'placement', '0005_walls', '2026-11-22 21:45:42.775858+00'),
	(124, 'procrastinate', '0001_initial', '2026-11-22 21:45:42.784893+00'),
	(125, 'procrastinate', '0002_drop_started_at_column', '2026-11-22 21:45:42.788915+00'),
	(126, 'procrastinate', '0003_drop_started_at_column', '2026-11-22 21:45:42.791095+00'),
	(127, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-11-22 21:45:42.793281+00'),
	(128, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-11-22 21:45:42.795543+00'),
	(129, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-11-22 21:45:42.797452+00'),
	(130, 'procrastinate', '0007_add_queueing_lock_column', '2026-11-22 21:45:42.799899+00'),
	(131, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-11-22 21:45:42.80265+00'),
	(132, 'procrastinate', '0009_add_defer_job_function', '2026-11-22 21:45:42.804928+00'),
	(133, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-11-22 21:45:42.808474+00'),
	(134, 'procrastinate', '0011_add_foreign_key_index', '2026-11-22 21:45:42.810771+00'),
	(135, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-11-22 21:45:42.813599+00'),
	(136, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-11-22 21:45:42.815789+00'),
	(137, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-11-22 21:45:42.817699+00'),
	(138, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-11-22 21:45:42.819581+00'),
	(139, 'procrastinate', '0016_delete_finished_jobs', '2026-11-22 21:45:42.821495+00'),
	(140, 'procrastinate', '0017_add_checks_to_finish_job', '2026-11-22 21:45:42.823331+00'),
	(141, 'procrastinate', '0018_add_checks_to_retry_job', '2026-11-22 21:45:42.825104+00'),
	(142, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-11-22 21:45:42.82705+00'),
	(143, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-11-22 21:45:42.829576+00'),
	(144, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-11-22 21:45:42.832497+00'),
	(145, 'procrastinate', '0022_null_locks_excluded', '2026-11-22 21:45:42.834832+00'),
	(146, 'procrastinate', '0023_remove_old_finish_job_function', '2026-11-22 21:45:42.836878+00'),
	(147, 'procrastinate', '0024_job_id_bigint', '2026-11-22 21:45:42.84114+00'),
	(148, 'procrastinate', '0025_add_models', '2026-11-22 21:45:42.848866+00'),
	(149, 'procrastinate', '0026_add_job_priority', '2026-11-22 21:45:42.862957+00'),
	(150, 'procrastinate', '0027_add_periodic_job_priority', '2026-11-22 21:45:42.868667+00'),
	(151, 'procrastinate', '0028_add_cancel_states', '2026-11-22 21:45:42.882286+00'),
	(152, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-11-22 21:45:42.884561+00'),
	(153, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-11-22 21:45:42.889419+00'),
	(154, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-11-22 21:45:42.893513+00'),
	(155, 'procrastinate', '0032_pre_cancel_notification', '2026-11-22 21:45:42.903257+00'),
	(156, 'procrastinate', '0033_post_cancel_notification', '2026-11-22 21:45:42.915791+00'),
	(157, 'procrastinate', '0034_pre_add_heartbeat', '2026-11-22 21:45:42.924493+00'),
	(158, 'procrastinate', '0035_post_add_heartbeat', '2026-11-22 21:45:42.926774+00'),
	(159, 'procrastinate', '0036_add_worker_model', '2026-11-22 21:45:42.934239+00'),
	(160, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-11-22 21:45:42.939857+00'),
	(161, 'procrastinate', '0038_post_batch_defer_jobs', '2026-11-22 21:45:42.94282+00'),
	(162, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-11-22 21:45:42.945018+00'),
	(163, 'procrastinate', '0040_pre_retry_failed_job', '2026-11-22 21:45:42.948074+00'),
	(164, 'procrastinate', '0041_post_retry_failed_job', '2026-11-22 21:45:42.950788+00'),
	(165, 'progress', '0001_initial', '2026-11-22 21:45:43.904888+00'),
	(166, 'progress', '0002_walls', '2026-11-22 21:45:43.910902+00'),
	(167, 'progress', '0003_review_and_outreach', '2026-11-22 21:45:44.948771+00'),
	(168, 'publishing', '0001_initial', '2026-11-22 21:45:46.516141+00'),
	(169, 'publishing', '0002_walls', '2026-11-22 21:45:46.525037+00'),
	(170, 'sessions', '0001_initial', '2026-11-22 21:45:46.53421+00'),
	(171, 'tasks', '0001_initial', '2026-11-22 21:45:46.732413+00'),
	(172, 'usersessions', '0001_initial', '2026-11-22 21:45:47.130564+00');


-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: documents_document; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: downtime_downtimepack; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: downtime_packfetch; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: downtime_packkey; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: downtime_paperentry; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: drugtests_analyteresult; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: drugtests_draw; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: drugtests_drugtest; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: drugtests_pool; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_checkin; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_invitation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_licensedtext; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_response; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_scheduleline; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: instruments_sitting; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_abbreviation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_addendum; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_clientnote; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_cosignature; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_counselingnote; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_earlierwords; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_notaclient; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_noteformat; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_notepart; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_observation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_scribe; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_sessionnote; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_settingaside; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_sharedpart; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notes_signatureproof; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notices_contactchoice; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notices_notice; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: notices_noticeoutcome; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_packet; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_packetitem; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_packetrefusal; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_packetsignature; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_printedpapers; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_scannedpaper; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: packets_signinglink; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: people_accessreason; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: people_client; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: people_contact; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: people_teammembership; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: placement_externalresult; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: placement_holdrelease; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: placement_placement; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: placement_staydecision; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_goal; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_intervention; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_objective; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_plan; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_plancomment; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_planreview; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_plansignature; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: plans_problem; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: procrastinate_periodic_defers; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: procrastinate_workers; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_curriculumtopic; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_deadline; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_holiday; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_houserule; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_organisation; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_phase; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_program; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_room; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_rulenumber; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_sessiontype; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_site; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: program_track; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: progress_appointment; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: progress_discharge; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: progress_followup; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: progress_levelreview; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: progress_outreachattempt; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: publishing_article; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: publishing_articleversion; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: publishing_question; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: publishing_questionstep; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_credential; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_dutygrant; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_rolegrant; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_supervision; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_worker; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: staff_workinghours; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: tasks_caretask; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_absence; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_calendarplace; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_clientfeed; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_clienthours; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_closure; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_draftmove; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_dutyshift; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_groupmembership; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_groupsession; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_keptapart; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_leadingterms; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_notwith; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_planningstep; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_planningterms; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_publication; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_seat; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_sessionleader; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_sessionlink; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_stafffeed; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_substitution; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_therapygroup; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_therapygroup_phases; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_toldweek; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_toldworker; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_week; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_weekdraft; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: timetable_weekquestion; Type: TABLE DATA; Schema: public; Owner: -



-- Data for Name: usersessions_usersession; Type: TABLE DATA; Schema: public; Owner: -




SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);



SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_permission_id_seq', 804, true);



SELECT pg_catalog.setval('public.demo_told_id_seq', 1, false);



SELECT pg_catalog.setval('public.django_content_type_id_seq', 201, true);



SELECT pg_catalog.setval('public.django_migrations_id_seq', 172, true);



SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);



SELECT pg_catalog.setval('public.timetable_therapygroup_phases_id_seq', 1, false);



SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_account
    ADD CONSTRAINT accounts_account_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_account
    ADD CONSTRAINT accounts_account_username_key UNIQUE (username);



ALTER TABLE ONLY public.accounts_setuptoken
    ADD CONSTRAINT accounts_setuptoken_pkey PRIMARY KEY (digest);



ALTER TABLE ONLY public.admissions_assessmentvisit
    ADD CONSTRAINT admissions_assessmentvisit_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_capacitynotice
    ADD CONSTRAINT admissions_capacitynotice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_capacitytosign
    ADD CONSTRAINT admissions_capacitytosign_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodestage_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_number_key UNIQUE (number);



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_inquirystep
    ADD CONSTRAINT admissions_inquirystep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_interimplan
    ADD CONSTRAINT admissions_interimplan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_interimservice
    ADD CONSTRAINT admissions_interimservice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_medicalscreening
    ADD CONSTRAINT admissions_medicalscreening_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_message
    ADD CONSTRAINT admissions_message_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_obligation
    ADD CONSTRAINT admissions_obligation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_origin_key UNIQUE (origin);



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.admissions_waitlistentry
    ADD CONSTRAINT admissions_waitlistentry_number_key UNIQUE (number);



ALTER TABLE ONLY public.admissions_waitlistentry
    ADD CONSTRAINT admissions_waitlistentry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_addendum
    ADD CONSTRAINT assessments_addendum_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_supersedes_id_key UNIQUE (supersedes_id);



ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_assessment_id_key UNIQUE (assessment_id);



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_draft_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_one_draft_a_page UNIQUE (assessment_id, domain);



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_arrivalcode
    ADD CONSTRAINT attendance_arrivalcode_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendancemark_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendancemark_seat_id_key UNIQUE (seat_id);



ALTER TABLE ONLY public.attendance_forecastmeasure
    ADD CONSTRAINT attendance_forecastmeasure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_kiosk
    ADD CONSTRAINT attendance_kiosk_digest_key UNIQUE (digest);



ALTER TABLE ONLY public.attendance_kiosk
    ADD CONSTRAINT attendance_kiosk_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoffer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_forecastmeasure
    ADD CONSTRAINT attendance_measured_once_a_day UNIQUE (site_id, measured_on);



ALTER TABLE ONLY public.attendance_offlineentry
    ADD CONSTRAINT attendance_offlineentry_key_key UNIQUE (key);



ALTER TABLE ONLY public.attendance_offlineentry
    ADD CONSTRAINT attendance_offlineentry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_punch
    ADD CONSTRAINT attendance_punch_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_safetystep
    ADD CONSTRAINT attendance_safetystep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_sealingkey
    ADD CONSTRAINT attendance_sealingkey_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance_sealingkey
    ADD CONSTRAINT attendance_sealingkey_public_key UNIQUE (public);



ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (size);



ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_lane_has_no_twin UNIQUE (lane, lane_number);



ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_entry_id_key UNIQUE (entry_id);



ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_pkey PRIMARY KEY (number);



ALTER TABLE ONLY public.audit_waiting
    ADD CONSTRAINT audit_waiting_pkey PRIMARY KEY (entry_id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_approval
    ADD CONSTRAINT consents_approval_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_caseclosing
    ADD CONSTRAINT consents_caseclosing_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_consentrefusal
    ADD CONSTRAINT consents_consentrefusal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_delivery
    ADD CONSTRAINT consents_delivery_disclosure_id_key UNIQUE (disclosure_id);



ALTER TABLE ONLY public.consents_delivery
    ADD CONSTRAINT consents_delivery_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_disclosure
    ADD CONSTRAINT consents_disclosure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyrecord_disclosure_id_key UNIQUE (disclosure_id);



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyrecord_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_guardianship
    ADD CONSTRAINT consents_guardianship_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_instrumentverification
    ADD CONSTRAINT consents_instrumentverification_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediarylist_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediarylist_request_id_key UNIQUE (request_id);



ALTER TABLE ONLY public.consents_intermediarylistrequest
    ADD CONSTRAINT consents_intermediarylistrequest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_intermediarymember
    ADD CONSTRAINT consents_intermediarymember_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_legalinstrument
    ADD CONSTRAINT consents_legalinstrument_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalrelease_disclosure_id_key UNIQUE (disclosure_id);



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalrelease_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_legalrequest
    ADD CONSTRAINT consents_legalrequest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_minorconsentage
    ADD CONSTRAINT consents_minorconsentage_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_outsideparty
    ADD CONSTRAINT consents_outsideparty_name_key UNIQUE (name);



ALTER TABLE ONLY public.consents_outsideparty
    ADD CONSTRAINT consents_outsideparty_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_premisesincident
    ADD CONSTRAINT consents_premisesincident_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_qsoagreement
    ADD CONSTRAINT consents_qsoagreement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_restrictionanswer
    ADD CONSTRAINT consents_restrictionanswer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restrictionrequest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_revocation
    ADD CONSTRAINT consents_revocation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.consents_minorconsentage
    ADD CONSTRAINT consents_state_day_once UNIQUE (state, starts_on);



ALTER TABLE ONLY public.consents_instrumentverification
    ADD CONSTRAINT consents_verified_once_each UNIQUE (instrument_id, worker_id);



ALTER TABLE ONLY public.core_cache
    ADD CONSTRAINT core_cache_pkey PRIMARY KEY (cache_key);



ALTER TABLE ONLY public.core_draft
    ADD CONSTRAINT core_draft_once UNIQUE (account_id, place);



ALTER TABLE ONLY public.core_draft
    ADD CONSTRAINT core_draft_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.core_heartbeat
    ADD CONSTRAINT core_heartbeat_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.core_outboxitem
    ADD CONSTRAINT core_outboxitem_key_key UNIQUE (key);



ALTER TABLE ONLY public.core_outboxitem
    ADD CONSTRAINT core_outboxitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.core_submission
    ADD CONSTRAINT core_submission_pkey PRIMARY KEY (key);



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorization_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorized_once EXCLUDE USING gist (daterange(starts_on, last_on, '[]'::text) WITH &&, client_id WITH =, coverage_id WITH =, level_code WITH =) WHERE (((state)::text = ANY ((ARRAY['approved'::character varying, 'partial'::character varying])::text[])));



ALTER TABLE ONLY public.coverage_benefitscheck
    ADD CONSTRAINT coverage_benefitscheck_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_coverage
    ADD CONSTRAINT coverage_coverage_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_feedetermination
    ADD CONSTRAINT coverage_feedetermination_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_givenestimate
    ADD CONSTRAINT coverage_givenestimate_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_payernumber
    ADD CONSTRAINT coverage_number_once_a_day UNIQUE (payer_id, code, starts_on);



ALTER TABLE ONLY public.coverage_payer
    ADD CONSTRAINT coverage_payer_code_key UNIQUE (code);



ALTER TABLE ONLY public.coverage_payer
    ADD CONSTRAINT coverage_payer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.coverage_payernumber
    ADD CONSTRAINT coverage_payernumber_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handed_once UNIQUE (client_id, material_version_id);



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.curriculum_material
    ADD CONSTRAINT curriculum_material_once UNIQUE (topic_id, kind, language);



ALTER TABLE ONLY public.curriculum_material
    ADD CONSTRAINT curriculum_material_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_materialversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.curriculum_sessionmaterial
    ADD CONSTRAINT curriculum_sessionmaterial_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.curriculum_sessionmaterial
    ADD CONSTRAINT curriculum_used_once UNIQUE (session_id, material_version_id, how);



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_version_number_once UNIQUE (material_id, number);



ALTER TABLE ONLY public.demo_told
    ADD CONSTRAINT demo_told_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.demo_told
    ADD CONSTRAINT demo_told_program_id_key UNIQUE (program_id);



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffstep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_code_key UNIQUE (code);



ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.directory_serviceedit
    ADD CONSTRAINT directory_serviceedit_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_once UNIQUE (kind, subject_id, digest);



ALTER TABLE ONLY public.downtime_downtimepack
    ADD CONSTRAINT downtime_downtimepack_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.downtime_packfetch
    ADD CONSTRAINT downtime_packfetch_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.downtime_packkey
    ADD CONSTRAINT downtime_packkey_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_analyteresult_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drugtests_draw
    ADD CONSTRAINT drugtests_draw_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drawn_once UNIQUE (draw_id, client_id);



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drugtests_draw
    ADD CONSTRAINT drugtests_one_draw_a_day UNIQUE (pool_id, day);



ALTER TABLE ONLY public.drugtests_pool
    ADD CONSTRAINT drugtests_pool_code_key UNIQUE (code);



ALTER TABLE ONLY public.drugtests_pool
    ADD CONSTRAINT drugtests_pool_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_result_once UNIQUE (test_id, analyte, method);



ALTER TABLE ONLY public.instruments_checkin
    ADD CONSTRAINT instruments_checkin_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.instruments_invitation
    ADD CONSTRAINT instruments_invitation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.instruments_invitation
    ADD CONSTRAINT instruments_invited_once UNIQUE (client_id, instrument, occasion);



ALTER TABLE ONLY public.instruments_licensedtext
    ADD CONSTRAINT instruments_licensedtext_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.instruments_response
    ADD CONSTRAINT instruments_response_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.instruments_scheduleline
    ADD CONSTRAINT instruments_scheduleline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.instruments_sitting
    ADD CONSTRAINT instruments_sitting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_abbreviation
    ADD CONSTRAINT notes_abbreviation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_addendum
    ADD CONSTRAINT notes_addendum_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_answered_once UNIQUE (note_id, word_digest);



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_note_id_key UNIQUE (note_id);



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_counselingnote
    ADD CONSTRAINT notes_counselingnote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_earlierwords
    ADD CONSTRAINT notes_earlierwords_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_notaclient_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_noteformat
    ADD CONSTRAINT notes_noteformat_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_notepart_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_observation
    ADD CONSTRAINT notes_observation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_one_proof_a_meaning UNIQUE (note_id, meaning);



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_part_once_a_writer UNIQUE (note_id, part, worker_id);



ALTER TABLE ONLY public.notes_scribe
    ADD CONSTRAINT notes_scribe_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_sessionnote
    ADD CONSTRAINT notes_sessionnote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_sessionnote
    ADD CONSTRAINT notes_sessionnote_session_id_key UNIQUE (session_id);



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_sharedpart
    ADD CONSTRAINT notes_shared_once_a_writer UNIQUE (session_id, worker_id);



ALTER TABLE ONLY public.notes_sharedpart
    ADD CONSTRAINT notes_sharedpart_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notes_abbreviation
    ADD CONSTRAINT notes_short_form_once UNIQUE (worker_id, short);



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notices_contactchoice
    ADD CONSTRAINT notices_contactchoice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_disclosure_id_key UNIQUE (disclosure_id);



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_origin_key UNIQUE (origin);



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.notices_noticeoutcome
    ADD CONSTRAINT notices_noticeoutcome_notice_id_key UNIQUE (notice_id);



ALTER TABLE ONLY public.notices_noticeoutcome
    ADD CONSTRAINT notices_noticeoutcome_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_packetitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusal_item_id_key UNIQUE (item_id);



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_paper_once_a_round UNIQUE (packet_id, paper, round);



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_code_key UNIQUE (code);



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_signed_once_each UNIQUE (item_id, who);



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_token_digest_key UNIQUE (token_digest);



ALTER TABLE ONLY public.people_accessreason
    ADD CONSTRAINT people_accessreason_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_client
    ADD CONSTRAINT people_client_account_id_key UNIQUE (account_id);



ALTER TABLE ONLY public.people_client
    ADD CONSTRAINT people_client_chart_number_key UNIQUE (chart_number);



ALTER TABLE ONLY public.people_client
    ADD CONSTRAINT people_client_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_teammembership
    ADD CONSTRAINT people_teammembership_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placement_externalresult
    ADD CONSTRAINT placement_externalresult_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_hold_released_once UNIQUE (placement_id, code);



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_holdrelease_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placement_placement
    ADD CONSTRAINT placement_placement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placement_staydecision
    ADD CONSTRAINT placement_staydecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_intervention
    ADD CONSTRAINT plans_intervention_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_number_once UNIQUE (episode_id, number);



ALTER TABLE ONLY public.plans_objective
    ADD CONSTRAINT plans_objective_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_plansignature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_problem
    ADD CONSTRAINT plans_problem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_signed_once UNIQUE (plan_id, meaning);



ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);



ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_curriculumtopic
    ADD CONSTRAINT program_curriculumtopic_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_deadline
    ADD CONSTRAINT program_deadline_once UNIQUE (program_id, document, applies_to, starts_on);



ALTER TABLE ONLY public.program_deadline
    ADD CONSTRAINT program_deadline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_holiday
    ADD CONSTRAINT program_holiday_once UNIQUE (program_id, "on");



ALTER TABLE ONLY public.program_holiday
    ADD CONSTRAINT program_holiday_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_houserule
    ADD CONSTRAINT program_houserule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_rulenumber
    ADD CONSTRAINT program_number_once_a_day UNIQUE (program_id, code, starts_on);



ALTER TABLE ONLY public.program_organisation
    ADD CONSTRAINT program_organisation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_phase
    ADD CONSTRAINT program_phase_code_once UNIQUE (program_id, code);



ALTER TABLE ONLY public.program_phase
    ADD CONSTRAINT program_phase_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_phase
    ADD CONSTRAINT program_phase_position_once UNIQUE (program_id, "position");



ALTER TABLE ONLY public.program_program
    ADD CONSTRAINT program_program_code_key UNIQUE (code);



ALTER TABLE ONLY public.program_program
    ADD CONSTRAINT program_program_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_room
    ADD CONSTRAINT program_room_code_once UNIQUE (site_id, code);



ALTER TABLE ONLY public.program_room
    ADD CONSTRAINT program_room_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_houserule
    ADD CONSTRAINT program_rule_code_once UNIQUE (program_id, code);



ALTER TABLE ONLY public.program_rulenumber
    ADD CONSTRAINT program_rulenumber_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_sessiontype
    ADD CONSTRAINT program_sessiontype_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_site
    ADD CONSTRAINT program_site_code_key UNIQUE (code);



ALTER TABLE ONLY public.program_site
    ADD CONSTRAINT program_site_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_curriculumtopic
    ADD CONSTRAINT program_topic_code_once UNIQUE (program_id, code);



ALTER TABLE ONLY public.program_track
    ADD CONSTRAINT program_track_code_once UNIQUE (program_id, code);



ALTER TABLE ONLY public.program_track
    ADD CONSTRAINT program_track_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.program_sessiontype
    ADD CONSTRAINT program_type_code_once UNIQUE (program_id, code);



ALTER TABLE ONLY public.progress_appointment
    ADD CONSTRAINT progress_appointment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_episode_id_key UNIQUE (episode_id);



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_follow_up_once UNIQUE (episode_id, months);



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_followup_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachattempt_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_review_once UNIQUE (episode_id, week_of, opened_because);



ALTER TABLE ONLY public.publishing_article
    ADD CONSTRAINT publishing_article_once UNIQUE (code, language);



ALTER TABLE ONLY public.publishing_article
    ADD CONSTRAINT publishing_article_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_articleversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.publishing_question
    ADD CONSTRAINT publishing_question_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.publishing_questionstep
    ADD CONSTRAINT publishing_questionstep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_version_number_once UNIQUE (article_id, number);



ALTER TABLE ONLY public.staff_credential
    ADD CONSTRAINT staff_credential_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.staff_dutygrant
    ADD CONSTRAINT staff_dutygrant_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.staff_rolegrant
    ADD CONSTRAINT staff_rolegrant_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.staff_supervision
    ADD CONSTRAINT staff_supervision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.staff_worker
    ADD CONSTRAINT staff_worker_account_id_key UNIQUE (account_id);



ALTER TABLE ONLY public.staff_worker
    ADD CONSTRAINT staff_worker_code_key UNIQUE (code);



ALTER TABLE ONLY public.staff_worker
    ADD CONSTRAINT staff_worker_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.staff_workinghours
    ADD CONSTRAINT staff_workinghours_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_caretask_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_origin_once UNIQUE (origin);



ALTER TABLE ONLY public.timetable_absence
    ADD CONSTRAINT timetable_absence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_calendarplace
    ADD CONSTRAINT timetable_calendarplace_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_calendarplace
    ADD CONSTRAINT timetable_calendarplace_site_id_key UNIQUE (site_id);



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_client_is_free EXCLUDE USING gist (tstzrange(starts_at, ends_at, '[)'::text) WITH &&, client_id WITH =) WHERE ((released_at IS NULL));



ALTER TABLE ONLY public.timetable_clientfeed
    ADD CONSTRAINT timetable_clientfeed_digest_key UNIQUE (digest);



ALTER TABLE ONLY public.timetable_clientfeed
    ADD CONSTRAINT timetable_clientfeed_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_clienthours
    ADD CONSTRAINT timetable_clienthours_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_closure
    ADD CONSTRAINT timetable_closure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_draftmove_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_draftmove_undoes_id_key UNIQUE (undoes_id);



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_dutyshift_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_groupmembership
    ADD CONSTRAINT timetable_groupmembership_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_keptapart
    ADD CONSTRAINT timetable_keptapart_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_leader_once UNIQUE (session_id, worker_id);



ALTER TABLE ONLY public.timetable_leadingterms
    ADD CONSTRAINT timetable_leadingterms_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_move_once UNIQUE (draft_id, number);



ALTER TABLE ONLY public.timetable_notwith
    ADD CONSTRAINT timetable_notwith_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_on_duty_once EXCLUDE USING gist (tstzrange(starts_at, ends_at, '[)'::text) WITH &&, worker_id WITH =) WHERE ((removed_at IS NULL));



ALTER TABLE ONLY public.timetable_planningstep
    ADD CONSTRAINT timetable_planningstep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_planningterms
    ADD CONSTRAINT timetable_planningterms_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publication_draft_id_key UNIQUE (draft_id);



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publication_once UNIQUE (week_id, number);



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publication_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_room_is_free EXCLUDE USING gist (tstzrange(starts_at, ends_at, '[)'::text) WITH &&, room_id WITH =) WHERE (((cancelled_at IS NULL) AND (room_id IS NOT NULL)));



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_session_shape UNIQUE (id, starts_at, ends_at, capacity);



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_session_times UNIQUE (id, starts_at, ends_at);



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_sessionleader_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_sessionlink
    ADD CONSTRAINT timetable_sessionlink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_sessionlink
    ADD CONSTRAINT timetable_sessionlink_session_id_key UNIQUE (session_id);



ALTER TABLE ONLY public.timetable_stafffeed
    ADD CONSTRAINT timetable_stafffeed_digest_key UNIQUE (digest);



ALTER TABLE ONLY public.timetable_stafffeed
    ADD CONSTRAINT timetable_stafffeed_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_planningstep
    ADD CONSTRAINT timetable_step_once UNIQUE (draft_id, number);



ALTER TABLE ONLY public.timetable_substitution
    ADD CONSTRAINT timetable_substitution_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_code_key UNIQUE (code);



ALTER TABLE ONLY public.timetable_therapygroup_phases
    ADD CONSTRAINT timetable_therapygroup_p_therapygroup_id_phase_id_b976811d_uniq UNIQUE (therapygroup_id, phase_id);



ALTER TABLE ONLY public.timetable_therapygroup_phases
    ADD CONSTRAINT timetable_therapygroup_phases_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_toldweek
    ADD CONSTRAINT timetable_told_client_once UNIQUE (publication_id, client_id);



ALTER TABLE ONLY public.timetable_toldworker
    ADD CONSTRAINT timetable_told_worker_once UNIQUE (publication_id, worker_id);



ALTER TABLE ONLY public.timetable_toldweek
    ADD CONSTRAINT timetable_toldweek_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_toldworker
    ADD CONSTRAINT timetable_toldworker_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_week
    ADD CONSTRAINT timetable_week_once UNIQUE (program_id, site_id, starts_on);



ALTER TABLE ONLY public.timetable_week
    ADD CONSTRAINT timetable_week_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_weekdraft
    ADD CONSTRAINT timetable_weekdraft_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_weekquestion
    ADD CONSTRAINT timetable_weekquestion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_worker_is_free EXCLUDE USING gist (tstzrange(starts_at, ends_at, '[)'::text) WITH &&, worker_id WITH =) WHERE ((NOT is_released));



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);



CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);



CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);



CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);



CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);



CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);



CREATE INDEX accounts_account_username_b5f69a28_like ON public.accounts_account USING btree (username varchar_pattern_ops);



CREATE INDEX accounts_setuptoken_digest_082aa4a2_like ON public.accounts_setuptoken USING btree (digest varchar_pattern_ops);



CREATE INDEX admissions_assessmentvisit_client_id_5f095360 ON public.admissions_assessmentvisit USING btree (client_id);



CREATE INDEX admissions_assessmentvisit_inquiry_id_2646c745 ON public.admissions_assessmentvisit USING btree (inquiry_id);



CREATE INDEX admissions_assessmentvisit_site_id_91f53a4d ON public.admissions_assessmentvisit USING btree (site_id);



CREATE INDEX admissions_assessmentvisit_worker_id_8655b980 ON public.admissions_assessmentvisit USING btree (worker_id);



CREATE INDEX admissions_capacity_course ON public.admissions_capacitytosign USING btree (client_id, at);



CREATE INDEX admissions_capacitynotice_owner_id_60bbba75 ON public.admissions_capacitynotice USING btree (owner_id);



CREATE INDEX admissions_capacitynotice_program_id_bad511db ON public.admissions_capacitynotice USING btree (program_id);



CREATE INDEX admissions_capacitynotice_sent_by_id_9430688d ON public.admissions_capacitynotice USING btree (sent_by_id);



CREATE INDEX admissions_capacitynotice_site_id_23f3c980 ON public.admissions_capacitynotice USING btree (site_id);



CREATE INDEX admissions_capacitytosign_by_id_3884a121 ON public.admissions_capacitytosign USING btree (by_id);



CREATE INDEX admissions_capacitytosign_client_id_985a5de3 ON public.admissions_capacitytosign USING btree (client_id);



CREATE INDEX admissions_capacitytosign_site_id_9711c6b9 ON public.admissions_capacitytosign USING btree (site_id);



CREATE INDEX admissions_client_episodes ON public.admissions_episode USING btree (client_id, admitted_on);



CREATE INDEX admissions_episode_admitted_by_id_0ce7503f ON public.admissions_episode USING btree (admitted_by_id);



CREATE INDEX admissions_episode_client_id_18b1956f ON public.admissions_episode USING btree (client_id);



CREATE INDEX admissions_episode_inquiry_id_69fe5218 ON public.admissions_episode USING btree (inquiry_id);



CREATE INDEX admissions_episode_phase_id_929012b0 ON public.admissions_episode USING btree (phase_id);



CREATE INDEX admissions_episode_placement_id_d3e16f32 ON public.admissions_episode USING btree (placement_id);



CREATE INDEX admissions_episode_program_id_11223377 ON public.admissions_episode USING btree (program_id);



CREATE INDEX admissions_episode_site_id_f4844da5 ON public.admissions_episode USING btree (site_id);



CREATE INDEX admissions_episode_track_id_a6c5b673 ON public.admissions_episode USING btree (track_id);



CREATE INDEX admissions_episodestage_by_id_c0270ff2 ON public.admissions_episodestage USING btree (by_id);



CREATE INDEX admissions_episodestage_client_id_b99ea6b7 ON public.admissions_episodestage USING btree (client_id);



CREATE INDEX admissions_episodestage_episode_id_7e5c877c ON public.admissions_episodestage USING btree (episode_id);



CREATE INDEX admissions_episodestage_phase_id_af51d374 ON public.admissions_episodestage USING btree (phase_id);



CREATE INDEX admissions_episodestage_site_id_0ea278bb ON public.admissions_episodestage USING btree (site_id);



CREATE INDEX admissions_hold_client_id_22fddaac ON public.admissions_hold USING btree (client_id);



CREATE INDEX admissions_hold_inquiry_id_28da28c9 ON public.admissions_hold USING btree (inquiry_id);



CREATE INDEX admissions_hold_opened_by_id_cf0e0204 ON public.admissions_hold USING btree (opened_by_id);



CREATE INDEX admissions_hold_owner_id_852e2c54 ON public.admissions_hold USING btree (owner_id);



CREATE INDEX admissions_hold_released_by_id_f097ce36 ON public.admissions_hold USING btree (released_by_id);



CREATE INDEX admissions_hold_screening_id_f03ef400 ON public.admissions_hold USING btree (screening_id);



CREATE INDEX admissions_hold_site_id_df52ec28 ON public.admissions_hold USING btree (site_id);



CREATE INDEX admissions_inquiry_client_id_d1d080cc ON public.admissions_inquiry USING btree (client_id);



CREATE INDEX admissions_inquiry_number_7f0c24eb_like ON public.admissions_inquiry USING btree (number varchar_pattern_ops);



CREATE INDEX admissions_inquiry_payer_id_ce196118 ON public.admissions_inquiry USING btree (payer_id);



CREATE INDEX admissions_inquiry_program_id_5fb72d9d ON public.admissions_inquiry USING btree (program_id);



CREATE INDEX admissions_inquiry_site_id_f717ffd5 ON public.admissions_inquiry USING btree (site_id);



CREATE INDEX admissions_inquiry_taken_by_id_56a70c08 ON public.admissions_inquiry USING btree (taken_by_id);



CREATE INDEX admissions_inquiry_wanted_track_id_8554c04f ON public.admissions_inquiry USING btree (wanted_track_id);



CREATE INDEX admissions_inquirystep_by_id_01429458 ON public.admissions_inquirystep USING btree (by_id);



CREATE INDEX admissions_inquirystep_inquiry_id_4ce98a71 ON public.admissions_inquirystep USING btree (inquiry_id);



CREATE INDEX admissions_interim_plans ON public.admissions_interimplan USING btree (client_id, at);



CREATE INDEX admissions_interimplan_by_id_4547f235 ON public.admissions_interimplan USING btree (by_id);



CREATE INDEX admissions_interimplan_client_id_412bd94b ON public.admissions_interimplan USING btree (client_id);



CREATE INDEX admissions_interimplan_inquiry_id_95606529 ON public.admissions_interimplan USING btree (inquiry_id);



CREATE INDEX admissions_interimplan_site_id_58615c96 ON public.admissions_interimplan USING btree (site_id);



CREATE INDEX admissions_interimservice_by_id_96f58b2b ON public.admissions_interimservice USING btree (by_id);



CREATE INDEX admissions_interimservice_inquiry_id_ed67ac27 ON public.admissions_interimservice USING btree (inquiry_id);



CREATE INDEX admissions_medicalscreening_by_id_735b1257 ON public.admissions_medicalscreening USING btree (by_id);



CREATE INDEX admissions_medicalscreening_client_id_c26406c7 ON public.admissions_medicalscreening USING btree (client_id);



CREATE INDEX admissions_medicalscreening_inquiry_id_55a03aab ON public.admissions_medicalscreening USING btree (inquiry_id);



CREATE INDEX admissions_medicalscreening_site_id_804e6d57 ON public.admissions_medicalscreening USING btree (site_id);



CREATE INDEX admissions_message_handled_by_id_8c3e6f78 ON public.admissions_message USING btree (handled_by_id);



CREATE INDEX admissions_message_site_id_b05c473f ON public.admissions_message USING btree (site_id);



CREATE INDEX admissions_message_taken_by_id_c70372b7 ON public.admissions_message USING btree (taken_by_id);



CREATE INDEX admissions_obligation_inquiry_id_cb409b0c ON public.admissions_obligation USING btree (inquiry_id);



CREATE UNIQUE INDEX admissions_one_open_episode ON public.admissions_episode USING btree (client_id, program_id) WHERE (ended_at IS NULL);



CREATE UNIQUE INDEX admissions_one_open_hold ON public.admissions_hold USING btree (client_id, kind) WHERE (released_at IS NULL);



CREATE UNIQUE INDEX admissions_one_open_notice ON public.admissions_capacitynotice USING btree (program_id, site_id) WHERE (over_at IS NULL);



CREATE UNIQUE INDEX admissions_one_open_wait ON public.admissions_waitlistentry USING btree (inquiry_id) WHERE (left_at IS NULL);



CREATE UNIQUE INDEX admissions_one_planned_visit ON public.admissions_assessmentvisit USING btree (inquiry_id) WHERE ((state)::text = 'planned'::text);



CREATE INDEX admissions_open_episodes ON public.admissions_episode USING btree (site_id) WHERE (ended_at IS NULL);



CREATE INDEX admissions_pipeline ON public.admissions_inquiry USING btree (site_id, state);



CREATE INDEX admissions_reminder_closed_by_id_68435f8d ON public.admissions_reminder USING btree (closed_by_id);



CREATE INDEX admissions_reminder_inquiry_id_4dbae130 ON public.admissions_reminder USING btree (inquiry_id);



CREATE INDEX admissions_reminder_origin_1fc42ff1_like ON public.admissions_reminder USING btree (origin varchar_pattern_ops);



CREATE INDEX admissions_reminder_owner_id_3a3d7682 ON public.admissions_reminder USING btree (owner_id);



CREATE INDEX admissions_reminder_site_id_afd4deec ON public.admissions_reminder USING btree (site_id);



CREATE INDEX admissions_reminders_open ON public.admissions_reminder USING btree (site_id, due_at) WHERE (closed_at IS NULL);



CREATE INDEX admissions_screening_course ON public.admissions_medicalscreening USING btree (client_id, at);



CREATE INDEX admissions_stages ON public.admissions_episodestage USING btree (episode_id, starts_at);



CREATE INDEX admissions_waitlistentry_inquiry_id_7b7bfe83 ON public.admissions_waitlistentry USING btree (inquiry_id);



CREATE INDEX admissions_waitlistentry_number_6056df0a_like ON public.admissions_waitlistentry USING btree (number varchar_pattern_ops);



CREATE INDEX assessments_addendum_assessment_id_c5b8668e ON public.assessments_addendum USING btree (assessment_id);



CREATE INDEX assessments_addendum_author_id_18abd8ce ON public.assessments_addendum USING btree (author_id);



CREATE INDEX assessments_addendum_client_id_a31d32fe ON public.assessments_addendum USING btree (client_id);



CREATE INDEX assessments_addendum_site_id_6b6de45c ON public.assessments_addendum USING btree (site_id);



CREATE INDEX assessments_answer_assessment_id_bf63c452 ON public.assessments_answer USING btree (assessment_id);



CREATE INDEX assessments_answer_by_id_a745a5bd ON public.assessments_answer USING btree (by_id);



CREATE INDEX assessments_answer_client_id_82188f59 ON public.assessments_answer USING btree (client_id);



CREATE INDEX assessments_answer_site_id_41e6a793 ON public.assessments_answer USING btree (site_id);



CREATE INDEX assessments_answers ON public.assessments_answer USING btree (client_id, question);



CREATE INDEX assessments_assessment_client_id_4fb084bb ON public.assessments_assessment USING btree (client_id);



CREATE INDEX assessments_assessment_signed_by_id_b735dc0b ON public.assessments_assessment USING btree (signed_by_id);



CREATE INDEX assessments_assessment_site_id_7446bb67 ON public.assessments_assessment USING btree (site_id);



CREATE INDEX assessments_assessment_started_by_id_4541dcb5 ON public.assessments_assessment USING btree (started_by_id);



CREATE INDEX assessments_client ON public.assessments_assessment USING btree (client_id, started_at);



CREATE INDEX assessments_cosignature_author_id_625eaf07 ON public.assessments_cosignature USING btree (author_id);



CREATE INDEX assessments_cosignature_client_id_584861dd ON public.assessments_cosignature USING btree (client_id);



CREATE INDEX assessments_cosignature_site_id_40cdd76f ON public.assessments_cosignature USING btree (site_id);



CREATE INDEX assessments_cosignature_worker_id_d6870a41 ON public.assessments_cosignature USING btree (worker_id);



CREATE INDEX assessments_draft_assessment_id_ace63d16 ON public.assessments_draft USING btree (assessment_id);



CREATE INDEX assessments_draft_client_id_12be284d ON public.assessments_draft USING btree (client_id);



CREATE INDEX assessments_draft_saved_by_id_c61a13e0 ON public.assessments_draft USING btree (saved_by_id);



CREATE INDEX assessments_draft_site_id_c995ea46 ON public.assessments_draft USING btree (site_id);



CREATE UNIQUE INDEX assessments_one_open_for_a_client ON public.assessments_assessment USING btree (client_id) WHERE (signed_at IS NULL);



CREATE INDEX attendance_arrival_client_id_fd14c77c ON public.attendance_arrival USING btree (client_id);



CREATE INDEX attendance_arrival_kiosk_id_8562d80b ON public.attendance_arrival USING btree (kiosk_id);



CREATE INDEX attendance_arrival_seat_id_8856a69f ON public.attendance_arrival USING btree (seat_id);



CREATE INDEX attendance_arrival_seen_by_id_3402aef9 ON public.attendance_arrival USING btree (seen_by_id);



CREATE INDEX attendance_arrival_site_id_57aeb905 ON public.attendance_arrival USING btree (site_id);



CREATE INDEX attendance_arrivalcode_client_id_b1dda53c ON public.attendance_arrivalcode USING btree (client_id);



CREATE INDEX attendance_arrivalcode_made_by_id_997f3c46 ON public.attendance_arrivalcode USING btree (made_by_id);



CREATE INDEX attendance_arrivalcode_site_id_05684147 ON public.attendance_arrivalcode USING btree (site_id);



CREATE INDEX attendance_attendancemark_client_id_a9d7fda5 ON public.attendance_attendancemark USING btree (client_id);



CREATE INDEX attendance_attendancemark_entered_by_id_21734f06 ON public.attendance_attendancemark USING btree (entered_by_id);



CREATE INDEX attendance_attendancemark_episode_id_7be37be4 ON public.attendance_attendancemark USING btree (episode_id);



CREATE INDEX attendance_attendancemark_marked_by_id_2babfa94 ON public.attendance_attendancemark USING btree (marked_by_id);



CREATE INDEX attendance_attendancemark_session_id_2a411807 ON public.attendance_attendancemark USING btree (session_id);



CREATE INDEX attendance_attendancemark_site_id_e9867938 ON public.attendance_attendancemark USING btree (site_id);



CREATE INDEX attendance_client_day ON public.attendance_attendancemark USING btree (client_id, "on");



CREATE UNIQUE INDEX attendance_code_is_one_persons ON public.attendance_arrivalcode USING btree (digest) WHERE (ended_at IS NULL);



CREATE INDEX attendance_door_waits ON public.attendance_arrival USING btree (site_id, at) WHERE (((outcome)::text = ANY ((ARRAY['ask_counselor'::character varying, 'nothing_planned'::character varying])::text[])) AND (seen_at IS NULL));



CREATE INDEX attendance_forecastmeasure_site_id_4811f052 ON public.attendance_forecastmeasure USING btree (site_id);



CREATE INDEX attendance_kiosk_digest_4935e78c_like ON public.attendance_kiosk USING btree (digest varchar_pattern_ops);



CREATE INDEX attendance_kiosk_ended_by_id_fbc9db58 ON public.attendance_kiosk USING btree (ended_by_id);



CREATE INDEX attendance_kiosk_made_by_id_5fcc91e6 ON public.attendance_kiosk USING btree (made_by_id);



CREATE INDEX attendance_kiosk_site_id_b9571fa1 ON public.attendance_kiosk USING btree (site_id);



CREATE INDEX attendance_makeupoffer_answered_by_id_f67d2f51 ON public.attendance_makeupoffer USING btree (answered_by_id);



CREATE INDEX attendance_makeupoffer_client_id_60f65531 ON public.attendance_makeupoffer USING btree (client_id);



CREATE INDEX attendance_makeupoffer_episode_id_5561f287 ON public.attendance_makeupoffer USING btree (episode_id);



CREATE INDEX attendance_makeupoffer_makes_up_id_65fea2b1 ON public.attendance_makeupoffer USING btree (makes_up_id);



CREATE INDEX attendance_makeupoffer_notice_id_65be019e ON public.attendance_makeupoffer USING btree (notice_id);



CREATE INDEX attendance_makeupoffer_offered_by_id_07405459 ON public.attendance_makeupoffer USING btree (offered_by_id);



CREATE INDEX attendance_makeupoffer_seat_id_df4cd74b ON public.attendance_makeupoffer USING btree (seat_id);



CREATE INDEX attendance_makeupoffer_session_id_c59031ed ON public.attendance_makeupoffer USING btree (session_id);



CREATE INDEX attendance_makeupoffer_site_id_8a6320fc ON public.attendance_makeupoffer USING btree (site_id);



CREATE UNIQUE INDEX attendance_offered_once ON public.attendance_makeupoffer USING btree (client_id, session_id) WHERE (answered_at IS NULL);



CREATE INDEX attendance_offers ON public.attendance_makeupoffer USING btree (client_id, offered_at);



CREATE INDEX attendance_offline_waits ON public.attendance_offlineentry USING btree (account_id, received_at) WHERE (((outcome)::text = 'refused'::text) AND (settled_at IS NULL));



CREATE INDEX attendance_offlineentry_session_id_be7993e9 ON public.attendance_offlineentry USING btree (session_id);



CREATE INDEX attendance_offlineentry_worker_id_f0d46df1 ON public.attendance_offlineentry USING btree (worker_id);



CREATE UNIQUE INDEX attendance_one_code ON public.attendance_arrivalcode USING btree (client_id) WHERE (ended_at IS NULL);



CREATE UNIQUE INDEX attendance_one_open_punch ON public.attendance_punch USING btree (mark_id) WHERE (out_at IS NULL);



CREATE INDEX attendance_punch_client_id_f3a34548 ON public.attendance_punch USING btree (client_id);



CREATE INDEX attendance_punch_mark_id_9b2b4271 ON public.attendance_punch USING btree (mark_id);



CREATE INDEX attendance_punch_site_id_5311d9ce ON public.attendance_punch USING btree (site_id);



CREATE INDEX attendance_safety_steps ON public.attendance_safetystep USING btree (mark_id, at);



CREATE INDEX attendance_safetystep_by_id_9fbf17c4 ON public.attendance_safetystep USING btree (by_id);



CREATE INDEX attendance_safetystep_client_id_33e7976b ON public.attendance_safetystep USING btree (client_id);



CREATE INDEX attendance_safetystep_mark_id_c1b6a4a7 ON public.attendance_safetystep USING btree (mark_id);



CREATE INDEX attendance_safetystep_site_id_6f4cb274 ON public.attendance_safetystep USING btree (site_id);



CREATE INDEX attendance_sealingkey_public_5bab7ee6_like ON public.attendance_sealingkey USING btree (public varchar_pattern_ops);



CREATE INDEX attendance_session ON public.attendance_attendancemark USING btree (session_id);



CREATE INDEX attendance_site_day ON public.attendance_attendancemark USING btree (site_id, "on");



CREATE INDEX audit_entry_account ON public.audit_entry USING btree (account_id, at);



CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at);



CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);



CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);



CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);



CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);



CREATE INDEX consents_approval_entered_by_id_7e43b1eb ON public.consents_approval USING btree (entered_by_id);



CREATE INDEX consents_approval_party_id_c443b284 ON public.consents_approval USING btree (party_id);



CREATE INDEX consents_case_closed ON public.consents_caseclosing USING btree (client_id, counts_from);



CREATE INDEX consents_caseclosing_client_id_eae8906c ON public.consents_caseclosing USING btree (client_id);



CREATE INDEX consents_caseclosing_recorded_by_id_3e385e89 ON public.consents_caseclosing USING btree (recorded_by_id);



CREATE INDEX consents_caseclosing_site_id_72a18e4e ON public.consents_caseclosing USING btree (site_id);



CREATE INDEX consents_client_kind ON public.consents_consent USING btree (client_id, kind);



CREATE INDEX consents_consent_beside_id_e092eedf ON public.consents_consent USING btree (beside_id);



CREATE INDEX consents_consent_client_id_9d9b5acb ON public.consents_consent USING btree (client_id);



CREATE INDEX consents_consent_contact_id_9029d191 ON public.consents_consent USING btree (contact_id);



CREATE INDEX consents_consent_drafted_by_id_1c767372 ON public.consents_consent USING btree (drafted_by_id);



CREATE INDEX consents_consent_party_id_2951b2c0 ON public.consents_consent USING btree (party_id);



CREATE INDEX consents_consent_signer_contact_id_ae81dcf7 ON public.consents_consent USING btree (signer_contact_id);



CREATE INDEX consents_consent_site_id_ed4e8c19 ON public.consents_consent USING btree (site_id);



CREATE INDEX consents_consent_witnessed_by_id_e7c0f05f ON public.consents_consent USING btree (witnessed_by_id);



CREATE INDEX consents_consentrefusal_client_id_fa9487e5 ON public.consents_consentrefusal USING btree (client_id);



CREATE INDEX consents_consentrefusal_draft_id_6abb40bc ON public.consents_consentrefusal USING btree (draft_id);



CREATE INDEX consents_consentrefusal_recorded_by_id_13086886 ON public.consents_consentrefusal USING btree (recorded_by_id);



CREATE INDEX consents_consentrefusal_site_id_ea26110d ON public.consents_consentrefusal USING btree (site_id);



CREATE INDEX consents_delivery_client_id_c2957433 ON public.consents_delivery USING btree (client_id);



CREATE INDEX consents_delivery_site_id_2e0d0aa9 ON public.consents_delivery USING btree (site_id);



CREATE INDEX consents_disclosure_by_worker_id_6e42532b ON public.consents_disclosure USING btree (by_worker_id);



CREATE INDEX consents_disclosure_client_id_f4b67683 ON public.consents_disclosure USING btree (client_id);



CREATE INDEX consents_disclosure_site_id_51a9b2c2 ON public.consents_disclosure USING btree (site_id);



CREATE INDEX consents_emergencyrecord_client_id_655340bd ON public.consents_emergencyrecord USING btree (client_id);



CREATE INDEX consents_emergencyrecord_discloser_id_8878ff50 ON public.consents_emergencyrecord USING btree (discloser_id);



CREATE INDEX consents_emergencyrecord_site_id_eff3c9a3 ON public.consents_emergencyrecord USING btree (site_id);



CREATE INDEX consents_guardians ON public.consents_guardianship USING btree (client_id);



CREATE INDEX consents_guardianship_client_id_e4ba1fbf ON public.consents_guardianship USING btree (client_id);



CREATE INDEX consents_guardianship_contact_id_dbc5ea74 ON public.consents_guardianship USING btree (contact_id);



CREATE INDEX consents_guardianship_entered_by_id_5068f8fc ON public.consents_guardianship USING btree (entered_by_id);



CREATE INDEX consents_guardianship_site_id_41ee80ca ON public.consents_guardianship USING btree (site_id);



CREATE INDEX consents_instrumentverification_instrument_id_5510393d ON public.consents_instrumentverification USING btree (instrument_id);



CREATE INDEX consents_instrumentverification_site_id_fe933466 ON public.consents_instrumentverification USING btree (site_id);



CREATE INDEX consents_instrumentverification_worker_id_05458494 ON public.consents_instrumentverification USING btree (worker_id);



CREATE INDEX consents_intermediarylist_client_id_b35dba7d ON public.consents_intermediarylist USING btree (client_id);



CREATE INDEX consents_intermediarylist_entered_by_id_de0d31d3 ON public.consents_intermediarylist USING btree (entered_by_id);



CREATE INDEX consents_intermediarylist_site_id_dedd390e ON public.consents_intermediarylist USING btree (site_id);



CREATE INDEX consents_intermediarylistrequest_client_id_1bcb1908 ON public.consents_intermediarylistrequest USING btree (client_id);



CREATE INDEX consents_intermediarylistrequest_party_id_8f92f5c2 ON public.consents_intermediarylistrequest USING btree (party_id);



CREATE INDEX consents_intermediarylistrequest_site_id_2179a41c ON public.consents_intermediarylistrequest USING btree (site_id);



CREATE INDEX consents_intermediarylistrequest_taken_by_id_4667b1a6 ON public.consents_intermediarylistrequest USING btree (taken_by_id);



CREATE INDEX consents_intermediarymember_entered_by_id_8a01c22c ON public.consents_intermediarymember USING btree (entered_by_id);



CREATE INDEX consents_intermediarymember_intermediary_id_d2769ef8 ON public.consents_intermediarymember USING btree (intermediary_id);



CREATE INDEX consents_intermediarymember_member_id_61ad751e ON public.consents_intermediarymember USING btree (member_id);



CREATE INDEX consents_ledger ON public.consents_disclosure USING btree (client_id, at);



CREATE INDEX consents_legal_open ON public.consents_legalrequest USING btree (site_id, closed_at);



CREATE INDEX consents_legalinstrument_entered_by_id_2df04ac1 ON public.consents_legalinstrument USING btree (entered_by_id);



CREATE INDEX consents_legalinstrument_recipient_id_54fd0ebb ON public.consents_legalinstrument USING btree (recipient_id);



CREATE INDEX consents_legalinstrument_request_id_c9849e87 ON public.consents_legalinstrument USING btree (request_id);



CREATE INDEX consents_legalinstrument_site_id_abd8b390 ON public.consents_legalinstrument USING btree (site_id);



CREATE INDEX consents_legalrelease_proposed_by_id_52dbad8c ON public.consents_legalrelease USING btree (proposed_by_id);



CREATE INDEX consents_legalrelease_released_by_id_c40415af ON public.consents_legalrelease USING btree (released_by_id);



CREATE INDEX consents_legalrelease_request_id_015e7aec ON public.consents_legalrelease USING btree (request_id);



CREATE INDEX consents_legalrelease_site_id_183e036a ON public.consents_legalrelease USING btree (site_id);



CREATE INDEX consents_legalrequest_client_id_f303ceac ON public.consents_legalrequest USING btree (client_id);



CREATE INDEX consents_legalrequest_closed_by_id_e11340b1 ON public.consents_legalrequest USING btree (closed_by_id);



CREATE INDEX consents_legalrequest_received_by_id_4423f9c5 ON public.consents_legalrequest USING btree (received_by_id);



CREATE INDEX consents_legalrequest_site_id_394239fc ON public.consents_legalrequest USING btree (site_id);



CREATE UNIQUE INDEX consents_member_once ON public.consents_intermediarymember USING btree (intermediary_id, member_id) WHERE (ends_at IS NULL);



CREATE INDEX consents_outsideparty_name_2d36f226_like ON public.consents_outsideparty USING btree (name varchar_pattern_ops);



CREATE INDEX consents_outsideparty_verified_by_id_6ea1ed5a ON public.consents_outsideparty USING btree (verified_by_id);



CREATE INDEX consents_premisesincident_entered_by_id_2ec97edf ON public.consents_premisesincident USING btree (entered_by_id);



CREATE INDEX consents_premisesincident_site_id_a11b782c ON public.consents_premisesincident USING btree (site_id);



CREATE INDEX consents_qsoagreement_entered_by_id_7d9e107e ON public.consents_qsoagreement USING btree (entered_by_id);



CREATE INDEX consents_qsoagreement_party_id_29aa9140 ON public.consents_qsoagreement USING btree (party_id);



CREATE INDEX consents_restrictionanswer_by_id_c6fe9090 ON public.consents_restrictionanswer USING btree (by_id);



CREATE INDEX consents_restrictionanswer_client_id_6d804f1b ON public.consents_restrictionanswer USING btree (client_id);



CREATE INDEX consents_restrictionanswer_request_id_573957ac ON public.consents_restrictionanswer USING btree (request_id);



CREATE INDEX consents_restrictionanswer_site_id_e7128b7c ON public.consents_restrictionanswer USING btree (site_id);



CREATE INDEX consents_restrictionrequest_client_id_0efba1f1 ON public.consents_restrictionrequest USING btree (client_id);



CREATE INDEX consents_restrictionrequest_contact_id_03cd0b52 ON public.consents_restrictionrequest USING btree (contact_id);



CREATE INDEX consents_restrictionrequest_party_id_0f7e92ea ON public.consents_restrictionrequest USING btree (party_id);



CREATE INDEX consents_restrictionrequest_site_id_1b292128 ON public.consents_restrictionrequest USING btree (site_id);



CREATE INDEX consents_restrictionrequest_taken_by_id_7d9fe9c8 ON public.consents_restrictionrequest USING btree (taken_by_id);



CREATE INDEX consents_revocation_client_id_cf3d70b9 ON public.consents_revocation USING btree (client_id);



CREATE INDEX consents_revocation_consent_id_0d171244 ON public.consents_revocation USING btree (consent_id);



CREATE INDEX consents_revocation_site_id_d4beac65 ON public.consents_revocation USING btree (site_id);



CREATE INDEX consents_revocation_taken_by_id_2e923826 ON public.consents_revocation USING btree (taken_by_id);



CREATE INDEX consents_safetyflag_client_id_87f914b9 ON public.consents_safetyflag USING btree (client_id);



CREATE INDEX consents_safetyflag_contact_id_73f6af75 ON public.consents_safetyflag USING btree (contact_id);



CREATE INDEX consents_safetyflag_lifted_by_id_f63094f4 ON public.consents_safetyflag USING btree (lifted_by_id);



CREATE INDEX consents_safetyflag_party_id_5e183bdd ON public.consents_safetyflag USING btree (party_id);



CREATE INDEX consents_safetyflag_raised_by_id_a15dc72b ON public.consents_safetyflag USING btree (raised_by_id);



CREATE INDEX consents_safetyflag_site_id_c26b7782 ON public.consents_safetyflag USING btree (site_id);



CREATE INDEX core_cache_expires ON public.core_cache USING btree (expires);



CREATE INDEX core_draft_saved_at ON public.core_draft USING btree (saved_at);



CREATE INDEX core_heartbeat_name_217715ae_like ON public.core_heartbeat USING btree (name varchar_pattern_ops);



CREATE INDEX core_outbox_waiting ON public.core_outboxitem USING btree (due_at) WHERE ((state)::text = 'waiting'::text);



CREATE INDEX core_outboxitem_key_ee59e56f_like ON public.core_outboxitem USING btree (key varchar_pattern_ops);



CREATE INDEX core_submission_at ON public.core_submission USING btree (at);



CREATE INDEX core_submission_key_42056f09_like ON public.core_submission USING btree (key varchar_pattern_ops);



CREATE INDEX coverage_authorization_answered_by_id_35fd1f14 ON public.coverage_authorization USING btree (answered_by_id);



CREATE INDEX coverage_authorization_asked_by_id_c30120b4 ON public.coverage_authorization USING btree (asked_by_id);



CREATE INDEX coverage_authorization_client_id_30e7a938 ON public.coverage_authorization USING btree (client_id);



CREATE INDEX coverage_authorization_coverage_id_06452d79 ON public.coverage_authorization USING btree (coverage_id);



CREATE INDEX coverage_authorization_ended_by_id_7addf662 ON public.coverage_authorization USING btree (ended_by_id);



CREATE INDEX coverage_authorization_follows_id_b31d1514 ON public.coverage_authorization USING btree (follows_id);



CREATE INDEX coverage_authorization_site_id_66406314 ON public.coverage_authorization USING btree (site_id);



CREATE INDEX coverage_authorizations ON public.coverage_authorization USING btree (client_id, last_on);



CREATE INDEX coverage_benefitscheck_by_id_e55bf409 ON public.coverage_benefitscheck USING btree (by_id);



CREATE INDEX coverage_benefitscheck_client_id_00b82424 ON public.coverage_benefitscheck USING btree (client_id);



CREATE INDEX coverage_benefitscheck_coverage_id_4213ae97 ON public.coverage_benefitscheck USING btree (coverage_id);



CREATE INDEX coverage_benefitscheck_site_id_c8b489a3 ON public.coverage_benefitscheck USING btree (site_id);



CREATE INDEX coverage_coverage_client_id_3409429d ON public.coverage_coverage USING btree (client_id);



CREATE INDEX coverage_coverage_payer_id_49a91339 ON public.coverage_coverage USING btree (payer_id);



CREATE INDEX coverage_coverage_site_id_55e57e67 ON public.coverage_coverage USING btree (site_id);



CREATE INDEX coverage_coverage_verified_by_id_d8e51783 ON public.coverage_coverage USING btree (verified_by_id);



CREATE INDEX coverage_estimates ON public.coverage_givenestimate USING btree (client_id, at);



CREATE INDEX coverage_feedetermination_by_id_0da7ebd3 ON public.coverage_feedetermination USING btree (by_id);



CREATE INDEX coverage_feedetermination_client_id_f4fe060d ON public.coverage_feedetermination USING btree (client_id);



CREATE INDEX coverage_feedetermination_site_id_b9134986 ON public.coverage_feedetermination USING btree (site_id);



CREATE INDEX coverage_fees ON public.coverage_feedetermination USING btree (client_id, at);



CREATE INDEX coverage_givenestimate_by_id_c39a1955 ON public.coverage_givenestimate USING btree (by_id);



CREATE INDEX coverage_givenestimate_client_id_0a7934b7 ON public.coverage_givenestimate USING btree (client_id);



CREATE INDEX coverage_givenestimate_site_id_f427a64a ON public.coverage_givenestimate USING btree (site_id);



CREATE INDEX coverage_payer_code_b713faa9_like ON public.coverage_payer USING btree (code varchar_pattern_ops);



CREATE INDEX coverage_payernumber_payer_id_b3165ec9 ON public.coverage_payernumber USING btree (payer_id);



CREATE INDEX curriculum_handed_session ON public.curriculum_handedout USING btree (session_id);



CREATE INDEX curriculum_handedout_client_id_6d6f3710 ON public.curriculum_handedout USING btree (client_id);



CREATE INDEX curriculum_handedout_handed_by_id_cf3b7343 ON public.curriculum_handedout USING btree (handed_by_id);



CREATE INDEX curriculum_handedout_material_version_id_6d1ca987 ON public.curriculum_handedout USING btree (material_version_id);



CREATE INDEX curriculum_handedout_session_id_29cc6d7d ON public.curriculum_handedout USING btree (session_id);



CREATE INDEX curriculum_handedout_site_id_4d9b88d4 ON public.curriculum_handedout USING btree (site_id);



CREATE INDEX curriculum_material_follows_id_803fb870 ON public.curriculum_material USING btree (follows_id);



CREATE INDEX curriculum_material_topic_id_2edd44b5 ON public.curriculum_material USING btree (topic_id);



CREATE INDEX curriculum_materialversion_made_by_id_7024822d ON public.curriculum_materialversion USING btree (made_by_id);



CREATE INDEX curriculum_materialversion_material_id_e311c5a5 ON public.curriculum_materialversion USING btree (material_id);



CREATE INDEX curriculum_materialversion_published_by_id_3b39e667 ON public.curriculum_materialversion USING btree (published_by_id);



CREATE INDEX curriculum_materialversion_restored_from_id_ea044de2 ON public.curriculum_materialversion USING btree (restored_from_id);



CREATE UNIQUE INDEX curriculum_one_draft ON public.curriculum_materialversion USING btree (material_id) WHERE (published_at IS NULL);



CREATE INDEX curriculum_sessionmaterial_material_version_id_0168b545 ON public.curriculum_sessionmaterial USING btree (material_version_id);



CREATE INDEX curriculum_sessionmaterial_session_id_007d693a ON public.curriculum_sessionmaterial USING btree (session_id);



CREATE INDEX curriculum_sessionmaterial_used_by_id_a7fb7041 ON public.curriculum_sessionmaterial USING btree (used_by_id);



CREATE INDEX directory_client_referrals ON public.directory_referral USING btree (client_id, opened_at);



CREATE INDEX directory_edits ON public.directory_serviceedit USING btree (service_id, at);



CREATE INDEX directory_handoffstep_by_id_11f0b920 ON public.directory_handoffstep USING btree (by_id);



CREATE INDEX directory_handoffstep_client_id_da8907ec ON public.directory_handoffstep USING btree (client_id);



CREATE INDEX directory_handoffstep_disclosure_id_6b8bcced ON public.directory_handoffstep USING btree (disclosure_id);



CREATE INDEX directory_handoffstep_referral_id_2168a99f ON public.directory_handoffstep USING btree (referral_id);



CREATE INDEX directory_handoffstep_service_id_be341bed ON public.directory_handoffstep USING btree (service_id);



CREATE INDEX directory_handoffstep_site_id_c301e0f7 ON public.directory_handoffstep USING btree (site_id);



CREATE UNIQUE INDEX directory_one_open_referral_a_kind ON public.directory_referral USING btree (client_id, kind) WHERE (closed_at IS NULL);



CREATE INDEX directory_open_referrals ON public.directory_referral USING btree (site_id, due_at) WHERE (closed_at IS NULL);



CREATE INDEX directory_referral_client_id_dc362edb ON public.directory_referral USING btree (client_id);



CREATE INDEX directory_referral_closed_by_id_5bd9e70e ON public.directory_referral USING btree (closed_by_id);



CREATE INDEX directory_referral_opened_by_id_561e2ce0 ON public.directory_referral USING btree (opened_by_id);



CREATE INDEX directory_referral_owner_id_05b99c39 ON public.directory_referral USING btree (owner_id);



CREATE INDEX directory_referral_service_id_2a0d6fbb ON public.directory_referral USING btree (service_id);



CREATE INDEX directory_referral_site_id_d735171a ON public.directory_referral USING btree (site_id);



CREATE INDEX directory_service_code_b3b84d47_like ON public.directory_service USING btree (code varchar_pattern_ops);



CREATE INDEX directory_service_listed ON public.directory_service USING btree (retired_at, name);



CREATE INDEX directory_service_verified_by_id_dd77164b ON public.directory_service USING btree (verified_by_id);



CREATE INDEX directory_serviceedit_by_id_5023c847 ON public.directory_serviceedit USING btree (by_id);



CREATE INDEX directory_serviceedit_service_id_35124368 ON public.directory_serviceedit USING btree (service_id);



CREATE INDEX directory_steps ON public.directory_handoffstep USING btree (referral_id, at);



CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);



CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);



CREATE INDEX documents_code ON public.documents_document USING btree (code_digest) WHERE (NOT ((code_digest)::text = ''::text));



CREATE INDEX documents_document_author_id_6440570b ON public.documents_document USING btree (author_id);



CREATE INDEX documents_document_client_id_897ec5e1 ON public.documents_document USING btree (client_id);



CREATE INDEX documents_document_made_by_id_7ff42558 ON public.documents_document USING btree (made_by_id);



CREATE INDEX documents_document_site_id_426ba4f8 ON public.documents_document USING btree (site_id);



CREATE INDEX downtime_downtimepack_key_id_bc078cd3 ON public.downtime_downtimepack USING btree (key_id);



CREATE INDEX downtime_downtimepack_made_by_id_8c9660a9 ON public.downtime_downtimepack USING btree (made_by_id);



CREATE INDEX downtime_downtimepack_site_id_5bb2deed ON public.downtime_downtimepack USING btree (site_id);



CREATE UNIQUE INDEX downtime_one_key_a_site ON public.downtime_packkey USING btree (site_id) WHERE (ended_at IS NULL);



CREATE INDEX downtime_packfetch_pack_id_5282f65e ON public.downtime_packfetch USING btree (pack_id);



CREATE INDEX downtime_packfetch_worker_id_3f1c0663 ON public.downtime_packfetch USING btree (worker_id);



CREATE INDEX downtime_packkey_set_by_id_2cb62630 ON public.downtime_packkey USING btree (set_by_id);



CREATE INDEX downtime_packkey_site_id_05f50ec0 ON public.downtime_packkey USING btree (site_id);



CREATE INDEX downtime_paperentry_author_id_1d00f5c9 ON public.downtime_paperentry USING btree (author_id);



CREATE INDEX downtime_paperentry_client_id_7682a600 ON public.downtime_paperentry USING btree (client_id);



CREATE INDEX downtime_paperentry_keyed_by_id_18fdb0ca ON public.downtime_paperentry USING btree (keyed_by_id);



CREATE INDEX downtime_paperentry_session_id_e1ca744b ON public.downtime_paperentry USING btree (session_id);



CREATE INDEX downtime_paperentry_site_id_65f4562e ON public.downtime_paperentry USING btree (site_id);



CREATE INDEX downtime_site_day ON public.downtime_downtimepack USING btree (site_id, "on");



CREATE INDEX downtime_waiting ON public.downtime_paperentry USING btree (author_id, keyed_at) WHERE (taken_at IS NULL);



CREATE INDEX drugtests_analyteresult_client_id_06197d7e ON public.drugtests_analyteresult USING btree (client_id);



CREATE INDEX drugtests_analyteresult_entered_by_id_84bdc919 ON public.drugtests_analyteresult USING btree (entered_by_id);



CREATE INDEX drugtests_analyteresult_site_id_5e0a838a ON public.drugtests_analyteresult USING btree (site_id);



CREATE INDEX drugtests_analyteresult_test_id_f4e04579 ON public.drugtests_analyteresult USING btree (test_id);



CREATE INDEX drugtests_client ON public.drugtests_drugtest USING btree (client_id, ordered_at);



CREATE INDEX drugtests_draw_pool_id_5a97c841 ON public.drugtests_draw USING btree (pool_id);



CREATE INDEX drugtests_drugtest_client_id_9468db70 ON public.drugtests_drugtest USING btree (client_id);



CREATE INDEX drugtests_drugtest_collected_by_id_7dd53cb1 ON public.drugtests_drugtest USING btree (collected_by_id);



CREATE INDEX drugtests_drugtest_discussed_by_id_1fce53a1 ON public.drugtests_drugtest USING btree (discussed_by_id);



CREATE INDEX drugtests_drugtest_draw_id_34a19c00 ON public.drugtests_drugtest USING btree (draw_id);



CREATE INDEX drugtests_drugtest_ended_by_id_36a1cd2d ON public.drugtests_drugtest USING btree (ended_by_id);



CREATE INDEX drugtests_drugtest_episode_id_48f73e08 ON public.drugtests_drugtest USING btree (episode_id);



CREATE INDEX drugtests_drugtest_ordered_by_id_e2e69901 ON public.drugtests_drugtest USING btree (ordered_by_id);



CREATE INDEX drugtests_drugtest_reviewed_by_id_5702d543 ON public.drugtests_drugtest USING btree (reviewed_by_id);



CREATE INDEX drugtests_drugtest_seconded_by_id_7a51507e ON public.drugtests_drugtest USING btree (seconded_by_id);



CREATE INDEX drugtests_drugtest_site_id_0a15cfd4 ON public.drugtests_drugtest USING btree (site_id);



CREATE INDEX drugtests_of_draw ON public.drugtests_drugtest USING btree (draw_id);



CREATE INDEX drugtests_pool_code_2ada5696_like ON public.drugtests_pool USING btree (code varchar_pattern_ops);



CREATE INDEX drugtests_pool_program_id_c56ac573 ON public.drugtests_pool USING btree (program_id);



CREATE INDEX drugtests_pool_site_id_d6669245 ON public.drugtests_pool USING btree (site_id);



CREATE INDEX drugtests_site_state ON public.drugtests_drugtest USING btree (site_id, state);



CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));



CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);



CREATE INDEX instruments_check_in ON public.instruments_checkin USING btree (client_id, at);



CREATE INDEX instruments_checkin_client_id_e57c6ab6 ON public.instruments_checkin USING btree (client_id);



CREATE INDEX instruments_checkin_site_id_8e3e21eb ON public.instruments_checkin USING btree (site_id);



CREATE INDEX instruments_invitation_client_id_d8b853c4 ON public.instruments_invitation USING btree (client_id);



CREATE INDEX instruments_invitation_site_id_50dceb44 ON public.instruments_invitation USING btree (site_id);



CREATE INDEX instruments_licensed_text ON public.instruments_licensedtext USING btree (instrument, language, loaded_at DESC);



CREATE UNIQUE INDEX instruments_one_open_sitting ON public.instruments_sitting USING btree (client_id, instrument, way) WHERE (ended_at IS NULL);



CREATE INDEX instruments_response_client_id_a5e79451 ON public.instruments_response USING btree (client_id);



CREATE INDEX instruments_response_course ON public.instruments_response USING btree (client_id, instrument, answered_at);



CREATE INDEX instruments_response_site_id_56d0d940 ON public.instruments_response USING btree (site_id);



CREATE INDEX instruments_response_taken_by_id_41927dc1 ON public.instruments_response USING btree (taken_by_id);



CREATE INDEX instruments_schedule_lines ON public.instruments_scheduleline USING btree (program_id, starts_on);



CREATE INDEX instruments_scheduleline_phase_id_ba2deac8 ON public.instruments_scheduleline USING btree (phase_id);



CREATE INDEX instruments_scheduleline_program_id_64d9ce77 ON public.instruments_scheduleline USING btree (program_id);



CREATE INDEX instruments_scheduleline_set_by_id_502f3f1d ON public.instruments_scheduleline USING btree (set_by_id);



CREATE INDEX instruments_sitting_client_id_c0847f15 ON public.instruments_sitting USING btree (client_id);



CREATE INDEX instruments_sitting_site_id_fa71a02c ON public.instruments_sitting USING btree (site_id);



CREATE INDEX instruments_sitting_taken_by_id_282c4304 ON public.instruments_sitting USING btree (taken_by_id);



CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);



CREATE INDEX notes_abbreviation_worker_id_a8d6c106 ON public.notes_abbreviation USING btree (worker_id);



CREATE INDEX notes_addendum_author_id_329f3f2b ON public.notes_addendum USING btree (author_id);



CREATE INDEX notes_addendum_client_id_e67fa3ba ON public.notes_addendum USING btree (client_id);



CREATE INDEX notes_addendum_note_id_b34abb77 ON public.notes_addendum USING btree (note_id);



CREATE INDEX notes_addendum_site_id_bc58e1d1 ON public.notes_addendum USING btree (site_id);



CREATE INDEX notes_aside ON public.notes_settingaside USING btree (note_id, at);



CREATE INDEX notes_client_day ON public.notes_clientnote USING btree (client_id, "on");



CREATE INDEX notes_clientnote_author_id_ccab446f ON public.notes_clientnote USING btree (author_id);



CREATE INDEX notes_clientnote_client_id_e8e13b4d ON public.notes_clientnote USING btree (client_id);



CREATE INDEX notes_clientnote_episode_id_cfc6b95f ON public.notes_clientnote USING btree (episode_id);



CREATE INDEX notes_clientnote_objective_id_bb6e71d8 ON public.notes_clientnote USING btree (objective_id);



CREATE INDEX notes_clientnote_session_id_d4a1d0c6 ON public.notes_clientnote USING btree (session_id);



CREATE INDEX notes_clientnote_signed_by_id_39d7f594 ON public.notes_clientnote USING btree (signed_by_id);



CREATE INDEX notes_clientnote_site_id_3e11ca84 ON public.notes_clientnote USING btree (site_id);



CREATE INDEX notes_cosignature_author_id_a188029f ON public.notes_cosignature USING btree (author_id);



CREATE INDEX notes_cosignature_client_id_eef15c9d ON public.notes_cosignature USING btree (client_id);



CREATE INDEX notes_cosignature_site_id_e202ae64 ON public.notes_cosignature USING btree (site_id);



CREATE INDEX notes_cosignature_worker_id_b49fa836 ON public.notes_cosignature USING btree (worker_id);



CREATE INDEX notes_counselingnote_author_id_62baeee1 ON public.notes_counselingnote USING btree (author_id);



CREATE INDEX notes_counselingnote_client_id_c3358f18 ON public.notes_counselingnote USING btree (client_id);



CREATE INDEX notes_counselingnote_session_id_7f8cf4ee ON public.notes_counselingnote USING btree (session_id);



CREATE INDEX notes_counselingnote_site_id_05d7dd34 ON public.notes_counselingnote USING btree (site_id);



CREATE INDEX notes_earlier_words ON public.notes_earlierwords USING btree (note_id, kept_at);



CREATE INDEX notes_earlierwords_author_id_0a6db586 ON public.notes_earlierwords USING btree (author_id);



CREATE INDEX notes_earlierwords_client_id_21735735 ON public.notes_earlierwords USING btree (client_id);



CREATE INDEX notes_earlierwords_note_id_35765567 ON public.notes_earlierwords USING btree (note_id);



CREATE INDEX notes_earlierwords_site_id_a0b929c2 ON public.notes_earlierwords USING btree (site_id);



CREATE INDEX notes_formats ON public.notes_noteformat USING btree (program_id, starts_on);



CREATE INDEX notes_notaclient_author_id_bc9cf0d6 ON public.notes_notaclient USING btree (author_id);



CREATE INDEX notes_notaclient_client_id_dfe6f04a ON public.notes_notaclient USING btree (client_id);



CREATE INDEX notes_notaclient_note_id_f482546f ON public.notes_notaclient USING btree (note_id);



CREATE INDEX notes_notaclient_site_id_53c1da9b ON public.notes_notaclient USING btree (site_id);



CREATE INDEX notes_noteformat_program_id_d9f58dbc ON public.notes_noteformat USING btree (program_id);



CREATE INDEX notes_noteformat_set_by_id_ff61e294 ON public.notes_noteformat USING btree (set_by_id);



CREATE INDEX notes_notepart_client_id_79e5a186 ON public.notes_notepart USING btree (client_id);



CREATE INDEX notes_notepart_note_id_dbfca02e ON public.notes_notepart USING btree (note_id);



CREATE INDEX notes_notepart_site_id_5b9e2ec3 ON public.notes_notepart USING btree (site_id);



CREATE INDEX notes_notepart_worker_id_63d8de1b ON public.notes_notepart USING btree (worker_id);



CREATE INDEX notes_observation_author_id_f4b2474f ON public.notes_observation USING btree (author_id);



CREATE INDEX notes_observation_client_id_1812df8d ON public.notes_observation USING btree (client_id);



CREATE INDEX notes_observation_session_id_6c62d667 ON public.notes_observation USING btree (session_id);



CREATE INDEX notes_observation_site_id_85b615ac ON public.notes_observation USING btree (site_id);



CREATE INDEX notes_observed ON public.notes_observation USING btree (client_id, at);



CREATE UNIQUE INDEX notes_one_per_client_session ON public.notes_clientnote USING btree (session_id, client_id) WHERE (set_aside_at IS NULL);



CREATE INDEX notes_own_notes ON public.notes_counselingnote USING btree (author_id, client_id, "on");



CREATE UNIQUE INDEX notes_scribe_once_a_session ON public.notes_scribe USING btree (session_id, worker_id) WHERE (ended_at IS NULL);



CREATE INDEX notes_scribe_session_id_c9ea0457 ON public.notes_scribe USING btree (session_id);



CREATE INDEX notes_scribe_worker_id_f64f91ce ON public.notes_scribe USING btree (worker_id);



CREATE INDEX notes_scribe_writes_for_id_900cb4a0 ON public.notes_scribe USING btree (writes_for_id);



CREATE INDEX notes_sessionnote_author_id_08a850bc ON public.notes_sessionnote USING btree (author_id);



CREATE INDEX notes_settingaside_author_id_2e22794c ON public.notes_settingaside USING btree (author_id);



CREATE INDEX notes_settingaside_client_id_3ac1f406 ON public.notes_settingaside USING btree (client_id);



CREATE INDEX notes_settingaside_note_id_ad0c3c2f ON public.notes_settingaside USING btree (note_id);



CREATE INDEX notes_settingaside_site_id_4df74bbf ON public.notes_settingaside USING btree (site_id);



CREATE INDEX notes_settingaside_worker_id_42731136 ON public.notes_settingaside USING btree (worker_id);



CREATE INDEX notes_sharedpart_session_id_944edf87 ON public.notes_sharedpart USING btree (session_id);



CREATE INDEX notes_sharedpart_worker_id_e6fe9415 ON public.notes_sharedpart USING btree (worker_id);



CREATE INDEX notes_signatureproof_author_id_6fcae8aa ON public.notes_signatureproof USING btree (author_id);



CREATE INDEX notes_signatureproof_client_id_d729a3d8 ON public.notes_signatureproof USING btree (client_id);



CREATE INDEX notes_signatureproof_held_id_b76f4099 ON public.notes_signatureproof USING btree (held_id);



CREATE INDEX notes_signatureproof_note_id_ae1c94d9 ON public.notes_signatureproof USING btree (note_id);



CREATE INDEX notes_signatureproof_site_id_56115ab6 ON public.notes_signatureproof USING btree (site_id);



CREATE INDEX notes_signatureproof_worker_id_f9038741 ON public.notes_signatureproof USING btree (worker_id);



CREATE INDEX notes_unsigned ON public.notes_clientnote USING btree (author_id, due_at) WHERE (signed_at IS NULL);



CREATE INDEX notices_choice ON public.notices_contactchoice USING btree (client_id, channel, said_at);



CREATE INDEX notices_contactchoice_client_id_7a56311f ON public.notices_contactchoice USING btree (client_id);



CREATE INDEX notices_contactchoice_contact_id_6e7a5d5d ON public.notices_contactchoice USING btree (contact_id);



CREATE INDEX notices_contactchoice_said_to_id_4b32f53b ON public.notices_contactchoice USING btree (said_to_id);



CREATE INDEX notices_contactchoice_site_id_973785df ON public.notices_contactchoice USING btree (site_id);



CREATE INDEX notices_notice_client_id_1b0d0b69 ON public.notices_notice USING btree (client_id);



CREATE INDEX notices_notice_contact_id_f8667e1e ON public.notices_notice USING btree (contact_id);



CREATE INDEX notices_notice_origin_613b096b_like ON public.notices_notice USING btree (origin varchar_pattern_ops);



CREATE INDEX notices_notice_queued_by_id_5feee214 ON public.notices_notice USING btree (queued_by_id);



CREATE INDEX notices_notice_site_id_19ddcdca ON public.notices_notice USING btree (site_id);



CREATE INDEX notices_noticeoutcome_client_id_274b907a ON public.notices_noticeoutcome USING btree (client_id);



CREATE INDEX notices_noticeoutcome_site_id_cafc8b06 ON public.notices_noticeoutcome USING btree (site_id);



CREATE INDEX notices_of_client ON public.notices_notice USING btree (client_id, queued_at);



CREATE INDEX packets_item_client ON public.packets_packetitem USING btree (client_id);



CREATE UNIQUE INDEX packets_one_open ON public.packets_packet USING btree (client_id) WHERE (closed_at IS NULL);



CREATE INDEX packets_packet_client_id_61b6a99c ON public.packets_packet USING btree (client_id);



CREATE INDEX packets_packet_guardian_id_5a0015e6 ON public.packets_packet USING btree (guardian_id);



CREATE INDEX packets_packet_guardianship_id_377a722e ON public.packets_packet USING btree (guardianship_id);



CREATE INDEX packets_packet_opened_by_id_be18d718 ON public.packets_packet USING btree (opened_by_id);



CREATE INDEX packets_packet_owner_id_c54b05ae ON public.packets_packet USING btree (owner_id);



CREATE INDEX packets_packet_program_id_8e39581a ON public.packets_packet USING btree (program_id);



CREATE INDEX packets_packet_site_id_e982c963 ON public.packets_packet USING btree (site_id);



CREATE INDEX packets_packetitem_client_id_b8b554b9 ON public.packets_packetitem USING btree (client_id);



CREATE INDEX packets_packetitem_consent_id_8222444a ON public.packets_packetitem USING btree (consent_id);



CREATE INDEX packets_packetitem_packet_id_26a3fd0e ON public.packets_packetitem USING btree (packet_id);



CREATE INDEX packets_packetitem_site_id_cbbdbec1 ON public.packets_packetitem USING btree (site_id);



CREATE INDEX packets_packetrefusal_client_id_9618b408 ON public.packets_packetrefusal USING btree (client_id);



CREATE INDEX packets_packetrefusal_recorded_by_id_0b6f5e79 ON public.packets_packetrefusal USING btree (recorded_by_id);



CREATE INDEX packets_packetrefusal_site_id_6e60e5bd ON public.packets_packetrefusal USING btree (site_id);



CREATE INDEX packets_packetsignature_client_id_86aa823e ON public.packets_packetsignature USING btree (client_id);



CREATE INDEX packets_packetsignature_item_id_614f35c6 ON public.packets_packetsignature USING btree (item_id);



CREATE INDEX packets_packetsignature_link_id_cef92995 ON public.packets_packetsignature USING btree (link_id);



CREATE INDEX packets_packetsignature_site_id_0fb09a83 ON public.packets_packetsignature USING btree (site_id);



CREATE INDEX packets_packetsignature_worker_id_652750cb ON public.packets_packetsignature USING btree (worker_id);



CREATE INDEX packets_printedpapers_by_id_630bfd7a ON public.packets_printedpapers USING btree (by_id);



CREATE INDEX packets_printedpapers_client_id_3cf2e78f ON public.packets_printedpapers USING btree (client_id);



CREATE INDEX packets_printedpapers_code_833cf4d0_like ON public.packets_printedpapers USING btree (code varchar_pattern_ops);



CREATE INDEX packets_printedpapers_packet_id_bbb98257 ON public.packets_printedpapers USING btree (packet_id);



CREATE INDEX packets_printedpapers_site_id_15cde144 ON public.packets_printedpapers USING btree (site_id);



CREATE INDEX packets_scannedpaper_by_id_f22f45c2 ON public.packets_scannedpaper USING btree (by_id);



CREATE INDEX packets_scannedpaper_client_id_1574d5c7 ON public.packets_scannedpaper USING btree (client_id);



CREATE INDEX packets_scannedpaper_item_id_9dd712fa ON public.packets_scannedpaper USING btree (item_id);



CREATE INDEX packets_scannedpaper_printed_id_b47cbe93 ON public.packets_scannedpaper USING btree (printed_id);



CREATE INDEX packets_scannedpaper_site_id_a428e028 ON public.packets_scannedpaper USING btree (site_id);



CREATE INDEX packets_signinglink_client_id_bfec3849 ON public.packets_signinglink USING btree (client_id);



CREATE INDEX packets_signinglink_made_by_id_a2bd7c5c ON public.packets_signinglink USING btree (made_by_id);



CREATE INDEX packets_signinglink_packet_id_8f232364 ON public.packets_signinglink USING btree (packet_id);



CREATE INDEX packets_signinglink_site_id_4f270319 ON public.packets_signinglink USING btree (site_id);



CREATE INDEX packets_signinglink_token_digest_0afccaba_like ON public.packets_signinglink USING btree (token_digest varchar_pattern_ops);



CREATE INDEX people_accessreason_client_id_acb5cfec ON public.people_accessreason USING btree (client_id);



CREATE INDEX people_accessreason_reviewed_by_id_9da1c50f ON public.people_accessreason USING btree (reviewed_by_id);



CREATE INDEX people_accessreason_site_id_468d8ec0 ON public.people_accessreason USING btree (site_id);



CREATE INDEX people_accessreason_worker_id_efd54415 ON public.people_accessreason USING btree (worker_id);



CREATE INDEX people_client_chart_number_5d70aea5_like ON public.people_client USING btree (chart_number varchar_pattern_ops);



CREATE INDEX people_client_name_trigram ON public.people_client USING gin (upper((name)::text) public.gin_trgm_ops);



CREATE INDEX people_client_phone_ending ON public.people_client USING btree (phone_ending);



CREATE INDEX people_client_site ON public.people_client USING btree (site_id);



CREATE INDEX people_client_site_id_cc581352 ON public.people_client USING btree (site_id);



CREATE INDEX people_contact_account_id_190f5d64 ON public.people_contact USING btree (account_id);



CREATE INDEX people_contact_client_id_bb9a3804 ON public.people_contact USING btree (client_id);



CREATE INDEX people_contact_site_id_e51e4699 ON public.people_contact USING btree (site_id);



CREATE UNIQUE INDEX people_one_primary_counselor ON public.people_teammembership USING btree (client_id) WHERE ((ends_at IS NULL) AND is_primary);



CREATE INDEX people_reason_account ON public.people_accessreason USING btree (account_id, ends_at);



CREATE INDEX people_team_client ON public.people_teammembership USING btree (client_id);



CREATE INDEX people_team_worker ON public.people_teammembership USING btree (worker_id, client_id);



CREATE INDEX people_teammembership_client_id_14dba38e ON public.people_teammembership USING btree (client_id);



CREATE INDEX people_teammembership_site_id_27bbc889 ON public.people_teammembership USING btree (site_id);



CREATE INDEX people_teammembership_worker_id_58ebdc6c ON public.people_teammembership USING btree (worker_id);



CREATE INDEX placement_client ON public.placement_placement USING btree (client_id, assessed_at);



CREATE INDEX placement_external ON public.placement_externalresult USING btree (client_id, done_on);



CREATE INDEX placement_externalresult_attached_by_id_7750cf72 ON public.placement_externalresult USING btree (attached_by_id);



CREATE INDEX placement_externalresult_client_id_f9eb09b3 ON public.placement_externalresult USING btree (client_id);



CREATE INDEX placement_externalresult_site_id_bd2fe261 ON public.placement_externalresult USING btree (site_id);



CREATE INDEX placement_holdrelease_by_id_bfafca35 ON public.placement_holdrelease USING btree (by_id);



CREATE INDEX placement_holdrelease_client_id_37fc1da0 ON public.placement_holdrelease USING btree (client_id);



CREATE INDEX placement_holdrelease_placement_id_5307353f ON public.placement_holdrelease USING btree (placement_id);



CREATE INDEX placement_holdrelease_site_id_6ef3d73b ON public.placement_holdrelease USING btree (site_id);



CREATE INDEX placement_placement_assessor_id_9f6ae2a6 ON public.placement_placement USING btree (assessor_id);



CREATE INDEX placement_placement_client_id_d1c34176 ON public.placement_placement USING btree (client_id);



CREATE INDEX placement_placement_decided_by_id_e62cbc84 ON public.placement_placement USING btree (decided_by_id);



CREATE INDEX placement_placement_site_id_1787c7fe ON public.placement_placement USING btree (site_id);



CREATE INDEX placement_staydecision_client_id_1ad28e6e ON public.placement_staydecision USING btree (client_id);



CREATE INDEX placement_staydecision_decided_by_id_01dc996f ON public.placement_staydecision USING btree (decided_by_id);



CREATE INDEX placement_staydecision_placement_id_780517d4 ON public.placement_staydecision USING btree (placement_id);



CREATE INDEX placement_staydecision_site_id_c0e92a4a ON public.placement_staydecision USING btree (site_id);



CREATE INDEX placement_stays ON public.placement_staydecision USING btree (client_id, decided_at);



CREATE INDEX plans_comments ON public.plans_plancomment USING btree (plan_id, at);



CREATE INDEX plans_goal_client_id_637b6f66 ON public.plans_goal USING btree (client_id);



CREATE INDEX plans_goal_problem_id_1dfef7b7 ON public.plans_goal USING btree (problem_id);



CREATE INDEX plans_goal_site_id_d966f1c3 ON public.plans_goal USING btree (site_id);



CREATE INDEX plans_intervention_client_id_01ad7f25 ON public.plans_intervention USING btree (client_id);



CREATE INDEX plans_intervention_objective_id_75844414 ON public.plans_intervention USING btree (objective_id);



CREATE INDEX plans_intervention_site_id_88f1d608 ON public.plans_intervention USING btree (site_id);



CREATE INDEX plans_intervention_worker_id_2f6df89a ON public.plans_intervention USING btree (worker_id);



CREATE INDEX plans_objective_client_id_37b53040 ON public.plans_objective USING btree (client_id);



CREATE INDEX plans_objective_continues_id_a0d7d901 ON public.plans_objective USING btree (continues_id);



CREATE INDEX plans_objective_goal_id_3ffa54bb ON public.plans_objective USING btree (goal_id);



CREATE INDEX plans_objective_site_id_b284de03 ON public.plans_objective USING btree (site_id);



CREATE UNIQUE INDEX plans_one_active ON public.plans_plan USING btree (episode_id) WHERE ((state)::text = 'active'::text);



CREATE INDEX plans_plan_amends_id_8943a810 ON public.plans_plan USING btree (amends_id);



CREATE INDEX plans_plan_author_id_a658beb5 ON public.plans_plan USING btree (author_id);



CREATE INDEX plans_plan_client_id_d2cb419e ON public.plans_plan USING btree (client_id);



CREATE INDEX plans_plan_episode_id_aaa2e09a ON public.plans_plan USING btree (episode_id);



CREATE INDEX plans_plan_site_id_f74a47b7 ON public.plans_plan USING btree (site_id);



CREATE INDEX plans_plancomment_answers_id_dfdaa8ad ON public.plans_plancomment USING btree (answers_id);



CREATE INDEX plans_plancomment_client_id_06884a43 ON public.plans_plancomment USING btree (client_id);



CREATE INDEX plans_plancomment_objective_id_7792e1eb ON public.plans_plancomment USING btree (objective_id);



CREATE INDEX plans_plancomment_plan_id_c5fe3c67 ON public.plans_plancomment USING btree (plan_id);



CREATE INDEX plans_plancomment_site_id_bec1f88b ON public.plans_plancomment USING btree (site_id);



CREATE INDEX plans_plancomment_worker_id_0c6161e3 ON public.plans_plancomment USING btree (worker_id);



CREATE INDEX plans_planreview_by_id_7e0fae8f ON public.plans_planreview USING btree (by_id);



CREATE INDEX plans_planreview_client_id_220d99c4 ON public.plans_planreview USING btree (client_id);



CREATE INDEX plans_planreview_plan_id_71547ae9 ON public.plans_planreview USING btree (plan_id);



CREATE INDEX plans_planreview_site_id_297776ff ON public.plans_planreview USING btree (site_id);



CREATE INDEX plans_plansignature_client_id_eee23083 ON public.plans_plansignature USING btree (client_id);



CREATE INDEX plans_plansignature_plan_id_a5652b9e ON public.plans_plansignature USING btree (plan_id);



CREATE INDEX plans_plansignature_site_id_088b34c3 ON public.plans_plansignature USING btree (site_id);



CREATE INDEX plans_plansignature_worker_id_bd8055c3 ON public.plans_plansignature USING btree (worker_id);



CREATE INDEX plans_problem_client_id_93d93341 ON public.plans_problem USING btree (client_id);



CREATE INDEX plans_problem_plan_id_d596ade5 ON public.plans_problem USING btree (plan_id);



CREATE INDEX plans_problem_site_id_be862617 ON public.plans_problem USING btree (site_id);



CREATE INDEX plans_reviews ON public.plans_planreview USING btree (plan_id, at);



CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);



CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));



CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);



CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);



CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);



CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);



CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);



CREATE INDEX program_curriculumtopic_program_id_49bbaf45 ON public.program_curriculumtopic USING btree (program_id);



CREATE INDEX program_deadline_program_id_32202cde ON public.program_deadline USING btree (program_id);



CREATE INDEX program_holiday_program_id_09a2beea ON public.program_holiday USING btree (program_id);



CREATE INDEX program_houserule_program_id_09c07874 ON public.program_houserule USING btree (program_id);



CREATE INDEX program_phase_program_id_3f613085 ON public.program_phase USING btree (program_id);



CREATE INDEX program_program_code_b7abf396_like ON public.program_program USING btree (code varchar_pattern_ops);



CREATE INDEX program_room_site_id_e33ad487 ON public.program_room USING btree (site_id);



CREATE INDEX program_rulenumber_program_id_fcdb7d4b ON public.program_rulenumber USING btree (program_id);



CREATE INDEX program_sessiontype_program_id_376e2e46 ON public.program_sessiontype USING btree (program_id);



CREATE INDEX program_site_code_4f7d6f7e_like ON public.program_site USING btree (code varchar_pattern_ops);



CREATE INDEX program_track_program_id_f70317c2 ON public.program_track USING btree (program_id);



CREATE INDEX program_track_site_id_fcdd3bb6 ON public.program_track USING btree (site_id);



CREATE INDEX progress_appointment_booked_by_id_6c9bcfb1 ON public.progress_appointment USING btree (booked_by_id);



CREATE INDEX progress_appointment_client_id_2181a0d1 ON public.progress_appointment USING btree (client_id);



CREATE INDEX progress_appointment_episode_id_eb37e5b3 ON public.progress_appointment USING btree (episode_id);



CREATE INDEX progress_appointment_site_id_28326ff8 ON public.progress_appointment USING btree (site_id);



CREATE INDEX progress_discharge_author_id_9f6fa053 ON public.progress_discharge USING btree (author_id);



CREATE INDEX progress_discharge_client_id_801eaf87 ON public.progress_discharge USING btree (client_id);



CREATE INDEX progress_discharge_document_id_c54a0742 ON public.progress_discharge USING btree (document_id);



CREATE INDEX progress_discharge_site_id_ff77a31f ON public.progress_discharge USING btree (site_id);



CREATE INDEX progress_followup_by_id_334ebebf ON public.progress_followup USING btree (by_id);



CREATE INDEX progress_followup_client_id_08b510e7 ON public.progress_followup USING btree (client_id);



CREATE INDEX progress_followup_episode_id_bd8ea289 ON public.progress_followup USING btree (episode_id);



CREATE INDEX progress_followup_site_id_2bba9ff9 ON public.progress_followup USING btree (site_id);



CREATE INDEX progress_levelreview_client_id_8e98acda ON public.progress_levelreview USING btree (client_id);



CREATE INDEX progress_levelreview_decided_by_id_69bb3f87 ON public.progress_levelreview USING btree (decided_by_id);



CREATE INDEX progress_levelreview_episode_id_6eed8f33 ON public.progress_levelreview USING btree (episode_id);



CREATE INDEX progress_levelreview_site_id_36c3356a ON public.progress_levelreview USING btree (site_id);



CREATE INDEX progress_levelreview_to_phase_id_a921ce6a ON public.progress_levelreview USING btree (to_phase_id);



CREATE INDEX progress_open_reviews ON public.progress_levelreview USING btree (site_id, week_of) WHERE ((outcome)::text = ''::text);



CREATE INDEX progress_outreachattempt_by_id_2fd1e0e7 ON public.progress_outreachattempt USING btree (by_id);



CREATE INDEX progress_outreachattempt_client_id_07b2e3d8 ON public.progress_outreachattempt USING btree (client_id);



CREATE INDEX progress_outreachattempt_episode_id_a214919f ON public.progress_outreachattempt USING btree (episode_id);



CREATE INDEX progress_outreachattempt_missed_session_id_0c7d6ece ON public.progress_outreachattempt USING btree (missed_session_id);



CREATE INDEX progress_outreachattempt_site_id_475581f2 ON public.progress_outreachattempt USING btree (site_id);



CREATE INDEX publishing_article_follows_id_b7ebd537 ON public.publishing_article USING btree (follows_id);



CREATE INDEX publishing_articleversion_article_id_29ace33b ON public.publishing_articleversion USING btree (article_id);



CREATE INDEX publishing_articleversion_made_by_id_dba191e5 ON public.publishing_articleversion USING btree (made_by_id);



CREATE INDEX publishing_articleversion_published_by_id_0b679c72 ON public.publishing_articleversion USING btree (published_by_id);



CREATE INDEX publishing_articleversion_restored_from_id_67bc4124 ON public.publishing_articleversion USING btree (restored_from_id);



CREATE UNIQUE INDEX publishing_one_draft ON public.publishing_articleversion USING btree (article_id) WHERE (published_at IS NULL);



CREATE INDEX publishing_question_vouched_by_id_01d59908 ON public.publishing_question USING btree (vouched_by_id);



CREATE INDEX publishing_questionstep_by_id_538b5583 ON public.publishing_questionstep USING btree (by_id);



CREATE INDEX publishing_questionstep_question_id_b1367b60 ON public.publishing_questionstep USING btree (question_id);



CREATE INDEX publishing_queue ON public.publishing_question USING btree (state, asked_on);



CREATE INDEX staff_credential_worker_id_89ee8ad1 ON public.staff_credential USING btree (worker_id);



CREATE INDEX staff_dutygrant_program_id_64a99785 ON public.staff_dutygrant USING btree (program_id);



CREATE INDEX staff_dutygrant_worker_id_e4bb3b83 ON public.staff_dutygrant USING btree (worker_id);



CREATE INDEX staff_rolegrant_program_id_ff4b33a1 ON public.staff_rolegrant USING btree (program_id);



CREATE INDEX staff_rolegrant_site_id_a7a28109 ON public.staff_rolegrant USING btree (site_id);



CREATE INDEX staff_rolegrant_worker_id_933550f9 ON public.staff_rolegrant USING btree (worker_id);



CREATE INDEX staff_supervision_supervisee_id_4ca986bb ON public.staff_supervision USING btree (supervisee_id);



CREATE INDEX staff_supervision_supervisor_id_c1a7cb75 ON public.staff_supervision USING btree (supervisor_id);



CREATE INDEX staff_worker_code_0a60b584_like ON public.staff_worker USING btree (code varchar_pattern_ops);



CREATE INDEX staff_worker_site_id_9c38ba81 ON public.staff_worker USING btree (site_id);



CREATE INDEX staff_workinghours_worker_id_7763d0ce ON public.staff_workinghours USING btree (worker_id);



CREATE INDEX tasks_caretask_client_id_4f0b5c8e ON public.tasks_caretask USING btree (client_id);



CREATE INDEX tasks_caretask_closed_by_id_e86fef44 ON public.tasks_caretask USING btree (closed_by_id);



CREATE INDEX tasks_caretask_owner_id_da403200 ON public.tasks_caretask USING btree (owner_id);



CREATE INDEX tasks_caretask_site_id_45ec04e5 ON public.tasks_caretask USING btree (site_id);



CREATE INDEX tasks_client ON public.tasks_caretask USING btree (client_id);



CREATE INDEX tasks_open ON public.tasks_caretask USING btree (owner_id, due_at) WHERE (closed_at IS NULL);



CREATE INDEX timetable_absence_noted_by_id_c1a7e3f8 ON public.timetable_absence USING btree (noted_by_id);



CREATE INDEX timetable_absence_worker_id_9ad1a234 ON public.timetable_absence USING btree (worker_id);



CREATE INDEX timetable_absences ON public.timetable_absence USING btree (worker_id, starts_at);



CREATE UNIQUE INDEX timetable_apart_once ON public.timetable_keptapart USING btree (client_id, other_id) WHERE (ends_on IS NULL);



CREATE INDEX timetable_calendarplace_set_by_id_93b80bde ON public.timetable_calendarplace USING btree (set_by_id);



CREATE INDEX timetable_client_day ON public.timetable_seat USING btree (client_id, starts_at);



CREATE UNIQUE INDEX timetable_client_feed_once ON public.timetable_clientfeed USING btree (client_id) WHERE (revoked_at IS NULL);



CREATE INDEX timetable_client_hours ON public.timetable_clienthours USING btree (client_id, starts_on);



CREATE INDEX timetable_clientfeed_client_id_2b7c8f54 ON public.timetable_clientfeed USING btree (client_id);



CREATE INDEX timetable_clientfeed_digest_2898be07_like ON public.timetable_clientfeed USING btree (digest varchar_pattern_ops);



CREATE INDEX timetable_clientfeed_site_id_5371865d ON public.timetable_clientfeed USING btree (site_id);



CREATE INDEX timetable_clienthours_client_id_6ed31f1d ON public.timetable_clienthours USING btree (client_id);



CREATE INDEX timetable_clienthours_said_to_id_75226ff0 ON public.timetable_clienthours USING btree (said_to_id);



CREATE INDEX timetable_clienthours_site_id_cf04d368 ON public.timetable_clienthours USING btree (site_id);



CREATE INDEX timetable_closure_noted_by_id_c5dc42ef ON public.timetable_closure USING btree (noted_by_id);



CREATE INDEX timetable_closure_room_id_a08c1f93 ON public.timetable_closure USING btree (room_id);



CREATE INDEX timetable_closure_site_id_d7a0c669 ON public.timetable_closure USING btree (site_id);



CREATE INDEX timetable_closures ON public.timetable_closure USING btree (site_id, starts_at);



CREATE INDEX timetable_draftmove_by_id_88f53886 ON public.timetable_draftmove USING btree (by_id);



CREATE INDEX timetable_draftmove_draft_id_77d84dd4 ON public.timetable_draftmove USING btree (draft_id);



CREATE INDEX timetable_drafts_of_week ON public.timetable_weekdraft USING btree (site_id, starts_on);



CREATE INDEX timetable_duty_day ON public.timetable_dutyshift USING btree (site_id, "on");



CREATE INDEX timetable_dutyshift_made_by_id_d607ca4e ON public.timetable_dutyshift USING btree (made_by_id);



CREATE INDEX timetable_dutyshift_removed_by_id_3583b606 ON public.timetable_dutyshift USING btree (removed_by_id);



CREATE INDEX timetable_dutyshift_site_id_f90208c6 ON public.timetable_dutyshift USING btree (site_id);



CREATE INDEX timetable_dutyshift_worker_id_c60dbce0 ON public.timetable_dutyshift USING btree (worker_id);



CREATE UNIQUE INDEX timetable_group_once_a_day ON public.timetable_groupsession USING btree (group_id, "on") WHERE (cancelled_at IS NULL);



CREATE INDEX timetable_groupmembership_client_id_6be0bab7 ON public.timetable_groupmembership USING btree (client_id);



CREATE INDEX timetable_groupmembership_episode_id_00ce4536 ON public.timetable_groupmembership USING btree (episode_id);



CREATE INDEX timetable_groupmembership_group_id_cbd7eeb4 ON public.timetable_groupmembership USING btree (group_id);



CREATE INDEX timetable_groupmembership_site_id_8b2c8086 ON public.timetable_groupmembership USING btree (site_id);



CREATE INDEX timetable_groupsession_group_id_b83a4bbd ON public.timetable_groupsession USING btree (group_id);



CREATE INDEX timetable_groupsession_program_id_e3299e7e ON public.timetable_groupsession USING btree (program_id);



CREATE INDEX timetable_groupsession_room_id_975a97d5 ON public.timetable_groupsession USING btree (room_id);



CREATE INDEX timetable_groupsession_session_type_id_ab282859 ON public.timetable_groupsession USING btree (session_type_id);



CREATE INDEX timetable_groupsession_site_id_23c254e0 ON public.timetable_groupsession USING btree (site_id);



CREATE INDEX timetable_groupsession_topic_id_2b74add7 ON public.timetable_groupsession USING btree (topic_id);



CREATE INDEX timetable_keptapart_by_id_e58bfade ON public.timetable_keptapart USING btree (by_id);



CREATE INDEX timetable_keptapart_client_id_f80d35b9 ON public.timetable_keptapart USING btree (client_id);



CREATE INDEX timetable_keptapart_other_id_2a304575 ON public.timetable_keptapart USING btree (other_id);



CREATE INDEX timetable_keptapart_site_id_59e96227 ON public.timetable_keptapart USING btree (site_id);



CREATE UNIQUE INDEX timetable_leading_terms_once ON public.timetable_leadingterms USING btree (worker_id) WHERE (ends_on IS NULL);



CREATE INDEX timetable_leadingterms_worker_id_410caf5b ON public.timetable_leadingterms USING btree (worker_id);



CREATE UNIQUE INDEX timetable_made_up_once ON public.timetable_seat USING btree (makes_up_id) WHERE (released_at IS NULL);



CREATE UNIQUE INDEX timetable_not_with_once ON public.timetable_notwith USING btree (client_id, worker_id) WHERE (ends_on IS NULL);



CREATE INDEX timetable_notwith_by_id_8bec8df5 ON public.timetable_notwith USING btree (by_id);



CREATE INDEX timetable_notwith_client_id_8199dab5 ON public.timetable_notwith USING btree (client_id);



CREATE INDEX timetable_notwith_site_id_eb0d4418 ON public.timetable_notwith USING btree (site_id);



CREATE INDEX timetable_notwith_worker_id_a266db69 ON public.timetable_notwith USING btree (worker_id);



CREATE UNIQUE INDEX timetable_one_open_draft ON public.timetable_weekdraft USING btree (program_id, site_id, starts_on) WHERE ((state)::text = ANY ((ARRAY['planning'::character varying, 'ready'::character varying])::text[]));



CREATE UNIQUE INDEX timetable_one_seat_each ON public.timetable_seat USING btree (session_id, client_id) WHERE (released_at IS NULL);



CREATE UNIQUE INDEX timetable_one_standing_seat ON public.timetable_groupmembership USING btree (group_id, client_id) WHERE (ends_on IS NULL);



CREATE INDEX timetable_planningstep_draft_id_32590ac5 ON public.timetable_planningstep USING btree (draft_id);



CREATE INDEX timetable_planningterms_client_id_16cc95b7 ON public.timetable_planningterms USING btree (client_id);



CREATE INDEX timetable_planningterms_said_to_id_8721fa1f ON public.timetable_planningterms USING btree (said_to_id);



CREATE INDEX timetable_planningterms_site_id_1a81b33f ON public.timetable_planningterms USING btree (site_id);



CREATE INDEX timetable_publication_by_id_a854233f ON public.timetable_publication USING btree (by_id);



CREATE INDEX timetable_publication_week_id_8927f053 ON public.timetable_publication USING btree (week_id);



CREATE INDEX timetable_questions ON public.timetable_weekquestion USING btree (draft_id, at);



CREATE INDEX timetable_seat_client_id_e7118398 ON public.timetable_seat USING btree (client_id);



CREATE INDEX timetable_seat_episode_id_f2fc68ba ON public.timetable_seat USING btree (episode_id);



CREATE INDEX timetable_seat_makes_up_id_2435badb ON public.timetable_seat USING btree (makes_up_id);



CREATE UNIQUE INDEX timetable_seat_number_once ON public.timetable_seat USING btree (session_id, number) WHERE (released_at IS NULL);



CREATE INDEX timetable_seat_session_id_06f1f430 ON public.timetable_seat USING btree (session_id);



CREATE INDEX timetable_seat_site_id_26c7252d ON public.timetable_seat USING btree (site_id);



CREATE INDEX timetable_sessionleader_session_id_ad688196 ON public.timetable_sessionleader USING btree (session_id);



CREATE INDEX timetable_sessionleader_worker_id_e79da417 ON public.timetable_sessionleader USING btree (worker_id);



CREATE INDEX timetable_sessionlink_set_by_id_506128df ON public.timetable_sessionlink USING btree (set_by_id);



CREATE INDEX timetable_site_day ON public.timetable_groupsession USING btree (site_id, "on");



CREATE UNIQUE INDEX timetable_staff_feed_once ON public.timetable_stafffeed USING btree (worker_id) WHERE (revoked_at IS NULL);



CREATE INDEX timetable_stafffeed_digest_0ae23a8c_like ON public.timetable_stafffeed USING btree (digest varchar_pattern_ops);



CREATE INDEX timetable_stafffeed_worker_id_1e593501 ON public.timetable_stafffeed USING btree (worker_id);



CREATE INDEX timetable_substitution_away_id_5739fd47 ON public.timetable_substitution USING btree (away_id);



CREATE INDEX timetable_substitution_by_id_da95ae88 ON public.timetable_substitution USING btree (by_id);



CREATE INDEX timetable_substitution_instead_id_986b0fb5 ON public.timetable_substitution USING btree (instead_id);



CREATE INDEX timetable_substitution_session_id_3e8e5efc ON public.timetable_substitution USING btree (session_id);



CREATE UNIQUE INDEX timetable_terms_once ON public.timetable_planningterms USING btree (client_id) WHERE (ends_on IS NULL);



CREATE INDEX timetable_therapygroup_code_f0ecd871_like ON public.timetable_therapygroup USING btree (code varchar_pattern_ops);



CREATE INDEX timetable_therapygroup_leader_id_761de4ac ON public.timetable_therapygroup USING btree (leader_id);



CREATE INDEX timetable_therapygroup_phases_phase_id_1bee5d0f ON public.timetable_therapygroup_phases USING btree (phase_id);



CREATE INDEX timetable_therapygroup_phases_therapygroup_id_9ecc1f14 ON public.timetable_therapygroup_phases USING btree (therapygroup_id);



CREATE INDEX timetable_therapygroup_program_id_7f970c17 ON public.timetable_therapygroup USING btree (program_id);



CREATE INDEX timetable_therapygroup_room_id_35c558e9 ON public.timetable_therapygroup USING btree (room_id);



CREATE INDEX timetable_therapygroup_session_type_id_03eae2b0 ON public.timetable_therapygroup USING btree (session_type_id);



CREATE INDEX timetable_therapygroup_site_id_d1cf4d5a ON public.timetable_therapygroup USING btree (site_id);



CREATE INDEX timetable_therapygroup_track_id_dd9daa1d ON public.timetable_therapygroup USING btree (track_id);



CREATE INDEX timetable_toldweek_client_id_e02b0165 ON public.timetable_toldweek USING btree (client_id);



CREATE INDEX timetable_toldweek_publication_id_4e2cd78a ON public.timetable_toldweek USING btree (publication_id);



CREATE INDEX timetable_toldweek_site_id_ab82da4b ON public.timetable_toldweek USING btree (site_id);



CREATE INDEX timetable_toldworker_publication_id_eaf9b832 ON public.timetable_toldworker USING btree (publication_id);



CREATE INDEX timetable_toldworker_worker_id_011206c7 ON public.timetable_toldworker USING btree (worker_id);



CREATE INDEX timetable_week_program_id_e25a0f9c ON public.timetable_week USING btree (program_id);



CREATE INDEX timetable_week_published_by_id_1cd956d9 ON public.timetable_week USING btree (published_by_id);



CREATE INDEX timetable_week_site_id_e67c78fb ON public.timetable_week USING btree (site_id);



CREATE INDEX timetable_weekdraft_program_id_a0d989ed ON public.timetable_weekdraft USING btree (program_id);



CREATE INDEX timetable_weekdraft_site_id_45755a05 ON public.timetable_weekdraft USING btree (site_id);



CREATE INDEX timetable_weekdraft_started_by_id_4d024e57 ON public.timetable_weekdraft USING btree (started_by_id);



CREATE INDEX timetable_weekquestion_by_id_8531cf90 ON public.timetable_weekquestion USING btree (by_id);



CREATE INDEX timetable_weekquestion_draft_id_7cd6e2c2 ON public.timetable_weekquestion USING btree (draft_id);



CREATE INDEX timetable_worker_ahead ON public.timetable_sessionleader USING btree (worker_id, ends_at) WHERE (NOT is_released);



CREATE INDEX timetable_worker_day ON public.timetable_sessionleader USING btree (worker_id, starts_at);



CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));



CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";



CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;



CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);



CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);



CREATE TRIGGER admissions_assessmentvisit_frozen_once BEFORE DELETE OR UPDATE ON public.admissions_assessmentvisit FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER admissions_capacitynotice_frozen_once BEFORE DELETE OR UPDATE ON public.admissions_capacitynotice FOR EACH ROW WHEN ((old.sent_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{over_at,version}');



CREATE TRIGGER admissions_capacitytosign_never_changed BEFORE DELETE OR UPDATE ON public.admissions_capacitytosign FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_capacitytosign_never_emptied BEFORE TRUNCATE ON public.admissions_capacitytosign FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_episodestage_never_changed BEFORE DELETE OR UPDATE ON public.admissions_episodestage FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_episodestage_never_emptied BEFORE TRUNCATE ON public.admissions_episodestage FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_hold_frozen_once BEFORE DELETE OR UPDATE ON public.admissions_hold FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER admissions_inquirystep_never_changed BEFORE DELETE OR UPDATE ON public.admissions_inquirystep FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_inquirystep_never_emptied BEFORE TRUNCATE ON public.admissions_inquirystep FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_interimplan_never_changed BEFORE DELETE OR UPDATE ON public.admissions_interimplan FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_interimplan_never_emptied BEFORE TRUNCATE ON public.admissions_interimplan FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_interimservice_never_changed BEFORE DELETE OR UPDATE ON public.admissions_interimservice FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_interimservice_never_emptied BEFORE TRUNCATE ON public.admissions_interimservice FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_medicalscreening_never_changed BEFORE DELETE OR UPDATE ON public.admissions_medicalscreening FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_medicalscreening_never_emptied BEFORE TRUNCATE ON public.admissions_medicalscreening FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER admissions_waitlistentry_frozen_once BEFORE DELETE OR UPDATE ON public.admissions_waitlistentry FOR EACH ROW WHEN ((old.left_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER assessments_addendum_never_changed BEFORE DELETE OR UPDATE ON public.assessments_addendum FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER assessments_addendum_never_emptied BEFORE TRUNCATE ON public.assessments_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER assessments_answer_never_changed BEFORE DELETE OR UPDATE ON public.assessments_answer FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER assessments_answer_never_emptied BEFORE TRUNCATE ON public.assessments_answer FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER assessments_assessment_frozen_once BEFORE DELETE OR UPDATE ON public.assessments_assessment FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER assessments_cosignature_never_changed BEFORE DELETE OR UPDATE ON public.assessments_cosignature FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER assessments_cosignature_never_emptied BEFORE TRUNCATE ON public.assessments_cosignature FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER attendance_arrivalcode_frozen_once BEFORE DELETE OR UPDATE ON public.attendance_arrivalcode FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER attendance_forecastmeasure_never_changed BEFORE DELETE OR UPDATE ON public.attendance_forecastmeasure FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER attendance_forecastmeasure_never_emptied BEFORE TRUNCATE ON public.attendance_forecastmeasure FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER attendance_kiosk_frozen_once BEFORE DELETE OR UPDATE ON public.attendance_kiosk FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER attendance_makeupoffer_frozen_once BEFORE DELETE OR UPDATE ON public.attendance_makeupoffer FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER attendance_offlineentry_frozen_once BEFORE DELETE OR UPDATE ON public.attendance_offlineentry FOR EACH ROW WHEN ((old.settled_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER attendance_safetystep_never_changed BEFORE DELETE OR UPDATE ON public.attendance_safetystep FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER attendance_safetystep_never_emptied BEFORE TRUNCATE ON public.attendance_safetystep FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_entry_never_changed BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_entry_queued AFTER INSERT ON public.audit_entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.audit_queue();



CREATE TRIGGER audit_head_never_changed BEFORE DELETE OR UPDATE ON public.audit_head FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_head_never_emptied BEFORE TRUNCATE ON public.audit_head FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_link_never_changed BEFORE DELETE OR UPDATE ON public.audit_link FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER audit_link_never_emptied BEFORE TRUNCATE ON public.audit_link FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_approval_frozen_once BEFORE DELETE OR UPDATE ON public.consents_approval FOR EACH ROW WHEN ((old.starts_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{ends_at,version}');



CREATE TRIGGER consents_caseclosing_never_changed BEFORE DELETE OR UPDATE ON public.consents_caseclosing FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_caseclosing_never_emptied BEFORE TRUNCATE ON public.consents_caseclosing FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_consent_frozen_once BEFORE DELETE OR UPDATE ON public.consents_consent FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{copy_given_at,version}');



CREATE TRIGGER consents_consentrefusal_never_changed BEFORE DELETE OR UPDATE ON public.consents_consentrefusal FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_consentrefusal_never_emptied BEFORE TRUNCATE ON public.consents_consentrefusal FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_delivery_never_changed BEFORE DELETE OR UPDATE ON public.consents_delivery FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_delivery_never_emptied BEFORE TRUNCATE ON public.consents_delivery FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_disclosure_never_changed BEFORE DELETE OR UPDATE ON public.consents_disclosure FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_disclosure_never_emptied BEFORE TRUNCATE ON public.consents_disclosure FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_emergencyrecord_never_changed BEFORE DELETE OR UPDATE ON public.consents_emergencyrecord FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_emergencyrecord_never_emptied BEFORE TRUNCATE ON public.consents_emergencyrecord FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_guardianship_frozen_once BEFORE DELETE OR UPDATE ON public.consents_guardianship FOR EACH ROW WHEN ((old.starts_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{ends_at,version}');



CREATE TRIGGER consents_instrumentverification_never_changed BEFORE DELETE OR UPDATE ON public.consents_instrumentverification FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_instrumentverification_never_emptied BEFORE TRUNCATE ON public.consents_instrumentverification FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_intermediarylist_never_changed BEFORE DELETE OR UPDATE ON public.consents_intermediarylist FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_intermediarylist_never_emptied BEFORE TRUNCATE ON public.consents_intermediarylist FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_intermediarylistrequest_never_changed BEFORE DELETE OR UPDATE ON public.consents_intermediarylistrequest FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_intermediarylistrequest_never_emptied BEFORE TRUNCATE ON public.consents_intermediarylistrequest FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_intermediarymember_frozen_once BEFORE DELETE OR UPDATE ON public.consents_intermediarymember FOR EACH ROW WHEN ((old.starts_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{ends_at,version}');



CREATE TRIGGER consents_legalinstrument_never_changed BEFORE DELETE OR UPDATE ON public.consents_legalinstrument FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_legalinstrument_never_emptied BEFORE TRUNCATE ON public.consents_legalinstrument FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_legalrelease_frozen_once BEFORE DELETE OR UPDATE ON public.consents_legalrelease FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{version}');



CREATE TRIGGER consents_legalrequest_frozen_once BEFORE DELETE OR UPDATE ON public.consents_legalrequest FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{version}');



CREATE TRIGGER consents_premisesincident_never_changed BEFORE DELETE OR UPDATE ON public.consents_premisesincident FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_premisesincident_never_emptied BEFORE TRUNCATE ON public.consents_premisesincident FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_qsoagreement_frozen_once BEFORE DELETE OR UPDATE ON public.consents_qsoagreement FOR EACH ROW WHEN ((old.starts_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{ends_at,version}');



CREATE TRIGGER consents_restrictionanswer_never_changed BEFORE DELETE OR UPDATE ON public.consents_restrictionanswer FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_restrictionanswer_never_emptied BEFORE TRUNCATE ON public.consents_restrictionanswer FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_restrictionrequest_never_changed BEFORE DELETE OR UPDATE ON public.consents_restrictionrequest FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_restrictionrequest_never_emptied BEFORE TRUNCATE ON public.consents_restrictionrequest FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_revocation_never_changed BEFORE DELETE OR UPDATE ON public.consents_revocation FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_revocation_never_emptied BEFORE TRUNCATE ON public.consents_revocation FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER consents_safetyflag_frozen_once BEFORE DELETE OR UPDATE ON public.consents_safetyflag FOR EACH ROW WHEN ((old.starts_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{ends_at,lifted_by_id,version}');



CREATE TRIGGER coverage_benefitscheck_never_changed BEFORE DELETE OR UPDATE ON public.coverage_benefitscheck FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER coverage_benefitscheck_never_emptied BEFORE TRUNCATE ON public.coverage_benefitscheck FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER coverage_feedetermination_never_changed BEFORE DELETE OR UPDATE ON public.coverage_feedetermination FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER coverage_feedetermination_never_emptied BEFORE TRUNCATE ON public.coverage_feedetermination FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER coverage_givenestimate_never_changed BEFORE DELETE OR UPDATE ON public.coverage_givenestimate FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER coverage_givenestimate_never_emptied BEFORE TRUNCATE ON public.coverage_givenestimate FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER curriculum_handedout_never_changed BEFORE DELETE OR UPDATE ON public.curriculum_handedout FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER curriculum_handedout_never_emptied BEFORE TRUNCATE ON public.curriculum_handedout FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER curriculum_materialversion_frozen_once BEFORE DELETE OR UPDATE ON public.curriculum_materialversion FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER curriculum_sessionmaterial_never_changed BEFORE DELETE OR UPDATE ON public.curriculum_sessionmaterial FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER curriculum_sessionmaterial_never_emptied BEFORE TRUNCATE ON public.curriculum_sessionmaterial FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER directory_handoffstep_never_changed BEFORE DELETE OR UPDATE ON public.directory_handoffstep FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER directory_handoffstep_never_emptied BEFORE TRUNCATE ON public.directory_handoffstep FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER directory_referral_frozen_once BEFORE DELETE OR UPDATE ON public.directory_referral FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{version,discharged_elsewhere_on}');



CREATE TRIGGER directory_serviceedit_never_changed BEFORE DELETE OR UPDATE ON public.directory_serviceedit FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER directory_serviceedit_never_emptied BEFORE TRUNCATE ON public.directory_serviceedit FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER documents_document_never_changed BEFORE DELETE OR UPDATE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER documents_document_never_emptied BEFORE TRUNCATE ON public.documents_document FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER downtime_packfetch_never_changed BEFORE DELETE OR UPDATE ON public.downtime_packfetch FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER downtime_packfetch_never_emptied BEFORE TRUNCATE ON public.downtime_packfetch FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER downtime_paperentry_frozen_once BEFORE DELETE OR UPDATE ON public.downtime_paperentry FOR EACH ROW WHEN ((old.taken_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER drugtests_analyteresult_never_changed BEFORE DELETE OR UPDATE ON public.drugtests_analyteresult FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER drugtests_analyteresult_never_emptied BEFORE TRUNCATE ON public.drugtests_analyteresult FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER drugtests_draw_frozen_once BEFORE DELETE OR UPDATE ON public.drugtests_draw FOR EACH ROW WHEN ((old.revealed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER instruments_invitation_never_changed BEFORE DELETE OR UPDATE ON public.instruments_invitation FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_invitation_never_emptied BEFORE TRUNCATE ON public.instruments_invitation FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_licensedtext_never_changed BEFORE DELETE OR UPDATE ON public.instruments_licensedtext FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_licensedtext_never_emptied BEFORE TRUNCATE ON public.instruments_licensedtext FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_response_never_changed BEFORE DELETE OR UPDATE ON public.instruments_response FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_response_never_emptied BEFORE TRUNCATE ON public.instruments_response FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_scheduleline_never_changed BEFORE DELETE OR UPDATE ON public.instruments_scheduleline FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_scheduleline_never_emptied BEFORE TRUNCATE ON public.instruments_scheduleline FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER instruments_sitting_frozen_once BEFORE DELETE OR UPDATE ON public.instruments_sitting FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER notes_addendum_never_changed BEFORE DELETE OR UPDATE ON public.notes_addendum FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_addendum_never_emptied BEFORE TRUNCATE ON public.notes_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_clientnote_aside_with_a_reason BEFORE UPDATE ON public.notes_clientnote FOR EACH ROW WHEN ((old.set_aside_at IS DISTINCT FROM new.set_aside_at)) EXECUTE FUNCTION public.notes_set_aside_with_a_reason();



CREATE TRIGGER notes_clientnote_frozen_once BEFORE DELETE OR UPDATE ON public.notes_clientnote FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{set_aside_at,version}');



CREATE TRIGGER notes_clientnote_never_deleted BEFORE DELETE ON public.notes_clientnote FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_cosignature_never_changed BEFORE DELETE OR UPDATE ON public.notes_cosignature FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_cosignature_never_emptied BEFORE TRUNCATE ON public.notes_cosignature FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_counselingnote_frozen_once BEFORE DELETE OR UPDATE ON public.notes_counselingnote FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER notes_earlierwords_never_changed BEFORE DELETE OR UPDATE ON public.notes_earlierwords FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_earlierwords_never_emptied BEFORE TRUNCATE ON public.notes_earlierwords FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_notaclient_never_changed BEFORE DELETE OR UPDATE ON public.notes_notaclient FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_notaclient_never_emptied BEFORE TRUNCATE ON public.notes_notaclient FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_noteformat_never_changed BEFORE DELETE OR UPDATE ON public.notes_noteformat FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_noteformat_never_emptied BEFORE TRUNCATE ON public.notes_noteformat FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_observation_never_changed BEFORE DELETE OR UPDATE ON public.notes_observation FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_observation_never_emptied BEFORE TRUNCATE ON public.notes_observation FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_sessionnote_frozen_once BEFORE DELETE OR UPDATE ON public.notes_sessionnote FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER notes_settingaside_never_changed BEFORE DELETE OR UPDATE ON public.notes_settingaside FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_settingaside_never_emptied BEFORE TRUNCATE ON public.notes_settingaside FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_signatureproof_never_changed BEFORE DELETE OR UPDATE ON public.notes_signatureproof FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notes_signatureproof_never_emptied BEFORE TRUNCATE ON public.notes_signatureproof FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_contactchoice_never_changed BEFORE DELETE OR UPDATE ON public.notices_contactchoice FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_contactchoice_never_emptied BEFORE TRUNCATE ON public.notices_contactchoice FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_notice_never_changed BEFORE DELETE OR UPDATE ON public.notices_notice FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_notice_never_emptied BEFORE TRUNCATE ON public.notices_notice FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_noticeoutcome_never_changed BEFORE DELETE OR UPDATE ON public.notices_noticeoutcome FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER notices_noticeoutcome_never_emptied BEFORE TRUNCATE ON public.notices_noticeoutcome FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_packet_frozen_once BEFORE DELETE OR UPDATE ON public.packets_packet FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER packets_packetitem_frozen_once BEFORE DELETE OR UPDATE ON public.packets_packetitem FOR EACH ROW WHEN ((old.settled_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER packets_packetrefusal_never_changed BEFORE DELETE OR UPDATE ON public.packets_packetrefusal FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_packetrefusal_never_emptied BEFORE TRUNCATE ON public.packets_packetrefusal FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_packetsignature_never_changed BEFORE DELETE OR UPDATE ON public.packets_packetsignature FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_packetsignature_never_emptied BEFORE TRUNCATE ON public.packets_packetsignature FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_printedpapers_never_changed BEFORE DELETE OR UPDATE ON public.packets_printedpapers FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_printedpapers_never_emptied BEFORE TRUNCATE ON public.packets_printedpapers FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_scannedpaper_never_changed BEFORE DELETE OR UPDATE ON public.packets_scannedpaper FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_scannedpaper_never_emptied BEFORE TRUNCATE ON public.packets_scannedpaper FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER packets_signinglink_frozen_once BEFORE DELETE OR UPDATE ON public.packets_signinglink FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER placement_externalresult_never_changed BEFORE DELETE OR UPDATE ON public.placement_externalresult FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER placement_externalresult_never_emptied BEFORE TRUNCATE ON public.placement_externalresult FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER placement_holdrelease_never_changed BEFORE DELETE OR UPDATE ON public.placement_holdrelease FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER placement_holdrelease_never_emptied BEFORE TRUNCATE ON public.placement_holdrelease FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER placement_placement_frozen_once BEFORE DELETE OR UPDATE ON public.placement_placement FOR EACH ROW WHEN ((old.decided_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER placement_staydecision_never_changed BEFORE DELETE OR UPDATE ON public.placement_staydecision FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER placement_staydecision_never_emptied BEFORE TRUNCATE ON public.placement_staydecision FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_goal_refuse_signed BEFORE INSERT OR DELETE OR UPDATE ON public.plans_goal FOR EACH ROW EXECUTE FUNCTION public.plans_goal_refuse_signed();



CREATE TRIGGER plans_intervention_refuse_signed BEFORE INSERT OR DELETE OR UPDATE ON public.plans_intervention FOR EACH ROW EXECUTE FUNCTION public.plans_intervention_refuse_signed();



CREATE TRIGGER plans_objective_refuse_signed BEFORE INSERT OR DELETE OR UPDATE ON public.plans_objective FOR EACH ROW EXECUTE FUNCTION public.plans_objective_refuse_signed();



CREATE TRIGGER plans_plan_refuse_signed BEFORE INSERT OR DELETE OR UPDATE ON public.plans_plan FOR EACH ROW EXECUTE FUNCTION public.plans_plan_refuse_signed();



CREATE TRIGGER plans_plancomment_never_changed BEFORE DELETE OR UPDATE ON public.plans_plancomment FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_plancomment_never_emptied BEFORE TRUNCATE ON public.plans_plancomment FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_planreview_never_changed BEFORE DELETE OR UPDATE ON public.plans_planreview FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_planreview_never_emptied BEFORE TRUNCATE ON public.plans_planreview FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_plansignature_never_changed BEFORE DELETE OR UPDATE ON public.plans_plansignature FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_plansignature_never_emptied BEFORE TRUNCATE ON public.plans_plansignature FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER plans_problem_refuse_signed BEFORE INSERT OR DELETE OR UPDATE ON public.plans_problem FOR EACH ROW EXECUTE FUNCTION public.plans_problem_refuse_signed();



CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();



CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();



CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();



CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();



CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();



CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();



CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();



CREATE TRIGGER progress_discharge_frozen_once BEFORE DELETE OR UPDATE ON public.progress_discharge FOR EACH ROW WHEN ((old.discharged_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{document_id,version}');



CREATE TRIGGER progress_levelreview_frozen_once BEFORE DELETE OR UPDATE ON public.progress_levelreview FOR EACH ROW WHEN ((old.decided_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER publishing_articleversion_frozen_once BEFORE DELETE OR UPDATE ON public.publishing_articleversion FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER publishing_questionstep_never_changed BEFORE DELETE OR UPDATE ON public.publishing_questionstep FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER publishing_questionstep_never_emptied BEFORE TRUNCATE ON public.publishing_questionstep FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_clientfeed_frozen_once BEFORE DELETE OR UPDATE ON public.timetable_clientfeed FOR EACH ROW WHEN ((old.revoked_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER timetable_draftmove_never_changed BEFORE DELETE OR UPDATE ON public.timetable_draftmove FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_draftmove_never_emptied BEFORE TRUNCATE ON public.timetable_draftmove FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_dutyshift_frozen_once BEFORE DELETE OR UPDATE ON public.timetable_dutyshift FOR EACH ROW WHEN ((old.removed_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER timetable_planningstep_never_changed BEFORE DELETE OR UPDATE ON public.timetable_planningstep FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_planningstep_never_emptied BEFORE TRUNCATE ON public.timetable_planningstep FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_publication_never_changed BEFORE DELETE OR UPDATE ON public.timetable_publication FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_publication_never_emptied BEFORE TRUNCATE ON public.timetable_publication FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_seat_kept_apart BEFORE INSERT OR UPDATE OF client_id, session_id, released_at, starts_at, ends_at ON public.timetable_seat FOR EACH ROW WHEN ((new.released_at IS NULL)) EXECUTE FUNCTION public.timetable_refuse_meeting();



CREATE TRIGGER timetable_stafffeed_frozen_once BEFORE DELETE OR UPDATE ON public.timetable_stafffeed FOR EACH ROW WHEN ((old.revoked_at IS NOT NULL)) EXECUTE FUNCTION public.homeward_refuse_frozen('{}');



CREATE TRIGGER timetable_substitution_never_changed BEFORE DELETE OR UPDATE ON public.timetable_substitution FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_substitution_never_emptied BEFORE TRUNCATE ON public.timetable_substitution FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_toldweek_never_changed BEFORE DELETE OR UPDATE ON public.timetable_toldweek FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_toldweek_never_emptied BEFORE TRUNCATE ON public.timetable_toldweek FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_toldworker_never_changed BEFORE DELETE OR UPDATE ON public.timetable_toldworker FOR EACH ROW EXECUTE FUNCTION public.homeward_refuse_change();



CREATE TRIGGER timetable_toldworker_never_emptied BEFORE TRUNCATE ON public.timetable_toldworker FOR EACH STATEMENT EXECUTE FUNCTION public.homeward_refuse_change();



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_account_id FOREIGN KEY (user_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_assessmentvisit
    ADD CONSTRAINT admissions_assessmen_client_id_5f095360_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_assessmentvisit
    ADD CONSTRAINT admissions_assessmen_inquiry_id_2646c745_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_assessmentvisit
    ADD CONSTRAINT admissions_assessmen_worker_id_8655b980_fk_staff_wor FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_assessmentvisit
    ADD CONSTRAINT admissions_assessmentvisit_site_id_91f53a4d_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitynotice
    ADD CONSTRAINT admissions_capacityn_program_id_bad511db_fk_program_p FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitynotice
    ADD CONSTRAINT admissions_capacityn_sent_by_id_9430688d_fk_staff_wor FOREIGN KEY (sent_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitynotice
    ADD CONSTRAINT admissions_capacitynotice_owner_id_60bbba75_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitynotice
    ADD CONSTRAINT admissions_capacitynotice_site_id_23f3c980_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitytosign
    ADD CONSTRAINT admissions_capacityt_client_id_985a5de3_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitytosign
    ADD CONSTRAINT admissions_capacitytosign_by_id_3884a121_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_capacitytosign
    ADD CONSTRAINT admissions_capacitytosign_site_id_9711c6b9_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_admitted_by_id_0ce7503f_fk_staff_worker_id FOREIGN KEY (admitted_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_client_id_18b1956f_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_inquiry_id_69fe5218_fk_admissions_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_phase_id_929012b0_fk_program_phase_id FOREIGN KEY (phase_id) REFERENCES public.program_phase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_placement_id_d3e16f32_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placement_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_program_id_11223377_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_site_id_f4844da5_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episode
    ADD CONSTRAINT admissions_episode_track_id_a6c5b673_fk_program_track_id FOREIGN KEY (track_id) REFERENCES public.program_track(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodest_episode_id_7e5c877c_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodestage_by_id_c0270ff2_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodestage_client_id_b99ea6b7_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodestage_phase_id_af51d374_fk_program_phase_id FOREIGN KEY (phase_id) REFERENCES public.program_phase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_episodestage
    ADD CONSTRAINT admissions_episodestage_site_id_0ea278bb_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_client_id_22fddaac_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_inquiry_id_28da28c9_fk_admissions_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_opened_by_id_cf0e0204_fk_staff_worker_id FOREIGN KEY (opened_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_owner_id_852e2c54_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_released_by_id_f097ce36_fk_staff_worker_id FOREIGN KEY (released_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_screening_id_f03ef400_fk_admission FOREIGN KEY (screening_id) REFERENCES public.admissions_medicalscreening(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_hold
    ADD CONSTRAINT admissions_hold_site_id_df52ec28_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_client_id_d1d080cc_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_payer_id_ce196118_fk_coverage_payer_id FOREIGN KEY (payer_id) REFERENCES public.coverage_payer(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_program_id_5fb72d9d_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_site_id_f717ffd5_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_taken_by_id_56a70c08_fk_staff_worker_id FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquiry
    ADD CONSTRAINT admissions_inquiry_wanted_track_id_8554c04f_fk_program_track_id FOREIGN KEY (wanted_track_id) REFERENCES public.program_track(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquirystep
    ADD CONSTRAINT admissions_inquiryst_inquiry_id_4ce98a71_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_inquirystep
    ADD CONSTRAINT admissions_inquirystep_by_id_01429458_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimplan
    ADD CONSTRAINT admissions_interimpl_inquiry_id_95606529_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimplan
    ADD CONSTRAINT admissions_interimplan_by_id_4547f235_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimplan
    ADD CONSTRAINT admissions_interimplan_client_id_412bd94b_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimplan
    ADD CONSTRAINT admissions_interimplan_site_id_58615c96_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimservice
    ADD CONSTRAINT admissions_interimse_inquiry_id_ed67ac27_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_interimservice
    ADD CONSTRAINT admissions_interimservice_by_id_96f58b2b_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_medicalscreening
    ADD CONSTRAINT admissions_medicalsc_client_id_c26406c7_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_medicalscreening
    ADD CONSTRAINT admissions_medicalsc_inquiry_id_55a03aab_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_medicalscreening
    ADD CONSTRAINT admissions_medicalscreening_by_id_735b1257_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_medicalscreening
    ADD CONSTRAINT admissions_medicalscreening_site_id_804e6d57_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_message
    ADD CONSTRAINT admissions_message_handled_by_id_8c3e6f78_fk_staff_worker_id FOREIGN KEY (handled_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_message
    ADD CONSTRAINT admissions_message_site_id_b05c473f_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_message
    ADD CONSTRAINT admissions_message_taken_by_id_c70372b7_fk_staff_worker_id FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_obligation
    ADD CONSTRAINT admissions_obligatio_inquiry_id_cb409b0c_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_closed_by_id_68435f8d_fk_staff_worker_id FOREIGN KEY (closed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_inquiry_id_4dbae130_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_owner_id_3a3d7682_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_reminder
    ADD CONSTRAINT admissions_reminder_site_id_afd4deec_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.admissions_waitlistentry
    ADD CONSTRAINT admissions_waitliste_inquiry_id_7b7bfe83_fk_admission FOREIGN KEY (inquiry_id) REFERENCES public.admissions_inquiry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_addendum
    ADD CONSTRAINT assessments_addendum_assessment_id_c5b8668e_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_addendum
    ADD CONSTRAINT assessments_addendum_author_id_18abd8ce_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_addendum
    ADD CONSTRAINT assessments_addendum_client_id_a31d32fe_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_addendum
    ADD CONSTRAINT assessments_addendum_site_id_6b6de45c_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_assessment_id_bf63c452_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_by_id_a745a5bd_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_client_id_82188f59_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_site_id_41e6a793_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_answer
    ADD CONSTRAINT assessments_answer_supersedes_id_5276c8e0_fk_assessmen FOREIGN KEY (supersedes_id) REFERENCES public.assessments_answer(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessme_started_by_id_4541dcb5_fk_staff_wor FOREIGN KEY (started_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_client_id_4fb084bb_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_signed_by_id_b735dc0b_fk_staff_worker_id FOREIGN KEY (signed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_site_id_7446bb67_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignat_assessment_id_9444be96_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_author_id_625eaf07_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_client_id_584861dd_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_site_id_40cdd76f_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_cosignature
    ADD CONSTRAINT assessments_cosignature_worker_id_d6870a41_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_draft_assessment_id_ace63d16_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_draft_client_id_12be284d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_draft_saved_by_id_c61a13e0_fk_staff_worker_id FOREIGN KEY (saved_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.assessments_draft
    ADD CONSTRAINT assessments_draft_site_id_c995ea46_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_client_id_fd14c77c_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_kiosk_id_8562d80b_fk_attendance_kiosk_id FOREIGN KEY (kiosk_id) REFERENCES public.attendance_kiosk(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_seat_id_8856a69f_fk_timetable_seat_id FOREIGN KEY (seat_id) REFERENCES public.timetable_seat(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_seen_by_id_3402aef9_fk_staff_worker_id FOREIGN KEY (seen_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrival
    ADD CONSTRAINT attendance_arrival_site_id_57aeb905_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrivalcode
    ADD CONSTRAINT attendance_arrivalcode_client_id_b1dda53c_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrivalcode
    ADD CONSTRAINT attendance_arrivalcode_made_by_id_997f3c46_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_arrivalcode
    ADD CONSTRAINT attendance_arrivalcode_site_id_05684147_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendanc_client_id_a9d7fda5_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendanc_entered_by_id_21734f06_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendanc_episode_id_7be37be4_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendanc_marked_by_id_2babfa94_fk_staff_wor FOREIGN KEY (marked_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendanc_session_id_2a411807_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendancemark_seat_id_0b372661_fk_timetable_seat_id FOREIGN KEY (seat_id) REFERENCES public.timetable_seat(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_attendancemark
    ADD CONSTRAINT attendance_attendancemark_site_id_e9867938_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_forecastmeasure
    ADD CONSTRAINT attendance_forecastmeasure_site_id_4811f052_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_kiosk
    ADD CONSTRAINT attendance_kiosk_ended_by_id_fbc9db58_fk_staff_worker_id FOREIGN KEY (ended_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_kiosk
    ADD CONSTRAINT attendance_kiosk_made_by_id_5fcc91e6_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_kiosk
    ADD CONSTRAINT attendance_kiosk_site_id_b9571fa1_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoff_answered_by_id_f67d2f51_fk_staff_wor FOREIGN KEY (answered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoff_episode_id_5561f287_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoff_makes_up_id_65fea2b1_fk_timetable FOREIGN KEY (makes_up_id) REFERENCES public.timetable_seat(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoff_offered_by_id_07405459_fk_staff_wor FOREIGN KEY (offered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoff_session_id_c59031ed_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoffer_client_id_60f65531_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoffer_notice_id_65be019e_fk_notices_notice_id FOREIGN KEY (notice_id) REFERENCES public.notices_notice(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoffer_seat_id_df4cd74b_fk_timetable_seat_id FOREIGN KEY (seat_id) REFERENCES public.timetable_seat(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_makeupoffer
    ADD CONSTRAINT attendance_makeupoffer_site_id_8a6320fc_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_offlineentry
    ADD CONSTRAINT attendance_offlineen_session_id_be7993e9_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_offlineentry
    ADD CONSTRAINT attendance_offlineentry_worker_id_f0d46df1_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_punch
    ADD CONSTRAINT attendance_punch_client_id_f3a34548_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_punch
    ADD CONSTRAINT attendance_punch_mark_id_9b2b4271_fk_attendanc FOREIGN KEY (mark_id) REFERENCES public.attendance_attendancemark(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_punch
    ADD CONSTRAINT attendance_punch_site_id_5311d9ce_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_safetystep
    ADD CONSTRAINT attendance_safetyste_mark_id_c1b6a4a7_fk_attendanc FOREIGN KEY (mark_id) REFERENCES public.attendance_attendancemark(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_safetystep
    ADD CONSTRAINT attendance_safetystep_by_id_9fbf17c4_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_safetystep
    ADD CONSTRAINT attendance_safetystep_client_id_33e7976b_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.attendance_safetystep
    ADD CONSTRAINT attendance_safetystep_site_id_6f4cb274_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_approval
    ADD CONSTRAINT consents_approval_entered_by_id_7e43b1eb_fk_staff_worker_id FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_approval
    ADD CONSTRAINT consents_approval_party_id_c443b284_fk_consents_outsideparty_id FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_caseclosing
    ADD CONSTRAINT consents_caseclosing_client_id_eae8906c_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_caseclosing
    ADD CONSTRAINT consents_caseclosing_recorded_by_id_3e385e89_fk_staff_worker_id FOREIGN KEY (recorded_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_caseclosing
    ADD CONSTRAINT consents_caseclosing_site_id_72a18e4e_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_beside_id_e092eedf_fk_consents_consent_id FOREIGN KEY (beside_id) REFERENCES public.consents_consent(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_client_id_9d9b5acb_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_contact_id_9029d191_fk_people_contact_id FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_drafted_by_id_1c767372_fk_staff_worker_id FOREIGN KEY (drafted_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_party_id_2951b2c0_fk_consents_outsideparty_id FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_signer_contact_id_ae81dcf7_fk_people_co FOREIGN KEY (signer_contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_site_id_ed4e8c19_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consent
    ADD CONSTRAINT consents_consent_witnessed_by_id_e7c0f05f_fk_staff_worker_id FOREIGN KEY (witnessed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consentrefusal
    ADD CONSTRAINT consents_consentrefu_draft_id_6abb40bc_fk_consents_ FOREIGN KEY (draft_id) REFERENCES public.consents_consent(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consentrefusal
    ADD CONSTRAINT consents_consentrefu_recorded_by_id_13086886_fk_staff_wor FOREIGN KEY (recorded_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consentrefusal
    ADD CONSTRAINT consents_consentrefusal_client_id_fa9487e5_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_consentrefusal
    ADD CONSTRAINT consents_consentrefusal_site_id_ea26110d_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_delivery
    ADD CONSTRAINT consents_delivery_client_id_c2957433_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_delivery
    ADD CONSTRAINT consents_delivery_disclosure_id_ac80e4bb_fk_consents_ FOREIGN KEY (disclosure_id) REFERENCES public.consents_disclosure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_delivery
    ADD CONSTRAINT consents_delivery_site_id_2e0d0aa9_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_disclosure
    ADD CONSTRAINT consents_disclosure_by_worker_id_6e42532b_fk_staff_worker_id FOREIGN KEY (by_worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_disclosure
    ADD CONSTRAINT consents_disclosure_client_id_f4b67683_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_disclosure
    ADD CONSTRAINT consents_disclosure_site_id_51a9b2c2_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyre_discloser_id_8878ff50_fk_staff_wor FOREIGN KEY (discloser_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyre_disclosure_id_22be1876_fk_consents_ FOREIGN KEY (disclosure_id) REFERENCES public.consents_disclosure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyrecord_client_id_655340bd_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_emergencyrecord
    ADD CONSTRAINT consents_emergencyrecord_site_id_eff3c9a3_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_guardianship
    ADD CONSTRAINT consents_guardianship_client_id_e4ba1fbf_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_guardianship
    ADD CONSTRAINT consents_guardianship_contact_id_dbc5ea74_fk_people_contact_id FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_guardianship
    ADD CONSTRAINT consents_guardianship_entered_by_id_5068f8fc_fk_staff_worker_id FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_guardianship
    ADD CONSTRAINT consents_guardianship_site_id_41ee80ca_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_instrumentverification
    ADD CONSTRAINT consents_instrumentv_instrument_id_5510393d_fk_consents_ FOREIGN KEY (instrument_id) REFERENCES public.consents_legalinstrument(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_instrumentverification
    ADD CONSTRAINT consents_instrumentv_site_id_fe933466_fk_program_s FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_instrumentverification
    ADD CONSTRAINT consents_instrumentv_worker_id_05458494_fk_staff_wor FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylistrequest
    ADD CONSTRAINT consents_intermediar_client_id_1bcb1908_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediar_client_id_b35dba7d_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarymember
    ADD CONSTRAINT consents_intermediar_entered_by_id_8a01c22c_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediar_entered_by_id_de0d31d3_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarymember
    ADD CONSTRAINT consents_intermediar_intermediary_id_d2769ef8_fk_consents_ FOREIGN KEY (intermediary_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarymember
    ADD CONSTRAINT consents_intermediar_member_id_61ad751e_fk_consents_ FOREIGN KEY (member_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylistrequest
    ADD CONSTRAINT consents_intermediar_party_id_8f92f5c2_fk_consents_ FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediar_request_id_a4f67cbb_fk_consents_ FOREIGN KEY (request_id) REFERENCES public.consents_intermediarylistrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylistrequest
    ADD CONSTRAINT consents_intermediar_site_id_2179a41c_fk_program_s FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylistrequest
    ADD CONSTRAINT consents_intermediar_taken_by_id_4667b1a6_fk_staff_wor FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_intermediarylist
    ADD CONSTRAINT consents_intermediarylist_site_id_dedd390e_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalinstrument
    ADD CONSTRAINT consents_legalinstru_entered_by_id_2df04ac1_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalinstrument
    ADD CONSTRAINT consents_legalinstru_recipient_id_54fd0ebb_fk_consents_ FOREIGN KEY (recipient_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalinstrument
    ADD CONSTRAINT consents_legalinstru_request_id_c9849e87_fk_consents_ FOREIGN KEY (request_id) REFERENCES public.consents_legalrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalinstrument
    ADD CONSTRAINT consents_legalinstrument_site_id_abd8b390_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalreleas_disclosure_id_85904d0d_fk_consents_ FOREIGN KEY (disclosure_id) REFERENCES public.consents_disclosure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalreleas_proposed_by_id_52dbad8c_fk_staff_wor FOREIGN KEY (proposed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalreleas_released_by_id_c40415af_fk_staff_wor FOREIGN KEY (released_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalreleas_request_id_015e7aec_fk_consents_ FOREIGN KEY (request_id) REFERENCES public.consents_legalrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrelease
    ADD CONSTRAINT consents_legalrelease_site_id_183e036a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrequest
    ADD CONSTRAINT consents_legalreques_received_by_id_4423f9c5_fk_staff_wor FOREIGN KEY (received_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrequest
    ADD CONSTRAINT consents_legalrequest_client_id_f303ceac_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrequest
    ADD CONSTRAINT consents_legalrequest_closed_by_id_e11340b1_fk_staff_worker_id FOREIGN KEY (closed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_legalrequest
    ADD CONSTRAINT consents_legalrequest_site_id_394239fc_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_outsideparty
    ADD CONSTRAINT consents_outsidepart_verified_by_id_6ea1ed5a_fk_staff_wor FOREIGN KEY (verified_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_premisesincident
    ADD CONSTRAINT consents_premisesinc_entered_by_id_2ec97edf_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_premisesincident
    ADD CONSTRAINT consents_premisesincident_site_id_a11b782c_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_qsoagreement
    ADD CONSTRAINT consents_qsoagreemen_party_id_29aa9140_fk_consents_ FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_qsoagreement
    ADD CONSTRAINT consents_qsoagreement_entered_by_id_7d9e107e_fk_staff_worker_id FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restriction_client_id_0efba1f1_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionanswer
    ADD CONSTRAINT consents_restriction_client_id_6d804f1b_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restriction_contact_id_03cd0b52_fk_people_co FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restriction_party_id_0f7e92ea_fk_consents_ FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionanswer
    ADD CONSTRAINT consents_restriction_request_id_573957ac_fk_consents_ FOREIGN KEY (request_id) REFERENCES public.consents_restrictionrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restriction_taken_by_id_7d9fe9c8_fk_staff_wor FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionanswer
    ADD CONSTRAINT consents_restrictionanswer_by_id_c6fe9090_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionanswer
    ADD CONSTRAINT consents_restrictionanswer_site_id_e7128b7c_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_restrictionrequest
    ADD CONSTRAINT consents_restrictionrequest_site_id_1b292128_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_revocation
    ADD CONSTRAINT consents_revocation_client_id_cf3d70b9_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_revocation
    ADD CONSTRAINT consents_revocation_consent_id_0d171244_fk_consents_consent_id FOREIGN KEY (consent_id) REFERENCES public.consents_consent(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_revocation
    ADD CONSTRAINT consents_revocation_site_id_d4beac65_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_revocation
    ADD CONSTRAINT consents_revocation_taken_by_id_2e923826_fk_staff_worker_id FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_client_id_87f914b9_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_contact_id_73f6af75_fk_people_contact_id FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_lifted_by_id_f63094f4_fk_staff_worker_id FOREIGN KEY (lifted_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_party_id_5e183bdd_fk_consents_ FOREIGN KEY (party_id) REFERENCES public.consents_outsideparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_raised_by_id_a15dc72b_fk_staff_worker_id FOREIGN KEY (raised_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.consents_safetyflag
    ADD CONSTRAINT consents_safetyflag_site_id_c26b7782_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorizati_answered_by_id_35fd1f14_fk_staff_wor FOREIGN KEY (answered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorizati_coverage_id_06452d79_fk_coverage_ FOREIGN KEY (coverage_id) REFERENCES public.coverage_coverage(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorizati_follows_id_b31d1514_fk_coverage_ FOREIGN KEY (follows_id) REFERENCES public.coverage_authorization(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorization_asked_by_id_c30120b4_fk_staff_worker_id FOREIGN KEY (asked_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorization_client_id_30e7a938_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorization_ended_by_id_7addf662_fk_staff_worker_id FOREIGN KEY (ended_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_authorization
    ADD CONSTRAINT coverage_authorization_site_id_66406314_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_benefitscheck
    ADD CONSTRAINT coverage_benefitsche_coverage_id_4213ae97_fk_coverage_ FOREIGN KEY (coverage_id) REFERENCES public.coverage_coverage(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_benefitscheck
    ADD CONSTRAINT coverage_benefitscheck_by_id_e55bf409_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_benefitscheck
    ADD CONSTRAINT coverage_benefitscheck_client_id_00b82424_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_benefitscheck
    ADD CONSTRAINT coverage_benefitscheck_site_id_c8b489a3_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_coverage
    ADD CONSTRAINT coverage_coverage_client_id_3409429d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_coverage
    ADD CONSTRAINT coverage_coverage_payer_id_49a91339_fk_coverage_payer_id FOREIGN KEY (payer_id) REFERENCES public.coverage_payer(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_coverage
    ADD CONSTRAINT coverage_coverage_site_id_55e57e67_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_coverage
    ADD CONSTRAINT coverage_coverage_verified_by_id_d8e51783_fk_staff_worker_id FOREIGN KEY (verified_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_feedetermination
    ADD CONSTRAINT coverage_feedetermin_client_id_f4fe060d_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_feedetermination
    ADD CONSTRAINT coverage_feedetermination_by_id_0da7ebd3_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_feedetermination
    ADD CONSTRAINT coverage_feedetermination_site_id_b9134986_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_givenestimate
    ADD CONSTRAINT coverage_givenestimate_by_id_c39a1955_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_givenestimate
    ADD CONSTRAINT coverage_givenestimate_client_id_0a7934b7_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_givenestimate
    ADD CONSTRAINT coverage_givenestimate_site_id_f427a64a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.coverage_payernumber
    ADD CONSTRAINT coverage_payernumber_payer_id_b3165ec9_fk_coverage_payer_id FOREIGN KEY (payer_id) REFERENCES public.coverage_payer(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_client_id_6d6f3710_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_handed_by_id_cf3b7343_fk_staff_worker_id FOREIGN KEY (handed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_material_version_id_6d1ca987_fk_curriculu FOREIGN KEY (material_version_id) REFERENCES public.curriculum_materialversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_session_id_29cc6d7d_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_handedout
    ADD CONSTRAINT curriculum_handedout_site_id_4d9b88d4_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_material
    ADD CONSTRAINT curriculum_material_follows_id_803fb870_fk_curriculu FOREIGN KEY (follows_id) REFERENCES public.curriculum_materialversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_material
    ADD CONSTRAINT curriculum_material_topic_id_2edd44b5_fk_program_c FOREIGN KEY (topic_id) REFERENCES public.program_curriculumtopic(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_materialv_made_by_id_7024822d_fk_staff_wor FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_materialv_material_id_e311c5a5_fk_curriculu FOREIGN KEY (material_id) REFERENCES public.curriculum_material(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_materialv_published_by_id_3b39e667_fk_staff_wor FOREIGN KEY (published_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_materialversion
    ADD CONSTRAINT curriculum_materialv_restored_from_id_ea044de2_fk_curriculu FOREIGN KEY (restored_from_id) REFERENCES public.curriculum_materialversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_sessionmaterial
    ADD CONSTRAINT curriculum_sessionma_material_version_id_0168b545_fk_curriculu FOREIGN KEY (material_version_id) REFERENCES public.curriculum_materialversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_sessionmaterial
    ADD CONSTRAINT curriculum_sessionma_session_id_007d693a_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.curriculum_sessionmaterial
    ADD CONSTRAINT curriculum_sessionma_used_by_id_a7fb7041_fk_staff_wor FOREIGN KEY (used_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.demo_told
    ADD CONSTRAINT demo_told_program_id_1ca52dbc_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffste_disclosure_id_6b8bcced_fk_consents_ FOREIGN KEY (disclosure_id) REFERENCES public.consents_disclosure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffste_referral_id_2168a99f_fk_directory FOREIGN KEY (referral_id) REFERENCES public.directory_referral(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffste_service_id_be341bed_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffstep_by_id_11f0b920_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffstep_client_id_da8907ec_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_handoffstep
    ADD CONSTRAINT directory_handoffstep_site_id_c301e0f7_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_client_id_dc362edb_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_closed_by_id_5bd9e70e_fk_staff_worker_id FOREIGN KEY (closed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_opened_by_id_561e2ce0_fk_staff_worker_id FOREIGN KEY (opened_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_owner_id_05b99c39_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_service_id_2a0d6fbb_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_referral
    ADD CONSTRAINT directory_referral_site_id_d735171a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_verified_by_id_dd77164b_fk_staff_worker_id FOREIGN KEY (verified_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_serviceedit
    ADD CONSTRAINT directory_serviceedi_service_id_35124368_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.directory_serviceedit
    ADD CONSTRAINT directory_serviceedit_by_id_5023c847_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_author_id_6440570b_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_client_id_897ec5e1_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_made_by_id_7ff42558_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_site_id_426ba4f8_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_downtimepack
    ADD CONSTRAINT downtime_downtimepack_key_id_bc078cd3_fk_downtime_packkey_id FOREIGN KEY (key_id) REFERENCES public.downtime_packkey(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_downtimepack
    ADD CONSTRAINT downtime_downtimepack_made_by_id_8c9660a9_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_downtimepack
    ADD CONSTRAINT downtime_downtimepack_site_id_5bb2deed_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_packfetch
    ADD CONSTRAINT downtime_packfetch_pack_id_5282f65e_fk_downtime_downtimepack_id FOREIGN KEY (pack_id) REFERENCES public.downtime_downtimepack(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_packfetch
    ADD CONSTRAINT downtime_packfetch_worker_id_3f1c0663_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_packkey
    ADD CONSTRAINT downtime_packkey_set_by_id_2cb62630_fk_staff_worker_id FOREIGN KEY (set_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_packkey
    ADD CONSTRAINT downtime_packkey_site_id_05f50ec0_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_author_id_1d00f5c9_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_client_id_7682a600_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_keyed_by_id_18fdb0ca_fk_staff_worker_id FOREIGN KEY (keyed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_session_id_e1ca744b_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.downtime_paperentry
    ADD CONSTRAINT downtime_paperentry_site_id_65f4562e_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_analyteres_entered_by_id_84bdc919_fk_staff_wor FOREIGN KEY (entered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_analyteres_test_id_f4e04579_fk_drugtests FOREIGN KEY (test_id) REFERENCES public.drugtests_drugtest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_analyteresult_client_id_06197d7e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_analyteresult
    ADD CONSTRAINT drugtests_analyteresult_site_id_5e0a838a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_draw
    ADD CONSTRAINT drugtests_draw_pool_id_5a97c841_fk_drugtests_pool_id FOREIGN KEY (pool_id) REFERENCES public.drugtests_pool(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_client_id_9468db70_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_collected_by_id_7dd53cb1_fk_staff_worker_id FOREIGN KEY (collected_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_discussed_by_id_1fce53a1_fk_staff_worker_id FOREIGN KEY (discussed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_draw_id_34a19c00_fk_drugtests_draw_id FOREIGN KEY (draw_id) REFERENCES public.drugtests_draw(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_ended_by_id_36a1cd2d_fk_staff_worker_id FOREIGN KEY (ended_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_episode_id_48f73e08_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_ordered_by_id_e2e69901_fk_staff_worker_id FOREIGN KEY (ordered_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_reviewed_by_id_5702d543_fk_staff_worker_id FOREIGN KEY (reviewed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_seconded_by_id_7a51507e_fk_staff_worker_id FOREIGN KEY (seconded_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_drugtest
    ADD CONSTRAINT drugtests_drugtest_site_id_0a15cfd4_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_pool
    ADD CONSTRAINT drugtests_pool_program_id_c56ac573_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drugtests_pool
    ADD CONSTRAINT drugtests_pool_site_id_d6669245_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_checkin
    ADD CONSTRAINT instruments_checkin_client_id_e57c6ab6_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_checkin
    ADD CONSTRAINT instruments_checkin_site_id_8e3e21eb_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_invitation
    ADD CONSTRAINT instruments_invitation_client_id_d8b853c4_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_invitation
    ADD CONSTRAINT instruments_invitation_site_id_50dceb44_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_response
    ADD CONSTRAINT instruments_response_client_id_a5e79451_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_response
    ADD CONSTRAINT instruments_response_site_id_56d0d940_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_response
    ADD CONSTRAINT instruments_response_taken_by_id_41927dc1_fk_staff_worker_id FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_scheduleline
    ADD CONSTRAINT instruments_schedule_program_id_64d9ce77_fk_program_p FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_scheduleline
    ADD CONSTRAINT instruments_scheduleline_phase_id_ba2deac8_fk_program_phase_id FOREIGN KEY (phase_id) REFERENCES public.program_phase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_scheduleline
    ADD CONSTRAINT instruments_scheduleline_set_by_id_502f3f1d_fk_staff_worker_id FOREIGN KEY (set_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_sitting
    ADD CONSTRAINT instruments_sitting_client_id_c0847f15_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_sitting
    ADD CONSTRAINT instruments_sitting_site_id_fa71a02c_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.instruments_sitting
    ADD CONSTRAINT instruments_sitting_taken_by_id_282c4304_fk_staff_worker_id FOREIGN KEY (taken_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_account_id FOREIGN KEY (user_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_abbreviation
    ADD CONSTRAINT notes_abbreviation_worker_id_a8d6c106_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_addendum
    ADD CONSTRAINT notes_addendum_author_id_329f3f2b_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_addendum
    ADD CONSTRAINT notes_addendum_client_id_e67fa3ba_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_addendum
    ADD CONSTRAINT notes_addendum_note_id_b34abb77_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_addendum
    ADD CONSTRAINT notes_addendum_site_id_bc58e1d1_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_author_id_ccab446f_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_client_id_e8e13b4d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_episode_id_cfc6b95f_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_objective_id_bb6e71d8_fk_plans_objective_id FOREIGN KEY (objective_id) REFERENCES public.plans_objective(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_session_id_d4a1d0c6_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_signed_by_id_39d7f594_fk_staff_worker_id FOREIGN KEY (signed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_clientnote
    ADD CONSTRAINT notes_clientnote_site_id_3e11ca84_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_author_id_a188029f_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_client_id_eef15c9d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_note_id_07754f73_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_site_id_e202ae64_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_cosignature
    ADD CONSTRAINT notes_cosignature_worker_id_b49fa836_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_counselingnote
    ADD CONSTRAINT notes_counselingnote_author_id_62baeee1_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_counselingnote
    ADD CONSTRAINT notes_counselingnote_client_id_c3358f18_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_counselingnote
    ADD CONSTRAINT notes_counselingnote_session_id_7f8cf4ee_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_counselingnote
    ADD CONSTRAINT notes_counselingnote_site_id_05d7dd34_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_earlierwords
    ADD CONSTRAINT notes_earlierwords_author_id_0a6db586_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_earlierwords
    ADD CONSTRAINT notes_earlierwords_client_id_21735735_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_earlierwords
    ADD CONSTRAINT notes_earlierwords_note_id_35765567_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_earlierwords
    ADD CONSTRAINT notes_earlierwords_site_id_a0b929c2_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_notaclient_author_id_bc9cf0d6_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_notaclient_client_id_dfe6f04a_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_notaclient_note_id_f482546f_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notaclient
    ADD CONSTRAINT notes_notaclient_site_id_53c1da9b_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_noteformat
    ADD CONSTRAINT notes_noteformat_program_id_d9f58dbc_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_noteformat
    ADD CONSTRAINT notes_noteformat_set_by_id_ff61e294_fk_staff_worker_id FOREIGN KEY (set_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_notepart_client_id_79e5a186_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_notepart_note_id_dbfca02e_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_notepart_site_id_5b9e2ec3_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_notepart
    ADD CONSTRAINT notes_notepart_worker_id_63d8de1b_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_observation
    ADD CONSTRAINT notes_observation_author_id_f4b2474f_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_observation
    ADD CONSTRAINT notes_observation_client_id_1812df8d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_observation
    ADD CONSTRAINT notes_observation_session_id_6c62d667_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_observation
    ADD CONSTRAINT notes_observation_site_id_85b615ac_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_scribe
    ADD CONSTRAINT notes_scribe_session_id_c9ea0457_fk_timetable_groupsession_id FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_scribe
    ADD CONSTRAINT notes_scribe_worker_id_f64f91ce_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_scribe
    ADD CONSTRAINT notes_scribe_writes_for_id_900cb4a0_fk_staff_worker_id FOREIGN KEY (writes_for_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_sessionnote
    ADD CONSTRAINT notes_sessionnote_author_id_08a850bc_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_sessionnote
    ADD CONSTRAINT notes_sessionnote_session_id_d83fee39_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_author_id_2e22794c_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_client_id_3ac1f406_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_note_id_ad0c3c2f_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_site_id_4df74bbf_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_settingaside
    ADD CONSTRAINT notes_settingaside_worker_id_42731136_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_sharedpart
    ADD CONSTRAINT notes_sharedpart_session_id_944edf87_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_sharedpart
    ADD CONSTRAINT notes_sharedpart_worker_id_e6fe9415_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_author_id_6fcae8aa_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_client_id_d729a3d8_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_held_id_b76f4099_fk_staff_credential_id FOREIGN KEY (held_id) REFERENCES public.staff_credential(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_note_id_ae1c94d9_fk_notes_clientnote_id FOREIGN KEY (note_id) REFERENCES public.notes_clientnote(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_site_id_56115ab6_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notes_signatureproof
    ADD CONSTRAINT notes_signatureproof_worker_id_f9038741_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_contactchoice
    ADD CONSTRAINT notices_contactchoice_client_id_7a56311f_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_contactchoice
    ADD CONSTRAINT notices_contactchoice_contact_id_6e7a5d5d_fk_people_contact_id FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_contactchoice
    ADD CONSTRAINT notices_contactchoice_said_to_id_4b32f53b_fk_staff_worker_id FOREIGN KEY (said_to_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_contactchoice
    ADD CONSTRAINT notices_contactchoice_site_id_973785df_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_client_id_1b0d0b69_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_contact_id_f8667e1e_fk_people_contact_id FOREIGN KEY (contact_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_disclosure_id_8f55335b_fk_consents_disclosure_id FOREIGN KEY (disclosure_id) REFERENCES public.consents_disclosure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_queued_by_id_5feee214_fk_staff_worker_id FOREIGN KEY (queued_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_site_id_19ddcdca_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_noticeoutcome
    ADD CONSTRAINT notices_noticeoutcome_client_id_274b907a_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_noticeoutcome
    ADD CONSTRAINT notices_noticeoutcome_notice_id_4fbcc702_fk_notices_notice_id FOREIGN KEY (notice_id) REFERENCES public.notices_notice(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.notices_noticeoutcome
    ADD CONSTRAINT notices_noticeoutcome_site_id_cafc8b06_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_client_id_61b6a99c_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_guardian_id_5a0015e6_fk_people_contact_id FOREIGN KEY (guardian_id) REFERENCES public.people_contact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_guardianship_id_377a722e_fk_consents_ FOREIGN KEY (guardianship_id) REFERENCES public.consents_guardianship(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_opened_by_id_be18d718_fk_staff_worker_id FOREIGN KEY (opened_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_owner_id_c54b05ae_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_program_id_8e39581a_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packet
    ADD CONSTRAINT packets_packet_site_id_e982c963_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_packetitem_client_id_b8b554b9_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_packetitem_consent_id_8222444a_fk_consents_consent_id FOREIGN KEY (consent_id) REFERENCES public.consents_consent(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_packetitem_packet_id_26a3fd0e_fk_packets_packet_id FOREIGN KEY (packet_id) REFERENCES public.packets_packet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetitem
    ADD CONSTRAINT packets_packetitem_site_id_cbbdbec1_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusa_recorded_by_id_0b6f5e79_fk_staff_wor FOREIGN KEY (recorded_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusal_client_id_9618b408_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusal_item_id_a68a987f_fk_packets_packetitem_id FOREIGN KEY (item_id) REFERENCES public.packets_packetitem(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetrefusal
    ADD CONSTRAINT packets_packetrefusal_site_id_6e60e5bd_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignat_item_id_614f35c6_fk_packets_p FOREIGN KEY (item_id) REFERENCES public.packets_packetitem(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignat_link_id_cef92995_fk_packets_s FOREIGN KEY (link_id) REFERENCES public.packets_signinglink(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignature_client_id_86aa823e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignature_site_id_0fb09a83_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_packetsignature
    ADD CONSTRAINT packets_packetsignature_worker_id_652750cb_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_by_id_630bfd7a_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_client_id_3cf2e78f_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_packet_id_bbb98257_fk_packets_packet_id FOREIGN KEY (packet_id) REFERENCES public.packets_packet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_printedpapers
    ADD CONSTRAINT packets_printedpapers_site_id_15cde144_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_by_id_f22f45c2_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_client_id_1574d5c7_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_item_id_9dd712fa_fk_packets_packetitem_id FOREIGN KEY (item_id) REFERENCES public.packets_packetitem(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_printed_id_b47cbe93_fk_packets_p FOREIGN KEY (printed_id) REFERENCES public.packets_printedpapers(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_scannedpaper
    ADD CONSTRAINT packets_scannedpaper_site_id_a428e028_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_client_id_bfec3849_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_made_by_id_a2bd7c5c_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_packet_id_8f232364_fk_packets_packet_id FOREIGN KEY (packet_id) REFERENCES public.packets_packet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.packets_signinglink
    ADD CONSTRAINT packets_signinglink_site_id_4f270319_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_accessreason
    ADD CONSTRAINT people_accessreason_client_id_acb5cfec_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_accessreason
    ADD CONSTRAINT people_accessreason_reviewed_by_id_9da1c50f_fk_staff_worker_id FOREIGN KEY (reviewed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_accessreason
    ADD CONSTRAINT people_accessreason_site_id_468d8ec0_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_accessreason
    ADD CONSTRAINT people_accessreason_worker_id_efd54415_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_client
    ADD CONSTRAINT people_client_account_id_35e2e744_fk_accounts_account_id FOREIGN KEY (account_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_client
    ADD CONSTRAINT people_client_site_id_cc581352_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_account_id_190f5d64_fk_accounts_account_id FOREIGN KEY (account_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_client_id_bb9a3804_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_site_id_e51e4699_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_teammembership
    ADD CONSTRAINT people_teammembership_client_id_14dba38e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_teammembership
    ADD CONSTRAINT people_teammembership_site_id_27bbc889_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_teammembership
    ADD CONSTRAINT people_teammembership_worker_id_58ebdc6c_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_externalresult
    ADD CONSTRAINT placement_externalre_attached_by_id_7750cf72_fk_staff_wor FOREIGN KEY (attached_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_externalresult
    ADD CONSTRAINT placement_externalresult_client_id_f9eb09b3_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_externalresult
    ADD CONSTRAINT placement_externalresult_site_id_bd2fe261_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_holdreleas_placement_id_5307353f_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placement_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_holdrelease_by_id_bfafca35_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_holdrelease_client_id_37fc1da0_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_holdrelease
    ADD CONSTRAINT placement_holdrelease_site_id_6ef3d73b_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_placement
    ADD CONSTRAINT placement_placement_assessor_id_9f6ae2a6_fk_staff_worker_id FOREIGN KEY (assessor_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_placement
    ADD CONSTRAINT placement_placement_client_id_d1c34176_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_placement
    ADD CONSTRAINT placement_placement_decided_by_id_e62cbc84_fk_staff_worker_id FOREIGN KEY (decided_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_placement
    ADD CONSTRAINT placement_placement_site_id_1787c7fe_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_staydecision
    ADD CONSTRAINT placement_staydecisi_decided_by_id_01dc996f_fk_staff_wor FOREIGN KEY (decided_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_staydecision
    ADD CONSTRAINT placement_staydecisi_placement_id_780517d4_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placement_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_staydecision
    ADD CONSTRAINT placement_staydecision_client_id_1ad28e6e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placement_staydecision
    ADD CONSTRAINT placement_staydecision_site_id_c0e92a4a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_client_id_637b6f66_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_problem_id_1dfef7b7_fk_plans_problem_id FOREIGN KEY (problem_id) REFERENCES public.plans_problem(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_site_id_d966f1c3_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_intervention
    ADD CONSTRAINT plans_intervention_client_id_01ad7f25_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_intervention
    ADD CONSTRAINT plans_intervention_objective_id_75844414_fk_plans_objective_id FOREIGN KEY (objective_id) REFERENCES public.plans_objective(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_intervention
    ADD CONSTRAINT plans_intervention_site_id_88f1d608_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_intervention
    ADD CONSTRAINT plans_intervention_worker_id_2f6df89a_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_objective
    ADD CONSTRAINT plans_objective_client_id_37b53040_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_objective
    ADD CONSTRAINT plans_objective_continues_id_a0d7d901_fk_plans_objective_id FOREIGN KEY (continues_id) REFERENCES public.plans_objective(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_objective
    ADD CONSTRAINT plans_objective_goal_id_3ffa54bb_fk_plans_goal_id FOREIGN KEY (goal_id) REFERENCES public.plans_goal(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_objective
    ADD CONSTRAINT plans_objective_site_id_b284de03_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_amends_id_8943a810_fk_plans_plan_id FOREIGN KEY (amends_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_author_id_a658beb5_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_client_id_d2cb419e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_episode_id_aaa2e09a_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_site_id_f74a47b7_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_answers_id_dfdaa8ad_fk_plans_plancomment_id FOREIGN KEY (answers_id) REFERENCES public.plans_plancomment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_client_id_06884a43_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_objective_id_7792e1eb_fk_plans_objective_id FOREIGN KEY (objective_id) REFERENCES public.plans_objective(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_plan_id_c5fe3c67_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_site_id_bec1f88b_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plancomment
    ADD CONSTRAINT plans_plancomment_worker_id_0c6161e3_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_by_id_7e0fae8f_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_client_id_220d99c4_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_plan_id_71547ae9_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_planreview
    ADD CONSTRAINT plans_planreview_site_id_297776ff_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_plansignature_client_id_eee23083_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_plansignature_plan_id_a5652b9e_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_plansignature_site_id_088b34c3_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plansignature
    ADD CONSTRAINT plans_plansignature_worker_id_bd8055c3_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_problem
    ADD CONSTRAINT plans_problem_client_id_93d93341_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_problem
    ADD CONSTRAINT plans_problem_plan_id_d596ade5_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_problem
    ADD CONSTRAINT plans_problem_site_id_be862617_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);



ALTER TABLE ONLY public.program_curriculumtopic
    ADD CONSTRAINT program_curriculumto_program_id_49bbaf45_fk_program_p FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_deadline
    ADD CONSTRAINT program_deadline_program_id_32202cde_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_holiday
    ADD CONSTRAINT program_holiday_program_id_09a2beea_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_houserule
    ADD CONSTRAINT program_houserule_program_id_09c07874_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_phase
    ADD CONSTRAINT program_phase_program_id_3f613085_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_room
    ADD CONSTRAINT program_room_site_id_e33ad487_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_rulenumber
    ADD CONSTRAINT program_rulenumber_program_id_fcdb7d4b_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_sessiontype
    ADD CONSTRAINT program_sessiontype_program_id_376e2e46_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_track
    ADD CONSTRAINT program_track_program_id_f70317c2_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.program_track
    ADD CONSTRAINT program_track_site_id_fcdd3bb6_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_appointment
    ADD CONSTRAINT progress_appointment_booked_by_id_6c9bcfb1_fk_staff_worker_id FOREIGN KEY (booked_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_appointment
    ADD CONSTRAINT progress_appointment_client_id_2181a0d1_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_appointment
    ADD CONSTRAINT progress_appointment_episode_id_eb37e5b3_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_appointment
    ADD CONSTRAINT progress_appointment_site_id_28326ff8_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_author_id_9f6fa053_fk_staff_worker_id FOREIGN KEY (author_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_client_id_801eaf87_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_document_id_c54a0742_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_episode_id_65260206_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_discharge
    ADD CONSTRAINT progress_discharge_site_id_ff77a31f_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_followup_by_id_334ebebf_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_followup_client_id_08b510e7_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_followup_episode_id_bd8ea289_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_followup
    ADD CONSTRAINT progress_followup_site_id_2bba9ff9_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_client_id_8e98acda_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_decided_by_id_69bb3f87_fk_staff_worker_id FOREIGN KEY (decided_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_episode_id_6eed8f33_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_site_id_36c3356a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_levelreview
    ADD CONSTRAINT progress_levelreview_to_phase_id_a921ce6a_fk_program_phase_id FOREIGN KEY (to_phase_id) REFERENCES public.program_phase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachatt_episode_id_a214919f_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachatt_missed_session_id_0c7d6ece_fk_timetable FOREIGN KEY (missed_session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachattempt_by_id_2fd1e0e7_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachattempt_client_id_07b2e3d8_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.progress_outreachattempt
    ADD CONSTRAINT progress_outreachattempt_site_id_475581f2_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_article
    ADD CONSTRAINT publishing_article_follows_id_b7ebd537_fk_publishin FOREIGN KEY (follows_id) REFERENCES public.publishing_articleversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_articleve_article_id_29ace33b_fk_publishin FOREIGN KEY (article_id) REFERENCES public.publishing_article(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_articleve_made_by_id_dba191e5_fk_staff_wor FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_articleve_published_by_id_0b679c72_fk_staff_wor FOREIGN KEY (published_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_articleversion
    ADD CONSTRAINT publishing_articleve_restored_from_id_67bc4124_fk_publishin FOREIGN KEY (restored_from_id) REFERENCES public.publishing_articleversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_question
    ADD CONSTRAINT publishing_question_vouched_by_id_01d59908_fk_staff_worker_id FOREIGN KEY (vouched_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_questionstep
    ADD CONSTRAINT publishing_questions_question_id_b1367b60_fk_publishin FOREIGN KEY (question_id) REFERENCES public.publishing_question(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.publishing_questionstep
    ADD CONSTRAINT publishing_questionstep_by_id_538b5583_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_credential
    ADD CONSTRAINT staff_credential_worker_id_89ee8ad1_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_dutygrant
    ADD CONSTRAINT staff_dutygrant_program_id_64a99785_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_dutygrant
    ADD CONSTRAINT staff_dutygrant_worker_id_e4bb3b83_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_rolegrant
    ADD CONSTRAINT staff_rolegrant_program_id_ff4b33a1_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_rolegrant
    ADD CONSTRAINT staff_rolegrant_site_id_a7a28109_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_rolegrant
    ADD CONSTRAINT staff_rolegrant_worker_id_933550f9_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_supervision
    ADD CONSTRAINT staff_supervision_supervisee_id_4ca986bb_fk_staff_worker_id FOREIGN KEY (supervisee_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_supervision
    ADD CONSTRAINT staff_supervision_supervisor_id_c1a7cb75_fk_staff_worker_id FOREIGN KEY (supervisor_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_worker
    ADD CONSTRAINT staff_worker_account_id_7d53a15a_fk_accounts_account_id FOREIGN KEY (account_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_worker
    ADD CONSTRAINT staff_worker_site_id_9c38ba81_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.staff_workinghours
    ADD CONSTRAINT staff_workinghours_worker_id_7763d0ce_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_caretask_client_id_4f0b5c8e_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_caretask_closed_by_id_e86fef44_fk_staff_worker_id FOREIGN KEY (closed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_caretask_owner_id_da403200_fk_staff_worker_id FOREIGN KEY (owner_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.tasks_caretask
    ADD CONSTRAINT tasks_caretask_site_id_45ec04e5_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_absence
    ADD CONSTRAINT timetable_absence_noted_by_id_c1a7e3f8_fk_staff_worker_id FOREIGN KEY (noted_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_absence
    ADD CONSTRAINT timetable_absence_worker_id_9ad1a234_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_calendarplace
    ADD CONSTRAINT timetable_calendarplace_set_by_id_93b80bde_fk_staff_worker_id FOREIGN KEY (set_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_calendarplace
    ADD CONSTRAINT timetable_calendarplace_site_id_95ef1edb_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_clientfeed
    ADD CONSTRAINT timetable_clientfeed_client_id_2b7c8f54_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_clientfeed
    ADD CONSTRAINT timetable_clientfeed_site_id_5371865d_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_clienthours
    ADD CONSTRAINT timetable_clienthours_client_id_6ed31f1d_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_clienthours
    ADD CONSTRAINT timetable_clienthours_said_to_id_75226ff0_fk_staff_worker_id FOREIGN KEY (said_to_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_clienthours
    ADD CONSTRAINT timetable_clienthours_site_id_cf04d368_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_closure
    ADD CONSTRAINT timetable_closure_noted_by_id_c5dc42ef_fk_staff_worker_id FOREIGN KEY (noted_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_closure
    ADD CONSTRAINT timetable_closure_room_id_a08c1f93_fk_program_room_id FOREIGN KEY (room_id) REFERENCES public.program_room(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_closure
    ADD CONSTRAINT timetable_closure_site_id_d7a0c669_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_draftmove_by_id_88f53886_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_draftmove_draft_id_77d84dd4_fk_timetable_weekdraft_id FOREIGN KEY (draft_id) REFERENCES public.timetable_weekdraft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_draftmove
    ADD CONSTRAINT timetable_draftmove_undoes_id_8211480a_fk_timetable FOREIGN KEY (undoes_id) REFERENCES public.timetable_draftmove(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_dutyshift_made_by_id_d607ca4e_fk_staff_worker_id FOREIGN KEY (made_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_dutyshift_removed_by_id_3583b606_fk_staff_worker_id FOREIGN KEY (removed_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_dutyshift_site_id_f90208c6_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_dutyshift
    ADD CONSTRAINT timetable_dutyshift_worker_id_c60dbce0_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupmembership
    ADD CONSTRAINT timetable_groupmembe_client_id_6be0bab7_fk_people_cl FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupmembership
    ADD CONSTRAINT timetable_groupmembe_episode_id_00ce4536_fk_admission FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupmembership
    ADD CONSTRAINT timetable_groupmembe_group_id_cbd7eeb4_fk_timetable FOREIGN KEY (group_id) REFERENCES public.timetable_therapygroup(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupmembership
    ADD CONSTRAINT timetable_groupmembership_site_id_8b2c8086_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsessi_group_id_b83a4bbd_fk_timetable FOREIGN KEY (group_id) REFERENCES public.timetable_therapygroup(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsessi_program_id_e3299e7e_fk_program_p FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsessi_session_type_id_ab282859_fk_program_s FOREIGN KEY (session_type_id) REFERENCES public.program_sessiontype(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsessi_topic_id_2b74add7_fk_program_c FOREIGN KEY (topic_id) REFERENCES public.program_curriculumtopic(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsession_room_id_975a97d5_fk_program_room_id FOREIGN KEY (room_id) REFERENCES public.program_room(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_groupsession
    ADD CONSTRAINT timetable_groupsession_site_id_23c254e0_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_keptapart
    ADD CONSTRAINT timetable_keptapart_by_id_e58bfade_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_keptapart
    ADD CONSTRAINT timetable_keptapart_client_id_f80d35b9_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_keptapart
    ADD CONSTRAINT timetable_keptapart_other_id_2a304575_fk_people_client_id FOREIGN KEY (other_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_keptapart
    ADD CONSTRAINT timetable_keptapart_site_id_59e96227_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_leader_follows_session FOREIGN KEY (session_id, starts_at, ends_at) REFERENCES public.timetable_groupsession(id, starts_at, ends_at) ON UPDATE CASCADE;



ALTER TABLE ONLY public.timetable_leadingterms
    ADD CONSTRAINT timetable_leadingterms_worker_id_410caf5b_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_notwith
    ADD CONSTRAINT timetable_notwith_by_id_8bec8df5_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_notwith
    ADD CONSTRAINT timetable_notwith_client_id_8199dab5_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_notwith
    ADD CONSTRAINT timetable_notwith_site_id_eb0d4418_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_notwith
    ADD CONSTRAINT timetable_notwith_worker_id_a266db69_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_planningstep
    ADD CONSTRAINT timetable_planningst_draft_id_32590ac5_fk_timetable FOREIGN KEY (draft_id) REFERENCES public.timetable_weekdraft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_planningterms
    ADD CONSTRAINT timetable_planningterms_client_id_16cc95b7_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_planningterms
    ADD CONSTRAINT timetable_planningterms_said_to_id_8721fa1f_fk_staff_worker_id FOREIGN KEY (said_to_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_planningterms
    ADD CONSTRAINT timetable_planningterms_site_id_1a81b33f_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publicatio_draft_id_1b25c38e_fk_timetable FOREIGN KEY (draft_id) REFERENCES public.timetable_weekdraft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publication_by_id_a854233f_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_publication
    ADD CONSTRAINT timetable_publication_week_id_8927f053_fk_timetable_week_id FOREIGN KEY (week_id) REFERENCES public.timetable_week(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_client_id_e7118398_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_episode_id_f2fc68ba_fk_admissions_episode_id FOREIGN KEY (episode_id) REFERENCES public.admissions_episode(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_follows_session FOREIGN KEY (session_id, starts_at, ends_at, capacity) REFERENCES public.timetable_groupsession(id, starts_at, ends_at, capacity) ON UPDATE CASCADE;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_makes_up_id_2435badb_fk_timetable_seat_id FOREIGN KEY (makes_up_id) REFERENCES public.timetable_seat(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_session_id_06f1f430_fk_timetable_groupsession_id FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_seat
    ADD CONSTRAINT timetable_seat_site_id_26c7252d_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_sessionlea_session_id_ad688196_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_sessionleader
    ADD CONSTRAINT timetable_sessionleader_worker_id_e79da417_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_sessionlink
    ADD CONSTRAINT timetable_sessionlin_session_id_43d3087e_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_sessionlink
    ADD CONSTRAINT timetable_sessionlink_set_by_id_506128df_fk_staff_worker_id FOREIGN KEY (set_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_stafffeed
    ADD CONSTRAINT timetable_stafffeed_worker_id_1e593501_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_substitution
    ADD CONSTRAINT timetable_substituti_session_id_3e8e5efc_fk_timetable FOREIGN KEY (session_id) REFERENCES public.timetable_groupsession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_substitution
    ADD CONSTRAINT timetable_substitution_away_id_5739fd47_fk_staff_worker_id FOREIGN KEY (away_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_substitution
    ADD CONSTRAINT timetable_substitution_by_id_da95ae88_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_substitution
    ADD CONSTRAINT timetable_substitution_instead_id_986b0fb5_fk_staff_worker_id FOREIGN KEY (instead_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup_phases
    ADD CONSTRAINT timetable_therapygro_phase_id_1bee5d0f_fk_program_p FOREIGN KEY (phase_id) REFERENCES public.program_phase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygro_program_id_7f970c17_fk_program_p FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygro_session_type_id_03eae2b0_fk_program_s FOREIGN KEY (session_type_id) REFERENCES public.program_sessiontype(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup_phases
    ADD CONSTRAINT timetable_therapygro_therapygroup_id_9ecc1f14_fk_timetable FOREIGN KEY (therapygroup_id) REFERENCES public.timetable_therapygroup(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_leader_id_761de4ac_fk_staff_worker_id FOREIGN KEY (leader_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_room_id_35c558e9_fk_program_room_id FOREIGN KEY (room_id) REFERENCES public.program_room(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_site_id_d1cf4d5a_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_therapygroup
    ADD CONSTRAINT timetable_therapygroup_track_id_dd9daa1d_fk_program_track_id FOREIGN KEY (track_id) REFERENCES public.program_track(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_toldweek
    ADD CONSTRAINT timetable_toldweek_client_id_e02b0165_fk_people_client_id FOREIGN KEY (client_id) REFERENCES public.people_client(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_toldweek
    ADD CONSTRAINT timetable_toldweek_publication_id_4e2cd78a_fk_timetable FOREIGN KEY (publication_id) REFERENCES public.timetable_publication(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_toldweek
    ADD CONSTRAINT timetable_toldweek_site_id_ab82da4b_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_toldworker
    ADD CONSTRAINT timetable_toldworker_publication_id_eaf9b832_fk_timetable FOREIGN KEY (publication_id) REFERENCES public.timetable_publication(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_toldworker
    ADD CONSTRAINT timetable_toldworker_worker_id_011206c7_fk_staff_worker_id FOREIGN KEY (worker_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_week
    ADD CONSTRAINT timetable_week_program_id_e25a0f9c_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_week
    ADD CONSTRAINT timetable_week_published_by_id_1cd956d9_fk_staff_worker_id FOREIGN KEY (published_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_week
    ADD CONSTRAINT timetable_week_site_id_e67c78fb_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_weekdraft
    ADD CONSTRAINT timetable_weekdraft_program_id_a0d989ed_fk_program_program_id FOREIGN KEY (program_id) REFERENCES public.program_program(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_weekdraft
    ADD CONSTRAINT timetable_weekdraft_site_id_45755a05_fk_program_site_id FOREIGN KEY (site_id) REFERENCES public.program_site(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_weekdraft
    ADD CONSTRAINT timetable_weekdraft_started_by_id_4d024e57_fk_staff_worker_id FOREIGN KEY (started_by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_weekquestion
    ADD CONSTRAINT timetable_weekquesti_draft_id_7cd6e2c2_fk_timetable FOREIGN KEY (draft_id) REFERENCES public.timetable_weekdraft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.timetable_weekquestion
    ADD CONSTRAINT timetable_weekquestion_by_id_8531cf90_fk_staff_worker_id FOREIGN KEY (by_id) REFERENCES public.staff_worker(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_userses_user_id_af5e0a6d_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;



GRANT USAGE ON SCHEMA public TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO homeward_app;



GRANT ALL ON SEQUENCE public.account_emailaddress_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO homeward_app;



GRANT ALL ON SEQUENCE public.account_emailconfirmation_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_account TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_setuptoken TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_assessmentvisit TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_capacitynotice TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_capacitytosign TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_episode TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_episodestage TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_hold TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_inquiry TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_inquirystep TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_interimplan TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_interimservice TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.admissions_medicalscreening TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_message TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_obligation TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_reminder TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.admissions_waitlistentry TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.assessments_addendum TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.assessments_answer TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.assessments_assessment TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.assessments_cosignature TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.assessments_draft TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_arrival TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_arrivalcode TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_attendancemark TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.attendance_forecastmeasure TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_kiosk TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_makeupoffer TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_offlineentry TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_punch TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.attendance_safetystep TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attendance_sealingkey TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.audit_entry TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.audit_head TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.audit_link TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.audit_waiting TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO homeward_app;



GRANT ALL ON SEQUENCE public.auth_group_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO homeward_app;



GRANT ALL ON SEQUENCE public.auth_group_permissions_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO homeward_app;



GRANT ALL ON SEQUENCE public.auth_permission_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_approval TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_caseclosing TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_consent TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_consentrefusal TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_delivery TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_disclosure TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_emergencyrecord TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_guardianship TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_instrumentverification TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_intermediarylist TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_intermediarylistrequest TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_intermediarymember TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_legalinstrument TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_legalrelease TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_legalrequest TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_minorconsentage TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_outsideparty TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_premisesincident TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_qsoagreement TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_restrictionanswer TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_restrictionrequest TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.consents_revocation TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consents_safetyflag TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_cache TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_draft TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_heartbeat TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_outboxitem TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_submission TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_authorization TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.coverage_benefitscheck TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_coverage TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.coverage_feedetermination TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.coverage_givenestimate TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_payer TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_payernumber TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.curriculum_handedout TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.curriculum_material TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.curriculum_materialversion TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.curriculum_sessionmaterial TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.demo_told TO homeward_app;



GRANT ALL ON SEQUENCE public.demo_told_id_seq TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.directory_handoffstep TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_referral TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_service TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.directory_serviceedit TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO homeward_app;



GRANT ALL ON SEQUENCE public.django_content_type_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO homeward_app;



GRANT ALL ON SEQUENCE public.django_migrations_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.documents_document TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.downtime_downtimepack TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.downtime_packfetch TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.downtime_packkey TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.downtime_paperentry TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.drugtests_analyteresult TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.drugtests_draw TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.drugtests_drugtest TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.drugtests_pool TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.instruments_checkin TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.instruments_invitation TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.instruments_licensedtext TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.instruments_response TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.instruments_scheduleline TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.instruments_sitting TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO homeward_app;



GRANT ALL ON SEQUENCE public.mfa_authenticator_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_abbreviation TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_addendum TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_clientnote TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_cosignature TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_counselingnote TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_earlierwords TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_notaclient TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_noteformat TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_notepart TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_observation TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_scribe TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_sessionnote TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_settingaside TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notes_sharedpart TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notes_signatureproof TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notices_contactchoice TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notices_notice TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.notices_noticeoutcome TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.packets_packet TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.packets_packetitem TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.packets_packetrefusal TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.packets_packetsignature TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.packets_printedpapers TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.packets_scannedpaper TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.packets_signinglink TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_accessreason TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_client TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_contact TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_teammembership TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.placement_externalresult TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.placement_holdrelease TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.placement_placement TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.placement_staydecision TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_goal TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_intervention TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_objective TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_plan TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.plans_plancomment TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.plans_planreview TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.plans_plansignature TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_problem TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO homeward_app;



GRANT ALL ON SEQUENCE public.procrastinate_events_id_seq TO homeward_app;



GRANT ALL ON SEQUENCE public.procrastinate_jobs_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO homeward_app;



GRANT ALL ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO homeward_app;



GRANT ALL ON SEQUENCE public.procrastinate_workers_id_seq TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_curriculumtopic TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_deadline TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_holiday TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_houserule TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_organisation TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_phase TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_program TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_room TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_rulenumber TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_sessiontype TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_site TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.program_track TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.progress_appointment TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.progress_discharge TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.progress_followup TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.progress_levelreview TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.progress_outreachattempt TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publishing_article TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publishing_articleversion TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publishing_question TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.publishing_questionstep TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_credential TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_dutygrant TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_rolegrant TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_supervision TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_worker TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_workinghours TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tasks_caretask TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_absence TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_calendarplace TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_clientfeed TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_clienthours TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_closure TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_draftmove TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_dutyshift TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_groupmembership TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_groupsession TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_keptapart TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_leadingterms TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_notwith TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_planningstep TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_planningterms TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_publication TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_seat TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_sessionleader TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_sessionlink TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_stafffeed TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_substitution TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_therapygroup TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_therapygroup_phases TO homeward_app;



GRANT ALL ON SEQUENCE public.timetable_therapygroup_phases_id_seq TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_toldweek TO homeward_app;



GRANT SELECT,INSERT ON TABLE public.timetable_toldworker TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_week TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_weekdraft TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timetable_weekquestion TO homeward_app;



GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO homeward_app;



GRANT ALL ON SEQUENCE public.usersessions_usersession_id_seq TO homeward_app;



ALTER DEFAULT PRIVILEGES FOR ROLE homeward_owner IN SCHEMA public GRANT ALL ON SEQUENCES TO homeward_app;



ALTER DEFAULT PRIVILEGES FOR ROLE homeward_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO homeward_app;


-- PostgreSQL database dump complete



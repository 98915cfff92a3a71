/** What pg-boss has no call for. Its tables come with its version, and a test compares them with it. */
import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first } from "#db/rows";

/** Those of these queues that have a job to run now, by how long their first one exists. Served by job_common_i11. */
export const listDueQueues = (sql: Sql, names: readonly string[]) =>
  sql<{ name: string }[]>`
    select queue.name
    from pgboss.queue cross join lateral (
      select job.created_on from pgboss.job
      where job.name = queue.name and state < 'active' and not blocked and start_after <= now()
      order by priority desc, created_on limit 1) as next
    where queue.name = any(${names})
    order by next.created_on`;

export interface JobCountRow {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  lateSeconds: number;
}

/** Of those of these queues that have any. Served by job_common_i14. */
export const countJobs = (sql: Sql, names: readonly string[]) =>
  sql<JobCountRow[]>`
    select name, (count(*) filter (where state < 'active'))::int as waiting,
      (count(*) filter (where state = 'active'))::int as active,
      (count(*) filter (where state = 'failed'))::int as failed,
      coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)::float8
        as late_seconds
    from pgboss.job
    where name = any(${names}) and state in ('created', 'retry', 'active', 'failed')
    group by name`;

/** A job as one worker took it. Once another has taken it, its count is another one. */
interface TakenJob {
  readonly name: string;
  readonly id: string;
  readonly retryCount: number;
}

/** As if nobody had taken it: its next run counts as the same attempt. Served by job_common_pkey. */
export const updateJobReturned = (sql: Sql, { name, id, retryCount }: TakenJob) =>
  sql`
    update pgboss.job
    set state = case when retry_count = 0 then 'created' else 'retry' end::pgboss.job_state, started_on = null,
      heartbeat_on = null
    where name = ${name} and id = ${id} and state = 'active' and retry_count = ${retryCount}`;

/** Makes its next failure the last. Served by job_common_pkey. */
export const updateJobRetriesEnded = (sql: Sql, { name, id, retryCount }: TakenJob) =>
  sql`
    update pgboss.job set retry_limit = retry_count
    where name = ${name} and id = ${id} and state = 'active' and retry_count = ${retryCount}`;

/** Those of jobs that are no more too. There is one for each name. */
export const listQueues = (sql: Sql) => sql<{ name: string }[]>`select name from pgboss.queue order by name`;

/** By the clock of the database, as every time of a job is. Served by job_common_i16. */
export const deleteCompletedJobs = (sql: Sql, name: string, keptHours: number, limit: number) =>
  sql`
    delete from pgboss.job where name = ${name} and id = any(array(
      select id from pgboss.job
      where name = ${name} and state = 'completed' and completed_on < now() - make_interval(hours => ${keptHours})
      order by completed_on limit ${limit} for update skip locked))`;

/*
 * One page of jobs, the newest first; one row more than the limit where there is another page. It is put together from the
 * first rows of each queue, of which there are as many as kinds of jobs. A queue whose name begins with __ is pg-boss's own.
 */

/** As the contract says: characters of what went wrong. */
const ERROR_LENGTH_MAXIMUM = 1_000;

export interface JobRow {
  id: string;
  name: string;
  state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
  attempts: number;
  error: string | null;
  createdAt: string;
  startsAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

/** Served by job_common_i15. */
export const listJobs = (sql: Sql, name: string | null, { after, limit }: PageInput) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue cross join lateral (
      select id, name, state, retry_count, started_on, output, created_on, start_after, completed_on
      from pgboss.job
      where name = queue.name
        and (created_on, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_on desc, id desc
      limit ${limit + 1}
    ) as job
    where queue.name = coalesce(${name}, queue.name) and left(queue.name, 2) <> '__'
    order by job.created_on desc, job.id desc
    limit ${limit + 1}`;

/** Those that wait are found by job_common_i14, and put in order. */
export const listWaitingJobs = (sql: Sql, name: string | null, { after, limit }: PageInput) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue cross join lateral (
      select id, name, state, retry_count, started_on, output, created_on, start_after, completed_on
      from pgboss.job
      where name = queue.name and state in ('created', 'retry')
        and (created_on, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_on desc, id desc
      limit ${limit + 1}
    ) as job
    where queue.name = coalesce(${name}, queue.name) and left(queue.name, 2) <> '__'
    order by job.created_on desc, job.id desc
    limit ${limit + 1}`;

/** Those that run are found by job_common_i14, and put in order. */
export const listRunningJobs = (sql: Sql, name: string | null, { after, limit }: PageInput) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue cross join lateral (
      select id, name, state, retry_count, started_on, output, created_on, start_after, completed_on
      from pgboss.job
      where name = queue.name and state = 'active'
        and (created_on, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_on desc, id desc
      limit ${limit + 1}
    ) as job
    where queue.name = coalesce(${name}, queue.name) and left(queue.name, 2) <> '__'
    order by job.created_on desc, job.id desc
    limit ${limit + 1}`;

/** Those that failed are found by job_common_i14, and put in order. */
export const listFailedJobs = (sql: Sql, name: string | null, { after, limit }: PageInput) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue cross join lateral (
      select id, name, state, retry_count, started_on, output, created_on, start_after, completed_on
      from pgboss.job
      where name = queue.name and state = 'failed'
        and (created_on, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_on desc, id desc
      limit ${limit + 1}
    ) as job
    where queue.name = coalesce(${name}, queue.name) and left(queue.name, 2) <> '__'
    order by job.created_on desc, job.id desc
    limit ${limit + 1}`;

/** Most jobs are done, so job_common_i15 serves this too. */
export const listDoneJobs = (sql: Sql, name: string | null, { after, limit }: PageInput) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue cross join lateral (
      select id, name, state, retry_count, started_on, output, created_on, start_after, completed_on
      from pgboss.job
      where name = queue.name and state = 'completed'
        and (created_on, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_on desc, id desc
      limit ${limit + 1}
    ) as job
    where queue.name = coalesce(${name}, queue.name) and left(queue.name, 2) <> '__'
    order by job.created_on desc, job.id desc
    limit ${limit + 1}`;

/** Served by job_common_pkey, once for each queue. */
export const selectJob = (sql: Sql, id: string) =>
  sql<JobRow[]>`
    select job.id, job.name, job.state, job.retry_count + (job.started_on is not null)::int as attempts,
      case when job.state <> 'completed' then
        left(coalesce(job.output ->> 'message', job.output #>> '{value,message}'), ${ERROR_LENGTH_MAXIMUM}::int)::text
      end as error,
      job.created_on as created_at, job.start_after as starts_at, job.started_on as started_at,
      job.completed_on as ended_at
    from pgboss.queue queue
    join pgboss.job on job.name = queue.name
    where job.id = ${id} and left(queue.name, 2) <> '__'`.then(first);

/** The database crashes while people log in and stay logged in: one of its processes is killed, and it recovers by itself. */
import { expect, setDefaultTimeout, test } from "bun:test";
import type { BearerGrant } from "#generated/types";
import { type Person, testApp } from "../../support/app";
import { BearerClient } from "../../support/client";
import { openTestServer } from "../../support/database";
import { attempt } from "../../support/logins";

// The server recovers once.
setDefaultTimeout(60_000);

const PEOPLE = 6;

const app = await testApp({}, () => openTestServer({ durable: true }));

/** As kill -9 does: PostgreSQL ends all its processes, and begins anew from what is on disk. */
async function crash(): Promise<void> {
  const [backend] = await app.owner<{ pid: number }[]>`
    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`;
  process.kill(backend!.pid, "SIGKILL");
}

/** What one person's programs do until they are told to stop, and have succeeded since the crash. */
class Load {
  readonly statuses = new Set<number>();
  readonly started: BearerGrant[] = [];
  refreshToken: string;
  #successesSince = 0;

  constructor(readonly person: Person) {
    this.refreshToken = person.refreshToken;
  }

  crashed(): void {
    this.#successesSince = 0;
  }

  async run(isOver: () => boolean): Promise<void> {
    while (!isOver() || this.#successesSince < 2) {
      await this.#logIn();
      await this.#refresh();
    }
  }

  async #logIn(): Promise<void> {
    const { status, body } = await attempt(app, this.person, this.person.grant.deviceToken);
    this.statuses.add(status);
    if (status !== 201) return;
    this.started.push(body);
    this.#successesSince++;
  }

  /** An answer that was lost is asked for again. */
  async #refresh(): Promise<void> {
    const input = { body: { transport: "bearer", refreshToken: this.refreshToken } };
    const { status, body } = await app.anonymous.call<BearerGrant>("refreshSession", input);
    this.statuses.add(status);
    if (status === 200) this.refreshToken = body.refreshToken;
  }
}

test("nobody is logged out, every session that was answered is there, and who was not answered may try again", async () => {
  const loads: Load[] = [];
  for (let i = 0; i < PEOPLE; i++) loads.push(new Load(await app.person()));
  let isOver = false;
  const running = loads.map((load) => load.run(() => isOver));
  while (loads.some(({ started }) => started.length === 0)) await app.sql`select 1`;
  await crash();
  for (const load of loads) load.crashed();
  isOver = true;
  await Promise.all(running);

  const statuses = new Set(loads.flatMap((load) => [...load.statuses]));
  expect([...statuses].sort()).toEqual([200, 201, 503]);
  for (const { started, refreshToken } of loads) {
    for (const { accessToken } of started)
      expect(await new BearerClient(app.send, accessToken).call("getMe")).toMatchObject({ status: 200 });
    const input = { body: { transport: "bearer", refreshToken } };
    expect(await app.anonymous.call("refreshSession", input)).toMatchObject({ status: 200 });
  }
  const chains = await app.sql`
    select from refresh_tokens where spent_at is null group by session_id having count(*) <> 1`;
  expect(chains).toHaveLength(0);
});

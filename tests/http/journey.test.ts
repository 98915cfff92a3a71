import { expect, test } from "bun:test";
import { createClient } from "#generated/client";
import { registration, testApp } from "../support/app";

const app = await testApp();

test("through the generated client and a real socket: register, log in, read, change, refresh, list, log out", async () => {
  const origin = app.listen();
  let token: string | undefined;
  const api = createClient({ origin, getToken: () => token });
  const { email, password, name } = registration();

  const registered = await api.POST("/users", { body: { email, password, name } });
  expect(registered.response.status).toBe(202);

  const started = await api.POST("/sessions", { body: { email, password } });
  if (!started.data || !("transport" in started.data) || started.data.transport !== "bearer")
    throw new Error("a program that logs in gets bearer tokens");
  token = started.data.accessToken;

  const read = await api.GET("/me");
  expect(read.data).toMatchObject({ email, name });

  const etag = read.response.headers.get("etag") ?? "";
  const changed = await api.PATCH("/me", { params: { header: { "If-Match": etag } }, body: { name: "Ada King" } });
  expect(changed.data).toMatchObject({ email, name: "Ada King" });

  const { refreshToken } = started.data;
  const refreshed = await api.POST("/session/refresh", { body: { transport: "bearer", refreshToken } });
  if (refreshed.data?.transport !== "bearer") throw new Error("a program that refreshes gets bearer tokens");
  token = refreshed.data.accessToken;

  const list = await api.GET("/sessions");
  expect(list.data?.items).toMatchObject([{ id: started.data.sessionId, current: true }]);

  expect((await api.DELETE("/session")).response.status).toBe(204);
  const after = await api.GET("/me");
  expect(after.error).toMatchObject({ status: 401, code: "unauthenticated" });
});

/** The files of deploy/edge as they are, and what they and docs/cdn.md repeat of the contract. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect } from "node:http2";
import { join } from "node:path";
import type { Operation } from "#contract/operation";
import { cacheHeaders } from "#contract/policy/cache";
import { pipelineProblems } from "#contract/problem";
import { MAX_ADDRESS_LENGTH, SERVER_HEAD_BYTES } from "#contract/read/head";
import { contract } from "#generated/operations";
import { findProgram } from "../support/programs";
import { Edge, makePrefix, SHIPPED } from "./edge";

const ROOT = join(import.meta.dir, "../..");
const file = (name: string) => readFileSync(join(SHIPPED, name), "utf8");
const docs = readFileSync(join(ROOT, "docs/cdn.md"), "utf8");
const headersOf = (operation: Operation) => cacheHeaders(operation, contract.securitySchemes);
const isOpen = ({ policy }: Operation) => policy.listener === "public" || policy.listener === "both";
const kept = contract.operations.filter((operation) => isOpen(operation) && headersOf(operation)?.surrogateKey);

describe("nginx", () => {
  test("takes the files as they are", async () => {
    const prefix = await makePrefix();
    const command = [findProgram("nginx"), "-t", "-p", prefix, "-c", join(SHIPPED, "nginx.conf")];
    const { exitCode, stderr } = Bun.spawnSync(command, { stderr: "pipe" });
    await rm(prefix, { recursive: true });
    expect([exitCode, stderr.toString()]).toEqual([0, expect.not.stringMatching(/\[(?:warn|error|emerg)\]/)]);
  });

  test("ends TLS with listen-tls.conf in place of listen.conf, and speaks HTTP/2", async () => {
    await using pair = await keyPair();
    using origin = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: (request) => new Response(request.headers.get("host")),
    });
    const beside = { "edge.crt": pair.certificate, "edge.key": pair.key };
    const listen = { file: "listen-tls.conf", port: "443", beside };
    const edge = await Edge.start(origin.url.origin, { listen });
    try {
      expect(await overHttp2(edge.port, pair.certificate)).toEqual({ status: 200, body: `localhost:${edge.port}` });
    } finally {
      await edge.close();
    }
  });
});

describe("repeats of the contract", () => {
  test("public.conf lists the paths of all operations that everybody may keep, and no other", () => {
    const lines = kept.map(({ path }) =>
      path.includes("{")
        ? `location ~ ^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$ { include cached.conf; }`
        : `location = ${path} { include cached.conf; }`,
    );
    expect(file("public.conf").trimEnd().split("\n").slice(1)).toEqual(lines);
  });

  test("variables.conf knows each header that a credential comes in", () => {
    const fields = Object.values(contract.securitySchemes).map((scheme) => {
      if (scheme.type === "http") return "authorization";
      return scheme.in === "cookie" ? "cookie" : scheme.name.toLowerCase().replaceAll("-", "_");
    });
    const [, read = ""] = /map "((?:\$http_\w+)+)" \$edge_credential/.exec(file("variables.conf")) ?? [];
    expect(read.split("$http_").slice(1).sort()).toEqual([...new Set(fields)].sort());
  });

  test("problems.conf has the words of the pipeline", () => {
    const texts = [...file("problems.conf").matchAll(/return (\d+) '(.*)';/g)];
    expect(texts).toHaveLength(4);
    for (const [, status, text = ""] of texts) {
      const { code, title, status: said, type } = JSON.parse(text.replaceAll(/\$\w+/g, "x"));
      const known = pipelineProblems[code as keyof typeof pipelineProblems];
      expect({ code, status: Number(status), said, title, type }).toEqual({
        ...{ code, status: known.status, said: known.status, title: known.title },
        type: `/problems/${code}`,
      });
    }
  });

  test("nothing is stopped that the product would take or refuse itself", () => {
    const text = file("nginx.conf");
    const [, seconds] = /proxy_read_timeout (\d+)s;/.exec(text)!;
    const longestMs = Math.max(...contract.operations.map(({ policy }) => policy.timeoutMs));
    expect(Number(seconds) * 1000).toBeGreaterThan(longestMs);
    const [, count, kilobytes] = /large_client_header_buffers (\d+) (\d+)k;/.exec(text)!;
    expect(Number(kilobytes) * 1024).toBeGreaterThan(2 * MAX_ADDRESS_LENGTH);
    expect(Number(count) * Number(kilobytes) * 1024).toBeGreaterThan(SERVER_HEAD_BYTES);
    expect(text).toContain("client_max_body_size 0;");
  });
});

describe("docs/cdn.md", () => {
  test("has every operation that everybody may keep, with its header and its surrogate keys", () => {
    const start = docs.indexOf("| operation | ");
    const rows = docs.slice(start, docs.indexOf("\n\n", start)).split("\n").slice(2);
    const shown = rows.map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.replaceAll("`", "").trim()),
    );
    const said = kept.map((operation) => {
      const { control, surrogateKey } = headersOf(operation)!;
      return [operation.id, operation.path, control, surrogateKey!];
    });
    expect(shown).toEqual(said);
  });

  test("names files that there are, and variables that docs/configuration.md has", async () => {
    const configuration = readFileSync(join(ROOT, "docs/configuration.md"), "utf8");
    const variables = [...docs.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, name]) => name!);
    expect(variables.length).toBeGreaterThan(4);
    const own = /^EDGE_/;
    expect(variables.filter((name) => !own.test(name) && !configuration.includes(`| \`${name}\` |`))).toEqual([]);
    const files = [...docs.matchAll(/`([\w-]+\.(?:conf|ts))`/g)].map(([, name]) => name!);
    expect(files.length).toBeGreaterThan(4);
    for (const name of files) expect([name, await Bun.file(join(SHIPPED, name)).exists()]).toEqual([name, true]);
  });
});

/** For localhost, signed by itself. */
async function keyPair() {
  const openssl = Bun.which("openssl");
  if (!openssl) throw new Error("The test of TLS needs openssl: apt-get install openssl, or brew install openssl");
  const folder = await makePrefix();
  const [key, certificate] = [join(folder, "edge.key"), join(folder, "edge.crt")];
  const how = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  const made = [...how, "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate];
  const { exitCode, stderr } = Bun.spawnSync([openssl, ...made], { stderr: "pipe" });
  if (exitCode !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  return {
    key: readFileSync(key, "utf8"),
    certificate: readFileSync(certificate, "utf8"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

function overHttp2(port: number, ca: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://localhost:${port}`, { ca });
    session.on("error", reject);
    const request = session.request({ ":path": "/me" });
    let status = 0;
    let body = "";
    request.on("response", (headers) => {
      status = Number(headers[":status"]);
    });
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => session.close(() => resolve({ status, body })));
    request.on("error", reject);
    request.end();
  });
}

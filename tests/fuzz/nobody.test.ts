import { test } from "bun:test";
import { fuzzShortly, TIMEOUT_MS } from "./short";

test("schemathesis finds nothing wrong as nobody, by any check", () => fuzzShortly("nobody"), TIMEOUT_MS);

import { test } from "bun:test";
import { fuzzShortly, TIMEOUT_MS } from "./short";

test("schemathesis finds nothing wrong as person, in any phase by any check", () => fuzzShortly("person"), TIMEOUT_MS);

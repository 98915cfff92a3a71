import { test } from "bun:test";
import { fuzzShortly, TIMEOUT_MS } from "./short";

test("schemathesis finds nothing wrong as nobody, in any phase by any check", () => fuzzShortly("nobody"), TIMEOUT_MS);

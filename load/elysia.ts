/**
 * Elysia as it is: the same schema in TypeBox's form, everything else by default. A process that measures it must not
 * load the pipeline, which replaces TypeBox's slow formats by its own.
 */
import { Elysia } from "elysia";
import { type Answering, answering } from "./answering";
import { FilePage } from "./generated/schemas";
import type { FilePage as Page } from "./generated/types";

export const elysiaAnswers = (): Answering =>
  answering((current) => new Elysia().get("/files", current as () => Page, { response: FilePage }));

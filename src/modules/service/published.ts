/** The published contract as it lies in `generated/`. */
export interface Published {
  readonly json: Record<string, unknown>;
  readonly yaml: string;
  /** What the product is called. */
  readonly title: string;
}

/** Reads it once. Frozen, so that the pipeline serializes it once too. */
export async function readPublished(): Promise<Published> {
  const file = (name: string) => Bun.file(new URL(`../../../generated/${name}`, import.meta.url));
  const json = Object.freeze(await file("openapi.json").json());
  return { json, yaml: await file("openapi.yaml").text(), title: json.info.title };
}

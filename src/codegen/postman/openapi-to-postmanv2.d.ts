/** The package comes without types. What we use of it. */
declare module "openapi-to-postmanv2" {
  export function convertV2(
    input: { type: "json"; data: Readonly<Record<string, unknown>> },
    options: Readonly<Record<string, string | boolean>>,
    done: (error: Error | null, answer?: { result: boolean; reason?: string; output: { data: unknown }[] }) => void,
  ): void;
}

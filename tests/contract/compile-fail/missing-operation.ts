import type { Handlers } from "../fixture/generated/handlers";

declare const { checkSample, ...others }: Handlers;

// refused: Property 'checkSample' is missing in type
export const handlers = { ...others } satisfies Handlers;

// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { Static } from "@sinclair/typebox";
import type { Holds, Same } from "#contract/same";
import type * as schemas from "./schemas";
import type * as types from "./types";

/** Does not compile where a schema and its type have come apart. */
export type TypeTests = Holds<{
  Id: Same<Static<typeof schemas.Id>, types.Id>;
  Timestamp: Same<Static<typeof schemas.Timestamp>, types.Timestamp>;
  FileName: Same<Static<typeof schemas.FileName>, types.FileName>;
  MediaType: Same<Static<typeof schemas.MediaType>, types.MediaType>;
  Digest: Same<Static<typeof schemas.Digest>, types.Digest>;
  SizeBytes: Same<Static<typeof schemas.SizeBytes>, types.SizeBytes>;
  Greeting: Same<Static<typeof schemas.Greeting>, types.Greeting>;
  NewFile: Same<Static<typeof schemas.NewFile>, types.NewFile>;
  StoredFile: Same<Static<typeof schemas.StoredFile>, types.StoredFile>;
  FilePage: Same<Static<typeof schemas.FilePage>, types.FilePage>;
}>;

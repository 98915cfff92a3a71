// Generated from the contract. Edit openapi.yaml, then run make generate.
import { Type as t } from "@sinclair/typebox";

export const Id = t.String({ format: "uuid", maxLength: 36 });

export const Timestamp = t.String({ format: "date-time", maxLength: 30 });

export const FileName = t.String({ pattern: "^[^/]+$", minLength: 1, maxLength: 255 });

export const MediaType = t.String({ pattern: "^[a-z]+/[a-z0-9.+-]+$", maxLength: 127 });

export const Digest = t.String({ pattern: "^[0-9a-f]{64}$", minLength: 64, maxLength: 64 });

export const SizeBytes = t.Integer({ format: "int64", minimum: 0, maximum: 9007199254740991 });

export const Greeting = t.Object({ message: t.String({ maxLength: 100 }) }, { additionalProperties: false });

export const NewFile = t.Object(
  { folderId: Id, name: FileName, type: MediaType, size: SizeBytes, digest: Digest },
  { additionalProperties: false },
);

export const StoredFile = t.Object(
  {
    id: Id,
    ownerId: Id,
    folderId: Id,
    name: FileName,
    type: MediaType,
    size: SizeBytes,
    digest: Digest,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
  { additionalProperties: false },
);

export const FilePage = t.Object(
  { items: t.Array(StoredFile, { maxItems: 100 }), nextCursor: t.Union([t.String({ maxLength: 512 }), t.Null()]) },
  { additionalProperties: false },
);

export const ListFilesParameters = t.Object(
  {
    query: t.Object(
      {
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const FileIdPath = t.Object(
  { path: t.Object({ fileId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

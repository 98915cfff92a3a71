// Generated from the contract. Edit openapi.yaml, then run make generate.
import { hasAtLeast, hasAtMost, isObject } from "#contract/check";
import * as formats from "#contract/formats";

const fileNamePattern = /^[^/]+$/u;
const mediaTypePattern = /^[a-z]+\/[a-z0-9.+-]+$/u;
const digestPattern = /^[0-9a-f]{64}$/u;
const listFilesParametersQueryCursorPattern = /^[A-Za-z0-9_-]+$/u;

export function isId(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 36) && formats.isUuid(value);
}

export function isTimestamp(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 30) && formats.isDateTime(value);
}

export function isFileName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 255) && fileNamePattern.test(value);
}

export function isMediaType(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 127) && mediaTypePattern.test(value);
}

export function isDigest(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 64) && hasAtMost(value, 64) && digestPattern.test(value);
}

export function isSizeBytes(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 9007199254740991;
}

export function isGreeting(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "message":
        if (!(typeof value.message === "string" && hasAtMost(value.message, 100))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isNewFile(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "folderId":
        if (!isId(value.folderId)) return false;
        required++;
        break;
      case "name":
        if (!isFileName(value.name)) return false;
        required++;
        break;
      case "type":
        if (!isMediaType(value.type)) return false;
        required++;
        break;
      case "size":
        if (!isSizeBytes(value.size)) return false;
        required++;
        break;
      case "digest":
        if (!isDigest(value.digest)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 5;
}

export function isStoredFile(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "ownerId":
        if (!isId(value.ownerId)) return false;
        required++;
        break;
      case "folderId":
        if (!isId(value.folderId)) return false;
        required++;
        break;
      case "name":
        if (!isFileName(value.name)) return false;
        required++;
        break;
      case "type":
        if (!isMediaType(value.type)) return false;
        required++;
        break;
      case "size":
        if (!isSizeBytes(value.size)) return false;
        required++;
        break;
      case "digest":
        if (!isDigest(value.digest)) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "updatedAt":
        if (!isTimestamp(value.updatedAt)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 9;
}

export function isFilePage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isFilePageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!(value.nextCursor === null || (typeof value.nextCursor === "string" && hasAtMost(value.nextCursor, 512))))
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isFilePageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isStoredFile(item)) return false;
  return true;
}

export function isListFilesParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isListFilesParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListFilesParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "limit":
        if (
          value.limit !== undefined &&
          !(typeof value.limit === "number" && Number.isInteger(value.limit) && value.limit >= 1 && value.limit <= 100)
        )
          return false;
        break;
      case "cursor":
        if (
          value.cursor !== undefined &&
          !(
            typeof value.cursor === "string" &&
            value.cursor !== "" &&
            hasAtMost(value.cursor, 512) &&
            listFilesParametersQueryCursorPattern.test(value.cursor)
          )
        )
          return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isFileIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isFileIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isFileIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "fileId":
        if (!isId(value.fileId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

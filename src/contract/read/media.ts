import type { MediaType, Operation } from "#contract/operation";

/** A Content-Type, taken apart: type/subtype in lower case, and its parameters (RFC 9110, section 8.3.1). */
export interface ContentType {
  readonly essence: string;
  readonly charset: string | null;
}

/** The declared media type that a Content-Type matches, or null. Case does not matter; a charset must be UTF-8. */
export function declaredMedia(
  body: NonNullable<Operation["body"]>,
  header: string | null,
): { readonly contentType: string; readonly media: MediaType } | null {
  if (header === null) return null;
  const { essence, charset } = parseContentType(header);
  const media = body.content[essence];
  if (!media) return null;
  const readable = charset === null || charset === "utf-8" || (media.kind === "text" && charset === "us-ascii");
  return readable ? { contentType: essence, media } : null;
}

function parseContentType(header: string): ContentType {
  if (!header.includes(";")) return { essence: header.trim().toLowerCase(), charset: null };
  const [essence = "", ...parameters] = header.split(";");
  const charset = parameters.find((parameter) => parameter.trim().toLowerCase().startsWith("charset="));
  return {
    essence: essence.trim().toLowerCase(),
    charset: charset
      ? charset
          .slice(charset.indexOf("=") + 1)
          .trim()
          .replace(/^"(.*)"$/, "$1")
          .toLowerCase()
      : null,
  };
}

/** How much a caller likes one of several forms of an answer, from 0 to 1 (RFC 9110, section 12.4.2). */

/** More digits than the three of the RFC are read too: `q=0.0000` refuses, and does not ask for it most of all. */
const QUALITY = /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/;

/** One member of a list such as "text/html;level=1;q=0.5": what it names, in lower case, and how much that is liked. */
export function parseQuality(member: string): { readonly name: string; readonly quality: number } {
  const [name = "", ...parameters] = member.split(";").map((part) => part.trim().toLowerCase());
  const sent = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
  return { name, quality: sent === undefined || !QUALITY.test(sent) ? 1 : Number(sent) };
}

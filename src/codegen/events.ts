import { readContent } from "./media-types.ts";
import type { EventModel } from "./model.ts";
import type { Named } from "./named.ts";
import { isObject, knownWords, membersAt, type Reading, text } from "./reading.ts";
import { resolve } from "./refs.ts";
import { child, type Place } from "./source.ts";

/** The events that are announced, from OpenAPI's own `webhooks`: each a POST with a JSON body. */
export function readEvents(reading: Reading, named: Named): EventModel[] {
  return membersAt(reading, reading.source.root, "webhooks").flatMap(([name, place]) => {
    if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/.test(name)) {
      reading.faults.atKey(
        place,
        `\`${name}\` cannot name an event: write a noun and what happened to it, such as \`member.updated\`.`,
      );
    }
    knownWords(reading, place, "a webhook", ["post", "summary", "description"]);
    const post = child(place, "post");
    if (!post || !isObject(reading, post, "`post`")) {
      if (!post) reading.faults.atKey(place, `The event \`${name}\` needs \`post\`: events are sent as POST.`);
      return [];
    }
    const event = readEvent(reading, named, name, post);
    return event ? [event] : [];
  });
}

const WORDS = ["operationId", "tags", "summary", "description", "security", "requestBody", "responses", "deprecated"];

function readEvent(reading: Reading, named: Named, name: string, post: Place): EventModel | undefined {
  knownWords(reading, post, "a webhook's post", WORDS, {
    "x-policy": "leave it out; a policy is about calls that we receive.",
    parameters: "put it into the body; an event is its body.",
  });
  const written = child(post, "requestBody");
  const body = written && resolve(reading, written, "requestBodies");
  const content = body && child(body, "content");
  const json =
    content && readContent(reading, named, content, "answer").find(({ mediaType }) => mediaType === "application/json");
  if (!json) {
    reading.faults.atKey(post, `The event \`${name}\` needs a requestBody of application/json: what is sent.`);
    return undefined;
  }
  const description = text(reading, post, "description");
  return { name, ...(description && { description }), schema: json.schema };
}

/** Elements of HTML and SVG as text. */

export type Attributes = Readonly<Record<string, string | number>>;

/** `children` are markup already; what is text goes through `text` first. */
export const element = (name: string, attributes: Attributes, ...children: string[]): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(String(value))}"`);
  return `<${name}${written.join("")}>${children.join("")}</${name}>`;
};

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const text = (raw: string): string => raw.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** A drawing that is as wide as its place. */
export const drawing = (width: number, height: number, label: string, ...children: string[]): string =>
  element("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, ...children);

export const line = (x1: number, y1: number, x2: number, y2: number, style: string): string =>
  element("line", { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), class: style });

/** `anchor` is start, middle or end. */
export const label = (x: number, y: number, words: string, style: string, anchor = "start"): string =>
  element("text", { x: round(x), y: round(y), class: style, "text-anchor": anchor }, text(words));

/** What a pointer that rests on it shows. */
export const hint = (words: string): string => element("title", {}, text(words));

export const round = (value: number): number => Math.round(value * 10) / 10;

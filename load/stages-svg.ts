/** A bar for each kind of request, with a piece for each part of its time. Fits light and dark pages. */
import { PARTS, type Part, type Spent } from "./stages-parts";

const WIDTH = 760;
const LABEL_WIDTH = 150;
const TOTAL_WIDTH = 70;
const ROW_HEIGHT = 30;
const BAR_HEIGHT = 18;
const TOP = 44;

const COLORS: Readonly<Record<Part, string>> = {
  admit: "#8f9aa8",
  authenticate: "#4e79a7",
  authorize: "#76b7b2",
  validate: "#59a14f",
  prepare: "#edc948",
  handler: "#e15759",
  respond: "#b07aa1",
};

/** Lengths are on one scale: a request that asks the database is that much longer than one that does not. */
export function barsOf(spent: readonly Spent[]): string {
  const height = TOP + spent.length * ROW_HEIGHT + 8;
  const longest = Math.max(...spent.map(({ total }) => total));
  const scale = (WIDTH - LABEL_WIDTH - TOTAL_WIDTH) / longest;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Time of a request by stage">
<style>text { fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>
${legend()}
${spent.map((one, row) => bar(one, TOP + row * ROW_HEIGHT, scale)).join("\n")}
</svg>
`;
}

const legend = (): string =>
  PARTS.map((part, place) => {
    const x = 10 + place * 104;
    return `<rect x="${x}" y="10" width="12" height="12" rx="2" fill="${COLORS[part]}"/><text x="${x + 17}" y="20">${part}</text>`;
  }).join("\n");

function bar({ work, parts, total }: Spent, y: number, scale: number): string {
  let x = LABEL_WIDTH;
  const pieces = PARTS.map((part) => {
    const width = parts[part] * scale;
    const piece = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" fill="${COLORS[part]}"><title>${part}: ${parts[part].toFixed(0)} µs</title></rect>`;
    x += width;
    return piece;
  });
  const baseline = y + 13;
  return `<text x="10" y="${baseline}">${work}</text>${pieces.join("")}<text x="${(x + 8).toFixed(1)}" y="${baseline}">${total.toFixed(0)} µs</text>`;
}

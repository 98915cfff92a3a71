/** Light and dark, as the reader's system has it. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f3, #131312); --card: light-dark(#fff, #1c1c1a); --edge: light-dark(#e4e3de, #2f2f2c);
  --ink: light-dark(#141413, #f5f5f2); --soft: light-dark(#55534d, #b9b7b0); --faint: light-dark(#8a887f, #86847c);
  --grid: light-dark(#ebeae6, #2a2a27); --track: light-dark(#efeeea, #292926);
  --one: light-dark(#2563c9, #6ba3f5); --one-soft: light-dark(#bcd3f5, #2c4a78);
  --two: light-dark(#c2571a, #f0935a);
  --good: light-dark(#14713d, #5fc98b); --good-soft: light-dark(#e2f3e8, #17301f);
  --bad: light-dark(#b3261e, #f2867f); --bad-soft: light-dark(#fbe7e5, #3b1917);
}
* { box-sizing: border-box; }
body { margin: 0; padding: 40px 20px 80px; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 880px; margin: 0 auto; display: grid; gap: 20px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -.01em; }
h2 { font-size: 19px; margin: 0; }
h3 { font-size: 13px; font-weight: 600; color: var(--soft); margin: 0 0 10px; }
p { margin: 0; color: var(--soft); }
header p { font-size: 14px; }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: 12px; padding: 22px 24px; display: grid; gap: 22px;
  min-width: 0; }
.head { display: grid; gap: 4px; }
.title { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; }
.badge { font-size: 13px; font-weight: 600; padding: 2px 10px; border-radius: 99px; }
.held { color: var(--good); background: var(--good-soft); }
.crossed { color: var(--bad); background: var(--bad-soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }
.tile { background: var(--card); border: 1px solid var(--edge); border-radius: 12px; padding: 14px 16px; }
.tile b { display: block; font-size: 24px; line-height: 1.25; font-weight: 600; }
.tile span { font-size: 13px; color: var(--soft); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 24px; }
.pair > * { min-width: 0; }
.plot { overflow-x: auto; } .card > .plot > svg { min-width: 600px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--grid); white-space: nowrap; }
td.number, th.number { text-align: right; }
code { font: 12.5px/1.4 ui-monospace, SFMono-Regular, Menlo, monospace; white-space: normal; overflow-wrap: anywhere; }
summary { cursor: pointer; font-size: 13px; font-weight: 600; color: var(--soft); }
details[open] summary { margin-bottom: 8px; }
.ok { color: var(--good); } .not { color: var(--bad); font-weight: 600; }
svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; overflow: visible; }
.tick { fill: var(--faint); font-size: 11px; } .category { fill: var(--soft); } .value { fill: var(--ink); font-size: 11.5px; }
.grid { stroke: var(--grid); } .axis { stroke: var(--edge); }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.curve.p50 { stroke: var(--one); } .curve.p95 { stroke: var(--two); }
.name { font-weight: 600; } .name.p50 { fill: var(--one); } .name.p95 { fill: var(--two); }
.place { fill: transparent; } .place:hover { fill: color-mix(in srgb, var(--ink) 6%, transparent); }
.range { fill: var(--one-soft); } .mark { fill: var(--one); stroke: var(--card); stroke-width: 2; }
.range.missed { fill: color-mix(in srgb, var(--bad) 35%, transparent); } .mark.missed { fill: var(--bad); }
.objective { stroke: var(--ink); stroke-width: 2; }
.track { fill: var(--track); } .bar { fill: var(--one); }
.key { font-size: 12.5px; color: var(--soft); display: flex; gap: 16px; flex-wrap: wrap; align-items: center; }
.key i { display: inline-block; margin-right: 6px; vertical-align: middle; }
.key .k-range { width: 22px; height: 8px; border-radius: 4px; background: var(--one-soft); }
.key .k-mark { width: 10px; height: 10px; border-radius: 50%; background: var(--one); }
.key .k-objective { width: 2px; height: 14px; background: var(--ink); }
`;

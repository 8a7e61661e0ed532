import { components } from '../../report/html/styles/components.js';
import { layout } from '../../report/html/styles/layout.js';
import { print } from '../../report/html/styles/print.js';
import { theme } from '../../report/html/styles/theme.js';
import { pictureStyles } from '../pictures/styles.js';

const own = `
body > header, main, body > footer { max-width: 84rem; } body > nav ul { max-width: 81rem; }
.tools { position: sticky; top: 2.7rem; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); padding-block: 0.75rem; }
.tools .row { display: grid; grid-template-columns: 1.3fr 1fr 2fr; gap: 0.75rem 1.25rem; align-items: end; }
.tools label { display: grid; gap: 0.2rem; font-size: 0.8125rem; font-weight: 600; color: var(--muted); position: relative; }
.tools form { display: grid; grid-template-columns: 1fr 1fr auto auto; gap: 0.5rem; align-items: end; }
.options { position: absolute; inset: 100% 0 auto; z-index: 3; margin: 2px 0 0; padding: 0; list-style: none; background: var(--page);
  border: 1px solid var(--muted); border-radius: 4px; font-weight: 400; color: var(--text); max-height: 24rem; overflow-y: auto; }
.options li { padding: 0.35rem 0.6rem; display: flex; justify-content: space-between; gap: 1rem; cursor: pointer; font-size: 0.9375rem; }
.options li[aria-selected="true"] { background: var(--accent); color: var(--page); }
.options span { font-size: 0.8125rem; opacity: 0.85; }
.said { min-height: 1.5em; font-size: 0.9375rem; margin: 0.5rem 0 0; max-width: none; }
.tools summary { margin-top: 0.25rem; }
.matrix .frame, .matrix .grid { vector-effect: non-scaling-stroke; }
.way { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; list-style: none; padding: 0; margin: 0.25rem 0 0; font-size: 0.875rem; }
.way li + li::before { content: "→ "; color: var(--muted); } .way span { color: var(--muted); margin-inline-start: 0.35rem; }
.figure { overflow: auto; margin-block: 0.75rem; padding: 4px; } .figure svg { display: block; max-width: 100%; height: auto; }
.figure.full svg.picture { max-width: none; } .size { float: inline-end; }
.picture .bridge { stroke: var(--accent); stroke-width: 2; stroke-dasharray: 6 4; fill: none; }
.figure svg.picture { min-width: min(100%, 56rem); }
.choice { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.2rem 1rem; border: 0; padding: 0; margin: 0.5rem 0; }
.choice label { display: flex; gap: 0.4rem; align-items: center; font-size: 0.9375rem; } .choice input { width: auto; min-height: 0; }
.choice legend { font-size: 0.8125rem; color: var(--muted); font-weight: 600; padding: 0; margin-bottom: 0.3rem; }
.plain { border: 0; background: none; color: var(--accent); padding: 0; min-height: 0; text-align: start; text-decoration: underline; white-space: normal; text-underline-offset: 0.15em; }
.panel { display: grid; grid-template-columns: 1fr 1.2fr 1fr; gap: 1rem 2rem; align-items: start; }
.panel ul { list-style: none; padding: 0; } .panel li { padding-block: 0.3rem; border-bottom: 1px solid var(--line); }
.panel li p { color: var(--muted); font-size: 0.8125rem; }
.panel .centre { border: 2px solid var(--accent); border-radius: 6px; padding: 1rem 1.25rem; background: var(--panel); }
.tone { color: var(--tone); font-size: 0.8125rem; font-weight: 650; }
.zoom { margin-bottom: .75rem; display: inline-grid; gap: 0.2rem; font-size: 0.8125rem; font-weight: 600; color: var(--muted); }
.place { list-style: none; padding: 0; } .place article { border-inline-start: 4px solid var(--tone); padding: 0.5rem 0 0.5rem 1rem; margin-bottom: 0.75rem; scroll-margin-top: 13rem; }
.place article > div { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; }
.place p { max-width: 60rem; font-size: 0.9375rem; } .place article:focus { outline: 2px solid var(--accent); outline-offset: 3px; }
main > section { scroll-margin-top: 13rem; }
.away { display: none; } .marked #silos .link:not(.on), .marked #silos .group:not(.on) { opacity: 0.22; }
.marked #silos .group.on .box { stroke: var(--accent); stroke-width: 2.5; } .marked #silos .link.on .line { stroke: var(--accent); } .marked #silos .link.on .head { fill: var(--accent); }
.marked .matrix .cell { opacity: 0.25; } .marked #heat .silo-row.on .name { fill: var(--accent); text-decoration: underline; }
.picture .overlay { fill: var(--accent); stroke: var(--page); stroke-width: 0.2; } .picture .crossing { fill: var(--accent); opacity: 0.14; }
.picture .group[role="button"] { cursor: pointer; } .picture .group:focus-visible { outline: none; } .picture .group:focus-visible .box { stroke: var(--accent); stroke-width: 3; }
.zoomed .bracket, .zoomed > .axis:not(:last-child) { display: none; }
@media (max-width: 60rem) { .tools { position: static; } .tools .row, .panel { grid-template-columns: 1fr; } .tools form { grid-template-columns: 1fr 1fr; } main > section, .place article { scroll-margin-top: 4rem; } .panel .centre { order: -1; } }
@media print { .tools { display: none; } .figure { overflow: visible; break-inside: avoid; } .marked * { opacity: 1; } }
`;

/** The whole style sheet of the page: that of the report, the pictures, and what is the map's own. */
export const styles = [theme, layout, components, print, pictureStyles, own].join('\n');

export const components = `.verdict { display: flex; gap: 1rem; align-items: center; padding: 1.1rem 1.25rem; margin-bottom: 1.75rem; background: var(--panel);
  border-inline-start: 4px solid var(--tone); border-radius: 4px; }
.verdict p { font-size: 1.125rem; line-height: 1.5; }
.verdict.clean { --tone: var(--good); } .verdict.findings { --tone: var(--critical); }
.seal { flex: none; fill: none; stroke: var(--tone); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem 2rem; margin-block: 0.75rem 1rem; }
.tiles > div { border-top: 1px solid var(--line); padding-top: 0.6rem; }
dt { color: var(--muted); font-size: 0.8125rem; font-weight: 600; }
.limit { margin-block: 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.75rem; list-style: none; padding: 0; margin-block: 1.25rem 1.5rem; }
.counts li { flex: 1 1 7rem; padding: 0.75rem 1rem; background: var(--panel); border-radius: 4px; }
.counts strong { display: block; font-size: 1.75rem; line-height: 1.2; font-weight: 600; }
.counts span { color: var(--tone); font-size: 0.9375rem; display: flex; gap: 0.4rem; align-items: center; }
.mark { flex: none; }
.badge { color: var(--tone); display: inline-flex; gap: 0.4rem; align-items: center; font-size: 0.8125rem; font-weight: 650;
  border: 1px solid var(--tone); border-radius: 3px; padding: 0.05rem 0.5rem; margin-inline-end: 0.5rem; vertical-align: 0.1em; white-space: nowrap; }
.table { overflow-x: auto; margin-block: 0.75rem 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: start; color: var(--muted); font-size: 0.8125rem; font-weight: 600; padding-bottom: 0.35rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th { font-size: 0.8125rem; font-weight: 600; color: var(--muted); overflow-wrap: normal; }
td { overflow-wrap: break-word; } td:first-child { overflow-wrap: anywhere; min-width: 8rem; } td:has(code) { overflow-wrap: anywhere; min-width: 14rem; } td code { font-size: 0.75rem; }
.breaks { padding-inline-start: 1rem; margin: 0; min-width: 16rem; }
.number { text-align: end; white-space: nowrap; }
.bar rect { fill: var(--accent); } .bar { background: var(--panel); vertical-align: middle; }
.filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; padding: 1rem; background: var(--panel); border-radius: 4px; }
.filter label { flex: 1 1 8rem; display: grid; gap: 0.25rem; font-size: 0.8125rem; font-weight: 600; color: var(--muted); }
.filter .search { flex: 2 1 12rem; }
.buttons { display: flex; gap: 0.5rem; }
input, select, button { font: inherit; font-size: 0.9375rem; font-weight: 400; color: var(--text); background: var(--page); border: 1px solid var(--muted);
  border-radius: 4px; padding: 0.35rem 0.6rem; min-height: 2.25rem; min-width: 0; width: 100%; }
button { width: auto; cursor: pointer; white-space: nowrap; } button:hover { border-color: var(--accent); color: var(--accent); }
button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); }
.result { color: var(--muted); font-size: 0.9375rem; margin-block: 0.75rem 0.25rem; min-height: 1.5em; }
.list { list-style: none; padding: 0; }
.finding, .cause { border: 1px solid var(--line); border-radius: 4px; padding: 1.1rem 1.25rem; margin-block: 0 1rem; }
.finding { border-inline-start: 4px solid var(--tone); }
.finding:target, .cause:target { outline: 2px solid var(--accent); outline-offset: 2px; }
.finding > header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; }
.anchor { font-size: 0.8125rem; color: var(--muted); text-decoration: none; overflow-wrap: anywhere; }
.anchor:hover { text-decoration: underline; }
.message { margin-block: 0.5rem 0.9rem; max-width: 48rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.6rem 2.25rem; font-size: 0.9375rem; }
.facts.wide { display: grid; margin-block: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
.role { color: var(--muted); }
summary { cursor: pointer; color: var(--accent); font-size: 0.9375rem; margin-top: 0.9rem; width: fit-content; }
.body p { max-width: 48rem; } .body .table { margin-top: 1rem; width: fit-content; max-width: 100%; min-width: min(32rem, 100%); } .more { margin-top: 0.75rem; }
.commands { color: var(--muted); font-size: 0.875rem; } .commands code { color: var(--text); }
.cause > p { margin-block: 0.5rem; max-width: 48rem; }
.strip { overflow-x: auto; margin-block: 1.1rem 0.5rem; } .strip svg { display: block; }
.strip.fitting svg { max-width: 100%; min-width: 54rem; height: auto; }
.strip .box { fill: var(--panel); stroke: var(--muted); }
.strip text { fill: var(--text); text-anchor: middle; font-size: 13px; unicode-bidi: plaintext; }
.strip .name { font-weight: 600; } .strip .silo, .strip .note { fill: var(--muted); font-size: 11.5px; }
.hop .line { stroke: var(--muted); stroke-width: 1.5; fill: none; } .hop .head { fill: var(--muted); }
.hop .disc { fill: var(--page); stroke: currentColor; stroke-width: 1.5; } .hop .sign { stroke: currentColor; stroke-width: 2; fill: none; }
.hop.broken, .hop.altered { color: var(--critical); } .hop.slow { color: var(--high); }
.hop.broken .line { stroke: var(--critical); stroke-dasharray: 4 4; } .hop.broken .head { fill: var(--critical); }
.steps { display: none; padding-inline-start: 1.25rem; margin-block: 0.5rem; }
.steps .broken::marker, .steps .altered::marker { color: var(--critical); }
@media (max-width: 40rem) {
  .strip { display: none; } .steps { display: block; }
  .filter .search { flex-basis: 100%; } .finding, .cause { padding: 0.9rem 1rem; } .verdict { align-items: start; }
}
`;

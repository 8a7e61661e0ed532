/** Of all pictures, in a page and as files. Custom properties are those of the theme. */
export const pictureStyles = `
.picture { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif; font-variant-numeric: tabular-nums; }
.picture .page { fill: var(--page); }
.picture text { fill: var(--text); font-size: 13px; unicode-bidi: plaintext; }
.picture .heading { font-size: 18px; font-weight: 650; }
.picture .box { fill: var(--panel); stroke: var(--muted); stroke-width: 1; }
.picture .box.strong { stroke: var(--accent); stroke-width: 2; }
.picture .box.faint { stroke-dasharray: 3 3; }
.picture .name { font-weight: 600; }
.picture .middle { text-anchor: middle; } .picture .end { text-anchor: end; }
.picture .small { fill: var(--muted); font-size: 11.5px; }
.picture .halo { paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
.picture .line { stroke: var(--muted); fill: none; }
.picture .line.slow { stroke-dasharray: 9 5; }
.picture .line.missing { stroke: var(--critical); stroke-dasharray: 2 5; stroke-linecap: round; }
.picture .head { fill: var(--muted); }
.picture .disc { fill: var(--page); stroke: var(--critical); stroke-width: 1.5; }
.picture .casing { stroke: var(--page); fill: none; }
.picture .count { fill: var(--critical); font-size: 10.5px; font-weight: 700; }
.picture .sign { stroke: var(--critical); stroke-width: 2; fill: none; stroke-linecap: round; }
.picture .warn { color: var(--critical); fill: var(--critical); }
.picture .grid { stroke: var(--line); stroke-width: 1; fill: none; }
.picture .cell { fill: var(--accent); } .picture .cell.slow { fill: var(--high); } .picture .cell.manual { fill: var(--critical); fill-rule: evenodd; }
.picture .sheet { fill: var(--panel); stroke: var(--line); } .picture .frame { fill: none; stroke: var(--muted); stroke-width: 1; }
.picture .bracket { fill: none; stroke: var(--line); stroke-width: 1; }
.picture .heat { fill: var(--panel); }
.picture .heat.step-1 { fill: color-mix(in srgb, var(--critical) 10%, var(--panel)); } .picture .heat.step-2 { fill: color-mix(in srgb, var(--critical) 26%, var(--panel)); }
.picture .heat.step-3 { fill: color-mix(in srgb, var(--critical) 46%, var(--panel)); } .picture .heat.step-4 { fill: color-mix(in srgb, var(--critical) 78%, var(--panel)); }
.picture .heat.step-5 { fill: var(--critical); } .picture .heat-value.step-4, .picture .heat-value.step-5 { fill: var(--page); font-weight: 650; }
.picture .key { fill: none; stroke: var(--line); }
`;

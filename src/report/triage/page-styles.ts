import { styles as reportStyles } from '../html/styles.js';

const own = `
.timeline { margin: 1rem 0; } .timeline svg { display: block; width: 100%; max-width: 40rem; height: auto; }
.timeline rect { fill: var(--tone, var(--accent)); } .timeline text { fill: var(--muted); font-size: 11.5px; } .timeline .end { text-anchor: end; }
.timeline .base { stroke: var(--line); } .timeline .began { stroke: var(--text); stroke-dasharray: 3 3; }
.timeline figcaption { color: var(--muted); font-size: 0.8125rem; margin-top: 0.35rem; max-width: 48rem; }
.state { color: var(--muted); font-size: 0.9375rem; } .late { color: var(--critical); font-weight: 600; }
.group-list { padding-inline-start: 1.25rem; } .group-list li { margin-block: 0.35rem; }
.plain { padding-inline-start: 1.25rem; max-width: 48rem; } .plain li { margin-block: 0.35rem; }
.figure { overflow-x: auto; margin-block: 1rem; padding: 2px; } .figure .picture { display: block; max-width: 100%; min-width: 54rem; height: auto; overflow: visible; }
main > section .facts.wide { max-width: 60rem; }
`;

/** Style sheet of the pages of triage, with that of the pictures on them. */
export const pageStyles = (pictures = ''): string => `${reportStyles}${pictures}${own}`;

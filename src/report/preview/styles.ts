/** Styles of the pictures of messages, beside those of every page. */
export const previewStyles = `
.cards { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.cards .mail, .cards .letter { grid-column: 1 / -1; }
.card { border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; min-width: 0; }
.card h3 { margin: 0 0 0.75rem; font-size: 1rem; }
.card .from { color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; margin: 0.75rem 0 0; }
.envelope { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
.envelope b { display: block; } .envelope span { color: var(--muted); }
.card iframe { width: 100%; height: 26rem; border: 1px solid var(--line); background: #fff; resize: vertical; color-scheme: light; }
.bubble { background: #e7e7ec; color: #111; border-radius: 1.1rem; padding: 0.7rem 0.9rem; max-width: 20rem; overflow-wrap: anywhere; }
.push .bubble { border-radius: 0.8rem; max-width: 24rem; } .push .bubble b { display: block; }
.cost { font-size: 0.875rem; margin: 0.5rem 0 0; }
.sheet { background: #fff; color: #111; padding: 2rem; max-width: 42rem; border: 1px solid var(--line); font-family: Georgia, serif; overflow-wrap: anywhere; }
.plain { margin: 0; font-family: ui-monospace, monospace; font-size: 0.875rem; overflow-wrap: anywhere; }
`;

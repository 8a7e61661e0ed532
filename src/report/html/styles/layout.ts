export const layout = `*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
  font-variant-numeric: tabular-nums; background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
body > header, body > nav, main, body > footer { max-width: 66rem; margin-inline: auto; padding-inline: 1.5rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 650; margin-block: 0 1rem; }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 650; }
h4 { font-size: 0.8125rem; font-weight: 600; color: var(--muted); margin-top: 1rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code { font: 0.875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
p, dd, h1, h2, h3, td, th, li { overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
time { white-space: nowrap; }
main > section > p { max-width: 48rem; margin-bottom: 1rem; }
[hidden] { display: none !important; }
body > header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: start; padding-block: 2.25rem 1.25rem; }
body > header > div { flex: 1 1 20rem; }
.kicker { color: var(--muted); font-size: 0.9375rem; margin-top: 0.35rem; }
body > nav { position: sticky; top: 0; z-index: 1; background: var(--page); max-width: none; border-block: 1px solid var(--line); }
body > nav ul { max-width: 63rem; margin-inline: auto; padding: 0; list-style: none; display: flex; gap: 1.5rem; overflow-x: auto; }
body > nav a { display: block; padding-block: 0.6rem; color: var(--text); text-decoration: none; white-space: nowrap; font-size: 0.9375rem; }
body > nav a:hover { color: var(--accent); text-decoration: underline; }
main > section { padding-block: 2.25rem 0.5rem; scroll-margin-top: 2rem; }
h2, h3, article { scroll-margin-top: 4rem; }
body > footer { color: var(--muted); font-size: 0.875rem; padding-block: 2.5rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 2; background: var(--page); padding: 0.4rem 0.8rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(27rem, 100%), 1fr)); gap: 0.5rem 2.5rem; }
@media (max-width: 40rem) {
  body > header, main, body > footer, body > nav { padding-inline: 1rem; }
  body > header { padding-block: 1.5rem 1rem; }
  h1 { font-size: 1.45rem; }
}
`;

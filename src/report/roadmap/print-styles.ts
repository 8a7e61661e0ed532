/** On paper: the maps on a page across, every page numbered, no row torn apart. */
export const printStyles = `
.logo { display: block; max-height: 3.5rem; max-width: 14rem; margin-bottom: 0.75rem; }
.item { border-top: 1px solid var(--line); padding-block: 0.9rem; } .item .kicker { margin-top: 0.1rem; } .item > p { max-width: 48rem; } .item .facts.wide { margin-block: 0.6rem 0; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); font-size: 0.875rem; gap: 0.4rem 1.5rem; }
.part-evidence td:last-child, .part-inputs td:last-child { font-size: 0.75rem; overflow-wrap: anywhere; min-width: 6rem; }
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #57616b; } }
@page across { size: A4 landscape; margin: 12mm; }
@media print {
  .part-map { page: across; } .part-waves, .part-initiatives, .part-evidence { break-before: page; }
  table { font-size: 8.5pt; } th { font-size: 8pt; } th, td { padding-inline-end: 3mm; } td:first-child { min-width: 24mm; overflow-wrap: break-word; }
  .item { break-inside: avoid; } .twin svg { max-height: 150mm; } .twin.large .sides > div:first-child { break-after: page; } .twin figcaption svg { max-height: 5mm; }
  thead { display: table-header-group; } main > section { padding-block: 6mm 0; } body > footer { padding-block: 6mm 0; }
}
`;

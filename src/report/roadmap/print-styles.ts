/** On paper: the maps on a page across, every page numbered, no row torn apart. */
export const printStyles = `
.logo { display: block; max-height: 3.5rem; max-width: 14rem; margin-bottom: 0.75rem; }
.part-evidence td:last-child, .part-inputs td:last-child { font-size: 0.75rem; overflow-wrap: anywhere; min-width: 6rem; }
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #57616b; } }
@page across { size: A4 landscape; margin: 12mm; }
@media print {
  .part-map { page: across; } .part-waves, .part-initiatives, .part-evidence { break-before: page; }
  table { font-size: 8.5pt; } th { font-size: 8pt; } th, td { padding-inline-end: 3mm; } td:first-child { min-width: 0; }
  thead { display: table-header-group; } main > section { padding-block: 6mm 0; } body > footer { padding-block: 6mm 0; }
}
`;

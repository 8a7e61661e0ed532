/** On paper: everything open, nothing to click, no finding's head torn from its text. */
export const print = `@page { margin: 16mm 14mm; }
@media print {
  html { font-size: 10pt; }
  body > nav, .more, .filter, #theme, .skip, .anchor::after { display: none !important; }
  body > header, main, body > footer { max-width: none; padding-inline: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  details > summary { display: none; }
  .strip { display: block; overflow: visible; } .strip svg, .strip.fitting svg { min-width: 0; max-width: 100%; height: auto; } .steps { display: none; }
  .finding > header, .message, .facts, .strip, tr, .finding .table, .verdict, .counts { break-inside: avoid; }
  .cause { break-inside: avoid; }
  .finding > header, .message, h2, h3, h4, caption { break-after: avoid; }
  .table { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`;

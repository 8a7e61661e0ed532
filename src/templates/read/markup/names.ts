const words = (text: string): string[] => text.split(' ');

/** Elements without content (HTML, 13.1.2). */
const empty = new Set(
  words(
    'area base br col embed hr img input link meta param source track wbr mj-image mj-divider mj-spacer mj-include mj-font',
  ),
);

/** Whether an element ends with its opening tag; a slash counts in XML's dialects only. */
export const isSelfClosing = (name: string, slash: boolean): boolean =>
  empty.has(name) || (slash && /[:-]/.test(name));

/** What stands in these is never shown. */
export const hidden = words('style script title template mj-style mj-attributes mj-title');

/** Elements that begin and end a line. */
export const blocks = new Set(
  words(
    'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody td tfoot th thead tr ul mj-section mj-column mj-text mj-button mj-wrapper mj-hero mj-preview mj-table mj-image mj-divider mj-spacer mj-raw mj-navbar-link mj-social-element mj-body',
  ),
);

interface Closing {
  readonly names: ReadonlySet<string>;
  readonly barriers: ReadonlySet<string>;
}

const closing = (names: string, barriers: string): Closing => ({
  names: new Set(words(names)),
  barriers: new Set(words(barriers)),
});
const cell = closing('td th', 'table tr');
const paragraph = closing('p', 'table td th button mj-text');

/** What an element ends by beginning (HTML, 13.1.2.4 Optional tags), up to a barrier. */
export const closedBy: ReadonlyMap<string, Closing> = new Map([
  ['li', closing('li', 'ul ol')],
  ['dt', closing('dt dd', 'dl')],
  ['dd', closing('dt dd', 'dl')],
  ['td', cell],
  ['th', cell],
  ['tr', closing('tr', 'table')],
  ['option', closing('option', 'select')],
  ['a', closing('a', 'table td th')],
  ['body', closing('head', 'html')],
  ...words('p div ul ol dl table h1 h2 h3 h4 h5 h6 blockquote pre hr section').map(
    (name): [string, Closing] => [name, paragraph],
  ),
]);

/** How many open elements are looked through for one to end: hostile nesting must not cost the square of its depth. */
export const reach = 64;

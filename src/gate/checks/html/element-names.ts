/** Elements that mail and its sources are made of (HTML Living Standard, index of elements, and those it calls obsolete). */
export const elementNames: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote body br button caption center cite code col colgroup dd del ' +
    'div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins label li ' +
    'link main meta ol option p pre q s section select small span strike strong style sub sup table tbody td ' +
    'textarea tfoot th thead time title tr tt u ul'
  ).split(' '),
);

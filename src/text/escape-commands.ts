/** What build servers obey wherever it stands in a line of a log: `##[…]`, `##vso[…]`, `##teamcity[…]`. */
const inside = /#(?=#\w*\[)/g;
/** What they obey where a line begins: `::error::…`, `::add-mask::…`. */
const start = /^(\s*):(?=:)/;

/** A text in which no build server finds a command; a space makes it plain words. */
export const muteInside = (text: string): string => (text.includes('##') ? text.replace(inside, '# ') : text);

/** A line of a log that does not begin as a command, as a wrapped line might. */
export const muteStart = (line: string): string => line.replace(start, '$1: ');

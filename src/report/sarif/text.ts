/** `{0}` is a place for an argument, and `[text](target)` a link in a SARIF message (3.11.5 and 3.11.6). */
const placeholder = /\{(?=\d+\})|(?<=\{\d+)\}/g;
const linkTarget = /\](?=\()/g;

/** A clean text as a message: nothing in it is filled in or linked. */
export const message = (text: string): { text: string } => ({
  text: text.replace(placeholder, (brace) => brace + brace).replace(linkTarget, '] '),
});

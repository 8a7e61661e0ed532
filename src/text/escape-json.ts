/** What a terminal, an editor or a build server would obey; in JSON it stands inside strings only. */
const obeyed =
  /#(?=#\w*\[)|(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, unit) => text.charCodeAt(unit).toString(16).padStart(4, '0'))
    .map((hex) => `\\u${hex}`)
    .join('');

/** JSON that reads the same and can be printed: what is not to be obeyed is written as `\uXXXX`. */
export const escapeJson = (json: string): string => json.replace(obeyed, escapeUnits);

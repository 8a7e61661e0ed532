import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';

/** Letters of UTF-8 that were read as Windows-1252 and stored again: `fÃ¼r`, `donâ€™t`, `ÐŸÑ€`. */
const twice =
  /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œŸž](?!\p{Lu})|â€[\u0080-\u009f™œ\u009d˜“”¢¦]|(?:[ÐÑØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œŸž]){2,}/u;

function* storedTwice(part: Part): Generator<GateHit> {
  const found = twice.exec(part.prose.text);
  if (!found) return;
  const { toText } = part.prose;
  const span = { start: toText(found.index), end: toText(found.index + found[0].length - 1) + 1 };
  yield { case: 'twice', at: { part, span }, about: found[0], args: { found: found[0] } };
}

/** Files that are not what nearly everything takes them for, so that letters were read by a guess, and letters stored twice. */
export const encoding: Check = function* ({ files, parts }) {
  const used = new Set(parts.map(({ file }) => file.path));
  for (const file of files) {
    if (file.problem === undefined || file.text === '' || !used.has(file.path)) continue;
    yield { case: 'guessed', at: { file }, subject: `file:${file.path}`, args: { how: file.problem } };
  }
  for (const part of parts) yield* storedTwice(part);
};

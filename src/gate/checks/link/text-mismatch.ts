import type { Link, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { hostOf, isSameOwner } from '../../hosts.js';
import { isInterface } from '../../is-interface.js';

/** Words that are an address themselves: with a scheme, with `www.`, or under a name that ends as addresses do. */
const shown =
  /^\W{0,3}((?:https?:\/\/|www\.)[^\s]+|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|gov|io|co|app|bank|example|de|fr|es|uk|eu|us|ca|au|ir|ae|sa|eg|in|jp|cn|br|nl|it|ch|at|se|no|pl)(?:\/\S*)?)\W{0,3}$/i;
const mail = /^\W{0,3}([\w.+-]{1,64}@[\w.-]{1,255}?)\W{0,3}$/;

interface Mismatch {
  readonly name: string;
  readonly words: string;
  readonly target: string;
}

function mismatchOf({ words, target }: Link): Mismatch | undefined {
  const address = mail.exec(words)?.[1]?.toLowerCase();
  if (address) {
    const to = /^\s*mailto:([\w.+-]{1,64}@[\w.-]{1,255})/i.exec(target)?.[1]?.toLowerCase();
    return to && to !== address ? { name: 'mail', words: address, target: to } : undefined;
  }
  const seen = hostOf(shown.exec(words)?.[1] ?? '');
  const real = /^\s*https?:/i.test(target) ? hostOf(target) : undefined;
  return seen && real && !isSameOwner(seen, real) ? { name: 'host', words: seen, target: real } : undefined;
}

function* mismatchesIn(part: Part): Generator<GateHit> {
  for (const link of part.links) {
    const found = link.words.length > 0 && link.words.length < 500 ? mismatchOf(link) : undefined;
    if (!found) continue;
    const { name, words, target } = found;
    yield {
      case: name,
      at: { part, span: { start: link.start, end: link.end } },
      about: words,
      args: { words, target },
    };
  }
}

/** Links that show one address and open another. */
export const textMismatch: Check = function* ({ parts }) {
  for (const part of parts) if (!isInterface(part)) yield* mismatchesIn(part);
};

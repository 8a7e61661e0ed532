import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fold } from '../../src/gate/lists/fold.js';
import { listOf, toLists } from '../../src/gate/lists/word-list.js';
import { readLists } from '../../src/rules/read-lists.js';
import { type Compared, compare, labelled } from './notices/measure.js';

const lists = toLists(await readLists(fileURLToPath(new URL('../../rules', import.meta.url))));

/** Share of the labels that say a thing is there, and of those that say it is not, that are met. */
function shares(all: readonly Compared[]): { there: number; notThere: number } {
  const share = (said: boolean): number => {
    const own = all.filter((one) => one.said === said);
    return own.filter(({ found }) => found === said).length / own.length;
  };
  return { there: share(true), notThere: share(false) };
}

describe('what a reader finds in a notice is found', () => {
  test.each([
    ['tune', 0.97, 0.97],
    ['held-back', 0.92, 0.92],
  ])('in the notices of %s', (part, there, notThere) => {
    const found = shares(labelled(part).flatMap((one) => compare(one, lists)));
    expect(found.there).toBeGreaterThanOrEqual(there);
    expect(found.notThere).toBeGreaterThanOrEqual(notThere);
  });

  test('in every notice, whatever channel and language', () => {
    const all = [...labelled('tune'), ...labelled('held-back')];
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(all.filter((one) => compare(one, lists)[0]!.label === 'notice').map(({ id }) => id)).toEqual([]);
  });
});

interface Request {
  readonly id: string;
  readonly locale: string;
  readonly text: string;
  readonly has: readonly string[];
}

describe('what a request for documents says is found', () => {
  const requests = ['tune', 'held-back'].flatMap(
    (part) =>
      parse(readFileSync(new URL(`notices/${part}-documents.yaml`, import.meta.url), 'utf8')) as Request[],
  );
  test.each(requests)('$id', ({ locale, text, has }) => {
    const list = listOf({ lists }, 'notice/documents');
    const says = (group: string): boolean => list.has(group, locale, fold(text).text);
    const groups = { why: 'why', what: 'what', long: 'how-long' };
    const found = Object.entries(groups).flatMap(([group, label]) => (says(group) ? [label] : []));
    expect({ asks: says('ask'), found }).toEqual({ asks: true, found: has });
  });
});

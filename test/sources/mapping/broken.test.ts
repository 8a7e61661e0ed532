import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError, UsageError } from '../../../src/model/errors.js';
import { scaffold } from '../../../src/sources/index.js';
import { readMapping, readMappingNames } from '../../../src/sources/read-mappings.js';
import { withFolder, withLoaded } from '../ecosystem.js';

const folder = 'fixtures/sources/preferences';
const all = await Promise.all((await readMappingNames()).map(readMapping));
const isOfMessages = (table: string): boolean => table === 'delivery_events' || table === 'sends';
const names = all.filter(({ table }) => !isOfMessages(table)).map(({ name }) => name);

const exampleOf = (name: string): { file: string; text: string } => {
  const file = readdirSync(`${folder}/${name}`).find((one) => one !== 'records.txt')!;
  return { file, text: readFileSync(`${folder}/${name}/${file}`, 'latin1') };
};

const edits = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('"', '{', '}', '\0', '\n', ',', '[', '\xe9', 'x')),
  {
    maxLength: 6,
  },
);

/** Puts characters at places of a text, in place of none to two others. */
const spoil = (text: string, some: readonly (readonly [number, string])[]): Buffer =>
  Buffer.from(
    some.reduce((so, [at, what]) => {
      const place = at % (so.length + 1);
      return so.slice(0, place) + what + so.slice(place + (at % 3));
    }, text),
    'latin1',
  );

const refused = (error: unknown): void => {
  if (!(error instanceof SourceError || error instanceof UsageError)) throw error;
};

describe('a broken export of a vendor', () => {
  it('is read row by row or refused, named or not, and every row is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), edits, fc.boolean(), async (name, some, isNamed) => {
        const { file, text } = exampleOf(name);
        const { table } = await readMapping(name);
        const mapping = isNamed ? `, mapping: ${name}` : '';
        const files = {
          'unsilo.yaml': `name: x\nsources: [{ table: ${table}, file: ${file}${mapping}, columns: { system_id: { constant: v } } }]\n`,
          [file]: spoil(text, some),
        };
        await withLoaded(files, async (_, { inputs: [input] }) => {
          expect(input!.rows_in).toBe(input!.rows_used + input!.rows_set_aside);
        }).catch(refused);
        await withFolder(files, scaffold).catch(refused);
      }),
      { seed: 11, numRuns: 20 },
    );
  });
});

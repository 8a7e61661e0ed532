import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { failure, oneSource } from './ecosystem.js';

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 2 ** 20);

/** A YAML of few lines whose aliases stand for more values than fit into any memory. */
const aliases = [...Array(12)]
  .map(
    (_, i) =>
      `a${i}: &a${i} [${
        i === 0
          ? 'x'
          : Array(12)
              .fill(`*a${i - 1}`)
              .join(', ')
      }]`,
  )
  .join('\n');

describe('a small file that unpacks to a huge one', () => {
  it.each([
    [
      'gzip',
      { 'systems.csv.gz': gzipSync(`system_id,name,silo_id\n${'core,Core,bank\n'.repeat(20 * 2 ** 20)}`) },
      'it holds more than 256 MB',
    ],
    ['xlsx', { 'systems.xlsx': zipSync({ 'xl/workbook.xml': zeros(600) }) }, 'no workbook'],
  ])('is refused: %s', async (_, files, expected) => {
    const [file = ''] = Object.keys(files);
    const error = await failure({ 'unsilo.yaml': oneSource('systems', file), ...files });
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).problems[0]).toMatchObject({
      place: { file },
      message: expect.stringContaining(expected) as string,
    });
  });

  it('is refused: YAML', async () => {
    const error = await failure({ 'unsilo.yaml': `${aliases}\n${oneSource('systems', 'systems.csv')}` });
    expect((error as SourceError).problems[0]).toMatchObject({
      place: { file: 'unsilo.yaml' },
      message: expect.stringContaining('Excessive alias count') as string,
    });
  });
});

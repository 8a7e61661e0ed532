import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const bank = join(root, 'fixtures/example-bank');
type Finding = Record<'fingerprint' | 'rule', string> & { persons: { count: number } };

describe('everybody behind a finding', () => {
  let finding: Finding;
  let masked = '';
  let revealed = '';

  beforeAll(async () => {
    await withFiles({ key: 'one key for this test' }, async (dir) => {
      const store = ['--quiet', '--store', join(dir, 'store')];
      const { stdout } = await runUnsilo(['audit', bank, ...store, '--fail-on', 'never', '--format', 'json']);
      const { findings } = JSON.parse(stdout) as { findings: Finding[] };
      finding = findings.find(({ rule }) => rule === 'preference/sent-after-opt-out')!;
      const ask = ['affected', finding.fingerprint, bank, ...store, '--key-file', join(dir, 'key')];
      masked = (await runUnsilo(ask)).stdout;
      revealed = (await runUnsilo([...ask, '--reveal', '--format', 'jsonl'])).stdout;
    });
  });

  it('is as many persons as the finding says', () => {
    const persons = masked
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(persons).size).toBe(finding.persons.count);
  });

  it('shows masked keys with the same pseudonyms, files and rows as the revealed ones', () => {
    const lines = revealed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    const again = lines.map(({ person, system, key_type, key, file, row }) =>
      [person, system, key_type, `***${key!.slice(-2)}`, file, row].join(','),
    );
    expect(masked).toBe(`person,system,key_type,key,file,row\n${again.join('\n')}\n`);
  });
});

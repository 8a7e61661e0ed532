import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';

const file = fileURLToPath(new URL('../../fixtures/example-templates/unsilo.contract.json', import.meta.url));

let folder = '';
let said = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unsilo-contract-'));
  said = '';
  const hear = (text: unknown): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

describe('unsilo contract check', () => {
  test.each([
    ['2026-07-10', 0, '60 communications'],
    ['2036-07-10', 1, 'stale since'],
    ['10.07.2026', 2, '--today is not a day'],
  ])('on %s exits with %i', async (today, code, text) => {
    expect(await main(['contract', 'check', file, '--today', today])).toBe(code);
    expect(said).toContain(text);
  });

  test.each([
    ['not JSON', '{', 'is not JSON'],
    ['not a contract', '{"schema_version": 2}', 'schema_version'],
  ])('says what is wrong with a file that is %s', async (_, content, text) => {
    const path = join(folder, 'c.json');
    await writeFile(path, content);
    expect(await main(['contract', 'check', path])).toBe(2);
    expect(said).toContain(text);
  });
});

describe('unsilo contract export', () => {
  test.each([
    ['--valid-for', 'soon', '--valid-for is not a time'],
    ['--out', join(file, 'c.json'), 'cannot write'],
    ['--as-of', 'yesterday', '--as-of is not an instant'],
  ])('checks %s before any work', async (option, value, text) => {
    expect(await main(['contract', 'export', folder, option, value])).toBe(2);
    expect(said).toContain(text);
  });

  test('wants the folder of an ecosystem', async () => {
    const out = join(folder, 'c.json');
    expect(await main(['contract', 'export', join(folder, 'nowhere'), '--out', out, '--quiet'])).toBe(2);
    expect(said).toContain('there is no folder');
  });
});

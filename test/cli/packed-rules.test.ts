import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './run-unsilo.js';

it('the build packs what lies in rules/, all of it and unchanged', async () => {
  const packed = JSON.parse(await readFile(join(root, 'dist/rules.json'), 'utf8')) as Record<string, string>;
  const entries = await readdir(join(root, 'rules'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(Object.keys(packed)).toHaveLength(files.length);
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    const found = packed[file.slice(join(root, 'rules/').length)] ?? '';
    expect(file.endsWith('.yaml') ? parse(found) : found, file).toEqual(
      file.endsWith('.yaml') ? parse(text) : text,
    );
  }
});

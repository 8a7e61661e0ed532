import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = ['src', 'rules', 'bin', '.config', 'package.json', 'package-lock.json'];

const changedAt = (path) => statSync(path).mtimeMs;

function* entriesOf(root) {
  for (const input of inputs) {
    const path = join(root, input);
    yield path;
    if (!statSync(path).isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true })) yield join(path, entry);
  }
}

/** Whether `dist/` is younger than all that it is built from; folders count, for what is gone from them. */
export function isFresh(root) {
  try {
    const built = changedAt(join(root, 'dist/build.txt'));
    return [...entriesOf(root)].every((path) => changedAt(path) < built);
  } catch {
    return false;
  }
}

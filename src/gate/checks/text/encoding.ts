import type { Check } from '../../check.js';

/** Files that are not what nearly everything takes them for, so that letters were read by a guess. */
export const encoding: Check = function* ({ files, parts }) {
  const used = new Set(parts.map(({ file }) => file.path));
  for (const file of files) {
    if (file.problem === undefined || file.text === '' || !used.has(file.path)) continue;
    yield { case: 'guessed', at: { file }, subject: `file:${file.path}`, args: { how: file.problem } };
  }
};

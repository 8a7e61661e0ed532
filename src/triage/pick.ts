import { UsageError } from '../model/errors.js';
import type { TriageGroup } from '../model/triage.js';
import { nearest } from '../text/nearest.js';

type Keyed = Pick<TriageGroup, 'key' | 'title'>;

/** Keys begin with the version of how they are made. */
const version = /^g\d+-/;
export const isGroupKey = (text: string): boolean => version.test(text.toLowerCase());

/** The group whose key begins like this, its version left out or not; a UsageError when there is none or more than one. */
export function pickGroup<T extends Keyed>(groups: readonly T[], typed: string): T {
  const wanted = typed.toLowerCase();
  const found = groups.filter(
    ({ key }) => key.startsWith(wanted) || (wanted !== '' && key.replace(version, '').startsWith(wanted)),
  );
  if (found.length === 1) return found[0]!;
  const like = nearest(
    wanted,
    groups.map(({ key }) => key.slice(0, Math.max(4, wanted.length))),
  );
  throw new UsageError({
    message: found.length > 1 ? `${found.length} groups begin with '${typed}'` : `unknown group '${typed}'`,
    expected: 'a key of `unsilo triage`, or a beginning that only one has',
    tips: [
      ...found.slice(0, 2).map(({ key, title }) => `${key} is ${title}`),
      ...(found.length === 0 && like !== undefined ? [`did you mean '${like}'?`] : []),
    ],
  });
}

import { diffReports } from '../findings/history/diff.js';
import { assertSameEcosystem, parseSnapshot } from '../findings/history/read-snapshot.js';
import type { Diff } from '../model/diff.js';
import { type DiffFormat, diffRenderers } from '../report/diff/index.js';
import { readPolicy } from '../rules/read-packs.js';
import { ownPacks } from './own-packs.js';
import type { Given } from './read-past.js';

export { type DiffFormat, diffFormats } from '../report/diff/index.js';

/** What became of the findings of one snapshot in another of the same ecosystem. */
export async function diff(before: Given, after: Given): Promise<Diff> {
  const [then, now] = [parseSnapshot(before.file, before.text), parseSnapshot(after.file, after.text)];
  assertSameEcosystem(after.file, now.ecosystem, then.ecosystem);
  const { acceptance } = await readPolicy(ownPacks);
  return diffReports(then, now, acceptance.worse);
}

/** Whether the second snapshot has open findings that the first had not, or had less bad. */
export const hasNews = ({ new: added, worse, first_seen }: Diff): boolean =>
  [...added, ...worse, ...first_seen].some(({ suppressed }) => !suppressed);

export const renderDiff = (difference: Diff, format: DiffFormat, width: number): string =>
  diffRenderers[format](difference, width);

import { SourceError } from '../../model/errors.js';
import type { Found } from '../../sources/index.js';
import type { Query } from '../../store/store.js';
import { didYouMean } from '../../text/nearest.js';

const prefix = 'silo:';

/** Every silo that a goal is about must be known. Throws a SourceError with all that are not. */
export async function assertGoals(store: Query, { text: { config, problem } }: Found): Promise<void> {
  const named = (config.goals ?? []).flatMap(({ about }, i) =>
    about.startsWith(prefix) ? [{ silo: about.slice(prefix.length), i }] : [],
  );
  if (named.length === 0) return;
  const rows = await store.all<{ silo_id: string }>(
    'SELECT DISTINCT silo_id FROM std_silos ORDER BY silo_id',
  );
  const known = rows.map(({ silo_id: id }) => id);
  const problems = named
    .filter(({ silo }) => !known.includes(silo))
    .map(({ silo, i }) =>
      problem(['goals', i, 'about'], {
        message: `there is no silo '${silo}'`,
        value: silo,
        expected: known.length > 0 ? known.join(', ') : 'the id of a silo of the inventory',
        tips: didYouMean(silo, known),
      }),
    );
  if (problems.length > 0) throw new SourceError(problems);
}

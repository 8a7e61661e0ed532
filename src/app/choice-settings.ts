import type { PolicyName } from '../model/enums.js';
import { type Problem, SourceError } from '../model/errors.js';
import type { Regimes } from '../model/regimes.js';
import type { Found } from '../sources/index.js';
import { didYouMean } from '../text/nearest.js';

/** What was found, as if unsilo.yaml named this policy; without one as it is. */
export const underPolicy = (found: Found, policy: PolicyName | undefined): Found =>
  policy === undefined
    ? found
    : { ...found, text: { ...found.text, config: { ...found.text.config, policy } } };

/** Every regime and calendar that unsilo.yaml names must be known. Throws a SourceError with all that are not. */
export function assertRegimes({ text: { config, problem } }: Found, regimes: Regimes): void {
  const unknown = (path: readonly PropertyKey[], what: string, name: string, known: readonly string[]) =>
    known.includes(name)
      ? []
      : [
          problem(path, {
            message: `there is no ${what} '${name}'`,
            value: name,
            expected: known.join(', '),
            tips: didYouMean(name, known),
          }),
        ];
  const names = Object.keys(regimes.regimes);
  const calendars = Object.keys(regimes.calendars);
  const problems: Problem[] = [
    ...(config.regimes ?? []).flatMap((name, i) => unknown(['regimes', i], 'regime', name, names)),
    ...(config.grace ?? []).flatMap(({ holidays }, i) =>
      holidays === undefined ? [] : unknown(['grace', i, 'holidays'], 'calendar', holidays, calendars),
    ),
  ];
  if (problems.length > 0) throw new SourceError(problems);
}

import { invocationOf, type Lines, noticesOf, type Ran } from './invocation.js';
import { renderFitting } from './limits.js';
import { type Asked, rulesOf } from './rules.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

type Described = Ran & Asked & { readonly manifest: { readonly version: string } };

/** What a log holds beside the rules and the verdict. */
export interface Told {
  readonly lines: Lines;
  /** Results worst first, and those of earlier runs that are gone. */
  readonly results: readonly object[];
  readonly gone: readonly object[];
  readonly properties: object;
}

const driverOf = (run: Described) => ({
  name: 'unsilo',
  version: run.manifest.version,
  semanticVersion: run.manifest.version,
  rules: rulesOf(run),
  notifications: noticesOf(),
});

/** One run as a log, with as many results as GitHub takes. */
export function renderLog(run: Described, { lines, results, gone, properties }: Told): string {
  const driver = driverOf(run);
  const log = (most: number) => ({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [invocationOf(run, lines, results.length - Math.min(most, results.length))],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which unsilo was run.' } } },
        results: [...results, ...gone].slice(0, most),
        properties,
      },
    ],
  });
  return renderFitting(results.length + gone.length, (most) => `${JSON.stringify(log(most), null, 2)}\n`);
}

import { createHash } from 'node:crypto';
import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import { UsageError } from '../../model/errors.js';
import { type GateReport, gateReportSchema } from '../../model/gate-report.js';
import type { Given } from '../read-past.js';

/** An earlier report of the gate, and its entry in the manifest. */
export interface Earlier {
  readonly report: GateReport;
  readonly entry: NonNullable<GateReport['manifest']['against']>;
}

const refuse = (file: string, message: string): UsageError =>
  new UsageError({
    message: `--against ${file} ${message}`,
    expected: 'a report of the gate',
    tips: ['unsilo gate --format json=FILE writes one'],
  });

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(file, 'is not JSON');
  }
}

/** Reads an earlier report of the gate. Throws a UsageError where it is none, or one of another repository. */
export function readEarlier({ file, text }: Given, ecosystem: string): Earlier {
  const raw = parse(file, text);
  const result = gateReportSchema.safeParse(raw);
  if (!result.success) throw refuse(file, 'is no report of the gate of this version');
  assertSameEcosystem(file, result.data.ecosystem, ecosystem);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { report: result.data, entry: { file, sha256, today: result.data.manifest.today } };
}

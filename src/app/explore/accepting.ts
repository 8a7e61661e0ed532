import type { Decision } from '../../explore/port.js';
import { parseBaseline } from '../../findings/baseline/read.js';
import { renderBaseline } from '../../findings/baseline/render.js';
import { entryStates } from '../../findings/baseline/states.js';
import { withdraw } from '../../findings/baseline/withdraw.js';
import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { AcceptancePolicy } from '../../model/policy.js';
import type { Report } from '../../model/report.js';
import { countOf } from '../../report/parts/shares.js';
import { accept, type Compared } from '../accept.js';
import type { Deed, Shelved } from './desktop.js';

const day = /^\d{4}-\d\d-\d\d$/;

function assertDecision({ reason, expires }: Decision, today: string): void {
  if (reason === '') throw new UsageError({ message: 'a reason is missing' });
  const isDay = day.test(expires) && !Number.isNaN(Date.parse(expires));
  if (isDay && expires >= today) return;
  throw new UsageError({
    message: `'${expires}' is no day to come`,
    expected: `a day like ${today}, or later`,
  });
}

/** A baseline, and what it is held against. */
export interface Acceptances {
  readonly report: Report;
  readonly policy: AcceptancePolicy;
  readonly file: Shelved;
  /** `2026-11-22` */
  readonly today: string;
}

async function compare({ report, policy, file, today }: Acceptances, wanted: Finding[]): Promise<Compared> {
  const given = await file.read();
  const read = given === undefined ? undefined : parseBaseline(file.name, given);
  if (read) assertSameEcosystem(read.file, read.baseline.ecosystem, report.ecosystem);
  const clock = { today, limit: policy.worse };
  return {
    ecosystem: report.ecosystem,
    findings: report.findings,
    states: read ? entryStates(read.baseline, report.findings, report, clock) : [],
    pick: () => wanted,
    acceptance: policy,
  };
}

type Entries = Awaited<ReturnType<typeof accept>>['entries'];

/** The findings as the entries for them say. */
const suppressed = (findings: readonly Finding[], entries: Entries): Finding[] =>
  findings.map((finding) => {
    const entry = entries.find(({ fingerprint }) => fingerprint === finding.fingerprint);
    if (entry === undefined) return finding;
    const { reason, owner, created, expires } = entry;
    return { ...finding, suppression: { reason, owner, created, expires } };
  });

/** Accepts findings for a time; every entry there was stays. */
export async function accepting(on: Acceptances, wanted: Finding[], decision: Decision): Promise<Deed> {
  const { file, today } = on;
  assertDecision(decision, today);
  const { reason, expires, owner } = decision;
  const asked = { today, reason, expires, only: [], renew: true, ...(owner !== '' && { owner }) };
  const { text, entries } = accept(await compare(on, wanted), asked);
  return {
    said: `${countOf(wanted.length, 'finding')} accepted until ${expires} in ${file.name}`,
    file,
    text,
    changed: suppressed(wanted, entries),
  };
}

/** Takes acceptances back, whoever gave them and when. */
export async function withdrawing(on: Acceptances, wanted: Finding[]): Promise<Deed> {
  const { ecosystem, states } = await compare(on, wanted);
  const entries = withdraw(
    states,
    wanted.map(({ fingerprint }) => fingerprint),
  );
  return {
    said: `${countOf(wanted.length, 'finding')} no longer accepted in ${on.file.name}`,
    file: on.file,
    text: renderBaseline({ ecosystem, entries }),
    changed: wanted.map((finding) => ({ ...finding, suppression: null })),
  };
}

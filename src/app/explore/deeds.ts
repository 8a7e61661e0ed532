import type { Decision, Deeds, Done } from '../../explore/port.js';
import { parseBaseline } from '../../findings/baseline/read.js';
import { entryStates } from '../../findings/baseline/states.js';
import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { AcceptancePolicy } from '../../model/policy.js';
import type { Report } from '../../model/report.js';
import { countOf } from '../../report/parts/shares.js';
import { accept, type Compared } from '../accept.js';
import { render } from '../render.js';
import { assigned, withAssigned } from './assign.js';
import type { Desk, Files } from './request.js';

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

/** Findings of a report as they are by now. */
class Desktop {
  readonly #known: Map<string, Finding>;

  constructor({ findings }: Report) {
    this.#known = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  }

  pick(fingerprints: readonly string[]): Finding[] {
    return fingerprints.flatMap((one) => this.#known.get(one) ?? []);
  }

  put(said: string, changed: readonly Finding[]): Done {
    for (const finding of changed) this.#known.set(finding.fingerprint, finding);
    return { said, changed };
  }
}

async function compare(
  report: Report,
  acceptance: AcceptancePolicy,
  { files, today }: Desk,
  wanted: Finding[],
): Promise<Compared> {
  const given = await files.readBaseline();
  const read = given && parseBaseline(given.file, given.text);
  if (read) assertSameEcosystem(read.file, read.baseline.ecosystem, report.ecosystem);
  const clock = { today, limit: acceptance.worse };
  const states = read ? entryStates(read.baseline, report.findings, report, clock) : [];
  return {
    ecosystem: report.ecosystem,
    findings: report.findings,
    states,
    pick: () => wanted,
    acceptance,
  };
}

/** The findings as the entries for them say. */
const suppressed = (
  findings: readonly Finding[],
  entries: Awaited<ReturnType<typeof accept>>['entries'],
): Finding[] =>
  findings.map((finding) => {
    const entry = entries.find(({ fingerprint }) => fingerprint === finding.fingerprint);
    if (entry === undefined) return finding;
    const { reason, owner, created, expires } = entry;
    return { ...finding, suppression: { reason, owner, created, expires } };
  });

const formats = ['csv', 'json', 'md', 'html'] as const;

/** A report of the findings picked, in the format that the end of the file's name says. */
async function exported(report: Report, findings: Finding[], file: string): Promise<string | Uint8Array> {
  const end = formats.find((format) => file.endsWith(`.${format}`));
  if (end === undefined)
    throw new UsageError({
      message: `'${file}' does not say what it is to be`,
      expected: 'a name ending in .csv, .json, .md or .html',
    });
  const picked = { ...report, findings };
  return render(picked, end === 'md' ? 'markdown' : end, { color: false, width: 100, show: 'info' });
}

async function assign(files: Files, findings: readonly Finding[], owner: string): Promise<string> {
  if (owner === '') throw new UsageError({ message: 'nobody is named' });
  const { settings } = files;
  if (settings === undefined)
    throw new UsageError({
      message: 'owners are assigned in unsilo.yaml, and a snapshot has none',
      expected: 'the folder of the ecosystem instead of its snapshot',
    });
  const { file, text } = await settings.read();
  await settings.write(withAssigned({ file, text }, findings, owner));
  return `${countOf(findings.length, 'finding')} assigned to ${owner} in ${file}`;
}

/** What the explorer may do to the files beside an ecosystem or snapshot. */
export function deedsOf(report: Report, acceptance: AcceptancePolicy, desk: Desk): Deeds {
  const { files, today } = desk;
  const desktop = new Desktop(report);
  return {
    copy: files.copy,
    async assign(fingerprints, owner) {
      const findings = desktop.pick(fingerprints);
      const said = await assign(files, findings, owner);
      return desktop.put(
        said,
        findings.map((finding) => assigned(finding, owner)),
      );
    },
    async export(file, fingerprints) {
      const findings = desktop.pick(fingerprints);
      await files.writeExport(file, await exported(report, findings, file));
      return { said: `${countOf(findings.length, 'finding')} written to ${file}`, changed: [] };
    },
    async suppress(decision) {
      assertDecision(decision, today);
      const { fingerprints, reason, expires, owner } = decision;
      const wanted = desktop.pick(fingerprints);
      const compared = await compare(report, acceptance, desk, wanted);
      const asked = { today, reason, expires, only: [], renew: true, ...(owner !== '' && { owner }) };
      const { text, entries } = accept(compared, asked);
      const file = await files.writeBaseline(text);
      const said = `${countOf(wanted.length, 'finding')} accepted until ${expires} in ${file}`;
      return desktop.put(said, suppressed(wanted, entries));
    },
  };
}

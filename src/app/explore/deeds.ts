import type { Deeds } from '../../explore/port.js';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { AcceptancePolicy } from '../../model/policy.js';
import type { Report } from '../../model/report.js';
import { countOf } from '../../report/parts/shares.js';
import { render } from '../render.js';
import { accepting, withdrawing } from './accepting.js';
import { assigning, handingBack } from './assigning.js';
import { Desktop } from './desktop.js';
import type { Desk } from './request.js';

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

/** Who owns what: findings that were assigned to somebody, and whom the inventory names for one. */
export interface Owning {
  readonly assigned: readonly string[];
  ownersOf(finding: Finding): Finding['owners'];
}

/** A snapshot has neither settings nor an inventory. */
export const nobodysOwning: Owning = { assigned: [], ownersOf: ({ owners }) => owners };

interface Given {
  readonly report: Report;
  readonly policy: AcceptancePolicy;
  readonly owning: Owning;
}

/** The ones among findings that a deed can be about. */
function those(findings: readonly Finding[], message: string): Finding[] {
  if (findings.length === 0) throw new UsageError({ message });
  return [...findings];
}

/** What the explorer may do to the files beside an ecosystem or snapshot. */
export function deedsOf({ report, policy, owning }: Given, { files, today }: Desk): Deeds {
  const desktop = new Desktop(report.findings, owning.assigned);
  const acceptances = { report, policy, file: files.baseline, today };
  const { settings } = files;
  return {
    copy: files.copy,
    standing: () => ({ assigned: desktop.assigned, done: desktop.done }),
    undo: () => desktop.undo(),
    async suppress(decision) {
      const wanted = desktop.pick(decision.fingerprints);
      return desktop.carryOut(await accepting(acceptances, wanted, decision));
    },
    async withdraw(fingerprints) {
      const accepted = desktop.pick(fingerprints).filter(({ suppression }) => suppression !== null);
      const wanted = those(accepted, 'nothing of that is accepted');
      return desktop.carryOut(await withdrawing(acceptances, wanted));
    },
    async assign(fingerprints, owner) {
      return desktop.carryOut(await assigning(settings, desktop.pick(fingerprints), owner));
    },
    async release(fingerprints) {
      const own = desktop.pick(fingerprints.filter((one) => desktop.assigned.has(one)));
      const wanted = those(own, 'nothing of that was assigned to anybody');
      return desktop.carryOut(await handingBack(settings, wanted, owning.ownersOf));
    },
    async export(file, fingerprints) {
      const findings = desktop.pick(fingerprints);
      await files.writeExport(file, await exported(report, findings, file));
      return { said: `${countOf(findings.length, 'finding')} written to ${file}`, changed: [] };
    },
  };
}

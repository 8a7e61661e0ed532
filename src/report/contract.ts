import type { Contract } from '../model/contract.js';
import { printable } from '../text/printable.js';
import { asOfDay } from './parts/as-of.js';

interface Gap {
  readonly lacks: string;
  readonly communications: readonly string[];
  readonly rules: readonly string[];
}

const day = (time: string): string => time.slice(0, 10);
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** One line on what a contract holds. */
export function sumUp({ communications, opt_out_targets: targets, valid_until: until }: Contract): string {
  const supplies = communications.reduce((sum, one) => sum + one.supplies.length, 0);
  const cells = communications.reduce((sum, one) => sum + (one.recipients?.length ?? 0), 0);
  const withheld = communications.reduce((sum, one) => sum + one.withheld, 0);
  const parts = [
    counted(communications.length, 'communication'),
    counted(supplies, 'value handed over', 'values handed over'),
    `${counted(cells, 'cell')} of recipients (${withheld} kept back)`,
    counted(targets.length, 'place to say no', 'places to say no'),
  ];
  return `${parts.join(', ')}; good until ${day(until)}`;
}

const most = 5;

function renderGap({ lacks, communications, rules }: Gap): string {
  const some = communications.slice(0, most).map(printable).join(', ');
  const rest = communications.length - most;
  const whom = rest > 0 ? `: ${some} and ${rest} more` : some && `: ${some}`;
  return `  - ${lacks}${whom} (${rules.join(', ')})`;
}

/** What is wrong with a contract and what it lacks, as lines. */
export function renderContractCheck(
  file: string,
  contract: Contract,
  { stale, gaps }: { readonly stale: string; readonly gaps: readonly Gap[] },
): string {
  const head = `${printable(file)}: ${printable(contract.ecosystem)} ${asOfDay(contract.as_of)}, ${sumUp(contract)}`;
  const missing =
    gaps.length === 0 ? ['Nothing is missing.'] : ['Missing, and what cannot be asked without:'];
  return `${[head, ...(stale === '' ? [] : [stale]), ...missing, ...gaps.map(renderGap)].join('\n')}\n`;
}

import type { Finding } from '../../model/finding.js';
import type { Initiative } from '../../model/roadmap.js';
import type { RoadmapInitiative } from '../../model/roadmap-report.js';
import { amountOf } from '../../roadmap/costs.js';
import type { Telling } from './telling.js';

type Worth = Pick<RoadmapInitiative, 'persons_touched' | 'messages_a_month' | 'saves_a_month'>;

/** In 30 days, one decimal place. */
const aMonth = (count: number, days: number | null): number | null =>
  days === null ? null : Math.round((count * 300) / days) / 10;

const costOf = ({ args }: Finding): number =>
  typeof args.cost === 'string' ? Number(args.cost) : Number.NaN;

/** Findings concern overlapping persons and messages, so that of several the greatest counts. */
const greatest = (counts: readonly (number | undefined)[]): number =>
  Math.max(0, ...counts.filter((count) => count !== undefined));

/** Errors traced to what the initiative puts right. */
const errorsAt = ({ base }: Telling, { id }: Initiative) =>
  base.report.error_groups.filter(
    ({ origin }) => origin.slice(origin.indexOf(':')) === id.slice(id.indexOf(':')),
  );

function ofFindings(telling: Telling, initiative: Initiative): Worth {
  const { base } = telling;
  const { aims, kind } = initiative;
  const groups = kind === 'fix_template' || kind === 'fix_source' ? errorsAt(telling, initiative) : [];
  const findings = base.report.findings.filter(({ fingerprint }) => aims.includes(fingerprint));
  const { days, currency } = base.sending;
  const costs = findings.map(costOf).filter((cost) => !Number.isNaN(cost));
  const measured = groups.length > 0 || findings.some(({ messages }) => messages !== null);
  return {
    persons_touched: greatest([
      ...findings.map(({ persons }) => persons?.count),
      ...groups.map(({ persons }) => persons),
    ]),
    messages_a_month: measured
      ? aMonth(
          greatest([
            ...findings.map(({ messages }) => messages?.count),
            ...groups.map(({ errors }) => errors),
          ]),
          days,
        )
      : null,
    saves_a_month:
      costs.length === 0 || days === null || currency === null
        ? null
        : amountOf(greatest(costs) * (30 / days), currency),
  };
}

/** Persons and messages that an initiative concerns; of ways those in conflicts that they satisfy, of others their findings. */
export function worthOf(telling: Telling, initiative: Initiative, isWay: boolean): Worth {
  const { base, weighing, workshop } = telling;
  const entered = workshop.find(({ id }) => initiative.id === `workshop:${id}`);
  if (entered)
    return {
      persons_touched: entered.persons ?? 0,
      messages_a_month: entered.messages_a_month ?? null,
      saves_a_month: null,
    };
  const found = ofFindings(telling, initiative);
  if (!isWay) return found;
  return {
    persons_touched: weighing.touched(initiative),
    messages_a_month: aMonth(weighing.messages(initiative), base.sending.days),
    saves_a_month: found.saves_a_month,
  };
}

import type { Row, Store, Value } from '../../../../src/store/store.js';
import { randomFrom } from '../../../localisation/planted.js';
import { groupErrors, openErrorStore } from '../group-errors.js';
import { type Estate, estateOf, type Message, ways } from './estate.js';

/** Messages alike in everything that is known of them. */
interface Combination {
  readonly message: Message;
  readonly channel: string;
  readonly version: string;
  readonly vendor: string;
  readonly locale: string;
  readonly sends: number;
}

/** A cause as planted: what is hit by it, and the name that must come first. */
interface Planted {
  readonly errorClass: string;
  readonly origin: string;
  readonly hits: (one: Combination) => boolean;
}

export const faults = ['template', 'vendor', 'feed', 'addresses'] as const;
export type Fault = (typeof faults)[number];
/** Banks in which nothing is broken, with reports and with failures. */
export const calm = ['reports', 'failures'] as const;
export type Calm = (typeof calm)[number];

const vendors: Readonly<Record<string, readonly string[]>> = {
  email: ['postwing', 'mailhall'],
  sms: ['shortline', 'wavecell'],
  post: ['paperline', 'inkworks'],
};

function combinationsOf({ messages }: Estate, draw: () => number): Combination[] {
  return messages.flatMap((message) =>
    message.channels.flatMap((channel) =>
      ['v1', 'v2'].flatMap((version) =>
        vendors[channel]!.flatMap((vendor) =>
          ['en', 'ar'].map((locale) => ({
            message,
            channel,
            version,
            vendor,
            locale,
            sends: Math.ceil(80 * draw() ** 2) + 5,
          })),
        ),
      ),
    ),
  );
}

/** How many of `n` happen at this rate, one by one. */
function happen(n: number, rate: number, draw: () => number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (draw() < rate) count += 1;
  return count;
}

/** Sends that a version of a template must have: of fewer hardly any goes wrong. */
const enoughSends = 60;

const isSame = (a: Combination, b: Combination): boolean =>
  a.message === b.message && a.channel === b.channel && a.version === b.version;

/** A combination whose version of a template has some weight. */
function drawOne(all: readonly Combination[], draw: () => number): Combination {
  const weightOf = (one: Combination) =>
    all.filter((other) => isSame(one, other)).reduce((sum, { sends }) => sum + sends, 0);
  const heavy = all.filter((one) => weightOf(one) >= enoughSends);
  return heavy[Math.floor(draw() * heavy.length)]!;
}

/** What is broken, by kind of fault; which template or vendor is drawn. */
function plan(fault: Fault | Calm, all: readonly Combination[], draw: () => number): Planted {
  const one = drawOne(all, draw);
  const nothing = { origin: '', hits: () => false };
  switch (fault) {
    case 'reports':
      return { errorClass: 'wrong_amount', ...nothing };
    case 'failures':
      return { errorClass: 'undelivered', ...nothing };
    case 'template':
      return {
        errorClass: 'wrong_content',
        origin: `template:${one.message.id}-${one.channel}/${one.version}`,
        hits: (other) => isSame(one, other),
      };
    case 'vendor':
      return {
        errorClass: 'undelivered',
        origin: `vendor:${one.vendor}`,
        hits: (other) => other.vendor === one.vendor,
      };
    case 'feed':
      return {
        errorClass: 'wrong_amount',
        origin: 'flow:fee-engine-fee',
        hits: (other) => other.message.values.includes('fee'),
      };
    case 'addresses':
      return {
        errorClass: 'undelivered',
        origin: 'flow:merged-addresses',
        hits: (other) => other.channel === 'post' && other.message.lob === 'merged',
      };
  }
}

const columns = ['message', 'lob', 'channel', 'template', 'version', 'vendor', 'locale', 'sends', 'errors'];

const rowOf = (one: Combination, errors: number): Value[] => [
  one.message.id,
  one.message.lob,
  one.channel,
  `${one.message.id}-${one.channel}`,
  one.version,
  one.vendor,
  one.locale,
  one.sends,
  errors,
];

/** Everyday errors by class: reports are rare, failures are not, and letters fail more seldom than text messages. */
const usual = ({ channel }: Combination, errorClass: string): number =>
  errorClass === 'undelivered' ? ({ email: 0.02, sms: 0.04, post: 0.01 }[channel] ?? 0) : 0.001;

/** Sends of all combinations; the first of each are the ones with errors. */
const sends = `
  INSERT INTO std_sends (message_key, system_id, communication_id, comm_type, lob, channel, subject_key, key_type,
                         template_id, template_version, vendor, locale, sent_at, _source, _row)
  SELECT c.no || '-' || i, CASE c.channel ${Object.entries(ways)
    .map(([channel, way]) => `WHEN '${channel}' THEN '${way}'`)
    .join(
      ' ',
    )} END, c.message, 'service/notice', c.lob, c.channel, CAST((c.no * 7919 + i * 31) % 900 AS VARCHAR),
         'customer_no', c.template, c.version, c.vendor, c.locale, TIMESTAMP '2026-05-01 00:00:00', 20, 1000 * c.no + i
  FROM combinations c, range(200) t(i) WHERE i < c.sends`;

const reports = (errorClass: string): string => `
  INSERT INTO std_error_reports (error_id, reported_at, error_class, detected_by, message_key, _source, _row)
  SELECT 'e' || c.no || '-' || i, TIMESTAMP '2026-05-09 00:00:00', '${errorClass}', 'agent', c.no || '-' || i, 21,
         1000 * c.no + i
  FROM combinations c, range(200) t(i) WHERE i < c.errors`;

const outcomes = `
  INSERT INTO std_delivery_events (message_key, system_id, type, time, channel, _source, _row)
  SELECT c.no || '-' || i, 'gateway', CASE WHEN i < c.errors THEN 'bounced' ELSE 'delivered' END,
         TIMESTAMP '2026-05-01 01:00:00', c.channel, 22, 1000 * c.no + i
  FROM combinations c, range(200) t(i) WHERE i < c.sends`;

async function fill(store: Store, rows: readonly (readonly Value[])[], errorClass: string): Promise<void> {
  await store.run(`CREATE TABLE combinations (no BIGINT, message VARCHAR, lob VARCHAR, channel VARCHAR, template VARCHAR,
    version VARCHAR, vendor VARCHAR, locale VARCHAR, sends BIGINT, errors BIGINT)`);
  await store.insert(
    'combinations',
    ['no', ...columns],
    rows.map((row, no) => [no, ...row]),
  );
  await store.run(sends);
  await store.run(errorClass === 'undelivered' ? outcomes : reports(errorClass));
}

/** What was planted, and the groups found of its class, the largest first. */
export interface Outcome {
  readonly origin: string;
  readonly groups: readonly Row[];
}

/** Plants one fault in a bank, lets its messages go wrong, and groups the errors. */
export async function plantFault(fault: Fault | Calm, seed: number): Promise<Outcome> {
  const draw = randomFrom(seed * 65_537 + [...faults, ...calm].indexOf(fault));
  const estate = estateOf(draw, 40);
  const all = combinationsOf(estate, draw);
  const { errorClass, origin, hits } = plan(fault, all, draw);
  const raised = errorClass === 'undelivered' ? 0.35 : 0.2;
  const rows = all.map((one) =>
    rowOf(one, happen(one.sends, hits(one) ? raised : usual(one, errorClass), draw)),
  );
  const store = await openErrorStore(estate.tables, (target) => fill(target, rows, errorClass));
  const groups = await groupErrors(store);
  store.close();
  const ofClass = groups.filter((row) => row.error_class === errorClass && row.verdict !== 'external_cause');
  return { origin, groups: ofClass.sort((a, b) => Number(b.explained ?? 0) - Number(a.explained ?? 0)) };
}

/** Whether the group explains most by the name planted: as its own name, or as another of the same rows. */
export function isNamed({ origin }: Outcome, group: Row | undefined): 'first' | 'alias' | 'no' {
  if (group === undefined) return 'no';
  if (group.origin === origin) return 'first';
  const alias = origin.replace(':', '=');
  return String(group.same_rows_as ?? '')
    .split('|')
    .includes(alias)
    ? 'alias'
    : 'no';
}

import type { PolicySetting } from '../../model/choice-settings.js';
import { type PolicyName, policyNames } from '../../model/enums.js';
import { bitOf, bitwiseOr } from '../../store/dialect.js';
import { quoteText } from '../../store/store.js';
import { inOrder, isWithin, unranked } from './policies.js';

/** What a setting of policies means for SQL. */
export interface PolicyPlan {
  readonly used: readonly PolicyName[];
  /** Jurisdictions that entries name; the bits of `places` in this order. */
  readonly jurisdictions: readonly string[];
  /** SQL of the number of the deepest purpose named by an entry that holds path `t.comm_type`; 0 for none. */
  readonly route: string;
  /** SQL of a text that keeps targets `t` apart which differ in policy or authority; empty where none do. */
  readonly part: string;
  /** SQL of the place in `policyNames`, by route and bits of the jurisdictions; NULL where one policy is all there is. */
  policy(route: string, places: string): string;
}

const number = (policy: PolicyName): string => String(policyNames.indexOf(policy));

/** Bits of the jurisdictions in which a record's lies. */
export function placesOf({ jurisdictions }: PolicyPlan, column: string): string {
  const bits = jurisdictions.map(
    (place, i) =>
      `CASE WHEN ${column} = ${quoteText(place)} OR starts_with(${column}, ${quoteText(`${place}-`)})
            THEN ${bitOf(String(i))} ELSE 0 END`,
  );
  return bits.length === 0 ? 'CAST(0 AS BIGINT)' : bits.join(' | ');
}

/** Bits of all records of a group, over its rows. */
const placesTogether = (places: string, group: string): string =>
  `${bitwiseOr(places)} OVER (PARTITION BY ${group})`;

/** Entries that can apply within a purpose, in the order they are tried; the rest is `default`. */
function chain(
  setting: PolicySetting,
  path: string,
  jurisdictions: readonly string[],
  places: string,
): string {
  const tried = inOrder(setting).filter(({ comm_type }) => isWithin(path, comm_type));
  const cases = tried.map(({ jurisdiction, policy }) => {
    const bit = jurisdiction === undefined ? '' : bitOf(String(jurisdictions.indexOf(jurisdiction)));
    return `WHEN ${bit === '' ? 'true' : `(${places} & ${bit}) > 0`} THEN ${number(policy)}`;
  });
  return cases.length === 0 ? number('default') : `CASE ${cases.join(' ')} ELSE ${number('default')} END`;
}

const below = (path: string): string =>
  `t.comm_type = ${quoteText(path)} OR starts_with(t.comm_type, ${quoteText(`${path}/`)})`;

/** Whether some record may end up under `default` because no entry holds for everything. */
const isComplete = (setting: PolicySetting): boolean =>
  inOrder(setting).some(
    ({ comm_type = '*', jurisdiction }) => comm_type === '*' && jurisdiction === undefined,
  );

/** Makes SQL of a setting; a single policy costs nothing beyond its own question. */
export function planPolicies(setting: PolicySetting): PolicyPlan {
  const entries = inOrder(setting);
  const named = new Set<PolicyName>(entries.map(({ policy }) => policy));
  if (!isComplete(setting)) named.add('default');
  const used = policyNames.filter((name) => named.has(name));
  const isSingle = used.length === 1;
  const paths = isSingle ? [] : [...new Set(entries.map(({ comm_type = '*' }) => comm_type))];
  const deep = paths.filter((path) => path !== '*');
  const jurisdictions = isSingle
    ? []
    : [...new Set(entries.flatMap(({ jurisdiction }) => jurisdiction ?? []))];
  const route =
    deep.length === 0
      ? '0'
      : `CASE ${deep.map((path, i) => `WHEN ${below(path)} THEN ${i + 1}`).join(' ')} ELSE 0 END`;
  const parts = [
    ...(deep.length > 0 ? [`'/' || (${route})`] : []),
    ...(used.includes('authority') ? [`'/' || t.lob`] : []),
  ];
  const policy = (routed: string, places: string) => {
    if (isSingle) return 'NULL';
    const chains = ['*', ...deep].map(
      (path, i) => `WHEN ${i} THEN ${chain(setting, path, jurisdictions, places)}`,
    );
    return `CASE ${routed} ${chains.join(' ')} END`;
  };
  return { used, jurisdictions, route, part: parts.join(' || '), policy };
}

/** The tier by which a record counts: `default` tells what was said from what was taken over, the others do not. */
function tierUnder({ used }: PolicyPlan, tier: string, policy: string): string {
  const answer = `CASE WHEN ${tier} > 0 THEN 2 ELSE 0 END`;
  if (used.length === 1) return used[0] === 'default' ? tier : answer;
  return used.includes('default') ? `CASE WHEN ${policy} = 0 THEN ${tier} ELSE ${answer} END` : answer;
}

/** Aliases of a query over choices, and the columns that make one group. */
export interface Rows {
  /** Where `tier`, `places` and `system_id` of a choice are. */
  readonly form: string;
  /** The column with the number of the cell, as in `work_cells`. */
  readonly cell: string;
  /** Relation with the route of the row's purpose, and how it is joined as `pc`; default: by the cell. */
  readonly routes?: string;
  readonly group: string;
}

/** What `effective` asks of a relation beyond `deny, depth, at_ms, dated, timed`; nothing more than its policies need. */
export interface Under {
  /** SQL of `tier`. */
  readonly tier: string;
  /** Further columns, each behind a comma. */
  readonly columns: string;
  readonly joins: string;
}

/** Places rows of choices under their policy; ranks of authorities are those of `createRanks`. */
export function underPolicy(plan: PolicyPlan, { form, cell, routes, group }: Rows): Under {
  const isMixed = plan.used.length > 1;
  const policy = isMixed ? plan.policy('pc.route', placesTogether(`${form}.places`, group)) : '0';
  const hasRanks = plan.used.includes('authority');
  return {
    tier: tierUnder(plan, `${form}.tier`, policy),
    columns: [
      isMixed ? `, ${policy} AS policy` : '',
      hasRanks ? `, coalesce(pr."rank", ${unranked}) AS "rank"` : '',
    ].join(''),
    joins: [
      isMixed ? ` JOIN ${routes ?? `work_cells pc ON pc.class_id = ${cell}`}` : '',
      hasRanks
        ? ` LEFT JOIN work_ranks pr ON pr.class_id = ${cell} AND pr.system_id = ${form}.system_id`
        : '',
    ].join(''),
  };
}

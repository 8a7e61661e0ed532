import { fingerprintOf } from '../findings/fingerprint.js';
import { rank } from '../findings/severity.js';
import { type Confidence, confidences, type Severity } from '../model/enums.js';
import type { GateFinding, GatePlace } from '../model/gate-report.js';
import type { Part } from '../model/template.js';
import { fill } from '../text/fill.js';
import type { At } from './check.js';
import type { RuleHit } from './evaluate.js';
import { byPlace, editsOf } from './places.js';
import type { World } from './world.js';

/** A hit with the severity that holds where it stands. */
export interface GradedHit extends RuleHit {
  readonly severity: Severity;
}

export interface Telling {
  readonly world: World;
  readonly placeOf: (at: At) => GatePlace;
}

const weaker = (a: Confidence, b: Confidence): Confidence =>
  confidences.indexOf(a) > confidences.indexOf(b) ? a : b;

/** What a part is called from run to run: `welcome.email.subject/fa`. */
function nameOf({ message, channel, name, key, locale }: Part): string {
  const own = name === 'other' && key !== '' ? key : name;
  const middle = channel === 'unknown' || channel === own ? [] : [channel];
  return `${[message, ...middle, own].join('.')}${locale === '' ? '' : `/${locale}`}`;
}

/** Whom a hit is about: the part it stands in, unless it names another. */
export function subjectOf({ at, about, subject }: RuleHit): string {
  const base = subject ?? ('part' in at ? `template:${nameOf(at.part)}` : `file:${at.file.path}`);
  return about === undefined ? base : `${base}#${about}`;
}

/** Who answers for a message, as settings or contract say. */
function ownersOf(id: string | null, { messages, contract }: World): GateFinding['owners'] {
  const message = messages.find((one) => one.id === id);
  const owner = message?.settings.owner ?? message?.communication?.owner ?? undefined;
  if (owner === undefined) return [];
  const name = contract?.owners.find(({ owner_id }) => owner_id === owner)?.name ?? owner;
  return [{ role: 'owner', owner_id: owner, name }];
}

const distinct = (places: readonly GatePlace[]): GatePlace[] => {
  const sorted = [...places].sort(byPlace);
  return sorted.filter((place, i) => i === 0 || byPlace(sorted[i - 1]!, place) !== 0);
};

function textsOf({ rule, args = {}, ...hit }: GradedHit) {
  const { cases, remediation } = rule.definition;
  const one = cases[hit.case];
  if (!one) throw new Error(`${rule.id} has no case '${hit.case}'`);
  return {
    message: fill(one.message, { persons: hit.persons ?? null, ...args }),
    remediation: fill(one.remediation ?? remediation, args),
  };
}

/** All hits of one subject as one finding, told by the worst of them. */
export function toGateFinding(hits: readonly GradedHit[], { world, placeOf }: Telling): GateFinding {
  const worst = hits.reduce((a, b) => (rank(b.severity) < rank(a.severity) ? b : a));
  const { rule, at, persons } = worst;
  const part = 'part' in at ? at.part : undefined;
  const subject = subjectOf(worst);
  const places = distinct(hits.map((hit) => placeOf(hit.at)));
  const id = part?.message ?? null;
  return {
    fingerprint: fingerprintOf(rule.id, subject),
    rule: rule.id,
    title: rule.definition.title,
    subject,
    case: worst.case,
    harm: 'release',
    severity: worst.severity,
    confidence: weaker(rule.definition.confidence, worst.confidence ?? 'certain'),
    ...textsOf(worst),
    cause: null,
    persons: persons === undefined ? null : { count: persons, of: null },
    messages: null,
    args: worst.args ?? {},
    evidence: places.map(({ file, line }) => ({ file, row: line })),
    path: [],
    owners: ownersOf(id, world),
    due: null,
    status: null,
    suppression: null,
    code: rule.definition.code ?? null,
    message_id: id,
    channel: part?.channel ?? null,
    part: part?.name ?? null,
    locale: part?.locale ?? null,
    places,
    compared: distinct(hits.flatMap(({ others = [] }) => others.map(placeOf))),
    fix: rule.definition.fix,
    edits: hits.flatMap(({ edits = [] }) => edits.flatMap(editsOf)),
  };
}

import type { Finding } from '../../../model/finding.js';
import type { InitiativeKind } from '../../../model/roadmap.js';
import { foundBy } from '../../gaps.js';
import type { Ground } from '../../ground.js';
import type { Proposal } from '../../proposal.js';

const systemsOf = ({ args, path }: Finding): string[] =>
  Array.isArray(args.system_ids) ? args.system_ids : [...path];

/** What a finding is about, without its kind. */
const aboutOf = ({ subject }: Finding): string => subject.slice(subject.indexOf(':') + 1);

/** Work that no inventory shows: it is named, and its findings are what it is measured by. */
const named = (kind: InitiativeKind, finding: Finding): Proposal => ({
  id: `${kind}:${aboutOf(finding)}`,
  kind,
  edits: [],
  systems: systemsOf(finding),
  fields: [],
  flows: [],
  aims: [finding.fingerprint],
});

const kinds: Readonly<Record<string, InitiativeKind>> = {
  'delivery/wrong-language': 'mend_communication',
  'delivery/already-held': 'mend_communication',
  'delivery/duplicate-send': 'mend_communication',
  'delivery/dead-address': 'mend_communication',
  'delivery/contact-pressure': 'merge_communications',
};

/** Mends what single communications do wrong, and plans together what reaches the same persons too often. */
export const proposeCommunications = ({ gaps }: Ground): Proposal[] =>
  Object.entries(kinds).flatMap(([rule, kind]) => foundBy(gaps, rule).map((finding) => named(kind, finding)));

/** Ends communications of which nobody was sent any. */
export const proposeFewerCommunications = ({ gaps }: Ground): Proposal[] =>
  gaps.unsent
    .filter((one) => gaps.steps.some(({ communication }) => communication === one.communication))
    .map(({ communication, system }) => ({
      id: `retire_communication:${communication}`,
      kind: 'retire_communication',
      edits: [{ remove: 'communication_steps', where: { communication_id: communication } }],
      systems: [system],
      fields: [],
      flows: [],
    }));

const origins: readonly (readonly [string, InitiativeKind])[] = [
  ['template:', 'fix_template'],
  ['vendor:', 'fix_source'],
  ['system:', 'fix_source'],
];

/** Puts right where errors were traced to: a template, a vendor, or the system their data comes from. */
export const proposeRepairs = ({ gaps }: Ground): Proposal[] =>
  gaps.errors.flatMap(({ origin, path, fingerprint }) => {
    const found = origins.find(([start]) => origin.startsWith(start));
    if (!found) return [];
    const [start, kind] = found;
    const about = origin.slice(start.length);
    return {
      id: `${kind}:${about}`,
      kind,
      edits: [],
      systems: start === 'system:' ? [about] : path.slice(0, 1),
      fields: [],
      flows: [],
      aims: fingerprint === null ? [] : [fingerprint],
    };
  });

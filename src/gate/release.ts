import type { Severity } from '../model/enums.js';
import { isFailing } from '../model/failing.js';
import type { GateFinding, GateRelease } from '../model/gate-report.js';
import { compareText } from '../text/compare.js';
import { addTo } from '../text/group-by.js';
import { type Message, readable, type World } from './world.js';

/** Rules that ask for somebody's word, not for another text. */
const approvals = new Set(['gate/unapproved', 'gate/changed-after-approval']);

/** What decides of a message. */
export interface Releasing {
  readonly failOn: Severity | 'never';
  /** What an earlier run knew does not stop a message. */
  readonly failOnNew?: boolean;
  /** Messages a change touches; all without `--since`. */
  readonly touched?: ReadonlySet<string>;
}

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter(Boolean).sort(compareText);

/** Whose word is asked for: the approver named, else who approved before, else the owner. */
function approversOf({ settings, communication }: Message): string[] {
  const before = communication?.templates.map(({ approved_by }) => approved_by ?? '') ?? [];
  const named = settings.approver === undefined ? before : [settings.approver];
  const owner = settings.owner ?? communication?.owner ?? '';
  return distinct(named).length > 0 ? distinct(named) : distinct([owner]);
}

function releaseOf(
  message: Message,
  findings: readonly GateFinding[],
  gate: Pick<Releasing, 'failOn' | 'failOnNew'>,
): GateRelease {
  const open = findings.filter(({ suppression }) => suppression === null);
  const asking = open.filter(({ rule }) => approvals.has(rule));
  const failing = open.filter((finding) => !approvals.has(finding.rule) && isFailing(finding, gate));
  const parts = readable(message);
  const state = failing.length > 0 ? 'blocked' : asking.length > 0 ? 'needs_approval' : 'ready';
  return {
    message: message.id,
    state,
    by: state === 'needs_approval' ? approversOf(message) : [],
    findings: (state === 'blocked' ? failing : asking).map(({ fingerprint }) => fingerprint),
    channels: distinct(parts.map(({ channel }) => channel).filter((channel) => channel !== 'unknown')),
    locales: distinct(parts.map(({ locale }) => locale)),
  };
}

/** What stops each message, or whose word it waits for; in order of the messages. */
export function releasesOf(
  findings: readonly GateFinding[],
  world: World,
  { touched, ...gate }: Releasing,
): GateRelease[] {
  const shared = new Map<string, GateFinding[]>();
  for (const finding of findings) {
    const id = /^message:([^#/]+)/.exec(finding.subject)?.[1] ?? finding.message_id;
    if (id !== null) addTo(shared, id, finding);
  }
  return world.messages
    .filter((message) => readable(message).some(({ channel }) => channel !== 'unknown'))
    .filter(({ id }) => touched?.has(id) ?? true)
    .map((message) => {
      const used = new Set(readable(message).flatMap(({ included }) => included.map((part) => part.message)));
      const own = [message.id, ...used].flatMap((id) => shared.get(id) ?? []);
      return releaseOf(message, own, gate);
    });
}

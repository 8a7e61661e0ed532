import type { At, Check, GateHit } from '../../check.js';
import { incidentMatrix, messagesFor } from '../../notices/matrix.js';
import { type Message, readable, type World } from '../../world.js';

/** Where a hole is shown: at a text for the same kind of incident, else at the first file there is. */
function nearest(world: World, kind: string): At | undefined {
  const part = messagesFor(kind, world).flatMap(readable)[0];
  if (part) return { part };
  const file = world.files[0];
  return file && { file };
}

const personsIn = ({ contract }: World, channel: string, locale: string): number | undefined => {
  const cells = contract?.communications.flatMap(({ recipients }) => recipients ?? []) ?? [];
  const own = cells.filter((cell) => cell.channel === channel && cell.locale === locale);
  return own.length > 0 ? Math.max(...own.map(({ persons }) => persons)) : undefined;
};

/** Holes of the incident plan. */
export const missingText: Check = function* (world) {
  for (const { kind, channel, locale, part } of incidentMatrix(world)?.cells ?? []) {
    const at = part ? undefined : nearest(world, kind);
    if (!at) continue;
    const persons = personsIn(world, channel, locale);
    yield {
      case: messagesFor(kind, world).length > 0 ? 'variant' : 'kind',
      at,
      subject: `incident:${kind}/${channel}/${locale}`,
      args: { kind, channel, locale },
      ...(persons !== undefined && { persons }),
    };
  }
};

/** Messages the settings keep for an incident. */
const kept = ({ messages }: World): Message[] =>
  messages.filter((message) => message.settings.incident !== undefined && readable(message).length > 0);

const atMessage = (message: Message): Pick<GateHit, 'at' | 'subject'> => ({
  at: { part: readable(message)[0]! },
  subject: `message:${message.id}`,
});

const isApproved = ({ settings, communication }: Message): boolean =>
  settings.approver !== undefined ||
  (communication?.templates.some(({ approved_by }) => approved_by !== null) ?? false);

/** Notices nobody is named for who approves them. */
export const noApprover: Check = function* (world) {
  for (const message of kept(world))
    if (!isApproved(message)) yield { case: 'missing', ...atMessage(message), args: { message: message.id } };
};

const units = { Y: 365, M: 30, W: 7, D: 1 } as const;

/** Days of an ISO 8601 duration; months and years are rounded, which is near enough for a test. */
function daysOf(duration: string): number {
  const parts = duration.split('T')[0]!.matchAll(/(\d+)([YMWD])/g);
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units],
    0,
  );
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Notices that were never tested, or not lately. */
export const untested: Check = function* (world) {
  const every = world.settings.incidents?.test_every;
  for (const message of kept(world)) {
    const { tested_at: last } = message.settings;
    if (last === undefined) yield { case: 'never', ...atMessage(message), args: { message: message.id } };
    else if (every !== undefined && daysBetween(last, world.today) > daysOf(every))
      yield { case: 'overdue', ...atMessage(message), args: { message: message.id, last, every } };
  }
};

import { covers, holdersOf, leafFields, mastersOf, wayFinder } from '../graph.js';
import { tier } from '../policy.js';
import type { Year } from '../simulate/run.js';
import type { Send } from '../simulate/sends.js';
import { DAY } from '../time.js';
import type { Communication, World } from '../world/types.js';
import type { Label } from './types.js';

const label = (rule: string, subject: string, persons = 0): Label => ({
  rule,
  subject,
  cause: null,
  persons,
});
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const printed = ['person.name', 'person.language'];

/** Between which systems a text loses a field; empty when it has it. */
function lossOf(
  world: World,
  ways: ReturnType<typeof wayFinder>,
  message: Communication,
  field: string,
): string {
  const holders = holdersOf(world, field);
  const masters = mastersOf(world, field);
  const hands = (from: string, to: string) =>
    world.flows.some(
      (flow) => flow.from === from && flow.to === to && flow.fields.some((row) => covers(row.source, field)),
    );
  if (!holders.some((from) => ways(from, message.process, field)))
    return `${masters[0] ?? holders[0]}>${message.process}`;
  const [from, to] = [message.process, message.composer];
  const isThere = from === to || holders.includes(to) || [from, ...masters].some((giver) => hands(giver, to));
  return isThere ? '' : `${from}>${to}`;
}

function halfway(world: World): Label[] {
  const ways = wayFinder(world);
  const lost = world.communications.flatMap((message) =>
    printed
      .filter((field) => message.fields.includes(field))
      .flatMap((field) => {
        const pair = lossOf(world, ways, message, field);
        return pair === '' ? [] : [`pair:${pair}/${field}`];
      }),
  );
  return unique(lost).map((subject) => label('flow/data-stops-halfway', subject));
}

function endsOutside(world: World): Label[] {
  const known = new Set(world.systems.map(({ id }) => id));
  const outcomes = leafFields(world).filter((field) => covers('outcome', field));
  const ways = wayFinder(world);
  const gateways = unique(world.gateways.map(({ system }) => system));
  return world.flows
    .filter(
      (flow) =>
        gateways.includes(flow.from) &&
        !known.has(flow.to) &&
        outcomes.some(
          (outcome) =>
            flow.fields.some((row) => covers(row.source, outcome)) &&
            ![...known].some((id) => id !== flow.from && ways(flow.from, id, outcome)),
        ),
    )
    .map(({ id }) => label('feedback/ends-outside', `flow:${id}`));
}

const personsOf = (sends: readonly Send[]): number => new Set(sends.map(({ person }) => person)).size;
const subjectOf = ({ communication, channel }: Send): string => `comm:${communication}/${channel}`;

function groups(sends: readonly Send[]): Map<string, Send[]> {
  const found = new Map<string, Send[]>();
  for (const send of sends) {
    const group = found.get(subjectOf(send)) ?? [];
    group.push(send);
    found.set(subjectOf(send), group);
  }
  return found;
}

/** The language of a customer is known where their own sender keeps it with them; lifelike files leave it out. */
function wrongLanguage(world: World, { people, sends }: Year): Label[] {
  if (world.life) return [];
  const affected = new Set(world.trouble.oneLanguage.map(({ communication }) => communication));
  const wrong = sends.filter(
    (send) => affected.has(send.communication) && people[send.person]?.language !== send.locale,
  );
  return [...groups(wrong)]
    .filter(([, group]) => group.length >= 10)
    .map(([subject, group]) => label('delivery/wrong-language', subject, personsOf(group)));
}

/** Who had chosen, by their own word in any system, to do without paper. */
function alreadyHeld(world: World, { books, sends }: Year): Label[] {
  const invited = new Set(world.trouble.invitations.map(({ communication }) => communication));
  const choices = new Map<number, { time: number; value: string; lob: string }[]>();
  for (const line of [...books.values()].flat())
    if (line.kind === 'delivery' && tier(line) === 2)
      choices.set(line.person, [...(choices.get(line.person) ?? []), line]);
  const vain = sends.filter((send) => {
    if (!invited.has(send.communication)) return false;
    const known = (choices.get(send.person) ?? []).filter(
      ({ lob, time }) => (lob === '*' || lob === send.lob) && time + DAY <= send.time,
    );
    return known.sort((a, b) => b.time - a.time)[0]?.value === 'electronic';
  });
  return [...groups(vain)]
    .filter(([, group]) => group.length >= 5)
    .map(([subject, group]) => label('delivery/already-held', subject, personsOf(group)));
}

/** Rules about where communication breaks down, and about what was known and not used. */
export const communicationLabels = (world: World, year: Year): Label[] => [
  ...halfway(world),
  ...endsOutside(world),
  ...wrongLanguage(world, year),
  ...alreadyHeld(world, year),
];

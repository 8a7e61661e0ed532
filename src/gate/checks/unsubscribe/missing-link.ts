import type { Check, GateHit } from '../../check.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import type { Message } from '../../world.js';
import { isPiece, mailUnits, type Unit } from './units.js';
import { type Told, Ways } from './ways.js';
import { wrongTargets } from './wrong-targets.js';

interface Judged extends Unit {
  readonly told: Told | undefined;
}

const toldOf = ({ parts }: Unit, ways: Ways): Told | undefined => {
  const all = parts.map((part) => ways.told(part));
  return all.find((one) => one === 'target') ?? all.find((one) => one === 'perhaps') ?? all.find(Boolean);
};

const linksOf = ({ parts }: Unit): number => parts.reduce((sum, { links }) => sum + links.length, 0);

/**
 * Other texts of the same kind whose links or fields are a way, if they are most of them. Words differ between
 * languages: they count where those of the text's own are known and it has fewer links.
 */
function peersWith(unit: Judged, all: readonly Judged[], ways: Ways): readonly Judged[] {
  const peers = all.filter(({ kind, locale }) => kind === unit.kind && locale !== unit.locale);
  const having = peers.filter(
    (peer) =>
      peer.told === 'target' ||
      peer.told === 'perhaps' ||
      (peer.told === 'words' && ways.knows(unit.locale) && linksOf(peer) > linksOf(unit)),
  );
  return having.length >= 2 && having.length * 3 >= peers.length * 2 ? having : [];
}

function caseOf(
  unit: Judged,
  all: readonly Judged[],
  message: Message,
  ways: Ways,
): [string, readonly Judged[]] {
  const purpose = purposeOf(message);
  const isJudged = ways.knows(unit.locale);
  if (isStoppable(purpose) && !purpose.isGuess && isJudged) return ['missing', []];
  const peers = peersWith(unit, all, ways);
  if (peers.length > 0) return ['not-here', peers];
  const sisters = all.filter((one) => one.locale === unit.locale && one.told === 'target');
  if (sisters.length > 0 && isJudged) return ['not-in-part', sisters];
  if (isPiece(unit)) return ['', []];
  const name = unit.kind.startsWith('catalogue') ? 'guess-entry' : 'guess';
  return isStoppable(purpose) && isJudged ? [name, []] : ['', []];
}

function* missingIn(message: Message, ways: Ways): Generator<GateHit> {
  const all = mailUnits(message).map((unit): Judged => ({ ...unit, told: toldOf(unit, ways) }));
  for (const unit of all) {
    if (unit.told !== undefined) continue;
    const [name, others] = caseOf(unit, all, message, ways);
    if (name === '') continue;
    yield {
      case: name,
      at: { part: unit.parts[0] },
      about: 'opt-out',
      args: { purpose: purposeOf(message).name, others: others.length },
      others: others.slice(0, 3).map(({ parts: [part] }) => ({ part })),
      ...(name.startsWith('guess') && { confidence: 'possible' }),
    };
  }
}

const localeOf = ({ at }: GateHit): string => ('part' in at ? at.part.locale : '');

/** Messages that readers must be able to stop, and texts of them that do not say how, or lead elsewhere. */
export const missingLink: Check = function* (world) {
  const ways = new Ways(world);
  for (const message of world.messages) {
    const exact = [...wrongTargets(message, ways)];
    const told = new Set(exact.filter((hit) => hit.case === 'not-here').map(localeOf));
    for (const hit of missingIn(message, ways))
      if (hit.case !== 'not-here' || !told.has(localeOf(hit))) yield hit;
    yield* exact;
  }
};

import type { Check } from '../../check.js';
import {
  acknowledgesImpact,
  contactIn,
  hasSelfService,
  meetsReader,
  nextNewsIn,
  saysConsequences,
  saysOffer,
  saysPrevention,
  saysWhatHappened,
  saysWhatToDo,
  sumsUp,
  takesResponsibility,
} from '../../notices/elements.js';
import { type Lack, lacks } from '../../notices/lacks.js';
import { type Notice, noticesOf } from '../../notices/notices.js';
import type { World } from '../../world.js';

const asks =
  (lack: Lack, guesses: readonly string[] = []): Check =>
  (world) =>
    lacks(world, lack, guesses);

/** A text of a sentence or two that leads on: to a page, or to somebody. */
const leadsOn = (notice: Notice, world: World): boolean =>
  notice.isShort && (hasSelfService(world, notice) || contactIn(world, notice) !== 'none');

/** What criminals do, or a date that has been moved, is no fault of the sender and has no next news. */
const isWarning = ({ kind }: Notice): boolean => /fraud|phish|scam|warning/i.test(kind);
const isSettled = ({ kind }: Notice): boolean => /delay|cancel|recall|resched/i.test(kind);

type Says = (world: World, notice: Notice) => boolean;

/** Whether the same text says it in another locale, so that room cannot be why it is missing here. */
const isSaidElsewhere = (says: Says, notice: Notice, world: World): boolean =>
  noticesOf(world).some(
    (other) =>
      other.message === notice.message &&
      other.locale !== notice.locale &&
      other.part.channel === notice.part.channel &&
      other.part.name === notice.part.name &&
      says(world, other),
  );

/** What a short text that leads on lacks though another locale says it. */
const droppedFrom = (says: Says, notice: Notice, world: World): 'dropped' | undefined =>
  isSaidElsewhere(says, notice, world) ? 'dropped' : undefined;

const whatHappened: Lack = (notice, world) => (saysWhatHappened(world, notice) ? undefined : 'missing');

const consequences: Lack = (notice, world) => {
  if (saysConsequences(world, notice)) return undefined;
  if (leadsOn(notice, world)) return droppedFrom(saysConsequences, notice, world);
  if (notice.isBreach) return 'breach';
  return meetsReader(world, notice) ? droppedFrom(saysConsequences, notice, world) : 'other';
};

const whatYouCanDo: Lack = (notice, world) => {
  if (saysWhatToDo(world, notice)) return undefined;
  return leadsOn(notice, world) ? droppedFrom(saysWhatToDo, notice, world) : 'missing';
};

const whatWeOffer: Lack = (notice, world) =>
  notice.isShort || isWarning(notice) || saysOffer(world, notice) ? undefined : 'missing';

const responsibleContact: Lack = (notice, world) => {
  if (leadsOn(notice, world)) return undefined;
  const contact = contactIn(world, notice);
  if (contact === 'none') return 'missing';
  return contact === 'unnamed' && !notice.isShort ? 'unnamed' : undefined;
};

const nextUpdate: Lack = (notice, world) => {
  if (notice.isClosing || isWarning(notice) || isSettled(notice)) return undefined;
  const news = nextNewsIn(world, notice);
  if (news === 'none') return leadsOn(notice, world) ? undefined : 'missing';
  return { vague: 'untimed', unzoned: 'unzoned', full: undefined }[news];
};

const selfService: Lack = (notice, world) =>
  notice.isShort || hasSelfService(world, notice) ? undefined : 'missing';

const impact: Lack = (notice, world) =>
  notice.isShort || isWarning(notice) || acknowledgesImpact(world, notice) ? undefined : 'missing';

const responsibility: Lack = (notice, world) =>
  notice.isShort || isWarning(notice) || isSettled(notice) || takesResponsibility(world, notice)
    ? undefined
    : 'missing';

const summary: Lack = (notice, world) =>
  !notice.isClosing || notice.isShort || (sumsUp(world, notice) && saysWhatHappened(world, notice))
    ? undefined
    : 'missing';

const prevention: Lack = (notice, world) =>
  !notice.isClosing || notice.isShort || saysPrevention(world, notice) ? undefined : 'missing';

/** What a notice must say; each asks every notice. */
export const elementChecks: Readonly<Record<string, Check>> = {
  'notice/closing-summary': asks(summary),
  'notice/consequences': asks(consequences, ['breach']),
  'notice/impact-not-acknowledged': asks(impact),
  'notice/next-update': asks(nextUpdate, ['missing']),
  'notice/no-responsibility': asks(responsibility),
  'notice/prevention': asks(prevention),
  'notice/responsible-contact': asks(responsibleContact, ['missing']),
  'notice/self-service': asks(selfService),
  'notice/what-happened': asks(whatHappened, ['missing']),
  'notice/what-we-offer': asks(whatWeOffer),
  'notice/what-you-can-do': asks(whatYouCanDo, ['missing']),
};

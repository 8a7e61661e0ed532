import { foldName, nameForms, nameLevel } from '../../linkage/names/index.js';

/** What records state of a person, all systems together. */
export interface Person {
  readonly names: readonly string[];
  /** Dates of birth, `YYYY-MM-DD`. */
  readonly born: readonly string[];
  readonly deceased: boolean;
}

const titles = new Set(
  (
    'mr mrs ms miss mx dr prof sir lady herr frau monsieur madame mme m sr sra don dona jr sr ii iii esq ' +
    'السید السیده سید سیده الدکتور دکتور دکتر دکتره المهندس مهندس اقای آقای خانم جناب سرکار الاستاذ استاذ الشیخ حاج'
  ).split(' '),
);

/** Words by which mail for one person is sent to another. */
const careOf =
  /(^|[\s(,])(c\/o|care of|for the|attn|on behalf|guardian|parents? of|attorney|poa|executors?|estate of|trustees?|z\.? ?hd|ولي|وصي|وكيل|ولی|وکیل|قیم)([\s),.:]|$)/iu;

/** Words of a name in plain letters, titles left out. */
export const wordsOf = (name: string): string[] =>
  foldName(name)
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word));

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/** Whether all words of one name, initials among them, are in the other. */
export function fitsInto(one: readonly string[], other: readonly string[]): boolean {
  const left = [...other];
  return (
    one.length > 0 &&
    one.every((word) => {
      const place = left.findIndex(
        (candidate) => candidate === word || (word.length === 1 && candidate.startsWith(word)),
      );
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    })
  );
}

/** Whether two names may be one person's: the one in the other, or the same sound in another script. */
export function mayBeOne(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (fitsInto(one, other) || fitsInto(other, one)) return true;
  return (
    isArabic(a) !== isArabic(b) && nameLevel(nameForms(one.join(' ')), nameForms(other.join(' '))) !== 'none'
  );
}

const anyPair = <T>(a: readonly T[], b: readonly T[], test: (x: T, y: T) => boolean): boolean =>
  a.some((x) => b.some((y) => test(x, y)));

const years = (ms: number): number => new Date(ms).getUTCFullYear();

/** The word by which families are called, in names that state one: the last. */
const familyOf = (name: string): string => wordsOf(name).at(-1) ?? '';

/**
 * Whether one person may get what is the other's without harm: they may be one person recorded twice, one of them is a
 * child of the other's name. `atMs` is the time of the message.
 */
export function mayBelongTogether(person: Person, other: Person, atMs: number): boolean {
  if (anyPair(person.born, other.born, (a, b) => a === b)) return true;
  const dated = person.born.length > 0 && other.born.length > 0;
  if (!dated && anyPair(person.names, other.names, mayBeOne)) return true;
  const isChild = [...person.born, ...other.born].some(
    (born) => years(atMs) - Number(born.slice(0, 4)) <= 18,
  );
  return isChild && anyPair(person.names, other.names, (a, b) => familyOf(a) === familyOf(b));
}

/** Whether a name has a word in common with the person's, or the person's is not known in this script. */
const resembles = (words: readonly string[], { names }: Person): boolean =>
  names.length === 0 ||
  names.some((own) => isArabic(own) || wordsOf(own).some((word) => words.includes(word)));

/** The name on messages, on how many days, and whether the other surely had the address by then. */
interface Addressed {
  readonly name: string | null;
  readonly days: number;
  readonly held: boolean;
}

/** Times a name must have been used before it is an arrangement. */
const enoughDays = 2;

/**
 * Whether the name on messages shows that they are meant to go to the other person, who settles the estate of the first
 * or has arranged it so, or to a third who acts for the first and may have lived there before.
 */
export function isArranged(mail: Addressed, person: Person, other: Person): boolean {
  const name = mail.name ?? '';
  if (careOf.test(name)) return true;
  const words = wordsOf(name);
  if (person.deceased && (words.length === 0 || resembles(words, person) || resembles(words, other)))
    return true;
  const isFor = ({ names }: Person) => names.some((own) => fitsInto(words, wordsOf(own)));
  const names = ({ names: own }: Person) => own.some((one) => fitsInto(wordsOf(one), words));
  if (names(person) && names(other)) return true;
  if (
    !mail.held &&
    words.length > 0 &&
    !isArabic(name) &&
    !isFor(person) &&
    !isFor(other) &&
    !resembles(words, person)
  )
    return true;
  return mail.days >= enoughDays && isFor(other) && !isFor(person);
}

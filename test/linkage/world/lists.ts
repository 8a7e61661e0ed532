/** Common names, most frequent first; the long tail is made of syllables. */
export const women =
  'mary emma olivia sarah anna laura julia emily sophie lucy jessica hannah alice grace charlotte elizabeth margaret jane susan karen linda patricia nancy helen ruth clara martha eva maria isabella nina paula carla sofia elena katharina ingrid frida leila yasmin fatima zahra noor amina olga irina natalia chloe camille manon'.split(
    ' ',
  );
export const men =
  'john william james george thomas david michael robert daniel joseph charles peter paul mark andrew henry edward samuel jack oliver harry alexander benjamin martin lukas felix jonas max stefan andreas carlos miguel juan antonio ali hassan omar reza mohammed ahmed ivan dmitri sergei pierre louis hugo arthur frederick philip stephen'.split(
    ' ',
  );
export const families =
  'smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood jackson clarke hughes edwards lewis turner hill cooper ward moore baker harris king martin lee allen young scott mitchell anderson phillips campbell parker carter collins morgan bell murphy kelly cook bailey shaw müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf schröder neumann schwarz braun hofmann garcia fernandez gonzalez rodriguez lopez martinez sanchez perez gomez diaz dubois moreau laurent simon michel lefebvre leroy roux ahmadi hosseini mohammadi karimi rahimi khan haddad mansour saleh ivanov petrov novak kowalski'.split(
    ' ',
  );
export const nicknames: Readonly<Record<string, string>> = {
  elizabeth: 'liz',
  william: 'bill',
  robert: 'bob',
  margaret: 'maggie',
  michael: 'mike',
  thomas: 'tom',
  james: 'jim',
  charles: 'charlie',
  patricia: 'pat',
  alexander: 'alex',
  katharina: 'kathi',
  benjamin: 'ben',
  daniel: 'dan',
  edward: 'ted',
  susan: 'sue',
  andrew: 'andy',
};
export const towns =
  'london birmingham leeds glasgow sheffield bradford liverpool edinburgh manchester bristol cardiff leicester coventry hull plymouth derby swansea reading york bath exeter oxford cambridge norwich chester durham lancaster lincoln carlisle worcester'.split(
    ' ',
  );
export const trades =
  'teacher engineer nurse clerk driver lawyer farmer painter writer politician soldier merchant priest actor doctor architect journalist cook carpenter miner'.split(
    ' ',
  );
export const streets =
  'high street|church road|mill lane|station road|park avenue|queen street|king street|victoria road|green lane|london road'.split(
    '|',
  );
const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'th',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ee', 'ou'];
const codas = ['', '', 'n', 'r', 's', 'l', 'ck', 'm', 'tt', 'nd'];
/** A made-up word of the number: two or three syllables. */
export function madeUp(n: number): string {
  let rest = n * 7919 + 13;
  const take = (from: readonly string[]) => {
    const item = from[rest % from.length]!;
    rest = Math.floor(rest / from.length) + (rest % 7) * 104729;
    return item;
  };
  const syllable = () => take(onsets) + take(vowels) + take(codas);
  return syllable() + syllable() + (n % 3 === 0 ? syllable() : '');
}

import type { Named, Names } from '../../model/names.js';

/** 0 → A, 25 → Z, 26 → AA. */
export function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last;
}

const words: Readonly<Record<string, string>> = {
  owners: 'Owner',
  flows: 'Flow',
  points: 'Point',
  communications: 'Communication',
  templates: 'Template',
  channels: 'Channel',
  vendors: 'Vendor',
  findings: 'Finding',
};

type Entry = readonly [known: string, neutral: string];

/** The id in the form of an id, the name in that of a name. */
const entries = ({ id, name }: Named, neutral: string): Entry[] => [
  [id, neutral.toLowerCase().replaceAll(' ', '-')],
  ...(name === null || name === id ? [] : [[name, neutral] as const]),
];

function fileEntries(files: readonly Named[]): Entry[] {
  return files.flatMap(({ id }, i): Entry[] => {
    const [, ending = ''] = /(\.[a-z]+(?:\.gz)?)$/iu.exec(id) ?? [];
    const neutral = `file-${i + 1}${ending.toLowerCase()}`;
    return [
      [id, neutral],
      ...(id.includes('/') ? [[id.slice(id.lastIndexOf('/') + 1), neutral] as const] : []),
    ];
  });
}

/** Systems are numbered within their silo: System B3 is the third of Silo B. */
function systemEntries({ silos, systems }: Pick<Names, 'silos' | 'systems'>): Entry[] {
  const letter = new Map(silos.map(({ id }, i) => [id, letters(i)]));
  const count = new Map<string, number>();
  return systems.flatMap((system) => {
    const within = letter.get(system.within ?? '') ?? 'X';
    const place = (count.get(within) ?? 0) + 1;
    count.set(within, place);
    return entries(system, `System ${within}${place}`);
  });
}

/** What everything goes by instead; of two kinds with one name the first here counts. */
export function neutralNames(names: Names): ReadonlyMap<string, string> {
  const numbered = Object.entries(words).flatMap(([kind, word]) =>
    (names[kind as keyof typeof names] as readonly Named[]).flatMap((one, i) =>
      entries(one, `${word} ${i + 1}`),
    ),
  );
  const all: Entry[] = [
    ...names.kept.map((path): Entry => [path, path]),
    ...names.organisations.flatMap(({ id }): Entry[] => [[id, 'Organisation']]),
    ...systemEntries(names),
    ...names.silos.flatMap((silo, i) => entries(silo, `Silo ${letters(i)}`)),
    ...fileEntries(names.files),
    ...numbered,
  ];
  const neutral = new Map<string, string>();
  for (const [known, other] of all) {
    const key = known.toLowerCase();
    if (known.trim() !== '' && !neutral.has(key)) neutral.set(key, other);
  }
  return neutral;
}

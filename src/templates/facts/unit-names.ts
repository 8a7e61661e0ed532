const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** Numbers that between them need every plural form of CLDR. */
const probes = [0, 1, 2, 3, 5, 11, 100];

/** Forms that CLDR has not: other words for a unit, cases, classifiers; by language. */
const more: Readonly<Record<string, Partial<Record<Unit, string>>>> = {
  ar: { day: 'يوماً يوما', hour: 'ساعه', month: 'شهراً شهرا' },
  bg: { day: 'дена денонощие денонощия' },
  cs: { day: 'dní dnech dnem dne dnům', hour: 'hodinách', minute: 'minutách', week: 'týdnech' },
  da: { day: 'døgn' },
  en: { minute: 'mins', hour: 'hrs' },
  fi: {
    day: 'vuorokausi vuorokautta vuorokauden vuorokaudessa päivän päivässä',
    hour: 'tunnin tunnissa tunniksi',
    minute: 'minuutin minuutissa',
    week: 'viikon viikossa',
    month: 'kuukauden kuukaudessa',
    year: 'vuoden vuodessa',
  },
  he: { day: 'יממה יממות' },
  hi: { day: 'दिनों', hour: 'घंटों घण्टे घण्टों', minute: 'मिनटों', week: 'हफ़्ते हफ्ते सप्ताहों', month: 'महीनों माह' },
  ja: { minute: '分間', day: '日間 営業日', month: 'か月 ヶ月 カ月 ヵ月 か月間', year: '年間' },
  ko: { day: '일간 영업일', month: '달 개월간', hour: '시간' },
  nb: { day: 'dag dager' },
  nl: { day: 'etmaal' },
  no: { day: 'dag dager' },
  pl: { day: 'doba doby dobę dób dniach', hour: 'godzinach godzinę', minute: 'minutę', week: 'tygodnia' },
  ro: { day: 'zile ziua', hour: 'ore oră' },
  ru: { day: 'сутки суток', hour: 'час', minute: 'минуту', week: 'неделю' },
  sk: { day: 'dňoch', hour: 'hodinách' },
  sv: { day: 'dag dagar dagars', month: 'månaders' },
  uk: { day: 'доба доби добу діб', hour: 'годину', minute: 'хвилину' },
  zh: {
    minute: '分鐘',
    hour: '个小时 個小時 小時 个钟头',
    day: '日 个工作日 個工作日 工作日',
    week: '个星期 個星期 週',
    month: '個月 个月',
  },
};

/** Names of a unit as CLDR has them in a language: `[form, whether it means two by itself]`. */
function formsOf(unit: Unit, language: string): [string, boolean][] {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return probes.flatMap((number): [string, boolean][] => {
    const parts = format.formatToParts(number);
    const form = parts
      .filter(({ type }) => type === 'unit')
      .map(({ value }) => value.trim().toLowerCase())
      .join('');
    const dual = number === 2 && !parts.some(({ type }) => type === 'integer');
    const cases = dual && form.endsWith('ان') ? [form, `${form.slice(0, -2)}ين`] : [form];
    return cases.filter((one) => one !== '').map((one) => [one, dual]);
  });
}

interface Names {
  readonly units: ReadonlyMap<string, Unit>;
  readonly duals: ReadonlyMap<string, Unit>;
}
const cache = new Map<string, Names>();

function namesOf(language: string): Names {
  const known = cache.get(language);
  if (known) return known;
  const names = { units: new Map<string, Unit>(), duals: new Map<string, Unit>() };
  for (const unit of units) {
    for (const [form, dual] of formsOf(unit, language)) names[dual ? 'duals' : 'units'].set(form, unit);
    for (const form of more[language]?.[unit]?.split(' ') ?? []) names.units.set(form, unit);
  }
  cache.set(language, names);
  return names;
}

/** Units of time by their names in a language, in lower case. */
export const unitNames = (language: string): Names['units'] => namesOf(language).units;
/** Units by forms that mean two by themselves, as Arabic and Hebrew have them. */
export const dualNames = (language: string): Names['duals'] => namesOf(language).duals;

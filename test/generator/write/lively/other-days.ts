import { type Filed, zoneOf } from '../../life/exports.js';
import { storedAt } from '../../simulate/stores.js';
import { hijriDay, jalaliDay, wallClock } from '../../time.js';
import type { Store } from '../../world/types.js';
import type { Column, Files } from '../files.js';
import type { Yaml } from '../yaml.js';
import { canonical, whose } from './canonical.js';
import { addTable } from './forms.js';

const arabic = ['رقم العميل', 'النوع', 'القطاع', 'الغرض', 'القناة', 'القيمة', 'المصدر', 'التاريخ', 'بواسطة'];
const inArabic = 'subject_key kind lob comm_type channel value strength valid_from actor_type'.split(' ');
const easternDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

/** Days of another calendar in digits of their own, under Arabic headers; Windows-1256 has no such digits. */
export function otherDays(files: Files, store: Store, lines: readonly Filed[]): Yaml[] {
  const { calendar } = store.habits!;
  const day = (time: number) =>
    (calendar === 'jalali' ? jalaliDay : hijriDay)(wallClock(time, zoneOf(store)));
  const own: Record<string, (entry: Filed) => string> = {
    subject_key: (entry) => (/^\d+$/.test(entry.subject) ? easternDigits(entry.subject) : entry.subject),
    valid_from: (entry) => day(storedAt(entry)),
  };
  const columns = inArabic.map((name, index): Column<Filed> => {
    const [, text] = canonical.find(([header]) => header === name)!;
    return [arabic[index]!, own[name] ?? text];
  });
  const renamed = Object.fromEntries(inArabic.map((name, index) => [name, arabic[index]!]));
  const source = addTable(files, 'preferences', store.id, 'csv', columns, lines);
  return [
    {
      ...source,
      time_zone: zoneOf(store),
      columns: {
        ...whose(store),
        ...renamed,
        valid_from: { from: renamed.valid_from!, format: '%Y/%m/%d', calendar },
        time_quality: { constant: 'day' },
      },
    },
  ];
}

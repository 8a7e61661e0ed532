import { describe, expect, test } from 'vitest';
import { extractFacts, isSameFact } from '../../../src/templates/facts/index.js';

const read = (text: string, locale: string): string[] =>
  extractFacts(text, locale).map(
    ({ kind, value, start, end }) => `${kind} ${value} ‹${text.slice(start, end)}›`,
  );

describe('facts are read in the language of the text', () => {
  const rows: [string, string, string[]][] = [
    ['en', 'valid for 24 hours', ['duration 1440 min ‹24 hours›']],
    ['en', 'within one day', ['duration 1440 min ‹one day›']],
    ['en', 'within 5 business days', ['duration 7200 min ‹5 business days›']],
    ['en', 'in 2-3 weeks', ['duration 20160-30240 min ‹2-3 weeks›']],
    ['en', 'Have a nice day', []],
    ['en', 'pay $1,234.50 now', ['amount USD 1234.5 ‹$1,234.50›']],
    ['en', 'by July 31, 2026', ['date 2026-07-31 ‹July 31, 2026›']],
    ['en', 'by 31st of July', ['date -----07-31 ‹31st of July›']],
    ['en', 'on 02/01/2026', ['date 2026-01-02|2026-02-01 ‹02/01/2026›']],
    ['en', 'call +44 20 7946 0123 at 9:30 am', ['phone …79460123 ‹+44 20 7946 0123›', 'time 9:30 ‹9:30 am›']],
    ['en', 'see https://www.Example.com/help/.', ['url example.com/help ‹https://www.Example.com/help/›']],
    ['en', 'write to Help@example.com', ['email help@example.com ‹Help@example.com›']],
    ['en', 'a fee of 7.5 %, 3 attempts', ['percent 7.5 ‹7.5 %›', 'number 3 ‹3›']],
    ['en', '50 GB of data, 1,000 MB abroad', ['volume 50000 MB ‹50 GB›', 'volume 1000 MB ‹1,000 MB›']],
    ['en', 'at 100 MB/s or 5 go on', ['number 100 ‹100›', 'number 5 ‹5›']],
    ['fr', 'avec 5 Go', ['volume 5000 MB ‹5 Go›']],
    ['ru', '50 ГБ', ['volume 50000 MB ‹50 ГБ›']],
    ['fa', '۵۰ گیگابایت', ['volume 50000 MB ‹۵۰ گیگابایت›']],
    ['ar', 'صالح لمدة ٢٤ ساعة', ['duration 1440 min ‹٢٤ ساعة›']],
    ['ar', 'خلال يومين', ['duration 2880 min ‹يومين›']],
    ['ar', 'خلال ثلاثة أيام', ['duration 4320 min ‹ثلاثة أيام›']],
    ['ar', 'قبل ٣١ يوليو ٢٠٢٦', ['date 2026-07-31 ‹٣١ يوليو ٢٠٢٦›']],
    ['ar', 'قبل ٣١ تموز ٢٠٢٦', ['date 2026-07-31 ‹٣١ تموز ٢٠٢٦›']],
    ['fa', 'تا ۹ مرداد ۱۴۰۵', ['date 2026-07-31 ‹۹ مرداد ۱۴۰۵›']],
    ['fa', 'تا ۱۴۰۵/۰۵/۰۹', ['date 2026-07-31 ‹۱۴۰۵/۰۵/۰۹›']],
    ['fa', 'تا ۳۱ ژوئیهٔ ۲۰۲۶', ['date 2026-07-31 ‹۳۱ ژوئیهٔ ۲۰۲۶›']],
    ['fa', 'مبلغ ۵۰٬۰۰۰ تومان تا دو روز', ['amount IRT 50000 ‹۵۰٬۰۰۰ تومان›', 'duration 2880 min ‹دو روز›']],
    ['de', '1.234,50 € in zwei Tagen', ['amount EUR 1234.5 ‹1.234,50 €›', 'duration 2880 min ‹zwei Tagen›']],
    ['de', '14 Werktage', ['duration 20160 min ‹14 Werktage›']],
    ['ja', '24時間、2026年7月31日', ['duration 1440 min ‹24時間›', 'date 2026-07-31 ‹2026年7月31日›']],
    ['ja', '午後2時30分', ['time 2:30 ‹午後2時30分›']],
    ['zh', '链接在三天内有效，十分感谢', ['duration 4320 min ‹三天›']],
    ['zh', '将收取50元的费用', ['amount CNY 50 ‹50元›']],
    ['ko', '두 시간 안에 5,000원', ['duration 120 min ‹두 시간›', 'amount KRW 5000 ‹5,000원›']],
    ['pl', 'za dwie godziny 50 zł', ['duration 120 min ‹dwie godziny›', 'amount PLN 50 ‹50 zł›']],
    ['cs', '60 dní, 300 Kč', ['duration 86400 min ‹60 dní›', 'amount CZK 300 ‹300 Kč›']],
    ['hu', '24 óráig, 2 000 Ft', ['duration 1440 min ‹24 óráig›', 'amount HUF 2000 ‹2 000 Ft›']],
    ['fi', 'kahdessa tunnissa', ['duration 120 min ‹kahdessa tunnissa›']],
    ['tr', 'yüzde 20, 3 saatlik', ['percent 20 ‹yüzde 20›', 'duration 180 min ‹3 saatlik›']],
    ['ru', 'десять минут, 600 рублей', ['duration 10 min ‹десять минут›', 'amount RUB 600 ‹600 рублей›']],
    [
      'sv',
      'tio dagar, 60 kr, kl. 14.30',
      ['duration 14400 min ‹tio dagar›', 'amount SEK 60 ‹60 kr›', 'time 2:30 ‹kl. 14.30›'],
    ],
    ['nb', 'kr 500', ['amount NOK 500 ‹kr 500›']],
    ['he', 'תקף ל-24 שעות מה-3 במאי', ['duration 1440 min ‹24 שעות›', 'date -----05-03 ‹3 במאי›']],
    ['he', '30 ש"ח', ['amount ILS 30 ‹30 ש"ח›']],
    ['hi', '२४ घंटे, 600 रुपये', ['duration 1440 min ‹२४ घंटे›', 'amount INR 600 ‹600 रुपये›']],
    ['ar', 'رسوم ٥٠ ريالاً', ['amount SAR 50 ‹٥٠ ريالاً›']],
    ['fa', '۱۲ اردیبهشت', ['date -----05-01|-----05-02 ‹۱۲ اردیبهشت›']],
    ['de', 'Dienstag um 14 Uhr', ['weekday 2 ‹Dienstag›', 'time 2:00 ‹14 Uhr›']],
    ['fr', 'à 14 h 30, de 2 à 3 jours', ['time 2:30 ‹à 14 h 30›', 'duration 2880-4320 min ‹2 à 3 jours›']],
    ['en', 'fifteen euros, twenty percent', ['amount EUR 15 ‹fifteen euros›', 'percent 20 ‹twenty percent›']],
    ['en', '500 ft away, a real offer', ['number 500 ‹500›']],
    ['es', 'el 31 de julio de 2026', ['date 2026-07-31 ‹31 de julio de 2026›']],
  ];
  test.each(rows)('%s: %s', (locale, text, facts) => {
    expect(read(text, locale)).toEqual(facts);
  });
});

test('facts that leave something open are the same as those that fill it', () => {
  const [one] = extractFacts('31 July', 'en');
  const [other] = extractFacts('2026-07-31', 'en');
  const [third] = extractFacts('2026-07-30', 'en');
  expect([isSameFact(one!, other!), isSameFact(one!, third!)]).toEqual([true, false]);
});

test('an unknown locale reads as English and throws nothing', () => {
  expect(read('in 24 hours', 'not a locale')).toEqual(['duration 1440 min ‹24 hours›']);
});

test.each(['{{', '<', '%{', '1 ', '1.', '+1(', 'www.', 'a@', '٫'])(
  'much of %s is read in linear time',
  (unit) => {
    const seconds = (size: number): number => {
      const began = process.cpuUsage();
      extractFacts(unit.repeat(size / unit.length), 'en');
      return process.cpuUsage(began).user / 1e6;
    };
    expect(seconds(60_000)).toBeLessThan(20 * Math.max(seconds(6_000), 0.05));
  },
);

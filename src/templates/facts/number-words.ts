/** Numbers as words by language: `number pattern`, with `_` where a space stands. */
const tables: Readonly<Record<string, string>> = {
  en: '1 one|an?, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 14 fourteen, 15 fifteen, 20 twenty, 24 twenty[-_]four, 25 twenty[-_]five, 30 thirty, 40 forty, 45 forty[-_]five, 48 forty[-_]eight, 50 fifty, 60 sixty, 72 seventy[-_]two, 90 ninety, 100 (?:one|a)_hundred',
  ar: '3 ثلاث[ةه]?, 4 أربع[ةه]?, 5 خمس[ةه]?, 6 ست[ةه]?, 7 سبع[ةه]?, 8 ثماني?[ةه]?, 9 تسع[ةه]?, 10 عشر[ةه]?, 12 اثن(?:ي|ا|تي|تا)_عشرة?, 14 أربعة?_عشرة?, 15 خمسة?_عشرة?, 20 عشر(?:ون|ين), 24 أربعة?_وعشر(?:ون|ين), 30 ثلاث(?:ون|ين), 48 ثماني?ة?_وأربع(?:ون|ين), 50 خمس(?:ون|ين), 60 ست(?:ون|ين)',
  fa: '1 یک, 2 دو, 3 سه, 4 چهار, 5 پنج, 6 شش, 7 هفت, 8 هشت, 9 نه, 10 ده, 12 دوازده, 14 چهارده, 15 پانزده, 20 بیست, 24 بیست_و_چهار, 30 سی, 40 چهل, 48 چهل_و_هشت, 50 پنجاه, 60 شصت, 72 هفتاد_و_دو',
  de: '1 ein(?:e[rmns]?)?, 2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 12 zwölf, 14 vierzehn, 15 fünfzehn, 20 zwanzig, 24 vierundzwanzig, 25 fünfundzwanzig, 30 dreißig, 48 achtundvierzig, 50 fünfzig, 60 sechzig, 72 zweiundsiebzig, 90 neunzig',
  fr: '1 une?, 2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix, 12 douze, 14 quatorze, 15 quinze, 20 vingt, 24 vingt-quatre, 25 vingt-cinq, 30 trente, 40 quarante, 48 quarante-huit, 50 cinquante, 60 soixante, 72 soixante-douze, 100 cent',
  es: '1 una?, 2 dos, 3 tres, 4 cuatro, 5 cinco, 6 seis, 7 siete, 8 ocho, 9 nueve, 10 diez, 12 doce, 14 catorce, 15 quince, 20 veinte, 24 veinticuatro, 25 veinticinco, 30 treinta, 40 cuarenta, 48 cuarenta_y_ocho, 50 cincuenta, 60 sesenta, 72 setenta_y_dos, 100 cien',
  it: "1 un(?:[ao]|(?='))?, 2 due, 3 tre, 4 quattro, 5 cinque, 6 sei, 7 sette, 8 otto, 9 nove, 10 dieci, 12 dodici, 14 quattordici, 15 quindici, 20 venti, 24 ventiquattro, 25 venticinque, 30 trenta, 40 quaranta, 48 quarantotto, 50 cinquanta, 60 sessanta, 72 settantadue, 100 cento",
  pt: '1 uma?, 2 dois|duas, 3 três, 4 quatro, 5 cinco, 6 seis, 7 sete, 8 oito, 9 nove, 10 dez, 12 doze, 14 catorze|quatorze, 15 quinze, 20 vinte, 24 vinte_e_quatro, 25 vinte_e_cinco, 30 trinta, 40 quarenta, 48 quarenta_e_oito, 50 cinquenta, 60 sessenta, 72 setenta_e_d(?:ois|uas), 100 cem',
  nl: '1 een|één, 2 twee, 3 drie, 4 vier, 5 vijf, 6 zes, 7 zeven, 8 acht, 9 negen, 10 tien, 12 twaalf, 14 veertien, 15 vijftien, 20 twintig, 24 vierentwintig, 25 vijfentwintig, 30 dertig, 48 achtenveertig, 50 vijftig, 60 zestig, 72 tweeënzeventig',
  sv: '1 en|ett, 2 två, 3 tre, 4 fyra, 5 fem, 6 sex, 7 sju, 8 åtta, 9 nio, 10 tio, 12 tolv, 14 fjorton, 15 femton, 20 tjugo, 24 tjugofyra, 30 trettio, 48 fyrtioåtta, 50 femtio, 60 sextio',
  da: '1 en|ét|et, 2 to, 3 tre, 4 fire, 5 fem, 6 seks, 7 syv, 8 otte, 9 ni, 10 ti, 12 tolv, 14 fjorten, 15 femten, 20 tyve, 24 fireogtyve, 30 tredive, 48 otteogfyrre, 50 halvtreds, 60 tres',
  nb: '1 en|ett?|én, 2 to, 3 tre, 4 fire, 5 fem, 6 seks, 7 sju|syv, 8 åtte, 9 ni, 10 ti, 12 tolv, 14 fjorten, 15 femten, 20 tjue, 24 tjuefire, 30 tretti, 48 førtiåtte, 50 femti, 60 seksti',
  fi: '1 yksi|yhden|yhdessä, 2 kaksi|kahden|kahdessa, 3 kolme|kolmen|kolmessa, 4 neljä|neljän|neljässä, 5 viisi|viiden|viidessä, 6 kuusi|kuuden, 7 seitsemän|seitsemässä, 8 kahdeksan, 9 yhdeksän, 10 kymmenen|kymmenessä, 12 kaksitoista, 14 neljätoista, 15 viisitoista|viidentoista, 20 kaksikymmentä, 24 kaksikymmentäneljä, 30 kolmekymmentä|kolmenkymmenen',
  pl: '1 jeden|jedn(?:a|ą|ej|ego), 2 dwa|dwie|dwóch|dwu, 3 trzy|trzech, 4 cztery|czterech, 5 pięć|pięciu, 6 sześć|sześciu, 7 siedem|siedmiu, 8 osiem|ośmiu, 9 dziewięć|dziewięciu, 10 dziesięć|dziesięciu, 12 dwanaście|dwunastu, 14 czternaście|czternastu, 15 piętnaście|piętnastu, 20 dwadzieścia|dwudziestu, 24 dwadzieścia_cztery|dwudziestu_czterech, 30 trzydzieści|trzydziestu, 48 czterdzieści_osiem|czterdziestu_ośmiu, 50 pięćdziesiąt|pięćdziesięciu, 60 sześćdziesiąt|sześćdziesięciu',
  cs: '1 jed(?:en|na|nu|no|né|noho), 2 dva|dvě|dvou, 3 tři|tří, 4 čtyři|čtyř, 5 pět|pěti, 6 šest|šesti, 7 sedm|sedmi, 8 osm|osmi, 9 devět|devíti, 10 deset|deseti, 12 dvanáct|dvanácti, 14 čtrnáct|čtrnácti, 15 patnáct|patnácti, 20 dvacet|dvaceti, 24 dvacet_čtyři|dvaceti_čtyř|čtyřiadvacet|čtyřiadvaceti, 30 třicet|třiceti, 48 čtyřicet_osm, 60 šedesát',
  sk: '1 jed(?:en|na|nu|no|ného|nej), 2 dva|dve|dvoch, 3 tri|troch, 4 štyri|štyroch, 5 päť|piatich, 6 šesť, 7 sedem|siedmich, 10 desať|desiatich, 14 štrnásť, 15 pätnásť, 20 dvadsať, 24 dvadsaťštyri, 30 tridsať, 48 štyridsaťosem, 60 šesťdesiat',
  ru: '1 од(?:ин|на|ну|ного|ной), 2 два|две|двух, 3 три|тр[её]х, 4 четыре|четыр[её]х, 5 пять|пяти, 6 шесть|шести, 7 семь|семи, 8 восемь|восьми, 9 девять|девяти, 10 десять|десяти, 12 двенадцать|двенадцати, 14 четырнадцать|четырнадцати, 15 пятнадцать|пятнадцати, 20 двадцать|двадцати, 24 двадцать_четыре|двадцати_четыр[её]х, 30 тридцать|тридцати, 48 сорок_восемь|сорока_восьми, 50 пятьдесят, 60 шестьдесят|шестидесяти',
  uk: "1 од(?:ин|на|ну|ного|нієї), 2 два|дві|двох, 3 три|трьох, 4 чотири|чотирьох, 5 п[’'ʼ]ять|п[’'ʼ]яти, 6 шість|шести, 7 сім|семи, 8 вісім|восьми, 9 дев[’'ʼ]ять, 10 десять|десяти, 12 дванадцять, 14 чотирнадцять, 15 п[’'ʼ]ятнадцять, 20 двадцять, 24 двадцять_чотири, 30 тридцять|тридцяти, 48 сорок_вісім, 60 шістдесят",
  bg: '1 ед(?:ин|на|но), 2 два|две, 3 три, 4 четири, 5 пет, 6 шест, 7 седем, 8 осем, 9 девет, 10 десет, 14 четиринадесет, 15 петнадесет, 20 двадесет, 24 двадесет_и_четири, 30 тридесет, 48 четиридесет_и_осем, 60 шестдесет',
  hr: '1 jed(?:an|na|nu|no|nog), 2 dva|dvije, 3 tri, 4 četiri, 5 pet, 6 šest, 7 sedam, 8 osam, 9 devet, 10 deset, 14 četrnaest, 15 petnaest, 20 dvadeset, 24 dvadeset_(?:i_)?četiri, 30 trideset, 48 četrdeset_(?:i_)?osam',
  ro: '1 una?|o, 2 doi|două, 3 trei, 4 patru, 5 cinci, 6 șase, 7 șapte, 8 opt, 9 nouă, 10 zece, 12 doisprezece|douăsprezece, 14 paisprezece, 15 cincisprezece, 20 douăzeci, 24 douăzeci_și_patru, 30 treizeci, 48 patruzeci_și_opt, 50 cincizeci, 60 șaizeci',
  hu: '1 egy, 2 két|kettő, 3 három, 4 négy, 5 öt, 6 hat, 7 hét, 8 nyolc, 9 kilenc, 10 tíz, 12 tizenkét|tizenkettő, 14 tizennégy, 15 tizenöt, 20 húsz, 24 huszonnégy, 30 harminc, 48 negyvennyolc, 50 ötven, 60 hatvan',
  el: '1 έναν?|μ[ιί]α, 2 δύο|δυο, 3 τρεις|τρία|τριών, 4 τέσσερις|τέσσερα|τεσσάρων, 5 πέντε, 6 έξι, 7 επτά|εφτά, 8 οκτώ|οχτώ, 9 εννέα|εννιά, 10 δέκα, 12 δώδεκα, 14 δεκατέσσερις, 15 δεκαπέντε, 20 είκοσι, 24 είκοσι_τέσσερις, 30 τριάντα, 48 σαράντα_οκτώ',
  tr: '1 bir, 2 iki, 3 üç, 4 dört, 5 beş, 6 altı, 7 yedi, 8 sekiz, 9 dokuz, 10 on, 12 on_iki, 14 on_dört, 15 on_beş, 20 yirmi, 24 yirmi_dört, 30 otuz, 48 kırk_sekiz, 50 elli, 60 altmış, 72 yetmiş_iki',
  he: '1 אחת|אחד, 3 שלוש(?:ה|ת)?, 4 ארבע(?:ה|ת)?, 5 חמש(?:ה|ת)?, 6 שש(?:ה|ת)?, 7 שבע(?:ה|ת)?, 8 שמונ(?:ה|ת), 10 עשר(?:ה|ת)?, 14 ארבעה_עשר, 20 עשרים, 24 עשרים_וארבע, 30 שלושים, 48 ארבעים_ושמונה, 60 שישים',
  hi: '1 एक, 2 दो, 3 तीन, 4 चार, 5 पाँच|पांच, 6 छह|छः, 7 सात, 8 आठ, 9 नौ, 10 दस, 12 बारह, 14 चौदह, 15 पंद्रह|पन्द्रह, 20 बीस, 24 चौबीस, 30 तीस, 48 अड़तालीस, 50 पचास, 60 साठ',
  ko: '1 한, 2 두, 3 세, 4 네, 5 다섯, 6 여섯, 7 일곱, 8 여덟, 9 아홉, 10 열, 12 열두, 24 스물네',
};
/** Languages that write numbers as those of another. */
const alike: Readonly<Record<string, string>> = { no: 'nb', sr: 'hr', bs: 'hr' };

const tableOf = (language: string): string | undefined => tables[alike[language] ?? language];

interface Words {
  /** Longer numbers first, for they begin with shorter ones. */
  readonly pattern: string;
  readonly values: readonly (readonly [RegExp, number])[];
}
const cache = new Map<string, Words | undefined>();

function read(table: string): Words {
  const entries = table.split(', ').map((entry): [number, string] => {
    const [number, pattern] = entry.split(' ') as [string, string];
    return [Number(number), pattern.replaceAll('_', ' ')];
  });
  const longestFirst = entries.map(([, pattern]) => pattern).reverse();
  return {
    pattern: longestFirst.join('|'),
    values: entries.map(([number, pattern]) => [new RegExp(`^(?:${pattern})$`, 'iu'), number]),
  };
}

function wordsOf(language: string): Words | undefined {
  if (cache.has(language)) return cache.get(language);
  const table = tableOf(language);
  const words = table === undefined ? undefined : read(table);
  cache.set(language, words);
  return words;
}

/** Pattern of the words of a language for numbers; undefined where none are known. */
export const numberWordPattern = (language: string): string | undefined => wordsOf(language)?.pattern;

const han = '一二三四五六七八九';
/** Numbers below 1,000 in Chinese characters. */
export const hanPattern = '[一二两兩三四五六七八九十百]{1,5}';

function ofHan(written: string): number | undefined {
  let sum = 0;
  let digit = 0;
  for (const sign of written.replace(/[两兩]/g, '二')) {
    const size = { 十: 10, 百: 100 }[sign];
    if (size === undefined) digit = digit * 10 + han.indexOf(sign) + 1;
    else {
      sum += Math.max(digit, 1) * size;
      digit = 0;
    }
  }
  return sum + digit;
}

/** What a word means; undefined where it is no number. Digits are in ASCII. */
export function numberOf(word: string, language: string): number | undefined {
  if (/^\d/.test(word)) return Number(word.replace(',', '.'));
  if (/^[一-龥]+$/.test(word)) return ofHan(word);
  return wordsOf(language)?.values.find(([pattern]) => pattern.test(word))?.[1];
}

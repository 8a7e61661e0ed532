import { createReportClassifier, type ReportClassifier } from '../../classify/reports/index.js';
import type { ReportWords } from '../../model/report-words.js';
import type { Query, Value } from '../../store/store.js';
import { rowCode } from '../evidence.js';

type Told = { code: number; category: string | null; text: string | null };

/** From this weight on a category says enough; below, the words of the report may say more. */
const enough = 5;
const atOnce = 10_000;

/** The desk's category where it tells, else the report's own words. */
function classOf({ category, text }: Told, classify: ReportClassifier): string | undefined {
  const stated = classify(category ?? '');
  if (stated !== undefined && stated.weight >= enough) return stated.errorClass;
  return classify(`${category ?? ''} ${text ?? ''}`)?.errorClass;
}

const told = `std_error_reports r WHERE r.error_class IS NULL AND (r.category IS NOT NULL OR r.text IS NOT NULL)`;

/**
 * Creates `work_report_classes(code, error_class)`: what reports without a class tell in words. `code` is the place of the
 * report; those of which no words tell are left out.
 */
export async function classifyReports(store: Query, readWords?: () => ReportWords): Promise<void> {
  await store.run('CREATE TABLE work_report_classes (code BIGINT, error_class VARCHAR)');
  const [found] = await store.all<{ n: number }>(`SELECT count(*) AS n FROM ${told}`);
  if (readWords === undefined || Number(found!.n) === 0) return;
  const classify = createReportClassifier(readWords());
  let rows: Value[][] = [];
  const flush = async () => {
    if (rows.length > 0) await store.insert('work_report_classes', ['code', 'error_class'], rows);
    rows = [];
  };
  for await (const some of store.stream<Told>(
    `SELECT ${rowCode('r')} AS code, r.category, r.text FROM ${told} ORDER BY code`,
  )) {
    for (const report of some) {
      const errorClass = classOf(report, classify);
      if (errorClass !== undefined) rows.push([report.code, errorClass]);
    }
    if (rows.length >= atOnce) await flush();
  }
  await flush();
}

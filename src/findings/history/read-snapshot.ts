import { SourceError, UsageError } from '../../model/errors.js';
import { type Report, reportSchema } from '../../model/report.js';

const format = reportSchema.shape.schema_version.value;
/** Problems of one snapshot that are worth listing: the first ones tell what is wrong. */
const most = 5;

const refuse = (file: string, message: string, tips: string[]): UsageError =>
  new UsageError({ message: `${file} ${message}`, expected: 'a report of --format json', tips });

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isPage = /^\s*<(!doctype|html)/i.test(text);
    throw refuse(file, isPage ? 'is a page for people' : 'is not JSON', [
      'unsilo audit --format json=FILE writes one',
    ]);
  }
}

const versionOf = (raw: unknown): unknown =>
  raw !== null && typeof raw === 'object' ? (raw as Record<string, unknown>).schema_version : undefined;

/** The text of a report as a snapshot; refuses other formats, other versions of the format, and what is damaged. */
export function parseSnapshot(file: string, text: string): Report {
  const raw = parse(file, text);
  const version = versionOf(raw);
  if (version === undefined) throw refuse(file, 'is not a snapshot of unsilo', []);
  if (version !== format) {
    throw refuse(file, `has snapshot format ${String(version)}, this unsilo reads format ${format}`, [
      'compare with a snapshot of this version',
    ]);
  }
  const result = reportSchema.safeParse(raw);
  if (result.success) return result.data;
  throw new SourceError(
    result.error.issues.slice(0, most).map(({ path, message }) => ({
      place: { file, ...(path.length > 0 && { column: path.join('.') }) },
      message: `the snapshot is damaged or was made by another version: ${message}`,
    })),
  );
}

/** Throws unless both are of the same ecosystem. */
export function assertSameEcosystem(file: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new UsageError({
    message: `${file} is of another ecosystem`,
    value: found,
    expected,
    tips: ['the name of an ecosystem is `name` in unsilo.yaml'],
  });
}

import { SourceError } from '../../model/errors.js';
import { type Finding, findingSchema } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { parseSnapshot } from './read-snapshot.js';
import { splitSnapshot, textAt } from './split-snapshot.js';

/** Texts that many findings share are kept once. */
function createShared(): (finding: Finding) => Finding {
  const known = new Map<string, string>();
  const share = (text: string): string => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
  return (finding) => ({
    ...finding,
    rule: share(finding.rule),
    title: share(finding.title),
    case: share(finding.case),
    harm: share(finding.harm),
    remediation: share(finding.remediation),
    path: finding.path.map(share),
  });
}

function parseFinding(file: string, text: string, at: number): Finding {
  const result = findingSchema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new SourceError(
    result.error.issues.map(({ path, message }) => ({
      place: { file, column: ['findings', at, ...path].join('.') },
      message: `the snapshot is damaged or was made by another version: ${message}`,
    })),
  );
}

/** The bytes of a report as a snapshot, finding by finding: one of a hundred thousand takes no more than it has to. */
export function parseLargeSnapshot(file: string, bytes: Uint8Array): Report {
  const split = splitSnapshot(bytes);
  if (split === undefined) return parseSnapshot(file, textAt(bytes, 0, bytes.length));
  const report = parseSnapshot(file, split.rest);
  const share = createShared();
  const findings = split.findings.map(([start, end], at) =>
    share(parseFinding(file, textAt(bytes, start, end), at)),
  );
  return { ...report, findings };
}

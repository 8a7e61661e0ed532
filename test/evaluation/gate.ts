import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

/**
 * Runs the built gate over template repositories written apart from its rules: what of their defects it finds, and what
 * it says at high or above that is none. Usage: `npm run evaluate:gate -- [a…g] [--all]` after `npm run build`: a letter,
 * or the beginning of a name. `a` is what rules were looked at with; each later letter was held back until it was
 * measured. `--all` lists every finding of the clean ones.
 */
const folder = fileURLToPath(new URL('gate-repositories/', import.meta.url));
const program = fileURLToPath(new URL('../../bin/unsilo.js', import.meta.url));
const [half = '', ...flags] = process.argv.slice(2);

interface Defect {
  readonly file: string;
  readonly line: number;
  readonly rule: readonly string[];
  readonly pattern: string;
  readonly note: string;
  /** The other side of a contradiction. */
  readonly also?: readonly { readonly file: string; readonly line: number }[];
}
interface Labels {
  readonly clean?: boolean;
  readonly settings?: unknown;
  readonly defects?: readonly Defect[];
}
interface Place {
  readonly file: string;
  readonly line: number;
  readonly end_line: number;
}
interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly places: readonly Place[];
  readonly compared: readonly Place[];
}

function gate(name: string, { settings }: Labels): Finding[] {
  const dir = mkdtempSync(join(tmpdir(), 'gate-'));
  cpSync(join(folder, name), dir, { recursive: true });
  const own = join(dir, 'unsilo.yaml');
  if (settings !== undefined && !existsSync(own)) writeFileSync(own, stringify({ gate: settings }));
  const ran = spawnSync(process.execPath, [program, 'gate', '.', '--format', 'json', '--quiet'], {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  rmSync(dir, { recursive: true });
  if (ran.status !== 0 && ran.status !== 1) throw new Error(`${name}: ${ran.stderr}`);
  return (JSON.parse(ran.stdout) as { findings: Finding[] }).findings;
}

const isBad = ({ severity }: Finding): boolean => severity === 'high' || severity === 'critical';
/** What is not there has no line of its own. */
const isAbsence = ({ rule }: Finding): boolean =>
  /^(?:notice|supply)\/|placeholder-drift|missing|link-parity|stale-translation/.test(rule);
const isNear = (place: Place, { file, line }: Pick<Defect, 'file' | 'line'>, slack: number): boolean =>
  place.file === file && line >= place.line - slack && line <= place.end_line + slack;

/** At the defect's line or its other side; for what is absent, in its file. */
function isAt(finding: Finding, defect: Defect, slack: number): boolean {
  const places = [...finding.places, ...finding.compared];
  const wanted = [defect, ...(defect.also ?? [])];
  return places.some((place) =>
    wanted.some((one) => (isAbsence(finding) ? place.file === one.file : isNear(place, one, slack))),
  );
}
const names = ({ rule }: Defect): string[] => rule.map((id) => id.replace(/^data\//, 'supply/'));
const says = (finding: Finding, defect: Defect): boolean =>
  finding.severity !== 'info' && names(defect).includes(finding.rule) && isAt(finding, defect, 2);

const totals = { defects: 0, found: 0, surplus: 0, clean: 0, falseErrors: 0 };
const say = (text: string) => process.stdout.write(`${text}\n`);
const told = ({ severity, rule, places: [place], message }: Finding) =>
  `${severity} ${rule} ${place?.file}:${place?.line} ${message}`;

for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.labels.yaml') || !file.startsWith(half)) continue;
  const name = file.slice(0, -'.labels.yaml'.length);
  const labels = parse(readFileSync(join(folder, file), 'utf8')) as Labels;
  const findings = gate(name, labels);
  const defects = labels.defects ?? [];
  const missed = defects.filter((defect) => !findings.some((finding) => says(finding, defect)));
  const surplus = findings.filter(
    (finding) => isBad(finding) && !defects.some((defect) => isAt(finding, defect, 3)),
  );
  totals.defects += defects.length;
  totals.found += defects.length - missed.length;
  if (labels.clean) {
    totals.clean += 1;
    totals.falseErrors += surplus.length;
  } else totals.surplus += surplus.length;
  say(
    `${name}: ${defects.length - missed.length} of ${defects.length} found, ${surplus.length} surplus, ${findings.length} findings`,
  );
  for (const { file: at, line, rule, pattern, note } of missed)
    say(`  missed ${pattern} ${rule[0]} ${at}:${line} ${note}`);
  for (const finding of surplus) say(`  surplus ${told(finding)}`);
  if (flags.includes('--all') && labels.clean) for (const finding of findings) say(`    ${told(finding)}`);
}
say(JSON.stringify(totals));

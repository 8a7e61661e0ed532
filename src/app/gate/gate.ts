import { resolve } from 'node:path';
import { assertSameEcosystem } from '../../findings/history/read-snapshot.js';
import { besideEarlier } from '../../gate/against.js';
import { type Beside, besideBaseline } from '../../gate/baseline.js';
import { besideComments } from '../../gate/comments.js';
import { judgeHits, worstFirst } from '../../gate/judge.js';
import { createIsTouched, touchedMessages } from '../../gate/since.js';
import { readable } from '../../gate/world.js';
import { UsageError } from '../../model/errors.js';
import type { GateFinding, GateReport } from '../../model/gate-report.js';
import type { TemplateFile } from '../../model/template.js';
import { readPolicy } from '../../rules/read-packs.js';
import { ownPacks } from '../own-packs.js';
import { type Given, readBaseline } from '../read-past.js';
import { type Announce, type LookRequest, look, type Run } from './look.js';
import { readEarlier } from './read-earlier.js';
import { type Judged, ruleEntries, type Thresholds, toReport } from './to-report.js';

export interface GateRequest extends LookRequest, Thresholds {
  readonly baseline?: Given;
  /** An earlier report of the gate. */
  readonly against?: Given;
}

/** Every template of the settings' folder was looked at. */
const isWhole = ({ config }: Run, { paths, since }: LookRequest): boolean =>
  since === undefined && paths.some((path) => resolve(path) === config.root);

/** What a baseline is held against; throws where it is of another ecosystem. */
async function besideOf(
  run: Run,
  request: Omit<GateRequest, keyof Thresholds> & { readonly today: string },
  given: Given,
): Promise<Beside> {
  const { past } = readBaseline({ ...given, today: request.today });
  const { read } = past.baseline!;
  assertSameEcosystem(read.file, read.baseline.ecosystem, run.config.name);
  return {
    read,
    policy: await readPolicy(ownPacks),
    today: request.today,
    rules: ruleEntries(run),
    notEvaluated: run.asked.notEvaluated,
    isWhole: isWhole(run, request),
  };
}

const unaskedOf = ({ asked }: Run): Set<string> =>
  new Set([...asked.notEvaluated, ...asked.off].map(({ rule }) => rule));

/** The findings beside what comments in templates take back. */
export async function withComments(
  run: Run,
  findings: readonly GateFinding[],
  today: string,
): Promise<GateFinding[]> {
  const { world, rules } = run;
  const unasked = unaskedOf(run);
  const policy = await readPolicy(ownPacks);
  return besideComments(findings, { files: world.files, rules, policy, today, unasked });
}

/** The findings of what a change touches, and what the report says of the change. */
function sinceOf(
  run: Run,
  findings: readonly GateFinding[],
  revision: string | undefined,
): Pick<Judged, 'findings' | 'since'> {
  const { changed, world } = run;
  if (!changed || revision === undefined) return { findings, since: null };
  const touched = touchedMessages(world, changed.world);
  const isTouched = createIsTouched(world, touched, new Set(changed.files));
  const own = findings.filter(isTouched);
  const { commit, files } = changed;
  const elsewhere = findings.length - own.length;
  const partials = new Set(world.messages.filter((one) => readable(one).length === 0).map(({ id }) => id));
  return {
    findings: own,
    since: {
      revision,
      commit,
      files: [...files],
      touched: [...touched].filter((id) => !partials.has(id)).sort(),
      elsewhere,
    },
  };
}

/** A run that saw no text says nothing about any; one that asks what a change touches may well see none. */
function assertTexts({ world, unread, asked }: Run, { paths, since }: LookRequest): void {
  if (since !== undefined || world.parts.length > 0 || asked.hits.length > 0) return;
  const [first] = unread;
  throw new UsageError({
    message: first ? 'no template could be read' : 'no templates were found',
    value: first ? `${first.file}: ${first.why}` : paths.join(', '),
    expected: 'mails, SMS, letters or catalogues of texts, told by their places and endings',
    tips: ['gate.templates in unsilo.yaml says where templates are and what their paths mean'],
  });
}

export interface Gated {
  readonly report: GateReport;
  readonly root: string;
  readonly files: readonly TemplateFile[];
}

/** The gate: texts and contract in, a report with one verdict out. */
export async function gate(request: GateRequest, announce: Announce): Promise<Gated> {
  const run = await look(request, announce);
  assertTexts(run, request);
  announce('judging');
  const found = judgeHits(run.asked.hits, run.world);
  const given = request.baseline;
  const beside = given && (await besideOf(run, request, given));
  const commented = await withComments(run, found, request.today);
  const accepted = beside ? besideBaseline(commented, beside) : commented;
  const earlier = request.against && readEarlier(request.against, run.config.name);
  const compared =
    earlier &&
    besideEarlier(accepted, {
      earlier: earlier.report,
      rules: ruleEntries(run),
      unasked: unaskedOf(run),
      isWhole: isWhole(run, request),
    });
  const judged = [...(compared?.findings ?? accepted)].sort(worstFirst);
  const { findings, since } = sinceOf(run, judged, request.since);
  const against = earlier && compared ? { entry: earlier.entry, counts: compared.counts } : null;
  const baseline = given ? readBaseline({ ...given, today: request.today }).entry : null;
  return {
    report: toReport(run, { findings, since, baseline, against }, request),
    root: run.config.root,
    files: run.world.files,
  };
}

import type { GateFinding, GatePlace } from '../model/gate-report.js';
import type { GateRule } from '../model/gate-rule.js';
import type { Policy } from '../model/policy.js';
import type { TemplateFile } from '../model/template.js';
import { suppressionsOf } from '../templates/read/suppressions.js';
import { aboutComment, type Comment } from './about-comment.js';
import { isNamed } from './settings-by-path.js';

/** What decides about comments. */
export interface Commenting {
  readonly files: readonly TemplateFile[];
  readonly rules: readonly GateRule[];
  readonly policy: Policy;
  /** `2026-11-22`; a comment holds to the end of its day. */
  readonly today: string;
  /** Rules that were not asked, of which nobody can tell whether they would find something. */
  readonly unasked: ReadonlySet<string>;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

const kinds = new Set(['next-line', 'file']);

/** What keeps a comment from holding; empty if it holds. */
function wrongWith({ kind, rules: names, reason, until }: Comment, rules: readonly GateRule[]): string[] {
  const unknown = names.filter((name) => !rules.some((rule) => isNamed(rule, name)));
  return [
    ...(kinds.has(kind) ? [] : [`it stands for the next-line or for the file, never for the ${kind}`]),
    ...(names.length === 0 ? ['it names no rule'] : []),
    ...(unknown.length > 0 ? [`there is no rule ${unknown.join(', ')}`] : []),
    ...(reason === undefined ? ['it has no reason'] : []),
    ...(until === undefined ? ['it says no day until which it holds'] : []),
    ...(until !== undefined && !isDay(until) ? ['its day is none'] : []),
  ];
}

const commentsOf = (file: TemplateFile): Comment[] =>
  file.text.includes('unsilo-disable-') ? suppressionsOf(file).map((one) => ({ ...one, file })) : [];

/** Whether a comment stands for a place: the line after it, or the whole file. */
const covers = ({ kind, line, file }: Comment, place: GatePlace): boolean =>
  file.path === place.file && (kind === 'file' || place.line === line + 1);

/** A finding without the places that a comment takes back; suppressed where none is left. */
function takeBack(
  finding: GateFinding,
  holding: readonly (readonly [Comment, ReadonlySet<string>])[],
  used: Set<Comment>,
): GateFinding {
  const own = holding.filter(([, rules]) => rules.has(finding.rule)).map(([comment]) => comment);
  const over = (place: GatePlace) => own.find((comment) => covers(comment, place));
  const covering = finding.places.map(over);
  for (const comment of covering) if (comment) used.add(comment);
  const [first] = covering;
  if (first && covering.every((comment) => comment)) {
    const { file, line, reason = '', until = '' } = first;
    return {
      ...finding,
      suppression: { reason, owner: `the comment at ${file.path}:${line}`, created: null, expires: until },
    };
  }
  const isOpen = (_: unknown, i: number) => covering[i] === undefined;
  return { ...finding, places: finding.places.filter(isOpen), evidence: finding.evidence.filter(isOpen) };
}

/** What is to be said of a comment; nothing of one that does its work. */
function stateOf(
  comment: Comment,
  wrong: string,
  isSilent: boolean,
  { today, policy }: Commenting,
): GateFinding[] {
  const { reason = '', until = '' } = comment;
  const rules = comment.rules.join(', ');
  if (wrong !== '') return [aboutComment('invalid', comment, { wrong }, policy)];
  if (today > until) return [aboutComment('expired', comment, { rules, reason, until }, policy)];
  return isSilent ? [] : [aboutComment('unmatched', comment, { rules }, policy)];
}

/** The findings, those that a comment takes back suppressed, and findings about comments that do not hold. */
export function besideComments(findings: readonly GateFinding[], commenting: Commenting): GateFinding[] {
  const { files, rules, today, unasked } = commenting;
  const comments = files.flatMap(commentsOf);
  if (comments.length === 0) return [...findings];
  const wrong = new Map(comments.map((comment) => [comment, wrongWith(comment, rules)]));
  const right = comments.filter((comment) => wrong.get(comment)!.length === 0);
  const namedBy = (comment: Comment) =>
    new Set(rules.filter((rule) => comment.rules.some((name) => isNamed(rule, name))).map(({ id }) => id));
  const holding = right
    .filter(({ until = '' }) => today <= until)
    .map((comment) => [comment, namedBy(comment)] as const);
  const used = new Set<Comment>();
  const judged = findings.map((finding) => takeBack(finding, holding, used));
  const about = comments.flatMap((comment) => {
    const fault = wrong.get(comment)!.join(', ');
    const isSilent = used.has(comment) || [...namedBy(comment)].some((id) => unasked.has(id));
    return stateOf(comment, fault, isSilent, commenting);
  });
  return [...judged, ...about];
}

import type { Severity } from '../model/enums.js';
import type { RenderOptions } from '../report/index.js';
import { insideOf } from '../text/inside-of.js';
import { isColoured } from './colour.js';
import { linkTargets } from './links.js';
import { writeWhole } from './output.js';
import type { Output } from './outputs.js';
import { mayLink, show } from './show.js';
import { writeJobSummary } from './step-summary.js';

/** A report in one format. */
export type Render<F extends string> = (format: F, options: RenderOptions) => Promise<string | Uint8Array>;

export interface Wanted<F extends string> {
  readonly outputs: readonly Output<F | 'markdown'>[];
  /** Folder of the ecosystem. */
  readonly dir: string;
  readonly show: Severity;
  /** What --color or --no-color said. */
  readonly color: boolean | undefined;
}

/** The ecosystem as seen from where unsilo runs; one that lies outside is looked at from inside. */
const folderOf = (dir: string): string => insideOf(process.cwd(), dir) ?? '';

/** Only what a terminal shows is coloured; a file never is unless --color asks for it. */
async function write<F extends string>(
  render: Render<F | 'markdown'>,
  { format, file }: Output<F | 'markdown'>,
  wanted: Wanted<F>,
): Promise<void> {
  const isTerminal = file === undefined && process.stdout.isTTY === true;
  const color =
    file === undefined ? isColoured(wanted.color, process.env, isTerminal) : wanted.color === true;
  const width = isTerminal ? process.stdout.columns : 100;
  const links = file === undefined && mayLink() ? { links: linkTargets(wanted.dir) } : {};
  const options = { color, width, show: wanted.show, folder: folderOf(wanted.dir), ...links };
  const content = await render(format, options);
  if (file === undefined) await show(content);
  else await writeWhole(file, content);
  const page = (room: RenderOptions) => render('markdown', room);
  if (format === 'github') await writeJobSummary(page, options, process.env.GITHUB_STEP_SUMMARY);
}

/** Writes every report that was asked for, in that order. */
export async function writeReports<F extends string>(
  render: Render<F | 'markdown'>,
  wanted: Wanted<F>,
): Promise<void> {
  for (const output of wanted.outputs) await write(render, output, wanted);
}

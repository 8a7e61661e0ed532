import { spawn } from 'node:child_process';
import { UsageError } from '../../model/errors.js';

/** Bytes that git prints; undefined when it refuses. Nothing of the repository's configuration runs a program here. */
function git(dir: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', dir, '--no-pager', '-c', 'core.fsmonitor=false', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.end(input);
  });
}

const split = (bytes: Buffer): string[] =>
  bytes
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');

/** A commit, and the files that differ from it in the folder, relative to the folder. */
export interface Changes {
  readonly commit: string;
  readonly files: readonly string[];
}

async function assertRepository(dir: string): Promise<void> {
  if (await git(dir, ['rev-parse', '--is-inside-work-tree'])) return;
  throw new UsageError({
    message: '--since needs a git repository, and git',
    value: dir,
    tips: ['without --since every template is checked'],
  });
}

/** What a repository without any commit is compared with. */
const emptyTree = async (dir: string): Promise<string> =>
  String(await git(dir, ['hash-object', '-t', 'tree', '--stdin'])).trim();

/** Where the line of work that is checked left the revision; the revision itself where they share no past. */
async function commitOf(dir: string, revision: string): Promise<string> {
  if (revision === 'HEAD' && !(await git(dir, ['rev-parse', '--verify', '--quiet', 'HEAD'])))
    return emptyTree(dir);
  const named = await git(dir, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (!named)
    throw new UsageError({
      message: '--since names no commit of this repository',
      value: revision,
      expected: 'a branch, tag or commit: origin/main, v1.4, HEAD~1',
      tips: ['a shallow clone lacks history: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)'],
    });
  const commit = named.toString('utf8').trim();
  const base = await git(dir, ['merge-base', commit, 'HEAD']);
  return base?.toString('utf8').trim() || commit;
}

/** What differs from a revision, in commits, in the index and in the folder. Throws a UsageError where git cannot tell. */
export async function readChanges(dir: string, revision: string): Promise<Changes> {
  await assertRepository(dir);
  const commit = await commitOf(dir, revision);
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--relative'];
  const [changed, untracked] = await Promise.all([
    git(dir, [...diff, commit, '--', '.']),
    git(dir, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']),
  ]);
  if (!changed || !untracked)
    throw new UsageError({ message: `git cannot compare with ${revision}`, value: dir });
  return { commit, files: [...new Set([...split(changed), ...split(untracked)])].sort() };
}

/** Reads the answer of `cat-file --batch`: `<id> blob <bytes>`, the content, a line feed; or `<name> missing`. */
function readBatch(answer: Buffer, files: readonly string[]): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  let at = 0;
  for (const file of files) {
    const end = answer.indexOf(10, at);
    if (end < 0) break;
    const size = /^\S+ blob (\d+)$/.exec(answer.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    contents.set(file, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

/** Files as they were in a commit, by path relative to the folder; those it did not have are left out. */
export async function readBefore(
  dir: string,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const asked = files.filter((file) => !file.includes('\n'));
  const names = asked.map((file) => `${commit}:./${file}\n`).join('');
  const answer = await git(dir, ['cat-file', '--batch'], names);
  return answer ? readBatch(answer, asked) : new Map();
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/unsilo.js');

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | undefined;
}

/** Runs the built program. Only what the environment is told to hold reaches it. */
export async function runUnsilo(
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const { stdout, stderr, exitCode } = await execa('node', [bin, ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...options.env },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    maxBuffer: 100_000_000,
  });
  return { stdout, stderr, exitCode };
}

/** A file of a scenario: text, or bytes that are no UTF-8. */
export type FileContent = string | { readonly base64: string };

/** Runs `body` in a folder that holds these files and is gone afterwards. */
export async function withFiles<T>(
  files: Readonly<Record<string, FileContent>>,
  body: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'unsilo-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, name)), { recursive: true });
      await writeFile(
        join(dir, name),
        typeof content === 'string' ? content : Buffer.from(content.base64, 'base64'),
      );
    }
    return await body(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

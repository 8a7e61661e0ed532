import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinkFilesRequest } from '../../../src/app/link/request.js';

type Content = string | Uint8Array;

/** Runs `body` in a folder with these files; they are named to the request by their paths. */
export async function withRecords<T>(
  files: Readonly<Record<string, Content>>,
  body: (request: LinkFilesRequest, path: (name: string) => string) => Promise<T>,
  options: Partial<LinkFilesRequest> = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unsilo-link-test-'));
  const path = (name: string): string => join(folder, name);
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
    const asked = { mapped: [], ignored: [], linkOnly: false, deduplicated: [], folder, ...options };
    const names = options.files ?? Object.keys(files);
    return await body({ ...asked, files: names.map(path) }, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The places and messages of what was thrown, without the folder. */
export function problemsOf(error: unknown): string[] {
  const { problems = [] } = error as {
    problems?: readonly { place: { file: string; row?: number; column?: string }; message: string }[];
  };
  return problems.map(({ place: { file, row, column }, message }) =>
    [file.replace(/^.*\//, ''), row, column, message].filter((part) => part !== undefined).join(' | '),
  );
}

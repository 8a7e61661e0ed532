import { createMatcher } from '../text/path-patterns.js';

interface Entry {
  readonly fits: (path: string) => boolean;
  readonly owners: readonly string[];
}

/** A pattern of CODEOWNERS as paths from the root: `*.html` anywhere, `/docs/` from the root, `apps/` anywhere. */
function patternsOf(pattern: string): string[] {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const bare = pattern.replace(/^\//, '');
  const anywhere = isAnchored ? bare : `**/${bare}`;
  return anywhere.endsWith('/') ? [`${anywhere}**`] : [anywhere, `${anywhere}/**`];
}

function entryOf(line: string): Entry | undefined {
  const [pattern, ...owners] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/\s+/);
  if (!pattern || pattern.startsWith('[') || pattern.startsWith('^[') || pattern.startsWith('!'))
    return undefined;
  return { fits: createMatcher(patternsOf(pattern)), owners };
}

/** Reads CODEOWNERS; the last line that fits a path says who owns it. Sections of GitLab are passed over. */
export function parseCodeOwners(text: string): (path: string) => readonly string[] {
  const entries = text
    .slice(0, 1_000_000)
    .split('\n')
    .flatMap((line) => entryOf(line) ?? [])
    .reverse();
  return (path) => entries.find(({ fits }) => fits(path))?.owners ?? [];
}

import { type ImportFormat, importFormats } from '../model/enums.js';
import type { Problem } from '../model/errors.js';
import { SourceError } from '../model/errors.js';
import type { Imported, Importer, ImportSettings } from './imports/types.js';
import { readFacts } from './read-bytes.js';
import { readText } from './read-csv.js';
import type { ImportFile, SourceFile } from './types.js';
import { unreadable } from './unreadable.js';

/** Each reader is loaded when there is something for it to read. */
const importers: Readonly<Record<ImportFormat, () => Promise<Importer>>> = {
  openlineage: async () => (await import('./openlineage/import.js')).importLineage,
  fides: async () => (await import('./imports/fides/import.js')).importFides,
  backstage: async () => (await import('./imports/backstage/import.js')).importBackstage,
  asyncapi: async () => (await import('./imports/asyncapi/import.js')).importAsyncApi,
  archimate: async () => (await import('./imports/archimate/import.js')).importArchiMate,
};

/** A file of an inventory kept in another tool. */
export const isImport = ({ source }: SourceFile): boolean =>
  importFormats.some((format) => format === source.table);

/** What all entries of one format settle together. */
const settingsOf = (files: readonly SourceFile[]): ImportSettings => ({
  directions: Object.assign({}, ...files.map(({ source }) => source.directions ?? {})),
});

interface Text {
  readonly file: SourceFile;
  readonly facts: ImportFile['facts'];
  readonly text: string;
}

async function readOne(file: SourceFile): Promise<Text | { readonly problem: Problem }> {
  try {
    const facts = await readFacts(file);
    return { file, facts, text: await readText(file, facts.encoding) };
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

/** Files of one format are read together; a file named twice is read once. */
async function importAll(format: ImportFormat, texts: readonly Text[]): Promise<[SourceFile, ImportFile][]> {
  const once = new Map(texts.map(({ file, text }) => [file.file, text]));
  const read = await importers[format]();
  const settings = settingsOf(texts.map(({ file }) => file));
  const imported = read(
    [...once].map(([file, text]) => ({ file, text })),
    settings,
  );
  const byFile = new Map<string, Imported>([...once.keys()].map((file, i) => [file, imported[i]!]));
  return texts.map(({ file, facts }) => [file, { ...file, facts, imported: byFile.get(file.file)! }]);
}

/** Reads inventories kept in other tools; gathers what is wrong with any of them. */
export async function openImports(
  files: readonly SourceFile[],
): Promise<{ readonly files: ReadonlyMap<SourceFile, ImportFile>; readonly problems: readonly Problem[] }> {
  const opened = new Map<SourceFile, ImportFile>();
  const problems: Problem[] = [];
  for (const format of importFormats) {
    const own = files.filter(({ source }) => source.table === format);
    const texts = await Promise.all(own.map(readOne));
    const broken = texts.flatMap((one) => ('problem' in one ? one.problem : []));
    problems.push(...broken);
    if (own.length === 0 || broken.length > 0) continue;
    try {
      for (const [file, one] of await importAll(format, texts as Text[])) opened.set(file, one);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { files: opened, problems };
}

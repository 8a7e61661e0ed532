import { Command } from 'commander';
import type { LinkOptions } from '../link-options.js';
import { collect, memoryLimit, spillFolder } from './run-options.js';

const examples = `
Roles: record_id, given_name, family_name, full_name, date_of_birth, gender, email, phone, street_number, street,
  address_line, city, postcode, state, country, national_id, key, birth_place, occupation, other

Examples:
  $ unsilo link crm.csv > crosswalk.csv                         which records of one file are one person
  $ unsilo link crm.csv cards.parquet --out crosswalk.csv       of several files, and within each
  $ unsilo link a.csv b.csv --link-only --deduplicated b.csv
  $ unsilo link crm.csv --map other=shoe_size --map key=iban --ignore notes
  $ unsilo link crm.csv --explain 10017 10932
  $ unsilo link crm.csv --review review.csv --reveal            50 pairs to judge: fill in the column same
  $ unsilo link crm.csv --answers review.csv                    what the judgement says of the links`;

/** `unsilo link`: the definition only. */
export const linkCommand = (): Command =>
  new Command('link')
    .description('which records of one or several files are the same person')
    .argument('<files...>', 'CSV, Parquet, JSON lines or workbooks, whatever their columns are called')
    .optionsGroup('Columns:')
    .option('--map <ROLE=COLUMN>', 'what a column is; repeatable (default: by its name)', collect)
    .option('--ignore <COLUMN>', 'a column not to compare; repeatable', collect)
    .optionsGroup('Linking:')
    .option('--link-only', 'compare records of different files only')
    .option('--deduplicated <FILE>', 'this file holds each person once; repeatable', collect)
    .option('--threshold <P>', 'probability from which two records are linked, 0.5 to 1 (default: 0.5)')
    .option('--known <FILE>', 'crosswalk record_id,person_id of records known to be one person')
    .optionsGroup('Output:')
    .option('--out <FILE>', 'the crosswalk: record_id,person_id,confidence,basis (default: stdout)')
    .option('--links <FILE>', 'the linked pairs, as CSV')
    .option('--format <F[=FILE]>', 'csv: the crosswalk; text or json: how it was made; repeatable', collect)
    .optionsGroup('Looking closer:')
    .option('--explain <A B...>', 'two records field by field, by their ids')
    .option('--review <FILE>', 'write 50 pairs around the threshold, for somebody to judge')
    .option('--answers <FILE>', 'read them back: obey them, and measure precision')
    .option('--reveal', 'values in clear instead of masked, in --explain and --review')
    .optionsGroup('Run:')
    .option(...spillFolder)
    .option(...memoryLimit)
    .option('--quiet', 'nothing on stderr')
    .addHelpText('after', examples)
    .action(async (files: string[], options: LinkOptions) => {
      const { runLink } = await import('../run/link.js');
      await runLink(files, options);
    });

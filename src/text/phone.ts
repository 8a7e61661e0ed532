import type { CountryCode } from 'libphonenumber-js';

/** Reads a telephone number as people write it in a country; E.164, or null where it is no number there. */
export type ReadPhone = (written: string) => string | null;

/** A reader of numbers of a country (ISO 3166-1, two letters); those of other countries begin with + or 00. */
export async function loadPhoneReader(region: string): Promise<ReadPhone> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return (written) =>
    parsePhoneNumberFromString(written.replace(/^\s*00/, '+'), region.toUpperCase() as CountryCode)?.number ??
    null;
}

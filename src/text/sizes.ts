const units: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/** Bytes of a size such as `512MB`, `4GB` or `1.5GiB`; undefined when it is none. */
export function parseSize(text: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([KMGT]i?B)$/i.exec(text) ?? [];
  return unit === undefined ? undefined : Number(number) * units[unit.toUpperCase()]!;
}

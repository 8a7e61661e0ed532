/** Names that mean a device on Windows, whatever stands behind their first dot. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/** A name of an input as the stem of a file that every machine can have: no path, no device, nothing hidden. */
export const fileName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/\.+$/, '_')
    .replace(devices, '_$&');

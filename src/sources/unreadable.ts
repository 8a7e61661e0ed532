/** Why a file cannot be read, with what was expected instead. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly expected: string,
    readonly tips: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Addresses in free text: what stands around an `@`, quoted local parts included. */
const address =
  /(?:"[^"\s<>@]{1,64}"|[^\s<>()[\]{}"',;:@|]{1,64})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*)(?:\.[\p{L}\p{N}][\p{L}\p{N}_-]*)+)/gu;

/** So much of a text is looked at. */
const longest = 100_000;

/** The addresses of a text, as written, each once. */
export const addressesOf = (text: string): string[] => [
  ...new Set([...text.slice(0, longest).matchAll(address)].map(([one]) => one)),
];

/** `<a@example.com>`, `rfc822;a@example.com` → `a@example.com`; the text itself where it holds no address. */
export function bareAddress(text: string): string {
  const [first] = addressesOf(text);
  return first ?? text.replace(/^<|>$/g, '').trim();
}

/** Addresses of programs that deliver mail, not of people. */
export const isDaemon = (text: string): boolean =>
  /(?:^|[<\s"])(?:mailer[-_.]?daemon|post-?master|mail(?:er)?[-_.]?(?:system|delivery)|mdaemon|bounces?|noreply-dmarc|mail-?daemon|mailsystem)\b/i.test(
    text,
  );

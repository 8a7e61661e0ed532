/** What is used of saxen, which comes without types: https://github.com/nikku/saxen. */
declare module 'saxen' {
  interface Context {
    /** From 0. */
    readonly line: number;
  }
  interface Element {
    /** With its prefix. */
    readonly originalName: string;
    readonly attrs: Readonly<Record<string, string>>;
    /** Prefixes and, under `<prefix>$uri`, their namespaces. */
    readonly ns: Readonly<Record<string, string>>;
  }
  type Decode = (text: string) => string;

  export class Parser {
    constructor(options: { proxy: true });
    ns(): this;
    on(
      event: 'openTag',
      see: (element: Element, decode: Decode, selfClosing: boolean, context: () => Context) => void,
    ): this;
    on(event: 'closeTag', see: () => void): this;
    on(event: 'text', see: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', see: (text: string) => void): this;
    on(event: 'attention', see: (text: string, decode: Decode, context: () => Context) => void): this;
    on(event: 'error' | 'warn', see: (error: Error, context: () => Context) => void): this;
    parse(xml: string): this;
  }
}

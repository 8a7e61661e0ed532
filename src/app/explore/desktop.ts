import type { Done } from '../../explore/port.js';
import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';

/** A file that deeds write: what it holds, undefined where there is none yet. */
export interface Shelved {
  /** What is written and taken back, for people: `unsilo.baseline.yaml`. */
  readonly name: string;
  read(): Promise<string | undefined>;
  /** Without a text the file goes. */
  write(text: string | undefined): Promise<void>;
}

/** A deed that can be taken back as long as its file is as the deed left it. */
interface Written {
  readonly said: string;
  readonly file: Shelved;
  readonly before: string | undefined;
  readonly after: string;
  readonly findings: readonly Finding[];
  readonly assigned: ReadonlySet<string>;
}

/** What a deed does: writes `text` into a file, and leaves findings changed. */
export interface Deed {
  readonly said: string;
  readonly file: Shelved;
  readonly text: string;
  readonly changed: readonly Finding[];
  /** Whether they have an owner assigned from now on; nothing where that stays. */
  readonly assigns?: boolean;
}

/** Findings as they are by now, and what was done to them, the last thing last. */
export class Desktop {
  readonly #known: Map<string, Finding>;
  readonly #written: Written[] = [];
  #assigned: ReadonlySet<string>;

  /** `assigned`: fingerprints of findings that somebody gave an owner. */
  constructor(findings: readonly Finding[], assigned: readonly string[]) {
    this.#known = new Map(findings.map((finding) => [finding.fingerprint, finding]));
    this.#assigned = new Set(assigned);
  }

  /** Fingerprints of findings with an owner of their own. */
  get assigned(): ReadonlySet<string> {
    return this.#assigned;
  }

  /** What was done and not taken back, in words. */
  get done(): readonly string[] {
    return this.#written.map(({ said }) => said);
  }

  pick(fingerprints: readonly string[]): Finding[] {
    return fingerprints.flatMap((one) => this.#known.get(one) ?? []);
  }

  async carryOut({ said, file, text, changed, assigns }: Deed): Promise<Done> {
    const before = await file.read();
    const about = changed.map(({ fingerprint }) => fingerprint);
    await file.write(text);
    const was = { findings: this.pick(about), assigned: this.#assigned };
    this.#written.push({ said, file, before, after: text, ...was });
    if (assigns === true) this.#assigned = new Set([...this.#assigned, ...about]);
    if (assigns === false)
      this.#assigned = new Set([...this.#assigned].filter((one) => !about.includes(one)));
    return this.#put(said, changed);
  }

  /** Takes back the last deed; refuses where somebody else has written since. */
  async undo(): Promise<Done> {
    const last = this.#written.at(-1);
    if (last === undefined) throw new UsageError({ message: 'nothing was done yet that could be undone' });
    const { said, file, before, after, findings, assigned } = last;
    if ((await file.read()) !== after)
      throw new UsageError({
        message: `${file.name} has been changed since`,
        expected: 'the file as this deed left it',
      });
    await file.write(before);
    this.#written.pop();
    this.#assigned = assigned;
    return this.#put(`Undone: ${said}`, findings);
  }

  #put(said: string, changed: readonly Finding[]): Done {
    for (const finding of changed) this.#known.set(finding.fingerprint, finding);
    return { said, changed };
  }
}

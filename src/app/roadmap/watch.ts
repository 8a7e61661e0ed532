import type { Config } from '../../model/config.js';
import type { Edit } from '../../model/edit.js';
import type { Report } from '../../model/report.js';
import type { Query } from '../../store/store.js';
import type { Today } from './read-ground.js';

/** The ecosystem as it was audited before any change. */
export interface Seen {
  readonly report: Report;
  readonly today: Pick<Today, 'ways'>;
  readonly config: Config;
}

/** Who looks on while a roadmap is made, to draw and cite what the roadmap itself does not hold. */
export interface Watched {
  readonly watch?: {
    today(seen: Seen, store: Query): Promise<void>;
    future(edits: readonly Edit[]): void;
  };
}

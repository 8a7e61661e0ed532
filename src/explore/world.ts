import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { indexSystems, type Stop } from '../report/parts/systems.js';
import { readWays, type Way } from '../report/parts/way.js';
import { addTo } from '../text/group-by.js';
import { createArranger } from './findings/listing.js';
import { openShelf, type Shelf, systemsOf } from './findings/shelf.js';
import type { Port } from './port.js';

/** Everything views are made from; what the user has picked lives in `marked`. */
export interface World {
  readonly port: Port;
  readonly report: Report;
  readonly shelf: Shelf;
  readonly arrange: ReturnType<typeof createArranger>;
  readonly system: (id: string) => Stop;
  readonly way: (finding: Finding) => Way;
  /** Places of the findings that concern a system. */
  readonly findingsAt: (system: string) => readonly number[];
  readonly marked: Set<string>;
}

/** Findings by the systems they concern. */
function indexBySystem(findings: readonly Finding[]): ReadonlyMap<string, readonly number[]> {
  const bySystem = new Map<string, number[]>();
  findings.forEach((finding, at) => {
    for (const id of systemsOf(finding)) {
      addTo(bySystem, id, at);
    }
  });
  return bySystem;
}

/** Prepares what views look up again and again. */
export function openWorld(port: Port): World {
  const report = { ...port.report, findings: [...port.report.findings] };
  const marked = new Set<string>();
  let bySystem: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    port,
    report,
    marked,
    shelf: openShelf(report, (fingerprint) => marked.has(fingerprint)),
    arrange: createArranger(report.findings),
    system: indexSystems(report),
    way: readWays(report),
    findingsAt(id) {
      bySystem ??= indexBySystem(report.findings);
      return bySystem.get(id) ?? [];
    },
  };
}

/** Puts findings in the place of what they were. */
export function replaceFindings({ report, shelf }: World, changed: readonly Finding[]): void {
  for (const finding of changed) {
    const place = shelf.placeOf(finding.fingerprint);
    if (place !== undefined) report.findings[place] = finding;
  }
}

import { type GateReport, gateReportSchema } from '../../model/gate-report.js';
import { toJsonText } from '../json.js';
import type { Reporter } from '../reporter.js';

/** Everything, for machines. */
export const gateJson: Reporter<GateReport> = {
  title: 'JSON report',
  extension: 'json',
  render: (report) => toJsonText(gateReportSchema.parse(report)),
};

export { createReportClassifier, type ReportClassifier } from './classify-report.js';

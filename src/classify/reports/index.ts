export { createReportClassifier, type ReportClass, type ReportClassifier } from './classify-report.js';

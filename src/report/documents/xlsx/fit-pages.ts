/** Lets a worksheet that lies on its side be printed as wide as its page and as many pages long as it needs. */
export const fitPages = (worksheet: string): string =>
  worksheet.includes('<pageSetup')
    ? worksheet
        .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
        .replace(/<pageSetup([^>]*)\/>/u, '<pageSetup$1 fitToWidth="1" fitToHeight="0"/>')
    : worksheet;

/** A file of an export. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

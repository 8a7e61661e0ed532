import { z } from 'zod';

const facets = z.record(z.string(), z.unknown()).nullish();
const datasetSchema = z.object({ namespace: z.string().min(1), name: z.string().min(1), facets });

/** What unsilo uses of an event, https://openlineage.io/spec/; anything else may be there. */
const eventSchema = z
  .object({
    eventType: z.string().nullish(),
    eventTime: z.string().refine((time) => !Number.isNaN(Date.parse(time)), 'a time with its offset'),
    run: z.object({ runId: z.string().min(1), facets }).nullish(),
    job: z.object({ namespace: z.string().min(1), name: z.string().min(1), facets }).nullish(),
    dataset: datasetSchema.nullish(),
    inputs: z.array(datasetSchema).nullish(),
    outputs: z.array(datasetSchema).nullish(),
  })
  .refine((event) => event.job || event.dataset, { message: 'a job or a dataset' });

export type LineageEvent = z.infer<typeof eventSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
/** A good event or what is wrong with it, with its number in the file from 1. */
export type ReadEvent =
  | { readonly row: number; readonly event: LineageEvent }
  | { readonly row: number; readonly column: string | null; readonly expected: string };

function parsed(text: string): { value?: unknown } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return {};
  }
}

/** One event, an array of events, or one event a line. */
function split(text: string): unknown[] {
  const whole = parsed(text).value;
  if (Array.isArray(whole)) return whole;
  if (whole !== undefined) return [whole];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => parsed(line).value);
}

/** The events of a file's text, bad ones with the place of their first fault. */
export function readEvents(text: string): ReadEvent[] {
  return split(text).map((value, i) => {
    const row = i + 1;
    const result = eventSchema.safeParse(value);
    if (result.success) return { row, event: result.data };
    const issue = result.error.issues[0]!;
    return { row, column: issue.path.join('.') || null, expected: `an OpenLineage event: ${issue.message}` };
  });
}

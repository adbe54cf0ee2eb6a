import type { BulkJob } from '#domain/bulk-job';
import { useJobName, useOriginal } from '../use-job-words';

/** A job by its name; an undo with what it takes back. */
export function JobName({ job }: { readonly job: BulkJob }) {
  const name = useJobName()(job, useOriginal(job));
  return <span title={name}>{name}</span>;
}

import type { Edit } from '#domain/bulk-job';
import { isSettled } from '#domain/edit-state';
import type { Instant } from '#domain/instant';
import { formatAmount } from '#domain/money';
import { createZoneClock } from '../files/zone-clock';
import type { TableFormat } from '../store/store-api';
import { createChangeCells } from './change-cells';
import { changeWording } from './change-wording';
import { errorTitles } from './error-titles';
import type { PageSource } from './row-source';
import { resultColumns, tableHeaders, type ResultColumn } from './table-wording';
import { exportWording } from './wording';
import type { WrittenFile } from './write-pages';
import { writeTable, type TableRequest } from './write-table';

export interface ResultSource extends PageSource<Edit> {
  connectionName(connectionId: string): string;
}

type Cells = Readonly<Record<ResultColumn, (edit: Edit) => string>>;

function resultCells({ language, zone }: TableFormat, source: ResultSource): Cells {
  const clock = createZoneClock(zone);
  const change = createChangeCells({ language, clock });
  const titles = errorTitles[language];
  const { states } = changeWording[language];
  const { statuses } = exportWording[language];
  const instant = (at: Instant | undefined) => (at === undefined ? '' : clock.format(at));
  return {
    reference: (edit) => edit.reference,
    linkId: (edit) => edit.linkId,
    connection: (edit) => source.connectionName(edit.connectionId),
    change: (edit) => change.what(edit.changes),
    before: (edit) => change.before(edit.changes),
    asked: (edit) => change.after(edit.changes),
    outcome: (edit) => states[edit.state],
    statusNow: ({ after }) => (after === undefined ? '' : statuses[after.status]),
    expiryNow: (edit) => instant(edit.after?.expiresAt),
    amountNow: ({ after }) => (after?.amount === undefined ? '' : formatAmount(after.amount)),
    currencyNow: (edit) => edit.after?.amount?.currency ?? '',
    providerCode: (edit) => edit.provider?.code ?? '',
    providerText: (edit) => edit.provider?.text ?? '',
    errorCode: (edit) => edit.errorCode ?? '',
    error: ({ errorCode }) => (errorCode === undefined ? '' : titles[errorCode]),
    tries: (edit) => String(edit.tries),
    sentAt: (edit) => instant(edit.sentAt),
    settledAt: (edit) => (isSettled(edit.state) ? clock.format(edit.updatedAt) : ''),
  };
}

/** Writes what became of a job's edits, a row each. */
export function writeResult(request: TableRequest<ResultSource>): Promise<WrittenFile> {
  const { format, source } = request;
  return writeTable(
    {
      names: resultColumns,
      headers: tableHeaders(format.language, format.zone).result,
      values: resultCells(format, source),
      plain: ['expiryNow', 'amountNow', 'tries', 'sentAt', 'settledAt'],
    },
    request,
  );
}

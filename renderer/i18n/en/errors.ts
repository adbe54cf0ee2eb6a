import type { ErrorCode } from '#domain/app-error';

/** What happened and what to do next, for every error code. */
export const errors = {
  'app/unexpected': {
    title: 'Something unexpected went wrong',
    next: 'Try again. If it happens again, send the log to support.',
  },
  'app/cancelled': { title: 'Cancelled', next: 'What was already done is kept.' },
  'ipc/untrusted-sender': { title: 'The request was refused', next: 'Restart the application.' },
  'ipc/bad-request': { title: 'The request could not be understood', next: 'Check the values you entered.' },
  'secrets/keychain-unavailable': {
    title: 'The system keychain cannot be reached',
    next: 'Unlock it or start its service, then try again. Secrets are never stored anywhere else.',
  },
  'secrets/secret-missing': {
    title: 'This connection has no stored secrets',
    next: 'Open the connection and enter them again.',
  },
  'secrets/secret-invalid': {
    title: 'A stored secret cannot be used',
    next: 'Open the connection and enter it again.',
  },
  'store/unavailable': {
    title: 'The local database cannot be reached',
    next: 'Wait a moment and try again.',
  },
  'store/result-closed': { title: 'This list is out of date', next: 'Reload the list.' },
  'connection/not-found': { title: 'This connection no longer exists', next: 'Choose another connection.' },
  'connection/name-taken': { title: 'Another connection has this name', next: 'Choose a different name.' },
  'connection/endpoint-refused': {
    title: 'This address is not allowed',
    next: 'Use the provider’s https address.',
  },
  'link/not-found': { title: 'This payment link is not in the local cache', next: 'Refresh the list.' },
  'link/not-editable': {
    title: 'The provider does not allow this change',
    next: 'See the reason beside the field.',
  },
  'link/changed-since': {
    title: 'The link has changed since you opened it',
    next: 'Compare both versions and decide again.',
  },
  'link/already-so': {
    title: 'The link already holds this value',
    next: 'Nothing was sent: there is nothing left to do.',
  },
  'job/not-found': { title: 'This job no longer exists', next: 'Go back to the list of jobs.' },
  'job/nothing-to-do': {
    title: 'There is nothing to change',
    next: 'Every selected link already has this value or does not allow it.',
  },
  'job/already-running': { title: 'This job is already running', next: 'Wait until it has finished.' },
  'plan/not-found': {
    title: 'This plan is no longer there',
    next: 'Make it again: newer plans have taken its place.',
  },
  'import/unreadable': {
    title: 'The file cannot be read',
    next: 'Choose a CSV, XML or Excel file exported from the provider’s dashboard.',
  },
  'import/missing-column': { title: 'A required column is missing', next: 'Match the columns by hand.' },
  'import/too-large': { title: 'The file is too large', next: 'Split it and import the parts.' },
  'import/password-protected': {
    title: 'The workbook has a password',
    next: 'Open it in Excel, take the password away (File, Info, Protect Workbook), save it and import it again.',
  },
  'import/old-workbook': {
    title: 'The workbook is in an old format of Excel',
    next: 'Open it in Excel, save it as an Excel workbook (.xlsx) and import that.',
  },
  'import/cell-too-long': {
    title: 'A cell of the file is too long',
    next: 'It has more than 10,000 characters: a quote may be missing before it, or the delimiter is another one.',
  },
  'import/too-complex': {
    title: 'The file is not a plain table',
    next: 'It has elements in elements in elements, or thousands of columns. Import a file with one row for each link.',
  },
  'import/expands-too-much': {
    title: 'The workbook is not safe to open',
    next: 'It would unpack to many times its size. Save it again in a spreadsheet, or as CSV.',
  },
  'import/not-well-formed': {
    title: 'The XML file is damaged',
    next: 'It breaks the rules of XML, or ends too early. Export it again.',
  },
  'import/doctype-refused': {
    title: 'The XML file has a DOCTYPE',
    next: 'Such files can pull in other files, so none is read. Export it without one.',
  },
  'import/wrong-encoding': {
    title: 'The text of the file is in another encoding',
    next: 'Choose another encoding, or save the file as UTF-8.',
  },
  'export/too-many-rows': {
    title: 'These are too many links for a PDF',
    next: 'A PDF holds up to 50,000 links. Narrow the filter, or export them as an Excel file.',
  },
  'export/print-failed': {
    title: 'The pages could not be printed',
    next: 'Try again. If it happens again, export the links as an Excel file.',
  },
  'export/no-rows': { title: 'There are no rows to export', next: 'Change the filter or the selection.' },
  'file/not-writable': {
    title: 'The file cannot be written',
    next: 'You may not write there. Choose another folder.',
  },
  'file/read-only': {
    title: 'The file is write-protected',
    next: 'Choose another name, or remove the protection in the file’s properties. The old file is as it was.',
  },
  'file/locked': {
    title: 'The file is open in another program',
    next: 'Close it there, for example in Excel, and try again, or choose another name. The old file is as it was.',
  },
  'file/folder-gone': {
    title: 'The folder is no longer there',
    next: 'Choose another folder, or connect the drive again. Nothing was written.',
  },
  'file/disk-full': {
    title: 'The disk is full',
    next: 'Free some space and try again. No half-written file was left behind.',
  },
  'audit/broken': {
    title: 'The audit log was changed from outside',
    next: 'Keep the file as it is and have it looked at.',
  },
  'file/not-found': { title: 'The file was not found', next: 'Choose it again.' },
  'provider/unreachable': {
    title: 'The provider cannot be reached',
    next: 'Check the network. Changes wait in the queue until then.',
  },
  'provider/timeout': { title: 'The provider did not answer in time', next: 'Try again in a moment.' },
  'provider/rate-limited': {
    title: 'The provider asks us to slow down',
    next: 'Work continues by itself after the pause.',
  },
  'provider/server-error': { title: 'The provider has a problem of its own', next: 'Try again later.' },
  'provider/signature-rejected': {
    title: 'The provider rejected our signature',
    next: 'Check the request phrase and the SHA type of the connection.',
  },
  'provider/credentials-rejected': {
    title: 'The provider rejected the credentials',
    next: 'Test the connection: it says which values to check.',
  },
  'provider/answer-not-genuine': {
    title: 'The answer is not signed by the provider',
    next: 'Nothing was changed here. Check the response phrase of the connection.',
  },
  'provider/answer-unreadable': {
    title: 'The provider’s answer cannot be read',
    next: 'Try again. If it happens again, send the log to support.',
  },
  'provider/link-not-found': {
    title: 'The provider does not know this link',
    next: 'Check that the link belongs to this connection.',
  },
  'provider/link-already-paid': {
    title: 'This link is already paid',
    next: 'A paid link can no longer be changed.',
  },
  'provider/link-already-open': { title: 'This link is already open', next: 'There is nothing to do.' },
  'provider/expiry-refused': {
    title: 'The provider refused the expiry',
    next: 'Choose a later date and time.',
  },
  'provider/amount-refused': {
    title: 'The provider refused the amount',
    next: 'Check the amount and its decimals.',
  },
  'provider/currency-refused': {
    title: 'The provider refused the currency',
    next: 'Use a currency your account accepts.',
  },
  'provider/reference-refused': {
    title: 'The provider refused the merchant reference',
    next: 'Use a reference that was not used before.',
  },
  'provider/refused': { title: 'The provider refused the request', next: 'See the provider’s own message.' },
  'provider/not-applied': {
    title: 'The provider accepted the request but did not make the change',
    next: 'Check the link, then try again.',
  },
  'provider/outcome-unknown': {
    title: 'We do not know whether the change was made',
    next: 'Check the link before you try again.',
  },
} as const satisfies Readonly<Record<ErrorCode, { readonly title: string; readonly next: string }>>;

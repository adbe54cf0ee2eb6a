import type { RejectedRow, RowProblem } from '#domain/import-map';
import type { ExportLanguage } from '../../export/wording';

/** The words of a file with rejected rows. */
interface RejectionWords {
  /** Heads the column with the reasons. */
  readonly header: string;
  readonly line: (line: number) => string;
  readonly problems: Readonly<Record<RowProblem, string>>;
}

const en: RejectionWords = {
  header: 'Reason',
  line: (line) => `Line ${line}`,
  problems: {
    'id-missing': 'No payment link id',
    'id-damaged':
      'The id lost its last digits in a spreadsheet: export again and import that file without opening it there',
    'id-repeated': 'The id stands in an earlier row already',
    'amount-unreadable': 'The amount cannot be read',
    'amount-too-precise': 'The amount has more decimals than its currency',
    'currency-unknown': 'The currency is not an ISO 4217 code',
    'date-unreadable': 'The date cannot be read',
    'number-unreadable': 'The number cannot be read',
    'status-missing': 'No status',
    'columns-missing': 'The row does not fit the columns of the header',
  },
};

const ar: RejectionWords = {
  header: 'السبب',
  line: (line) => `السطر ${line}`,
  problems: {
    'id-missing': 'لا يوجد معرّف لرابط الدفع',
    'id-damaged': 'فقد المعرّف أرقامه الأخيرة في برنامج جداول: صدّر الملف من جديد واستورده دون فتحه هناك',
    'id-repeated': 'المعرّف موجود في صف سابق',
    'amount-unreadable': 'تعذّرت قراءة المبلغ',
    'amount-too-precise': 'المنازل العشرية في المبلغ أكثر مما للعملة',
    'currency-unknown': 'العملة ليست رمزًا من ISO 4217',
    'date-unreadable': 'تعذّرت قراءة التاريخ',
    'number-unreadable': 'تعذّرت قراءة العدد',
    'status-missing': 'لا توجد حالة',
    'columns-missing': 'الصف لا يطابق أعمدة العنوان',
  },
};

const words: Readonly<Record<ExportLanguage, RejectionWords>> = { en, ar };

/** What heads the reasons of a file. */
export function reasonHeader(language: ExportLanguage): string {
  return words[language].header;
}

/** A rejected row's reason for a person: `Line 7: The date cannot be read (2026-02-31 10:00:00)`. */
export function reasonOf({ line, problem, text }: RejectedRow, language: ExportLanguage): string {
  const { line: lineWords, problems } = words[language];
  const detail = problem === 'columns-missing' || text === '' ? '' : ` (${text})`;
  return `${lineWords(line)}: ${problems[problem]}${detail}`;
}

/** Every word that a file can hold besides its own text. */
export function allWords(language: ExportLanguage): string {
  const { header, line, problems } = words[language];
  return [header, line(0), ...Object.values(problems)].join('');
}

import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import type { AmountUnits, DecimalSign } from '#domain/import-reading';

import { useFormatters } from '../../i18n/use-formatters';
import { RadioField } from '../../ui/radio-field';
import type { ImportForm } from './form-state';
import { dateExample, decimalExample, unitsExample, type AmountExample } from './question-examples';
import { withDecision, withEncoding } from './reading-form';
import { openEncodings, useEncodingExamples } from './use-encoding-examples';

export interface QuestionProps {
  readonly file: ChosenFile;
  readonly form: ImportForm;
  readonly change: (form: ImportForm) => void;
  readonly reread: (form: ImportForm) => void;
}

/** Isolated, so that text of the file does not turn the sentence around it. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Which encoding makes the file's own words readable. */
export function EncodingQuestion({ file, form, reread }: QuestionProps) {
  const { t } = useTranslation('import');
  const examples = useEncodingExamples(file);
  const isAnswered = form.decided.includes('encoding');
  const encoding = openEncodings.find((one) => one === form.reading.csv?.encoding);
  return (
    <RadioField
      label={t('question.encoding.ask')}
      options={openEncodings.map((id) => {
        const text = examples[id];
        const name = t(`reading.encodings.${id}`);
        return {
          id,
          label: text === undefined ? name : t('question.encoding.answer', { text: isolated(text), name }),
        };
      })}
      value={isAnswered ? encoding : undefined}
      onChange={(chosen) => reread(withEncoding(form, chosen))}
    />
  );
}

/** Which of two days a date of the file is. */
export function DateQuestion({ file, form, change }: QuestionProps) {
  const { t } = useTranslation('import');
  const { locale } = useFormatters();
  const example = dateExample(file, form.map);
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const day = (order: 'dmy' | 'mdy') => example?.readings.find((reading) => reading.order === order)?.at;
  const isAnswered = form.decided.includes('date-order');
  const { dateOrder } = form.reading;
  return (
    <RadioField
      label={
        example === undefined
          ? t('question.date-order.ask')
          : t('question.date-order.askExample', { text: isolated(example.text) })
      }
      options={(['dmy', 'mdy'] as const).map((id) => {
        const at = day(id);
        return {
          id,
          label:
            at === undefined
              ? t(`question.date-order.${id}`)
              : t(`question.date-order.${id}Example`, { date: isolated(long.format(at)) }),
        };
      })}
      value={isAnswered && dateOrder !== 'ymd' ? dateOrder : undefined}
      onChange={(chosen) => change(withDecision(form, { dateOrder: chosen }))}
    />
  );
}

/** What an amount of the file is worth: which sign parts its decimals, or in which unit it is. */
export function AmountQuestion({
  part,
  file,
  form,
  change,
}: QuestionProps & { readonly part: 'decimal' | 'units' }) {
  return part === 'decimal' ? (
    <AmountChoice
      part="decimal"
      example={decimalExample(file, form.map)}
      ids={['.', ',']}
      value={form.decided.includes('decimal') ? form.reading.decimal : undefined}
      onChange={(decimal) => change(withDecision(form, { decimal }))}
    />
  ) : (
    <AmountChoice
      part="units"
      example={unitsExample(file, form.map)}
      ids={['major', 'minor']}
      value={form.decided.includes('units') ? form.reading.units : undefined}
      onChange={(units) => change(withDecision(form, { units }))}
    />
  );
}

type AnswerName = 'dot' | 'comma' | 'major' | 'minor';
type AnyAnswer = AmountUnits | DecimalSign;

interface AmountChoiceProps<Id extends AnyAnswer> {
  readonly part: 'decimal' | 'units';
  readonly example: AmountExample<Id> | undefined;
  readonly ids: readonly Id[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
}

/** Names of the answers in the catalogues, which take no signs. */
const answerNames: Readonly<Record<AnyAnswer, AnswerName>> = {
  '.': 'dot',
  ',': 'comma',
  major: 'major',
  minor: 'minor',
};

function AmountChoice<Id extends AnyAnswer>(props: AmountChoiceProps<Id>) {
  const { part, example, ids, value, onChange } = props;
  const { t } = useTranslation('import');
  const { decimal } = useFormatters();
  const nameOf = (answer: AnswerName) => t(`question.answer.${answer}`);
  return (
    <RadioField<Id>
      label={
        example === undefined
          ? t(`question.${part}.ask`)
          : t(`question.${part}.askExample`, { text: isolated(example.text) })
      }
      options={ids.map((id) => {
        const name = nameOf(answerNames[id]);
        const amount = example?.readings.find((reading) => reading.choice === id)?.amount;
        if (amount === undefined) return { id, label: name };
        const money = `\u2066${[example?.currency, decimal(amount)].join(' ').trim()}\u2069`;
        return { id, label: t('question.answerExample', { money, name }) };
      })}
      value={value}
      onChange={onChange}
    />
  );
}

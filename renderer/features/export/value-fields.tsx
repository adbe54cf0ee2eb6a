import { useTranslation } from 'react-i18next';
import { RadioField } from '../../ui/radio-field';
import { ZoneField } from '../../ui/zone-field';
import type { ExportForm } from './export-form';

export interface FormPartProps {
  readonly form: ExportForm;
  readonly change: (part: Partial<ExportForm>) => void;
}

/** A KWD amount, whose three decimals show the difference. Isolated, so that Arabic does not turn it. */
const example = (text: string) => `\u2066${text}\u2069`;

/** In which unit amounts are written. */
export function AmountsField({ form, change }: FormPartProps) {
  const { t } = useTranslation('export');
  return (
    <RadioField<ExportForm['amounts']>
      label={t('amounts.label')}
      options={[
        { id: 'major', label: t('amounts.major', { example: example('1234.500 KWD') }) },
        { id: 'minor', label: t('amounts.minor', { example: example('1234500 KWD') }) },
      ]}
      value={form.amounts}
      onChange={(amounts) => change({ amounts })}
    />
  );
}

/** In which words and in whose time the file is written. */
export function PlaceFields({ form, change }: FormPartProps) {
  const { t } = useTranslation('export');
  return (
    <>
      <RadioField<ExportForm['language']>
        label={t('language.label')}
        isInRow
        options={[
          { id: 'en', label: t('language.en') },
          { id: 'ar', label: t('language.ar') },
        ]}
        value={form.language}
        onChange={(language) => change({ language })}
      />
      <ZoneField
        // A preset brings another zone: the field keeps what was typed otherwise.
        key={form.zone}
        label={t('zone.label')}
        value={form.zone}
        onChange={(zone) => change({ zone })}
        description={t('zone.hint')}
        placeholder={t('zone.search')}
        noneText={t('zone.none')}
      />
    </>
  );
}

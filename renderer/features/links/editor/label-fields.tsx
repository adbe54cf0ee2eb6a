import { useTranslation } from 'react-i18next';
import type { EditableField } from '#domain/capability';
import { TextField } from '../../../ui/text-field';
import type { EditForm } from './edit-form';
import type { FieldState } from './field-state';

export interface LabelFieldsProps {
  readonly form: EditForm;
  /** Which of the two the provider lets us change; the others are no fields. */
  readonly shown: Readonly<Record<'reference' | 'tags', boolean>>;
  readonly stateOf: (field: EditableField, hint?: string) => FieldState;
  readonly onEdit: (part: Partial<EditForm>) => void;
}

/** What a merchant calls a link: its reference, and its tags line by line. */
export function LabelFields({ form, shown, stateOf, onEdit }: LabelFieldsProps) {
  const { t } = useTranslation('links');
  return (
    <>
      {shown.reference && (
        <TextField
          label={t('form.reference')}
          value={form.reference}
          onChange={(reference) => onEdit({ reference })}
          {...stateOf('reference', t('form.referenceHint'))}
        />
      )}
      {shown.tags && (
        <TextField
          label={t('form.tags')}
          value={form.tags}
          onChange={(tags) => onEdit({ tags })}
          multiline
          {...stateOf('tags', t('form.tagsHint'))}
        />
      )}
    </>
  );
}

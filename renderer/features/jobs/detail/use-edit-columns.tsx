import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ErrorCode } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import type { EditableField } from '#domain/capability';
import type { EditState } from '#domain/edit-state';
import type { FieldValue } from '#domain/link-patch';
import type { GridColumn } from '../../../grid/grid-types';
import type { Formatters } from '../../../i18n/formatters';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { Chip, type Tone } from '../../../ui/chip';
import { useValueWords } from '../use-value-words';
import { valuesOf, type EditValue } from './edit-values';

type Column = GridColumn<Edit>;

interface Context {
  readonly t: TFunction<['jobDetail', 'jobs']>;
  readonly formatters: Formatters;
  readonly zone: string;
  readonly why: (code: ErrorCode) => string;
  readonly valueWords: (field: EditableField, value: FieldValue) => string;
}

export const outcomeTones: Readonly<Record<EditState, Tone>> = {
  planned: 'neutral',
  queued: 'neutral',
  sending: 'accent',
  unknown: 'violet',
  applied: 'success',
  failed: 'danger',
  conflict: 'warning',
  skipped: 'neutral',
};

type TextId = 'reference' | 'linkId' | 'error' | 'provider' | 'sentAt' | 'updatedAt';

/** A column of plain text. */
function textColumn(id: TextId, context: Context): Omit<Column, 'width'> {
  const { t, zone, formatters, why } = context;
  const at = (instant: number | undefined) =>
    instant === undefined ? '' : formatters.dateTime(instant, zone);
  const texts: Readonly<Record<TextId, (edit: Edit) => string>> = {
    reference: (edit) => edit.reference,
    linkId: (edit) => edit.linkId,
    error: (edit) => (edit.errorCode === undefined ? '' : why(edit.errorCode)),
    provider: (edit) => (edit.provider === undefined ? '' : t('providerSaid', edit.provider)),
    sentAt: (edit) => at(edit.sentAt),
    updatedAt: (edit) => at(edit.updatedAt),
  };
  const text = texts[id];
  return {
    id,
    header: t(`column.${id}`),
    // The whole text in the tooltip too; the facts of a chosen row have it for everybody.
    render: (edit) => (
      <bdi title={text(edit)} data-selectable>
        {text(edit)}
      </bdi>
    ),
    text,
  };
}

/** The values of an edit's fields; with several fields, each with its name. */
function valueColumn(id: 'before' | 'wanted' | 'now', { t, formatters, valueWords }: Context): Column {
  const wordsOf = ({ field, [id]: value }: EditValue) => valueWords(field, value);
  const text = (edit: Edit) => {
    const values = valuesOf(edit);
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return wordsOf(only);
    return values
      .map((value) =>
        t('jobs:field.named', { field: t(`jobs:field.${value.field}`), value: wordsOf(value) || '–' }),
      )
      .join(' · ');
  };
  return {
    id,
    header: t(`column.${id}`),
    width: formatters.locale.startsWith('ar') ? 176 : 154,
    render: (edit) => <bdi title={text(edit)}>{text(edit) === '' ? '–' : text(edit)}</bdi>,
    text,
  };
}

function shortColumns({ t, formatters }: Context): { readonly state: Column; readonly tries: Column } {
  return {
    state: {
      id: 'state',
      header: t('column.state'),
      width: 128,
      render: ({ state }) => <Chip tone={outcomeTones[state]}>{t(`jobs:state.${state}`)}</Chip>,
      text: ({ state }) => t(`jobs:state.${state}`),
    },
    tries: {
      id: 'tries',
      header: t('column.tries'),
      width: 82,
      align: 'end',
      render: ({ tries }) => <span>{formatters.number(tries)}</span>,
      text: ({ tries }) => String(tries),
    },
  };
}

/** The columns of the list of edits. */
export function useEditColumns(): readonly Column[] {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const formatters = useFormatters();
  const words = useErrorWords();
  const valueWords = useValueWords();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  return useMemo(() => {
    const context: Context = { t, formatters, zone, valueWords, why: (code) => words(code).title };
    const { state, tries } = shortColumns(context);
    const instantWidth = formatters.locale.startsWith('ar') ? 176 : 154;
    return [
      { ...textColumn('reference', context), width: 124, pinned: true },
      valueColumn('before', context),
      valueColumn('wanted', context),
      state,
      { ...textColumn('error', context), width: 236, grow: true },
      valueColumn('now', context),
      { ...textColumn('provider', context), width: 210, grow: true },
      tries,
      { ...textColumn('sentAt', context), width: instantWidth },
      { ...textColumn('updatedAt', context), width: instantWidth },
      { ...textColumn('linkId', context), width: 170 },
    ];
  }, [t, formatters, words, valueWords, zone]);
}

import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#domain/app-error';
import type { Edit, EditState } from '#domain/bulk-job';
import type { GridColumn } from '../../../grid/grid-types';
import type { Formatters } from '../../../i18n/formatters';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { Chip, type Tone } from '../../../ui/chip';
import { afterOf, beforeOf } from './edit-values';
import { useZone } from './use-zone';

type Column = GridColumn<Edit>;

interface Context {
  readonly t: TFunction<'bulkEdit'>;
  readonly formatters: Formatters;
  readonly zone: string;
  readonly why: (code: ErrorCode) => string;
}

const tones: Readonly<Record<EditState, Tone>> = {
  planned: 'neutral',
  queued: 'neutral',
  sending: 'accent',
  unknown: 'violet',
  applied: 'success',
  failed: 'danger',
  conflict: 'warning',
  skipped: 'neutral',
};

/** A column of plain text. */
function textColumn(
  id: 'reference' | 'linkId' | 'error' | 'provider',
  context: Context,
): Omit<Column, 'width'> {
  const texts = {
    reference: (edit: Edit) => edit.reference,
    linkId: (edit: Edit) => edit.linkId,
    error: (edit: Edit) => (edit.errorCode === undefined ? '' : context.why(edit.errorCode)),
    provider: (edit: Edit) => (edit.provider === undefined ? '' : context.t('providerSaid', edit.provider)),
  };
  const text = texts[id];
  return {
    id,
    header: context.t(`column.${id}`),
    // The whole text in the tooltip: provider messages are long.
    render: (edit) => (
      <bdi title={text(edit)} data-selectable>
        {text(edit)}
      </bdi>
    ),
    text,
  };
}

function expiryColumn(id: 'before' | 'after', { t, formatters, zone }: Context): Column {
  const valueOf = id === 'before' ? beforeOf : afterOf;
  const text = (edit: Edit) => {
    const at = valueOf(edit);
    return at === undefined ? '' : formatters.dateTime(at, zone);
  };
  return {
    id,
    header: t(`column.${id}`),
    width: formatters.locale.startsWith('ar') ? 176 : 154,
    render: (edit) => <span>{text(edit) === '' ? '–' : text(edit)}</span>,
    text,
  };
}

/** The columns of the list of edits. */
export function useEditColumns(): readonly Column[] {
  const { t } = useTranslation('bulkEdit');
  const formatters = useFormatters();
  const words = useErrorWords();
  const { zone } = useZone();
  return useMemo(() => {
    const context: Context = { t, formatters, zone, why: (code) => words(code).title };
    return [
      { ...textColumn('reference', context), width: 124, pinned: true },
      expiryColumn('before', context),
      expiryColumn('after', context),
      {
        id: 'state',
        header: t('column.state'),
        width: 104,
        render: ({ state }) => <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>,
        text: ({ state }) => t(`state.${state}`),
      },
      { ...textColumn('error', context), width: 236, grow: true },
      { ...textColumn('provider', context), width: 210, grow: true },
      { ...textColumn('linkId', context), width: 170 },
    ];
  }, [t, formatters, words, zone]);
}

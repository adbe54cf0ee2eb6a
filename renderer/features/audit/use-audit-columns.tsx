import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AuditEntry } from '#contract/audit';
import type { GridColumn } from '../../grid/grid-types';
import type { Formatters } from '../../i18n/formatters';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { Chip } from '../../ui/chip';
import styles from './audit.module.css';
import { eventTones, isKnownEvent } from './event-words';
import { useEntryWords, type WordedEntry } from './use-entry-words';

type Column = GridColumn<AuditEntry>;

interface Context {
  readonly t: TFunction<['audit', 'status']>;
  readonly formatters: Formatters;
  readonly zone: string;
  readonly word: (entry: AuditEntry) => WordedEntry;
}

/** How much of a hash tells two entries apart by eye. */
const shownHashLength = 10;

type TextId = 'actor' | 'subject' | 'change' | 'provider';

/** A column of plain text, whole in its tooltip. */
function textColumn(id: TextId, width: number, { t, word }: Context): Column {
  const texts: Readonly<Record<TextId, (entry: AuditEntry) => string>> = {
    actor: ({ actor }) => actor,
    subject: (entry) => word(entry).subject,
    change: (entry) => {
      const { changes, deed, reason } = word(entry);
      const lines = changes.map((change) => t('change', change));
      return [deed, ...lines, reason].filter((text) => text !== '').join('; ');
    },
    provider: (entry) => word(entry).provider,
  };
  const text = texts[id];
  return {
    id,
    header: t(`column.${id}`),
    width,
    render: (entry) => <bdi title={text(entry)}>{text(entry)}</bdi>,
    text,
  };
}

function columnsOf(context: Context): readonly Column[] {
  const { t, formatters, zone, word } = context;
  return [
    {
      id: 'sequence',
      header: t('column.sequence'),
      width: 76,
      align: 'end',
      pinned: true,
      render: ({ sequence }) => formatters.number(sequence),
      text: ({ sequence }) => String(sequence),
    },
    {
      id: 'at',
      header: t('column.at'),
      width: formatters.locale.startsWith('ar') ? 176 : 154,
      render: ({ at }) => formatters.dateTime(at, zone),
      text: ({ at }) => new Date(at).toISOString(),
    },
    textColumn('actor', 90, context),
    {
      id: 'event',
      header: t('column.event'),
      width: 152,
      render: (entry) => (
        <Chip tone={isKnownEvent(entry.event) ? eventTones[entry.event] : 'neutral'}>
          {word(entry).event}
        </Chip>
      ),
      text: (entry) => word(entry).event,
    },
    textColumn('subject', 176, context),
    { ...textColumn('change', 240, context), grow: true },
    textColumn('provider', 150, context),
    {
      id: 'hash',
      header: t('column.hash'),
      width: 104,
      render: ({ hash }) => (
        <code className={styles['hash']} dir="ltr" title={hash}>
          {hash.slice(0, shownHashLength)}
        </code>
      ),
      text: ({ hash }) => hash,
    },
  ];
}

/** The columns of the log. */
export function useAuditColumns(): readonly Column[] {
  const { t } = useTranslation(['audit', 'status']);
  const formatters = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const word = useEntryWords();
  return useMemo(() => columnsOf({ t, formatters, zone, word }), [t, formatters, zone, word]);
}

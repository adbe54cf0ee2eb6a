import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkJob, Edit } from '#domain/bulk-job';
import type { EditableField } from '#domain/capability';
import { conflictFields, type ConflictField } from '#domain/conflict-fields';
import { Button } from '../../../ui/button';
import { RadioField } from '../../../ui/radio-field';
import { useJobName, useOriginal } from '../use-job-words';
import { ConflictTable } from './conflict-table';
import styles from './conflicts.module.css';
import type { Resolving } from './use-resolve';

export interface ConflictCardProps {
  readonly edit: Edit;
  /** The edit's job, where its name is to be shown. */
  readonly namedJob: BulkJob | undefined;
  /** The job was cancelled: nothing of it is sent any more. */
  readonly isCancelled: boolean;
  readonly resolving: Resolving;
}

/** One link that changed meanwhile: its values side by side, and the decision. */
export function ConflictCard({ edit, namedJob, isCancelled, resolving }: ConflictCardProps) {
  const { t } = useTranslation('conflicts');
  const fields = conflictFields(edit, edit.after);
  const reference = edit.reference === '' ? t('noReference') : edit.reference;
  const isPaid = edit.after?.status === 'paid';
  const whyNotMine = isCancelled ? t('cancelled') : isPaid ? t('paid') : undefined;
  return (
    <article className={styles['card']} aria-label={reference}>
      <header className={styles['cardHead']}>
        <h4>
          <bdi>{reference}</bdi>
        </h4>
        <span className={styles['muted']} data-selectable>
          {t('linkId', { linkId: edit.linkId })}
        </span>
        {namedJob !== undefined && (
          <span className={styles['muted']}>
            <JobTitle job={namedJob} />
          </span>
        )}
      </header>
      <ConflictTable fields={fields} label={t('table', { reference })} />
      {whyNotMine !== undefined && <p className={styles['why']}>{whyNotMine}</p>}
      <Decision edit={edit} fields={fields} canKeepMine={whyNotMine === undefined} resolving={resolving} />
    </article>
  );
}

function JobTitle({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('conflicts');
  const name = useJobName();
  return t('job', { name: name(job, useOriginal(job)) });
}

interface DecisionProps {
  readonly edit: Edit;
  readonly fields: readonly ConflictField[];
  readonly canKeepMine: boolean;
  readonly resolving: Resolving;
}

type Side = 'mine' | 'theirs';

function Decision({ edit, fields, canKeepMine, resolving }: DecisionProps) {
  const { t } = useTranslation(['conflicts', 'jobs']);
  const [kept, setKept] = useState<Partial<Record<EditableField, Side>>>({});
  const { isAsking, resolve } = resolving;
  const ours = fields.filter((field) => field.mine !== undefined);
  const decide = (choice: Parameters<typeof resolve>[1]) =>
    resolve({ kind: 'edits', editIds: [edit.id] }, choice);
  const mine = ours.filter(({ field }) => kept[field] === 'mine').map(({ field }) => field);
  const isPerField = ours.length > 1 && canKeepMine;
  return (
    <>
      {isPerField && (
        <div className={styles['choices']}>
          {ours.map(({ field }) => (
            <RadioField<Side>
              key={field}
              label={t('choice', { field: t(`jobs:field.${field}`) })}
              options={[
                { id: 'theirs', label: t('takeTheirs') },
                { id: 'mine', label: t('takeMine') },
              ]}
              value={kept[field]}
              isDisabled={isAsking}
              onChange={(side) => setKept({ ...kept, [field]: side })}
            />
          ))}
        </div>
      )}
      <div className={styles['actions']}>
        <Button size="small" isDisabled={isAsking} onPress={() => decide({ keep: 'theirs' })}>
          {t('keepTheirs')}
        </Button>
        <Button size="small" isDisabled={isAsking || !canKeepMine} onPress={() => decide({ keep: 'mine' })}>
          {t('keepMine')}
        </Button>
        {isPerField && (
          <Button
            variant="primary"
            size="small"
            isDisabled={isAsking || ours.some(({ field }) => kept[field] === undefined)}
            onPress={() => decide({ keep: 'fields', mine })}
          >
            {t('keepChosen')}
          </Button>
        )}
      </div>
    </>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Edit } from '#domain/bulk-job';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { Chip } from '../../../ui/chip';
import { useValueWords } from '../use-value-words';
import styles from './detail.module.css';
import { valuesOf } from './edit-values';
import { outcomeTones } from './use-edit-columns';

/** Everything known of one edit, in full: a row of the list cuts long texts. */
export function EditFacts({ edit }: { readonly edit: Edit }) {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const reference = edit.reference === '' ? t('edits.noReference') : edit.reference;
  const label = t('edits.chosen', { reference });
  const section = useRef<HTMLElement>(null);
  // It appears below the list, where there may be no room left.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} className={styles['facts']} aria-label={label} data-selectable>
      <p className={styles['factsHead']}>
        <strong>
          <bdi>{reference}</bdi>
        </strong>
        <span className={styles['muted']}>{edit.linkId}</span>
        <Chip tone={outcomeTones[edit.state]}>{t(`jobs:state.${edit.state}`)}</Chip>
      </p>
      <Values edit={edit} label={label} />
      <Course edit={edit} />
    </section>
  );
}

function Values({ edit, label }: { readonly edit: Edit; readonly label: string }) {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const words = useValueWords();
  return (
    <table className={styles['values']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('fact.what')}</th>
          <th scope="col">{t('column.before')}</th>
          <th scope="col">{t('column.wanted')}</th>
          <th scope="col">{t('column.now')}</th>
        </tr>
      </thead>
      <tbody>
        {valuesOf(edit).map(({ field, before, wanted, now }) => (
          <tr key={field}>
            <th scope="row">{t(`jobs:field.${field}`)}</th>
            <td>{words(field, before) || '–'}</td>
            <td>{words(field, wanted) || '–'}</td>
            <td>{words(field, now) || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why it went wrong, what the provider said, and when it was sent. */
function Course({ edit }: { readonly edit: Edit }) {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const words = useErrorWords();
  const { number, dateTime } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const reason = edit.errorCode === undefined ? undefined : words(edit.errorCode);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('column.error'), reason?.title],
    [t('fact.next'), reason?.next],
    [t('column.provider'), edit.provider === undefined ? undefined : t('providerSaid', edit.provider)],
    [t('column.tries'), edit.tries === 0 ? undefined : number(edit.tries)],
    [t('column.sentAt'), edit.sentAt === undefined ? undefined : dateTime(edit.sentAt, zone)],
    [t('column.updatedAt'), dateTime(edit.updatedAt, zone)],
  ];
  return (
    <dl className={styles['course']}>
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

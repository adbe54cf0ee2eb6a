import { useTranslation } from 'react-i18next';
import type { AddLinksAnswer } from '#contract/links';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { CopyButton } from '../../ui/copy-button';
import { CountTiles } from '../../ui/count-tiles';
import { Notice } from '../../ui/notice';
import { StepHeading } from '../../ui/step-heading';
import styles from './adding.module.css';

/** What became of the names that were pasted. */
export function AddResult({ answer }: { readonly answer: AddLinksAnswer }) {
  const { t } = useTranslation('adding');
  const words = useErrorWords();
  const { added, known, notFound, failed, cancelled } = answer;
  return (
    <>
      <StepHeading>{t('add.done')}</StepHeading>
      {cancelled && <Notice tone="info">{t('add.cancelled')}</Notice>}
      <CountTiles
        tiles={[
          { id: 'added', label: t('add.added'), count: added, tone: 'success' },
          { id: 'known', label: t('add.known'), count: known },
          { id: 'notFound', label: t('add.notFound'), count: notFound.length, tone: 'warning' },
          { id: 'failed', label: t('add.failed'), count: failed.length, tone: 'danger' },
        ]}
      />
      {notFound.length > 0 && <NameList title={t('add.notFoundList')} names={notFound} />}
      {failed.length > 0 && (
        <NameList
          title={t('add.failedList')}
          names={failed.map(({ name }) => name)}
          notes={failed.map(({ code }) => words(code).title)}
        />
      )}
    </>
  );
}

interface NameListProps {
  readonly title: string;
  readonly names: readonly string[];
  /** What there is to say of each name, in their order. */
  readonly notes?: readonly string[];
}

function NameList({ title, names, notes }: NameListProps) {
  const { t } = useTranslation('adding');
  const { bridge } = useDesk();
  return (
    <section className={styles['names']}>
      <header>
        <h3>{title}</h3>
        <CopyButton
          label={t('add.copy')}
          copy={() => bridge.call('app:copy-text', { text: names.join('\n') })}
        />
      </header>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <div role="region" aria-label={title} tabIndex={0} data-selectable>
        <ul>
          {names.map((name, index) => (
            <li key={name}>
              <bdi dir="ltr">{name}</bdi>
              {notes?.[index] !== undefined && <span className={styles['muted']}>{notes[index]}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

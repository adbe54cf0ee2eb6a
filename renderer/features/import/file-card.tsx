import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ChosenFile } from '#contract/import';
import { formatFileSize } from '../../i18n/file-size';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { Chip } from '../../ui/chip';
import { StepHeading } from '../../ui/step-heading';
import styles from './import.module.css';

/** Name, format, size, age and width of the chosen file. */
export function FileCard({ file }: { readonly file: ChosenFile }) {
  const { t } = useTranslation('import');
  const { dateTime, locale } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const facts = [
    formatFileSize(file.sizeBytes, locale),
    t('file.columns', { count: file.headers.length }),
    t('file.modified', { at: dateTime(file.modifiedAt, zone) }),
  ];
  return (
    <div className={styles['file']}>
      <Chip tone="accent">{t(`file.format.${file.format}`)}</Chip>
      <StepHeading>
        <bdi>{file.fileName}</bdi>
      </StepHeading>
      <p className={styles['facts']}>{facts.join(' · ')}</p>
    </div>
  );
}

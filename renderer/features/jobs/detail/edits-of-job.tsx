import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { SearchField } from '../../../ui/search-field';
import { Conflicts } from '../conflicts/conflicts';
import styles from './detail.module.css';
import type { EditFilter } from './edit-filter';
import { EditList } from './edit-list';
import { OutcomeFilter } from './outcome-filter';

/** Which edits of the job are in sight. */
export interface ShownEdits {
  readonly filter: EditFilter;
  readonly search: string;
}

export interface EditsOfJobProps {
  readonly job: BulkJob;
  readonly shown: ShownEdits;
  readonly onShow: (shown: ShownEdits) => void;
}

/** Every edit of a job, by outcome; its conflicts with what can be decided about them. */
export function EditsOfJob({ job, shown, onShow }: EditsOfJobProps) {
  const { t } = useTranslation('jobDetail');
  const { filter, search } = shown;
  return (
    <div className={styles['list']}>
      <div className={styles['filters']}>
        <OutcomeFilter
          counts={job.counts}
          value={filter}
          onChange={(chosen) => onShow({ ...shown, filter: chosen })}
        />
        {filter !== 'conflict' && (
          <div className={styles['search']}>
            <SearchField
              label={t('edits.search')}
              placeholder={t('edits.search')}
              value={search}
              onChange={(text) => onShow({ ...shown, search: text })}
            />
          </div>
        )}
      </div>
      {filter === 'conflict' ? (
        <Conflicts key={job.id} job={job} />
      ) : (
        <EditList key={filter} job={job} filter={filter} search={search} />
      )}
    </div>
  );
}

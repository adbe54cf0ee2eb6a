import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BusinessDays } from '#domain/business-days';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { BusinessDaysField } from '../../../ui/business-days-field';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import styles from './bulk-edit.module.css';
import type { ExpiryDraft } from './expiry-draft';

export interface BusinessDaysChoiceProps {
  readonly draft: ExpiryDraft;
  readonly onChange: (part: Partial<ExpiryDraft>) => void;
  readonly isDisabled: boolean;
}

/** Whether days off are avoided, and which days those are. They are a setting: chosen once, kept for the next time. */
export function BusinessDaysChoice({ draft, onChange, isDisabled }: BusinessDaysChoiceProps) {
  const { t } = useTranslation('bulkEdit');
  const isChoice = draft.mode !== 'business-day';
  return (
    <>
      {isChoice ? (
        <Checkbox
          isSelected={draft.isPutOff}
          onChange={(isPutOff) => onChange({ isPutOff })}
          isDisabled={isDisabled}
        >
          {t('daysOff.avoid')}
        </Checkbox>
      ) : (
        <p className={styles['explained']}>{t('daysOff.only')}</p>
      )}
      {(draft.isPutOff || !isChoice) && <DaysOff isDisabled={isDisabled} isIndented={isChoice} />}
    </>
  );
}

interface DaysOffProps {
  readonly isDisabled: boolean;
  /** Stands under the check box it belongs to. */
  readonly isIndented: boolean;
}

/** The days off in one line, and on demand the fields that change them. */
function DaysOff({ isDisabled, isIndented }: DaysOffProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { settings } = useDesk();
  const tellFailure = useTellFailure();
  const businessDays = useStore(settings, (state) => state.settings.businessDays);
  const [isOpen, setOpen] = useState(false);
  const change = (days: BusinessDays) => {
    settings.getState().change({ businessDays: days }).catch(tellFailure);
  };
  return (
    <div className={styles['daysOff']} data-indented={isIndented || undefined}>
      <p className={styles['daysOffLine']}>
        <span>
          {t('daysOff.summary', {
            weekend: t(`common:businessDays.weekends.${businessDays.weekend}`),
            count: businessDays.holidays.length,
          })}
        </span>
        <Button variant="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? t('daysOff.hide') : t('daysOff.change')}
        </Button>
      </p>
      {isOpen && <BusinessDaysField value={businessDays} onChange={change} isDisabled={isDisabled} />}
    </div>
  );
}

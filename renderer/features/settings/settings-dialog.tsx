import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Settings } from '#contract/settings';
import { useDesk } from '../../stores/desk-context';
import { BusinessDaysField } from '../../ui/business-days-field';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { RadioField } from '../../ui/radio-field';
import { ZoneField } from '../../ui/zone-field';
import styles from './settings.module.css';

export interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const languages = ['en', 'ar'] as const satisfies readonly Settings['language'][];
const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const densities = ['compact', 'normal', 'comfortable'] as const satisfies readonly Settings['density'][];

/** Language, looks, time zone and business days. Every change takes effect and is kept at once. */
export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { settings: store, notices } = useDesk();
  const settings = useStore(store, (state) => state.settings);
  const change = (part: Partial<Settings>) => {
    store
      .getState()
      .change(part)
      .catch(() => notices.getState().add({ tone: 'error', text: t('notSaved') }));
  };
  return (
    <Dialog
      title={t('title')}
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('common:done')}
        </Button>
      }
    >
      <div className={styles['form']}>
        <RadioField<Settings['language']>
          label={t('language')}
          isInRow
          options={languages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
        <RadioField<Settings['theme']>
          label={t('theme')}
          isInRow
          options={themes.map((id) => ({ id, label: t(`themes.${id}`) }))}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
        <RadioField<Settings['density']>
          label={t('density')}
          isInRow
          options={densities.map((id) => ({ id, label: t(`densities.${id}`) }))}
          value={settings.density}
          onChange={(density) => change({ density })}
        />
        <ZoneField
          label={t('zone')}
          value={settings.zone}
          onChange={(zone) => change({ zone })}
          description={t('zoneHint')}
          placeholder={t('zoneSearch')}
          noneText={t('zoneNone')}
        />
        <section className={styles['section']} aria-labelledby="settings-business-days">
          <div>
            <h3 id="settings-business-days">{t('businessDays')}</h3>
            <p className={styles['muted']}>{t('businessDaysHint')}</p>
          </div>
          <BusinessDaysField
            value={settings.businessDays}
            onChange={(businessDays) => change({ businessDays })}
          />
        </section>
      </div>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplore } from '../features/links/use-explore';
import { useDesk } from '../stores/desk-context';
import { Button } from '../ui/button';
import { IconChart, IconKey, IconLink } from '../ui/icons/signs';
import styles from './screens.module.css';

/** The first screen: look around with made-up links, or connect an account. */
export function Welcome({ notice }: { readonly notice: ReactNode }) {
  const { t } = useTranslation('app');
  const { dialogs } = useDesk();
  const { explore, busy } = useExplore();
  return (
    <main className={styles['screen']}>
      <div className={styles['welcome']}>
        {notice}
        <span className={styles['mark']}>
          <IconLink size={24} />
        </span>
        <h1>{t('welcome.title')}</h1>
        <p className={styles['lead']}>{t('welcome.intro')}</p>
        <div className={styles['choices']}>
          <section className={styles['choice']}>
            <IconChart size={20} />
            <h2>{t('welcome.exploreTitle')}</h2>
            <p>{t('welcome.explore')}</p>
            <Button variant="primary" onPress={explore} isPending={busy}>
              {t('welcome.exploreAction')}
            </Button>
          </section>
          <section className={styles['choice']}>
            <IconKey size={20} />
            <h2>{t('welcome.addTitle')}</h2>
            <p>{t('welcome.add')}</p>
            <Button onPress={() => dialogs.getState().open('add-connection')}>
              {t('welcome.addAction')}
            </Button>
          </section>
        </div>
      </div>
    </main>
  );
}

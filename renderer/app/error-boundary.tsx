import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { IconError } from '../ui/icons/signs';
import styles from './screens.module.css';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a mistake in one part of the screen from leaving a white window. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: true } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation('app');
  return (
    <main className={styles['screen']}>
      <EmptyState
        icon={<IconError size={28} />}
        title={t('crashed.title')}
        action={
          <Button variant="primary" onPress={() => location.reload()}>
            {t('crashed.reload')}
          </Button>
        }
      >
        {t('crashed.body')}
      </EmptyState>
    </main>
  );
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createI18n } from '../i18n/create-i18n';
import { I18nFrame } from '../i18n/i18n-frame';
import type { Desk } from '../stores/desk';
import { DeskProvider } from '../stores/desk-context';
import { ErrorBoundary } from './error-boundary';
import { Gate } from './gate';
import { NoticeToasts } from './notice-toasts';
import { featureWordings } from './wordings';

/** The whole screen over one desk. */
export function App({ desk }: { readonly desk: Desk }) {
  const { language, theme } = useStore(desk.settings, (state) => state.settings);
  const [i18n] = useState(() => createI18n({ language, wordings: featureWordings }));
  useEffect(() => {
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <I18nFrame i18n={i18n}>
      <DeskProvider desk={desk}>
        <ErrorBoundary>
          <Gate />
        </ErrorBoundary>
        <NoticeToasts />
      </DeskProvider>
    </I18nFrame>
  );
}

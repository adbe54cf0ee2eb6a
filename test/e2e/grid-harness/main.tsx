import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../renderer/styles/global.css';
import type { GridDensity } from '../../../renderer/grid/grid-types';
import { createI18n } from '../../../renderer/i18n/create-i18n';
import { I18nFrame } from '../../../renderer/i18n/i18n-frame';
import { pickLanguage } from '../../../renderer/i18n/locales';
import './harness.css';
import { LinksGrid } from './links-grid';
import { PartsSheet } from './parts-sheet';
import { Workbench } from './workbench';

const query = new URLSearchParams(location.search);
const language = pickLanguage([query.get('lang') ?? 'en']);
const theme = query.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;

const densities: readonly GridDensity[] = ['compact', 'normal', 'comfortable'];
const density = densities.find((name) => name === query.get('density')) ?? 'normal';

function View(): ReactNode {
  if (query.get('view') === 'parts') return <PartsSheet isDialogOpen={query.has('dialog')} />;
  if (query.get('view') === 'workbench') return <Workbench isArabic={language === 'ar'} />;
  return (
    <main className="harness-grid">
      <LinksGrid
        rowCount={Number(query.get('rows') ?? 1_000_000)}
        density={density}
        isArabic={language === 'ar'}
        latencyMs={Number(query.get('latency') ?? 5)}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <I18nFrame i18n={createI18n({ language })}>
      <View />
    </I18nFrame>
  </StrictMode>,
);

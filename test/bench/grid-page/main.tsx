import { createRoot } from 'react-dom/client';
import '../../../renderer/styles/global.css';
import { createI18n } from '../../../renderer/i18n/create-i18n';
import { I18nFrame } from '../../../renderer/i18n/i18n-frame';
import { ask, AskedGrid } from './asked-grid';
import './grid-page.css';
import { fling, whenRowsShow } from './measure-grid';
import { OurGrid } from './our-grid';
import { PeerGrid } from './peer-grid';

const query = new URLSearchParams(location.search);
const grids = { ours: OurGrid, tanstack: PeerGrid, asked: AskedGrid } as const;
const name = query.get('grid');
const Grid = name === 'tanstack' || name === 'asked' ? grids[name] : grids.ours;

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
const startedAt = performance.now();
createRoot(root).render(
  <I18nFrame i18n={createI18n({ language: 'en' })}>
    <main className="bench-grid">
      <Grid rowCount={Number(query.get('rows'))} />
    </main>
  </I18nFrame>,
);
window.gridProbe = { firstRows: whenRowsShow().then((shownAt) => shownAt - startedAt), fling, ask };

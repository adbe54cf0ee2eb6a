import './styles/global.css';
import './styles/pressable.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startDesk } from './app/start-desk';
import { openBridge } from './bridge/bridge-client';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(<App desk={startDesk(openBridge())} />);

// Loaded with --import: makes `electron` mean the stand-in, for import and require alike, in the main child and its utility processes.
import { registerHooks } from 'node:module';
import type { HostFacts } from './calls';
import { ParentPort } from './parent-port';

const names = new Set(['electron', 'electron/main', 'electron/common', 'electron/utility']);
// Built by string: a bundler would inline a file named in `new URL` as a second copy of the stand-in.
const standIn = import.meta.url.replace(/register\.js$/, 'electron.js');

registerHooks({
  resolve: (specifier, context, next) =>
    names.has(specifier) ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
});

// Written by the launcher.
const { role } = JSON.parse(process.env['DESK_HOST'] ?? '{}') as Partial<HostFacts>;
if (role === 'utility') {
  Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
}

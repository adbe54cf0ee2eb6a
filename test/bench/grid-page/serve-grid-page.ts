import react from '@vitejs/plugin-react';
import { build, preview, type Plugin } from 'vite';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';

export interface GridPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers the page's requests for `answer?<query>` with JSON. */
export type Answer = (query: URLSearchParams) => Promise<object>;

function answering(answer: Answer): Plugin {
  return {
    name: 'answers',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use('/answer', (request, response) => {
        answer(new URL(request.url ?? '/', 'http://127.0.0.1').searchParams).then(
          (found) => response.setHeader('content-type', 'application/json').end(JSON.stringify(found)),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
      });
    },
  };
}

/** Builds the page as the application is built, and serves it on 127.0.0.1. */
export async function serveGridPage(answer?: Answer): Promise<GridPage> {
  const root = inRepo('test/bench/grid-page');
  const outDir = inRepo('out/grid-bench');
  const shared = { root, configFile: false, logLevel: 'warn', base: './' } as const;
  await build({
    ...shared,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 4000 },
  });
  const server = await preview({
    ...shared,
    plugins: answer === undefined ? [] : [answering(answer)],
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The page of the grids is not served.');
  return { url, close: () => server.close() };
}

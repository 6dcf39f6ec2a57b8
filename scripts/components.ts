/** `npm run components`: serves the page of all components in all their states, for whoever changes them. */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** Serves it; its address and the way to stop. 0 takes any free port. */
export async function serveComponents(port = 0): Promise<{ address: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: resolve(project, 'renderer'),
    plugins: [svelte()],
    cacheDir: resolve(project, '.cache/components'),
    server: { host: '127.0.0.1', port, fs: { allow: [project] } },
    logLevel: 'warn',
  });
  await server.listen();
  const address = new URL('components.html', server.resolvedUrls?.local[0]).href;
  return { address, close: () => server.close() };
}

if (import.meta.main) {
  const { address } = await serveComponents(5_177);
  console.log(`部品の一覧: ${address}（Ctrl+C で終わります）`);
}

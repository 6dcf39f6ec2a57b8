import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

/** Every browser that we run in reads WOFF2: the same fonts again as WOFF would double the page's size. */
const onlyNewFonts: Plugin = {
  name: 'only-new-fonts',
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) if (name.endsWith('.woff')) delete bundle[name];
  },
};

/** Nothing is drawn before the page has looked up its theme and text size (renderer/page.ts). */
const drawnWhenReady: Plugin = {
  name: 'drawn-when-ready',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/**
 * The page's own script and its looks are sent for with the page, not only once its start has run
 * (renderer/page.ts asks main for the data meanwhile).
 */
const sentForWithThePage: Plugin = {
  name: 'sent-for-with-the-page',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
      const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/renderer/App.svelte'));
      if (page === undefined) throw new Error('the page is not a script of its own any more');
      const parts = [page, ...chunks.filter(({ fileName }) => page.imports.includes(fileName))];
      const looks = new Set(parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
      const links = [
        ...parts.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="./${fileName}">`),
        ...[...looks].map((name) => `<link rel="stylesheet" crossorigin href="./${name}">`),
      ].filter((link) => !html.includes(link));
      return html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
    },
  },
};

/**
 * One build for all three shells.
 *
 * Everything but better-sqlite3 (a binary) is put into the bundles, so the package needs no other
 * module. The program finds its own files from package.json
 * upwards (main/files/program-files.ts), alike in sources, in out/ and inside the package.
 */
export default defineConfig({
  main: {
    build: {
      outDir: here('out/main'),
      target: 'node24',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          desktop: here('main/desktop/main.ts'),
          sengen: here('main/command-line/sengen.ts'),
          reading: here('main/foreign-files/apart/reading-process.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: here('out/preload'),
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('main/desktop/preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [svelte(), onlyNewFonts, drawnWhenReady, sentForWithThePage],
    build: {
      outDir: here('out/renderer'),
      // The pages' policy knows no inline scripts, styles or data: fonts.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: here('renderer/index.html'),
        // `navigation.svelte.ts` makes `navigation-….js`: one dot before the kind of file.
        output: { chunkFileNames: ({ name }) => `assets/${name.replace(/\..*/u, '')}-[hash].js` },
      },
    },
  },
});

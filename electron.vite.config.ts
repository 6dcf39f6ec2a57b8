import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { packedPackages } from './scripts/supply/packed-packages.ts';

const here = (path: string): string => resolve(import.meta.dirname, path);

/** Every browser that we run in reads WOFF2: the same fonts again as WOFF would double the page's size. */
const onlyNewFonts: Plugin = {
  name: 'only-new-fonts',
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle))
      if (name.endsWith('.woff')) Reflect.deleteProperty(bundle, name);
  },
};

/**
 * The page is three files: a start that asks main for the data at once (renderer/begin.ts), the page itself,
 * and its styles. All are sent for together; the start waits for nothing, not even the styles, and nothing is
 * drawn before the page's own script has looked up theme and text size (renderer/page.ts).
 */
const sentForTogether: Plugin = {
  name: 'sent-for-together',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
      const [begin, page] = ['begin', 'page'].map((wanted) => chunks.find(({ name }) => name === wanted));
      if (begin === undefined || page === undefined)
        throw new Error('start or page is no script of its own');
      const tags = [
        `<script type="module" async crossorigin src="./${begin.fileName}"></script>`,
        `<script type="module" blocking="render" crossorigin src="./${page.fileName}"></script>`,
        ...[...(page.viteMetadata?.importedCss ?? [])].map(
          (name) => `<link rel="stylesheet" crossorigin href="./${name}">`,
        ),
      ];
      return html
        .replaceAll(/ *<(script type="module"|link rel="(modulepreload|stylesheet)")[^\n]*\n/gu, '')
        .replace('</head>', `${tags.map((tag) => `  ${tag}\n  `).join('')}</head>`);
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
    plugins: [packedPackages(here('out/packed'), 'main')],
    build: {
      outDir: here('out/main'),
      target: 'node24',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          desktop: here('main/desktop/main.ts'),
          sengen: here('main/command-line/sengen.ts'),
          reading: here('main/foreign-files/apart/reading-process.ts'),
          'examine-backup': here('main/backup/in-thread.ts'),
          'rescue-library': here('main/backup/rescue/rescue-in-thread.ts'),
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
    plugins: [packedPackages(here('out/packed'), 'preload')],
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
    plugins: [svelte(), onlyNewFonts, sentForTogether, packedPackages(here('out/packed'), 'renderer')],
    build: {
      outDir: here('out/renderer'),
      // The pages' policy knows no inline scripts, styles or data: fonts.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: here('renderer/index.html'),
        output: {
          // `navigation.svelte.ts` makes `navigation-….js`: one dot before the kind of file.
          chunkFileNames: ({ name }) => `assets/${name.replace(/\..*/u, '')}-[hash].js`,
          // Each with all that it imports; the start first, so that it does not come with the page.
          codeSplitting: {
            groups: ['begin', 'page'].map((name, at) => ({
              name,
              test: (id) => id === here(`renderer/${name}.ts`),
              priority: 2 - at,
            })),
          },
        },
      },
    },
  },
});

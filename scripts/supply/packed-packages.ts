import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Notes down which packages went into one of the three bundles: `<folder>/<room>.json`, their names in order.
 *
 * Modules tell of code, `@import` of styles, and the files that an asset was made of, of fonts. What a package has
 * itself packed into its own file is known by the marks that its packer left there.
 */
export function packedPackages(folder: string, room: 'main' | 'preload' | 'renderer'): Plugin {
  const styles = new Set<string>();
  return {
    name: 'packed-packages',
    transform: {
      order: 'pre',
      filter: { id: /\.css$/u },
      handler(code) {
        for (const [, name = ''] of code.matchAll(/@import\s+['"]((?:@[\w-]+\/)?[\w-]+)\//gu)) {
          styles.add(name);
        }
      },
    },
    writeBundle(_options, bundle) {
      const assets = Object.values(bundle).flatMap((each) =>
        each.type === 'asset' ? each.originalFileNames : [],
      );
      const files = [...this.getModuleIds(), ...assets];
      const names = new Set([
        ...styles,
        ...files.flatMap((file) => [...packageOf(file), ...packedInto(file)]),
      ]);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${room}.json`), `${JSON.stringify([...names].sort())}\n`);
    },
  };
}

/** The innermost package of a path; none for a file of our own. */
function packageOf(file: string): string[] {
  const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/?]+)/u.exec(file) ?? [];
  return name === undefined ? [] : [name.replace('\\', '/')];
}

function packedInto(file: string): string[] {
  const path = file.replace(/[?\0].*$/u, '');
  if (packageOf(path).length === 0 || !/\.[cm]?js$/u.test(path) || !existsSync(path)) return [];
  const marks = readFileSync(path, 'utf8').matchAll(/^\/\/\s*(?:#region )?(\S*node_modules\/\S+)$/gmu);
  return [...marks].flatMap(([, region = '']) => packageOf(region));
}

/** `目標宣言.rescued-20260401-083000.sengen`: what a lost library held. `count` tells those of one second apart. */
export function rescueName(library: string, stamp: string, count: number): string {
  return `${library.replace(/\.sengen$/u, '')}.rescued-${stamp}${count === 1 ? '' : `-${count}`}.sengen`;
}

/** Whether a file's name says that it holds what the library of another name held. */
export function isRescueOf(name: string, library: string): boolean {
  const original = name.replace(/\.rescued-\d{8}-\d{6}(?:-\d+)?\.sengen$/u, '.sengen');
  return original !== name && original === rescueStem(library);
}

function rescueStem(library: string): string {
  return `${library.replace(/\.sengen$/u, '')}.sengen`;
}

/** How many of the slowest are named. */
const named = 10;

/** The slowest files of tests and the slowest tests, as lines to print. `tests`: `{ name, milliseconds }`. */
export function slowest({ files, tests }) {
  return [...lines('時間のかかったファイル', files), ...lines('時間のかかったテスト', tests)];
}

function lines(heading, all) {
  if (all.length === 0) return [];
  return [
    `${heading}(${Math.min(named, all.length)}件)`,
    ...all
      .toSorted((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, named)
      .map(({ name, milliseconds }) => `${seconds(milliseconds).padStart(8)} 秒  ${name}`),
  ];
}

function seconds(milliseconds) {
  return (milliseconds / 1_000).toFixed(1);
}

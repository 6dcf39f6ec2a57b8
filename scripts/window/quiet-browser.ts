/**
 * What keeps a window of Chromium, Chrome or Edge from reading, keeping or sending what stands on the page.
 *
 * The page is a report that nobody outside may see. A browser offers to translate it, to fill its forms, to save
 * what looks like a password, to check its spelling on a server: each by one press, some by none.
 */

/** Parts of the browser that are not started. */
const partsLeftOut = [
  'Translate',
  'AutofillServerCommunication',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'OptimizationHintsFetching',
  'SpellcheckServiceEnabled',
];

/** Words for its command line. */
export const quietSwitches: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-proxy-server',
  // The page's own address is a number: no name needs to be found.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  // Else Linux asks for the password of its key ring.
  '--password-store=basic',
  `--disable-features=${partsLeftOut.join(',')}`,
];

/** Settings of its profile, as the browser's own file of them (Default/Preferences) holds them. */
const settings = {
  translate: { enabled: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  payments: { can_make_payment_enabled: false },
  browser: { enable_spellchecking: false },
  spellcheck: { use_spelling_service: false, dictionaries: [] },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false, enhanced: false, scout_reporting_enabled: false },
  alternate_error_pages: { enabled: false },
  net: { network_prediction_options: 2 },
  signin: { allowed: false },
  // A window that was killed with its PC is not asked about the next time.
  profile: { password_manager_enabled: false, exit_type: 'Normal', exited_cleanly: true },
};

/** A profile's own settings, with ours over them. `text` is what stands there; '' for a new profile. */
export function quietSettings(text: string): string {
  return JSON.stringify(laidOver(asObject(text), settings));
}

type Tree = Readonly<Record<string, unknown>>;

function laidOver(below: Tree, above: Tree): Tree {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    merged[key] = isTree(value) ? laidOver(isTree(below[key]) ? below[key] : {}, value) : value;
  }
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(text: string): Tree {
  try {
    const value: unknown = JSON.parse(text);
    return isTree(value) ? value : {};
  } catch {
    return {};
  }
}

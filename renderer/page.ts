import { mount } from 'svelte';
import { connect } from './bridge/connect.ts';
import { ReportAhead } from './state/library/report-ahead.ts';
import { Navigation } from './state/page/navigation.svelte.ts';
import { Settings } from './state/page/settings.svelte.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

/*
 * The page's start, small on purpose: what the address wants on show is asked for at once, so that main
 * reads it while the browser still reads the page's own script (electron.vite.config.ts sends for that).
 */

// Looked up before anything is drawn: nobody who wants it dark sees a white page first.
const settings = new Settings(localStorage, document.documentElement);
const bridge = connect(window);
const navigation = new Navigation(window);
const ahead = new ReportAhead(bridge);
ahead.listen();
if (navigation.route.name === 'report') ahead.ask(navigation.route.report);
const started = bridge.call('application.start', {});

const { default: App } = await import('./App.svelte');
mount(App, { target: document.body, props: { bridge, settings, navigation, ahead, started } });

import { mount } from 'svelte';
import App from './App.svelte';
import { begun } from './begin.ts';
import { Navigation } from './state/page/navigation.svelte.ts';
import { Settings } from './state/page/settings.svelte.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/marks.css';
import './styles/print.css';

// Looked up before anything is drawn: nobody who wants it dark sees a white page first.
const settings = new Settings(localStorage, document.documentElement);
const navigation = new Navigation(window);

mount(App, { target: document.body, props: { ...begun, settings, navigation } });

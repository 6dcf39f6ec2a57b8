import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './bridge/connect.ts';
import { Settings } from './state/page/settings.svelte.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

// Looked up before anything is drawn: nobody who wants it dark sees a white page first.
const settings = new Settings(localStorage, document.documentElement);

mount(App, { target: document.body, props: { bridge: connect(window), settings } });

import { mount } from 'svelte';
import { Settings } from '../state/page/settings.svelte.ts';
import '../styles/base.css';
import '../styles/fonts.css';
import '../styles/tokens.css';
import Gallery from './Gallery.svelte';
import { frozenStates } from './frozen-states.ts';

const settings = new Settings(localStorage, document.documentElement);
mount(Gallery, { target: document.body, props: { settings } });
frozenStates(document);

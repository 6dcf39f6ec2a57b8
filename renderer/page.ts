import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './bridge/connect.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

mount(App, { target: document.body, props: { bridge: connect(window) } });

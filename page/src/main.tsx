import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import { render } from 'preact';
import { App } from './app.js';
import { followLinks } from './base/route.js';
import { follow } from './base/server.js';
import { setTheme, theme } from './base/theme.js';

setTheme(theme.value);
followLinks();
follow();
render(<App />, document.getElementById('app')!);

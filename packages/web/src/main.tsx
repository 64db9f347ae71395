import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './frame/application.js';
import './theme/tokens.css';
import './theme/base.css';
import { theme } from './theme/theme.js';
import { firstLanguage } from './words/first-language.js';
import { speech } from './words/speech.js';

theme.show();
await speech.speak(firstLanguage(speech.last(), navigator.languages));
const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  );
}

import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { App } from './app.js';

// Plumbline was upgraded while this page was open: its parts have other names now.
globalThis.addEventListener('vite:preloadError', () => globalThis.location.reload());

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

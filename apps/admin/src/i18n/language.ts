import { useSyncExternalStore } from 'react';
import type { Language } from '../ui/format.js';

const storageKey = 'soat.language';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
document.documentElement.lang = current;

export function currentLanguage(): Language {
  return current;
}

/** Kept on this device; the document's own language follows, for screen readers and hyphenation. */
export function switchLanguage(language: Language): void {
  current = language;
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  for (const tell of listeners) tell();
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

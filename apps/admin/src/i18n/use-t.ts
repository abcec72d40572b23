import type { Language } from '../ui/format.js';
import { en } from './en.js';
import { useLanguage } from './language.js';
import { type TextKey, type Texts, vi } from './vi.js';

type VariableOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | VariableOf<Rest>
  : never;
type Variables<Key extends TextKey> = VariableOf<Texts[Key]>;
type Values<Key extends TextKey> = [Variables<Key>] extends [never]
  ? []
  : [values: Readonly<Record<Variables<Key>, string | number>>];

/** The texts that stand as they are. */
export type PlainKey = { [Key in TextKey]: [Variables<Key>] extends [never] ? Key : never }[TextKey];

export type Translate = <Key extends TextKey>(key: Key, ...values: Values<Key>) => string;

/** `t('common.of', { count: 3 })`: which values a text needs is read from the Vietnamese wording. */
export function useT(): Translate {
  return translators[useLanguage()];
}

/** The words of an area that is fetched later, which calls this before its first screen is drawn: they weigh on nobody else. */
export function addWords(words: Readonly<Record<Language, Words>>): void {
  texts.vi = { ...texts.vi, ...words.vi };
  texts.en = { ...texts.en, ...words.en };
}

/** For texts outside a component, such as errors made by the client. */
export function translatorOf(language: Language): Translate {
  return translators[language];
}

/** Whether something is called by a text of its own; for codes that come from the API. */
export function hasText(key: string): key is PlainKey {
  return key in texts.vi;
}

type Words = Readonly<Partial<Record<TextKey, string>>>;

const texts: Record<Language, Words> = { vi, en };
const translators: Readonly<Record<Language, Translate>> = { vi: translator('vi'), en: translator('en') };

function translator(language: Language): Translate {
  return (key, ...[values]) => {
    const named: Readonly<Record<string, string | number>> = values ?? {};
    // A key on a screen is a fault that the tests look for, and better than no screen.
    return (texts[language][key] ?? key).replace(/\{(\w+)\}/g, (written, name) => String(named[name] ?? written));
  };
}

import { describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '@soat/domain';
import { eventTypeWords } from '../i18n/words/event-types.js';

describe('what events are called', () => {
  const types = Object.values(eventCatalogue).flatMap((shapes) => shapes.types);

  it('is known of every kind of event there is, and of no other', () => {
    expect(Object.keys(eventTypeWords).sort()).toEqual([...types].sort());
  });

  it('tells one kind from another, in either language', () => {
    for (const language of [0, 1] as const)
      expect(new Set(Object.values(eventTypeWords).map((words) => words[language])).size).toBe(types.length);
  });
});

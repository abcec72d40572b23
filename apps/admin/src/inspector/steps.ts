import type { InspectionShown } from '../api/inspections.js';
import type { Translate } from '../i18n/use-t.js';
import type { Person } from '../session/session.js';
import { challengeSteps } from './challenge-steps.js';
import { conclusionSteps } from './conclusion-steps.js';
import { draftingSteps } from './drafting-steps.js';
import { findingSteps } from './finding-course-steps.js';
import { askingIn, type Step, type StepsFor } from './step.js';
import { teamSteps } from './team-steps.js';

/**
 * What this person can do now with a file beside its fieldwork, the likeliest first. The server judges again; this only
 * keeps idle buttons away.
 */
export function stepsOf(shown: InspectionShown, person: Person, today: string, t: Translate): Step[] {
  const { file, mayAsk } = shown;
  const member = file.team.find(({ personId }) => personId === person.id);
  const isBarred = file.conflicts.some(({ personId }) => personId === person.id);
  const about: StepsFor = {
    shown,
    person,
    today,
    t,
    may: (command) => mayAsk.includes(command),
    isLead: member?.role === 'lead' && !isBarred,
    isOutside: member === undefined,
    isUnit: person.unitId === file.order.unit.id,
    ask: askingIn(t, today),
  };
  const isLong = file.order.procedure.path === 'long';
  return [
    ...(isLong ? [...draftingSteps(about), ...conclusionSteps(about)] : []),
    ...teamSteps(about),
    ...(isLong ? challengeSteps(about) : []),
    ...findingSteps(about),
  ].filter(({ when }) => when);
}

/** Of the steps those that stand at the foot, behind "more", or with the paper, person or finding of this key. */
export function stepsAbout(steps: readonly Step[], where: string): readonly Step[] {
  return steps.filter(({ place }) => (typeof place === 'string' ? place : place.about) === where);
}

import { addDays } from '../calendar/legal-day.js';
import { vietnamCalendar } from '../calendar/vietnam-calendar.js';
import { addWorkingDays, firstWorkingDayFrom } from '../calendar/working-calendar.js';
import type { LegalDate } from '../kernel/recorded.js';
import type { InspectionFile, InspectionStatus } from './facts.js';
import type { InspectionStage, Procedure } from './regimes.js';

/**
 * The day a stage is due when it is counted from `startOn`, or null where the procedure sets no term. Counted as deadlines
 * are: the first day does not count, and calendar days that end on a holiday end with the next working day.
 */
export function stageDueOn(
  procedure: Pick<Procedure, 'terms'>,
  stage: InspectionStage,
  startOn: LegalDate,
): LegalDate | null {
  const term = procedure.terms[stage];
  if (!term) return null;
  return term.unit === 'working-day'
    ? addWorkingDays(startOn, term.amount, vietnamCalendar)
    : firstWorkingDayFrom(addDays(startOn, term.amount), vietnamCalendar);
}

/** What the case waits for next, and by when; null where nothing is counted. */
export function nextStage(
  status: InspectionStatus,
  file: InspectionFile,
): { readonly stage: InspectionStage; readonly dueOn: LegalDate } | null {
  const { procedure } = file.order;
  const from = (stage: InspectionStage, startOn: LegalDate | null | undefined) => {
    const dueOn = startOn ? stageDueOn(procedure, stage, startOn) : null;
    return dueOn === null ? null : { stage, dueOn };
  };
  if (procedure.path === 'short') return null;
  switch (status) {
    case 'ordered':
      return procedure.isAnnounced ? from('announce', file.order.signedOn) : null;
    case 'minutes-signed':
    case 'minutes-refused':
      return from('report', file.minutes?.signedOn);
    case 'report-submitted':
      return from('draft', file.report?.signedOn);
    case 'conclusion-drafting':
      return file.draftingOrder && { stage: 'draft', dueOn: file.draftingOrder.dueOn };
    case 'awaiting-response': {
      const hearing = file.hearings.at(-1);
      return hearing ? { stage: 'response', dueOn: hearing.dueOn } : null;
    }
    case 'referred-to-superior': {
      const referral = file.referrals.at(-1);
      return referral ? { stage: 'superior-opinion', dueOn: referral.dueOn } : null;
    }
    case 'conclusion-drafted':
    case 'response-received':
    case 'appraisal-returned':
    case 'conclusion-appraised':
      return from('conclusion', file.drafts[0]?.draftedOn);
    case 'conclusion-issued':
      return from('publish', file.conclusion?.signedOn);
    case 'conclusion-published':
      return from('direct', file.conclusion?.signedOn);
    case 'implementation-directed':
      return from('file', file.directive?.signedOn);
    default:
      return null;
  }
}

import {
  type CommandName,
  type Finding,
  finalDocumentOf,
  findingsToRemedy,
  type InspectionFile,
  stagesMissing,
} from '@soat/domain';
import type { InspectionShown } from '../api/inspections.js';
import type { Person } from '../session/session.js';

/** What a person may do with a file as it stands now; the server judges again, this only keeps idle buttons away. */
export interface Abilities {
  readonly start: boolean;
  /** Answers, findings and evidence. */
  readonly record: boolean;
  readonly suspend: boolean;
  readonly resume: boolean;
  readonly end: boolean;
  /** Minutes, signed or refused. */
  readonly conclude: boolean;
  readonly issue: boolean;
  readonly close: boolean;
  readonly cancel: boolean;
  /** Withdraw what a critical item found. */
  readonly withdrawCritical: boolean;
}

export function abilitiesOf({ status, file, mayAsk }: InspectionShown, person: Person): Abilities {
  const may = (command: CommandName) => mayAsk.includes(command);
  // Who only watches the team, or declared a conflict of interest, acts in nothing.
  const isBarred = file.conflicts.some(({ personId }) => personId === person.id);
  const member = file.team.find(({ personId, role }) => personId === person.id && role !== 'supervisor' && !isBarred);
  const isOnTeam = member !== undefined;
  const isLead = member?.role === 'lead';
  const isInFieldwork = status === 'in-fieldwork';
  const { path, isAnnounced } = file.order.procedure;
  // What recommendations come from: the minutes on the short path, the conclusion on the long one.
  const isFinal = finalDocumentOf(file) !== null && status !== 'closed';
  const isOverseer = person.role === 'leadership' || person.role === 'programme-officer';
  return {
    start: may('StartInspection') && isOnTeam && status === (isAnnounced ? 'announced' : 'ordered'),
    record: may('AnswerItem') && isOnTeam && isInFieldwork,
    suspend: may('SuspendFieldwork') && isLead && isInFieldwork,
    resume: may('ResumeFieldwork') && isLead && status === 'suspended',
    end: may('EndFieldwork') && isLead && isInFieldwork,
    conclude: may('SignMinutes') && isLead && status === 'fieldwork-ended',
    issue: may('IssueRecommendation') && isFinal && findingsWithoutRecommendation(file).length > 0,
    close:
      may('CloseInspection') &&
      (isLead || person.role === 'leadership') &&
      isFinal &&
      (path === 'long'
        ? stagesMissing(file).length === 0 &&
          findingsWithoutRecommendation(file).length === 0 &&
          file.recommendations.every(({ outcome }) => outcome)
        : status !== 'under-follow-up' && findingsToRemedy(file).length === 0),
    cancel: may('CancelInspection') && (isLead || isOverseer) && file.minutes === null && status !== 'cancelled',
    withdrawCritical: isLead,
  };
}

/** What must still be put right and no recommendation covers. */
export function findingsWithoutRecommendation(file: InspectionFile): readonly Finding[] {
  const covered = new Set(file.recommendations.flatMap((recommendation) => recommendation.findingIds));
  return findingsToRemedy(file).filter((finding) => !covered.has(finding.findingId));
}

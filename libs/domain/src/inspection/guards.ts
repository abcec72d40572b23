import type { Actor } from '../access/person.js';
import type { ChecklistItem } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';
import type { Finding, InspectionFile, InspectionState, InspectionStatus } from './facts.js';

/** Guards in their order of precedence: it exists, it stands where the command needs it, the person belongs to it. */
export function fileOf(state: InspectionState): InspectionFile {
  if (state.status === 'absent') throw refusal('inspection.unknown');
  return state.file;
}

export function fileInFieldwork(state: InspectionState, by: Actor): InspectionFile {
  const file = fileOf(state);
  if (state.status !== 'in-fieldwork') throw refusal('inspection.not-in-fieldwork', { status: state.status });
  assertOnTeam(file, by);
  return file;
}

/** Somebody who acts on the team; who only watches it, or declared a conflict of interest, does not. */
export function assertOnTeam(file: InspectionFile, by: Actor): void {
  const member = file.team.find((candidate) => candidate.personId === by.id);
  if (!member || member.role === 'supervisor') throw refusal('inspection.not-on-team');
  assertNoConflict(file, by);
}

export function leadOf(file: InspectionFile, by: Actor) {
  const lead = file.team.find((member) => member.role === 'lead' && member.personId === by.id);
  if (!lead) throw refusal('inspection.lead-only');
  assertNoConflict(file, by);
  return lead;
}

function assertNoConflict(file: InspectionFile, by: Actor): void {
  const declared = file.conflicts.find((conflict) => conflict.personId === by.id);
  if (declared) throw refusal('inspection.conflict-declared', { name: declared.name });
}

export function isOnTeam(file: InspectionFile, by: Actor): boolean {
  return file.team.some((member) => member.personId === by.id);
}

/** Whoever judges the team's work sat on it at no time: a member who was replaced remains one who inspected. */
export function wasOnTeam(file: InspectionFile, by: Actor): boolean {
  return isOnTeam(file, by) || file.order.team.some((member) => member.personId === by.id);
}

export function assertOfUnit(file: InspectionFile, by: Actor): void {
  if (by.unitId !== file.order.unit.id) throw refusal('inspection.unit-only', { unit: file.order.unit.name });
}

/** What comes after the minutes is the long path's alone. */
export function assertLongPath(file: InspectionFile): void {
  if (file.order.procedure.path !== 'long') throw refusal('inspection.not-on-long-path', { regime: file.order.regime });
}

export function assertStatus(state: InspectionState, ...allowed: readonly InspectionStatus[]): void {
  if (!allowed.some((status) => status === state.status))
    throw refusal('inspection.not-at-this-stage', { status: state.status });
}

/** A document is dated no earlier than what it follows. */
export function assertDated(on: LegalDate, earliest: LegalDate | null): void {
  if (earliest !== null && on < earliest) throw refusal('inspection.dated-too-early', { on, earliest });
}

export function itemOf(file: InspectionFile, itemCode: string): ChecklistItem {
  const item = file.order.checklist.items.find((candidate) => candidate.code === itemCode);
  if (!item) throw refusal('inspection.item-unknown', { itemCode });
  return item;
}

export function liveFinding(file: InspectionFile, findingId: string): Finding {
  const finding = file.findings.find((candidate) => candidate.findingId === findingId);
  if (!finding) throw refusal('inspection.finding-unknown', { findingId });
  if (finding.discarded) throw refusal('inspection.finding-discarded', { number: finding.number });
  if (finding.withdrawn) throw refusal('inspection.finding-withdrawn', { number: finding.number });
  return finding;
}

export function liveFindings(file: InspectionFile): readonly Finding[] {
  return file.findings.filter((finding) => !finding.discarded && !finding.withdrawn);
}

/** What someone must still put right: neither discarded, withdrawn nor corrected on site. */
export function findingsToRemedy(file: InspectionFile): readonly Finding[] {
  return liveFindings(file).filter((finding) => !finding.correctedOnSite);
}

/** Disputed by the unit and not decided yet: no recommendation rests on it meanwhile. */
export function isDisputed(finding: Finding): boolean {
  return finding.dispute !== null && finding.dispute.decision === null;
}

/** What recommendations come from: the minutes on the short path, the conclusion on the long one; null while it is not there. */
export function finalDocumentOf({ order, minutes, conclusion }: InspectionFile): {
  readonly kind: 'minutes' | 'conclusion';
  readonly number: string | null;
  readonly signedOn: LegalDate;
} | null {
  if (order.procedure.path === 'long')
    return conclusion && { kind: 'conclusion', number: conclusion.number, signedOn: conclusion.signedOn };
  return minutes && { kind: 'minutes', number: minutes.number, signedOn: minutes.signedOn };
}

/** A paper that is dated after today would hold up everything that must come after it. `today`: the server's legal day. */
export function assertNotAhead(signedOn: LegalDate, today: LegalDate): void {
  if (signedOn > today) throw refusal('inspection.dated-ahead', { signedOn, today });
}

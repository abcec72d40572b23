import type { Actor } from '../access/person.js';
import type { ChecklistItem } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';
import type { Finding, InspectionFile, InspectionState } from './facts.js';

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

export function assertOnTeam(file: InspectionFile, by: Actor): void {
  if (!file.order.team.some((member) => member.personId === by.id)) throw refusal('inspection.not-on-team');
}

export function leadOf(file: InspectionFile, by: Actor) {
  const lead = file.order.team.find((member) => member.role === 'lead' && member.personId === by.id);
  if (!lead) throw refusal('inspection.lead-only');
  return lead;
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
  return finding;
}

export function liveFindings(file: InspectionFile): readonly Finding[] {
  return file.findings.filter((finding) => !finding.discarded);
}

/** What someone must still put right: neither discarded nor corrected on site. */
export function findingsToRemedy(file: InspectionFile): readonly Finding[] {
  return liveFindings(file).filter((finding) => !finding.correctedOnSite);
}

/** A paper that is dated after today would hold up everything that must come after it. `today`: the server's legal day. */
export function assertNotAhead(signedOn: LegalDate, today: LegalDate): void {
  if (signedOn > today) throw refusal('inspection.dated-ahead', { signedOn, today });
}

import { type AnswerValue, assess, type ChecklistItem, score } from '../checklists/checklist.js';
import { assertEvidence, type Evidence } from '../evidence/evidence.js';
import type { Message } from '../kernel/decider.js';
import type { PersonId, Uuid } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { earlierContradicted, earlierLoaded, earlierUnchecked, earlierUndecided } from './earlier.js';
import type { Answer, InspectionCommands, InspectionEvents, InspectionFile, InspectionState } from './facts.js';
import { findingOnItem, isWorded, proposedFindings } from './findings.js';
import { assertOnTeam, fileInFieldwork, fileOf, itemOf, leadOf, liveFindings } from './guards.js';
import type { FindingWords } from './shapes.js';
import { became, type InspectionRules, withFile } from './rules.js';

/** From the start on site to the end of fieldwork: the checklist is answered, item by item. */
export const fieldwork = {
  decide: {
    StartInspection(state, { by, on, place, earlier, findingId }) {
      const file = fileOf(state);
      if (state.status === 'in-fieldwork') return [];
      const { isAnnounced, teamFrom } = file.order.procedure;
      if (state.status === 'ordered' && isAnnounced) throw refusal('inspection.not-announced');
      if (state.status !== 'ordered' && state.status !== 'announced')
        throw refusal('inspection.not-startable', { status: state.status });
      assertOnTeam(file, by);
      // The unit learns of an unannounced one by its start; whom everyone expects merely begins.
      const isExpected = isAnnounced || teamFrom === 'own-unit';
      const started: Message<InspectionEvents> = {
        type: isExpected ? 'FieldworkStarted' : 'UnannouncedInspectionStarted',
        data: { startedOn: on, place, startedBy: by.id },
      };
      const derived = file.order.checklist.items.filter((item) => item.answer.kind === 'derived');
      return [
        started,
        ...earlierLoaded(earlier.recommendations),
        ...derived.flatMap((item): readonly Message<InspectionEvents>[] =>
          earlier.total === 0
            ? [
                {
                  type: 'ChecklistItemMarkedNotApplicable',
                  data: {
                    itemCode: item.code,
                    reason: 'Đơn vị chưa có kiến nghị của lần kiểm tra trước.',
                    answeredBy: by.id,
                  },
                },
              ]
            : answered(
                file,
                item,
                { kind: 'derived', total: earlier.total, implemented: earlier.implemented },
                [],
                null,
                null,
                { findingId, by: by.id },
              ),
        ),
      ];
    },
    AnswerItem(state, { by, itemCode, value, note, evidence, finding, findingId }) {
      const file = fileInFieldwork(state, by);
      const item = itemOf(file, itemCode);
      const given = file.answers[itemCode];
      if (given) {
        if (isRepeat(file, item, given, { value, note, evidence, finding })) return [];
        throw refusal('inspection.item-already-answered', { itemCode });
      }
      return answered(file, item, value, evidence, note, finding, { findingId, by: by.id });
    },
    MarkItemNotApplicable(state, { by, itemCode, reason }) {
      const file = fileInFieldwork(state, by);
      assertForPeople(itemOf(file, itemCode));
      const given = file.answers[itemCode];
      if (given?.status === 'not-applicable' && given.reason === reason) return [];
      if (given) throw refusal('inspection.item-already-answered', { itemCode });
      return [{ type: 'ChecklistItemMarkedNotApplicable', data: { itemCode, reason, answeredBy: by.id } }];
    },
    CorrectAnswer(state, { by, itemCode, value, note, evidence, reason, findingId }) {
      const file = fileInFieldwork(state, by);
      const item = itemOf(file, itemCode);
      assertForPeople(item);
      const previous = file.answers[itemCode];
      if (!previous) throw refusal('inspection.item-not-answered', { itemCode });
      const corrected: Answer =
        value === null
          ? { status: 'not-applicable', reason }
          : judged(item, value, [...evidenceOf(file, itemCode), ...evidence], note);
      if (sameAnswer(previous, corrected)) return [];
      const correction: Message<InspectionEvents> = {
        type: 'ChecklistAnswerCorrected',
        data: { itemCode, previous, corrected, reason, answeredBy: by.id },
      };
      return needsFinding(file, item, corrected)
        ? [correction, findingOnItem(file, item, evidenceIn(corrected), null, note, { findingId, by: by.id })]
        : [correction];
    },
    CaptureEvidence(state, { by, itemCode, evidence }) {
      const file = fileInFieldwork(state, by);
      itemOf(file, itemCode);
      const known = new Set(evidenceOf(file, itemCode).map((piece) => piece.sha256));
      const fresh = assertEvidence(evidence).filter((piece) => !known.has(piece.sha256));
      return fresh.length === 0
        ? []
        : [{ type: 'EvidenceCaptured', data: { itemCode, evidence: fresh, capturedBy: by.id } }];
    },
    SuspendFieldwork(state, { by, reason }) {
      if (state.status === 'suspended') return [];
      leadOf(fileInFieldwork(state, by), by);
      return [{ type: 'FieldworkSuspended', data: { reason } }];
    },
    ResumeFieldwork(state, { by }) {
      const file = fileOf(state);
      if (state.status === 'in-fieldwork') return [];
      if (state.status !== 'suspended') throw refusal('inspection.not-suspended', { status: state.status });
      leadOf(file, by);
      return [{ type: 'FieldworkResumed', data: { resumedBy: by.id } }];
    },
    EndFieldwork(state, { by }) {
      if (state.status === 'fieldwork-ended') return [];
      const file = fileInFieldwork(state, by);
      leadOf(file, by);
      assertComplete(file);
      return [{ type: 'FieldworkEnded', data: { score: score(file.order.checklist.items, file.answers) } }];
    },
  },
  evolve: {
    UnannouncedInspectionStarted: (state, { startedOn, place }) =>
      became(state, 'in-fieldwork', { isStarted: true, startedOn, place }),
    ChecklistItemAnswered: (state, { itemCode, value, outcome, note, evidence }) =>
      withAnswer(state, itemCode, { status: 'answered', value, outcome, note, evidence }),
    ChecklistItemMarkedNotApplicable: (state, { itemCode, reason }) =>
      withAnswer(state, itemCode, { status: 'not-applicable', reason }),
    ChecklistAnswerCorrected: (state, { itemCode, previous, corrected }) => {
      const answered = withAnswer(state, itemCode, corrected);
      // What was decided about a failure says nothing about the next one.
      return isFailed(previous) === isFailed(corrected)
        ? answered
        : withFile(answered, ({ dismissed: { [itemCode]: _, ...dismissed } }) => ({ dismissed }));
    },
    EvidenceCaptured: (state, { itemCode, evidence }) =>
      withFile(state, (file) => ({
        evidence: { ...file.evidence, [itemCode]: [...(file.evidence[itemCode] ?? []), ...evidence] },
      })),
    FieldworkSuspended: (state, { reason }) => became(state, 'suspended', { suspendedFor: reason }),
    FieldworkResumed: (state) => became(state, 'in-fieldwork', { suspendedFor: null }),
    FieldworkEnded: (state, { score }) => became(state, 'fieldwork-ended', { score }),
  },
} satisfies InspectionRules<
  | 'StartInspection'
  | 'AnswerItem'
  | 'MarkItemNotApplicable'
  | 'CorrectAnswer'
  | 'CaptureEvidence'
  | 'SuspendFieldwork'
  | 'ResumeFieldwork'
  | 'EndFieldwork',
  | 'UnannouncedInspectionStarted'
  | 'ChecklistItemAnswered'
  | 'ChecklistItemMarkedNotApplicable'
  | 'ChecklistAnswerCorrected'
  | 'EvidenceCaptured'
  | 'FieldworkSuspended'
  | 'FieldworkResumed'
  | 'FieldworkEnded'
>;

/** What the system answers by its own count is not a person's to turn. */
function assertForPeople(item: ChecklistItem): void {
  if (item.answer.kind === 'derived') throw refusal('inspection.item-answered-by-system', { itemCode: item.code });
}

function withAnswer(state: InspectionState, itemCode: string, answer: Answer): InspectionState {
  return withFile(state, (file) => ({ answers: { ...file.answers, [itemCode]: answer } }));
}

/** The answer, and the finding with it where the item is critical or the inspector recorded one at once. */
function answered(
  file: InspectionFile,
  item: ChecklistItem,
  value: AnswerValue,
  evidence: readonly Evidence[],
  note: string | null,
  finding: FindingWords | null,
  ids: { readonly findingId: Uuid; readonly by: PersonId },
): readonly Message<InspectionEvents>[] {
  const answer = judged(item, value, [...(file.evidence[item.code] ?? []), ...evidence], note);
  if (finding && answer.outcome === 'pass')
    throw refusal('inspection.finding-on-passed-item', { itemCodes: [item.code] });
  const { status, ...facts } = answer;
  const recorded: Message<InspectionEvents> = {
    type: 'ChecklistItemAnswered',
    data: { itemCode: item.code, ...facts, answeredBy: ids.by },
  };
  return finding || needsFinding(file, item, answer)
    ? [recorded, findingOnItem(file, item, answer.evidence, finding, note, ids)]
    : [recorded];
}

function judged(
  item: ChecklistItem,
  value: AnswerValue,
  evidence: readonly Evidence[],
  note: string | null,
): Extract<Answer, { status: 'answered' }> {
  const assessment = assess(item, value);
  if ('code' in assessment) throw refusal('inspection.answer-invalid', { itemCode: item.code, why: assessment.code });
  const declared = assertEvidence(evidence);
  const isNeeded = item.evidence.requiredWhen === 'always' || assessment.outcome === 'fail';
  if (isNeeded && item.answer.kind !== 'derived') assertProven(item, declared);
  return { status: 'answered', value, outcome: assessment.outcome, note, evidence: declared };
}

/** What is required must be there, and one piece of it of a kind the item asks for; more of other kinds is welcome. */
function assertProven(item: ChecklistItem, evidence: readonly Evidence[]): void {
  const kinds = [...item.evidence.kinds];
  if (evidence.length === 0) throw refusal('inspection.evidence-required', { itemCode: item.code, kinds });
  if (!evidence.some((piece) => kinds.includes(piece.kind))) {
    const given = [...new Set(evidence.map((piece) => piece.kind))];
    throw refusal('inspection.evidence-of-other-kind', { itemCode: item.code, kinds, given });
  }
}

/** A failed critical item records its finding by itself, once. */
function needsFinding(file: InspectionFile, item: ChecklistItem, answer: Answer): boolean {
  return (
    item.severity === 'critical' &&
    isFailed(answer) &&
    !liveFindings(file).some((finding) => finding.itemCode === item.code)
  );
}

function evidenceIn(answer: Answer): readonly Evidence[] {
  return answer.status === 'answered' ? answer.evidence : [];
}

/** Evidence already captured for an item, whether before its answer or with it. */
function evidenceOf(file: InspectionFile, itemCode: string): readonly Evidence[] {
  const answer = file.answers[itemCode];
  return [...(file.evidence[itemCode] ?? []), ...(answer ? evidenceIn(answer) : [])];
}

/** Every item answered, every earlier recommendation checked, every failure decided on, no finding left on what holds after all. */
function assertComplete(file: InspectionFile): void {
  const items = file.order.checklist.items;
  const unanswered = items.filter((item) => !file.answers[item.code]).map((item) => item.code);
  if (unanswered.length > 0) throw refusal('inspection.items-unanswered', { itemCodes: unanswered });
  const unchecked = earlierUnchecked(file).map(({ number }) => number);
  if (unchecked.length > 0) throw refusal('inspection.earlier-unchecked', { numbers: unchecked });
  const undecided = proposedFindings(file);
  if (undecided.length > 0) throw refusal('inspection.proposals-undecided', { itemCodes: undecided });
  const unfound = earlierUndecided(file).map(({ number }) => number);
  if (unfound.length > 0) throw refusal('inspection.earlier-undecided', { numbers: unfound });
  const contradicted = liveFindings(file).filter((finding) => {
    const answer = finding.itemCode === null ? undefined : file.answers[finding.itemCode];
    return answer !== undefined && !isFailed(answer);
  });
  if (contradicted.length > 0)
    throw refusal('inspection.finding-on-passed-item', {
      itemCodes: contradicted.map((finding) => finding.itemCode ?? ''),
    });
  const carriedOut = earlierContradicted(file).map(({ number }) => number);
  if (carriedOut.length > 0) throw refusal('inspection.finding-on-carried-out', { numbers: carriedOut });
}

/** Only what adds nothing is a repeat: a second answer that brings its own evidence or words must not vanish in silence. */
function isRepeat(
  file: InspectionFile,
  item: ChecklistItem,
  given: Answer,
  asked: Pick<InspectionCommands['AnswerItem'], 'value' | 'note' | 'evidence' | 'finding'>,
): boolean {
  if (given.status === 'not-applicable' || !same(given.value, asked.value) || given.note !== asked.note) return false;
  const known = new Set(evidenceOf(file, item.code).map((piece) => piece.sha256));
  const found = file.findings.filter((finding) => finding.itemCode === item.code);
  const { finding } = asked;
  return (
    asked.evidence.every((piece) => known.has(piece.sha256)) &&
    (finding === null || found.some((recorded) => isWorded(recorded, finding)))
  );
}

function sameAnswer(one: Answer, other: Answer): boolean {
  return same({ ...one, evidence: evidenceIn(one).length }, { ...other, evidence: evidenceIn(other).length });
}

function isFailed(answer: Answer): boolean {
  return answer.status === 'answered' && answer.outcome === 'fail';
}

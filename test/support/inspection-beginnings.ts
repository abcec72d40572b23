import type { InspectionCommands, Message } from '@soat/domain';
import { people, piece } from './generators.js';
import { longOrder } from './inspection-generators.js';

const answering = { by: people.member, note: null, evidence: [], finding: null, findingId: 'f-1' };
const signing = {
  number: '03/BB',
  signedOn: '2023-06-01',
  leadTitle: 'Trưởng đoàn',
  unitRepresentative: { name: 'Công chức', title: 'Văn phòng' },
};

/** The long path to its minutes, so that walks get to what comes after them. */
const toMinutes: readonly Message<InspectionCommands>[] = [
  { type: 'OrderInspection', data: { ...longOrder, by: people.leader } },
  {
    type: 'AnnounceInspection',
    data: {
      by: people.lead,
      announcedOn: '2023-05-05',
      form: 'remote',
      place: null,
      unitRepresentative: signing.unitRepresentative,
    },
  },
  {
    type: 'StartInspection',
    data: {
      by: people.lead,
      on: '2023-05-09',
      place: null,
      earlier: { total: 0, implemented: 0, recommendations: [] },
      findingId: 'f-0',
    },
  },
  { type: 'AnswerItem', data: { ...answering, itemCode: 'X-1', value: { kind: 'yesNo', yes: true } } },
  { type: 'AnswerItem', data: { ...answering, itemCode: 'X-2', value: { kind: 'yesNo', yes: false } } },
  {
    type: 'AnswerItem',
    data: {
      ...answering,
      itemCode: 'X-4',
      value: { kind: 'yesNo', yes: false },
      evidence: [piece('a', 'photo')],
      finding: { condition: 'một', cause: null, effect: null, amountAtRisk: null, place: null },
    },
  },
];
const minuted: readonly Message<InspectionCommands>[] = [
  { type: 'EndFieldwork', data: { by: people.lead } },
  { type: 'SignMinutes', data: { ...signing, by: people.lead, reservation: null } },
];
const on = '2023-06-01';
const concludedOn = { number: 'KL', signedOn: on };
const toConclusion: readonly Message<InspectionCommands>[] = [
  { type: 'ConfirmFinding', data: { by: people.lead, findingId: 'f-1' } },
  { type: 'SubmitReport', data: { by: people.lead, ...concludedOn, summary: 'một' } },
  { type: 'OrderConclusionDrafting', data: { by: people.leader, orderedOn: on, dueOn: on } },
  { type: 'DraftConclusion', data: { by: people.lead, draftedOn: on, text: 'Dự thảo' } },
  { type: 'SendDraftForResponse', data: { by: people.leader, sentOn: on, dueOn: '2023-06-15' } },
  { type: 'WaiveResponse', data: { by: people.officer, on } },
  { type: 'AppraiseDraft', data: { by: people.appraiser, opinion: 'một' } },
  { type: 'IssueConclusion', data: { by: people.leader, ...concludedOn, signerTitle: 'một' } },
];
/** The long path from nothing to a draft that may be sent. */
export const untilDraft = [...toMinutes, ...minuted, ...toConclusion.slice(0, 4)];

/** Nothing, the site, the minutes, a draft and a conclusion: walks from each reach what walks from nothing rarely do. */
export const inspectionBeginnings: readonly (readonly Message<InspectionCommands>[])[] = [
  [],
  [],
  toMinutes,
  [...toMinutes, ...minuted],
  untilDraft,
  [...toMinutes, ...minuted, ...toConclusion],
];

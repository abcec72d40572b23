import { describe, expect, it } from '@jest/globals';
import type { InspectionStatus } from '../inspection/facts.js';
import { inspection } from '../inspection/inspection.js';
import { nextStage } from '../inspection/stage-deadlines.js';
import { fold } from '../kernel/decider.js';
import type { RecommendationStatus } from '../recommendation/facts.js';
import {
  inspectionId,
  issued,
  people,
  recommendationId,
  recorded,
  schoolId,
  streams,
  wardId,
} from '../testing/fixtures.js';
import { type InspectionEvent, oneFound, oneFoundSigned, ordered } from '../testing/inspection-histories.js';
import { after, ask, longPathAt, sent } from '../testing/long-path-histories.js';
import {
  extensionAsked,
  historyOf,
  issuedNow,
  planned,
  planReturned,
  type RecommendationEvent,
} from '../testing/recommendation-histories.js';
import { rowOf } from '../testing/rows.js';
import { isTaskOf, type TaskKind, taskHands, taskKinds, tasksOf } from './agenda.js';
import { agenda, awaitedResponse } from './agenda.view.js';

function inspectedAfter(...events: readonly InspectionEvent[]) {
  return rowOf(agenda, inspectionId, recorded(...events.map((event) => [streams.inspection, event] as const)));
}
function followedAfter(...events: readonly RecommendationEvent[]) {
  return rowOf(agenda, recommendationId, recorded(...events.map((event) => [streams.recommendation, event] as const)));
}
function findingIdsIn(events: readonly InspectionEvent[]) {
  return events.flatMap((event) => (event.type === 'FindingRecorded' ? [event.data.findingId] : []));
}
function kinds({ tasks }: { readonly tasks: readonly { readonly kind: TaskKind }[] }): string {
  return tasks.map(({ kind }) => kind).join(' ');
}

describe('what an inspection waits for', () => {
  const expected: Readonly<Record<InspectionStatus, string>> = {
    ordered: 'announce',
    announced: 'start',
    'in-fieldwork': 'fieldwork',
    suspended: 'fieldwork',
    'fieldwork-ended': 'minutes',
    'minutes-signed': 'report',
    'minutes-refused': 'report',
    'report-submitted': 'order-drafting',
    'conclusion-drafting': 'draft',
    'conclusion-drafted': 'send-draft appraise',
    'awaiting-response': 'respond',
    'response-received': 'assess',
    'appraisal-returned': 'draft',
    'conclusion-appraised': 'conclude',
    'referred-to-superior': 'superior-opinion',
    'conclusion-issued': 'publish direct recommend',
    'conclusion-published': 'end-publication direct recommend',
    'implementation-directed': 'end-publication recommend',
    'under-follow-up': 'end-publication',
    closed: '',
    cancelled: '',
  };

  it.each(Object.entries(expected))('on the long path, %s: %s', (status, tasks) => {
    const history = longPathAt[status as InspectionStatus];
    const row = inspectedAfter(...history);
    expect(kinds(row)).toBe(tasks);
    // The same day as the file tells.
    const state = fold(inspection, history);
    const next = state.status === 'absent' ? null : nextStage(state.status, state.file);
    if (next && next.stage !== 'file') expect(row.tasks.map(({ dueOn }) => dueOn)).toContain(next.dueOn);
  });

  it('on the short path goes from the minutes to the recommendations and the end', () => {
    expect(kinds(inspectedAfter(ordered))).toBe('start');
    expect(kinds(inspectedAfter(...oneFound))).toBe('fieldwork');
    expect(kinds(inspectedAfter(...oneFoundSigned))).toBe('recommend');
    const covered: InspectionEvent = {
      type: 'FollowUpStarted',
      data: { recommendationId: 'r-1', findingIds: findingIdsIn(oneFound) },
    };
    expect(kinds(inspectedAfter(...oneFoundSigned, covered))).toBe('');
    const settled: InspectionEvent = {
      type: 'RecommendationSettled',
      data: { recommendationId: 'r-1', outcome: 'implemented' },
    };
    expect(kinds(inspectedAfter(...oneFoundSigned, covered, settled))).toBe('close-inspection');
  });

  it('keeps the day of the first order beside an extended one', () => {
    const row = inspectedAfter(...after(longPathAt['in-fieldwork'], ask('ExtendFieldwork')));
    const [task] = row.tasks;
    expect(task?.dueOn).not.toBe(task?.originalDueOn);
    expect(task?.dueOn).not.toBeNull();
  });

  it('names a draft that was sent, and which of them it is', () => {
    expect(awaitedResponse(inspectedAfter(...sent))).toMatchObject({ id: inspectionId, hearing: 1 });
    expect(awaitedResponse(inspectedAfter(...longPathAt['conclusion-drafted']))).toBeNull();
    expect(awaitedResponse(followedAfter(issuedNow))).toBeNull();
  });

  it('is the new lead’s after a replacement', () => {
    const joining = { personId: 'lan', name: 'Thạch Thị Lan', role: 'lead' as const, unitId: null };
    const leaving = { personId: people.lead.id, name: people.lead.name, role: 'lead' as const, unitId: null };
    const replaced: InspectionEvent = {
      type: 'TeamMemberReplaced',
      data: { leaving, joining, number: '1', signedOn: '2023-05-09', reason: 'x' },
    };
    const row = inspectedAfter(ordered, replaced);
    expect([row.leadId, row.teamIds.includes('lan'), row.teamIds.includes(people.lead.id)]).toEqual([
      'lan',
      true,
      false,
    ]);
  });
});

describe('what a recommendation waits for', () => {
  const expected: Readonly<Record<RecommendationStatus, string>> = {
    issued: 'plan remedy',
    planned: 'review-plan remedy',
    'plan-returned': 'plan remedy',
    'plan-approved': 'remedy',
    'in-progress': 'remedy',
    returned: 'remedy',
    'partly-implemented': 'remedy',
    'awaiting-verification': 'verify',
    suspended: '',
    verified: 'close-recommendation',
    effective: 'close-recommendation',
    implemented: '',
    'not-implemented': '',
    'sanction-proposed': 'decide-sanction',
    'sanction-decided': '',
  };

  it.each(Object.entries(expected))('%s: %s', (status, tasks) => {
    const planless = kinds(followedAfter(...historyOf[status as RecommendationStatus])).replace(/^plan (?=remedy)/, '');
    expect(planless).toBe(tasks.replace(/^plan (?=remedy)/, ''));
  });

  it('asks for a plan until there is one, and again for one that was returned', () => {
    expect(kinds(followedAfter(issuedNow))).toBe('plan remedy');
    expect(kinds(followedAfter(issuedNow, planned))).toBe('review-plan remedy');
    expect(kinds(followedAfter(issuedNow, planned, planReturned))).toBe('plan remedy');
  });

  it('counts the plan and the verification by the profile of the recommendation', () => {
    // Issued on Tuesday 9 May 2023, the plan within five working days.
    expect(followedAfter(issuedNow).tasks[0]).toMatchObject({ kind: 'plan', dueOn: '2023-05-16' });
    // Proved on Thursday 25 May.
    expect(followedAfter(...historyOf['awaiting-verification']).tasks[0]).toMatchObject({ dueOn: '2023-06-01' });
  });

  it('asks whoever may decide for an answer to an extension', () => {
    expect(kinds(followedAfter(issuedNow, extensionAsked))).toBe('plan remedy decide-extension');
  });
});

describe('whose turn it is', () => {
  const row = {
    leadId: people.lead.id,
    teamIds: [people.lead.id, people.member.id],
    finderIds: [people.member.id],
    actingUnitIds: [wardId, schoolId],
  };

  it('is said of every kind', () => {
    expect(Object.keys(taskHands).sort()).toEqual([...taskKinds].sort());
    for (const { by } of Object.values(taskHands)) expect(by.length).toBeGreaterThan(0);
  });

  it.each<[TaskKind, readonly string[]]>([
    ['start', ['hai', 'nam']],
    ['minutes', ['hai']],
    ['appraise', ['binh']],
    ['respond', ['mai', 'tam']],
    ['remedy', ['mai', 'tam']],
    ['conclude', ['thai']],
    ['publish', ['thu', 'thai']],
    // Not who found it.
    ['verify', ['hai', 'thu', 'binh', 'thai']],
  ])('%s: %j', (kind, expected) => {
    const { lead, member, stranger, planner, appraiser, leader, officer, teacher } = people;
    const all = [lead, member, stranger, planner, appraiser, leader, officer, teacher];
    expect(all.filter((person) => isTaskOf(person, kind, row)).map(({ id }) => id)).toEqual(expected);
  });

  it('offers the administrator and the system nothing', () => {
    expect(tasksOf({ role: 'administrator' }).byRole).toEqual([]);
    expect(tasksOf({ role: 'system' })).toMatchObject({ byRole: [], ofUnit: [] });
    expect(isTaskOf(people.system, 'conclude', row)).toBe(false);
  });

  it('knows who found what, and who issued it', () => {
    const made = followedAfter(issuedNow);
    expect(made.finderIds).toEqual([...new Set(issued.findings.map(({ recordedBy }) => recordedBy))]);
    expect([made.leadId, made.actingUnitIds]).toEqual([issued.issuedBy, [wardId, schoolId]]);
  });
});

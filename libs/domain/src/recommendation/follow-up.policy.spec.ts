import { describe, expect, it } from '@jest/globals';
import { decide, fold } from '../kernel/decider.js';
import type { Recorded } from '../kernel/recorded.js';
import { inspection } from '../inspection/inspection.js';
import { inspectionId, people, recommendationId, recorded, streams } from '../testing/fixtures.js';
import { oneFoundSigned } from '../testing/inspection-histories.js';
import {
  implemented,
  issuedNow,
  notImplemented,
  type RecommendationEvent,
} from '../testing/recommendation-histories.js';
import { followUpPolicy } from './follow-up.policy.js';
import type { RecommendationEvents } from './facts.js';
import { recommendationSamples } from './recommendation.golden.js';
import { recommendation } from './recommendation.js';

const everyEvent = Object.entries(recommendationSamples).map(
  ([type, samples]) => ({ type, data: samples.at(-1) }) as RecommendationEvent,
);

function inTheLog(event: RecommendationEvent): Recorded<RecommendationEvents> {
  const [found] = recorded([streams.recommendation, event]);
  return found as Recorded<RecommendationEvents>;
}

describe('following up', () => {
  it('tells the inspection that a recommendation was issued, and on what', () => {
    expect(followUpPolicy.react(inTheLog(issuedNow))).toEqual([
      {
        category: 'inspection',
        id: inspectionId,
        command: {
          type: 'NoteRecommendationIssued',
          data: { by: people.system, recommendationId, findingIds: ['finding-1'] },
        },
      },
    ]);
  });

  it.each([
    [implemented, 'implemented'],
    [notImplemented, 'not-implemented'],
  ] as const)('tells the inspection what came of it: $type', (event, outcome) => {
    expect(followUpPolicy.react(inTheLog(event))).toEqual([
      {
        category: 'inspection',
        id: inspectionId,
        command: { type: 'NoteRecommendationSettled', data: { by: people.system, recommendationId, outcome } },
      },
    ]);
  });

  it('tells nobody of an external one, for no inspection waits for it', () => {
    for (const { type, data } of [implemented, notImplemented])
      expect(
        followUpPolicy.react(inTheLog({ type, data: { ...data, inspectionId: null } } as RecommendationEvent)),
      ).toEqual([]);
  });

  it('reacts to the events it subscribes to, and to no other', () => {
    const reacted = everyEvent.filter((event) => followUpPolicy.react(inTheLog(event)).length > 0);
    expect(new Set(everyEvent.map(({ type }) => type))).toEqual(new Set(Object.keys(recommendation.evolve)));
    expect(reacted.map(({ type }) => type)).toEqual([...followUpPolicy.handles]);
  });

  it('may come twice: the inspection takes each word once', () => {
    let state = fold(inspection, oneFoundSigned);
    const decided = [issuedNow, issuedNow, implemented, implemented, issuedNow].flatMap((event) =>
      followUpPolicy.react(inTheLog(event)).map(({ command }) => {
        const events = decide(inspection, state, command);
        state = fold(inspection, events, state);
        return events.map(({ type }) => type);
      }),
    );
    expect(decided).toEqual([['FollowUpStarted'], [], ['RecommendationSettled', 'InspectionClosed'], [], []]);
  });
});

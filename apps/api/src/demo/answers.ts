import { createHash } from 'node:crypto';
import {
  addDays,
  type AnswerValue,
  type ChecklistItem,
  type Evidence,
  type EvidenceKind,
  type Instant,
  type LegalDate,
} from '@soat/domain';
import type { SeededRandom } from './random.js';

/** A plausible answer to an item, passing or failing by the item's own rule; null for what only the system answers. */
export function answerTo(
  item: ChecklistItem,
  outcome: 'pass' | 'fail',
  answeredOn: LegalDate,
  random: SeededRandom,
): AnswerValue | null {
  const { answer } = item;
  const isPass = outcome === 'pass';
  switch (answer.kind) {
    case 'yesNo':
      return { kind: 'yesNo', yes: answer.passWhen === isPass };
    case 'number': {
      const bound = 'atMost' in answer.passWhen ? answer.passWhen.atMost : answer.passWhen.atLeast;
      const isLowGood = 'atMost' in answer.passWhen;
      return {
        kind: 'number',
        value: isPass ? bound : isLowGood ? bound + random.between(1, 6) : Math.max(0, bound - 1),
      };
    }
    case 'ratio': {
      const denominator = random.pick([20, 25, 40, 50]);
      const target = 'atLeast' in answer.passWhen ? answer.passWhen.atLeast : answer.passWhen.atMost;
      const needed = Math.ceil((denominator * target) / 10_000);
      const isHighGood = 'atLeast' in answer.passWhen;
      const numerator = isPass
        ? isHighGood
          ? random.between(needed, denominator)
          : random.between(0, Math.floor((denominator * target) / 10_000))
        : isHighGood
          ? Math.max(0, needed - random.between(1, Math.max(1, Math.floor(denominator / 5))))
          : Math.min(denominator, needed + random.between(1, 3));
      return { kind: 'ratio', numerator, denominator };
    }
    case 'money': {
      const reference = random.between(20, 90) * 10_000;
      if ('shareOfReferenceAtLeast' in answer.passWhen)
        return { kind: 'money', amount: isPass ? reference : Math.floor(reference / 2), reference };
      return { kind: 'money', amount: isPass ? reference : reference + random.between(2, 15) * 10_000, reference };
    }
    case 'reconciliation': {
      const sum = random.between(1_200, 9_800) * 100_000;
      return {
        kind: 'reconciliation',
        first: sum,
        second: sum,
        third: isPass ? sum : sum - random.between(1, 40) * 50_000,
      };
    }
    case 'date': {
      // Due in the first half of the year before the check, and three weeks early or late.
      const dueOn = addDays(answeredOn, -random.between(200, 320));
      const isLateBad = 'daysLateAtMost' in answer.passWhen;
      return {
        kind: 'date',
        on: addDays(dueOn, isPass === isLateBad ? -random.between(1, 4) : random.between(3, 21)),
        dueOn,
      };
    }
    case 'text':
      return { kind: 'text', text: 'Đã ghi nhận tại chỗ.' };
    case 'derived':
      return null;
  }
}

/** A declared file of the kind the item asks for first; like every file of the story, it does not exist. */
export function evidenceFor(item: ChecklistItem, name: string, capturedAt: Instant, random: SeededRandom): Evidence {
  const [kind] = item.evidence.kinds;
  if (!kind) throw new Error(`${item.code} names no kind of evidence`);
  return declared(kind, name, capturedAt, random);
}

export function photo(name: string, capturedAt: Instant, random: SeededRandom): Evidence {
  return declared('photo', name, capturedAt, random);
}

/** A file without bytes: its digest is that of its name. */
export function declared(kind: EvidenceKind, name: string, capturedAt: Instant, random: SeededRandom): Evidence {
  const { mediaType, ending } = formats[kind];
  return {
    sha256: createHash('sha256').update(`${name} ${capturedAt} ${random.next()}`).digest('hex'),
    size: random.between(180_000, 420_000),
    mediaType,
    name: `${name}.${ending}`,
    kind,
    capturedAt,
  };
}

const formats: Readonly<Record<EvidenceKind, { readonly mediaType: string; readonly ending: string }>> = {
  photo: { mediaType: 'image/jpeg', ending: 'jpg' },
  video: { mediaType: 'video/mp4', ending: 'mp4' },
  document: { mediaType: 'application/pdf', ending: 'pdf' },
  url: { mediaType: 'image/png', ending: 'png' },
  record: { mediaType: 'application/pdf', ending: 'pdf' },
};

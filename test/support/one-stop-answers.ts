import { createHash } from 'node:crypto';
import type { ChecklistItem } from '@soat/domain';
import type { Client } from './service.js';

/** A body for POST answers of an inspection: passing unless told otherwise, with the evidence the item asks for. */
export function answerBody(item: ChecklistItem, outcome: 'pass' | 'fail' = 'pass') {
  const needsEvidence = item.evidence.requiredWhen === 'always' || outcome === 'fail';
  return {
    itemCode: item.code,
    value: answerValueOf(item, outcome),
    ...(needsEvidence && { evidence: [evidenceBody(item.code, item.evidence.kinds[0])] }),
  };
}

export function evidenceBody(name: string, kind = 'photo') {
  return {
    sha256: createHash('sha256').update(name).digest('hex'),
    size: 240_000,
    mediaType: 'image/jpeg',
    name: `${name}.jpg`,
    kind,
  };
}

/** Goes back to everything the unit was told before, as carried out where it is due. */
export async function checkEarlier(team: Client, inspectionPath: string): Promise<void> {
  const { earlier } = (await team.get<Loaded>(inspectionPath)).body.file;
  for (const { recommendationId, isDue } of earlier) {
    const outcome = isDue ? 'carried-out' : 'not-due';
    const { status } = await team.post(`${inspectionPath}/earlier/${recommendationId}`, { outcome });
    if (status !== 200) throw new Error(`${recommendationId} was not checked: ${status}`);
  }
}

interface Loaded {
  readonly file: { readonly earlier: readonly { readonly recommendationId: string; readonly isDue: boolean }[] };
}

function answerValueOf({ answer, code }: ChecklistItem, outcome: 'pass' | 'fail') {
  const isPass = outcome === 'pass';
  switch (answer.kind) {
    case 'yesNo':
      return { kind: 'yesNo', yes: answer.passWhen === isPass };
    case 'number':
      return { kind: 'number', value: isPass ? 0 : 3 };
    case 'ratio':
      return { kind: 'ratio', numerator: isPass ? 20 : 4, denominator: 20 };
    case 'money':
      return { kind: 'money', amount: isPass ? 120_000 : 150_000, reference: 120_000 };
    case 'reconciliation':
      return { kind: 'reconciliation', first: 5_000_000, second: 5_000_000, third: isPass ? 5_000_000 : 4_999_999 };
    case 'date':
      return {
        kind: 'date',
        on: isPass === 'daysLateAtMost' in answer.passWhen ? '2026-11-02' : '2026-12-31',
        dueOn: '2026-11-03',
      };
    case 'text':
      return { kind: 'text', text: 'Đã xem tại chỗ.' };
    case 'derived':
      throw new Error(`${code} is answered by the system`);
  }
}

import { randomBytes } from 'node:crypto';
import type { CommandStamp, NewEvent, StreamName } from '@soat/api/platform/event-store/event-store.js';
import { canonicalJson } from '@soat/api/platform/trail/canonical-json.js';
import { v7 as uuidv7 } from 'uuid';

/** An append to a new stream. */
export interface MadeUp {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly command: CommandStamp;
}

// Such that a payload has the 378 bytes on which the targets were measured.
const note = 'Hồ sơ trả quá hạn không có văn bản xin lỗi; công chức một cửa không ghi sổ theo dõi, '.padEnd(165, 'x');
const actor = 'nam';

/** Ids are time-ordered, as everywhere in the log; digest and ids differ each time. */
export function madeUp(count: number, stream: StreamName = { category: 'inspection', id: uuidv7() }): MadeUp {
  const command: CommandStamp = { id: uuidv7(), digest: randomBytes(32).toString('hex'), actor };
  return { stream, command, events: Array.from({ length: count }, () => eventOf(command, stream.id)) };
}

function eventOf(command: CommandStamp, unitId: string): NewEvent {
  const data = { itemCode: 'OSC-01', value: { kind: 'yesNo', value: false }, note };
  return {
    id: uuidv7(),
    type: 'ItemAnswered',
    schemaVersion: 1,
    unitId,
    actor,
    role: 'inspector',
    onBehalfOf: null,
    causationId: null,
    correlationId: command.id,
    occurredAt: '2026-11-21T03:04:05.678Z',
    effectiveOn: '2026-11-21',
    payload: canonicalJson({ data, meta: { commandDigest: command.digest } }),
  };
}

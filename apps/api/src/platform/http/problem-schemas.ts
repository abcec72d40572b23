const text = { type: 'string' };
const instantText = { type: 'string', format: 'date-time' };

/** A refusal, as `ProblemBody` goes over the wire. */
export const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is the contract; the texts follow Accept-Language (vi, en).',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { ...text, example: '/problems/validation-failed', description: 'Resolves to a page about the code.' },
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    instance: text,
    traceId: text,
    facts: { type: 'object', additionalProperties: true },
    kept: text,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { ...text, example: '/items/0/amount' }, code: text, message: text },
      },
    },
  },
};

/** The 412: a refusal that shows what has happened since. */
export const staleSchema = {
  description: 'The stream is not as long as If-Match named; nothing was written.',
  type: 'object',
  required: [...problemSchema.required, 'expected', 'actual', 'since'],
  properties: {
    ...problemSchema.properties,
    expected: { type: 'integer' },
    actual: { type: 'integer', description: 'Length of the stream now.' },
    since: {
      type: 'array',
      description: 'The events after the named length, oldest first.',
      items: {
        type: 'object',
        required: ['position', 'id', 'type', 'actor', 'recordedAt', 'occurredAt', 'data'],
        properties: {
          position: { type: 'integer' },
          id: { ...text, format: 'uuid' },
          type: text,
          actor: text,
          recordedAt: instantText,
          occurredAt: instantText,
          data: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
};

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';
import { Client, type Service, startService } from '../support/service.js';
import { type ApiDocument, type Operation, operationsOf, readDocument } from './support/api-document.js';

let service: Service;
let document: ApiDocument;
let operations: readonly Operation[];
let ajv: Ajv2020;
/** Reads everything, decides nothing. */
let auditor: Client;

beforeAll(async () => {
  service = await startService();
  document = await readDocument(service.origin);
  operations = operationsOf(document);
  // Not strict: the document as a whole is no schema, and OpenAPI adds words of its own to schemas.
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(shut(document) as ApiDocument, 'api');
  auditor = await service.as('yen');
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

/** What of an answer is not as its schema says; nothing when it fits. */
function misfits({ pointer }: Operation, status: string, mediaType: string, answer: unknown): readonly string[] {
  const shared = reference(document, `${pointer}/responses/${status}`);
  const schema = `api#${escaped(`${shared}/content/${mediaType.replace('/', '~1')}/schema`)}`;
  const validate = ajv.getSchema(schema);
  if (!validate) return [`no schema at ${schema}`];
  validate(answer);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The pointer itself, or the one a `$ref` there leads to. */
function reference(within: ApiDocument, pointer: string): string {
  const found = at(within, pointer);
  const isReference = typeof found === 'object' && found !== null && '$ref' in found;
  return isReference ? String(found.$ref).slice(1) : pointer;
}

function at(within: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (found, step) =>
        typeof found === 'object' && found !== null
          ? Object.entries(found).find(([name]) => name === step)?.[1]
          : undefined,
      within,
    );
}

function escaped(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}

/** The schema with every object shut: a member it does not name is one that no client can know of. */
function shut(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shut);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, shut(value)]));
  const isOpen = 'properties' in schema && !('additionalProperties' in schema);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}

describe('the API’s description', () => {
  it('is OpenAPI 3.1 and names the product', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Soát', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(operations.length).toBeGreaterThan(30);
  });

  it('gives every operation an id of its own, a summary, a tag and its answers', () => {
    const ids = operations.map(({ facts }) => facts.operationId);
    expect(new Set(ids).size).toBe(operations.length);
    const wanting = operations.filter(({ facts }) => {
      const successes = Object.keys(facts.responses).filter((status) => /^2\d\d$/.test(status));
      return !/^\w+_\w+$/.test(facts.operationId) || !facts.summary || !facts.tags?.length || successes.length !== 1;
    });
    expect(wanting.map(({ name }) => name)).toEqual([]);
  });

  it('names the ways every operation is refused', () => {
    for (const { name, method, path, facts } of operations) {
      const { default: other, ...statuses } = facts.responses;
      const isOpen = facts.security?.length === 0;
      const isCommand = facts.parameters.some((parameter) => parameter.name === 'Idempotency-Key');
      const isDecision = facts.parameters.some((parameter) => parameter.name === 'If-Match' && parameter.required);
      const wanted = [
        '400',
        '406',
        '503',
        ...(isOpen ? [] : ['401', '403']),
        ...(path.includes('{') ? ['404'] : []),
        ...(method === 'post' ? ['413', '415', '422'] : []),
        ...(isCommand ? ['409', '412'] : []),
        ...(isDecision ? ['428'] : []),
      ];
      const refusals = Object.keys(statuses).filter((status) => !status.startsWith('2'));
      expect([name, refusals.sort()]).toEqual([name, wanted.sort()]);
      expect(other).toBeDefined();
    }
  });

  it('declares each part of a path, once', () => {
    for (const { name, path, facts } of operations) {
      const templated = Array.from(path.matchAll(/\{(\w+)\}/g), (found) => found[1]);
      const declared = facts.parameters.filter((parameter) => parameter.in === 'path');
      expect([name, declared.map((parameter) => parameter.name).sort()]).toEqual([name, templated.sort()]);
      expect(declared.every((parameter) => parameter.required)).toBe(true);
      const all = facts.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('asks for a person everywhere but where none is needed', () => {
    const open = operations.filter(({ facts }) => facts.security?.length === 0);
    expect(open.map(({ name }) => name).sort()).toEqual([
      'GET /api/v1/checklists',
      'GET /api/v1/checklists/{kind}/{edition}',
      'GET /api/v1/demo/people',
      'GET /api/v1/trail/checkpoint',
      'GET /api/v1/trail/checkpoint/stamp',
      'GET /api/v1/trail/consistency',
      'GET /api/v1/trail/keys',
      'POST /api/v1/demo/token',
    ]);
  });

  it('holds only schemas of JSON Schema 2020-12, and leads nowhere in vain', () => {
    const { schemas } = document.components;
    for (const [name, schema] of Object.entries(schemas))
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
    const references = Array.from(JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g), (found) => found[1] ?? '');
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((pointer) => at(document, pointer) === undefined)).toEqual([]);
  });
});

describe('the answers are as described:', () => {
  /** A value for each part of a path, from what the lists show. */
  async function addressOf({ path }: Operation): Promise<string> {
    const [first] = path.split('/').slice(3);
    if (path === '/api/v1/trail/consistency') return `${path}?from=1&to=1`;
    if (!path.includes('{')) return path;
    if (path === '/api/v1/trail/bundles/units/{id}') {
      const { body } = await auditor.get<List<{ readonly unitId: string }>>('unit-overviews');
      return path.replace('{id}', body.data[0]?.unitId ?? '');
    }
    if (path === '/api/v1/trail/bundles/inspections/{id}') {
      const { body } = await auditor.get<List<{ readonly id: string }>>('inspections?limit=1');
      return path.replace('{id}', body.data[0]?.id ?? '');
    }
    if (first === 'checklist-kinds') return path.replace('{kind}', 'one-stop-spot-check');
    if (first === 'checklists') {
      const { body } = await auditor.get<List<{ readonly kind: string; readonly edition: number }>>('checklists');
      return path.replace('{kind}', body.data[0]?.kind ?? '').replace('{edition}', String(body.data[0]?.edition));
    }
    if (first === 'trail') {
      // An event and its command, just now.
      const key = uuidv7();
      const unit = { id: uuidv7(), code: key.slice(-8), name: 'Phường thử', kind: 'ward', validFrom: '2023-01-01' };
      const administrator = await service.as('admin');
      const { body } = await administrator.post<{ readonly eventIds: readonly string[] }>('units', unit, { key });
      return path.replace('{id}', body.eventIds[0] ?? '').replace('{commandId}', key);
    }
    const { body } = await auditor.get<List<{ readonly id: string; readonly eventId?: string }>>(`${first}?limit=1`);
    const address = path.replace('{id}', body.data[0]?.eventId ?? body.data[0]?.id ?? '');
    return path.endsWith('/changes') ? `${address}?from=1` : address;
  }

  it('every read', async () => {
    const reads = operations.filter(({ method }) => method === 'get');
    expect(reads.length).toBeGreaterThan(10);
    for (const read of reads) {
      const address = await addressOf(read);
      expect(address).not.toContain('{');
      const answer = await auditor.get(address.replace('/api/v1/', ''));
      expect([read.name, answer.status]).toEqual([read.name, 200]);
      const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? '';
      expect([read.name, misfits(read, '200', mediaType, answer.body)]).toEqual([read.name, []]);
      if (!read.facts.parameters.some(({ name }) => name === 'asOf')) continue;
      const moment = `${address.includes('?') ? '&' : '?'}asOf=${service.clock.now()}`;
      const past = await auditor.get(`${address.replace('/api/v1/', '')}${moment}`);
      const named = [past.status, typeof past.body.asOf, ...misfits(read, '200', mediaType, past.body)];
      expect([read.name, named]).toEqual([read.name, [200, 'object']]);
    }
  });

  it('a command, its repeat, and the ways to refuse it', async () => {
    const establish = operations.find(({ name }) => name === 'POST /api/v1/units');
    const rename = operations.find(({ name }) => name === 'POST /api/v1/units/{id}/name');
    if (!establish || !rename) throw new Error('a route has gone');
    const administrator = await service.as('admin');
    const id = uuidv7();
    const key = uuidv7();
    const unit = { id, name: 'UBND xã Thử Nghiệm', code: '99999', kind: 'commune', validFrom: '2026-01-01' };
    const first = await administrator.post('units', unit, { key });
    const repeat = await administrator.post('units', unit, { key });
    for (const answer of [first, repeat]) {
      expect([answer.status, misfits(establish, '201', 'application/json', answer.body)]).toEqual([201, []]);
      expect(answer.headers.get('etag')).toBe('"1"');
    }
    expect(repeat.headers.get('idempotent-replayed')).toBe('true');
    expect(repeat.body).toEqual(first.body);

    const renamed = {
      name: 'UBND xã Thử Mới',
      basis: { number: '1/NQ', signedOn: '2026-02-01' },
      validFrom: '2026-03-01',
    };
    const refusals = [
      await administrator.post(`units/${id}/name`, {}, { length: 1 }),
      await new Client(service.origin, null).post(`units/${id}/name`, renamed),
      await auditor.post(`units/${id}/name`, renamed, { length: 1 }),
      await administrator.post(`units/${uuidv7()}/name`, renamed, { length: 0 }),
      await administrator.post(`units/${id}/name`, renamed, { length: 0 }),
      await administrator.post(`units/${id}/name`, renamed, { key, length: 1 }),
      await administrator.post(`units/${id}/name`, renamed),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([400, 401, 403, 404, 412, 422, 428]);
    for (const { status, headers, body } of refusals) {
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect([status, misfits(rename, String(status), 'application/problem+json', body)]).toEqual([status, []]);
    }
  });
});

interface List<Row> {
  readonly data: readonly Row[];
}

import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badInputs, rawInputs, type Target } from './bad-input.cases.js';
import { type HttpRequest, type HttpResponse, send, sendRaw } from './support/http.js';
import { type SampleApp, startSampleApp } from './support/sample-app.js';

let sample: SampleApp;
const statuses: number[] = [];

const target: Target = {
  path: '/api/v1/samples',
  readPath: '/api/v1/samples',
  body: () => ({ title: 'Kiểm tra một cửa', count: 1, isUrgent: false }),
  headers: () => ({
    authorization: sample.bearer,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  }),
  fields: {
    oneLine: { name: 'title', max: 2_000 },
    freeText: 'note',
    wholeNumber: 'count',
    yesNo: 'isUrgent',
    money: 'amount',
    legalDate: 'dueOn',
    instant: 'seenAt',
  },
  keptText: (response) => JSON.parse(response.text).body.title,
};

beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.close());

async function ask(bent: Partial<HttpRequest>): Promise<HttpResponse> {
  const response = await send(sample.origin, {
    method: 'POST',
    path: target.path,
    headers: target.headers(),
    body: JSON.stringify(target.body()),
    ...bent,
  });
  statuses.push(response.status);
  return response;
}

function expectProblem(response: HttpResponse, statusesWanted: readonly number[], codes: readonly string[]): void {
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const body = JSON.parse(response.text);
  expect(codes).toContain(body.code);
  expect(statusesWanted).toContain(response.status);
  expect(body).toMatchObject({ type: `/problems/${body.code}`, status: response.status });
}

describe('bad input', () => {
  it('takes the body that the cases bend', async () => {
    expect((await ask({})).status).toBe(201);
    expect(
      (
        await ask({
          body: gzipSync(JSON.stringify(target.body())),
          headers: { ...target.headers(), 'content-encoding': 'gzip' },
        })
      ).status,
    ).toBe(201);
    expect(
      (await ask({ headers: { ...target.headers(), 'content-type': 'Application/JSON; charset="UTF-8"' } })).status,
    ).toBe(201);
  });

  it.each(badInputs.filter((one) => one.needs === undefined || target.fields[one.needs] !== undefined))(
    '$row: $what',
    async ({ row, bend, status, code, kept }) => {
      const before = sample.reached.count;
      const bent = bend(target);
      const response = await ask(bent);
      if (code === null) {
        expect(response.status).toBe(status);
        if (kept !== undefined) expect(target.keptText?.(response)).toBe(kept);
        return;
      }
      expectProblem(response, [status], [code]);
      const body = JSON.parse(response.text);
      expect(body).toMatchObject({ instance: expect.stringMatching(/^urn:uuid:/), traceId: expect.any(String) });
      expect(response.headers['cache-control']).toBe('no-store');
      const isAboutPlaces = row >= 26 && row <= 61 && code !== 'malformed-json';
      if (isAboutPlaces)
        expect(body.errors[0]).toMatchObject({
          pointer: expect.stringMatching(/^\//),
          code: expect.any(String),
          message: expect.any(String),
        });

      // The page behind `type` says the same, in both languages.
      const page = await ask({
        method: 'GET',
        path: body.type,
        headers: { accept: 'application/json' },
        body: undefined,
      });
      const { title } = JSON.parse(page.text);
      const english = await ask({
        ...bent,
        headers: { ...(bent.headers ?? target.headers()), 'accept-language': 'en' },
      });
      expect([body.title, response.headers['content-language']]).toEqual([title.vi, 'vi']);
      expect([JSON.parse(english.text).title, english.headers['content-language']]).toEqual([title.en, 'en']);
      expect(sample.reached.count).toBe(before);
    },
  );

  it.each(rawInputs)('$row: $what', async ({ bytes, statuses: wanted, codes }) => {
    const before = sample.reached.count;
    const response = await sendRaw(sample.origin, bytes(target));
    statuses.push(response.status);
    expectProblem(response, wanted, codes);
    expect(sample.reached.count).toBe(before);
  });

  it('20: gives up on a body that does not come', async () => {
    const impatient = await startSampleApp({ arrivalMsMax: 300 });
    const head = `POST ${target.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
    const socket = connect(Number(new URL(impatient.origin).port), '127.0.0.1');
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('connect', () => socket.write(head));
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request-timeout"');
    await impatient.close();
  });

  it('21: does not mind a client that hangs up', async () => {
    const before = { reached: sample.reached.count, lines: sample.logLines().length };
    const socket = connect(Number(new URL(sample.origin).port), '127.0.0.1');
    const headers = Object.entries(target.headers()).map(([name, value]) => `${name}: ${value}\r\n`);
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
    socket.write(`POST ${target.path} HTTP/1.1\r\nHost: x\r\n${headers.join('')}Content-Length: 100\r\n\r\n{"title"`);
    await wait(50);
    socket.destroy();
    await wait(100);
    expect(sample.reached.count).toBe(before.reached);
    const levels = sample
      .logLines()
      .slice(before.lines)
      .map((line) => JSON.parse(line).level);
    expect(levels.filter((level) => level > 30)).toEqual([]);
  });

  it('22: a wrong method is told which ones there are', async () => {
    const { headers } = await ask({ method: 'DELETE', body: undefined });
    expect(headers.allow).toBe('GET, HEAD, POST');
    for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS', 'PROPFIND', 'PURGE'])
      expectProblem(await ask({ method, body: undefined }), [405], ['method-not-allowed']);
  });

  it.each([
    '/api/v1/nothing',
    '/nothing',
    '/api/v1/samples/',
    '//',
    '/api/v1/samples/abc',
    '/api/v1/samples/1.5',
    '/api/v1/samples/%00',
    '/api/v1/samples/..%2f..%2fetc%2fpasswd',
    '/api/v1/samples/99999999999999999999',
  ])('23, 66, 67: %s is not found', async (path) => {
    expectProblem(await ask({ method: 'GET', path, body: undefined }), [404], ['not-found']);
  });

  it.each(['/api/v1/samples/%E0%A4%A', '/api/v1/samples/%C0%AF', '/%'])('68: %s is no address', async (path) => {
    expectProblem(await ask({ method: 'GET', path, body: undefined }), [400], ['malformed-uri']);
  });

  it('24: offers JSON only', async () => {
    const headers = { ...target.headers(), accept: 'application/xml' };
    expectProblem(await ask({ headers }), [406], ['not-acceptable']);
    for (const accept of ['*/*', 'application/*', 'text/html, application/json;q=0.5', 'text/html, */*;q=0.1'])
      expect((await ask({ headers: { ...target.headers(), accept } })).status).toBe(201);
  });

  it('25: believes no header about who asks', async () => {
    const spoofed = { 'x-forwarded-for': '10.0.0.1', 'x-user-id': 'admin', 'x-forwarded-host': 'evil' };
    const response = await ask({ headers: { ...target.headers(), ...spoofed } });
    expect(JSON.parse(response.text).by).toBe('lan');
  });

  it.each([
    ['limit=-1', '/limit'],
    ['limit=abc', '/limit'],
    ['limit=0', '/limit'],
    ['limit=1000000000', '/limit'],
    ['limit=1.0', '/limit'],
    ['limit=', '/limit'],
    ['q=a&q=b', '/q'],
    ['q[a]=1', '/q[a]'],
    ['q=%00', '/q'],
    ['q=%E0%A4%A', '/q'],
    ['sort=password', '/sort'],
    ['sort=1;drop', '/sort'],
    ['atLeast=-1', '/atLeast'],
    ['atLeast=x', '/atLeast'],
    ['nothing=1', '/nothing'],
    ['__proto__=1', '/__proto__'],
    ['toString=1', '/toString'],
  ])('71 to 77: ?%s', async (query, pointer) => {
    const response = await ask({ method: 'GET', path: `${target.readPath}?${query}`, body: undefined });
    expectProblem(response, [400], ['invalid-parameter']);
    expect(JSON.parse(response.text).errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it.each(['q=\\', 'q=%25%25', 'q=a+b', 'limit=200', 'atLeast=0', 'limit=50&sort=title'])(
    '74: takes ?%s',
    async (query) => {
      expect((await ask({ method: 'GET', path: `${target.readPath}?${query}`, body: undefined })).status).toBe(200);
    },
  );

  it('77: refuses a parameter where none is read', async () => {
    const path = `${target.readPath}/${randomUUID()}?x=1`;
    expectProblem(await ask({ method: 'GET', path, body: undefined }), [400], ['invalid-parameter']);
    expectProblem(await ask({ path: `${target.path}?x=1` }), [400], ['invalid-parameter']);
  });

  it('names every wrong place', async () => {
    const body = {
      ...target.body(),
      count: 'x',
      surplus: 1,
      place: { name: '', floor: 10, door: 1 },
      places: [{ name: 'a' }, [], { name: 7 }],
      tags: ['a', 'a', null],
    };
    const response = await ask({ body: JSON.stringify(body) });
    const errors: { pointer: string; code: string; message: string }[] = JSON.parse(response.text).errors;
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/count wrong-type',
      '/place/door unknown-property',
      '/place/floor out-of-range',
      '/place/name blank',
      '/places/1 wrong-type',
      '/surplus unknown-property',
      '/tags/1 repeated-item',
      '/tags/2 required',
    ]);
    expect(errors.find(({ pointer }) => pointer === '/place/floor')?.message).toBe('Giá trị phải từ 1 đến 9.');
  });

  it('takes no list for an object', async () => {
    const response = await ask({ body: JSON.stringify({ ...target.body(), place: [{ name: 'a' }] }) });
    expect(JSON.parse(response.text).errors).toMatchObject([{ pointer: '/place', code: 'wrong-type' }]);
  });

  it('answered none of it with a 5xx, and wrote nobody’s text into the log', () => {
    expect(statuses.length).toBeGreaterThan(100);
    expect(statuses.filter((status) => status >= 500 || Number.isNaN(status))).toEqual([]);
    const log = sample.logLines().join('');
    expect(log).not.toContain('Kiểm tra một cửa');
    expect(log).not.toContain(sample.bearer.slice(7));
    expect(log).not.toContain('q=a');
  });
});

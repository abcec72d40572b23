import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { Rejection } from '@soat/domain';
import { DemoTokens } from '@soat/api/platform/access/demo-tokens.js';
import { InvalidToken } from '@soat/api/platform/access/token-verifier.js';
import { StaleVersion } from '@soat/api/platform/command-handling/execute.js';
import {
  CommandIdReused,
  OutcomeUnknown,
  StoreUnavailable,
  WrongLength,
} from '@soat/api/platform/event-store/event-store.js';
import { ReadinessChecks } from '@soat/api/platform/http/health.controller.js';
import { PositionAhead, ProjectionLagging } from '@soat/api/platform/projections/read-after-write.js';
import { generateKeyPair, importJWK, SignJWT } from 'jose';
import { type HttpRequest, send } from './support/http.js';
import { SampleController } from './support/sample.module.js';
import { type SampleApp, startSampleApp } from './support/sample-app.js';

let sample: SampleApp;
let adminFolder: string;
let isDatabaseUp = true;
const verifierFile = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.html');

beforeAll(async () => {
  adminFolder = await mkdtemp(path.join(tmpdir(), 'soat-admin-'));
  await mkdir(path.join(adminFolder, 'assets'));
  await writeFile(path.join(adminFolder, 'index.html'), '<!doctype html><title>Soát</title>');
  await writeFile(path.join(adminFolder, 'sw.js'), '// worker');
  await writeFile(path.join(adminFolder, 'assets', 'index-B3x_9aQ1.js'), '// hashed');
  await writeFile(path.join(adminFolder, '..', `${path.basename(adminFolder)}-secret.txt`), 'secret');
  const database = {
    name: 'database',
    check: async () => (isDatabaseUp ? undefined : Promise.reject(new Error('away'))),
  };
  sample = await startSampleApp({ adminFolder, verifierFile }, new ReadinessChecks([database]));
});
afterAll(async () => {
  await sample.close();
  await rm(adminFolder, { recursive: true, force: true });
  await rm(`${adminFolder}-secret.txt`, { force: true });
});

const body = { title: 'Mẫu', count: 1, isUrgent: false };
const get = (address: string, headers: Record<string, string> = {}) =>
  send(sample.origin, { path: address, headers: { authorization: sample.bearer, ...headers } });
const post = (address: string, headers: Record<string, string> = {}, rest: Partial<HttpRequest> = {}) =>
  send(sample.origin, {
    method: 'POST',
    path: address,
    headers: {
      authorization: sample.bearer,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body: JSON.stringify(body),
    ...rest,
  });
const fail = (error: Error, headers: Record<string, string> = {}) => {
  SampleController.errors.wanted = error;
  return send(sample.origin, { path: '/api/v1/samples/failing', headers: { 'x-error': 'wanted', ...headers } });
};
const stream = { category: 'inspection', id: randomUUID() } as const;

describe('problems', () => {
  interface Thrown {
    readonly error: Error;
    readonly status: number;
    readonly code: string;
  }
  const thrown = (error: Error, status: number, code: string): Thrown => ({ error, status, code });

  it.each([
    thrown(new Rejection('invalid', 'sample.bad'), 400, 'sample.bad'),
    thrown(new Rejection('forbidden', 'sample.four-eyes'), 403, 'sample.four-eyes'),
    thrown(new Rejection('not-found', 'sample.unknown'), 404, 'not-found'),
    thrown(new Rejection('conflict', 'sample.too-late'), 409, 'sample.too-late'),
    thrown(new Rejection('unprocessable', 'sample.odd'), 422, 'sample.odd'),
    thrown(new WrongLength(stream, 3, 4), 409, 'race-lost'),
    thrown(new StaleVersion(stream, 3, 4, []), 412, 'version-conflict'),
    thrown(new CommandIdReused(randomUUID(), false), 422, 'command-id-reused'),
    thrown(new CommandIdReused(randomUUID(), true), 403, 'command-id-of-another'),
    thrown(new OutcomeUnknown(), 503, 'outcome-unknown'),
    thrown(new StoreUnavailable(), 503, 'store-unavailable'),
    thrown(Object.assign(new Error('secret detail'), { code: 'ECONNREFUSED' }), 503, 'store-unavailable'),
    thrown(Object.assign(new Error('secret detail'), { code: '57P01' }), 503, 'store-unavailable'),
    thrown(Object.assign(new Error('secret detail'), { code: '23505' }), 500, 'internal-error'),
    thrown(new ProjectionLagging(['unit-register'], 3, 4), 503, 'view-lagging'),
    thrown(new PositionAhead(9, 4), 400, 'position-ahead'),
    thrown(new BadRequestException('secret detail'), 400, 'invalid'),
    thrown(new Error('secret detail'), 500, 'internal-error'),
  ])('$code: $error', async ({ error, status, code }) => {
    const response = await fail(error);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect([response.status, JSON.parse(response.text).code]).toEqual([status, code]);
    expect(response.text).not.toContain('secret');
    expect(response.text).not.toContain('unit-register');
    expect(response.headers['retry-after'] !== undefined).toBe(status === 503);
  });

  it('82: shows whoever decides on a stale version what has happened since', async () => {
    const unseen = {
      position: 48_213,
      id: '019aa000-0000-7000-8000-000000000001',
      type: 'SampleTaken',
      data: { place: 'Phường 1' },
      actor: 'nam',
      occurredAt: '2026-11-21T03:04:05.678Z',
      recordedAt: '2026-11-21T03:04:06.000Z',
    };
    const machinery = {
      stream,
      version: 4,
      unitId: randomUUID(),
      role: 'inspector',
      onBehalfOf: null,
      commandId: randomUUID(),
      causationId: null,
      correlationId: randomUUID(),
      effectiveOn: null,
      isSimulated: false,
    };
    const answer = await fail(new StaleVersion(stream, 3, 4, [{ ...unseen, ...machinery }]));
    expect(JSON.parse(answer.text)).toMatchObject({ status: 412, expected: 3, actual: 4, since: [unseen] });
    expect(Object.keys(JSON.parse(answer.text).since[0]).sort()).toEqual(Object.keys(unseen).sort());
    expect(answer.headers.etag).toBe('"4"');
  });

  it('carries facts and the domain’s title', async () => {
    const late = new Rejection('conflict', 'sample.too-late', { dueOn: '2026-11-18' });
    expect(JSON.parse((await fail(late)).text)).toMatchObject({
      type: '/problems/sample.too-late',
      title: 'Đã quá hạn',
      status: 409,
      facts: { dueOn: '2026-11-18' },
    });
    const english = await fail(late, { 'accept-language': 'vi;q=0.2, en-GB' });
    expect(JSON.parse(english.text).title).toBe('Too late');
    expect(english.headers['content-language']).toBe('en');
  });

  it('tells the unknown and the hidden apart in nothing', async () => {
    const strip = (text: string) => ({ ...JSON.parse(text), traceId: '', instance: '' });
    const unknown = await fail(new Rejection('not-found', 'sample.unknown', { id: 'a' }));
    const hidden = await fail(new Rejection('not-found', 'access.not-visible', { unit: 'b' }));
    expect(strip(unknown.text)).toEqual(strip(hidden.text));
    expect(strip(unknown.text)).toEqual(strip((await get('/api/v1/nothing')).text));
  });

  it('logs a bug with its cause and without the rows a database tells', async () => {
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(Nguyễn Văn A)' });
    const before = sample.logLines().length;
    await fail(new Error('the write failed', { cause }));
    const lines = sample.logLines().slice(before);
    const line = lines.map((text) => JSON.parse(text)).find((one) => one.level === 50);
    expect(line.err).toMatchObject({ message: 'the write failed', cause: { message: 'duplicate key', code: '23505' } });
    expect(lines.join('')).not.toContain('Nguyễn');
  });

  it('explains each code on a page', async () => {
    const page = await get('/problems/validation-failed', { accept: 'text/html', 'accept-language': 'en' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Dữ liệu chưa hợp lệ');
    const json = await get('/problems/sample.too-late', { accept: 'application/json' });
    expect(JSON.parse(json.text)).toMatchObject({
      code: 'sample.too-late',
      title: { vi: 'Đã quá hạn', en: 'Too late' },
    });
    for (const code of ['nothing', 'toString', '__proto__', 'constructor'])
      expect((await get(`/problems/${code}`)).status).toBe(404);
  });
});

describe('who asks', () => {
  it.each([
    ['no token', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['nonsense', { authorization: 'Bearer abc.def.ghi' }],
    ['two tokens', { authorization: 'Bearer a Bearer b' }],
  ])('turns away %s', async (_, headers: Record<string, string>) => {
    const response = await send(sample.origin, { path: '/api/v1/samples', headers });
    expect([response.status, JSON.parse(response.text).code]).toEqual([401, 'sign-in-required']);
    expect(response.headers['www-authenticate']).toMatch(/^Bearer realm="soat"/);
  });

  it('takes a token of its own key only as it would write one itself', async () => {
    const jwk = JSON.parse(await readFile(path.join(sample.folder, 'demo-token-key.json'), 'utf8'));
    const key = await importJWK(jwk, 'ES256');
    interface Written {
      readonly iss?: string;
      readonly aud?: string;
      readonly typ?: string;
      readonly exp?: string | null;
      readonly claims?: object;
    }
    const written = ({ iss = 'soat-demo', aud = 'soat-api', typ = 'at+jwt', exp = '1h', claims }: Written) => {
      const token = new SignJWT({ sub: 'lan', name: 'Lan', role: 'inspector', unitId: null, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ })
        .setIssuer(iss)
        .setAudience(aud)
        .setIssuedAt();
      return (exp === null ? token : token.setExpirationTime(exp)).sign(key);
    };
    const answer = async (one: Written) =>
      get('/api/v1/samples', { authorization: `Bearer ${await written(one)}` }).then(({ status }) => status);
    expect(await answer({})).toBe(200);
    const bad: readonly Written[] = [
      { exp: '-1m' },
      { exp: null },
      { iss: 'elsewhere' },
      { aud: 'elsewhere' },
      { typ: 'JWT' },
      { claims: { sub: undefined } },
      { claims: { sub: '' } },
      { claims: { name: 7 } },
      { claims: { role: 'root' } },
      { claims: { role: 'system' } },
      { claims: { unitId: 7 } },
      { claims: { nbf: 99_999_999_999 } },
    ];
    for (const one of bad) expect([one, await answer(one)]).toEqual([one, 401]);
  });

  it('turns a token without a signature away, and one signed with another key, and says no more than that', async () => {
    const [head = '', claims = '', signature = ''] = sample.bearer.replace('Bearer ', '').split('.');
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { privateKey } = await generateKeyPair('ES256');
    const foreign = await new SignJWT(JSON.parse(Buffer.from(claims, 'base64url').toString()))
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .sign(privateKey);
    for (const token of [`${encode({ alg: 'none', typ: 'at+jwt' })}.${claims}.`, `${head}.${claims}.`, foreign]) {
      const answer = await get('/api/v1/samples', { authorization: `Bearer ${token}`, 'accept-language': 'en' });
      const { code, title, detail, facts } = JSON.parse(answer.text);
      expect([answer.status, code, title, detail, facts]).toEqual([
        401,
        'sign-in-required',
        'Sign in first',
        undefined,
        undefined,
      ]);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="soat", error="invalid_token"');
    }
    expect(signature).not.toBe('');
    expect(sample.logLines().join('')).not.toContain(signature);
  });

  describe('demo tokens', () => {
    const person = { id: 'lan', name: 'Lan', role: 'inspector', unitId: null } as const;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'soat-tokens-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('survive a restart, with a key only the owner can read', async () => {
      const token = await (await DemoTokens.open({ folder, isProduction: false })).issue(person);
      const reopened = await DemoTokens.open({ folder, isProduction: false });
      expect(await reopened.verify(token)).toMatchObject(person);
      expect((await stat(path.join(folder, 'demo-token-key.json'))).mode & 0o777).toBe(0o600);
    });

    it('do not exist in production', async () => {
      await expect(DemoTokens.open({ folder, isProduction: true })).rejects.toThrow('never issued in production');
    });

    it('are refused when spent, changed, signed by others, without a signature or for others', async () => {
      const tokens = await DemoTokens.open({ folder, isProduction: false });
      const good = await tokens.issue(person);
      const [head = '', claims = '', signature = ''] = good.split('.');
      const promoted = JSON.parse(Buffer.from(claims, 'base64url').toString());
      const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const { privateKey } = await generateKeyPair('ES256');
      const foreign = (audience: string) =>
        new SignJWT({ name: 'Lan', role: 'inspector', unitId: null })
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
          .setIssuer('soat-demo')
          .setAudience(audience)
          .setSubject('lan')
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(privateKey);
      const bad = [
        await tokens.issue(person, -60),
        [head, encode({ ...promoted, role: 'leadership' }), signature].join('.'),
        `${encode({ alg: 'none', typ: 'at+jwt' })}.${claims}.`,
        await foreign('soat-api'),
        await foreign('elsewhere'),
        await new SignJWT(promoted).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(Buffer.from(head)),
      ];
      for (const token of bad) await expect(tokens.verify(token)).rejects.toThrow(InvalidToken);
    });
  });
});

describe('commands', () => {
  it('brings the headers to the handler in one form', async () => {
    const id = randomUUID();
    const answer = await post('/api/v1/samples', { 'idempotency-key': id.toUpperCase(), 'if-match': '"17"' });
    expect(JSON.parse(answer.text)).toMatchObject({ commandId: id, expectedLength: 17, by: 'lan' });
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.headers['idempotent-replayed']).toBeUndefined();
    const replay = await post('/api/v1/samples', { 'idempotency-key': 'ffffffff-0000-4000-8000-000000000000' });
    expect(replay.headers['idempotent-replayed']).toBe('true');
  });

  it('gives a request the same digest however it is written', async () => {
    const digest = async (text: string) => JSON.parse((await post('/api/v1/samples', {}, { body: text })).text).digest;
    const first = await digest('{"title":"Ho\u00e0","count":1,"isUrgent":false}');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest('{ "isUrgent": false, "count": 1e0, "title": "Hoa\u0300" }')).toBe(first);
    expect(await digest('{"title":"Ho\u00e0","count":2,"isUrgent":false}')).not.toBe(first);
  });

  it('demands a length for a decision', async () => {
    const address = `/api/v1/samples/${randomUUID().toUpperCase()}/decision`;
    expect((await post(address)).status).toBe(428);
    expect(JSON.parse((await post(address, { 'if-match': '"3"' })).text)).toEqual({
      id: address.split('/')[4]?.toLowerCase(),
      expectedLength: 3,
    });
  });

  it('wants no command id for what is no command', async () => {
    expect((await post('/api/v1/samples/echo', { 'idempotency-key': '' })).status).toBe(201);
  });
});

describe('pages', () => {
  it('lead through the whole list', async () => {
    const places: number[] = [];
    let next: string | null = '/api/v1/samples?limit=2&q=a';
    while (next !== null) {
      const answer = await get(next);
      const { data, page } = JSON.parse(answer.text);
      places.push(...data.map((row: { place: number }) => row.place));
      const link = typeof answer.headers.link === 'string' ? /^<(.+)>; rel="next"$/.exec(answer.headers.link) : null;
      expect(link !== null).toBe(page.next !== null);
      next = link?.[1] ?? null;
    }
    expect(places).toEqual([1, 2, 3, 4, 5]);
  });

  it('76: refuse a cursor that is cut, bent or from another query', async () => {
    const { page } = JSON.parse((await get('/api/v1/samples?limit=2&q=a')).text);
    const bent = Buffer.from(JSON.stringify({ p: "1' or 1=1", q: 'x' })).toString('base64url');
    for (const query of [
      `q=b&cursor=${page.next}`,
      `q=a&cursor=${page.next.slice(0, -4)}`,
      `q=a&cursor=${bent}`,
      'q=a&cursor=%25',
    ]) {
      const answer = await get(`/api/v1/samples?${query}`);
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, 'invalid-cursor']);
    }
  });
});

describe('the API’s description', () => {
  it('is OpenAPI 3.1 with problems, command ids and limits', async () => {
    const answer = await get('/api/openapi.json');
    const document = JSON.parse(answer.text);
    expect(document.openapi).toBe('3.1.0');
    const add = document.paths['/api/v1/samples'].post;
    expect(add.parameters.map((one: { name: string }) => one.name)).toEqual(['Idempotency-Key', 'If-Match']);
    expect(add.responses.default.content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem');
    expect(document.paths['/api/v1/samples/echo'].post.parameters ?? []).toEqual([]);
    const { properties, required } = document.components.schemas.SampleBody;
    expect(required).toEqual(['title', 'count', 'isUrgent']);
    expect(properties.title).toEqual({ type: 'string', minLength: 1, maxLength: 2000, description: 'Tên mẫu' });
    expect(properties.amount).toMatchObject({ type: 'integer', minimum: 0, maximum: 1e15 });
    expect(properties.tags).toMatchObject({ type: 'array', maxItems: 3, items: { type: 'string', maxLength: 10 } });
    expect(properties.places).toMatchObject({ type: 'array', items: { $ref: '#/components/schemas/SamplePlace' } });
    expect(properties.place).toEqual({ $ref: '#/components/schemas/SamplePlace' });
    expect(properties.severity).toEqual({ allOf: [{ $ref: '#/components/schemas/SampleSeverity' }] });
    expect(answer.text).not.toContain('"nullable"');
  });

  it('can be read on a page that needs nobody else’s server', async () => {
    const page = await get('/api/docs', { accept: 'text/html' });
    expect(page.status).toBe(200);
    const sources = Array.from(page.text.matchAll(/(?:src|href)="([^"]+)"/g), (found) => found[1] ?? '');
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) expect(source).toMatch(/^\.\//);
    expect(page.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    for (const name of ['swagger-ui-init.js', 'swagger-ui-bundle.js', 'swagger-ui.css'])
      expect((await get(`/api/docs/${name}`)).status).toBe(200);
  });

  it('has its page only where it is wanted', async () => {
    const plain = await startSampleApp({ hasDocs: false });
    for (const address of ['/api/docs', '/', '/index.html'])
      expect((await send(plain.origin, { path: address })).status).toBe(404);
    expect((await send(plain.origin, { path: '/api/openapi.json' })).status).toBe(200);
    await plain.close();
  });
});

describe('files of the admin', () => {
  it('open every screen with index.html, checked each time', async () => {
    for (const address of ['/', '/don-vi/an-phu', '/index.html', '/inspections?x=1']) {
      const page = await send(sample.origin, { path: address, headers: { accept: 'text/html' } });
      expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(page.text).toContain('<title>Soát</title>');
    }
  });

  it('are kept for ever when their name says what is inside', async () => {
    const script = await get('/assets/index-B3x_9aQ1.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/assets/gone-12345678.js', '/favicon.ico', '/api/gone', '/problems', '/metrics', '/healthz/x'])(
    'are not pretended to be there: %s',
    async (address) => {
      const answer = await get(address);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('are all that can be reached', async () => {
    const name = `${path.basename(adminFolder)}-secret.txt`;
    for (const address of [`/../${name}`, `/%2e%2e/${name}`, `/..%2f${name}`, `/assets/..%5c..%5c..%5c${name}`])
      expect((await get(address)).text).not.toContain('secret"');
    expect((await get(`/..%2f${name}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('do not turn a wrong method into a page', async () => {
    expect((await post('/don-vi')).status).toBe(404);
  });
});

describe('headers', () => {
  it('let nothing in but our own scripts and styles', async () => {
    const { headers } = await send(sample.origin, { path: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('let the page that checks bundles have its own script, in its own frame, and no network', async () => {
    const { status, headers, text } = await send(sample.origin, { path: '/verify.html' });
    expect([status, headers['content-type'], headers['x-frame-options']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'SAMEORIGIN',
    ]);
    // The very file that is handed out, so that both have one SHA-256.
    expect(text).toBe(await readFile(verifierFile, 'utf8'));
    const policy = String(headers['content-security-policy']);
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(text) ?? [];
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
    expect(policy).toContain("default-src 'none';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/unsafe|connect-src/);
  });

  it('keep the API out of every cache', async () => {
    for (const address of ['/api/v1/samples', '/api/openapi.json', '/healthz'])
      expect((await get(address)).headers['cache-control']).toBe('no-store');
  });
});

describe('health', () => {
  it('says up, and ready only with what it needs', async () => {
    expect(JSON.parse((await send(sample.origin, { path: '/healthz' })).text)).toEqual({ status: 'up' });
    expect((await send(sample.origin, { path: '/readyz' })).status).toBe(200);
    isDatabaseUp = false;
    const answer = await send(sample.origin, { path: '/readyz' });
    isDatabaseUp = true;
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'not-ready',
      checks: [{ name: 'database', isReady: false }],
    });
  });
});

describe('the log', () => {
  it('has one line for a request, with the route and not the address', async () => {
    const before = sample.logLines().length;
    const id = randomUUID();
    const answer = await get(`/api/v1/samples/${id}`);
    const lines = sample
      .logLines()
      .slice(before)
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual({
      level: 30,
      time: expect.any(Number),
      reqId: answer.headers['x-request-id'],
      method: 'GET',
      route: '/api/v1/samples/:id',
      status: 200,
      ms: expect.any(Number),
      role: 'inspector',
      msg: 'request',
    });
  });
});

import { createHash } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { communeId, homeAffairsId, townId } from '@soat/api/demo/cast.js';
import { SeededRandom } from '@soat/api/demo/random.js';
import { v7 as uuidv7 } from 'uuid';

/** A request for a command, as it can be sent again and again. */
export interface Ask {
  readonly personId: 'admin' | 'thu' | 'hai' | 'nam';
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** If-Match, where the command is a decision. */
  readonly length?: number;
  /** What it is to bring about, in words that do not depend on any id a client makes; see `factsOf` in judge.ts. */
  readonly fact: string;
}

/** What the service says a command has done. */
export interface Answer {
  readonly id: string;
  readonly length: number;
  readonly position: number;
  readonly eventIds: readonly string[];
}

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly answer: Answer; readonly isReplay: boolean }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** The connection broke, or the service says that it does not know or cannot just now. */
  | { readonly kind: 'unknown'; readonly status: number | null; readonly why: string };

/** One command in the record that the load keeps, and the judge believes. */
export interface Entry {
  readonly key: string;
  readonly ask: Ask;
  /** Of the last time it was sent. */
  outcome: Outcome;
}

/** Where the client tears the connection down: never, or after the service has decided but before its answer is read. */
export type Cut = 'never' | 'before-the-answer';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
// Whatever is still under way by then will not come: what hangs must fail the test with its name on it.
const answerMsMax = 20_000;

/** The people of the demo at one service. */
export class Api {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly origin: string,
    private readonly waitMsMax = answerMsMax,
  ) {}

  async send({ personId, path, body, length }: Ask, key: string, cut: Cut = 'never'): Promise<Outcome> {
    try {
      const headers = {
        authorization: `Bearer ${await this.tokenOf(personId)}`,
        'idempotency-key': key,
        ...(length !== undefined && { 'if-match': `"${length}"` }),
      };
      const response = await this.exchange('POST', path, headers, body, cut);
      return outcomeOf(response);
    } catch (error) {
      return { kind: 'unknown', status: null, why: String(error) };
    }
  }

  /** Every row of a list, page after page, not before the view has seen the event at this position. */
  async list(personId: string, path: string, atLeast: number): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const rows: Record<string, unknown>[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = new URLSearchParams({ limit: '200', atLeast: String(atLeast), ...(cursor && { cursor }) });
      const { data, page } = await this.get<ListBody>(personId, `${path}?${query}`);
      rows.push(...data);
      cursor = page.next;
    }
    return rows;
  }

  async get<Body>(personId: string, path: string): Promise<Body> {
    const headers = { authorization: `Bearer ${await this.tokenOf(personId)}` };
    const { status, text } = await this.exchange('GET', path, headers, null, 'never');
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return JSON.parse(text) as Body;
  }

  private tokenOf(personId: string): Promise<string> {
    const known = this.tokens.get(personId);
    if (known) return known;
    const token = this.signIn(personId);
    this.tokens.set(personId, token);
    return token;
  }

  private async signIn(personId: string): Promise<string> {
    const { status, text } = await this.exchange('POST', 'demo/token', {}, { personId }, 'never');
    if (status !== 200) throw new Error(`${personId} cannot sign in: ${status} ${text}`);
    return (JSON.parse(text) as { readonly token: string }).token;
  }

  /** Resolves with an answer that has come whole, and rejects for anything less. */
  private exchange(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
    cut: Cut,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const text = body === null ? null : JSON.stringify(body);
      const content =
        text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const sent = request(
        `${this.origin}/api/v1/${path}`,
        { method, agent, headers: { ...headers, ...content }, timeout: this.waitMsMax },
        (response) => {
          // The service answers only after the commit, so by now the command has happened and its client never hears of it.
          if (cut === 'never') received(response).then(resolve, reject);
          else {
            reject(new Error('cut before the answer was read'));
            response.on('error', () => {});
            sent.destroy();
          }
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${this.waitMsMax} ms`)));
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

interface Response {
  readonly status: number;
  readonly isReplay: boolean;
  readonly text: string;
}

interface ListBody {
  readonly data: readonly Record<string, unknown>[];
  readonly page: { readonly next: string | null };
}

async function received(response: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  if (!response.complete) throw new Error('the answer broke off');
  return {
    status: response.statusCode ?? 0,
    isReplay: response.headers['idempotent-replayed'] === 'true',
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

function outcomeOf({ status, isReplay, text }: Response): Outcome {
  if (status < 300) {
    // No more of it than is judged: a long run keeps each of them.
    const { id, length, position, eventIds } = JSON.parse(text) as Answer;
    return { kind: 'acknowledged', answer: { id, length, position, eventIds }, isReplay };
  }
  const { code } = JSON.parse(text) as { readonly code: string };
  // 5xx never says that nothing happened: a careful client asks again.
  return status < 500 ? { kind: 'refused', status, code } : { kind: 'unknown', status, why: code };
}

/** Commands made up by a seed: new streams, decisions on them that hold several events, and facts on one shared stream. */
export class Plan {
  private readonly random: SeededRandom;
  private readonly waiting: string[] = [];
  private made = 0;

  /** `tag` keeps what one writer makes up apart from the others'; `sharedId` is an inspection in fieldwork. */
  constructor(
    seed: number,
    private readonly tag: string,
    private readonly sharedId: string,
  ) {
    this.random = new SeededRandom(seed);
  }

  next(): Ask {
    const name = `${this.tag}-${++this.made}`;
    const waiting = this.waiting.shift();
    if (waiting !== undefined) return startOf(waiting);
    return this.random.pick([establishing, ordering, (it: string) => capturing(it, this.sharedId)])(name);
  }

  /** An order that was acknowledged is one that can be started. */
  learn({ ask, outcome }: Entry): void {
    if (outcome.kind === 'acknowledged' && ask.path === 'inspections') this.waiting.push(outcome.answer.id);
  }
}

export function establishing(name: string): Ask {
  const body = { id: uuidv7(), name: `Phòng ${name}`, code: name, kind: 'department', parentId: townId };
  return { personId: 'admin', path: 'units', body: { ...body, validFrom: '2023-01-01' }, fact: `unit ${name}` };
}

export function ordering(name: string): Ask {
  return {
    personId: 'thu',
    path: 'inspections',
    body: {
      id: uuidv7(),
      number: name,
      signedOn: '2023-05-04',
      basis: 'Kế hoạch kiểm tra cải cách hành chính',
      unitId: communeId(31783),
      orderedByUnitId: homeAffairsId,
      checklistKind: 'one-stop-spot-check',
      team: [
        { personId: 'hai', role: 'lead' },
        { personId: 'nam', role: 'member' },
      ],
    },
    fact: `inspection ${name}`,
  };
}

/** The start of an inspection that has just been ordered; its derived items are answered with it. */
export function startOf(id: string): Ask {
  return { personId: 'hai', path: `inspections/${id}/start`, body: {}, length: 1, fact: `start of ${id}` };
}

export function capturing(name: string, inspectionId: string): Ask {
  const sha256 = createHash('sha256').update(name).digest('hex');
  const evidence = [{ sha256, size: 1_000, mediaType: 'image/jpeg', name: `${name}.jpg`, kind: 'photo' }];
  const path = `inspections/${inspectionId}/evidence`;
  return { personId: 'nam', path, body: { itemCode: 'OSC-01', evidence }, fact: `evidence ${sha256}` };
}

/** The id of an inspection that was ordered and started, for commands that meet on one stream. */
export async function inspectionInFieldwork(api: Api, name = 'shared'): Promise<string> {
  const order = entryOf(ordering(name));
  const ordered = await api.send(order.ask, order.key);
  if (ordered.kind !== 'acknowledged') throw new Error(JSON.stringify(ordered));
  const start = entryOf(startOf(ordered.answer.id));
  const started = await api.send(start.ask, start.key);
  if (started.kind !== 'acknowledged') throw new Error(JSON.stringify(started));
  return started.answer.id;
}

/** Several people at work at once, each waiting for an answer before the next command, until the service fails them. */
export class Load {
  readonly record: Entry[] = [];
  private readonly planOf = new Map<Entry, Plan>();
  private acknowledged = 0;
  private writing = 0;
  private isStopped = false;

  constructor(private readonly plans: readonly Plan[]) {}

  /** Resolves when every writer has met a command that was not acknowledged, or was told to stop. */
  async run(api: Api): Promise<void> {
    this.isStopped = false;
    await Promise.all(this.plans.map((plan) => this.write(api, plan)));
  }

  /** Every writer still gets the answer it waits for. */
  stop(): void {
    this.isStopped = true;
  }

  /** Resolves once so many more commands were acknowledged than now, or nobody writes any more. */
  async progress(commands: number): Promise<void> {
    const goal = this.acknowledged + commands;
    while (this.acknowledged < goal && this.writing > 0) await sleep(1);
  }

  get unsettled(): readonly Entry[] {
    return this.record.filter(({ outcome }) => outcome.kind === 'unknown');
  }

  /** Asks again for everything whose outcome is unknown, with the same keys. Answers what was asked again. */
  async settle(api: Api): Promise<readonly Entry[]> {
    const entries = this.unsettled;
    await Promise.all(
      entries.map(async (entry) => {
        entry.outcome = await decided(api, entry);
        this.planOf.get(entry)?.learn(entry);
      }),
    );
    return entries;
  }

  private async write(api: Api, plan: Plan): Promise<void> {
    this.writing += 1;
    for (let isAcknowledged = true; isAcknowledged && !this.isStopped; ) {
      // In the record before it is sent, as an outbox has it: whatever happens from here on, it is known to have been asked.
      const entry = entryOf(plan.next());
      this.record.push(entry);
      this.planOf.set(entry, plan);
      entry.outcome = await decided(api, entry);
      plan.learn(entry);
      isAcknowledged = entry.outcome.kind === 'acknowledged';
      if (isAcknowledged) this.acknowledged += 1;
    }
    this.writing -= 1;
  }
}

/** A lost race says that nothing was written and asks to be run again; with several people on one stream it comes about. */
export async function decided(api: Api, { ask, key }: Entry): Promise<Outcome> {
  for (;;) {
    const outcome = await api.send(ask, key);
    if (!(outcome.kind === 'refused' && outcome.code === 'race-lost')) return outcome;
  }
}

/** A new command for the record, with a key of its own. */
export function entryOf(ask: Ask): Entry {
  return { key: uuidv7(), ask, outcome: { kind: 'unknown', status: null, why: 'not sent yet' } };
}

import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  status,
} from '@grpc/grpc-js';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { type KeptRecord, type NewRecord, RecordLog, type Verdict } from './kurrentdb-double-log.js';

/** What becomes of one append: answered late, not written, or written but never acknowledged. */
export type Fault =
  | { readonly kind: 'cut-before-writing' }
  | { readonly kind: 'cut-after-writing' }
  | { readonly kind: 'never-answer' }
  | { readonly kind: 'write-late'; readonly ms: number };

/**
 * A double of a KurrentDB server, in memory, behind the service definitions that its client ships: Streams Append,
 * BatchAppend and Read (streams, $all, filters, subscriptions) and ServerFeatures. It proves our adapter, not the server:
 * nothing here is durable, and whatever a real server does otherwise it does otherwise.
 */
export interface KurrentDbDouble {
  readonly url: string;
  readonly log: RecordLog;
  /** The next append to a stream whose name starts like this meets the fault; each fault is met once. */
  failNext(streamPrefix: string, fault: Fault): void;
  /** Every connection is reset; the next ones are taken. */
  cutConnections(): void;
  /** Nobody can connect until `takeConnections`, and those that are there are reset. */
  refuseConnections(): void;
  takeConnections(): void;
  /** How many calls of each method have come. */
  readonly calls: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export async function startKurrentDbDouble({ hasBatchAppend = true } = {}): Promise<KurrentDbDouble> {
  const log = new RecordLog();
  const faults: { readonly streamPrefix: string; readonly fault: Fault }[] = [];
  const calls = new Map<string, number>();
  const count = (method: string) => calls.set(method, (calls.get(method) ?? 0) + 1);
  const sockets = new Set<Socket>();
  let isRefusing = false;
  const cutConnections = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  /** `answer` is not called when the fault says that nobody hears of it. */
  const write = (stream: string, expected: Expected, records: readonly NewRecord[], answer: (v: Verdict) => void) => {
    // What is left of a call whose client went away before it had sent anything.
    if (records.length === 0) return;
    const met = faults.findIndex(({ streamPrefix }) => stream.startsWith(streamPrefix));
    const fault = met < 0 ? undefined : faults.splice(met, 1)[0]?.fault;
    switch (fault?.kind) {
      case 'cut-before-writing':
        return cutConnections();
      case 'cut-after-writing':
        log.append(stream, expected, records);
        return cutConnections();
      case 'never-answer':
        log.append(stream, expected, records);
        return;
      case 'write-late':
        setTimeout(() => answer(log.append(stream, expected, records)), fault.ms);
        return;
      default:
        answer(log.append(stream, expected, records));
    }
  };

  const server = new Server();
  server.addService(ServerFeaturesService, {
    getSupportedMethods(_call: unknown, respond: sendUnaryData<SupportedMethods>) {
      count('GetSupportedMethods');
      respond(null, supportedMethods(hasBatchAppend));
    },
  });
  server.addService(StreamsService, {
    append(call: ServerReadableStream<AppendReq, AppendResp>, respond: sendUnaryData<AppendResp>) {
      count('Append');
      let stream = '';
      let expected: Expected = 'any';
      const records: NewRecord[] = [];
      call.on('data', (request: AppendReq) => {
        const options = request.getOptions();
        const message = request.getProposedMessage();
        if (options) {
          stream = nameOf(options.getStreamIdentifier()?.getStreamName_asU8());
          expected = options.hasNoStream() ? 'none' : options.hasRevision() ? Number(options.getRevision()) : 'any';
        }
        if (message) records.push(newRecord(message));
      });
      call.on('end', () => write(stream, expected, records, (verdict) => respond(null, appendResponse(verdict))));
    },
    batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) {
      count('BatchAppend');
      const open = new Map<string, { stream: string; expected: Expected; records: NewRecord[] }>();
      call.on('data', (request: BatchAppendReq) => {
        const id = request.getCorrelationId();
        const key = id?.getString() ?? '';
        const options = request.getOptions();
        if (options)
          open.set(key, {
            stream: nameOf(options.getStreamIdentifier()?.getStreamName_asU8()),
            expected: options.hasNoStream()
              ? 'none'
              : options.hasStreamPosition()
                ? Number(options.getStreamPosition())
                : 'any',
            records: [],
          });
        const append = open.get(key);
        append?.records.push(...request.getProposedMessagesList().map(newRecord));
        if (!append || !request.getIsFinal()) return;
        open.delete(key);
        write(append.stream, append.expected, append.records, (verdict) => {
          call.write(batchResponse(verdict, append.stream).setCorrelationId(id));
        });
      });
      call.on('error', () => {});
      call.on('end', () => call.end());
    },
    read(call: ServerWritableStream<ReadReq, ReadResp>) {
      const options = call.request.getOptions();
      if (!options) throw new Error('a read without options');
      count(options.hasSubscription() ? 'Subscribe' : 'Read');
      try {
        if (options.hasSubscription()) subscribe(log, options, call);
        else {
          for (const answer of answersTo(log, options)) call.write(answer);
          call.end();
        }
      } catch (error) {
        call.emit('error', { code: status.INVALID_ARGUMENT, details: String(error) });
      }
    },
  });

  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  // A gate in front, because a gRPC server cannot cut a connection and live on.
  const gate = createServer((socket) => {
    if (isRefusing) {
      socket.resetAndDestroy();
      return;
    }
    const inner = dial(port, '127.0.0.1');
    sockets.add(socket);
    for (const end of [socket, inner]) end.setNoDelay(true).on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      inner.destroy();
    });
    inner.on('close', () => socket.destroy());
    socket.pipe(inner).pipe(socket);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));

  return {
    url: `kurrentdb://127.0.0.1:${portOf(gate.address())}?tls=false`,
    log,
    calls,
    failNext: (streamPrefix, fault) => faults.push({ streamPrefix, fault }),
    cutConnections,
    refuseConnections() {
      isRefusing = true;
      cutConnections();
    },
    takeConnections() {
      isRefusing = false;
    },
    async stop() {
      cutConnections();
      server.forceShutdown();
      await new Promise((resolve) => gate.close(resolve));
    },
  };
}

type Expected = 'any' | 'none' | number;

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return address.port;
}

function nameOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}

function newRecord(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): NewRecord {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function supportedMethods(hasBatchAppend: boolean): SupportedMethods {
  const methods = ['append', 'read', ...(hasBatchAppend ? ['batchappend'] : [])].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('0.0.0-double').setMethodsList(methods);
}

function appendResponse(verdict: Verdict): AppendResp {
  if (verdict.kind === 'wrong') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (verdict.length === 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(verdict.length - 1));
    if (verdict.expected === 'none') wrong.setExpectedNoStream(new shared.Empty());
    else if (verdict.expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else wrong.setExpectedRevision(String(verdict.expected));
    return new streams.AppendResp().setWrongExpectedVersion(wrong);
  }
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(verdict.last.revision));
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(String(verdict.last.position)).setPreparePosition(String(verdict.last.position));
  return new streams.AppendResp().setSuccess(success.setPosition(position));
}

function batchResponse(verdict: Verdict, stream: string): BatchAppendResp {
  const response = new streams.BatchAppendResp().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (verdict.kind === 'wrong') {
    const wrong = new shared.WrongExpectedVersion();
    if (verdict.length === 0) wrong.setCurrentNoStream(new empty.Empty());
    else wrong.setCurrentStreamRevision(String(verdict.length - 1));
    if (verdict.expected === 'none') wrong.setExpectedNoStream(new empty.Empty());
    else if (verdict.expected === 'any') wrong.setExpectedAny(new empty.Empty());
    else wrong.setExpectedStreamPosition(String(verdict.expected));
    const details = new any.Any();
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
    return response.setError(new statuses.Status().setCode(9).setMessage('wrong version').setDetails(details));
  }
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(verdict.last.position)).setPreparePosition(String(verdict.last.position));
  const success = new streams.BatchAppendResp.Success();
  return response.setSuccess(success.setCurrentRevision(String(verdict.last.revision)).setPosition(position));
}

/** What the request asks for, of a read that ends. */
function* answersTo(log: RecordLog, options: ReadReq.Options): Iterable<ReadResp> {
  const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  // An unsigned 64-bit count, of which "all of them" is more than a number holds.
  const count = Number(options.getCount());
  const byName = options.getStream();
  if (byName) {
    const name = nameOf(byName.getStreamIdentifier()?.getStreamName_asU8());
    const kept = log.stream(name);
    if (!kept) {
      const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(name));
      yield new streams.ReadResp().setStreamNotFound(
        new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier),
      );
      return;
    }
    const from = byName.hasRevision() ? Number(byName.getRevision()) : byName.hasEnd() ? Number.POSITIVE_INFINITY : 0;
    const found = isBackwards
      ? kept.filter(({ revision }) => revision <= from).reverse()
      : kept.filter(({ revision }) => revision >= from);
    for (const record of found.slice(0, count)) yield eventResponse(record, options);
    return;
  }
  const all = options.getAll();
  const at = all?.getPosition();
  const from = at ? log.boundary(Number(at.getCommitPosition())) : all?.hasEnd() ? Number.POSITIVE_INFINITY : 0;
  const matches = matcherOf(options);
  let given = 0;
  for (const record of isBackwards ? log.before(from) : log.from(from)) {
    if (given === count) return;
    if (!matches(record)) continue;
    given += 1;
    yield eventResponse(record, options);
  }
}

/** Catches up, says so, and stays. A subscription's position is one that was seen; a read's is one to begin with. */
function subscribe(log: RecordLog, options: ReadReq.Options, call: ServerWritableStream<ReadReq, ReadResp>): void {
  const all = options.getAll();
  if (!all) throw new Error('the double subscribes to $all only');
  const at = all.getPosition();
  const matches = matcherOf(options);
  let seen = at ? log.boundary(Number(at.getCommitPosition())) : all.hasEnd() ? log.end : -1;
  call.write(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
    ),
  );
  const catchUp = () => {
    for (const record of log.from(seen + 1)) {
      seen = record.position;
      if (matches(record)) call.write(eventResponse(record, options));
    }
  };
  catchUp();
  call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  const stopListening = log.listen(catchUp);
  call.on('cancelled', stopListening);
  call.on('close', stopListening);
  call.on('error', stopListening);
}

function matcherOf(options: ReadReq.Options): (record: KeptRecord) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  const textOf = (record: KeptRecord) => (onStream ? record.stream : record.type);
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => textOf(record).startsWith(prefix));
  const pattern = new RegExp(expression?.getRegex() ?? '');
  return (record) => pattern.test(textOf(record));
}

function eventResponse(record: KeptRecord, options: ReadReq.Options): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(record.id, options.getUuidOption()?.hasStructured() === true))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(record.stream)))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.position))
    .setPreparePosition(String(record.position))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('content-type', record.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(record.createdMs) * 10_000n));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(record.position)),
  );
}

function uuidOf(id: string, isStructured: boolean) {
  if (!isStructured) return new shared.UUID().setString(id);
  const bits = Buffer.from(id.replaceAll('-', ''), 'hex');
  return new shared.UUID().setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(String(bits.readBigInt64BE(0)))
      .setLeastSignificantBits(String(bits.readBigInt64BE(8))),
  );
}

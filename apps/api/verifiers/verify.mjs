#!/usr/bin/env node
// Verifies a bundle that Soát has exported, and trusts nobody: no server, no network, no package, no other file of this project.
//
//   node verify.mjs BUNDLE --key KEY [--pinned CHECKPOINT] [--evidence FOLDER]
//
// BUNDLE      the exported file
// --key       the log's verifier key (name+id+base64), or a file with one such key a line; get it another way than the bundle
// --pinned    a file with a checkpoint you kept: the log must begin with it
// --evidence  a folder with evidence files: which of them are as the events declare
//
// Exit 0: everything holds that was checked. 1: something was altered, and the first such event, or each such file, is named.
// 2: it could not be checked.
//
// What is checked, by which standard: the checkpoint's signature (C2SP signed-note, Ed25519), each event's leaf (SHA-256 over
// 0x00 and its envelope), its way to the signed root (RFC 9162, 2.1.3), or all leaves together for the whole log; that a
// pinned checkpoint's log is the beginning of this one (RFC 9162, 2.1.4); each shown payload against the digest in its
// envelope; that the list of evidence is what those payloads declare; that streams, times and positions follow one another, and that
// in no stream more is missing between its events than was withheld there.
//
// Node 20.12 or newer.
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, MessageChannel, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

/** What was altered, where. */
export class Altered extends Error {}
/** What cannot be checked, and why. */
export class Uncheckable extends Error {}

// Hashes are hexadecimal text from here on.
const sha256 = (bytes) => hash('sha256', bytes, 'hex');
const pair = Buffer.alloc(65, 1);
/** SHA-256 over 0x01 and two hashes. */
const join = (left, right) => {
  pair.write(left, 1, 'hex');
  pair.write(right, 33, 'hex');
  return sha256(pair);
};
let room = Buffer.alloc(2 ** 16);
/** SHA-256 over a prefix, in hexadecimal, and a text's bytes. */
const sha256Of = (prefix, text, encoding) => {
  const most = prefix.length + 3 * text.length;
  if (most > room.length) room = Buffer.alloc(2 * most);
  const begin = room.write(prefix, 'hex');
  return sha256(room.subarray(0, begin + room.write(text, begin, encoding)));
};
const decode = (base64) => {
  const bytes = Buffer.from(String(base64), 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== base64) throw new Altered(`"${base64}" is no hash`);
  return bytes.toString('hex');
};

// --- keys and checkpoints -------------------------------------------------------------------------------------------

export function readKey(text) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(String(text).trim()) ?? [];
  const raw = Buffer.from(encoded ?? '', 'base64');
  if (!name || raw.length !== 33 || raw[0] !== 1)
    throw new Uncheckable('the key is no verifier key: name+id+base64 was to come');
  const keyId = sha256(Buffer.concat([Buffer.from(`${name}\n`), raw])).slice(0, 8);
  if (keyId !== id) throw new Uncheckable(`the key of ${name} is damaged: its id does not fit it`);
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)]);
  return { name, keyId, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** { origin, size, root } of a signed checkpoint. */
export function openCheckpoint(note, keys, what) {
  const text = String(note);
  const cut = text.lastIndexOf('\n\n');
  const body = text.slice(0, cut + 1);
  const [origin, size, root] = body.split('\n');
  const lines = cut < 0 ? [] : text.slice(cut + 2).split('\n');
  const isSigned = lines.some((line) => {
    const [dash, name, signed] = line.split(' ');
    if (dash !== '—' || !signed) return false;
    const bytes = Buffer.from(signed, 'base64');
    return keys.some(
      ({ name: ours, keyId, key }) =>
        ours === name &&
        ours === origin &&
        keyId === bytes.toString('hex', 0, 4) &&
        verify(null, Buffer.from(body), key, bytes.subarray(4)),
    );
  });
  if (!isSigned) throw new Altered(`${what} is not signed by the key given`);
  if (!/^(0|[1-9]\d*)$/.test(size ?? '') || !Number.isSafeInteger(Number(size)))
    throw new Altered(`${what} has no size`);
  return { origin, size: Number(size), root: decode(root) };
}

// --- Merkle tree, as RFC 9162 defines it: by halves, recursively ------------------------------------------------------

const splitAt = (width) => {
  let half = 1;
  while (half * 2 < width) half *= 2;
  return half;
};

/** The root that a leaf and its proof lead to; the proof's last hash is the uppermost. */
export function rootByProof(index, size, leaf, proof, depth = proof.length) {
  if (size === 1) {
    if (depth !== 0) throw new Altered('its proof is too long');
    return leaf;
  }
  if (depth === 0) throw new Altered('its proof is too short');
  const half = splitAt(size);
  const beside = proof[depth - 1];
  return index < half
    ? join(rootByProof(index, half, leaf, proof, depth - 1), beside)
    : join(beside, rootByProof(index - half, size - half, leaf, proof, depth - 1));
}

/** The roots over `from` and over `to` leaves that a consistency proof leads to. */
export function rootsByProof(from, to, oldRoot, proof) {
  const rest = [...proof];
  const walk = (old, width, isWhole) => {
    if (old === width) {
      const root = isWhole ? oldRoot : rest.shift();
      if (!root) throw new Altered('the proof of growth is too short');
      return [root, root];
    }
    const half = splitAt(width);
    if (old <= half) {
      const [before, now] = walk(old, half, isWhole);
      return [before, join(now, take())];
    }
    const [before, now] = walk(old - half, width - half, false);
    const left = take();
    return [join(left, before), join(left, now)];
  };
  const take = () => {
    const next = rest.shift();
    if (!next) throw new Altered('the proof of growth is too short');
    return next;
  };
  const roots = walk(from, to, true);
  if (rest.length > 0) throw new Altered('the proof of growth is too long');
  return roots;
}

/** All leaves, one after the other: subtrees of equal width are joined as they come. */
export class Leaves {
  #waiting = [];
  count = 0;
  add(leaf) {
    let subtree = leaf;
    this.count += 1;
    for (let rest = this.count; rest % 2 === 0; rest /= 2) subtree = join(this.#waiting.pop(), subtree);
    this.#waiting.push(subtree);
  }
  root() {
    return this.#waiting.length === 0 ? sha256('') : this.#waiting.reduceRight((right, left) => join(left, right));
  }
}

// --- a line of the bundle ---------------------------------------------------------------------------------------------

/** What a line holds (null for what is no JSON), and the encoding in which its texts are the bytes of the file. */
export function readLine(line) {
  // Read as Latin-1, each byte a character, JSON is parsed three times as fast, and means the same: all that structures JSON is
  // ASCII, and all other bytes stand inside texts, from where Latin-1 gives them back as they were. Only an escape like \u1234
  // names a character, not a byte.
  const encoding = line.includes('\\u') ? 'utf8' : 'latin1';
  return { row: parsed(line.toString(encoding)), encoding };
}

/** A text out of such a row, to be shown or compared. */
function plainText(text, encoding) {
  return encoding === 'latin1' && typeof text === 'string' ? Buffer.from(text, 'latin1').toString() : text;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// --- evidence ---------------------------------------------------------------------------------------------------------

/** The files a payload declares, sorted: each object in it with sha256, size and mediaType, as text; with the names it gives it. */
export function declaredIn(payload, encoding) {
  const found = new Map();
  const plain = (text) => plainText(text, encoding);
  const walk = (value) => {
    if (value === null || typeof value !== 'object') return;
    const { sha256, size, mediaType, name } = value;
    if (typeof sha256 === 'string' && typeof size === 'number' && typeof mediaType === 'string') {
      const key = `${sha256} ${size} ${plain(mediaType)}`;
      const names = found.get(key) ?? [];
      if (typeof name === 'string') names.push(plain(name));
      found.set(key, names);
    }
    Object.values(value).forEach(walk);
  };
  walk(parsed(payload));
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * What a folder holds of the declared evidence: right where a file has the declared content, whatever its name; altered where a file
 * bears the name of a declared one (its own, or its SHA-256) and another content; else missing.
 */
export function checkEvidence(evidence, folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ file, name: path.basename(file), digest: digestOf(file) }));
  const held = new Set(files.map(({ digest }) => digest));
  const others = files.filter(({ digest }) => !evidence.has(digest));
  const result = { right: 0, altered: [], missing: [], others: others.length };
  for (const [sha256, { positions, names }] of evidence) {
    const altered = others.find(({ name }) => names.has(name) || name === sha256 || name.startsWith(`${sha256}.`));
    if (held.has(sha256)) result.right += 1;
    else if (altered) result.altered.push({ file: altered.file, sha256, positions });
    else result.missing.push({ sha256, positions, names });
  }
  result.others -= new Set(result.altered.map(({ file }) => file)).size;
  return result;
}

function digestOf(file) {
  const digest = createHash('sha256');
  for (const part of partsOf(file)) digest.update(part);
  return digest.digest('hex');
}

// --- the bundle -------------------------------------------------------------------------------------------------------

const envelopeMembers =
  'actor,causationId,commandId,commandIndex,correlationId,effectiveOn,eventId,occurredAt,onBehalfOf,payloadDigest,recordedAt,role,schemaVersion,streamCategory,streamId,type,unitId,v,version'.split(
    ',',
  );

function hasMembers(envelope) {
  const names = Object.keys(envelope);
  return names.length === envelopeMembers.length && names.every((name, at) => name === envelopeMembers[at]);
}

/**
 * What a line holds and whether that is right by itself, whatever stands around it: nearly all of the work, and threads share it.
 * A list that begins with what it is; lists pass from thread to thread faster than objects do.
 * @param log { size, isWhole }: of the sealed log, and whether the bundle holds all of it, and so no proof with each event
 */
function seen(line, log) {
  if (line.length === 0) return ['empty'];
  if (!isUtf8(line)) return ['no UTF-8'];
  const { row, encoding } = readLine(line);
  if (row === null || typeof row !== 'object') return ['nothing'];
  if (row.evidence) {
    const { index, sha256, size, mediaType } = row.evidence;
    return ['evidence', index, sha256, `${sha256} ${size} ${plainText(mediaType, encoding)}`];
  }
  if (row.consistency) return ['consistency', row.consistency];
  if (row.end) return ['end', row.end];
  return seenEvent(row, encoding, log);
}

function seenEvent(row, encoding, log) {
  const plain = (text) => plainText(text, encoding);
  let [leaf, envelope, declared] = [null, null, null];
  /** Why the envelope is none. */
  const unfit = faultIn(() => {
    if (row.envelope === undefined) leaf = decode(row.leaf);
    else {
      leaf = sha256Of('00', textOf(row.envelope), encoding);
      envelope = parsed(row.envelope);
      if (envelope === null || typeof envelope !== 'object' || !hasMembers(envelope))
        throw new Altered('its envelope has other members');
    }
  });
  /** Why it is not in the log, or its payload is not what was recorded. */
  const untrue =
    unfit === null &&
    faultIn(() => {
      if (!log.isWhole) proved(row, leaf, log);
      if (row.payload !== undefined) declared = recorded(row, envelope, encoding);
    });
  const holds = row.payload !== undefined ? 'payload' : row.envelope !== undefined ? 'envelope' : 'leaf';
  const { eventId, recordedAt, version, streamCategory, streamId, type } = envelope ?? {};
  const stream = envelope && `${plain(streamCategory)} ${plain(streamId)}`;
  return [
    'event',
    row.index,
    holds,
    unfit,
    untrue || null,
    leaf,
    eventId,
    recordedAt,
    version,
    stream,
    plain(type),
    declared,
  ];
}

/** What a check finds altered; null where nothing is. */
function faultIn(check) {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Altered) return error.message;
    throw error;
  }
}

function textOf(value) {
  if (typeof value !== 'string') throw new Altered('text was to come');
  return value;
}

function proved(row, leaf, log) {
  if (!Array.isArray(row.proof)) throw new Altered('it has no proof');
  const root = rootByProof(row.index, log.size, leaf, row.proof.map(decode));
  if (root !== log.root) throw new Altered('it is not in the sealed log');
}

/** The files a payload declares; it is as it was recorded. */
function recorded({ salt, payload }, envelope, encoding) {
  if (!/^(?:[0-9a-f]{2})*$/.test(textOf(salt))) throw new Altered('its salt is not hexadecimal');
  const digest = sha256Of(`02${salt}`, textOf(payload), encoding);
  if (digest !== envelope?.payloadDigest) throw new Altered('what it says is not what was recorded');
  return payload.includes('"sha256":"') ? declaredIn(payload, encoding) : null;
}

/** What the first two lines say: { head, checkpoint }, and what each line is checked against. */
function opened(lines, keys) {
  const read = (number) => {
    const { value: line } = lines.next();
    if (line === undefined) throw new Uncheckable('the bundle has no head and no checkpoint');
    if (!isUtf8(line)) throw new Altered(`line ${number} is not UTF-8`);
    const row = parsed(line.toString());
    if (row === null || typeof row !== 'object') throw new Altered(`line ${number} holds nothing that belongs here`);
    return { row, length: line.length + 1 };
  };
  const { row: head, length } = read(1);
  if (head.format !== 'soat-bundle/2')
    throw new Uncheckable('this is no bundle: its first line says no format soat-bundle/2');
  const second = read(2);
  const checkpoint = openCheckpoint(second.row.checkpoint, keys, 'the checkpoint of the bundle');
  if (checkpoint.size !== head.size) throw new Altered('the size in the head is not that of the checkpoint');
  const { kind, id } = head.scope ?? {};
  return { ...checkpoint, scope: { kind, id }, isWhole: kind === 'everything', begin: length + second.length };
}

/**
 * Checks the lines of a bundle, each a Buffer without its line feed.
 * @returns what was checked, and what was not
 * @throws Altered, Uncheckable
 */
export function verifyBundle(lines, { keys, pinned = null }) {
  const rest = lines[Symbol.iterator]();
  const pin = pinned === null ? null : openCheckpoint(pinned, keys, 'the pinned checkpoint');
  const log = opened(rest, keys);
  const all = function* () {
    for (let { value: line, done } = rest.next(); !done; { value: line, done } = rest.next()) yield seen(line, log);
  };
  return follow(all(), log, pin);
}

/** The same of a file, by several threads where it is long. */
export function verifyFile(file, { keys, pinned = null }) {
  const { size } = statSync(file);
  const threads = Math.min(availableParallelism(), mostThreads);
  if (size < shortest || threads === 1) return verifyBundle(linesOf(file), { keys, pinned });
  const helpers = Array.from({ length: threads - 1 }, startHelper);
  try {
    const pin = pinned === null ? null : openCheckpoint(pinned, keys, 'the pinned checkpoint');
    const lines = linesOf(file);
    const log = opened(lines, keys);
    lines.return();
    return follow(seenBySlices({ file, size, log }, helpers), log, pin);
  } finally {
    for (const { worker } of helpers) worker.terminate();
  }
}

/**
 * The events of which only the leaf is shown, in their order. Which stream one is of is not told: where a stream has a gap, one that
 * stands there has to be of it, and stands for one event only. Each gap takes the earliest that nobody has taken; since gaps are
 * told in the order of their ends, all find theirs wherever there is any way that they could.
 */
class Withheld {
  /** For each the next that is not taken, itself perhaps, as far as is known. */
  #free = [0];
  get count() {
    return this.#free.length - 1;
  }
  add() {
    this.#free.push(this.count + 1);
  }
  /** Takes as many as are due of those from `first` on: how many there were. */
  take(due, first) {
    for (let taken = 0; taken < due; taken += 1) {
      const one = this.#freeFrom(first);
      if (one === this.count) return taken;
      this.#free[one] = one + 1;
    }
    return due;
  }
  #freeFrom(first) {
    let one = first;
    while (this.#free[one] !== one) one = this.#free[one];
    // Shortens the way for who comes next.
    for (let at = first; at !== one; ) {
      const next = this.#free[at];
      this.#free[at] = one;
      at = next;
    }
    return one;
  }
}

/** What follows from line to line: each as it was seen, in their order, so that the first that is not right is told. */
function follow(all, log, pin) {
  const report = {
    events: 0,
    payloads: 0,
    withheld: 0,
    leafOnly: 0,
    /** What the file says it is; nobody has signed that. */
    scope: log.scope,
    isWhole: log.isWhole,
    origin: log.origin,
    size: log.size,
    newest: '',
    pinned: null,
    /** By SHA-256: { positions of events, names } */
    evidence: new Map(),
  };
  let [growth, end] = [null, null];
  let [lastIndex, lastTime] = [-1, ''];
  let pinRoot = null;
  const whole = new Leaves();
  /** Of each: the number of its last event, and how many had been withheld before that, of any stream. */
  const streams = new Map();
  const withheld = new Withheld();
  const ids = new Set();
  /** What the last event declares and the list has not named yet. */
  let unlisted = [];
  let number = 2;

  if (pin && pin.origin !== log.origin) throw new Altered('the pinned checkpoint is of another log');
  if (pin && pin.size > log.size)
    throw new Altered(`the log has ${log.size} events, and the pinned checkpoint covers ${pin.size}: it was set back`);

  for (const line of all) {
    const [kind, what] = line;
    number += 1;
    if (end && kind === 'empty') continue;
    if (end) throw new Altered(`line ${number}: something follows the end`);
    if (kind === 'no UTF-8') throw new Altered(`line ${number} is not UTF-8`);
    if (kind === 'nothing' || kind === 'empty') throw new Altered(`line ${number} holds nothing that belongs here`);
    if (kind === 'evidence') {
      listed(line);
      continue;
    }
    if (unlisted.length > 0) {
      const [due] = unlisted[0][0].split(' ');
      throw new Altered(`line ${number}: evidence of event ${lastIndex + 1} is not listed before it: ${due}`);
    }
    if (kind === 'consistency') growth = what;
    else if (kind === 'end') end = what;
    else event(line);
  }

  function event([, index, holds, unfit, untrue, leaf, eventId, recordedAt, version, stream, type, declared]) {
    const altered = (why) => {
      const about = stream === null ? '' : `, ${type} of ${stream}`;
      return new Altered(`event ${index + 1} (line ${number}${about}): ${why}`);
    };
    if (!Number.isSafeInteger(index) || index <= lastIndex || index >= log.size)
      throw new Altered(`line ${number}: event ${Number(index) + 1} does not belong here`);
    lastIndex = index;
    if (unfit) throw altered(unfit);
    const last = stream === null ? null : lastOf(stream);
    if (last) {
      if (ids.has(eventId)) throw altered('it stands there twice');
      ids.add(eventId);
      if (recordedAt < lastTime) throw altered('it was recorded before the one before it');
      lastTime = recordedAt;
      report.newest = recordedAt;
      if (version <= last.version) throw altered(`number ${version} of its stream after ${last.version}`);
    }
    if (log.isWhole) {
      if (index !== whole.count) throw altered(`event ${whole.count + 1} is missing before it`);
      whole.add(leaf);
      if (pin && whole.count === pin.size) pinRoot = whole.root();
    }
    if (untrue) throw altered(untrue);
    if (last) {
      const due = version - last.version - 1;
      const stood = withheld.take(due, last.seen);
      if (stood < due) {
        const numbers = due === 1 ? `number ${version - 1}` : `numbers ${last.version + 1} to ${version - 1}`;
        throw altered(
          `${due - stood} missing before it: ${numbers} of its stream, of which no more than ${stood} were withheld`,
        );
      }
      last.version = version;
      last.seen = withheld.count;
    } else {
      withheld.add();
      report.leafOnly += 1;
    }
    report.events += 1;
    if (holds === 'payload') report.payloads += 1;
    if (holds === 'envelope') report.withheld += 1;
    unlisted = declared ?? [];
  }

  function lastOf(stream) {
    let last = streams.get(stream);
    if (!last) {
      last = { version: 0, seen: 0 };
      streams.set(stream, last);
    }
    return last;
  }

  function listed([, index, sha256, key]) {
    const [due, names] = unlisted.shift() ?? [];
    if (index !== lastIndex || key !== due)
      throw new Altered(`line ${number}: evidence is listed that event ${lastIndex + 1} does not declare: ${sha256}`);
    const known = report.evidence.get(sha256) ?? { positions: [], names: new Set() };
    known.positions.push(index + 1);
    for (const name of names) known.names.add(name);
    report.evidence.set(sha256, known);
  }

  if (!end || end.events !== report.events)
    throw new Altered('the bundle was cut off: its end is missing or counts other events');
  if (log.isWhole) {
    if (whole.count !== log.size)
      throw new Altered(`event ${whole.count + 1} is missing: the checkpoint covers ${log.size}`);
    if (whole.root() !== log.root) throw new Altered('the events together are not what was sealed');
  }
  if (pin) {
    if (pin.size === log.size) pinRoot = log.root;
    else if (!pinRoot) {
      if (growth?.from !== pin.size || !Array.isArray(growth.hashes))
        throw new Uncheckable(
          `the bundle proves nothing about the pinned checkpoint: export it again with ?pinned=${pin.size}`,
        );
      const [before, now] = rootsByProof(pin.size, log.size, pin.root, growth.hashes.map(decode));
      if (now !== log.root) throw new Altered('the log does not begin with the pinned checkpoint');
      pinRoot = before;
    }
    if (pinRoot !== pin.root) throw new Altered('the log does not begin with the pinned checkpoint');
    report.pinned = pin.size;
  }
  return report;
}

// --- a file -----------------------------------------------------------------------------------------------------------

/** A file in parts, each good until the next one is asked for; null for one that can only be read from its beginning on. */
function* partsOf(file, from = null) {
  const descriptor = openSync(file);
  try {
    const part = Buffer.alloc(2 ** 18);
    for (let at = from; ; ) {
      const read = readSync(descriptor, part, 0, part.length, at);
      if (read === 0) return;
      if (at !== null) at += read;
      yield part.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Each line of a file, as bytes that are good until the next one is asked for. */
function* linesOf(file, from = null) {
  /** Of a line whose end was not read yet. */
  let begun = [];
  for (const part of partsOf(file, from)) {
    let start = 0;
    for (let cut = part.indexOf(0x0a); cut >= 0; cut = part.indexOf(0x0a, start)) {
      const last = part.subarray(start, cut);
      yield begun.length === 0 ? last : Buffer.concat([...begun, last]);
      begun = [];
      start = cut + 1;
    }
    if (start < part.length) begun.push(Buffer.from(part.subarray(start)));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

// --- several threads --------------------------------------------------------------------------------------------------
//
// A long file is cut into slices of equal length; a line belongs to the slice it begins in. Each thread takes the next slice that
// nobody has taken yet and sees its lines; the main thread does the same, and follows from line to line in the order of the file.
// It waits for nobody: a slice that has not come when its turn is there, and no other left to take, is seen by the main thread
// itself. So a thread that is slow, or could not start, or broke off, changes nothing but the time.

const sliceLength = 2 ** 19;
/** No thread takes a slice that is so many ahead of the one whose turn it is. */
const farthest = 128;
/** The main thread among them. That has so much to do alone that more are of little use. */
const mostThreads = 4;
/** A thread takes as long to start as half of this many bytes take to be checked. */
const shortest = 2 ** 23;

/** The lines that begin in a slice. */
function seenIn(slice, { file, size, log }) {
  const from = log.begin + slice * sliceLength;
  const to = Math.min(from + sliceLength, size);
  const all = [];
  // From a byte earlier, so that what stands before the first line feed is the rest of a line of the slice before.
  let at = from - 1;
  let isBefore = true;
  for (const line of linesOf(file, at)) {
    if (!isBefore) all.push(seen(line, log));
    isBefore = false;
    at += line.length + 1;
    if (at >= to) break;
  }
  return all;
}

const slicesOf = ({ size, log }) => Math.ceil((size - log.begin) / sliceLength);

function startHelper() {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL(import.meta.url), { workerData: { soatPort: port2 }, transferList: [port2] });
  // What it does not do is done here.
  worker.on('error', () => {});
  return { worker, port: port1 };
}

/** Places of two numbers that the threads share: the next slice to take, and the one whose turn it is. */
const [next, turn] = [0, 1];

function* seenBySlices(bundle, helpers) {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const slices = slicesOf(bundle);
  for (const { port } of helpers) port.postMessage({ ...bundle, shared });
  const come = new Map();
  for (let slice = 0; slice < slices; slice += 1) {
    Atomics.store(shared, turn, slice);
    Atomics.notify(shared, turn);
    for (;;) {
      for (const { port } of helpers)
        for (let each = receiveMessageOnPort(port); each; each = receiveMessageOnPort(port))
          if (each.message.slice >= slice) come.set(each.message.slice, each.message.all);
      if (come.has(slice)) break;
      const taken = Atomics.load(shared, next) < slice + farthest ? Atomics.add(shared, next, 1) : slices;
      const own = taken < slices ? taken : slice;
      come.set(own, seenIn(own, bundle));
    }
    yield* come.get(slice);
    come.delete(slice);
  }
}

/** What each thread but the main one does. */
function help(port) {
  port.once('message', ({ shared, ...bundle }) => {
    const slices = slicesOf(bundle);
    for (let slice = Atomics.add(shared, next, 1); slice < slices; slice = Atomics.add(shared, next, 1)) {
      for (let now = Atomics.load(shared, turn); slice >= now + farthest; now = Atomics.load(shared, turn))
        Atomics.wait(shared, turn, now);
      port.postMessage({ slice, all: seenIn(slice, bundle) });
    }
    port.close();
  });
}

// --- the command ------------------------------------------------------------------------------------------------------

const kinds = new Map([
  ['inspection', ['vụ việc', 'the case']],
  ['unit', ['đơn vị', 'the unit']],
]);

/** What the file says it is of, before anything is said of what is in it: a file under another's name is to be seen as that. */
function claimOf({ scope, isWhole, size }) {
  // Whoever made the file chose these letters.
  const id = /^[\w-]{1,64}$/.test(scope.id) ? scope.id : printable(scope.id);
  const [vi, en] = kinds.get(scope.kind) ?? [printable(scope.kind), printable(scope.kind)];
  return isWhole
    ? {
        vi: [`Tệp này tự nhận là toàn bộ sổ. Đã kiểm: có đủ ${size} sự kiện đến điểm niêm phong trong tệp.`],
        en: [`This file says of itself that it is the whole log. Checked: all ${size} events up to its checkpoint.`],
      }
    : {
        vi: [
          `Tệp này tự nhận là ${vi} ${id}; không phải toàn bộ sổ.`,
          'Phạm vi đó do tệp tự khai, không ai ký: hãy so với vụ việc hay đơn vị mình đã hỏi.',
        ],
        en: [
          `This file says of itself that it is of ${en} ${id}; it is not the whole log.`,
          'That is its own claim, which nobody has signed: compare it with the case or unit that you asked for.',
        ],
      };
}

function printable(value) {
  return String(JSON.stringify(value))
    .replace(/[^ -~]/g, '?')
    .slice(0, 100);
}

function told(report, isPinned, files) {
  const declared = report.evidence.size;
  const unseen = report.withheld + report.leafOnly;
  const claim = claimOf(report);
  const vi = [
    ...claim.vi,
    `ĐÚNG: ${report.events} sự kiện nằm trong sổ “${report.origin}”, niêm phong đến sự kiện ${report.size}.`,
    `Đã kiểm: chữ ký, ${report.events} bằng chứng, ${report.payloads} nội dung; sự kiện mới nhất ghi lúc ${report.newest || '—'}.`,
    unseen > 0 &&
      `Không kiểm nội dung của ${unseen} sự kiện: bị giữ lại đối với người xuất tệp, hoặc người giữ tệp đã bỏ ra; tệp không cho biết.`,
    files &&
      `Tệp bằng chứng: khai ${declared}; đúng ${files.right}, bị sửa ${files.altered.length}, thiếu ${files.missing.length}. Trong thư mục còn ${files.others} tệp khác, không kiểm.`,
    ...(files?.altered.map(
      (each) => `BỊ SỬA: ${each.file} không phải tệp mà sự kiện ${each.positions} đã khai (${each.sha256}).`,
    ) ?? []),
    ...(files?.missing
      .slice(0, 20)
      .map((each) => `Thiếu: ${[...each.names][0] ?? ''} ${each.sha256}, sự kiện ${each.positions}.`) ?? []),
    !files && declared > 0 && `KHÔNG kiểm: ${declared} tệp bằng chứng được khai. Cần các tệp đó (--evidence THƯ-MỤC).`,
    isPinned
      ? `Sổ bắt đầu đúng bằng điểm niêm phong đã giữ (${report.pinned} sự kiện).`
      : 'KHÔNG kiểm: sổ có bị viết lại hay cắt bớt trước đó không. Cần một điểm niêm phong đã giữ (--pinned).',
    !report.isWhole &&
      'KHÔNG kiểm được: các sự kiện cuối của một vụ việc, hay cả một vụ việc, có bị lấy ra khỏi tệp này không. Cần tệp của toàn bộ sổ.',
    'KHÔNG kiểm được: điều khai lúc ghi có đúng sự thật không, những gì chưa từng được ghi.',
  ];
  const en = [
    ...claim.en,
    `OK: ${report.events} events are in the log "${report.origin}", sealed up to event ${report.size}.`,
    `Checked: the signature, ${report.events} proofs, ${report.payloads} payloads; the newest event was recorded at ${report.newest || '-'}.`,
    unseen > 0 &&
      `Not checked: the payloads of ${unseen} events: withheld from whoever exported this, or dropped by who kept the file; it cannot tell.`,
    files &&
      `Evidence files: ${declared} declared; ${files.right} right, ${files.altered.length} altered, ${files.missing.length} missing. ${files.others} other files in the folder, not checked.`,
    ...(files?.altered.map(
      (each) => `ALTERED: ${each.file} is not the file that event ${each.positions} declares (${each.sha256}).`,
    ) ?? []),
    ...(files?.missing
      .slice(0, 20)
      .map((each) => `Missing: ${[...each.names][0] ?? ''} ${each.sha256}, event ${each.positions}.`) ?? []),
    !files &&
      declared > 0 &&
      `NOT checked: ${declared} declared evidence files. That needs the files (--evidence FOLDER).`,
    isPinned
      ? `The log begins with the checkpoint you kept (${report.pinned} events).`
      : 'NOT checked: whether the log was rewritten or cut before. That needs a checkpoint you kept (--pinned).',
    !report.isWhole &&
      'Cannot be checked: whether the last events of a case, or a whole case, were left out of this file. That needs the file of everything.',
    'Cannot be checked: whether what was recorded was true, and what was never recorded.',
  ];
  return [...vi, '', ...en].filter((line) => line).join('\n');
}

function main(args) {
  const options = { '--key': null, '--pinned': null, '--evidence': null };
  const bundles = [];
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] in options) options[args[at]] = args[++at] ?? null;
    else bundles.push(args[at]);
  }
  const [bundle] = bundles;
  if (bundles.length !== 1 || !options['--key'] || bundle.startsWith('-'))
    throw new Uncheckable('usage: verify BUNDLE --key KEY [--pinned CHECKPOINT] [--evidence FOLDER]');
  const keyText = existsSync(options['--key']) ? readFileSync(options['--key'], 'utf8') : options['--key'];
  const keys = keyText
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(readKey);
  const pinned = options['--pinned'] === null ? null : readFileSync(options['--pinned'], 'utf8');
  const report = verifyFile(bundle, { keys, pinned });
  const files = options['--evidence'] === null ? null : checkEvidence(report.evidence, options['--evidence']);
  const lines = told(report, pinned !== null, files);
  // The log is right, and a file beside it is not: said of both.
  process.stdout.write(files?.altered.length > 0 ? `${headings.altered}\n${lines}\n` : `${lines}\n`);
  return files?.altered.length > 0 ? 1 : 0;
}

const headings = {
  altered: 'SAI: đã bị sửa đổi. / ALTERED.',
  uncheckable: 'Không kiểm được. / Could not be checked.',
};

if (!isMainThread && workerData?.soatPort) help(workerData.soatPort);
else if (isMainThread && process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    const isAltered = error instanceof Altered;
    process.stdout.write(`${isAltered ? headings.altered : headings.uncheckable}\n${error.message}\n`);
    process.exitCode = isAltered ? 1 : 2;
  }
}

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
// envelope; that the list of evidence is what those payloads declare; that streams, times and positions follow one another.
//
// Node 20.12 or newer.
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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
/** SHA-256 over a prefix and a text's bytes. */
const sha256Of = (prefix, text, encoding) => {
  const most = prefix.length + 3 * text.length;
  if (most > room.length) room = Buffer.alloc(2 * most);
  room.set(prefix);
  return sha256(room.subarray(0, prefix.length + room.write(text, prefix.length, encoding)));
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

/** The files a payload declares, sorted by digest: each object in it with sha256, size and mediaType; with the names it gives them. */
export function declaredIn(payload, encoding) {
  const found = new Map();
  const plain = (text) => plainText(text, encoding);
  const walk = (value) => {
    if (value === null || typeof value !== 'object') return;
    const { sha256, size, mediaType, name } = value;
    if (typeof sha256 === 'string' && typeof size === 'number' && typeof mediaType === 'string') {
      const key = `${sha256} ${size} ${plain(mediaType)}`;
      const file = found.get(key) ?? { key, sha256, names: [] };
      if (typeof name === 'string') file.names.push(plain(name));
      found.set(key, file);
    }
    Object.values(value).forEach(walk);
  };
  walk(parsed(payload));
  return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
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

const leafPrefix = [0];
const envelopeMembers =
  'actor,causationId,commandId,commandIndex,correlationId,effectiveOn,eventId,occurredAt,onBehalfOf,payloadDigest,recordedAt,role,schemaVersion,streamCategory,streamId,type,unitId,v,version'.split(
    ',',
  );

function hasMembers(envelope) {
  const names = Object.keys(envelope);
  return names.length === envelopeMembers.length && names.every((name, at) => name === envelopeMembers[at]);
}

/**
 * Checks the lines of a bundle, each a Buffer without its line feed.
 * @returns what was checked, and what was not
 * @throws Altered, Uncheckable
 */
export function verifyBundle(lines, { keys, pinned = null }) {
  const report = {
    events: 0,
    payloads: 0,
    withheld: 0,
    leafOnly: 0,
    gaps: 0,
    origin: '',
    size: 0,
    newest: '',
    pinned: null,
    /** By SHA-256: { positions of events, names } */
    evidence: new Map(),
  };
  const pin = pinned === null ? null : openCheckpoint(pinned, keys, 'the pinned checkpoint');
  let [head, checkpoint, growth, end] = [null, null, null, null];
  let [lastIndex, lastTime] = [-1, ''];
  let pinRoot = null;
  const whole = new Leaves();
  const streams = new Map();
  const ids = new Set();
  /** What the last event declares and the list has not named yet. */
  let unlisted = [];
  let number = 0;

  for (const line of lines) {
    number += 1;
    if (end && line.length === 0) continue;
    if (end) throw new Altered(`line ${number}: something follows the end`);
    if (!isUtf8(line)) throw new Altered(`line ${number} is not UTF-8`);
    // The head and the checkpoint are shown and compared as text, and events are many.
    const { row, encoding } = checkpoint ? readLine(line) : { row: parsed(line.toString()), encoding: 'utf8' };
    if (row === null || typeof row !== 'object') throw new Altered(`line ${number} holds nothing that belongs here`);
    if (!head) {
      if (row.format !== 'soat-bundle/2')
        throw new Uncheckable('this is no bundle: its first line says no format soat-bundle/2');
      head = row;
    } else if (!checkpoint) {
      checkpoint = openCheckpoint(row.checkpoint, keys, 'the checkpoint of the bundle');
      if (checkpoint.size !== head.size) throw new Altered('the size in the head is not that of the checkpoint');
      Object.assign(report, { origin: checkpoint.origin, size: checkpoint.size });
      if (pin && pin.origin !== checkpoint.origin) throw new Altered('the pinned checkpoint is of another log');
      if (pin && pin.size > checkpoint.size)
        throw new Altered(
          `the log has ${checkpoint.size} events, and the pinned checkpoint covers ${pin.size}: it was set back`,
        );
    } else if (row.evidence) listed(row.evidence, encoding);
    else {
      if (unlisted.length > 0)
        throw new Altered(
          `line ${number}: evidence of event ${lastIndex + 1} is not listed before it: ${unlisted[0].sha256}`,
        );
      if (row.consistency) growth = row.consistency;
      else if (row.end) end = row.end;
      else event(row, encoding);
    }
  }

  function event(row, encoding) {
    const { index } = row;
    let about = '';
    const place = () => `event ${index + 1} (line ${number}${about})`;
    if (!Number.isSafeInteger(index) || index <= lastIndex || index >= checkpoint.size)
      throw new Altered(`line ${number}: event ${Number(index) + 1} does not belong here`);
    lastIndex = index;
    let leaf;
    let envelope = null;
    if (row.envelope === undefined) {
      leaf = decode(row.leaf);
      report.leafOnly += 1;
    } else {
      leaf = sha256Of(leafPrefix, textOf(row.envelope, place), encoding);
      envelope = parsed(room.toString('utf8', 1, 1 + Buffer.byteLength(row.envelope, encoding)));
      about = `, ${envelope?.type} of ${envelope?.streamCategory} ${envelope?.streamId}`;
      inOrder(envelope, place);
    }
    try {
      proved(row, leaf);
    } catch (error) {
      if (error instanceof Altered) throw new Altered(`${place()}: ${error.message}`);
      throw error;
    }
    if (row.payload !== undefined) {
      if (!/^([0-9a-f]{2})*$/.test(textOf(row.salt, place)))
        throw new Altered(`${place()}: its salt is not hexadecimal`);
      const salt = Buffer.from(row.salt, 'hex');
      const digest = sha256Of([2, ...salt], textOf(row.payload, place), encoding);
      if (digest !== envelope?.payloadDigest) throw new Altered(`${place()}: what it says is not what was recorded`);
      report.payloads += 1;
      if (row.payload.includes('"sha256":"')) unlisted = declaredIn(row.payload, encoding);
    } else if (envelope) report.withheld += 1;
    report.events += 1;
  }

  function listed({ index, sha256, size, mediaType }, encoding) {
    const due = unlisted.shift();
    if (index !== lastIndex || `${sha256} ${size} ${plainText(mediaType, encoding)}` !== due?.key)
      throw new Altered(`line ${number}: evidence is listed that event ${lastIndex + 1} does not declare: ${sha256}`);
    const known = report.evidence.get(sha256) ?? { positions: [], names: new Set() };
    known.positions.push(index + 1);
    for (const name of due.names) known.names.add(name);
    report.evidence.set(sha256, known);
  }

  function textOf(value, place) {
    if (typeof value !== 'string') throw new Altered(`${place()}: text was to come`);
    return value;
  }

  function proved(row, leaf) {
    if (head.scope?.kind === 'everything') {
      if (row.index !== whole.count) throw new Altered(`event ${whole.count + 1} is missing before it`);
      whole.add(leaf);
      if (pin && whole.count === pin.size) pinRoot = whole.root();
      return;
    }
    if (!Array.isArray(row.proof)) throw new Altered('it has no proof');
    const root = rootByProof(row.index, checkpoint.size, leaf, row.proof.map(decode));
    if (root !== checkpoint.root) throw new Altered('it is not in the sealed log');
  }

  function inOrder(envelope, place) {
    if (envelope === null || typeof envelope !== 'object' || !hasMembers(envelope))
      throw new Altered(`${place()}: its envelope has other members`);
    if (ids.has(envelope.eventId)) throw new Altered(`${place()}: it stands there twice`);
    ids.add(envelope.eventId);
    if (envelope.recordedAt < lastTime) throw new Altered(`${place()}: it was recorded before the one before it`);
    lastTime = envelope.recordedAt;
    report.newest = envelope.recordedAt;
    const stream = `${envelope.streamCategory} ${envelope.streamId}`;
    const before = streams.get(stream) ?? 0;
    if (envelope.version <= before)
      throw new Altered(`${place()}: number ${envelope.version} of its stream after ${before}`);
    // What stands between was withheld from this reader, or taken out of the file: this cannot tell, and says so.
    report.gaps += envelope.version - before - 1;
    streams.set(stream, envelope.version);
  }

  if (!head || !checkpoint) throw new Uncheckable('the bundle has no head and no checkpoint');
  if (!end || end.events !== report.events)
    throw new Altered('the bundle was cut off: its end is missing or counts other events');
  if (head.scope?.kind === 'everything') {
    if (whole.count !== checkpoint.size)
      throw new Altered(`event ${whole.count + 1} is missing: the checkpoint covers ${checkpoint.size}`);
    if (whole.root() !== checkpoint.root) throw new Altered('the events together are not what was sealed');
    if (report.gaps > report.leafOnly) throw new Altered('a stream has gaps, and nothing was withheld');
  }
  if (pin) {
    if (pin.size === checkpoint.size) pinRoot = checkpoint.root;
    else if (!pinRoot) {
      if (growth?.from !== pin.size || !Array.isArray(growth.hashes))
        throw new Uncheckable(
          `the bundle proves nothing about the pinned checkpoint: export it again with ?pinned=${pin.size}`,
        );
      const [before, now] = rootsByProof(pin.size, checkpoint.size, pin.root, growth.hashes.map(decode));
      if (now !== checkpoint.root) throw new Altered('the log does not begin with the pinned checkpoint');
      pinRoot = before;
    }
    if (pinRoot !== pin.root) throw new Altered('the log does not begin with the pinned checkpoint');
    report.pinned = pin.size;
  }
  return report;
}

// --- the command ------------------------------------------------------------------------------------------------------

/** A file in parts, each good until the next one is asked for. */
function* partsOf(file) {
  const descriptor = openSync(file);
  try {
    const part = Buffer.alloc(2 ** 20);
    for (let read = readSync(descriptor, part); read > 0; read = readSync(descriptor, part))
      yield part.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

/** Each line of a file, as bytes that are good until the next one is asked for. */
function* linesOf(file) {
  /** Of a line whose end was not read yet. */
  let begun = [];
  for (const part of partsOf(file)) {
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

function told(report, isPinned, files) {
  const declared = report.evidence.size;
  const unseen = report.withheld + report.leafOnly;
  const between = report.gaps - report.leafOnly;
  const vi = [
    `ĐÚNG: ${report.events} sự kiện nằm trong sổ “${report.origin}”, niêm phong đến sự kiện ${report.size}.`,
    `Đã kiểm: chữ ký, ${report.events} bằng chứng, ${report.payloads} nội dung; sự kiện mới nhất ghi lúc ${report.newest || '—'}.`,
    unseen > 0 && `Không kiểm nội dung của ${unseen} sự kiện: không được đưa ra cho người xuất tệp.`,
    between > 0 &&
      `${between} sự kiện xen giữa không có trong tệp: bị giữ lại hoặc đã bị lấy ra, tệp này không cho biết.`,
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
    'KHÔNG kiểm được: điều khai lúc ghi có đúng sự thật không, những gì chưa từng được ghi.',
  ];
  const en = [
    `OK: ${report.events} events are in the log "${report.origin}", sealed up to event ${report.size}.`,
    `Checked: the signature, ${report.events} proofs, ${report.payloads} payloads; the newest event was recorded at ${report.newest || '-'}.`,
    unseen > 0 && `Not checked: the payloads of ${unseen} events, which were withheld from whoever exported this.`,
    between > 0 && `${between} events in between are not in the file: withheld or taken out, it cannot tell.`,
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
  const report = verifyBundle(linesOf(bundle), { keys, pinned });
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    const isAltered = error instanceof Altered;
    process.stdout.write(`${isAltered ? headings.altered : headings.uncheckable}\n${error.message}\n`);
    process.exitCode = isAltered ? 1 : 2;
  }
}

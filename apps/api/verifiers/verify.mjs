#!/usr/bin/env node
// Verifies a bundle that Soát has exported, and trusts nobody: no server, no network, no package, no other file of this project.
//
//   node verify.mjs BUNDLE --key KEY [--pinned CHECKPOINT]
//
// BUNDLE      the exported file
// --key       the log's verifier key (name+id+base64), or a file with one such key a line; get it another way than the bundle
// --pinned    a file with a checkpoint you kept: the log must begin with it
//
// Exit 0: everything holds. 1: something was altered, and the first such event is named. 2: it could not be checked.
//
// What is checked, by which standard: the checkpoint's signature (C2SP signed-note, Ed25519), each event's leaf (SHA-256 over
// 0x00 and its envelope), its way to the signed root (RFC 9162, 2.1.3), or all leaves together for the whole log; that a
// pinned checkpoint's log is the beginning of this one (RFC 9162, 2.1.4); each shown payload against the digest in its
// envelope; that streams, times and positions follow one another.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** What was altered, where. */
export class Altered extends Error {}
/** What cannot be checked, and why. */
export class Uncheckable extends Error {}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const byte = (value) => Buffer.of(value);
const join = (left, right) => sha256(byte(1), left, right);
const decode = (base64) => {
  const bytes = Buffer.from(String(base64), 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== base64) throw new Altered(`"${base64}" is no hash`);
  return bytes;
};

// --- keys and checkpoints -------------------------------------------------------------------------------------------

export function readKey(text) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(String(text).trim()) ?? [];
  const raw = Buffer.from(encoded ?? '', 'base64');
  if (!name || raw.length !== 33 || raw[0] !== 1)
    throw new Uncheckable('the key is no verifier key: name+id+base64 was to come');
  const keyId = sha256(`${name}\n`, raw).subarray(0, 4);
  if (keyId.toString('hex') !== id) throw new Uncheckable(`the key of ${name} is damaged: its id does not fit it`);
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
        keyId.equals(bytes.subarray(0, 4)) &&
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
    return this.#waiting.length === 0 ? sha256() : this.#waiting.reduceRight((right, left) => join(left, right));
  }
}

// --- the bundle -------------------------------------------------------------------------------------------------------

const envelopeKeys =
  'actor,causationId,commandId,commandIndex,correlationId,effectiveOn,eventId,occurredAt,onBehalfOf,payloadDigest,recordedAt,role,schemaVersion,streamCategory,streamId,type,unitId,v,version';

/**
 * Checks the lines of a bundle.
 * @returns what was checked, and what was not
 * @throws Altered, Uncheckable
 */
export async function verifyBundle(lines, { keys, pinned = null }) {
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
  };
  const pin = pinned === null ? null : openCheckpoint(pinned, keys, 'the pinned checkpoint');
  let [head, checkpoint, growth, end] = [null, null, null, null];
  let [lastIndex, lastTime] = [-1, ''];
  let pinRoot = null;
  const whole = new Leaves();
  const streams = new Map();
  const ids = new Set();
  let number = 0;

  for await (const text of lines) {
    number += 1;
    if (text === '' && end) continue;
    if (end) throw new Altered(`line ${number}: something follows the end`);
    let row;
    try {
      row = JSON.parse(text);
    } catch {
      throw new Altered(`line ${number} is not JSON`);
    }
    if (row === null || typeof row !== 'object') throw new Altered(`line ${number} holds nothing that belongs here`);
    if (!head) {
      if (row.format !== 'soat-bundle/1')
        throw new Uncheckable('this is no bundle: its first line says no format soat-bundle/1');
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
    } else if (row.consistency) growth = row.consistency;
    else if (row.end) end = row.end;
    else event(row);
  }

  function event(row) {
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
      leaf = sha256(byte(0), textOf(row.envelope, place));
      try {
        envelope = JSON.parse(row.envelope);
      } catch {
        throw new Altered(`${place()}: its envelope is not JSON`);
      }
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
      const salt = Buffer.from(textOf(row.salt, place), 'hex');
      const digest = sha256(byte(2), salt, textOf(row.payload, place)).toString('hex');
      if (digest !== envelope?.payloadDigest) throw new Altered(`${place()}: what it says is not what was recorded`);
      report.payloads += 1;
    } else if (envelope) report.withheld += 1;
    report.events += 1;
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
    if (!root.equals(checkpoint.root)) throw new Altered('it is not in the sealed log');
  }

  function inOrder(envelope, place) {
    if (envelope === null || typeof envelope !== 'object' || Object.keys(envelope).join() !== envelopeKeys)
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
    if (!whole.root().equals(checkpoint.root)) throw new Altered('the events together are not what was sealed');
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
      if (!now.equals(checkpoint.root)) throw new Altered('the log does not begin with the pinned checkpoint');
      pinRoot = before;
    }
    if (!pinRoot.equals(pin.root)) throw new Altered('the log does not begin with the pinned checkpoint');
    report.pinned = pin.size;
  }
  return report;
}

// --- the command ------------------------------------------------------------------------------------------------------

function told(report, isPinned) {
  const vi = [
    `ĐÚNG: ${report.events} sự kiện nằm trong sổ “${report.origin}”, niêm phong đến sự kiện ${report.size}.`,
    `Đã kiểm: chữ ký, ${report.events} bằng chứng, ${report.payloads} nội dung; sự kiện mới nhất ghi lúc ${report.newest || '—'}.`,
    report.withheld + report.leafOnly > 0 &&
      `Không kiểm nội dung của ${report.withheld + report.leafOnly} sự kiện: không được đưa ra cho người xuất tệp.`,
    report.gaps > report.leafOnly &&
      `${report.gaps - report.leafOnly} sự kiện xen giữa không có trong tệp: bị giữ lại hoặc đã bị lấy ra, tệp này không cho biết.`,
    isPinned
      ? `Sổ bắt đầu đúng bằng điểm niêm phong đã giữ (${report.pinned} sự kiện).`
      : 'KHÔNG kiểm: sổ có bị viết lại hay cắt bớt trước đó không. Cần một điểm niêm phong đã giữ (--pinned).',
    'KHÔNG kiểm được: điều khai lúc ghi có đúng sự thật không, những gì chưa từng được ghi.',
  ];
  const en = [
    `OK: ${report.events} events are in the log "${report.origin}", sealed up to event ${report.size}.`,
    `Checked: the signature, ${report.events} proofs, ${report.payloads} payloads; the newest event was recorded at ${report.newest || '-'}.`,
    report.withheld + report.leafOnly > 0 &&
      `Not checked: the payloads of ${report.withheld + report.leafOnly} events, which were withheld from whoever exported this.`,
    report.gaps > report.leafOnly &&
      `${report.gaps - report.leafOnly} events in between are not in the file: withheld or taken out, it cannot tell.`,
    isPinned
      ? `The log begins with the checkpoint you kept (${report.pinned} events).`
      : 'NOT checked: whether the log was rewritten or cut before. That needs a checkpoint you kept (--pinned).',
    'Cannot be checked: whether what was recorded was true, and what was never recorded.',
  ];
  return [...vi, '', ...en].filter((line) => line !== false).join('\n');
}

async function main(args) {
  const options = { '--key': null, '--pinned': null };
  const files = [];
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] in options) options[args[at]] = args[++at] ?? null;
    else files.push(args[at]);
  }
  const [file] = files;
  if (files.length !== 1 || !options['--key'] || file.startsWith('-'))
    throw new Uncheckable('usage: verify BUNDLE --key KEY [--pinned CHECKPOINT]');
  const keyText = existsSync(options['--key']) ? readFileSync(options['--key'], 'utf8') : options['--key'];
  const keys = keyText
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(readKey);
  const pinned = options['--pinned'] === null ? null : readFileSync(options['--pinned'], 'utf8');
  const input = createReadStream(file);
  const failed = new Promise((_, reject) => input.once('error', reject));
  failed.catch(() => {});
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const report = await Promise.race([verifyBundle(lines, { keys, pinned }), failed]);
  process.stdout.write(`${told(report, pinned !== null)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const isAltered = error instanceof Altered;
    const heading = isAltered ? 'SAI: đã bị sửa đổi. / ALTERED.' : 'Không kiểm được. / Could not be checked.';
    process.stdout.write(`${heading}\n${error.message}\n`);
    process.exitCode = isAltered ? 1 : 2;
  }
}

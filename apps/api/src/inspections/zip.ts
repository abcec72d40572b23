import { crc32, inflateRawSync } from 'node:zlib';

/** One file of a zip, decompressed. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why bytes are no zip that is read here: broken, encrypted, or more than anybody needs once decompressed. */
export type ZipFault = 'corrupt' | 'encrypted' | 'too-large';

export interface ZipLimits {
  /** Of all entries that are wanted, decompressed. */
  readonly bytesMax: number;
  readonly entriesMax: number;
}

/** `PK`, the mark of a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const commentMax = 0xffff;

/**
 * The wanted files of a zip. What its directory promises is added up before anything is decompressed; no entry may then
 * come out longer than it promised, so a few kilobytes cannot become gigabytes, whatever the headers say.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): readonly ZipEntry[] | ZipFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const listed = directoryOf(buffer, limits.entriesMax);
    if (typeof listed === 'string') return listed;
    const wanted = listed.filter(({ name }) => isWanted(name));
    if (listed.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
    if (wanted.reduce((sum, { size }) => sum + size, 0) > limits.bytesMax) return 'too-large';
    if (new Set(wanted.map(({ name }) => name)).size < wanted.length) return 'corrupt';
    return wanted.map((entry) => ({ name: entry.name, bytes: contentOf(buffer, entry) }));
  } catch {
    // A place outside the file, a broken stream or a wrong checksum: Node's own errors, and ours below.
    return 'corrupt';
  }
}

/** A zip of files as they are, compressed by nothing: what a reader of zips cannot be led astray by. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name, 'utf8');
    const shared = sharedHeader(title.length, bytes);
    const local = Buffer.concat([mark(localMark), shared, title, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([mark(entryMark), Buffer.from([20, 0]), shared, place, title]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** What the header before a file and its line in the directory have in common: 26 bytes from the version needed on. */
function sharedHeader(nameLength: number, bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  // Names are UTF-8.
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(bytes.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

function mark(signature: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(signature, 0);
  return buffer;
}

interface Listed {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

function directoryOf(buffer: Buffer, entriesMax: number): readonly Listed[] | ZipFault {
  const end = endOf(buffer);
  if (end === null) return 'corrupt';
  const count = buffer.readUInt16LE(end + 10);
  if (count > entriesMax) return 'too-large';
  const listed: Listed[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (buffer.readUInt32LE(at) !== entryMark) return 'corrupt';
    const nameLength = buffer.readUInt16LE(at + 28);
    listed.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      packedSize: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return listed;
}

/** Where the directory's end is told; a comment may stand behind it. */
function endOf(buffer: Buffer): number | null {
  const first = Math.max(0, buffer.length - endLength - commentMax);
  for (let at = buffer.length - endLength; at >= first; at -= 1) if (buffer.readUInt32LE(at) === endMark) return at;
  return null;
}

/** @throws Error for what is broken. */
function contentOf(buffer: Buffer, { at, method, packedSize, size, checksum, name }: Listed): Uint8Array {
  if (buffer.readUInt32LE(at) !== localMark) throw new Error(`no file where ${name} should begin`);
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const packed = buffer.subarray(from, from + packedSize);
  const bytes = method === 0 ? packed : method === 8 ? inflated(packed, size) : null;
  if (bytes === null || bytes.length !== size || crc32(bytes) !== checksum) throw new Error(`${name} is broken`);
  return bytes;
}

function inflated(packed: Uint8Array, size: number): Buffer {
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
}

import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../http/error-code.js';

/** Stands in the file before the first checkpoint; an operator who has none left to put back writes it there on purpose. */
export const nothingPublished = 'nothing published yet\n';

/**
 * The last checkpoint that was published, in a file outside the database: whoever sets the database back does not set this
 * back with it. Best kept on another machine's disk; anybody may copy it away.
 */
export class PublishedCheckpoint {
  constructor(readonly file: string) {}

  /** The signed note, or `nothingPublished`; null when there is no file. */
  async read(): Promise<string | null> {
    try {
      const text = await readFile(this.file, 'utf8');
      return text.trim() === nothingPublished.trim() ? nothingPublished : text;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Whole or not at all, and on the disk when it resolves. */
  async write(note: string): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const beside = `${this.file}.new`;
    const handle = await open(beside, 'w', 0o644);
    try {
      await handle.writeFile(note);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, this.file);
  }
}

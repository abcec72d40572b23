import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sealed } from '@soat/api/platform/trail/trail-store.js';
import type { Lines } from './attacks.js';

/** The command's own functions, past its file and its key: a program that shares no code with the server. */
export interface CommandVerifier {
  readonly verifyBundle: (
    lines: readonly Buffer[],
    asked: { readonly keys: readonly unknown[]; readonly pinned: string | null },
  ) => {
    readonly events: number;
    readonly leafOnly: number;
    readonly withheld: number;
    readonly evidence: ReadonlyMap<string, { readonly positions: readonly number[] }>;
  };
  readonly readKey: (text: string) => unknown;
  readonly readLine: (line: Buffer) => { readonly row: unknown; readonly encoding: 'utf8' | 'latin1' };
}

/** What the page's script does with a file. */
export interface PageVerifier {
  readonly verify: (
    file: Blob,
    key: string,
    pinned: string | null,
    evidence?: readonly File[],
    tell?: (share: number) => void,
  ) => Promise<{ readonly verdict: 'right' | 'altered' | 'uncheckable'; readonly lines: readonly string[] }>;
}

export const pageFile = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.html');
export const program = path.join(import.meta.dirname, '../../apps/api/verifiers/verify.mjs');

/** Both verifiers, and what they say. */
export class Verifiers {
  private readonly keys: readonly unknown[];

  private constructor(
    readonly command: CommandVerifier,
    readonly page: PageVerifier,
    private readonly verifierKey: string,
  ) {
    this.keys = [command.readKey(verifierKey)];
  }

  static async load(verifierKey: string): Promise<Verifiers> {
    const command: CommandVerifier = await import(program);
    const script = /<script>(.*)<\/script>/s.exec(await readFile(pageFile, 'utf8'))?.[1] ?? '';
    return new Verifiers(command, new Function(`${script}; return soatVerifier;`)(), verifierKey);
  }

  /** `right`, or the name of the refusal and why; a sentence about both where they do not say the same. */
  async verdict(lines: Lines, pin: Sealed | null = null): Promise<string> {
    const said = this.commandVerdict(lines, pin);
    // From its script alone; the page itself is tried in a browser.
    const beside = await this.page.verify(new Blob([lines.join('\n')]), this.verifierKey, pin?.note ?? null);
    return said.toLowerCase().startsWith(beside.verdict)
      ? said
      : `the command says ${said}, the page ${beside.verdict}: ${beside.lines[0]}`;
  }

  /** What the command makes of a bundle that is right. */
  report(lines: Lines): ReturnType<CommandVerifier['verifyBundle']> {
    return this.command.verifyBundle(asBytes(lines), { keys: this.keys, pinned: null });
  }

  private commandVerdict(lines: Lines, pin: Sealed | null): string {
    try {
      this.command.verifyBundle(asBytes(lines), { keys: this.keys, pinned: pin?.note ?? null });
      return 'right';
    } catch (error) {
      return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
    }
  }
}

export function asBytes(lines: Lines): readonly Buffer[] {
  return lines.map((line) => Buffer.from(line));
}

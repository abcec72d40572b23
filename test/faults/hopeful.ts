import { judge, type LogRow } from './judge.js';
import { Api, type Entry, entryOf, ordering } from './load.js';

/** The control for "nothing acknowledged is lost": somebody who takes an unclear answer for a yes, and does not ask again. */
export class HopefulClient {
  private readonly record: Entry[] = [];
  private asked = 0;

  /** To be called while the fault lasts. */
  async ask(origin: string): Promise<void> {
    this.asked += 1;
    const entry = entryOf(ordering(`hope-${this.asked}`));
    const outcome = await new Api(origin).send(entry.ask, entry.key);
    if (outcome.kind !== 'unknown') return;
    // Nothing is claimed but that it was done, so that only its absence can tell against it.
    const answer = { id: String(entry.ask.body.id), length: 1, position: 0, eventIds: [] };
    this.record.push({ ...entry, outcome: { kind: 'acknowledged', answer, isReplay: false } });
  }

  /** @throws Error when the judge misses nothing of what was never done */
  shown(log: readonly LogRow[]): string {
    const { lost } = judge(this.record, log);
    if (lost.length === 0)
      throw new Error(`control: ${this.record.length} unclear answers of ${this.asked} taken for a yes lose nothing`);
    return `unclear answers taken for a yes: ${lost.length} of ${this.record.length} lost`;
  }
}

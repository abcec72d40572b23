import { type Instant, type LegalDate, legalDayOf } from '@soat/domain';

/** The server's clock. The demo sets it back while it tells its story, before anybody is served. */
export class Clock {
  private toldMs: number | null = null;

  /** Null lets the real time run again. */
  tell(instant: Instant | null): void {
    this.toldMs = instant === null ? null : Date.parse(instant);
  }

  readonly nowMs = (): number => this.toldMs ?? Date.now();

  now(): Instant {
    return new Date(this.nowMs()).toISOString();
  }

  /** The legal day in Asia/Ho_Chi_Minh. */
  today(): LegalDate {
    return legalDayOf(this.now());
  }
}

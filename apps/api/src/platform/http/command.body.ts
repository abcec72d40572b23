import { InstantField } from './fields.js';

/** Every command takes the device's own time; without it the server's counts. */
export class CommandBody {
  @InstantField({ optional: true, description: 'When it happened by the device clock.' })
  readonly occurredAt?: string;
}

import type { Actor, PersonId, Role } from '@soat/domain';

/** A person as others see them. */
export interface PersonListed extends Actor {
  readonly role: Role;
  readonly title: string;
}

/** Names behind the pseudonymous ids of the log: a directory outside it, since people come, go and have their names mended. */
export abstract class PeopleDirectory {
  /** Null for an id nobody has (any more). */
  abstract find(id: PersonId): PersonListed | null;

  /** Everyone, in no order that means anything. */
  abstract all(): readonly PersonListed[];
}

/** For an installation without a demo, until a real directory is connected. */
export class NobodyListed extends PeopleDirectory {
  find(): null {
    return null;
  }

  all(): readonly PersonListed[] {
    return [];
  }
}

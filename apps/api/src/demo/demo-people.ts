import { Injectable } from '@nestjs/common';
import { PeopleDirectory, type PersonListed } from '../platform/access/people-directory.js';
import { demoPeople } from './cast.js';

/** The invented people as the directory. */
@Injectable()
export class DemoPeople extends PeopleDirectory {
  private readonly byId = new Map(demoPeople.map((person) => [person.id, person]));

  find(id: string): PersonListed | null {
    return this.byId.get(id) ?? null;
  }

  all(): readonly PersonListed[] {
    return demoPeople;
  }
}

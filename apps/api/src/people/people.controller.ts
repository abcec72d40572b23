import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CommandName, commandsOf, type Role, roles, sightOf } from '@soat/domain';
import { PeopleDirectory, type PersonListed } from '../platform/access/people-directory.js';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Shown } from '../platform/http/response.js';

export class MeBody {
  @Shown({ type: String })
  readonly id: string;

  @Shown({ type: String })
  readonly name: string;

  @Shown({ enum: roles, enumName: 'Role' })
  readonly role: Role;

  @Shown({ type: String, nullable: true })
  readonly unitId: string | null;

  @Shown({ type: [String], description: 'Commands this role may ask for.' })
  readonly mayAsk: readonly CommandName[];
}

export class ColleagueBody {
  @Shown({ type: String })
  readonly id: string;

  @Shown({ type: String })
  readonly name: string;

  @Shown({ type: String })
  readonly title: string;

  @Shown({ enum: roles, enumName: 'Role' })
  readonly role: Role;

  @Shown({ type: String, nullable: true })
  readonly unitId: string | null;
}

export class ColleaguesBody {
  @Shown({ type: [ColleagueBody] })
  readonly data: readonly ColleagueBody[];
}

@ApiTags('people')
@ApiBearerAuth()
@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleDirectory) {}

  @Get('me')
  @ApiOperation({ summary: 'Who is signed in, and what the role may ask for.' })
  @ApiOkResponse({ type: MeBody })
  me(@CurrentPerson() { id, name, role, unitId }: Person): MeBody {
    return { id, name, role, unitId, mayAsk: commandsOf(role) };
  }

  @Get('inspectors')
  @ApiOperation({ summary: 'Who can be put on a team; to a unit, its own people, who check it themselves.' })
  @ApiOkResponse({ type: ColleaguesBody })
  inspectors(@CurrentPerson() person: Person): ColleaguesBody {
    const wanted: readonly Role[] =
      sightOf(person) === 'own-unit' ? ['unit-officer', 'unit-head'] : ['inspector', 'team-lead'];
    const isOffered = ({ role, unitId }: PersonListed) =>
      wanted.includes(role) && (sightOf(person) !== 'own-unit' || unitId === person.unitId);
    const data = this.people.all().filter(isOffered);
    return { data: data.map(({ id, name, title, role, unitId }) => ({ id, name, title, role, unitId })) };
  }
}

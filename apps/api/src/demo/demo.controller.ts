import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Role, refusal, roles } from '@soat/domain';
import { DemoTokens } from '../platform/access/demo-tokens.js';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { Public } from '../platform/access/person.guard.js';
import { NotACommand } from '../platform/http/conditional.js';
import { OneLine } from '../platform/http/fields.js';
import { Shown } from '../platform/http/response.js';

export class DemoPersonBody {
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

export class DemoPeopleBody {
  @Shown({ type: [DemoPersonBody] })
  readonly data: readonly DemoPersonBody[];
}

export class DemoSignInBody {
  @OneLine({ max: 64, example: 'hai' })
  readonly personId: string;
}

export class DemoTokenBody {
  @Shown({ type: String })
  readonly token: string;

  @Shown({ type: String })
  readonly expiresAt: string;

  @Shown({ type: DemoPersonBody })
  readonly person: DemoPersonBody;
}

const tokenSeconds = 12 * 60 * 60;

/** Sign-in by choosing a person. This controller is registered in the demo only; its tokens refuse to exist in production. */
@ApiTags('demo')
@Public()
@Controller('demo')
export class DemoController {
  constructor(
    private readonly tokens: DemoTokens,
    private readonly people: PeopleDirectory,
  ) {}

  @Get('people')
  @ApiOperation({ summary: 'The demo’s invented people.' })
  @ApiOkResponse({ type: DemoPeopleBody })
  list(): DemoPeopleBody {
    return { data: this.people.all() };
  }

  @Post('token')
  @NotACommand()
  @HttpCode(200)
  @ApiOperation({ summary: 'A token that speaks for one of them, for twelve hours.' })
  @ApiOkResponse({ type: DemoTokenBody })
  async signIn(@Body() { personId }: DemoSignInBody): Promise<DemoTokenBody> {
    const person = this.people.find(personId);
    if (!person) throw refusal('demo.person-unknown', { personId });
    const { id, name, title, role, unitId } = person;
    return {
      token: await this.tokens.issue(person, tokenSeconds),
      expiresAt: new Date(Date.now() + tokenSeconds * 1000).toISOString(),
      person: { id, name, title, role, unitId },
    };
  }
}

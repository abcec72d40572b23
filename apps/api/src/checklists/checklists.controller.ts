import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ChecklistEdition, checklistEditions, findEdition } from '@soat/domain';
import { Public } from '../platform/access/person.guard.js';
import { HttpProblem } from '../platform/http/problem.js';
import { ChecklistBody, ChecklistsBody } from './checklist.responses.js';

/** Checklists are public: whoever is inspected may know by what. */
@ApiTags('checklists')
@Public()
@Controller('checklists')
export class ChecklistsController {
  @Get()
  @ApiOperation({ summary: 'Every edition of every checklist, with its items.' })
  @ApiOkResponse({ type: ChecklistsBody })
  list(): { readonly data: readonly ChecklistEdition[] } {
    return { data: checklistEditions };
  }

  @Get(':kind/:edition')
  @ApiOperation({ summary: 'One edition.' })
  @ApiOkResponse({ type: ChecklistBody })
  show(@Param('kind') kind: string, @Param('edition') edition: string): ChecklistEdition {
    const found = /^[1-9]\d{0,5}$/.test(edition) ? findEdition(kind, Number(edition)) : null;
    if (!found) throw new HttpProblem('not-found');
    return found;
  }
}

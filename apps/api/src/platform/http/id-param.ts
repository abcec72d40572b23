import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Uuid } from '@soat/domain';
import { documenting } from './documenting.js';
import { canonicalUuid } from './kinds.js';
import { HttpProblem } from './problem.js';

/** An id in the path, lower case. Nothing lives under a name that is no UUID, so it is not found rather than invalid. */
export function IdParam(name: string): ParameterDecorator {
  const take = Param(name, idPipe);
  const document = documenting(ApiParam({ name, schema: { type: 'string', format: 'uuid' } }));
  return (target, property, index) => {
    take(target, property, index);
    document(target, property, index);
  };
}

const idPipe: PipeTransform<string, Uuid> = {
  transform(text) {
    const id = canonicalUuid(text);
    if (id === null) throw new HttpProblem('not-found');
    return id;
  },
};

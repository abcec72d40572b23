import { Param, type PipeTransform } from '@nestjs/common';
import type { Uuid } from '@soat/domain';
import { canonicalUuid } from './kinds.js';
import { HttpProblem } from './problem.js';

/** An id in the path, lower case. Nothing lives under a name that is no UUID, so it is not found rather than invalid. */
export const IdParam = (name: string): ParameterDecorator => Param(name, idPipe);

const idPipe: PipeTransform<string, Uuid> = {
  transform(text) {
    const id = canonicalUuid(text);
    if (id === null) throw new HttpProblem('not-found');
    return id;
  },
};

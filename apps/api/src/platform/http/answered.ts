import type { FastifyReply } from 'fastify';
import type { CommandAnswer } from '../command-handling/execute.js';
import { stampAnswer } from './conditional.js';
import type { CommandAnswerBody } from './response.js';

/** A command's answer as body and headers: ETag, and whether this is the first answer again. */
export function answered(reply: FastifyReply, { isReplay, ...body }: CommandAnswer): CommandAnswerBody {
  stampAnswer(reply, { length: body.length, isReplay });
  return body;
}

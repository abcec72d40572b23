import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/person.guard.js';
import { accepts, type Language, languageOf } from './language.js';
import { HttpProblem } from './problem.js';
import { ProblemCatalogue, type ProblemEntry } from './problem-catalogue.js';
import { Offers } from './request.guard.js';

/** The page behind a problem's `type`: what it means, in both languages. */
@Public()
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  @Get(':code')
  @Offers('text/html', 'application/json')
  page(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | object {
    const entry = this.catalogue.find(code);
    if (!entry) throw new HttpProblem('not-found');
    const { accept = '*/*', 'accept-language': wanted } = request.headers;
    reply.header('vary', 'accept, accept-language');
    const wantsJson = accept.includes('json') && !accept.includes('html');
    if (wantsJson || !accepts(accept, ['text/html'])) return { type: `/problems/${code}`, code, ...entry };
    reply.type('text/html; charset=utf-8');
    return html(code, entry, languageOf(wanted));
  }
}

function html(code: string, { status, title, detail }: ProblemEntry, language: Language): string {
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const section = (lang: Language) =>
    `<section lang="${lang}"><h1>${escaped(title[lang])}</h1>${detail ? `<p>${escaped(detail[lang])}</p>` : ''}</section>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title[language])}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main>${section(language)}<hr>${section(other)}<hr><p>HTTP ${status} · <code>${escaped(code)}</code></p></main></body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

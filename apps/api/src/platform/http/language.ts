/** What a person reads: Vietnamese first, English second. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Words;

/** The better liked of Vietnamese and English; Vietnamese when the header is silent or asks for neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    return { language: tag.split('-')[0] ?? '', weight: weightOf(parameters) };
  });
  const weigh = (language: Language) =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.weight));
  return weigh('en') > weigh('vi') ? 'en' : 'vi';
}

/**
 * Whether an Accept header lets one of these media types through. RFC 9110, 12.5.1; parameters other than the weight are
 * left aside, because none of our types has variants.
 */
export function accepts(accept: string | undefined, offered: readonly string[]): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return { type, weight: weightOf(parameters) };
  });
  return offered.some((type) => {
    // The most specific range decides: "text/html;q=0, */*" refuses HTML and takes everything else.
    const range = [type, `${type.split('/')[0]}/*`, '*/*']
      .map((name) => ranges.find((candidate) => candidate.type === name))
      .find((candidate) => candidate !== undefined);
    return range !== undefined && range.weight > 0;
  });
}

function weightOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = written === undefined ? 1 : Number(written.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

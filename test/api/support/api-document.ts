/** The part of an OpenAPI 3.1 document that the tests read. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, object>>;
  readonly security?: readonly object[];
  /** How large a body may be, where the route says another size than the others. */
  readonly 'x-body-bytes-max'?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What the platform's fields make of themselves. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Operation {
  /** `POST /api/v1/units`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** JSON Pointer to it. */
  readonly pointer: string;
  readonly facts: DocumentedOperation & { readonly parameters: readonly Parameter[] };
}

export async function readDocument(origin: string): Promise<ApiDocument> {
  const response = await fetch(`${origin}/api/openapi.json`);
  return (await response.json()) as ApiDocument;
}

export function operationsOf({ paths }: ApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, facts]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      pointer: `/paths/${path.replaceAll('/', '~1')}/${method}`,
      facts: { ...facts, parameters: facts.parameters ?? [] },
    })),
  );
}

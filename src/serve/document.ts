type Json = Record<string, unknown>;

/**
 * The OpenAPI document as readers of it like it: schemas with a title stand once, under it, and tuples are written as
 * OpenAPI 3.1 (JSON Schema 2020-12) writes them.
 */
export function tidyDocument(document: Json): Json {
  const schemas: Json = {};
  const paths = tidied(document.paths, schemas);
  return { ...document, paths, components: { ...(document.components as Json | undefined), schemas } };
}

function tidied(value: unknown, schemas: Json): unknown {
  if (Array.isArray(value)) return value.map((one) => tidied(one, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { title, ...rest } = value as Json;
  const fields = Object.fromEntries(
    Object.entries(tupled(rest)).map(([key, one]) => [key, tidied(one, schemas)] as const),
  );
  if (typeof title !== 'string' || rest.type !== 'object')
    return title === undefined ? fields : { title, ...fields };
  schemas[title] = fields;
  return { $ref: `#/components/schemas/${title}` };
}

function tupled(schema: Json): Json {
  if (schema.type !== 'array' || !Array.isArray(schema.items)) return schema;
  const { items, additionalItems: _, ...rest } = schema;
  return { ...rest, prefixItems: items, items: false };
}

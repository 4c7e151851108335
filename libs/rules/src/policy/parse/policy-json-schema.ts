import { z } from 'zod';
import { nothingKnown } from './known-names.js';
import { policySchema } from './policy.schema.js';

/** The policy format as a JSON Schema, with which editors complete and check a policy while somebody writes it. */
export function policyJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(policySchema(nothingKnown), { io: 'input', target: 'draft-7' });
}

import type { INestApplication, Type } from '@nestjs/common';

/** The OpenAPI document of a service, from its controllers and the schemas they name. */
export function documentOf(
  app: INestApplication,
  parts: {
    readonly controllers: readonly Type[];
    readonly ACCESS: string;
    readonly ANSWER: string;
    readonly TAKES_FILE: string;
    readonly Problem: unknown;
    readonly version: string;
  },
): { readonly paths: Readonly<Record<string, unknown>> };

import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';

/** Opens a data directory for one command and closes it again, also when the command fails. */
export async function withPlumbline<T>(
  dataDirectory: string,
  use: (plumbline: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const plumbline = await NestFactory.createApplicationContext(AppModule.on(path.resolve(dataDirectory)), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await use(plumbline);
  } finally {
    await plumbline.close();
  }
}

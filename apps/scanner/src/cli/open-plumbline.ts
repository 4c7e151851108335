import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UserActionError } from '#connectors/contract/error.js';
import { AppModule } from '../app.module.js';
import { isDataDirectory } from '../storage/data-directory.js';

/**
 * As `withPlumbline`, for commands about what earlier scans found: a mistyped path makes no data directory.
 * @throws UserActionError if nothing was ever stored there.
 */
export async function withFindings<T>(
  dataDirectory: string,
  use: (plumbline: INestApplicationContext) => Promise<T>,
): Promise<T> {
  if (!isDataDirectory(dataDirectory)) {
    throw new UserActionError({
      message: 'Nothing has been scanned in this data directory yet.',
      step: 'Run a scan first, or choose the data directory of an earlier scan with --data-dir.',
      details: { folder: path.resolve(dataDirectory) },
    });
  }
  return withPlumbline(dataDirectory, use);
}

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

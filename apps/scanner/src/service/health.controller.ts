import { Controller, Get, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Anyone } from '../api/access.js';

/** For whatever watches over the service: is it alive, and can it do its work? */
@Controller()
export class HealthController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get('health')
  @Anyone()
  alive(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** Fails while the database can not be read. */
  @Get('ready')
  @Anyone()
  async ready(): Promise<{ readonly status: 'ok' }> {
    await this.dataSource.query('SELECT COUNT(*) FROM "migrations"');
    return { status: 'ok' };
  }
}

import type { Type } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** Every way into the service. */
export const controllers: readonly Type[] = [HealthController, MetricsController];

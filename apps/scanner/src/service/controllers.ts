import type { Type } from '@nestjs/common';
import { ConnectionsController } from '../api/connections.controller.js';
import { OAuthCallbackController } from '../api/oauth-callback.controller.js';
import { PoliciesController } from '../api/policies.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** Every way into the service. */
export const controllers: readonly Type[] = [
  HealthController,
  MetricsController,
  PoliciesController,
  ConnectionsController,
  OAuthCallbackController,
];

import { jsonAnswer } from '../../core/simulated-answer.js';
import type { Route } from '../../core/simulated-vendor.js';

/** Who gave the consent; needs `openid`, which nobody who only reads books asks for. */
export const userRoute: Route = {
  method: 'GET',
  path: '/v1/openid_connect/userinfo',
  scopes: [['openid']],
  answer: ({ token }) =>
    jsonAnswer({
      sub: '1182d6ec-2a1f-4aa3-af3f-bb3b95db45af',
      email: token?.user ?? '',
      emailVerified: true,
    }),
};

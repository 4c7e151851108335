import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from './metrics.js';
import { nestLog } from './service-log.js';
import { ServiceModule, type ServiceParts } from './service.module.js';
import { ownHosts } from './own-hosts.js';

const MOST_BODY_BYTES = 1_048_576;

/** The service, ready to listen or to be injected requests. */
export async function httpServer(parts: ServiceParts): Promise<NestFastifyApplication> {
  const { settings, log, clock } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BODY_BYTES,
    // Whoever falls silent holds nothing for long, and whoever trickles no longer than a file takes over a slow line.
    connectionTimeout: 60_000,
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    // Of one web server: what stands before its own word in X-Forwarded-For is the visitor's, and can be anything.
    trustProxy: settings.PLUMBLINE_TRUST_PROXY && ((_address, hop) => hop === 0),
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.with(parts), adapter, {
    logger: nestLog(log),
    abortOnError: false,
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        // Mails and documents are shown as they are, each under a policy of its own that lets it do nothing.
        frameSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    hsts: settings.PLUMBLINE_PUBLIC_URL === undefined ? false : { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  // Files are read by the route that takes them, when it is known who sends them: see uploads.controller.ts.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  // Mail providers post forms of either kind to stop a mail (RFC 8058); nothing in them is read.
  server.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, _body, done) =>
    done(null, {}),
  );
  const isOurs = ownHosts(settings);
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-request-id', request.id);
    void reply.header('cache-control', 'no-store');
    // Pages reckon "3 days ago" by it, whatever the reader's device believes.
    void reply.header('date', clock().toUTCString());
    if (isOurs(request.headers.host)) return;
    // Another name for this address is a page in somebody's browser that tries to reach us (DNS rebinding).
    await reply.status(421).type('application/problem+json').send({
      type: 'about:blank',
      title: 'Plumbline is not called by this name.',
      status: 421,
      step: 'Use the address that Plumbline printed when it started, or set PLUMBLINE_PUBLIC_URL.',
      request: request.id,
    });
  });
  const metrics = app.get(Metrics);
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    // The pattern, not the address: addresses hold ids and, at sign-ins, codes.
    const { url: route = 'none' } = request.routeOptions;
    const { method, id } = request;
    const { statusCode: status, elapsedTime } = reply;
    metrics.requests.observe({ method, route, status }, elapsedTime / 1_000);
    log.info('answered', { method, route, status, ms: Math.round(elapsedTime), request: id });
    done();
  });
  await app.init();
  await server.ready();
  return app;
}

// The OpenAPI document of a service, from its controllers and the schemas they name.
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiResponse,
  DocumentBuilder,
  SwaggerModule,
} from '@nestjs/swagger';

const PREFIX = '/api/v1/';

/** `app`: a running service; `controllers`: its controllers; `ACCESS`, `ANSWER`, `TAKES_FILE`, `Problem`: from its api folder. */
export function documentOf(app, { controllers, ACCESS, ANSWER, TAKES_FILE, Problem, version }) {
  for (const controller of controllers) declare(controller, { ACCESS, ANSWER, TAKES_FILE, Problem });
  const settings = new DocumentBuilder()
    .setTitle('Plumbline')
    .setDescription('Where your tools have drifted from your own data policy.')
    .setVersion(version)
    .addBearerAuth({ type: 'http', description: 'An API token, as it was shown once' }, 'token')
    .addCookieAuth('session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (_controller, method) => method,
  });
  const paths = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(PREFIX))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, operations] of paths) {
    for (const operation of Object.values(operations)) declarePlaces(path, operation);
  }
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Places in the address that the guard reads, and no controller. */
function declarePlaces(path, operation) {
  const known = new Set(operation.parameters.map(({ name }) => name));
  for (const [, name] of path.matchAll(/\{(\w+)\}/gu)) {
    if (!known.has(name))
      operation.parameters.unshift({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      });
  }
}

/** What a route answers, and whom: `anyone`, `signed in`, or the role it takes in the organization. */
function declare(controller, { ACCESS, ANSWER, TAKES_FILE, Problem }) {
  const { prototype } = controller;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof descriptor?.value !== 'function') continue;
    if (!Reflect.hasMetadata('path', descriptor.value)) continue;
    const access = Reflect.getMetadata(ACCESS, descriptor.value) ?? 'nobody';
    ApiExtension('x-access', access)(prototype, name, descriptor);
    if (Reflect.getMetadata(TAKES_FILE, descriptor.value) === true) {
      ApiConsumes('application/octet-stream')(prototype, name, descriptor);
      ApiBody({ schema: { type: 'string', format: 'binary' } })(prototype, name, descriptor);
    }
    const answer = Reflect.getMetadata(ANSWER, descriptor.value);
    if (answer === undefined) continue;
    const { status, description, schema } = answer;
    ApiResponse({ status, description, ...(schema && { standardSchema: schema }) })(
      prototype,
      name,
      descriptor,
    );
    ApiResponse({
      status: 'default',
      description: 'What went wrong, and what to do',
      standardSchema: Problem,
    })(prototype, name, descriptor);
  }
}

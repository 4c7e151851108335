// The OpenAPI document of a service, from its controllers and the schemas they name.
import { DocumentBuilder, SwaggerModule, ApiResponse } from '@nestjs/swagger';

const PREFIX = '/api/v1/';

/** `app`: a running service; `controllers`: its controllers; `ANSWER`, `Problem`: from its api folder. */
export function documentOf(app, { controllers, ANSWER, Problem, version }) {
  for (const controller of controllers) declareAnswers(controller, ANSWER, Problem);
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
  return { ...document, paths: Object.fromEntries(paths) };
}

function declareAnswers(controller, ANSWER, Problem) {
  const { prototype } = controller;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof descriptor?.value !== 'function') continue;
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

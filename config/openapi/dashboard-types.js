// What the dashboard knows of the API: types, from the same document.
import openApiTypes, { astToString } from 'openapi-typescript';
import { format } from 'prettier';

const HEAD = '/** Written by `npm run openapi` from config/openapi.json; not to be changed by hand. */\n';

export async function dashboardTypesOf(document) {
  const types = astToString(await openApiTypes(JSON.parse(JSON.stringify(document)), { exportType: true }));
  return format(HEAD + types, { parser: 'typescript', printWidth: 110, singleQuote: true });
}

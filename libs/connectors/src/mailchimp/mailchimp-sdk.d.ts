/** As much of Mailchimp's client as is used: it brings no types of its own. */
declare module '@mailchimp/mailchimp_marketing/src/ApiClient.js' {
  export default class ApiClient {
    setConfig(config: {
      readonly apiKey?: string;
      readonly accessToken?: string;
      readonly server: string;
    }): void;
    callApi(
      path: string,
      method: 'GET',
      pathParameters: object,
      query: Readonly<Record<string, string | number>>,
      headers: object,
      form: object,
      body: null,
      authentication: readonly string[],
      contentTypes: readonly string[],
      accepts: readonly string[],
      /** `Blob`: the body as it came, in `response.body`. */
      returnType: 'Blob',
    ): Promise<{ readonly response: unknown }>;
  }
}

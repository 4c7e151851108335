/** Written by `npm run openapi` from config/openapi.json; not to be changed by hand. */
export type paths = {
  '/api/v1/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['lookAtInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['renameMe'];
    trace?: never;
  };
  '/api/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-step': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['offerSecondStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-step/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['acceptSecondStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-step/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['renewRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-step/switch-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['switchOffSecondStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/end-others': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['endOtherSessions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{session}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sign-in-service': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['connectService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sign-in-service/disconnect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['disconnectService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/new-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['setPasswordByLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/oauth/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['comeBack'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listOrganizations'];
    put?: never;
    post: operations['makeOrganization'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/example': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['makeExample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getOrganization'];
    put?: never;
    post?: never;
    delete: operations['deleteOrganization'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/baseline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getBaseline'];
    put?: never;
    post: operations['approveBaseline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listConnections'];
    put?: never;
    post: operations['makeConnection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connections/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['beginSignIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connections/sign-in/finish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['finishSignIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connections/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['disconnect'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connections/{name}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['testConnection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/connectors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listConnectors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/documents/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/findings/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['decideFindings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/findings/{finding}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getFinding'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/apps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getApps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/data-map': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getDataMap'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/fields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listFields'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/flow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getDataFlow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/inventory/retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRetention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listInvitations'];
    put?: never;
    post: operations['invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/invitations/{invitation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['takeBackInvitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['showList'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/mails/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['sendTestMail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/mails/{mail}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getMail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/mails/{mail}/html': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getMailPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/mails/{mail}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['resendMail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listPeople'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/people/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['removePerson'];
    options?: never;
    head?: never;
    patch: operations['changeRole'];
    trace?: never;
  };
  '/api/v1/organizations/{organization}/people/{person}/new-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['makePasswordLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listPolicies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['checkPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listPolicyChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getCurrentPolicy'];
    put: operations['savePolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['draftPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['tryPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/policies/{version}/differences/{other}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['comparePolicies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/report-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getReportSettings'];
    put: operations['setReportSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/report-settings/unsubscribed/{address}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['subscribeAgain'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/scans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listScans'];
    put?: never;
    post: operations['startScan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/scans/{job}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getScan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/scans/{job}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['cancelScan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/scans/{job}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['watchScan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getSchedule'];
    put: operations['setSchedule'];
    post?: never;
    delete: operations['removeSchedule'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listTokens'];
    put?: never;
    post: operations['makeToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/tokens/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['takeBackToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listUploads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/uploads/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['addUpload'];
    post?: never;
    delete: operations['removeUpload'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listWebhooks'];
    put?: never;
    post: operations['addWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/webhooks/{webhook}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['removeWebhook'];
    options?: never;
    head?: never;
    patch: operations['setWebhook'];
    trace?: never;
  };
  '/api/v1/organizations/{organization}/webhooks/{webhook}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listWebhookMessages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organizations/{organization}/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['setUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-up/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['lookAtSetUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listWays'];
    put?: never;
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signInByLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/service': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['beginAtService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/service/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['comeBackSignedIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/standings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listStandings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/unsubscribe/{carried}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['askWhetherToUnsubscribe'];
    put?: never;
    post: operations['unsubscribe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    PolicyHead: {
      /** @description SHA-256 of the text */
      version: string;
      saved_by: string | null;
      saved_at: string;
      note: string | null;
    };
    Problem: {
      /** @description about:blank, or an address that names the kind of problem */
      type: string;
      /** @description What happened, as a sentence that is the same for every such problem */
      title: string;
      status: number;
      /** @description What to do about it, for a person */
      step?: string;
      /** @description Where what was sent can not be taken */
      errors?: {
        at: string;
        message: string;
      }[];
      /** @description Names this request in the log */
      request: string;
    };
    Policy: {
      /** @description SHA-256 of the text */
      version: string;
      saved_by: string | null;
      saved_at: string;
      note: string | null;
      /** @description The policy, as YAML */
      text: string;
    };
    Connector: {
      /** @enum {string} */
      id: 'hubspot' | 'mailchimp' | 'quickbooks' | 'google-workspace' | 'exports';
      title: string;
      reads: {
        what: string;
        capability: string;
      }[];
      rights: {
        scope: string;
        reasons: string[];
        costs: string[];
        optional: boolean;
        only_if_chosen: boolean;
      }[];
      ways: {
        id: string;
        title: string;
        works_here: boolean;
        redirect_uri: string | null;
        steps: {
          text: string;
          copy: string | null;
        }[];
        fields: {
          name: string;
          label: string;
          secret: boolean;
        }[];
      }[];
      /** @description Where the vendor has no right that only reads: the sentence that says so */
      no_read_only_right: string | null;
      conditions: {
        text: string;
        source: string;
        seen: string;
      }[];
      /** @description What the tool tells no program, and how that gap is filled */
      cannot_read: {
        what: string;
        step: string;
      }[];
      revoke_by_hand: string;
    };
    Connection: {
      name: string;
      /** @enum {string} */
      connector: 'hubspot' | 'mailchimp' | 'quickbooks' | 'google-workspace' | 'exports';
      /** @description The tool, as its vendor calls it */
      title: string;
      /** @description Made at a tool that is simulated on this computer */
      simulated: boolean;
      /** @description The systems of the policy that are read with it; null: there is no policy */
      systems: string[] | null;
      account: string | null;
      way: string;
      asked: string[];
      granted: string[] | null;
      health: {
        /** @enum {string} */
        state: 'works' | 'untried' | 'reconnect needed' | 'help needed';
        problem: {
          message: string;
          step: string;
        } | null;
        notices: {
          message: string;
          step: string;
        }[];
      };
      /** @description Rights that were not granted, and what is not read without each */
      missing: {
        scope: string;
        costs: string[];
      }[];
      connected_at: string;
      last_used_at: string | null;
      login_ends_at: string | null;
    };
    ScanJob: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      cause: 'manual' | 'schedule' | 'command line';
      /** @description Null: a schedule, or the command line */
      asked_by: string | null;
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
      /** @description UTC, ISO 8601 */
      asked_at: string;
      /** @description It does not begin before this */
      not_before: string;
      /** @description UTC, ISO 8601 */
      started_at: string | null;
      /** @description UTC, ISO 8601 */
      finished_at: string | null;
      /** @description UTC, ISO 8601 */
      cancel_asked_at: string | null;
      attempt: number;
      /** @description The id of the scan that it became */
      scan: string | null;
      /** @description Why it failed */
      problem: {
        message: string;
        step: string;
        /**
         * @description Who must act
         * @enum {string}
         */
        actor: 'user' | 'vendor' | 'us';
      } | null;
    };
    ScanJobWithReceipts: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      cause: 'manual' | 'schedule' | 'command line';
      /** @description Null: a schedule, or the command line */
      asked_by: string | null;
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
      /** @description UTC, ISO 8601 */
      asked_at: string;
      /** @description It does not begin before this */
      not_before: string;
      /** @description UTC, ISO 8601 */
      started_at: string | null;
      /** @description UTC, ISO 8601 */
      finished_at: string | null;
      /** @description UTC, ISO 8601 */
      cancel_asked_at: string | null;
      attempt: number;
      /** @description The id of the scan that it became */
      scan: string | null;
      /** @description Why it failed */
      problem: {
        message: string;
        step: string;
        /**
         * @description Who must act
         * @enum {string}
         */
        actor: 'user' | 'vendor' | 'us';
      } | null;
      /** @description What could be read, and what not; null until it is done */
      systems:
        | {
            system: string;
            connector: string;
            simulated: boolean;
            receipts: {
              resource: string;
              /** @description The same, as the owner would call it */
              title: string;
              status: string;
              read: number;
              reason: string | null;
              /** @enum {string|null} */
              actor: 'user' | 'vendor' | 'us' | null;
              step: string | null;
              scope: string | null;
              window: {
                from: string | null;
                to: string;
              } | null;
            }[];
          }[]
        | null;
    };
    Upload: {
      name: string;
      /** @description Empty: none */
      folder: string;
      bytes: number;
      /** @description If no scan has read it by then, it is gone */
      kept_until: string;
    };
    Schedule: {
      /** @enum {string} */
      every: 'hour' | 'day' | 'week' | 'month' | 'quarter';
      /** @description Local time, HH:MM; scans come up to 20 minutes later, and hourly ones once in each hour */
      at: string;
      /** @description Of a week 1 (Monday) to 7; of a month, or a quarter’s first month, 1 to 31 or its last day */
      day: number;
      /** @description As the policy says */
      time_zone: string;
      paused: boolean;
      next_due_at: string | null;
      last_due_at: string | null;
    };
    Person: {
      id: string;
      email: string;
      name: string;
    };
    Profile: {
      id: string;
      email: string;
      name: string;
      /** @description Whether she can sign in with a password */
      password: boolean;
      second_step: boolean;
      /** @description Whether she can sign in at the sign-in service */
      sign_in_service: boolean;
    };
    Session: {
      id: string;
      this_one: boolean;
      /** @enum {string} */
      way: 'password' | 'password and code' | 'sign-in service' | 'link';
      browser: string;
      begun_at: string;
      used_at: string;
    };
    Organization: {
      id: string;
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'admin' | 'owner';
      /** @description Invented, to try things with */
      example: boolean;
    };
    Standing: {
      id: string;
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'admin' | 'owner';
      /** @description Invented, to try things with */
      example: boolean;
      /** @description False: nobody has written one yet */
      policy: boolean;
      drift: {
        high: number;
        medium: number;
        low: number;
        info: number;
      };
      /** @description Null: never; nothing can be said then */
      last_scan_at: string | null;
      /** @description Of the last scan: tools not read in full */
      systems_not_read: number | null;
      /** @description What the tools tell no program, so that nobody looked */
      untold: number | null;
      /** @description Null: scanned only when somebody asks */
      next_scan_at: string | null;
    };
    Member: {
      id: string;
      email: string;
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'admin' | 'owner';
      since: string;
      /** @description Whether her sign-in asks for a code too */
      second_step: boolean;
    };
    Link: {
      /** @description To be handed over; shown this once */
      link: string;
      ends_at: string;
    };
    Invitation: {
      id: string;
      email: string;
      /** @enum {string} */
      role: 'viewer' | 'admin' | 'owner';
      made_by: string;
      made_at: string;
      ends_at: string;
    };
    MadeInvitation: {
      id: string;
      email: string;
      /** @enum {string} */
      role: 'viewer' | 'admin' | 'owner';
      made_by: string;
      made_at: string;
      ends_at: string;
      /** @description To be handed over; shown this once */
      link: string;
    };
    ApiToken: {
      id: string;
      name: string;
      beginning: string;
      /** @enum {string} */
      scope: 'read' | 'act';
      /** @description The id of the person for whom it acts */
      made_by: string;
      made_at: string;
      ends_at: string;
      used_at: string | null;
    };
    MadeApiToken: {
      id: string;
      name: string;
      beginning: string;
      /** @enum {string} */
      scope: 'read' | 'act';
      /** @description The id of the person for whom it acts */
      made_by: string;
      made_at: string;
      ends_at: string;
      used_at: string | null;
      /** @description To be sent as "Authorization: Bearer TOKEN"; shown this once */
      token: string;
    };
    ListedFinding: {
      id: string;
      rule: string;
      /** @enum {string} */
      severity: 'info' | 'low' | 'medium' | 'high';
      system: string | null;
      connector: string | null;
      subject: string;
      title: string;
      /**
       * @description not_observed: the last scan could not look at it
       * @enum {string}
       */
      observation: 'present' | 'absent' | 'not_observed';
      disposition:
        | {
            /** @enum {string} */
            kind: 'open';
          }
        | {
            /** @enum {string} */
            kind: 'acknowledged';
            by: string;
            on: string;
          }
        | {
            /** @enum {string} */
            kind: 'exception';
            reason: string;
            approver: string;
            until: string;
            on: string;
          };
      first_seen: string;
      last_seen: string;
      /** @description The address of who looks after it */
      assignee: string | null;
    };
    FindingWhole: {
      id: string;
      rule: string;
      /** @enum {string} */
      severity: 'info' | 'low' | 'medium' | 'high';
      system: string | null;
      connector: string | null;
      subject: string;
      title: string;
      /**
       * @description not_observed: the last scan could not look at it
       * @enum {string}
       */
      observation: 'present' | 'absent' | 'not_observed';
      disposition:
        | {
            /** @enum {string} */
            kind: 'open';
          }
        | {
            /** @enum {string} */
            kind: 'acknowledged';
            by: string;
            on: string;
          }
        | {
            /** @enum {string} */
            kind: 'exception';
            reason: string;
            approver: string;
            until: string;
            on: string;
          };
      first_seen: string;
      last_seen: string;
      /** @description Whether an owner can be shown its records (POST lists) */
      listable: boolean;
      /** @description What findings of its rule share */
      heading: string;
      why: string;
      message: string;
      remedy: string;
      /** @description The sentences of the policy in force that it is about */
      policy_says: string[];
      evidence_in_words: {
        name: string;
        value: string;
      }[];
      evidence: {
        [key: string]: unknown;
      };
      policy_version: string;
      assignee: {
        person: string;
        name: string;
      } | null;
      comments: {
        said_by: string;
        said_at: string;
        text: string;
      }[];
      history: {
        change: string;
        cause: string;
        /** @enum {string} */
        observation: 'present' | 'absent' | 'not_observed';
        detail: string | null;
        scan: string | null;
        at: string;
      }[];
    };
    FindingEvent: {
      finding: string;
      title: string;
      change: string;
      cause: string;
      /** @enum {string} */
      observation: 'present' | 'absent' | 'not_observed';
      detail: string | null;
      scan: string | null;
      at: string;
    };
    Field: {
      system: string;
      object: string;
      list: string | null;
      name: string;
      label: string;
      type: string;
      custom: boolean;
      category: string;
      sensitivity: string;
      confidence: number;
      reason: string;
      records: number;
      filled: number;
    };
    RuleBroken: {
      rule: string;
      heading: string;
      step: string;
      /** @description With the subject: what the finding is about */
      system: string | null;
      subject: string;
    };
    SystemRead: {
      system: string;
      /** @description The tool, as its maker calls it */
      title: string;
      simulated: boolean;
      /**
       * @description How much of what this page shows; nothing to read: a file has no logins and no apps
       * @enum {string}
       */
      read: 'read' | 'partial' | 'not read' | 'nothing to read';
    };
    AuditEntry: {
      at: string;
      actor: {
        kind: string;
        id: string;
        name: string;
      };
      action: string;
      target: string;
      details: {
        [key: string]: string | number | boolean;
      };
    };
    ReportSettings: {
      weekly: {
        on: boolean;
        /** @description 1 is Monday */
        day: number;
        /** @description Local time, HH:MM; the mail comes up to 20 minutes later */
        at: string;
        /** @description As the policy says */
        time_zone: string;
        paused_until: string | null;
        next_due_at: string | null;
        last_due_at: string | null;
      };
      alerts: boolean;
      roles: ('viewer' | 'admin' | 'owner')[];
      addresses: string[];
      /** @description Who gets the next report */
      recipients: string[];
      /** @description Who wants none, whatever is set */
      unsubscribed: string[];
      /**
       * @description A mail server; or files in the data directory
       * @enum {string}
       */
      leaves_by: 'smtp' | 'file';
      from: string;
    };
    Mail: {
      id: string;
      /** @enum {string} */
      kind: 'weekly' | 'alert' | 'notice' | 'test';
      /** @description Which of its kind: a week (2026-W48), a scan */
      occasion: string;
      subject: string;
      recipient: string;
      /**
       * @description unconfirmed: it was handed over and the answer was lost, so it may have arrived; given_up: put off too often
       * @enum {string}
       */
      state: 'queued' | 'sending' | 'sent' | 'unconfirmed' | 'refused' | 'given_up';
      /** @enum {string|null} */
      left_by: 'smtp' | 'file' | null;
      attempts: number;
      created_at: string;
      /** @description When it is tried again */
      next_at: string | null;
      sent_at: string | null;
      problem: {
        message: string;
        step: string;
      } | null;
    };
    MailWhole: {
      id: string;
      /** @enum {string} */
      kind: 'weekly' | 'alert' | 'notice' | 'test';
      /** @description Which of its kind: a week (2026-W48), a scan */
      occasion: string;
      subject: string;
      recipient: string;
      /**
       * @description unconfirmed: it was handed over and the answer was lost, so it may have arrived; given_up: put off too often
       * @enum {string}
       */
      state: 'queued' | 'sending' | 'sent' | 'unconfirmed' | 'refused' | 'given_up';
      /** @enum {string|null} */
      left_by: 'smtp' | 'file' | null;
      attempts: number;
      created_at: string;
      /** @description When it is tried again */
      next_at: string | null;
      sent_at: string | null;
      problem: {
        message: string;
        step: string;
      } | null;
      message_id: string;
      text: string;
    };
    Webhook: {
      id: string;
      address: string;
      on: boolean;
      made_by: string;
      made_at: string;
      /** @description Since when nothing has got through */
      failing_since: string | null;
      /** @description When it was switched off because nothing got through for days */
      given_up_at: string | null;
    };
    WebhookMade: {
      id: string;
      address: string;
      on: boolean;
      made_by: string;
      made_at: string;
      /** @description Since when nothing has got through */
      failing_since: string | null;
      /** @description When it was switched off because nothing got through for days */
      given_up_at: string | null;
      /** @description What its messages are signed with. It is told only here, and only now. */
      secret: string;
    };
    WebhookMessage: {
      /** @description The webhook-id that the receiver sees, the same at every attempt */
      id: string;
      /** @enum {string} */
      kind: 'drift.changed' | 'test';
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'given_up';
      made_at: string;
      attempts: number;
      next_at: string | null;
      delivered_at: string | null;
      problem: {
        message: string;
        step: string;
      } | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
          name?: string;
          /**
           * Format: password
           * @description For a new person; who is signed in sends neither
           */
          password?: string;
        };
      };
    };
    responses: {
      /** @description Accepted; a new person is signed in now */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  lookAtInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
        };
      };
    };
    responses: {
      /** @description What stands in it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            organization: string;
            email: string;
            /** @enum {string} */
            role: 'viewer' | 'admin' | 'owner';
            made_by: string;
            ends_at: string;
            /** @description Whether that address signs in here already */
            sign_in_first: boolean;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who is signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Profile'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  renameMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description As she is called now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Profile'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: password */
          current?: string | null;
          /** Format: password */
          next: string;
        };
      };
    };
    responses: {
      /** @description Changed. Every other browser has to sign in again */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  offerSecondStep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: password
           * @description Her own; null for who has none
           */
          password?: string | null;
        };
      };
    };
    responses: {
      /** @description What to give to the app. It is in force when a code of it was typed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description To type into the app */
            secret: string;
            /** @description The same, for a square of dots to photograph */
            address: string;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptSecondStep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Six digits from the app, or a recovery code */
          code: string;
        };
      };
    };
    responses: {
      /** @description It is in force */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Each good once; shown this once */
            recovery_codes: string[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  renewRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: password
           * @description Her own; null for who has none
           */
          password?: string | null;
        };
      };
    };
    responses: {
      /** @description New codes in place of the old ones */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Each good once; shown this once */
            recovery_codes: string[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  switchOffSecondStep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: password
           * @description Her own; null for who has none
           */
          password?: string | null;
        };
      };
    };
    responses: {
      /** @description The password alone is asked for */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The browsers she is signed in with */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Session'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  endOtherSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description This browser is the only one */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  connectService: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: password */
          password?: string | null;
        };
      };
    };
    responses: {
      /** @description Where to sign in, so that one can sign in there from now on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            address: string;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  disconnectService: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: password
           * @description Her own; null for who has none
           */
          password?: string | null;
        };
      };
    };
    responses: {
      /** @description She signs in with her password alone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  setPasswordByLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
          /** Format: password */
          password: string;
        };
      };
    };
    responses: {
      /** @description The password is set. Sign in with it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  comeBack: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the page of connections, which says what came of it */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOrganizations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that she belongs to, by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Organization'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Exactly as it will stand in the policy; it stays so */
          name: string;
        };
      };
    };
    responses: {
      /** @description A further one, which she owns */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organization'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeExample: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An invented bakery with a policy, and its scan, which waits; the one she has, if there is one */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            organization: components['schemas']['Organization'];
            /** @description The id of the scan to watch */
            scan: string;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One of them, and what the caller may do there */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organization'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The name of the organization, typed once more */
          name: string;
        };
      };
    };
    responses: {
      /** @description It is gone, with everything that was kept of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description What became of each login at its tool */
            connections: {
              name: string;
              connector: string;
              /** @enum {string} */
              revocation: 'done' | 'failed' | 'not possible';
              /** @description How to take the login back at the tool yourself */
              by_hand: string | null;
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        action?: string;
        actor?: string;
        target?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEntry'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBaseline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The approved scan, and what changed since */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            baseline: {
              scan: string;
              as_of: string;
              approved_by: string;
              approved_on: string;
              /** @description Ids of findings that are there now and were not then */
              appeared: string[];
              /** @description Ids of findings that were there then and are not now */
              vanished: string[];
            } | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveBaseline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The scan that was looked at: if another came since, nothing is approved */
          scan: string;
        };
      };
    };
    responses: {
      /** @description The scan that is the baseline now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            baseline: {
              scan: string;
              as_of: string;
              approved_by: string;
              approved_on: string;
              /** @description Ids of findings that are there now and were not then */
              appeared: string[];
              /** @description Ids of findings that were there then and are not now */
              vanished: string[];
            } | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listConnections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All connections, by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Connection'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          connector: 'hubspot' | 'mailchimp' | 'quickbooks' | 'google-workspace' | 'exports';
          /** @enum {string} */
          way: 'key' | 'oauth' | 'paste-back' | 'refresh-token' | 'service-account';
          /** @default null */
          name?: string | null;
          answers: {
            [key: string]: string;
          };
          /** @default [] */
          without?: string[];
          /** @default [] */
          with?: string[];
          /**
           * Format: uri
           * @description For paste-back: a page of your own, https, where the browser lands
           * @default null
           */
          redirect_uri?: string | null;
        };
      };
    };
    responses: {
      /** @description The connection, and how it is */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connection'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  beginSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          connector: 'hubspot' | 'mailchimp' | 'quickbooks' | 'google-workspace' | 'exports';
          /** @enum {string} */
          way: 'key' | 'oauth' | 'paste-back' | 'refresh-token' | 'service-account';
          /** @default null */
          name?: string | null;
          answers: {
            [key: string]: string;
          };
          /** @default [] */
          without?: string[];
          /** @default [] */
          with?: string[];
          /**
           * Format: uri
           * @description For paste-back: a page of your own, https, where the browser lands
           * @default null
           */
          redirect_uri?: string | null;
        };
      };
    };
    responses: {
      /** @description Where to sign in at the tool */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description What to open in this browser */
            address: string;
            /** @description Where the browser comes back to, as registered at the tool */
            redirect_uri: string;
            /** @description False: copy the address that the browser lands on, and send it to finish */
            comes_back: boolean;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  finishSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          landed_on: string;
        };
      };
    };
    responses: {
      /** @description The connection, and how it is */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connection'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  disconnect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of the login at the tool; here nothing of it is left */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            revocation: 'done' | 'failed' | 'not possible';
            /** @description How to take the login back at the tool yourself */
            by_hand: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  testConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The connection as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connection'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listConnectors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The tools that can be connected, and how */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Connector'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocument: {
    parameters: {
      query?: {
        format?: 'html' | 'pdf' | 'csv';
      };
      header?: never;
      path: {
        organization: string;
        /** @description policy: the page to sign; notice: wording for the website; ropa: the record of processing; questionnaire: questions to vendors; audit: the last quarter; weekly: the mail as it would go out now */
        kind: 'policy' | 'notice' | 'ropa' | 'questionnaire' | 'audit' | 'weekly';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listEvents: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened to findings, the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FindingEvent'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFindings: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        state?: 'drift' | 'open' | 'acknowledged' | 'exception' | 'absent' | 'all';
        severity?: 'info' | 'low' | 'medium' | 'high';
        rule?:
          | 'field.undeclared'
          | 'field.wrong-system'
          | 'field.sensitive'
          | 'field.free-text'
          | 'field.unused'
          | 'field.missing'
          | 'field.new'
          | 'purpose.mismatch'
          | 'access.undeclared-person'
          | 'access.excess-role'
          | 'access.departed'
          | 'access.inactive'
          | 'access.weak-login'
          | 'access.shared-account'
          | 'access.public-file'
          | 'app.undeclared'
          | 'app.ai'
          | 'app.excess-scope'
          | 'app.new'
          | 'retention.overdue'
          | 'retention.undated'
          | 'retention.not-propagated'
          | 'consent.missing'
          | 'consent.conflict'
          | 'vendor.unvetted'
          | 'vendor.trains-ai'
          | 'vendor.dpa'
          | 'vendor.undeclared-payee'
          | 'program.policy-review'
          | 'program.audit'
          | 'program.training'
          | 'program.vetting';
        /** @description (business): what is in no system, such as vendors and duties */
        system?: string;
        /** @description The id of a person */
        assignee?: string;
        /** @description Only what came, went or changed then or later */
        changed_since?: string;
        /** @description Part of a title or a subject */
        text?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The gravest first, of those the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ListedFinding'][];
            total: number | null;
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideFindings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          findings: string[];
          decision:
            | {
                /** @enum {string} */
                kind: 'acknowledge';
              }
            | {
                /** @enum {string} */
                kind: 'open';
              }
            | {
                /** @enum {string} */
                kind: 'accept';
                reason: string;
                /** Format: date */
                until?: string;
              }
            | {
                /** @enum {string} */
                kind: 'assign';
                /** Format: uuid */
                person: string | null;
              }
            | {
                /** @enum {string} */
                kind: 'comment';
                text: string;
              };
        };
      };
    };
    responses: {
      /** @description Decided, all of it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFinding: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        finding: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One finding, with its history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FindingWhole'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who can log in where, against what the policy gives */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            items: {
              system: string;
              identifier: string;
              /** @description Who of the policy that is; null: nobody */
              person: string | null;
              role: string;
              level: string;
              /** @description What the policy gives; null: nothing */
              declared: string | null;
              state: string;
              last_login: string | null;
              second_factor: boolean | null;
              /**
               * @description Of this login alone; null: it lets nobody in, or another login of the person is judged
               * @enum {string|null}
               */
              standing: 'agrees' | 'differs' | 'not found' | 'not known' | 'found' | null;
              breaks: components['schemas']['RuleBroken'][];
            }[];
            /** @description False: there is none to compare with */
            policy: boolean;
            systems: components['schemas']['SystemRead'][];
            /** @description Those of the policy, then the logins of nobody whom it names */
            people: {
              who: string;
              /** @description The policy names this person */
              known: boolean;
              roles: string[];
              systems: {
                system: string;
                declared: string | null;
                /**
                 * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
                 * @enum {string}
                 */
                state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
                logins: string[];
              }[];
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getApps: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Apps that reach into the tools, and what they may read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            items: {
              system: string;
              name: string;
              client_id: string | null;
              own_key: boolean;
              scopes: string[];
              /** @description Its rights in words; null: nobody has put that one into words */
              may: {
                scope: string;
                words: string | null;
              }[];
              /** @description What it really read; null: no log tells */
              reads:
                | {
                    service: string;
                    bytes: number;
                    last_day: string;
                  }[]
                | null;
              /** @description The AI app that goes by that name: a likeness, not proof */
              ai: {
                name: string;
                vendor: string;
              } | null;
              users: number | null;
              access: string;
              last_seen: string | null;
              /**
               * @description Null: it reaches nothing that the policy is about
               * @enum {string|null}
               */
              standing: 'agrees' | 'differs' | 'not found' | 'not known' | 'found' | null;
              /** @description By it, or by its maker */
              breaks: components['schemas']['RuleBroken'][];
            }[];
            policy: boolean;
            systems: components['schemas']['SystemRead'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDataMap: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Kinds of personal data in each system, declared against found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            items: {
              category: string;
              title: string;
              sensitive: boolean;
              system: string;
              declared: boolean;
              /**
               * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
               * @enum {string}
               */
              state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
              breaks: components['schemas']['RuleBroken'][];
              records: number;
              /** @description Of what breaks a rule, if anything does */
              filled: number;
              fields: {
                object: string;
                list: string | null;
                name: string;
                label: string;
                custom: boolean;
                declared: boolean;
                /** @description It stands inside its notes, which are counted then */
                in_notes: boolean;
                breaks: components['schemas']['RuleBroken'][];
                filled: number;
                records: number;
              }[];
            }[];
            /** @description False: there is none to compare with */
            policy: boolean;
            /** @description Fields that may hold personal data, and are not shown: nobody is sure */
            unsure: number;
            systems: components['schemas']['SystemRead'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFields: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        system?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Fields, in the order of the policy */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            items: components['schemas']['Field'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDataFlow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description From purposes to kinds of data, to systems, to apps: declared against found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            policy: boolean;
            purposes: {
              id: string;
              title: string;
            }[];
            categories: {
              id: string;
              title: string;
            }[];
            systems: {
              id: string;
              title: string;
            }[];
            apps: {
              id: string;
              title: string;
              ai: boolean;
            }[];
            links: {
              from: string;
              to: string;
              /**
               * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
               * @enum {string}
               */
              state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRetention: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How old records are, against the terms of the policy */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            as_of: string;
            items: {
              system: string;
              subjects: string;
              after: string;
              keep: {
                years: number;
                months: number;
                weeks: number;
                days: number;
              };
              keep_in_words: string;
              /** @description Why it may be kept for longer here */
              because: string | null;
              held: number;
              /** @description Of these, how many nothing can be said about */
              unjudged: number;
              overdue: number;
              undated: number;
              /** @description Null: nobody’s age may be judged */
              overdue_before: string | null;
              /**
               * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
               * @enum {string}
               */
              state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
              /** @description By the month of what the term counts from */
              months: {
                month: string | null;
                people: number;
              }[];
            }[];
            policy: boolean;
            systems: components['schemas']['SystemRead'][];
            /** @description Files with people in them that no system claims, so that no term reaches them */
            unclaimed: {
              path: string;
              records: number;
            }[];
            judged: {
              trigger: string;
              as_of: string | null;
              reasons: string[];
            }[];
            /** @description Lists that marketing goes to */
            consent: {
              system: string;
              name: string;
              marketed: number;
              missing: {
                requires: string;
                people: number;
              }[];
              conflicts: number;
              opted_out_in: string[];
              /**
               * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
               * @enum {string}
               */
              state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
            }[];
            deletions: {
              system: string;
              held: number;
              unjudged: number;
              /** @description Null: no list of deletion requests was read, so nobody knows who asked */
              requested: number | null;
              deleted_elsewhere: number;
              deleted_in: string[];
              /**
               * @description differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy
               * @enum {string}
               */
              state: 'agrees' | 'differs' | 'not found' | 'not known' | 'found';
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listInvitations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that are still good, by address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Invitation'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string;
          /** @enum {string} */
          role: 'viewer' | 'admin' | 'owner';
        };
      };
    };
    responses: {
      /** @description The invitation, with its link */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeInvitation'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeBackInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        invitation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its link is not good any more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  leave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller does not belong to the organization any more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  showList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          rule:
            | 'retention.overdue'
            | 'retention.undated'
            | 'retention.not-propagated'
            | 'consent.missing'
            | 'consent.conflict'
            | 'field.free-text';
          /** @description A system of the policy */
          system: string;
          /** @description Of one finding only: customers, leads, a mailing list or a field; null: of all */
          subject: string | null;
        };
      };
    };
    responses: {
      /** @description Lines of JSON (application/x-ndjson) as they are read: progress, list, records, and an end that says whether that was all */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMails: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Mail'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendTestMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          to: string;
        };
      };
    };
    responses: {
      /** @description What came of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            state: 'sent' | 'unconfirmed' | 'not sent';
            /** @enum {string|null} */
            left_by: 'smtp' | 'file' | null;
            problem: {
              message: string;
              step: string;
            } | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        /** @description As the list of mails gives it */
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One mail, as text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailWhole'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMailPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        /** @description As the list of mails gives it */
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One mail, as a page of its own */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  resendMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        /** @description As the list of mails gives it */
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is sent again, as the same mail */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOverview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What differs today, what could not be read, and what changed since Monday */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            today: string;
            scan: {
              id: string;
              as_of: string;
              finished_at: string;
            } | null;
            /** @description False: nothing can be said, and nothing is fine */
            anything_read: boolean;
            drift: {
              high: number;
              medium: number;
              low: number;
              info: number;
              /** @description Of these, what the last scan could not look at */
              not_observed: number;
            };
            since: {
              day: string;
              /** @description False: the first scan is younger, so nothing is news */
              scanned_before: boolean;
              appeared: number;
              fixed: number;
              gone: number;
            };
            /** @description False: nobody has written one yet */
            policy: boolean;
            /** @description Null: scanned only when somebody asks */
            next_scan_at: string | null;
            /** @description The id of the job that waits or runs */
            scan_under_way: string | null;
            /** @description The latest scan that was asked for, if it failed: what is shown is older */
            scan_failed: {
              job: string;
              message: string;
              step: string;
            } | null;
            duties: {
              finding: string;
              title: string;
              /** @enum {string} */
              severity: 'info' | 'low' | 'medium' | 'high';
            }[];
            /** @description Within a week */
            exceptions_ending: {
              finding: string;
              title: string;
              until: string;
            }[];
            gaps: {
              kind: string;
              what: string;
              steps: string[];
            }[];
            systems: {
              system: string;
              /** @description The tool, as its maker calls it */
              title: string;
              connector: string;
              account: string;
              simulated: boolean;
              /** @enum {string} */
              coverage: 'read' | 'partial' | 'not read';
              complete: number;
              of: number;
              /** @description What the tool tells no program, so that nobody looked at it */
              untold: number;
              drift: number;
              /** @enum {string|null} */
              gravest: 'info' | 'low' | 'medium' | 'high' | null;
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPeople: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everybody, by address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Member'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  removePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description She does not belong to the organization any more, and her API tokens have ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role: 'viewer' | 'admin' | 'owner';
        };
      };
    };
    responses: {
      /** @description What she may do now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  makePasswordLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Whether the link also takes off the code that her sign-in asks for
           * @default false
           */
          second_step?: boolean;
        };
      };
    };
    responses: {
      /** @description A link by which she sets another password; good once, for a day */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Link'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPolicies: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Saved versions, the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PolicyHead'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The policy, as YAML */
          text: string;
        };
      };
    };
    responses: {
      /** @description What has to be corrected before the text can be the policy; nothing is stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            problems: {
              line: number;
              column: number;
              path: string;
              message: string;
              nearest: string | null;
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPolicyChoices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The kinds of personal data and of tools that a policy can name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            categories: {
              key: string;
              title: string;
              sensitive: boolean;
            }[];
            connectors: {
              key: string;
              title: string;
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCurrentPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy in force */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  savePolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The policy, as YAML */
          text: string;
          /** @description The version that the change began from; null: there was none */
          replaces: string | null;
          /** @default null */
          note?: string | null;
        };
      };
    };
    responses: {
      /** @description The policy that is in force now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  draftPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A policy that declares what the latest scan found, to strike out from; nothing is stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description The policy, as YAML */
            text: string;
            /** @description The day of the scan that it was made from */
            scanned_as_of: string;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  tryPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The policy, as YAML */
          text: string;
        };
      };
    };
    responses: {
      /** @description What the text would make of the findings of today, were it in force; nothing is stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            scanned_as_of: string | null;
            appears: {
              id: string;
              rule: string;
              /** @enum {string} */
              severity: 'info' | 'low' | 'medium' | 'high';
              system: string | null;
              title: string;
            }[];
            goes: {
              id: string;
              rule: string;
              /** @enum {string} */
              severity: 'info' | 'low' | 'medium' | 'high';
              system: string | null;
              title: string;
            }[];
            changes: {
              id: string;
              rule: string;
              /** @enum {string} */
              severity: 'info' | 'low' | 'medium' | 'high';
              system: string | null;
              title: string;
            }[];
            only_next_scan_tells: string[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        /** @description SHA-256 of the text */
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One version */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  comparePolicies: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        /** @description SHA-256 of the text */
        version: string;
        /** @description SHA-256 of the text */
        other: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What differs from one version to another, line by line */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            lines: {
              /** @enum {string} */
              kind: 'same' | 'added' | 'removed';
              lines: string[];
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportSettings'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  setReportSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          weekly: {
            on: boolean;
            /**
             * @description 1 is Monday
             * @default 1
             */
            day?: number;
            /**
             * @description Local time, HH:MM; the mail comes up to 20 minutes later
             * @default 07:00
             */
            at?: string;
            /** Format: date-time */
            paused_until?: string | null;
          };
          /** @description Whether what is new and grave is told at once */
          alerts: boolean;
          /** @description Members with one of these roles get the reports */
          roles: ('viewer' | 'admin' | 'owner')[];
          /** @description And whoever is at these */
          addresses: string[];
        };
      };
    };
    responses: {
      /** @description The settings as they are now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportSettings'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  subscribeAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        address: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gets the reports again, if the settings say so */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listScans: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ScanJob'][];
            next: string | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  startScan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The scan that waits now; the one that waited already, if there is one */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScanJob'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getScan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        job: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One scan, with what could be read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScanJobWithReceipts'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelScan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        job: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The scan: cancelled, or about to be; one that has ended stays as it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScanJob'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchScan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        job: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Server-sent events of type progress, from where the scan stands to its end */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The schedule */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Schedule'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  setSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          every: 'hour' | 'day' | 'week' | 'month' | 'quarter';
          /**
           * @description Local time, HH:MM; scans come up to 20 minutes later, and hourly ones once in each hour
           * @default 06:00
           */
          at?: string;
          /**
           * @description Of a week 1 (Monday) to 7; of a month, or a quarter’s first month, 1 to 31 or its last day
           * @default 1
           */
          day?: number;
          /** @default false */
          paused?: boolean;
        };
      };
    };
    responses: {
      /** @description The schedule as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Schedule'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is scanned only when somebody asks */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ApiToken'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /**
           * @description read: look; act: all that an admin may
           * @enum {string}
           */
          scope: 'read' | 'act';
          /**
           * Format: date-time
           * @description Within a year
           */
          ends_at: string;
        };
      };
    };
    responses: {
      /** @description The token; it acts for who made it */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeApiToken'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeBackToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It opens nothing any more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTrend: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures of the latest scans, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              high: number;
              medium: number;
              low: number;
              info: number;
              scan: string;
              as_of: string;
              finished_at: string;
              not_observed: number;
              appeared: number;
              fixed: number;
              gone: number;
              systems_not_read: number;
            }[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUploads: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What waits for the next scan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Upload'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  addUpload: {
    parameters: {
      query?: {
        /** @description The folder that it lay in, with slashes, such as mailchimp/2026; none unless given */
        folder?: string;
      };
      header?: never;
      path: {
        organization: string;
        /** @description What the file is called, with its ending: contacts.csv, sales.xlsx, all.zip */
        file: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description The file waits for the next scan, which reads it as if it lay in the folder of exports */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeUpload: {
    parameters: {
      query?: {
        /** @description The folder that it lay in, with slashes, such as mailchimp/2026; none unless given */
        folder?: string;
      };
      header?: never;
      path: {
        organization: string;
        /** @description What the file is called, with its ending: contacts.csv, sales.xlsx, all.zip */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhooks */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Webhook'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  addWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          address: string;
        };
      };
    };
    responses: {
      /** @description The webhook, with its secret */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookMade'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  setWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          on: boolean;
        };
      };
    };
    responses: {
      /** @description Switched on from now on, or off */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhookMessages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['WebhookMessage'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organization: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A message that says no more than that it is one is on its way */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  setUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
          /** Format: email */
          email: string;
          name: string;
          /** Format: password */
          password: string;
          /**
           * @description As it stands in the policy. Null: those that were scanned already
           * @default null
           */
          organization?: string | null;
        };
      };
    };
    responses: {
      /** @description The first owner, who is signed in now */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  lookAtSetUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
        };
      };
    };
    responses: {
      /** @description The organizations that were scanned already, and will be hers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            organizations: string[];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWays: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ways in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            password: boolean;
            sign_in_service: boolean;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string;
          /** Format: password */
          password: string;
          /**
           * @description Six digits from the app, or a recovery code
           * @default null
           */
          code?: string | null;
        };
      };
    };
    responses: {
      /** @description Who is signed in now, or what is needed beside */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            signed_in: boolean;
            /**
             * @description What to send beside, in the same request again
             * @enum {string|null}
             */
            needs: 'code' | null;
            person: components['schemas']['Person'] | null;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  signInByLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What stands behind the # of the link */
          link: string;
        };
      };
    };
    responses: {
      /** @description Who is signed in now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  beginAtService: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where to sign in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            address: string;
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  comeBackSignedIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStandings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A line for each organization that the caller belongs to, by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Standing'][];
          };
        };
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  askWhetherToUnsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description What only the mail has */
        carried: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page that asks whether to stop the reports */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
  unsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description What only the mail has */
        carried: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page that says so, whether there was something to stop or not */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong, and what to do */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
    };
  };
}

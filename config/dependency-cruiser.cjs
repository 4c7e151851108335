/** The arrows of docs/architecture.md; each says why it may not be crossed. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or one of them holds something that belongs elsewhere.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'connectors-know-no-policy',
      comment:
        'A connector says what is out there. Judging is for rules, so that a scan can be judged again without reading again.',
      severity: 'error',
      from: { path: '^libs/connectors/' },
      to: { path: '^(libs/(rules|reports)|apps)/' },
    },
    {
      name: 'vendors-are-strangers',
      comment:
        'A vendor folder can be deleted, or written by somebody else, without touching another vendor.',
      severity: 'error',
      from: { path: '^libs/connectors/src/(exports|hubspot|mailchimp|quickbooks|google-workspace)/' },
      to: {
        path: '^libs/connectors/src/(exports|hubspot|mailchimp|quickbooks|google-workspace)/',
        pathNot: '^libs/connectors/src/$1/',
      },
    },
    {
      name: 'the-contract-stands-alone',
      comment: 'Everything leans on the contract; it leans on nothing of ours.',
      severity: 'error',
      from: { path: '^libs/connectors/src/contract/', pathNot: '\\.spec(-builders)?\\.ts$' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/connectors/src/contract/' },
    },
    {
      name: 'rules-read-the-contract-only',
      comment: 'A rule knows facts and receipts, never a vendor.',
      severity: 'error',
      from: { path: '^libs/rules/', pathNot: '\\.spec(-builders)?\\.ts$' },
      to: { path: '^(libs/connectors/src/(?!contract/)|libs/reports/|apps/)' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule is a function of policy and inventory: no file, no clock, no network, no framework. Hashing is handed in.',
      severity: 'error',
      from: { path: '^libs/rules/', pathNot: '\\.spec(-builders)?\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-know-no-framework',
      comment: 'Rules and reports can be used, and tested, without Nest or a database.',
      severity: 'error',
      from: { path: '^libs/(rules|reports|connectors)/' },
      to: { path: 'node_modules/(@nestjs|typeorm|better-sqlite3)/' },
    },
    {
      name: 'one-door-to-the-network',
      comment:
        'Whatever opens a socket, or brings an agent or dispatcher of its own, goes around the guard (docs/decisions/0013). Only the guard does that, what listens (the service, and the page of a sign-in), and what hands over mails.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot:
          '(\\.spec(-builders)?\\.ts$|^libs/connectors/src/kit/guard/|^apps/scanner/src/service/|^apps/scanner/src/connections/loopback-sign-in\\.ts$|^apps/scanner/src/delivery/(send-by-smtp|eml)\\.ts$)',
      },
      to: {
        path: '^(net|tls|dgram|dns|dns/promises|http|https|http2|undici)$|(^|/)node_modules/(undici|nodemailer|ws|axios|got|node-fetch|superagent|agent-base|https?-proxy-agent)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'reports-do-not-read-tools',
      comment: 'A report renders what was judged; it never reads a tool again.',
      severity: 'error',
      from: { path: '^libs/reports/', pathNot: '\\.spec(-builders)?\\.ts$' },
      to: { path: '^(libs/connectors/src/(?!contract/)|apps/)' },
    },
    {
      name: 'the-service-does-not-scan',
      comment:
        'A scan is a process of its own: what it loads (readers, word lists, rules) would make the service slow to start and large (docs/decisions/0016). Judging is loaded only where somebody tries a policy.',
      severity: 'error',
      from: {
        path: '^apps/scanner/src/(api|service|people|schedule|pages|audit|deletion|lists)/',
        pathNot: '\\.spec(-builders)?\\.ts$',
      },
      to: {
        path: '^(apps/scanner/src/(scan|cli|example)/|libs/connectors/src/exports/|libs/rules/src/(catalog|classify|reduce)/)',
      },
    },
    {
      name: 'the-service-does-not-render',
      comment:
        'React, PDFs and charts would make the service slow to start and large: reports are written in a process of their own (report-job), and the service sends what that left in the outbox.',
      severity: 'error',
      from: {
        path: '^apps/scanner/src/(api|service|people|schedule|pages|audit|queue|policies|deletion)/',
        pathNot: '\\.spec(-builders)?\\.ts$',
      },
      to: {
        path: '^(apps/scanner/src/reports/compose-|libs/reports/src/(email|documents|charts|fonts)/|node_modules/(react|react-dom|@react-email|@react-pdf|@resvg)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-do-not-know-their-doors',
      comment: 'What people and programs come in by may change; what they come for does not know of it.',
      severity: 'error',
      from: {
        path: '^apps/scanner/src/(storage|findings|connections|people|policies|queue|audit|scan|settings|deletion|lists)/',
        pathNot: '\\.spec(-builders)?\\.ts$',
      },
      to: { path: '^apps/scanner/src/(api|cli|pages)/' },
    },
    {
      name: 'delivery-renders-nothing',
      comment:
        'The service sends; what a mail says is made in a process of its own, which alone loads what renders (report-job). Composing is handed in.',
      severity: 'error',
      from: { path: '^apps/scanner/src/(delivery|documents)/', pathNot: '\\.spec(-builders)?\\.ts$' },
      to: {
        path: '^(libs/reports/src/(email|charts|documents|fonts)/|apps/scanner/src/(scan|cli|api|pages)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-dashboard-knows-the-api-only',
      comment:
        'What a person sees is what the API says: the dashboard shares no code with what it shows, and runs where no file and no Node is.',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '^(libs|apps/scanner|test)/' },
    },
    {
      name: 'nothing-knows-the-dashboard',
      comment: 'It is one way to look at things, and can be left out.',
      severity: 'error',
      from: { pathNot: '^apps/dashboard/' },
      to: { path: '^apps/dashboard/' },
    },
    {
      name: 'screens-are-strangers',
      comment: 'A screen can be rewritten without looking at another; what two share is a part.',
      severity: 'error',
      from: { path: '^apps/dashboard/src/screens/([^/]+)/' },
      to: { path: '^apps/dashboard/src/screens/', pathNot: '^apps/dashboard/src/screens/$1/' },
    },
    {
      name: 'product-does-not-lean-on-tests',
      comment: 'What ships must not need what only tests need.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '(\\.spec(-builders)?\\.ts$|^libs/connectors/src/testing/)' },
      to: { path: '(^test/|\\.spec(-builders)?\\.ts$|^libs/connectors/src/testing/)' },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package that is not in package.json works by luck.',
      severity: 'error',
      // The dashboard is bundled: its packages are needed to build it, and no more.
      from: {
        path: '^(apps|libs)/',
        pathNot: '(\\.spec(-builders)?\\.ts$|/testing/|^apps/dashboard/)',
      },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};

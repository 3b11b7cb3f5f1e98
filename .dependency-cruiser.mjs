// The six import rules of the house (README, « Who may import whom »), checked at every `npm run lint`.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid('no-cycles', 'A cycle has no beginning to read from.', {}, { circular: true }),
    forbid(
      'forms-is-pure',
      'forms/ imports only itself and pure libraries.',
      { path: '^forms/' },
      {
        path: '^(functions|infra|web|test)/|^node_modules/(@aws-sdk|@middy)|^node:',
      },
    ),
    forbid(
      'survey-core-on-the-server',
      'On the server answers.ts alone imports survey-core.',
      {
        path: '^(forms|functions)/',
        pathNot: '^forms/answers\\.ts$',
      },
      { path: '^node_modules/survey-core' },
    ),
    forbid(
      'linter-where-checks-run',
      'SurveyJS’s linter holds a whole survey-core: the checks of questionnaires alone import it.',
      { pathNot: '^forms/checking/linter(-words)?\\.ts$' },
      { path: '^node_modules/survey-linter' },
    ),
    forbid(
      'checks-in-a-worker',
      'Checking a questionnaire takes a megabyte: in the site, the editor’s worker alone imports it.',
      { path: '^web/', pathNot: '^web/editor/checks-worker\\.ts$' },
      { path: '^forms/checking/', pathNot: '^forms/checking/allowed-html\\.ts$' },
    ),
    forbid(
      'handlers-stand-alone',
      'A handler never imports another.',
      {
        path: '^functions/(http|scheduled)/([^/]+)',
      },
      { path: '^functions/(http|scheduled)/', pathNot: '^functions/$1/$2' },
    ),
    forbid(
      'handlers-through-functions',
      'Handlers import forms, middleware, store and external.',
      {
        path: '^functions/',
      },
      { path: '^(infra|web|test)/' },
    ),
    forbid(
      'store-knows-no-http',
      'store/ imports forms; never handlers, middleware or external.',
      {
        path: '^functions/store/',
      },
      { path: '^functions/(http|scheduled|middleware|external|campaigns|mail|uploads)/' },
    ),
    forbid(
      'external-knows-no-http',
      'external/ imports forms; never handlers, middleware or store.',
      {
        path: '^functions/external/',
      },
      { path: '^functions/(http|scheduled|middleware|store|campaigns|mail|uploads)/' },
    ),
    forbid(
      'cloud-shares-two-files',
      'The CDK app shares what functions there are and the key schema, nothing else.',
      {
        path: '^infra/aws/',
        pathNot: '^infra/aws/operate/',
      },
      {
        path: '^(functions|forms|web|infra/local|test)/',
        pathNot: '^functions/(routes|triggers|needs|grants|store/schema)\\.ts$',
      },
    ),
    forbid(
      'operators-use-the-store',
      'What an operator runs acts through forms and the store, never through handlers.',
      {
        path: '^infra/(aws/operate|publication)/',
      },
      { path: '^(functions/(http|scheduled|middleware|external)|web|infra/local|test)/' },
    ),
    forbid(
      'stacks-know-no-operator',
      'Nothing of operate/ or publication/ is needed to build the stacks.',
      {
        path: '^infra/aws/',
        pathNot: '^infra/aws/operate/',
      },
      { path: '^infra/(aws/operate|publication)/' },
    ),
    forbid(
      'web-not-functions',
      'web/ imports forms; never functions.',
      { path: '^web/' },
      {
        path: '^(functions|infra|test)/',
      },
    ),
    forbid(
      'surfaces-share-through-shared',
      'Surfaces share only through web/shared.',
      {
        path: '^web/(partner|fill|caf|editor)/',
      },
      { path: '^web/(partner|fill|caf|editor)/', pathNot: '^web/$1/' },
    ),
    forbid(
      'surveyjs-in-one-module',
      'In fill/, one module alone touches SurveyJS; the build reads its metadata for the editor.',
      {
        path: '^web/',
        pathNot: '^web/(fill/survey\\.tsx|build/vocabulary\\.ts)$',
      },
      { path: '^node_modules/survey-' },
    ),
    forbid(
      'local-is-for-one-machine',
      'Only tests import infra/local.',
      {
        path: '^(forms|functions|infra/aws|web)/',
      },
      { path: '^infra/local/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

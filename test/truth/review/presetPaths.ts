/** What each preset stands for, as one expression over paths; written apart from the globs that it is held against. */
const named = (...names: readonly string[]) => `(?:^|/)(?:${names.join('|')})$`;
const within = (...folders: readonly string[]) => `(?:^|/)(?:${folders.join('|')})/`;
const ending = (...ends: readonly string[]) => `\\.(?:${ends.join('|')})$`;
const any = (...sources: readonly string[]) => new RegExp(sources.join('|'));

const yaml = '\\.ya?ml';

export const presetPaths = {
  tests: any(
    within('tests?', '__tests__', '__mocks__', '__snapshots__', 'specs?', 'e2e', 'testdata', 'fixtures'),
    within('[^/]*\\.(?:Tests?|UnitTests|IntegrationTests)'),
    named(
      '[^/]*\\.(?:tests?|spec|e2e|cy)\\.[^/]*',
      '[^/]*_(?:tests?|spec)\\.[^/]*',
      'test_[^/]*\\.py',
      'conftest\\.py',
    ),
    named('[^/]*(?:Tests?|TestCase|Spec|IT)\\.(?:java|kt|groovy|scala|cs|fs|vb|php|swift)'),
  ),
  docs: any(
    ending('mdx?', 'markdown', 'rst', 'adoc', 'asciidoc', 'txt', 'org', 'tex'),
    within('docs?', 'documentation', 'man'),
    named('README|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|AUTHORS|MAINTAINERS|LICEN[SC]E|COPYING|NOTICE'),
  ),
  migration: any(
    within('migrations?', 'migrate', 'alembic', 'flyway', 'liquibase'),
    named('db/migrate', 'db/schema\\.rb', 'db/structure\\.sql', '[VUR][^/]*__[^/]*\\.sql', 'schema\\.prisma'),
    '(?:^|/)changelogs?/(?:.*/)?[^/]*\\.(?:xml|sql)$',
  ),
  config: any(
    ending('ini', 'cfg', 'conf', 'properties', 'toml', 'env'),
    within('configs?', 'conf', 'settings'),
    named('\\.env[^/]*', '\\.[^/]*rc', '[^/]*(?:\\.config|rc)\\.(?:[cm]?[jt]s|json|ya?ml)'),
    named('\\.(?:editorconfig|gitattributes|gitignore|gitmodules|npmrc|nvmrc|tool-versions)'),
    named('(?:appsettings|[tj]sconfig|launchSettings)[^/]*\\.json', `(?:application|bootstrap)[^/]*${yaml}`),
    named('(?:settings|config)\\.(?:py|rb|json|ya?ml|xml)', '(?:web|app)\\.config'),
  ),
  ci: any(
    within('\\.(?:github|gitea|forgejo)/(?:workflows|actions)'),
    within(
      '\\.circleci',
      '\\.buildkite',
      '\\.woodpecker',
      '\\.azure-pipelines',
      '\\.gitlab',
      '\\.teamcity',
      '\\.?ci',
    ),
    named(
      `\\.github/dependabot${yaml}`,
      'Jenkinsfile[^/]*',
      '[^/]*\\.jenkinsfile',
      'Earthfile',
      '\\.cirrus\\.star',
    ),
    named(`(?:\\.gitlab-ci|azure-pipelines|cloudbuild|buildspec)[^/]*${yaml}`),
    named(`(?:\\.travis|\\.drone|\\.cirrus|\\.woodpecker|\\.?appveyor|bitbucket-pipelines)${yaml}`),
  ),
  publicApi: any(
    within('api'),
    '(?:^|/)(?:include|public|headers)/(?:.*/)?[^/]*\\.h(?:h|pp|xx)?$',
    named(
      '(?:index|public[-_]api|api|mod)\\.[cm]?[jt]s',
      '[^/]*\\.d\\.[cm]?ts',
      '(?:lib|mod)\\.rs',
      '__init__\\.py',
    ),
    ending('proto', 'thrift', 'avsc', 'graphqls?', 'gql', 'wsdl', 'xsd', 'smithy', 'raml', 'api', 'pyi'),
    named('(?:openapi|swagger|asyncapi)[^/]*', '(?:package|module)-info\\.java', 'PublicAPI\\.[^/]*\\.txt'),
  ),
} as const;

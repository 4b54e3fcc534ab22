import type { Preset } from '../../guidance/predicateSchema';

/** Globs for what most repositories keep where most others do. */
interface PresetGlobs {
  readonly globs: readonly string[];
  /** What one such file is, and several are. */
  readonly one: string;
  readonly many: string;
  /** Whether it is every changed file that must match. */
  readonly isOnly: boolean;
}

/** Also what counts as a test for `testRatio`. */
export const testGlobs: readonly string[] = [
  '**/{test,tests,__tests__,__mocks__,__snapshots__,spec,specs,e2e,testdata,fixtures}/**',
  '**/*.{test,tests,spec,e2e,cy}.*',
  '**/*_{test,tests,spec}.*',
  '**/test_*.py',
  '**/conftest.py',
  '**/*{Test,Tests,TestCase,Spec,IT}.{java,kt,groovy,scala,cs,fs,vb,php,swift}',
  '**/*.{Tests,Test,UnitTests,IntegrationTests}/**',
];

const docGlobs: readonly string[] = [
  '**/*.{md,mdx,markdown,rst,adoc,asciidoc,txt,org,tex}',
  '**/{docs,doc,documentation,man}/**',
  '**/{README,CHANGELOG,CHANGES,HISTORY,CONTRIBUTING,AUTHORS,MAINTAINERS,LICENSE,LICENCE,COPYING,NOTICE}',
];

export const presetGlobs: Readonly<Record<Preset, PresetGlobs>> = {
  migration: {
    one: 'a migration',
    many: 'migrations',
    isOnly: false,
    globs: [
      '**/{migrations,migration,migrate}/**',
      '**/db/{migrate,schema.rb,structure.sql}',
      '**/{alembic,flyway,liquibase}/**',
      '**/[VUR]*__*.sql',
      '**/{changelog,changelogs}/**/*.{xml,sql}',
      '**/schema.prisma',
    ],
  },
  config: {
    one: 'configuration',
    many: 'configuration',
    isOnly: false,
    globs: [
      '**/*.{ini,cfg,conf,properties,toml,env}',
      '**/.env*',
      '**/{config,configs,conf,settings}/**',
      '**/*{.config,rc}.{js,cjs,mjs,ts,cts,mts,json,yaml,yml}',
      '**/.*rc',
      '**/.{editorconfig,gitattributes,gitignore,gitmodules,npmrc,nvmrc,tool-versions}',
      '**/{appsettings,tsconfig,jsconfig,launchSettings}*.json',
      '**/{application,bootstrap}*.{yaml,yml}',
      '**/{settings,config}.{py,rb,json,yaml,yml,xml}',
      '**/{web,app}.config',
    ],
  },
  ci: {
    one: 'part of the build pipeline',
    many: 'part of the build pipeline',
    isOnly: false,
    globs: [
      '**/.{github,gitea,forgejo}/{workflows,actions}/**',
      '**/.github/dependabot.{yml,yaml}',
      '**/{.gitlab-ci*,.travis,.drone,.cirrus,.woodpecker,appveyor,.appveyor,azure-pipelines*,bitbucket-pipelines,cloudbuild*,buildspec*}.{yml,yaml}',
      '**/{.circleci,.buildkite,.woodpecker,.azure-pipelines,.gitlab,.teamcity,.ci,ci}/**',
      '**/{Jenkinsfile*,*.jenkinsfile,Earthfile,.cirrus.star}',
    ],
  },
  publicApi: {
    one: 'public interface',
    many: 'public interface',
    isOnly: false,
    globs: [
      '**/{index,public-api,public_api,api,mod}.{ts,mts,cts,js,mjs,cjs}',
      '**/*.d.{ts,mts,cts}',
      '**/*.{proto,thrift,avsc,graphql,graphqls,gql,wsdl,xsd,smithy,raml,api}',
      '**/{openapi,swagger,asyncapi}*',
      '**/__init__.py',
      '**/*.pyi',
      '**/{lib,mod}.rs',
      '**/{include,public,headers}/**/*.{h,hh,hpp,hxx}',
      '**/{package-info,module-info}.java',
      '**/PublicAPI.*.txt',
      '**/api/**',
    ],
  },
  docsOnly: { one: 'documentation', many: 'documentation', isOnly: true, globs: docGlobs },
  testsOnly: { one: 'a test', many: 'tests', isOnly: true, globs: testGlobs },
};

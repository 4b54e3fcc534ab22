import assert from 'node:assert/strict';
import { extensions, fileNames, interpreters, namePatterns } from '../../../src/core/comments/languageFiles';
import { languageIdOf, languages } from '../../../src/core/comments/languages';

describe('languages', () => {
  const ids = new Set(languages.map(({ id }) => id));

  it('names each language once, and at least sixty', () => {
    assert.equal(ids.size, languages.length);
    assert.ok([...ids].filter((id) => !id.includes(':')).length >= 60);
  });

  it('knows every language that a part of another is in', () => {
    for (const { id, syntax } of languages) {
      const islands = [
        ...(syntax.islands ?? []),
        ...(syntax.strings ?? []).flatMap((form) => form.islands ?? []),
        ...(syntax.fencedForms ?? []),
      ];
      const named = islands.flatMap(({ language }) => language ?? []);
      const elements = Object.values(syntax.markup?.elements ?? {});
      for (const other of [
        ...named,
        ...elements,
        ...(syntax.frontMatter === undefined ? [] : [syntax.frontMatter]),
      ]) {
        assert.ok(ids.has(other), `${id} contains ${other}`);
      }
    }
  });

  it('gives files only languages of the table', () => {
    const given = [
      ...[extensions, fileNames, interpreters].flatMap((table) => [...table.values()]),
      ...namePatterns.map(([, id]) => id),
    ];
    assert.deepEqual(
      [...new Set(given)].filter((id) => !ids.has(id)),
      [],
    );
  });

  it('has sticky expressions only, which is what keeps a scan linear', () => {
    const expressions: RegExp[] = [];
    JSON.stringify(languages, (_, value: unknown) => {
      if (value instanceof RegExp) expressions.push(value);
      return value;
    });
    assert.ok(expressions.length > 50);
    assert.deepEqual(
      expressions.filter(({ sticky }) => !sticky),
      [],
    );
  });
});

describe('languageIdOf', () => {
  const FILES: Readonly<Record<string, string>> = {
    'src/a.ts': 'typescript',
    'a.d.mts': 'typescript',
    'A.TSX': 'typescriptreact',
    'a.cjs': 'javascript',
    'a.jsx': 'javascriptreact',
    'a.cs': 'csharp',
    'a.h': 'cpp',
    'a.c': 'c',
    'a.m': 'objective-c',
    'a.fs': 'fsharp',
    'a.sh': 'shellscript',
    '/home/x/.bashrc': 'shellscript',
    'a.ps1': 'powershell',
    'a.coffee': 'coffeescript',
    'a.pug': 'jade',
    Dockerfile: 'dockerfile',
    'arch/arm/boot/dts/a.dtsi': 'dts',
    'a.S': 'gas',
    'Kconfig.debug': 'kconfig',
    Kbuild: 'makefile',
    'vmlinux.lds': 'linkerscript',
    'configure.ac': 'autoconf',
    'Dockerfile.dev': 'dockerfile',
    'C:\\work\\Makefile': 'makefile',
    'CMakeLists.txt': 'cmake',
    'notes.txt': 'plaintext',
    'package.json': 'json',
    'tsconfig.json': 'jsonc',
    'tsconfig.build.json': 'jsonc',
    'a.js.map': 'json',
    'docker-compose.yml': 'dockercompose',
    'deploy.yml': 'yaml',
    '.env.local': 'dotenv',
    '.gitignore': 'ignore',
    Jenkinsfile: 'groovy',
    'build.gradle': 'groovy',
    'a.csproj.user': 'xml',
    COMMIT_EDITMSG: 'git-commit',
    README: 'plaintext',
    'a.unknown': 'plaintext',
    'a.toString': 'plaintext',
    'a.ts/b': 'plaintext',
    '': 'plaintext',
  };

  for (const [path, id] of Object.entries(FILES)) {
    it(`${path || 'nothing'} is ${id}`, () => {
      assert.equal(languageIdOf(path), id);
    });
  }

  it('knows a script by its first line where its name says nothing', () => {
    const scripts = {
      '#!/bin/sh': 'shellscript',
      '#! /usr/bin/env bash\r\necho': 'shellscript',
      '#!/usr/bin/python3.12 -u': 'python',
      '#!/usr/bin/env -S LANG=C node --flag': 'javascript',
      '#!/opt/perl5/bin/perl5.36': 'perl',
      '#!/usr/bin/unknown': 'plaintext',
      '#!': 'plaintext',
      ' #!/bin/sh': 'plaintext',
      bash: 'plaintext',
    };
    for (const [text, id] of Object.entries(scripts)) assert.equal(languageIdOf('bin/run', text), id, text);
    assert.equal(languageIdOf('run.py', '#!/bin/sh'), 'python');
    assert.equal(languageIdOf('notes.txt', '#!/bin/sh'), 'plaintext');
    assert.equal(languageIdOf('run.sh.in', '#!/bin/sh'), 'shellscript');
  });
});

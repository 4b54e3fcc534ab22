import { checkImports } from '../checkImports';

describe('imports of JavaScript and TypeScript', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('typescript', text, expected);

  check(`import moment from 'moment';`, ['moment']);
  check(`import moment, { type Moment } from "moment"`, ['moment']);
  check(`import * as path from 'node:path'`, ['node:path']);
  check(`import type { Clock } from './clock';`, ['./clock']);
  check(`import defer * as late from 'late';`, ['late']);
  check(`import type from 'type'; import from from 'from';`, ['type', 'from']);
  check(`import {\n  a, // from 'one'\n  b as c,\n} from\n  '../two.js';`, ['../two.js']);
  check(`import{a}from'a';import{b}from"b"`, ['a', 'b']);
  check(`import { "string name" as x, default as y } from 'strings';`, ['strings']);
  check(`import './side-effect.css'`, ['./side-effect.css']);
  check(`import data from './data.json' with { type: 'json' };`, ['./data.json']);
  check(`import data from './data.json' assert { type: 'json' };`, ['./data.json']);
  check(`import React from 'react'\nimport App from './App'\nApp()`, ['react', './App']);
  check(
    `export * from './a'; export * as b from './b'; export { c } from './c'; export type { d } from './d';`,
    ['./a', './b', './c', './d'],
  );
  check(`const late = await import('./late.js');`, ['./late.js']);
  check('const late = () => import(`./late.js`);', ['./late.js']);
  check(`import(/* webpackChunkName: "late" */ './late.js').then(go)`, ['./late.js']);
  check(`import('./data.json', { with: { type: 'json' } })`, ['./data.json']);
  check(`let clock: import("./clock").Clock; type M = typeof import('moment');`, ['./clock', 'moment']);
  check(`const fs = require('fs'), { join } = require("path");`, ['fs', 'path']);
  check(`import fs = require('fs'); export import path = require("path");`, ['fs', 'path']);
  check(`module.require('debug')`, ['debug']);
  check(`module.exports = { ...require('./fs'), ...(await import('./copy')) }`, ['./fs', './copy']);

  check('import(`./locales/${name}.js`)', []);
  check(`import('./locales/' + name); require("./" + name);`, []);
  check(`import(name); require(name)`, []);
  check(`vi.mock('./clock'); jest.mock("./clock"); jest.requireActual('./clock'); require.resolve('x')`, []);
  check(`loader.import('x'); loader.require('x'); loader?.require('x')`, []);
  check(`// import a from 'a'\n/* require('b') */\nconst text = "import c from 'd'";`, []);
  check('const text = `import a from "a"; require("b")`;', []);
  check(`const from = 'x'; move(from, 'y'); const { a } = pick; from\n'z'`, []);
  check(`import.meta.resolve('x'); new URL('./x', import.meta.url)`, []);
  check(`export const a = 'b'; export default 'c'; export { d }; importX('e'); reimport('f')`, []);
  check(`declare module 'x' { import y from 'y'; }`, ['y']);
});

describe('imports of other languages that hold JavaScript', () => {
  checkImports('javascriptreact', `import A from './A'\nconst b = <A>Learn from 'here'</A>`, ['./A']);
  checkImports(
    'vue',
    `<template><p title="from 'y'">import it from 'here'</p></template>\n` +
      `<script setup lang="ts">\nimport A from './A.vue'\n</script>\n<script>\nimport 'b'\n</script>\n` +
      `<style>@import 'c';</style>`,
    ['./A.vue', 'b'],
  );
  checkImports('svelte', `<script>import A from './A.svelte';</script>\n<A/>`, ['./A.svelte']);
  checkImports('html', `<!-- <script> --> import 'a' <script type="module">import 'b'</script> import 'c'`, [
    'b',
  ]);
});

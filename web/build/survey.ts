// SurveyJS under the site's CSP. Out of the box it writes its theme into the page as <style> blocks, one of them
// measured in the browser, so that no hash can be known beforehand, and one icon has a style attribute. Here its
// theme becomes a stylesheet of the site, made at build, and the icon loses its attribute. Every change asserts
// that it found what it changes: a new version of SurveyJS that differs stops the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Plugin } from 'esbuild'

/** The stylesheet with SurveyJS's theme, as an entry: it is no file, the plugin makes it. */
export const SURVEY_THEME = 'fill/survey-theme.css'

const require = createRequire(import.meta.url)
const core = join(dirname(require.resolve('survey-core')), 'fesm/survey-core.mjs')
const reactUi = join(dirname(require.resolve('survey-react-ui')), 'fesm/survey-react-ui.mjs')
const coreCss = require.resolve('survey-core/survey-core.fontless.min.css')
const fillDir = join(import.meta.dirname, '../fill')

const BASE_THEME = /\nvar baseTheme = (\{[\s\S]*?\n\});/

export const surveyUnderCsp: Plugin = {
  name: 'survey-under-csp',
  setup: (build) => {
    build.onLoad({ filter: /survey-core\/fesm\/survey-core\.mjs$/ }, () => ({
      contents: changed(read(core), [
        [BASE_THEME, '\nvar baseTheme = { themeName: "default", colorPalette: "light", cssVariables: {} };'],
        [/this\.generateStylesheet = true;/, 'this.generateStylesheet = false;'],
      ]),
      resolveDir: dirname(core),
    }))
    build.onLoad({ filter: /survey-react-ui\/fesm\/survey-react-ui\.mjs$/ }, () => ({
      contents: changed(read(reactUi), [[/ style=\\"stroke:[^"]*\\"/g, '']]),
      resolveDir: dirname(reactUi),
    }))
    build.onResolve({ filter: /fill\/survey-theme\.css$/ }, ({ path }) => ({
      path,
      namespace: 'survey-theme',
    }))
    build.onLoad({ filter: /./, namespace: 'survey-theme' }, () => ({ contents: themeCss(), loader: 'css' }))
  },
}

const read = (path: string): string => readFileSync(path, 'utf8')

const changed = (source: string, changes: readonly (readonly [RegExp, string])[]): string =>
  changes.reduce((text, [pattern, by]) => {
    const next = text.replace(pattern, by)
    if (next === text)
      throw new Error(`SurveyJS has changed: ${pattern} is nowhere in it (web/build/survey.ts)`)
    return next
  }, source)

/** The theme's variables that its stylesheet, its code or ours uses, and the resets it would measure in the page. */
const themeCss = (): string => {
  const variables = new Map(Object.entries(baseVariables()))
  for (const name of effects) variables.set(`${name}-reset`, resetOf(variables.get(name) ?? ''))
  const ours = existsSync(fillDir) ? readdirSync(fillDir).filter((file) => /\.(css|tsx?)$/.test(file)) : []
  const { code } = split(read(core))
  const users = [read(coreCss), code, read(reactUi), ...ours.map((file) => read(join(fillDir, file)))]
  const used = new Set(users.flatMap((text) => [...text.matchAll(/--sjs2-[\w-]+/g)].map(([name]) => name)))
  for (const name of used) {
    for (const [inner] of (variables.get(name) ?? '').matchAll(/--sjs2-[\w-]+/g)) used.add(inner)
  }
  const lines = [...variables].filter(([name]) => used.has(name)).map(([name, value]) => `${name}: ${value};`)
  return `:where(.sd-theme-root) {\n${lines.join('\n')}\n}`
}

const baseVariables = (): Record<string, string> =>
  runInNewContext(`(${split(read(core)).theme})`).cssVariables

const split = (source: string): { theme: string; code: string } => {
  const theme = BASE_THEME.exec(source)?.[1]
  if (!theme) throw new Error('SurveyJS has changed: no base theme in it (web/build/survey.ts)')
  return { theme, code: source.replace(theme, '') }
}

const effects = [
  'surface-default',
  'surface-focused',
  'component-formbox-default',
  'component-formbox-focused',
].map((name) => `--sjs2-border-effect-${name}`)

/** The same shadow without extent: where its transition starts from. */
const resetOf = (shadow: string): string => {
  const color = /var\([\w-]+\)$/.exec(shadow)?.[0] ?? 'transparent'
  return `${shadow.startsWith('inset') ? 'inset ' : ''}0 0 0 0 ${color}`
}

// SurveyJS under the site's CSP and budgets. Out of the box it writes its theme into the page as <style> blocks that
// no hash can know beforehand, draws icons nobody sees here, and holds the browser up for half a second as it loads
// on a slow telephone. Every change asserts that it found what it changes: a SurveyJS that differs stops the build.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

const require = createRequire(import.meta.url)
const core = join(dirname(require.resolve('survey-core')), 'fesm/survey-core.mjs')
const reactUi = join(dirname(require.resolve('survey-react-ui')), 'fesm/survey-react-ui.mjs')

/** Lets the browser have its turn when the module has been at work for 8 ms. */
const BREATHE = `
let breathedAt = performance.now();
const breathe = () => performance.now() - breathedAt < 8 ? undefined : new Promise((resolve) => setTimeout(() => {
  breathedAt = performance.now();
  resolve();
}));
`

/** What web/fill/survey.tsx has SurveyJS draw: the components of all else have no use, and are not built in. */
const DRAWN = [
  'LocalizableString.defaultRenderer',
  '"checkbox"',
  '"survey-checkbox-item"',
  '"radiogroup"',
  '"survey-radiogroup-item"',
  '"sv-boolean-radio"',
  '"multipletext"',
]

export const surveyUnderCsp: Plugin = {
  name: 'survey-under-csp',
  setup: (build) => {
    build.onLoad({ filter: /survey-core\/fesm\/survey-core\.mjs$/ }, () => ({
      contents: changed(read(core), [
        // The theme: our stylesheet takes its place.
        [/\nvar baseTheme = \{[\s\S]*?\n\};/, '\nvar baseTheme = { themeName: "", cssVariables: {} };'],
        // The text beside « Autre » has no name of its own.
        [
          /(getOtherTextAreaOptions\(item\) \{[\s\S]*?ariaLabel: \(\) => )[^\n]*,/,
          '$1this.locTitle.renderedHtml + " : " + item.locText.renderedHtml,',
        ],
        [/this\.generateStylesheet = true;/, 'this.generateStylesheet = false;'],
        [/^(?=Serializer\.addClass\()/gm, 'await breathe();'],
        [/^/, BREATHE],
      ]),
      resolveDir: dirname(core),
    }))
    build.onLoad({ filter: /survey-react-ui\/fesm\/survey-react-ui\.mjs$/ }, () => ({
      contents: changed(read(reactUi), [
        [/^addIconsToThemeSet\(.*;\nSvgRegistry\.registerIcons\(.*;$/m, ''],
        [registrationsBut(DRAWN), ''],
        [/^(?=ReactQuestionFactory\.Instance\.registerQuestion\()/gm, 'await breathe();'],
        [/^/, BREATHE],
      ]),
      resolveDir: dirname(reactUi),
    }))
  },
}

/** The statements that register components, but those of the ones named. */
const registrationsBut = (names: readonly string[]): RegExp =>
  new RegExp(
    `^React\\w+Factory\\.Instance\\.register\\w+\\((?!(?:${names.join('|')}),)[\\s\\S]*?\\}\\);$`,
    'gm',
  )

const read = (path: string): string => readFileSync(path, 'utf8')

const changed = (source: string, changes: readonly (readonly [RegExp, string])[]): string =>
  changes.reduce((text, [pattern, by]) => {
    const next = text.replace(pattern, by)
    if (next === text)
      throw new Error(`SurveyJS has changed: ${pattern} is nowhere in it (web/build/survey.ts)`)
    return next
  }, source)

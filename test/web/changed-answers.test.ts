import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { ChangedAnswers } from '../../web/shared/changed-answers.tsx'
import { outlineOf } from '../../web/shared/outline.ts'

const outline = outlineOf(
  JSON.parse(
    readFileSync(new URL('../../forms/definitions/clas-bilan/survey.json', import.meta.url), 'utf8'),
  ),
)

const titlesOf = (...pointers: string[]): string[] => {
  const changes = pointers.map((pointer) => ({ pointer, before: 20, after: 21 }))
  const html = renderToString(h(ChangedAnswers, { outline, changes, hrefOf: (_, to) => `#q-${to}` }))
  return [...html.matchAll(/<(?:h3|p class="change-title")>(.*?)<\/(?:h3|p)>/g)].map(
    ([, title = '']) => title,
  )
}

describe('what changed between two submissions', () => {
  it('is told by titles, the totals of a table under its part and linked to it', () => {
    const at = (words: string) => `<a href="#q-participants">Enfants accueillis, par niveau, ${words}</a>`
    expect(
      titlesOf('/participants/elementaire/filles', '/participants-total/filles', '/participants-total/total'),
    ).toEqual(['Participants', at('Élémentaire, Filles'), at('Ensemble, Filles'), at('Ensemble, Total')])
  })

  it('names no question of a published questionnaire by its code', () => {
    const pointers = outline.flatMap(({ blocks }) =>
      blocks.flatMap(({ fields }) =>
        fields.flatMap(({ name }) => [`/${name}`, `/${name}-Comment`, `/${name}-total`]),
      ),
    )
    expect(titlesOf(...pointers)).not.toContain('Autres')
  })
})

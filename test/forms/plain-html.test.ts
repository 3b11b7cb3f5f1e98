import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleaned } from '../../forms/checking/html.ts'
import { htmlOf, plainOf } from '../../forms/editing/plain-html.ts'

describe('an information text', () => {
  it('is written as a letter is', () => {
    const text =
      'Chaque enfant compte **une seule fois**.\n\nÀ donner :\n- l’âge au 1er juillet\n- la [commune](https://geo.api.gouv.fr)\n\nMerci & à < bientôt'
    const html =
      '<p>Chaque enfant compte <strong>une seule fois</strong>.</p>\n<p>À donner :</p>\n<ul><li>l’âge au 1er juillet</li><li>la <a href="https://geo.api.gouv.fr">commune</a></li></ul>\n<p>Merci &amp; à &lt; bientôt</p>'
    expect(htmlOf(text)).toBe(html)
    expect(htmlOf(plainOf(html) ?? '')).toBe(html)
  })
  it('is read from HTML that others wrote, when it says no more', () => {
    expect(plainOf('<p>Un.</p><ul>\n  <li>deux</li>\n  <li>trois</li>\n</ul>')).toBe('Un.\n\n- deux\n- trois')
    expect(plainOf('<h3>Titre</h3><p>Un.</p>')).toBeUndefined()
    expect(plainOf('<p class="x">Un.</p>')).toBeUndefined()
    expect(plainOf('<p>Un <em>mot</em></p>')).toBeUndefined()
    expect(plainOf('<p>- un tiret de dialogue</p>')).toBeUndefined()
    expect(plainOf('Sans paragraphe')).toBeUndefined()
    expect(plainOf('')).toBe('')
  })
  it('gives, whatever is typed, HTML that is shown whole and read back as the same', () => {
    const piece = fc.constantFrom(
      'un',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '**',
      '<b>',
      '&amp;',
      '[',
      '](https://a.fr)',
      '"',
      '<',
      '>',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        (text) => {
          const html = htmlOf(text)
          const plain = plainOf(html)
          if (plain !== undefined) expect(htmlOf(plain)).toBe(html)
          expect(cleaned(html).lost).toEqual([])
        },
      ),
    )
  })
})
